"""Step 1: words with offsets, as numbers, and what each of them tells.

Rule: words are found in the untouched text and keep their code points; two words get one id when
their keys are equal (`dittomark.fold`). A word seen `c` times in the `n` words of the compared
texts tells log2(n / c) bits, so that thresholds hold for any length and language.

Limits: short texts know little of what is rare, so `n` counts as `BACKGROUND` at least; no word
tells more than `MOST_BITS`, or one odd spelling would outweigh a sentence.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

import numpy as np
import numpy.typing as npt

from dittomark.compare.arrays import Ints
from dittomark.fold import keys
from dittomark.text import word_borders

BACKGROUND: Final = 1000
MOST_BITS: Final = 11.0
LEAST_BITS: Final = 0.5
MOST_KNOWN: Final = 200_000

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """The words of one article, as arrays of one length.

    `starts` and `ends` are offsets in code points; `ids` are equal for equal words, `surfaces` for
    equal spellings.
    """

    starts: Ints
    ends: Ints
    ids: Ints
    surfaces: Ints

    def __len__(self) -> int:
        return len(self.ids)


def tokenise(texts: Sequence[str]) -> tuple[list[Tokens], list[str]]:
    """Return the tokens of every text, and the key of every id."""
    borders = [word_borders(text) for text in texts]
    words = [
        [text[s:e] for s, e in zip(starts.tolist(), ends.tolist(), strict=True)]
        for text, (starts, ends) in zip(texts, borders, strict=True)
    ]
    number = {word: n for n, word in enumerate(dict.fromkeys(chain.from_iterable(words)))}
    folded = _keys_of(list(number))
    ids = {key: n for n, key in enumerate(dict.fromkeys(folded))}
    id_of = np.array([ids[key] for key in folded] or [0], dtype=np.int64)
    nothing = ids.get("", -1)  # invisible characters only
    tokens = []
    for (starts, ends), of_text in zip(borders, words, strict=True):
        spelt = np.array(list(map(number.__getitem__, of_text)), dtype=np.int64)
        kept = np.flatnonzero(id_of[spelt] != nothing) if nothing >= 0 else slice(None)
        spelt = spelt[kept]
        tokens.append(Tokens(starts[kept], ends[kept], id_of[spelt], spelt))
    return tokens, list(ids)


# Keys of words met before: news says the same words again and again.
_known: dict[str, str] = {}


def _keys_of(words: list[str]) -> list[str]:
    new = [word for word in words if word not in _known]
    if len(_known) + len(new) > MOST_KNOWN:
        _known.clear()
        new = words
    known = _known
    known.update(zip(new, keys(new), strict=True))
    return [known[word] for word in words]


def information(tokens: Sequence[Tokens], size: int) -> Floats:
    """Return what each id tells, in bits."""
    counts = np.zeros(size, dtype=np.int64)
    for one in tokens:
        counts += np.bincount(one.ids, minlength=size)
    total = max(int(counts.sum()), BACKGROUND)
    bits = np.log2(total / np.maximum(counts, 1))
    return np.clip(bits, LEAST_BITS, MOST_BITS)
