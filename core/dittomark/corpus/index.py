"""The candidate index: add articles, get the pairs they make with all others.

The steps of one addition: fingerprint (`reading`), mask boilerplate lines (`mask`), keep the words
that are left and their keys (`shingles`), pair articles by shared keys, look closely at each pair
(`matching`). The first addition does the same for a whole corpus.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from dittomark.corpus.mask import Lines, find_boilerplate
from dittomark.corpus.matching import PAIRS_AT_A_TIME, Matches, match
from dittomark.corpus.prints import sequence_hashes
from dittomark.corpus.reading import IndexedArticle, Reading, Report, read_articles
from dittomark.corpus.shelf import ARTICLE, Addition, Shelf
from dittomark.corpus.shingles import (
    MOST_ARTICLE_NUMBERS,
    articles_of,
    candidate_pairs,
    digest_keys,
    keys,
    postings,
)
from dittomark.corpus.words import Bools, Hashes, Ints
from dittomark.errors import UserError

_ARTICLES_AT_A_TIME: Final = 2_000
_SPOOL_BYTES: Final = 1 << 24
_WORDS_AT_A_TIME: Final = 4_000_000
_SHORT: Final = 16  # words; articles with so few have too few keys to be found by, copies or not
_LEAST_CORE: Final = 5  # words; the shortest text whose copies count beside different boilerplate


@dataclass(frozen=True, slots=True)
class RawPairs:
    """Pairs by article number, `a < b`, with what the closer look found (one entry a pair)."""

    a: Ints
    b: Ints
    matches: Matches
    identical: Bools


def add_articles(
    shelf: Shelf,
    articles: Iterable[IndexedArticle],
    *,
    report: Report | None = None,
    total: int = 0,
) -> RawPairs:
    """Add articles to the index and return the pairs of all articles that are not settled yet.

    `report` is called with the articles done and `total`; it may raise `Cancelled`: while the
    articles are read nothing has been added, later the next call returns what this one would have.
    """
    before = shelf.articles.size
    with SpooledTemporaryFile(_SPOOL_BYTES, dir=str(shelf.path)) as spool:
        reading = read_articles(articles, spool=spool, report=report, total=total)
        if before + len(reading.ids) > MOST_ARTICLE_NUMBERS:
            raise UserError(
                f"More than {MOST_ARTICLE_NUMBERS} articles need the other engine: --engine spark."
            )
        new = _add(shelf, reading)
    if shelf.settled < before:
        new = np.sort(
            np.concatenate([run[articles_of(run) >= shelf.settled] for run in shelf.keys])
        )
    return _pairs(shelf, new, shelf.settled, report)


def _add(shelf: Shelf, reading: Reading) -> Hashes:
    """Add the articles to the shelf; return their keys, sorted."""
    prints = reading.prints
    numbers = dict(shelf.sources)
    source = np.array(
        [numbers.setdefault(name, len(numbers)) for name in reading.sources], np.int64
    )
    article = np.repeat(np.arange(source.size, dtype=np.int32), prints.line_count)
    lines = Lines(
        prints.line_hash, prints.line_words, prints.line_ends, prints.line_first, article, source
    )
    mask = find_boilerplate(
        lines,
        known=tuple(shelf.lines),
        templates=shelf.templates,
        source_sizes=shelf.source_sizes,
    )
    keep = prints.line_first & ~mask.boilerplate
    del lines, article
    records = np.zeros(source.size, ARTICLE)
    records["page_words"] = prints.word_count
    records["source"] = source
    records["digest"] = prints.digest
    records["dense"] = prints.dense
    found, runs, words_total = _keep_words(shelf, reading, keep, records)
    packed = np.concatenate(found) if found else np.zeros(0, np.uint64)
    del found
    packed.sort()
    addition = Addition(
        reading.ids, reading.sources, records, runs, packed, mask.counts, mask.templates
    )
    shelf.add(addition, words_total=words_total)
    return packed


def _keep_words(
    shelf: Shelf, reading: Reading, keep: Bools, records: npt.NDArray[Any]
) -> tuple[list[Hashes], npt.NDArray[np.uint32], int]:
    """Write the words of the lines to keep; fill in `records`; return keys, runs, words so far."""
    prints = reading.prints
    found: list[Hashes] = []
    runs: list[npt.NDArray[np.uint32]] = []
    total, runs_total, line = shelf.words_total, shelf.runs_total, 0
    for first in range(0, records.size, _ARTICLES_AT_A_TIME):
        last = min(first + _ARTICLES_AT_A_TIME, records.size)
        part = records[first:last]
        next_line = line + int(prints.line_count[first:last].sum())
        here = keep[line:next_line]
        line_words = prints.line_words[line:next_line].astype(np.int64)
        article = np.repeat(np.arange(last - first), prints.line_count[first:last])
        words = reading.words(first, last)[np.repeat(here, line_words)]
        count = np.bincount(article, line_words * here, last - first).astype(np.int64)
        begin = np.cumsum(count) - count
        part["words"], part["first_word"] = count, begin + total
        filled = count > 0
        part["core_digest"][filled] = sequence_hashes(words, begin[filled], count[filled])
        rows, owner = _runs(here, line_words, article)
        part["runs"] = np.bincount(owner, minlength=last - first)
        part["first_run"] = np.cumsum(part["runs"]) - part["runs"] + runs_total // 2
        number = np.arange(first, last) + shelf.articles.size
        found.append(keys(words, begin, count, part["dense"], number))
        for digest, short in (
            ("digest", (count < _SHORT) & (part["page_words"] > 0)),
            ("core_digest", (count < _SHORT) & (count >= _LEAST_CORE)),
        ):
            found.append(digest_keys(part[digest][short], number[short]))
        runs.append(rows.ravel())
        shelf.add_words(words, at=total)
        total += words.size
        runs_total += rows.size
        line = next_line
    return found, np.concatenate(runs) if runs else np.zeros(0, np.uint32), total


def _runs(keep: Bools, line_words: Ints, article: Ints) -> tuple[npt.NDArray[np.uint32], Ints]:
    """Return runs of kept lines as rows (first word in the article, words), and their articles."""
    if not keep.size:
        return np.zeros((0, 2), np.uint32), np.zeros(0, np.int64)
    change = (keep[1:] != keep[:-1]) | (article[1:] != article[:-1])
    start = np.flatnonzero(np.append(True, change))
    before = np.cumsum(line_words) - line_words
    page = np.searchsorted(article, article[start])  # the article's first line
    rows = np.stack([before[start] - before[page], np.add.reduceat(line_words, start)], axis=1)
    kept = keep[start]
    return rows[kept].astype(np.uint32), article[start][kept]


def _pairs(shelf: Shelf, new: Hashes, first_new: int, report: Report | None) -> RawPairs:
    """Return the pairs whose second article is numbered `first_new` or more.

    `new` are the sorted keys of the new articles.
    """
    records = shelf.articles
    if first_new:
        new = np.sort(np.concatenate([postings(shelf.keys, new), new]))
    a, b = candidate_pairs(new, first_new=first_new)
    identical = records["digest"][a] == records["digest"][b]
    identical |= (records["core_digest"][a] == records["core_digest"][b]) & (
        records["words"][a] >= _LEAST_CORE
    )
    matches = []
    words = shelf.words() if a.size else np.zeros(0, np.uint32)
    for begin, end in _batches(records["words"][a] + records["words"][b]):
        if report is not None:
            report(records.size - first_new, records.size - first_new)
        sides = [
            (records["first_word"][side].astype(np.int64), records["words"][side].astype(np.int64))
            for side in (a[begin:end], b[begin:end])
        ]
        matches.append(match(words, *sides))
    return RawPairs(a, b, _joined(matches), identical)


def _batches(words: Ints) -> Iterator[tuple[int, int]]:
    """Yield stretches of pairs that are looked at together: neither too many nor too long."""
    total = np.cumsum(words, dtype=np.int64)
    begin = 0
    while begin < words.size:
        limit = (total[begin - 1] if begin else 0) + _WORDS_AT_A_TIME
        end = int(np.searchsorted(total, limit, side="right"))
        end = max(begin + 1, min(end, begin + PAIRS_AT_A_TIME))
        yield begin, end
        begin = end


def _joined(found: list[Matches]) -> Matches:
    if not found:
        return Matches(*(np.zeros(0, np.int64) for _ in Matches._fields))
    return Matches(*(np.concatenate(column) for column in zip(*found, strict=True)))
