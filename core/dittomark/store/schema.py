"""The tables of a project file, and the migrations that create them (append-only).

Every table of annotations has `id` (a UUID), `updated_at` (decides which of two files has the newer
row) and `deleted_at` (a tombstone: a deleted row is kept, so that a merge recognises the deletion).
`seq` is the order in this file; it has no meaning in another one.
"""

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

from dittomark.article_fields import ARTICLE_FIELDS

APPLICATION_ID: Final = 0x44495454  # "DITT"
SCHEMA_VERSION: Final = 3  # the number of migrations below; kept in PRAGMA user_version

VERSION_1: Final = """
CREATE TABLE meta (
    key TEXT PRIMARY KEY, value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE counters (
    key TEXT PRIMARY KEY, value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- The journal. state: done, undone, gone (undone, then overtaken), record (can't be undone).
CREATE TABLE edits (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL,
    annotator TEXT NOT NULL, operation TEXT NOT NULL, state TEXT NOT NULL, added TEXT,
    undone_by INTEGER
) STRICT;
CREATE INDEX edits_done ON edits (seq) WHERE state = 'done';
CREATE INDEX edits_done_of ON edits (annotator, seq) WHERE state = 'done';
CREATE INDEX edits_undone ON edits (annotator, undone_by) WHERE state = 'undone';
CREATE TABLE changes (
    seq INTEGER PRIMARY KEY, edit INTEGER NOT NULL REFERENCES edits (seq),
    entity TEXT NOT NULL, row_id TEXT NOT NULL, before TEXT, after TEXT
) STRICT;
CREATE INDEX changes_edit ON changes (edit);
CREATE INDEX changes_row ON changes (row_id);
-- Articles; the text stands apart so that lists never read it.
CREATE TABLE articles (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, external_id TEXT NOT NULL,
    title TEXT NOT NULL, source TEXT NOT NULL, url TEXT NOT NULL, date TEXT NOT NULL,
    language TEXT NOT NULL, sha256 TEXT NOT NULL, length INTEGER NOT NULL,
    encoding TEXT NOT NULL, imported TEXT NOT NULL, created_at TEXT NOT NULL,
    added_by INTEGER, updated_at TEXT NOT NULL, deleted_at TEXT
) STRICT;
CREATE INDEX articles_external ON articles (external_id);
CREATE INDEX articles_source ON articles (source);
CREATE INDEX articles_language ON articles (language);
CREATE INDEX articles_sha256 ON articles (sha256);
CREATE INDEX articles_added_by ON articles (added_by);
CREATE TABLE texts (
    article INTEGER PRIMARY KEY REFERENCES articles (seq), text TEXT NOT NULL
) STRICT;
CREATE TABLE pairs (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    a TEXT NOT NULL REFERENCES articles (id), b TEXT NOT NULL REFERENCES articles (id),
    score REAL, guess TEXT, passage TEXT, cluster INTEGER, position REAL NOT NULL,
    origin TEXT NOT NULL, created_at TEXT NOT NULL, added_by INTEGER,
    updated_at TEXT NOT NULL, deleted_at TEXT
) STRICT;
CREATE INDEX pairs_a ON pairs (a);
CREATE INDEX pairs_b ON pairs (b);
CREATE INDEX pairs_position ON pairs (position, seq, id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX pairs_score ON pairs (score DESC, seq, id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX pairs_cluster ON pairs (cluster) WHERE cluster IS NOT NULL;
CREATE INDEX pairs_added_by ON pairs (added_by);
CREATE TABLE spans (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    article_id TEXT NOT NULL REFERENCES articles (id), "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL, label TEXT NOT NULL, annotator TEXT NOT NULL,
    note TEXT NOT NULL, origin TEXT NOT NULL, created_at TEXT NOT NULL, added_by INTEGER,
    updated_at TEXT NOT NULL, deleted_at TEXT
) STRICT;
CREATE INDEX spans_article ON spans (article_id, annotator);
CREATE INDEX spans_annotator ON spans (annotator);
CREATE INDEX spans_added_by ON spans (added_by) WHERE added_by IS NOT NULL;
CREATE TABLE judgements (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    pair_id TEXT NOT NULL REFERENCES pairs (id), annotator TEXT NOT NULL, relation TEXT,
    direction TEXT, note TEXT NOT NULL, done INTEGER NOT NULL, flagged INTEGER NOT NULL,
    skipped INTEGER NOT NULL, seconds REAL NOT NULL, ratings TEXT NOT NULL,
    origin TEXT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX judgements_pair ON judgements (pair_id, annotator);
CREATE INDEX judgements_annotator ON judgements (annotator);
CREATE TABLE events (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL,
    date TEXT NOT NULL, place TEXT NOT NULL, participants TEXT NOT NULL,
    aliases TEXT NOT NULL,
    parent TEXT REFERENCES events (id) DEFERRABLE INITIALLY DEFERRED, note TEXT NOT NULL,
    created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT
) STRICT;
CREATE INDEX events_parent ON events (parent) WHERE parent IS NOT NULL;
CREATE TABLE memberships (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    article_id TEXT NOT NULL REFERENCES articles (id),
    event_id TEXT NOT NULL REFERENCES events (id), annotator TEXT NOT NULL,
    note TEXT NOT NULL, origin TEXT NOT NULL, created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL, deleted_at TEXT
) STRICT;
CREATE INDEX memberships_article ON memberships (article_id);
CREATE INDEX memberships_event ON memberships (event_id);
CREATE INDEX memberships_annotator ON memberships (annotator);
CREATE TABLE suggestions (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
    suggester TEXT NOT NULL, version TEXT NOT NULL, score REAL NOT NULL,
    article_id TEXT REFERENCES articles (id), pair_id TEXT REFERENCES pairs (id),
    event_id TEXT, "start" INTEGER, "end" INTEGER, label TEXT, payload TEXT NOT NULL,
    state TEXT NOT NULL, added_by INTEGER, updated_at TEXT NOT NULL, deleted_at TEXT
) STRICT;
CREATE INDEX suggestions_article ON suggestions (article_id, state);
CREATE INDEX suggestions_pair ON suggestions (pair_id, state);
CREATE INDEX suggestions_added_by ON suggestions (added_by);
-- What an adjudicator settled: kind is relation, spans or events; target a pair or article.
CREATE TABLE decisions (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
    target TEXT NOT NULL, annotator TEXT NOT NULL, content TEXT NOT NULL,
    note TEXT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT
) STRICT;
CREATE INDEX decisions_target ON decisions (target);
-- Versions of rows that lost against a newer one of another file in a merge.
CREATE TABLE conflicts (
    entity TEXT NOT NULL, row_id TEXT NOT NULL, content TEXT NOT NULL,
    PRIMARY KEY (entity, row_id, content)
) STRICT, WITHOUT ROWID;
-- Rows that a merge had to bend so that nothing hangs in the air (a pair that one file removed and
-- another one judged); content is the row as it really is, while its updated_at is still the same.
CREATE TABLE bent (
    entity TEXT NOT NULL, row_id TEXT NOT NULL, content TEXT NOT NULL,
    PRIMARY KEY (entity, row_id)
) STRICT, WITHOUT ROWID;
PRAGMA application_id = 1145656404;
PRAGMA user_version = 1;
"""

