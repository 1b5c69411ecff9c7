"""An article as the engine reads it: its words, and on demand its sentences."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from dittomark.compare import steps
from dittomark.compare.segments import Range
from dittomark.compare.tokens import Tokens
from dittomark.structures.array_types import Ints
from dittomark.texts.segmentation import sentences

if steps.COMPILED:
    from dittomark.compare import _likeness


class Read:
    """A text and its words; its sentences are found when they are first used."""

    def __init__(self, text: str, tokens: Tokens) -> None:
        self.text = text
        self.tokens = tokens

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """The sentences, `[start, end)` in code points."""
        return sentences(self.text)

    @cached_property
    def first_word(self) -> list[int]:
        """The index of the first word of every sentence, and the number of words at the end."""
        return self._words_of_sentences[0]

    @cached_property
    def sentence(self) -> Sequence[int]:
        """The sentence number of every word."""
        return self._words_of_sentences[1]

    @cached_property
    def sentence_of(self) -> Ints:
        """`sentence` as an array."""
        return self._words_of_sentences[2]

    @cached_property
    def _words_of_sentences(self) -> tuple[list[int], Sequence[int], Ints]:
        find = _by_compiled_code if steps.COMPILED else words_by_rules
        return find(self.tokens.starts, self.spans)

    def words_of(self, sentence: int) -> Range:
        """Return the range of words of a sentence."""
        return self.first_word[sentence], self.first_word[sentence + 1]

    def words_before(self, word: int) -> int:
        """Return the number of words before a word in its sentence."""
        return word - self.first_word[self.sentence[word]]

    def words_after(self, end: int) -> int:
        """Return the number of words after the word `end - 1` in its sentence."""
        return self.first_word[self.sentence[end - 1] + 1] - end

    def whole_sentences(self, words: Range) -> Range:
        """Return a range of words with partial sentences at its ends completed or removed.

        A sentence is completed if the range contains at least half of it. If none remains, the
        range is returned unchanged.
        """
        first, last = self.sentence[words[0]], self.sentence[words[1] - 1]
        start, end = self.words_of(first)
        if 2 * (min(end, words[1]) - words[0]) < end - start:
            first += 1
        start, end = self.words_of(last)
        if 2 * (words[1] - max(start, words[0])) < end - start:
            last -= 1
        return words if first > last else (self.first_word[first], self.first_word[last + 1])


def words_by_rules(
    starts: Ints, spans: list[tuple[int, int]]
) -> tuple[list[int], Sequence[int], Ints]:
    """Return the first word of every sentence, and the sentence of every word as numbers and array.

    The first list ends with the number of words. `starts` holds the offsets at which words begin,
    `spans` the sentences; both in code points.
    """
    first = np.searchsorted(starts, [start for start, _ in spans])[1:].tolist()
    first = [0, *first, len(starts)]
    sentence = np.repeat(np.arange(len(first) - 1), np.diff(first))
    return first, sentence.tolist(), sentence


def _by_compiled_code(
    starts: Ints, spans: list[tuple[int, int]]
) -> tuple[list[int], Sequence[int], Ints]:
    """Return the result of `words_by_rules`, by `_likeness.c`."""
    first, column = _likeness.words_of_sentences(starts, spans)
    return first, memoryview(column).cast("q"), np.frombuffer(column, dtype=np.int64)
