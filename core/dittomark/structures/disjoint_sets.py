"""Disjoint sets of things that are joined, directly or through others."""

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

Item = TypeVar("Item", str, int)


class DisjointSets(Generic[Item]):
    """Disjoint groups of ids or numbers; `join` makes two groups one.

    Union-find with path halving (Tarjan and van Leeuwen 1984).
    """

    def __init__(self) -> None:
        self._above: dict[Item, Item] = {}

    def __iter__(self) -> Iterator[Item]:
        """Yield every item that was asked for or joined, in the order in which they came."""
        return iter(self._above)

    def find(self, item: Item) -> Item:
        """Return the item that stands for the item's group."""
        self._above.setdefault(item, item)
        while self._above[item] != item:
            self._above[item] = self._above[self._above[item]]
            item = self._above[item]
        return item

    def join(self, first: Item, second: Item) -> None:
        """Make the groups of both items one; its smallest item stands for it."""
        a, b = sorted((self.find(first), self.find(second)))
        self._above[b] = a

    def together(self, first: Item, second: Item) -> bool:
        """Whether both items are in one group."""
        return self.find(first) == self.find(second)

    def groups(self, items: Iterable[Item] | None = None) -> list[list[Item]]:
        """Return the groups, each sorted, the largest first."""
        members: dict[Item, list[Item]] = {}
        for item in sorted(self._above if items is None else items):
            members.setdefault(self.find(item), []).append(item)
        return sorted(members.values(), key=lambda group: (-len(group), group))
