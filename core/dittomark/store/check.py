"""Checks whether a project file is sound: damage by programs, disks or untrusted sources."""

import sqlite3
from collections.abc import Iterator
from itertools import chain
from typing import Final

from dittomark.errors import ProjectFileError
from dittomark.messages import Message
from dittomark.progress import Report
from dittomark.store.edits import ALL_CHANGES, load_columns
from dittomark.store.provisional_rows import provisional_rows
from dittomark.store.row_checks import FEW, Problem, readable, sense, texts
from dittomark.store.rows import ENTITIES, ROWS_OF, Columns, counted_as
from dittomark.store.schema import migrate
from dittomark.store.store import Store


def check_foreign(store: Store, report: Report | None = None) -> None:
    """Refuse a file from elsewhere unless it is safe to show.

    Raises `ProjectFileError`; reads everything except the texts.
    """
    _report_while_reading(store, report)
    # One after the other: after a damaged table, further results are unreliable.
    for problem in chain.from_iterable(part(store) for part in _BEFORE_SHOWING):
        raise ProjectFileError(
            "{path} can't be trusted ({problem}). To recover what is good in it, run dittomark "
            "check --repair.",
            path=store.path,
            problem=problem.message,
        )
    if report is not None:
        store.connection.set_progress_handler(None, 0)


def find_problems(store: Store, report: Report | None = None) -> list[Problem]:
    """Return all problems of the file, including texts and journal."""
    _report_while_reading(store, report)
    problems: list[Problem] = []
    for part in (_schema, _whole, readable, sense, texts, _foreign_keys, _counters, _journal):
        try:
            problems.extend(part(store))
        except (sqlite3.Error, ProjectFileError) as error:
            problems.append(
                Problem("file", "", Message("the file is damaged: {reason}", reason=_reason(error)))
            )
    store.connection.set_progress_handler(None, 0)
    return problems


def changed_since_the_journal(store: Store) -> Iterator[Problem]:
    """Yield signs that the file combines states of different times."""
    for part in (_whole, _counters, _journal):
        try:
            yield from part(store)
        except (sqlite3.Error, ProjectFileError) as error:
            yield Problem(
                "file", "", Message("the file is damaged: {reason}", reason=_reason(error))
            )
            return


def _reason(error: sqlite3.Error | ProjectFileError) -> str:
    """Return SQLite's message, or the sentence of an error that is not SQLite's."""
    cause = error.__cause__ or error
    return cause.message if isinstance(cause, ProjectFileError) else str(cause)


def _report_while_reading(store: Store, report: Report | None) -> None:
    """Report progress of long queries and let them be cancelled, by SQLite's progress handler."""
    if report is None:
        return
    calls = 0

    def tick() -> int:
        nonlocal calls
        calls += 1
        report(calls, 0)
        return 0

    store.connection.set_progress_handler(tick, 100_000)


# --- the file ------------------------------------------------------------------------------------


def _schema(store: Store) -> Iterator[Problem]:
    """Yield deviations of tables and indexes from ours; triggers and views were refused before."""
    reference = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(reference, to=store.value("PRAGMA user_version"))
        expected = {row[0]: row[1:] for row in reference.execute(_MASTER)}
    finally:
        reference.close()
    found = {row[0]: tuple(row)[1:] for row in store.fetch(_MASTER)}
    for name, (kind, table, sql) in expected.items():
        if name not in found:
            yield Problem(
                "schema", "", Message("the {kind} {name} is missing", kind=kind, name=name)
            )
        elif found[name] != (kind, table, sql):
            yield Problem(
                "schema",
                "",
                Message("the {kind} {name} is not as Dittomark makes it", kind=kind, name=name),
            )
    tables = {name for name, (kind, *_) in expected.items() if kind == "table"}
    for name, (kind, table, _) in found.items():
        if name not in expected and kind == "index" and table in tables:
            yield Problem(
                "schema", "", Message("the index {name} is not one of Dittomark's", name=name)
            )


_MASTER: Final = (
    "SELECT name, type, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    " AND name NOT LIKE '\\_sqlite%' ESCAPE '\\'"
)


def _quick(store: Store) -> Iterator[Problem]:
    yield from _pragma(store, "quick_check(1)")


def _whole(store: Store) -> Iterator[Problem]:
    yield from _pragma(store, f"integrity_check({FEW})")


def _pragma(store: Store, pragma: str) -> Iterator[Problem]:
    for row in store.fetch(f"PRAGMA {pragma}"):
        if row[0] != "ok":
            yield Problem(
                "file",
                "",
                Message("the file is damaged: {reason}", reason=" ".join(str(row[0]).split())),
            )