# One step is one row of the journal, and changes few pages: docs/decisions/0013.
VERSION_2: Final = """
-- The first change of an edit stands in its own row; `more` others (of a batch) stand in `changes`.
ALTER TABLE edits ADD COLUMN entity TEXT;
ALTER TABLE edits ADD COLUMN row_id TEXT;
ALTER TABLE edits ADD COLUMN before TEXT;
ALTER TABLE edits ADD COLUMN after TEXT;
ALTER TABLE edits ADD COLUMN more INTEGER NOT NULL DEFAULT 0;
UPDATE edits SET more = (SELECT count(*) FROM changes WHERE edit = edits.seq);
DROP INDEX changes_row;
DROP INDEX edits_done;
DROP INDEX edits_done_of;
DROP INDEX edits_undone;
CREATE INDEX edits_steps ON edits (annotator, state, undone_by, seq)
    WHERE state IN ('done', 'undone');
DROP INDEX spans_annotator;
DROP INDEX spans_article;
CREATE INDEX spans_article ON spans (article_id, annotator, "start");
PRAGMA user_version = 2;
"""

# The copy on a computer that made a step, and the reading of its clock if it differs from `at`:
# docs/decisions/0018.
JOURNAL_OF_DEVICES: Final = """
ALTER TABLE edits ADD COLUMN device TEXT NOT NULL DEFAULT '';
ALTER TABLE edits ADD COLUMN clock TEXT;
"""


