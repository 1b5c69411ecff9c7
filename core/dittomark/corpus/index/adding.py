"""The candidate index: add articles, get their pairs with all others.

The steps of one addition: fingerprint (`prints`), mask boilerplate lines, keep the remaining words
and their keys (`mask`), pair articles by shared keys, compare each pair in detail (`matching`). The
first addition does the same for a whole corpus.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import IO, Any, Final

import numpy as np
import numpy.typing as npt

from dittomark.corpus.index.shelf import ARTICLE, Addition, Shelf
from dittomark.corpus.mask.boilerplate_lines import Lines, find_boilerplate, kept_lines
from dittomark.corpus.mask.cores import SAME_TEXT, core_keys, cut_cores, same_text
from dittomark.corpus.matching.closer_look import PAIRS_AT_A_TIME, Matches, match
from dittomark.corpus.matching.shingles import (
    MOST_ARTICLE_NUMBERS,
    articles_of,
    candidate_pairs,
    postings,
)
from dittomark.corpus.prints.phrases import UNDATED, PhraseCounts
from dittomark.corpus.prints.spooling import IndexedArticle, Reading, read_articles
from dittomark.errors import UserError
from dittomark.progress import Report
from dittomark.structures.array_types import Bools, Hashes, Ints, Ints32

# Judgements; they bound memory and do not change the result.
_ARTICLES_AT_A_TIME: Final = 2_000
_SPOOL_BYTES: Final = 1 << 24  # 16 MB; more is stored on disk
_WORDS_AT_A_TIME: Final = 150_000  # of the articles whose pairs are processed together


@dataclass(frozen=True, slots=True)
class RawPairs:
    """Pairs by article number, `a < b`, with the results of the closer look, one entry each."""

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
    articles are read nothing has been added, later the next call returns this call's result.
    """
    before = shelf.articles.size
    with SpooledTemporaryFile(_SPOOL_BYTES, dir=str(shelf.path)) as spool:
        reading = read_articles(articles, spool=spool, report=report, total=total)
        if before + len(reading.ids) > MOST_ARTICLE_NUMBERS:
            raise UserError(
                "More than {most} articles need the other engine: --engine spark.",
                most=MOST_ARTICLE_NUMBERS,
            )
        new = _add(shelf, reading)
        del reading  # half a kilobyte per article, not needed any more
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
    keep = kept_lines(lines, mask.boilerplate)
    del lines, article
    records = np.zeros(source.size, ARTICLE)
    records["source"] = source
    records["digest"] = prints.digest
    records["dense"] = prints.dense
    phrases = shelf.phrases(records.size) if (reading.weeks != UNDATED).any() else None
    with SpooledTemporaryFile(_SPOOL_BYTES, dir=str(shelf.path)) as keys:
        runs, words_total = _keep_words(shelf, reading, keep, records, keys=keys, phrases=phrases)
        packed = np.zeros(keys.tell() // 8, np.uint64)
        keys.seek(0)
        keys.readinto(packed.data)
    packed.sort()
    addition = Addition(
        reading.ids, reading.sources, records, runs, packed, mask.counts, mask.templates
    )
    if phrases is not None:
        phrases.save(shelf.phrases_path)
    shelf.add(addition, words_total=words_total)
    return packed


def _keep_words(
    shelf: Shelf,
    reading: Reading,
    keep: Bools,
    records: npt.NDArray[Any],
    *,
    keys: IO[bytes],
    phrases: PhraseCounts | None,
) -> tuple[Ints32, int]:
    """Write the words of the lines to keep, and their keys to `keys`; fill in `records`.

    The phrases of the whole articles are counted in `phrases`, if there are dated ones.

    Returns the runs and the number of words that the shelf has now.
    """
    prints = reading.prints
    runs: list[Ints32] = []
    total, runs_total, line = shelf.words_total, shelf.runs_total // 2, 0
    for first in range(0, records.size, _ARTICLES_AT_A_TIME):
        last = min(first + _ARTICLES_AT_A_TIME, records.size)
        part, line_count = records[first:last], prints.line_count[first:last]
        here = slice(line, line + int(line_count.sum()))
        words = reading.words(first, last)
        if phrases is not None:
            phrases.add(words, prints.word_count[first:last], reading.weeks[first:last])
        cores = cut_cores(words, prints.line_words[here], line_count, keep[here])
        part["words"], part["first_word"] = cores.length, cores.first + total
        part["core_digest"] = cores.digest
        part["runs"] = cores.run_count
        part["first_run"] = np.cumsum(cores.run_count) - cores.run_count + runs_total
        packed = core_keys(
            cores,
            dense=part["dense"],
            digest=part["digest"],
            numbers=np.arange(first, last) + shelf.articles.size,
        )
        keys.write(packed.tobytes())
        runs.append(cores.runs.ravel())
        shelf.add_words(cores.words, at=total)
        total += cores.words.size
        runs_total += cores.runs.shape[0]
        line = here.stop
    return np.concatenate(runs) if runs else np.zeros(0, np.uint32), total


def _pairs(shelf: Shelf, new: Hashes, first_new: int, report: Report | None) -> RawPairs:
    """Return the pairs whose second article is numbered `first_new` or more.

    `new` are the sorted keys of the new articles.
    """
    records = shelf.articles
    if first_new:
        new = np.sort(np.concatenate([postings(shelf.keys, new), new]))
    a, b = candidate_pairs(new, first_new=first_new)
    identical = same_text(*(records[name][side] for name in SAME_TEXT for side in (a, b)))
    matches = []
    for begin, end in _batches(records["words"][a] + records["words"][b]):
        if report is not None:
            report(records.size - first_new, records.size - first_new)
        sides = [
            (records["first_word"][side].astype(np.int64), records["words"][side].astype(np.int64))
            for side in (a[begin:end], b[begin:end])
        ]
        # Mapped again for each batch: pages already read do not accumulate in memory.
        matches.append(match(shelf.words(), *sides))
    return RawPairs(a, b, _joined(matches), identical)


def _batches(words: Ints) -> Iterator[tuple[int, int]]:
    """Yield ranges of pairs that are processed together, limited in number and length."""
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
