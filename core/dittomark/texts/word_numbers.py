"""Words as numbers: two words have one number if their keys are equal (`fold`).

These are the rules in Python; compiled code (`borders`), if in use, does the same with tables of
its own.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import chain, count
from typing import TYPE_CHECKING, Final

from dittomark.texts import borders, word_borders
from dittomark.texts.fold import keys
from dittomark.texts.memo import MOST_KNOWN, Memo

if TYPE_CHECKING:
    from dittomark.texts.word_borders import NumberedWords

_KEYS: Final = Memo(keys)


def number_words(texts: Sequence[str]) -> "NumberedWords":
    """Return the words of every text, their starts, ends and numbers; and the key of every number.

    Numbers count from 0 in the order of the keys' first occurrence. A key is empty if all of a word
    is ignored.
    """
    if borders.numbered is not None:
        return borders.numbered(texts, keys, MOST_KNOWN)
    return number_by_rules(texts)


def number_by_rules(texts: Sequence[str]) -> "NumberedWords":
    """Return the same result without compiled code."""
    import numpy as np

    cut = [word_borders.cut_words(text) for text in texts]
    # Numbers keys in the order of their first look-up.
    number: defaultdict[str, int] = defaultdict(count().__next__)
    spelt = list(chain.from_iterable(words for words, _, _ in cut))
    ids = np.array(list(map(number.__getitem__, _KEYS.of(spelt))), dtype=np.int64)
    found, first = [], 0
    for words, starts, ends in cut:
        last = first + len(words)
        found.append((words, starts, ends, ids[first:last]))
        first = last
    return found, list(number)
