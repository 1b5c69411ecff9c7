"""What is worked out once for each word: news says the same words again and again.

Rule: a function of many words is asked about those not met before only. What it answers hangs on
the word alone, so it does not matter for a comparison what was compared before it.

Limits: after `MOST_KNOWN` words everything is forgotten.
"""

from collections.abc import Callable, Sequence
from typing import Final, Generic, TypeVar

# Words: those of some ten thousand articles.
MOST_KNOWN: Final = 200_000


Answer = TypeVar("Answer")


class Memo(Generic[Answer]):
    """Remembers what `compute` says of words, given many at once."""

    def __init__(self, compute: Callable[[Sequence[str]], Sequence[Answer]]) -> None:
        self._compute = compute
        self._known: dict[str, Answer] = {}

    def of(self, words: Sequence[str]) -> list[Answer]:
        """Return the answer for each of the words.

        It is safe to be asked from several threads: a table in use is never emptied.
        """
        known = self._known
        try:
            return list(map(known.__getitem__, words))
        except KeyError:
            new = list(set(words).difference(known))
        if len(known) + len(new) > MOST_KNOWN:
            new, known = list(set(words)), {}
        known.update(zip(new, self._compute(new), strict=True))
        self._known = known
        return list(map(known.__getitem__, words))
