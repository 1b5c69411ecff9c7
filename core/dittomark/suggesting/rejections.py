"""Rejected suggestions of a suggester: each reason once, with their number."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dittomark.messages import Message
from dittomark.suggesting.protocol import Rejected

MOST_LISTED: Final = 1000
"""Maximum of different reasons that are kept."""
# sentences of one kind (“label X is unknown”, “label Y is unknown”) that are shown
_ALIKE: Final = 3


class Rejections:
    """Collects rejected suggestions; `count` is their number."""

    def __init__(self) -> None:
        self.count = 0
        self._first: dict[str, Rejected] = {}
        self._counts: Counter[str] = Counter()

    def add(self, number: int, reason: Message) -> None:
        """Add one: its location in the output, and the reason."""
        self.take((Rejected(number, reason),))

    def take(self, rejected: Sequence[Rejected]) -> None:
        """Add several, each as many times as it states."""
        for each in rejected:
            self.count += each.count
            if each.reason in self._first or len(self._first) < MOST_LISTED:
                self._first.setdefault(each.reason, each)
                self._counts[each.reason] += each.count

    def listed(self) -> tuple[Rejected, ...]:
        """Return each reason with its first location and its count, in order of occurrence."""
        return tuple(
            replace(each, count=self._counts[reason]) for reason, each in self._first.items()
        )


def gathered(rejected: Sequence[Rejected]) -> Iterator[tuple[Rejected, int]]:
    """Yield the sentences to show: the first three of a kind, the last with the count of others.

    Sentences of one kind have one template. The second of a tuple counts suggestions, not
    sentences.
    """
    kinds: dict[str, list[Rejected]] = {}
    for each in rejected:
        kinds.setdefault(each.reason.template, []).append(each)
    for alike in kinds.values():
        shown, rest = alike[:_ALIKE], alike[_ALIKE:]
        for each in shown[:-1]:
            yield each, 0
        yield shown[-1], sum(each.count for each in rest)
