"""A cache for functions of words: news repeats the same words.

Rule: a function of many words is called only for new ones. Its result depends on the word alone, so
previous comparisons have no influence on a result.

Limits: after `MOST_KNOWN` words the cache is emptied.
"""

from collections.abc import Callable, Sequence
from typing import Final, Generic, TypeVar

# Words: those of some ten thousand articles.
MOST_KNOWN: Final = 200_000


Answer = TypeVar("Answer")


class Memo(Generic[Answer]):
    """Caches the results of `compute` for words, computed many at once."""

    def __init__(self, compute: Callable[[Sequence[str]], Sequence[Answer]]) -> None:
        self._compute = compute
        self._known: dict[str, Answer] = {}

    def of(self, words: Sequence[str]) -> list[Answer]:
        """Return the result for each of the words.

        Safe to call from several threads: a table in use is never emptied.
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
