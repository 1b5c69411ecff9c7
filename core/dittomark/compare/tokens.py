"""Step 1: words with offsets, as numbers, and what each of them tells.

Rule: words are found in the untouched text and keep their code points; two words get one id when
their keys are equal (`dittomark.fold`). A word seen `c` times in the `n` words of the compared
texts tells log2(n / c) bits, so that thresholds hold for any length and language.

Limits: short texts know little of what is rare, so `n` counts as `BACKGROUND` at least; no word
tells more than `MOST_BITS`, or one odd spelling would outweigh a sentence.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from dittomark.fold import keys
from dittomark.text import word_borders

BACKGROUND: Final = 1000
MOST_BITS: Final = 11.0
LEAST_BITS: Final = 0.5

Ints = npt.NDArray[np.int64]
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
    number: dict[str, int] = {}
    borders = [word_borders(text) for text in texts]
    surfaces = []
    for text, (starts, ends) in zip(texts, borders, strict=True):
        words = [text[s:e] for s, e in zip(starts.tolist(), ends.tolist(), strict=True)]
        numbers = [number.setdefault(word, len(number)) for word in words]
        surfaces.append(np.array(numbers, dtype=np.int64))
    ids: dict[str, int] = {}
    id_of = np.array(
        [ids.setdefault(key, len(ids)) for key in keys(list(number))] or [0], dtype=np.int64
    )
    nothing = ids.get("", -1)  # invisible characters only
    tokens = []
    for (starts, ends), numbered in zip(borders, surfaces, strict=True):
        kept = np.flatnonzero(id_of[numbered] != nothing)
        spelt = numbered[kept]
        tokens.append(Tokens(starts[kept], ends[kept], id_of[spelt], spelt))
    return tokens, list(ids)


def information(tokens: Sequence[Tokens], size: int) -> Floats:
    """Return what each id tells, in bits."""
    counts = np.zeros(size, dtype=np.int64)
    for one in tokens:
        counts += np.bincount(one.ids, minlength=size)
    total = max(int(counts.sum()), BACKGROUND)
    bits = np.log2(total / np.maximum(counts, 1))
    return np.clip(bits, LEAST_BITS, MOST_BITS)
