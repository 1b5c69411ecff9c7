"""What is worked out once for each word: news says the same words again and again.

Rule: a function of many words is asked about those not met before only. What it answers hangs on
the word alone, so it does not matter for a comparison what was compared before it.

Limits: after `MOST_KNOWN` words everything is forgotten.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

MOST_KNOWN: Final = 200_000


class Memo:
    """Remembers what `compute` says of words, given many at once."""

    def __init__(self, compute: Callable[[Sequence[str]], Sequence[str]]) -> None:
        self._compute = compute
        self._known: dict[str, str] = {}

    def known(self, words: Iterable[str]) -> dict[str, str]:
        """Return a table that holds the answer for each of the words, among others.

        It is safe to be asked from several threads: a table in use is never emptied.
        """
        known = self._known
        different = set(words)
        new = list(different.difference(known))
        if len(known) + len(new) > MOST_KNOWN:
            new, known = list(different), {}
        if new:
            known.update(zip(new, self._compute(new), strict=True))
        self._known = known
        return known
