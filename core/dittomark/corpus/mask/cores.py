"""The unmasked words of articles (cores), and the keys by which they are found."""

from typing import Final, NamedTuple

import numpy as np

from dittomark.corpus.matching.shingles import digest_keys, keys
from dittomark.corpus.prints.fingerprint import sequence_hashes
from dittomark.structures.array_types import Bools, Hashes, Ints, Ints32, Words32

LEAST_CORE: Final = 5  # words; the shortest text whose copies count despite different boilerplate

_SHORT: Final = 16  # words; articles with so few have too few keys to be found by, copies or not


class Cores(NamedTuple):
    """The cores of some articles: the words of the lines that are kept.

    `words` is the concatenation of all, `first` and `length` give each article's part. `runs` are
    their positions on the page, in rows of (first word, number of words); `run_count` is the number
    of rows by article.
    """

    words: Words32
    first: Ints
    length: Ints
    digest: Hashes
    runs: Ints32
    run_count: Ints


def cut_cores(words: Words32, line_words: Ints, line_count: Ints, keep: Bools) -> Cores:
    """Return the cores of the articles with these words; `keep` has one flag per line."""
    line_words = line_words.astype(np.int64)
    article = np.repeat(np.arange(line_count.size), line_count)
    left = words[np.repeat(keep, line_words)]
    count = np.bincount(article, line_words * keep, line_count.size).astype(np.int64)
    first = np.cumsum(count) - count
    digest = np.zeros(line_count.size, np.uint64)
    digest[count > 0] = sequence_hashes(left, first[count > 0], count[count > 0])
    runs, owner = _runs(keep, line_words, article)
    return Cores(left, first, count, digest, runs, np.bincount(owner, minlength=line_count.size))


def _runs(keep: Bools, line_words: Ints, article: Ints) -> tuple[Ints32, Ints]:
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


def core_keys(cores: Cores, *, dense: Bools, digest: Hashes, numbers: Ints) -> Hashes:
    """Return the packed keys of the articles: shingles, and digests of those with few of them.

    `digest` are the whole pages', `numbers` the articles'.
    """
    found = [keys(cores.words, cores.first, cores.length, dense, numbers)]
    short = (cores.length < _SHORT) & (cores.length >= LEAST_CORE)
    found.append(digest_keys(digest[short], numbers[short]))
    found.append(digest_keys(cores.digest[short], numbers[short]))
    return np.concatenate(found)


SAME_TEXT: Final = ("digest", "core_digest", "words")
"""The columns that `same_text` takes, of `a` and `b` each."""


def same_text(*columns: Ints | Hashes) -> Bools:
    """Return a mask of pairs of the same page, or of the same core with different boilerplate.

    Pages whose core is empty ("Loading …") are no pair, however similar.
    """
    digest_a, digest_b, core_a, core_b, words_a, words_b = columns
    same: Bools = (digest_a == digest_b) | (core_a == core_b)
    same &= (words_a >= LEAST_CORE) & (words_b >= LEAST_CORE)
    return same