def _foreign_keys(store: Store) -> Iterator[Problem]:
    yield from _unmet_needs(store, "foreign_key_check")


def _unmet_needs(store: Store, pragma: str) -> Iterator[Problem]:
    for row in store.fetch(f"PRAGMA {pragma}"):
        row_id = store.value(f"SELECT id FROM {row[0]} WHERE rowid = ?", (row[1],))
        yield Problem(
            row[0],
            str(row_id),
            Message("what it names in {rows} is not there", rows=ROWS_OF.get(row[2], row[2])),
        )


def _foreign_keys_but_texts(store: Store) -> Iterator[Problem]:
    """Check the small tables: the others require reading all texts."""
    for table in ENTITIES:
        yield from _unmet_needs(store, f"foreign_key_check({table})")


_BEFORE_SHOWING: Final = (_schema, _quick, readable, sense, _foreign_keys_but_texts)


def _counters(store: Store) -> Iterator[Problem]:
    kept = {key: number for key, number in store.counters().items() if number}
    counted = count_rows(store)
    for key in sorted(kept.keys() | counted.keys(), key=str):
        if kept.get(key, 0) != counted.get(key, 0):
            yield Problem(
                "counters",
                key,
                Message(
                    "it says {kept}, there are {counted}",
                    kept=kept.get(key, 0),
                    counted=counted.get(key, 0),
                ),
            )


def count_rows(store: Store) -> dict[str, int]:
    """Return the correct values of the counters, counted row by row."""
    counted: dict[str, int] = {}
    for table, columns in (
        *((table, "deleted_at") for table in ENTITIES if table not in _COUNTED_BY_STATE),
        ("judgements", "deleted_at, annotator, done, flagged, skipped"),
        ("suggestions", "deleted_at, state"),
    ):
        for row in store.connection.execute(f"SELECT {columns} FROM {table}"):
            for key in counted_as(table, dict(row)):
                counted[key] = counted.get(key, 0) + 1
    return counted


_COUNTED_BY_STATE: Final = ("judgements", "suggestions")


def _journal(store: Store) -> Iterator[Problem]:
    """Yield incomplete edits, and annotations that differ from their newest journaled change."""
    for row in store.fetch(
        "SELECT id FROM edits WHERE more <> (SELECT count(*) FROM changes WHERE edit = edits.seq)"
    ):
        yield Problem("edits", row["id"], Message("a part of what it changed is missing"))
    tables = ", ".join(f"'{table}'" for table in ENTITIES)
    newest = (  # SQLite takes the other columns from the row with the maximum
        "SELECT c.entity, c.row_id, c.after, e.at, max(e.at || printf('%020d', c.place))"
        f" FROM {ALL_CHANGES} c JOIN edits e ON e.seq = c.edit WHERE c.entity IN ({tables})"
        " GROUP BY c.entity, c.row_id"
    )
    provisional = provisional_rows(store)
    for row in store.connection.execute(newest):
        problem = _journal_problem(store, row, provisional)
        if problem is not None and not _agrees_with_another(store, row, provisional):
            yield Problem(row["entity"], row["row_id"], problem)


def _agrees_with_another(
    store: Store, newest: sqlite3.Row, provisional: dict[tuple[str, str], Columns]
) -> bool:
    """Whether the row equals the result of another copy's step with the same time."""
    others = store.connection.execute(
        f"SELECT c.entity, c.row_id, c.after FROM {ALL_CHANGES} c JOIN edits e ON e.seq = c.edit"
        " WHERE c.entity = ? AND c.row_id = ? AND e.at = ?",
        (newest["entity"], newest["row_id"], newest["at"]),
    )
    return any(_journal_problem(store, row, provisional) is None for row in others)


def _journal_problem(
    store: Store, row: sqlite3.Row, provisional: dict[tuple[str, str], Columns]
) -> Message | None:
    entity = ENTITIES[row["entity"]]
    current = store.fetch(entity.select_columns, (row["row_id"],))
    try:
        after = load_columns(row["after"], entity.table)
    except ProjectFileError:
        return Message("its journal can't be read")
    if not current:
        return Message("it stands in the journal and is missing") if after else None
    programs_own = entity.table in ("pairs", "suggestions")  # scores change without a step
    if after is not None and not programs_own:
        ignored = ("updated_at", "deleted_at")
        columns = {name: current[0][name] for name in entity.columns}
        columns = provisional.get((entity.table, row["row_id"]), columns)
        if str(columns["updated_at"]) > str(after.get("updated_at")):
            return None  # added by an import that was undone or redone: such rows are only counted
        kept = {name: value for name, value in columns.items() if name not in ignored}
        if kept != {name: value for name, value in after.items() if name not in ignored}:
            return Message("it is not what the journal says")
    return None
