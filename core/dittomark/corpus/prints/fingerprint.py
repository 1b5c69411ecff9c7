"""The fingerprint kernel: texts in, hashes of their words, lines and whole pages out.

Both engines (in-process and Spark) call `fingerprint`; all later steps work on numbers.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from dittomark.corpus.prints.word_hashes import mix, split_words
from dittomark.structures.array_types import Bools, Hashes, Ints, Words32

BLOCK_CHARACTERS = 100_000
"""Number of characters that the kernel processes at a time: the size of the processor's cache."""


class Prints(NamedTuple):
    """Fingerprints of some articles.

    `words` holds the word hashes of all of them; `line_*` have one entry per line with words: its
    hash, its number of words, whether a sentence ends in it, whether it is its first occurrence in
    the article. `word_count`, `line_count`, `digest` (equal for articles with the same words in the
    same lines) and `dense` (letters count as words) have one entry per article.
    """

    words: Words32
    line_hash: Hashes
    line_words: Ints
    line_ends: Bools
    line_first: Bools
    word_count: Ints
    line_count: Ints
    digest: Hashes
    dense: Bools


def fingerprint(texts: Sequence[str]) -> Prints:
    """Return the fingerprints of one block of texts."""
    words = split_words(texts)
    line_words = np.diff(np.append(words.line, words.hash.size))
    line_hash = sequence_hashes(words.hash, words.line, line_words)
    line_count = np.bincount(words.line_article, minlength=len(texts))
    page_line = (np.cumsum(line_count) - line_count)[line_count > 0]
    digest = np.zeros(len(texts), np.uint64)
    digest[line_count > 0] = sequence_hashes(line_hash, page_line, line_count[line_count > 0])
    word_count = np.zeros(len(texts), np.int64)
    if page_line.size:
        word_count[line_count > 0] = np.add.reduceat(line_words, page_line)
    first = np.zeros(line_hash.size, np.bool_)
    own = mix(line_hash + words.line_article.astype(np.uint64))
    first[np.unique(own, return_index=True)[1]] = True
    return Prints(
        words.hash,
        line_hash,
        line_words,
        words.line_ends,
        first,
        word_count,
        line_count,
        digest,
        words.dense,
    )


def sequence_hashes(values: Hashes | Words32, first: Ints, lengths: Ints) -> Hashes:
    """Return one hash for each run of values (of `lengths`, from `first` on); order matters."""
    if not first.size:
        return np.zeros(0, np.uint64)
    place = np.arange(values.size, dtype=np.uint64) - np.repeat(first.astype(np.uint64), lengths)
    spread = mix(values + place * np.uint64(0x9E3779B97F4A7C15))
    return mix(np.add.reduceat(spread, first))
