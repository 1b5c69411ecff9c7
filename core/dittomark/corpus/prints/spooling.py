"""From a stream of articles to fingerprints, with the words spooled to a file meanwhile."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO, Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from dittomark.corpus.prints.fingerprint import BLOCK_CHARACTERS, Prints, fingerprint
from dittomark.corpus.prints.phrases import week_of
from dittomark.progress import Report
from dittomark.structures.array_types import Ints, Words32

_COLUMNS: Final = {
    "line_hash": np.uint64,
    "line_words": np.uint32,
    "line_ends": np.bool_,
    "line_first": np.bool_,
    "word_count": np.uint32,
    "line_count": np.uint32,
    "digest": np.uint64,
    "dense": np.bool_,
}

MOST_CHARACTERS: Final = 2_000_000
"""Of longer articles only the beginning is compared."""


class IndexedArticle(NamedTuple):
    """The input of the candidate search for an article. Unknown fields are empty.

    The `date` (ISO 8601) is only for counting stock phrases (see `phrases`).
    """

    id: str
    source: str
    text: str
    date: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """The fingerprints of all articles read; their words are in the spool file."""

    ids: list[str]
    sources: list[str]
    prints: Prints  # without words
    weeks: Ints  # one entry an article, see `phrases.week_of`
    spool: IO[bytes]

    def words(self, first: int, last: int) -> Words32:
        """Return the words of the articles `first` … `last`; to be called in ascending order."""
        count = int(self.prints.word_count[first:last].sum())
        return np.frombuffer(self.spool.read(4 * count), np.uint32)


def read_articles(
    articles: Iterable[IndexedArticle], *, spool: IO[bytes], report: Report | None, total: int
) -> Reading:
    """Fingerprint the articles, one block at a time; their words go to `spool`."""
    ids: list[str] = []
    sources: list[str] = []
    weeks: list[int] = []
    columns = {name: bytearray() for name in _COLUMNS}  # grow in place: no array is held twice
    for block in _blocks(articles):
        prints = fingerprint([article.text[:MOST_CHARACTERS] for article in block])
        spool.write(prints.words.tobytes())
        for name, kind in _COLUMNS.items():
            columns[name] += getattr(prints, name).astype(kind, copy=False).data
        ids.extend(article.id for article in block)
        sources.extend(article.source for article in block)
        weeks.extend(week_of(article.date) for article in block)
        if report is not None:
            report(len(ids), max(total, len(ids)))
    spool.seek(0)
    joined: dict[str, npt.NDArray[Any]] = {
        name: np.frombuffer(column, _COLUMNS[name]) for name, column in columns.items()
    }
    prints = Prints(words=np.zeros(0, np.uint32), **joined)
    return Reading(ids, sources, prints, np.array(weeks, np.int32), spool)


def _blocks(articles: Iterable[IndexedArticle]) -> Iterator[list[IndexedArticle]]:
    block: list[IndexedArticle] = []
    size = 0
    for article in articles:
        block.append(article)
        size += len(article.text)
        if size >= BLOCK_CHARACTERS:
            yield block
            block, size = [], 0
    if block:
        yield block
