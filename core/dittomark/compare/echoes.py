"""Step 7b: what a stronger passage explains better.

Rule: where an article says nearly the same thing in two places, a copy of the one looks like a copy
of the other. A segment is such an echo when stronger passages have more of the words of its stretch,
on one of its two sides, than it has itself. A second copy that is as good is no echo.

Limits: an echo is not left out, it only needs more evidence (see `evidence`).
"""

import numpy as np

from dittomark.compare.segments import Segment


class Explained:
    """The words of two articles that passages found so far have in common."""

    def __init__(self, words_a: int, words_b: int) -> None:
        self._a = np.zeros(words_a, dtype=bool)
        self._b = np.zeros(words_b, dtype=bool)

    def add(self, segment: Segment) -> None:
        """Take in the words of a passage."""
        for i, j, length in segment.blocks:
            self._a[i : i + length] = True
            self._b[j : j + length] = True

    def is_echo(self, segment: Segment) -> bool:
        """Tell whether the passages taken in explain a stretch of the segment better."""
        told = max(
            np.count_nonzero(self._a[slice(*segment.a)]),
            np.count_nonzero(self._b[slice(*segment.b)]),
        )
        return bool(segment.words < told)