def article_columns(version: int) -> str:
    """Return the statements for the columns of the article fields added in a version."""
    return "".join(
        f"ALTER TABLE articles ADD COLUMN {each.key} TEXT NOT NULL DEFAULT '';\n"
        f"CREATE INDEX articles_{each.key} ON articles ({each.key});\n"
        for each in ARTICLE_FIELDS
        if each.since == version
    )


def articles_read_as_newest(version: int) -> str:
    """Return the articles of an older file as views with the newest columns, for reading only."""
    later = "".join(f", '' AS {each.key}" for each in ARTICLE_FIELDS if each.since > version)
    return f"CREATE TEMP VIEW articles AS SELECT *{later} FROM main.articles"


# Corresponding spans of two articles, as annotated.
LINKS: Final = """
CREATE TABLE links (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    a TEXT NOT NULL REFERENCES articles (id), a_start INTEGER NOT NULL, a_end INTEGER NOT NULL,
    b TEXT NOT NULL REFERENCES articles (id), b_start INTEGER NOT NULL, b_end INTEGER NOT NULL,
    kind TEXT NOT NULL, annotator TEXT NOT NULL, direction TEXT, note TEXT NOT NULL,
    origin TEXT NOT NULL, created_at TEXT NOT NULL, added_by INTEGER,
    updated_at TEXT NOT NULL, deleted_at TEXT
) STRICT;
CREATE INDEX links_a ON links (a, b, annotator);
CREATE INDEX links_b ON links (b);
CREATE INDEX links_added_by ON links (added_by) WHERE added_by IS NOT NULL;
"""
# The empty view of a file without the table, for reading only.
NO_LINKS: Final = """
CREATE TEMP VIEW links AS
SELECT NULL AS seq, NULL AS id, NULL AS a, NULL AS a_start, NULL AS a_end, NULL AS b,
    NULL AS b_start, NULL AS b_end, NULL AS kind, NULL AS annotator, NULL AS direction,
    NULL AS note, NULL AS origin, NULL AS created_at, NULL AS added_by, NULL AS updated_at,
    NULL AS deleted_at
WHERE 0
"""

# The work of this copy in a team folder, and of the folder in this copy: docs/decisions/0024. None
# of these rows is merged or published.
TEAM: Final = """
CREATE TABLE team (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
-- The segments of this device: each holds the edits behind `after`, up to `through`, which were not
-- taken in; `previous` is the number of the one before.
CREATE TABLE team_published (
    number INTEGER PRIMARY KEY, previous INTEGER NOT NULL, after INTEGER NOT NULL,
    through INTEGER NOT NULL
) STRICT;
-- The last segment of each other device that was taken in.
CREATE TABLE team_taken (device TEXT PRIMARY KEY, number INTEGER NOT NULL) STRICT, WITHOUT ROWID;
-- Runs of edits (by seq) that came out of the folder.
CREATE TABLE team_received (first INTEGER PRIMARY KEY, last INTEGER NOT NULL) STRICT;
"""

# Indexes of the changes that began from a version of a row, which merges and intake from a team
# look up row by row. Additions, the majority of changes, are in neither.
CHANGED_ROWS: Final = """
CREATE INDEX edits_row ON edits (row_id) WHERE before IS NOT NULL OR entity = 'meta';
CREATE INDEX changes_row ON changes (row_id) WHERE before IS NOT NULL OR entity = 'meta';
"""

