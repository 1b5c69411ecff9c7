"""The full-text index of a project's articles: SQLite's FTS5 in a file next to the project.

It is a cache: created at the first search, updated when articles were added, and created again if
it is damaged or of another version. Texts are stored folded, word by word, as for comparison;
titles also as the consonants in Latin letters (see `texts.romanise`).
"""

import contextlib
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final, Self

from dittomark.errors import UserError
from dittomark.texts.fold import fold
from dittomark.texts.romanise import is_latin, skeleton

_VERSION: Final = 1
_MADE: Final = (
    "CREATE TABLE articles (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE)",
    "CREATE VIRTUAL TABLE words USING fts5 (body, latin, content = '', tokenize = 'ascii')",
)
_BUSY_SECONDS: Final = 10
# The rarest words of an article, which characterise its topic (a judgement: more words find no
# better neighbours among news articles and take longer).
_TELLING_WORDS: Final = 24
# A word in fewer articles than this connects no articles; one in more than this share of all
# articles is not distinctive.
_FEWEST_ARTICLES: Final = 2
_TOO_COMMON: Final = 0.2
# Articles with a word are first counted up to this number, and up to this multiple if too few words
# are that rare (measured on 100,000 articles: less counts too often, more counts too long).
_FIRST_COUNT: Final = 250
_FURTHER: Final = 8


class TextIndex:
    """An open index, usable as a context manager."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the index at that path; one that is damaged or of another version is created again.

        Raises `UserError` if it can't be written.
        """
        try:
            try:
                return cls(_connected(path))
            except sqlite3.OperationalError:
                raise  # locked, or in a folder that can't be written to: no reason to delete it
            except sqlite3.DatabaseError:
                remove(path)
                return cls(_connected(path))
        except sqlite3.Error as error:
            raise UserError(
                "The index for the search can't be kept at {path}: {reason}.",
                path=path,
                reason=str(error),
            ) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._connection.close()

    def missing(self, article_ids: Iterable[str]) -> list[str]:
        """Return the articles that the index lacks, in their order."""
        known = {row[0] for row in self._connection.execute("SELECT id FROM articles")}
        return [article_id for article_id in article_ids if article_id not in known]

    def add(self, articles: Iterable[tuple[str, str, str]]) -> None:
        """Add articles as (id, title, text), in one transaction."""
        with self._connection:
            self._connection.execute("BEGIN")
            for article_id, title, text in articles:
                added = self._connection.execute(
                    "INSERT OR IGNORE INTO articles (id) VALUES (?)", (article_id,)
                )
                if added.rowcount:
                    self._connection.execute(
                        "INSERT INTO words (rowid, body, latin) VALUES (?, ?, ?)",
                        (added.lastrowid, fold(f"{title}\n{text}"), _latin(title)),
                    )

    def find(self, wanted: str, *, limit: int) -> list[str]:
        """Return the articles that contain all words of `wanted`, the best first.

        Words in quotation marks are searched as a phrase. The last word may be a prefix. Latin
        letters also find titles in other scripts by their sound.
        """
        query = _query(wanted)
        return self._ids(query, limit) if query else []

    def sounding(self, word: str) -> list[str]:
        """Return the articles with a title word in another script that sounds like `word`."""
        consonants = _sounds(word)
        if not consonants:
            return []
        rows = self._connection.execute(
            "SELECT articles.id FROM words JOIN articles ON articles.n = words.rowid"
            " WHERE words MATCH ?",
            (f"latin : ({' AND '.join(consonants)})",),
        )
        return [row[0] for row in rows]

    def alike(self, text: str, *, but: str, limit: int) -> list[str]:
        """Return the articles that share distinctive words of a text, the most similar first."""
        total = self._connection.execute("SELECT count(*) FROM articles").fetchone()[0]
        telling = self._rarest(fold(text).split(), round(max(_TOO_COMMON * total, 10)))
        if not telling:
            return []
        query = "body : (" + " OR ".join(f'"{word}"' for word in telling) + ")"
        return [found for found in self._ids(query, limit + 1) if found != but][:limit]

    def _rarest(self, words: Iterable[str], most: int) -> list[str]:
        """Return the most distinctive words: the rarest of those in at most `most` articles.

        Articles with a word are counted only as far as necessary: if enough rarer words are known,
        frequent words need no exact count.
        """
        uncounted, counted = list(dict.fromkeys(words)), list[tuple[int, str]]()
        limit = min(_FIRST_COUNT, most)
        while True:
            counts = [(self._count(word, limit + 1), word) for word in uncounted]
            counted += [each for each in counts if _FEWEST_ARTICLES <= each[0] <= limit]
            if len(counted) >= _TELLING_WORDS or limit >= most:
                return [word for _, word in sorted(counted)[:_TELLING_WORDS]]
            uncounted = [word for count, word in counts if count > limit]
            limit = min(limit * _FURTHER, most)

    def _count(self, word: str, most: int) -> int:
        """Return the number of articles with a word, or `most` if there are more."""
        (row,) = self._rows(
            "SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)",
            f'body : "{word}"',
            most,
        )
        return int(row[0])

    def _ids(self, query: str, limit: int) -> list[str]:
        rows = self._rows(
            "SELECT articles.id FROM words JOIN articles ON articles.n = words.rowid"
            " WHERE words MATCH ? ORDER BY words.rank LIMIT ?",
            query,
            limit,
        )
        return [row[0] for row in rows]

    def _rows(self, statement: str, query: str, limit: int) -> list[tuple[Any, ...]]:
        try:
            return self._connection.execute(statement, (query, limit)).fetchall()
        except sqlite3.DatabaseError as error:
            raise UserError(
                "The index for the search is damaged; search again, it is made anew."
            ) from error


