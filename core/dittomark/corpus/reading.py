"""From a stream of articles to fingerprints, with the words spooled to a file meanwhile."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import IO, Final, NamedTuple

import numpy as np

from dittomark.corpus.phrases import week_of
from dittomark.corpus.prints import BLOCK_CHARACTERS, Prints, fingerprint
from dittomark.corpus.words import Ints, Words32

MOST_CHARACTERS: Final = 2_000_000
"""Of longer articles only the beginning is compared."""

Report = Callable[[int, int], None]


class IndexedArticle(NamedTuple):
    """What the candidate search needs to know of an article. What is unknown is empty.

    The `date` (ISO 8601) is for counting stock phrases alone (see `phrases`).
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
        """Return the words of the articles `first` … `last`; to be called from the first on."""
        count = int(self.prints.word_count[first:last].sum())
        return np.frombuffer(self.spool.read(4 * count), np.uint32)


def read_articles(
    articles: Iterable[IndexedArticle], *, spool: IO[bytes], report: Report | None, total: int
) -> Reading:
    """Fingerprint the articles, one block at a time; their words go to `spool`."""
    ids: list[str] = []
    sources: list[str] = []
    weeks: list[int] = []
    found: list[Prints] = []
    for block in _blocks(articles):
        prints = fingerprint([article.text[:MOST_CHARACTERS] for article in block])
        spool.write(prints.words.tobytes())
        found.append(_small(prints))
        ids.extend(article.id for article in block)
        sources.extend(article.source for article in block)
        weeks.extend(week_of(article.date) for article in block)
        if report is not None:
            report(len(ids), max(total, len(ids)))
    spool.seek(0)
    return Reading(ids, sources, _joined(found), np.array(weeks, np.int32), spool)


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


def _small(prints: Prints) -> Prints:
    """Return the prints without their words, in as few bytes as will do."""
    return prints._replace(
        words=np.zeros(0, np.uint32),
        line_words=prints.line_words.astype(np.uint32),
        word_count=prints.word_count.astype(np.uint32),
        line_count=prints.line_count.astype(np.uint32),
    )


def _joined(found: list[Prints]) -> Prints:
    columns = list(zip(*found or [_small(fingerprint([]))], strict=True))
    found.clear()
    columns.reverse()  # each column is let go of as soon as it is joined
    return Prints(*(np.concatenate(columns.pop()) for _ in Prints._fields))