# One script per feature of this version, in the order in which they were added.
VERSION_3: Final = (JOURNAL_OF_DEVICES, article_columns(3), LINKS, TEAM, CHANGED_ROWS)

# The journal of a file of an older version in the form of the newest, for reading only.
EDITS_READ_AS_NEWEST: Final = {
    1: """
CREATE TEMP VIEW edits AS
SELECT *, NULL AS entity, NULL AS row_id, NULL AS before, NULL AS after,
    (SELECT count(*) FROM main.changes WHERE edit = e.seq) AS more, '' AS device, NULL AS clock
FROM main.edits AS e
""",
    2: "CREATE TEMP VIEW edits AS SELECT *, '' AS device, NULL AS clock FROM main.edits",
}


Migration = Callable[[sqlite3.Connection], None]

# The migrations that a file has had. The names of the table and of its columns are those of the
# library that created the first versions.
_APPLIED: Final = """
CREATE TABLE IF NOT EXISTS "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
CREATE UNIQUE INDEX IF NOT EXISTS "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name")"""


def version_1(connection: sqlite3.Connection) -> None:
    """Create the tables of the first release."""
    _run(connection, VERSION_1)


def version_2(connection: sqlite3.Connection) -> None:
    """Add the tables and columns of the second version."""
    _run(connection, VERSION_2)


def version_3(connection: sqlite3.Connection) -> None:
    """Add the tables and columns of the third version."""
    for script in VERSION_3:
        _run(connection, script)
    _add_columns_to_conflicts(connection)
    connection.execute("PRAGMA user_version = 3")


def migrations() -> list[Migration]:
    """Return the migrations of a project file, oldest first. Never change a released one."""
    return [version_1, version_2, version_3]


def migrate(connection: sqlite3.Connection, *, to: int = SCHEMA_VERSION) -> None:
    """Migrate an empty or older file to a version, each step in a transaction of its own."""
    _run(connection, _APPLIED)
    applied = {name for (name,) in connection.execute("SELECT name FROM _sqlite_migrations")}
    for migration in migrations():
        name = migration.__name__
        if name == f"version_{to + 1}":
            return
        if name not in applied:
            _apply(connection, name, migration)


def _apply(connection: sqlite3.Connection, name: str, migration: Migration) -> None:
    """Run a migration and record that it ran: both or, if it fails, neither."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        migration(connection)
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, ?, ?)",
            ("dittomark", name, str(datetime.now(UTC))),
        )
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk may have ended it
            connection.execute("ROLLBACK")
        raise


def read_as_newest(connection: sqlite3.Connection, version: int) -> None:
    """Make a file of an older version readable like one of the newest, without changing it."""
    connection.execute("PRAGMA query_only = OFF")
    if version in EDITS_READ_AS_NEWEST:
        connection.execute(EDITS_READ_AS_NEWEST[version])
    if version < SCHEMA_VERSION:
        connection.execute(articles_read_as_newest(version))
    if version < 3:
        connection.execute(NO_LINKS)
    connection.execute("PRAGMA query_only = ON")


def _add_columns_to_conflicts(connection: sqlite3.Connection) -> None:
    """Add the new columns to open conflicts, so that they are comparable with current rows."""
    from dittomark.store.rows import with_added_content

    kept = connection.execute("SELECT entity, row_id, content FROM conflicts").fetchall()
    for entity, row_id, content in kept:
        connection.execute(
            "UPDATE OR IGNORE conflicts SET content = ? WHERE entity = ? AND row_id = ?"
            " AND content = ?",
            (with_added_content(entity, content), entity, row_id, content),
        )


def _run(connection: sqlite3.Connection, script: str) -> None:
    """Run statement by statement: `executescript` would end the migration's transaction."""
    for statement in script.split(";\n"):
        if statement.strip():
            connection.execute(statement)
