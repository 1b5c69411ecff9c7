"""What could not be taken of a suggester: each reason once, with how many it speaks of."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dittomark.messages import Message
from dittomark.suggesting.protocol import Rejected

MOST_LISTED: Final = 1000
"""Different reasons that are kept."""
_ALIKE: Final = 3  # sentences of one kind (“label X is none”, “label Y is none”) that are shown


class Rejections:
    """Collects suggestions that could not be taken; `count` is how many there were."""

    def __init__(self) -> None:
        self.count = 0
        self._first: dict[str, Rejected] = {}
        self._counts: Counter[str] = Counter()

    def add(self, number: int, reason: Message) -> None:
        """Note one: its place in the output, and why."""
        self.take((Rejected(number, reason),))

    def take(self, rejected: Sequence[Rejected]) -> None:
        """Note several, each as many times as it says."""
        for each in rejected:
            self.count += each.count
            if each.reason in self._first or len(self._first) < MOST_LISTED:
                self._first.setdefault(each.reason, each)
                self._counts[each.reason] += each.count

    def listed(self) -> tuple[Rejected, ...]:
        """Return the first of each reason, with how many have it, in the order of their coming."""
        return tuple(
            replace(each, count=self._counts[reason]) for reason, each in self._first.items()
        )


def gathered(rejected: Sequence[Rejected]) -> Iterator[tuple[Rejected, int]]:
    """Yield what to show: the first three sentences of a kind, the last with how many more there are.

    Sentences of one kind have one template. The second of a tuple counts suggestions, not sentences.
    """
    kinds: dict[str, list[Rejected]] = {}
    for each in rejected:
        kinds.setdefault(each.reason.template, []).append(each)
    for alike in kinds.values():
        shown, rest = alike[:_ALIKE], alike[_ALIKE:]
        for each in shown[:-1]:
            yield each, 0
        yield shown[-1], sum(each.count for each in rest)