def remove(path: Path) -> None:
    """Delete an index; it is created again on demand."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm", f"{path.name}-journal"):
        with contextlib.suppress(OSError):
            path.with_name(name).unlink()


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, timeout=_BUSY_SECONDS)
    try:
        # A cache: rows lost in a power cut are added again.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA trusted_schema = OFF")
        if _version_of(connection) == 0:
            connection.execute("BEGIN IMMEDIATE")
            if _version_of(connection) == 0:  # no other process created it meanwhile
                for statement in (*_MADE, f"PRAGMA user_version = {_VERSION}"):
                    connection.execute(statement)
            connection.execute("COMMIT")
        if _version_of(connection) != _VERSION:
            _refuse(_version_of(connection))
    except BaseException:
        connection.close()
        raise
    return connection


def _version_of(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _refuse(version: int) -> None:
    raise sqlite3.DatabaseError(f"version {version}")


def _latin(title: str) -> str:
    """Return the consonants of a title's words that are not in Latin letters."""
    return " ".join(filter(None, (skeleton(word) for word in title.split() if not word.isascii())))


def _query(wanted: str) -> str:
    parts = [
        part for number, piece in enumerate(wanted.split('"')) for part in _parts(number, piece)
    ]
    if not parts:
        return ""
    query = "body : (" + " AND ".join([*parts[:-1], f"{parts[-1]} *"]) + ")"
    sounds = _sounds(wanted)
    return f"({query}) OR latin : ({' AND '.join(sounds)})" if sounds else query


def _parts(number: int, piece: str) -> list[str]:
    """Return the match expressions of a piece: in quotation marks (odd number) it is one phrase."""
    folded = fold(piece)
    if not folded:
        return []
    return [f'"{folded}"'] if number % 2 else [f'"{word}"' for word in folded.split()]


def _sounds(wanted: str) -> Sequence[str]:
    if not is_latin(wanted) or '"' in wanted:
        return ()
    consonants = [skeleton(word) for word in wanted.split()]
    return (
        [f'"{each}" *' for each in consonants] if all(len(each) > 1 for each in consonants) else ()
    )
