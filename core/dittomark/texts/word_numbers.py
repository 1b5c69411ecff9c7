"""Words as numbers: two words have one number when their keys are equal (`fold`).

The rules stand here in Python; where compiled code is in use (`borders`), it does the same and keeps
what it has met in tables of its own.
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

    Numbers count from 0 in the order in which keys are met. A key is empty where nothing of a word
    counts.
    """
    if borders.numbered is not None:
        return borders.numbered(texts, keys, MOST_KNOWN)
    return number_by_rules(texts)


def number_by_rules(texts: Sequence[str]) -> "NumberedWords":
    """Return the same without compiled code."""
    import numpy as np

    cut = [word_borders.cut_words(text) for text in texts]
    # Numbers what it is asked for in the order in which it sees it first.
    number: defaultdict[str, int] = defaultdict(count().__next__)
    spelt = list(chain.from_iterable(words for words, _, _ in cut))
    ids = np.array(list(map(number.__getitem__, _KEYS.of(spelt))), dtype=np.int64)
    found, first = [], 0
    for words, starts, ends in cut:
        last = first + len(words)
        found.append((words, starts, ends, ids[first:last]))
        first = last
    return found, list(number)
