"""Pairs of texts as long as one likes, to measure how the time grows."""

import json
import random
from bisect import bisect
from itertools import accumulate
from pathlib import Path
from typing import Final

from dittomark.texts.segmentation import words

_WORDS: Final = [f"w{number}" for number in range(30_000)]
_ZIPF: Final = list(accumulate(1 / (rank + 2.7) for rank in range(len(_WORDS))))
COPIED: Final = 0.4  # of the paragraphs
CHANGED: Final = 0.08  # of their words


def long_pair(folder: Path, language: str, size: int, first: int) -> tuple[str, str]:
    """Return two texts of `size` words, the development articles one after another from `first`.

    They repeat themselves: many of these articles hold the same text, and all together have fewer
    words than the longest pair. So the passages grow in number faster than the words.
    """
    rows = json.loads((folder / f"{language}_dev.json").read_text(encoding="utf-8"))
    rows = rows[first % len(rows) :] + rows[: first % len(rows)]
    texts = []
    for side in "AB":
        text = "\n\n".join(row[side] for row in rows)
        while len(words(text)) < size:
            text += "\n\n" + text
        texts.append(text[: words(text)[size - 1][1]])
    return texts[0], texts[1]


def invented_pair(size: int, seed: int) -> tuple[str, str]:
    """Return two texts of about `size` words that never repeat themselves.

    Their words are invented and as frequent as words are (Zipf's law); some paragraphs of the first
    stand in the second, in another order and with words changed.
    """
    rng = random.Random(seed)
    first = _paragraphs(rng, size)
    second = [
        [rng.choice(_WORDS) if rng.random() < CHANGED else word for word in paragraph]
        for paragraph in rng.sample(first, int(len(first) * COPIED))
    ]
    second += _paragraphs(rng, size - sum(map(len, second)))
    rng.shuffle(second)
    return _joined(first), _joined(second)


def _paragraphs(rng: random.Random, size: int) -> list[list[str]]:
    found: list[list[str]] = []
    left = size
    while left > 0:
        length = min(left, rng.randint(25, 70))
        found.append([_WORDS[bisect(_ZIPF, rng.random() * _ZIPF[-1])] for _ in range(length)])
        left -= length
    return found


def _joined(paragraphs: list[list[str]]) -> str:
    return "\n\n".join(" ".join(paragraph) + "." for paragraph in paragraphs)
