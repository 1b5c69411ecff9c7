"""Disjoint sets of items that are joined, directly or by a chain."""

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

Item = TypeVar("Item", str, int)


class DisjointSets(Generic[Item]):
    """Disjoint groups of ids or numbers; `join` unites two groups.

    Union-find with path halving (Tarjan and van Leeuwen 1984).
    """

    def __init__(self) -> None:
        self._above: dict[Item, Item] = {}

    def __iter__(self) -> Iterator[Item]:
        """Yield every item that was looked up or joined, in the order of its first use."""
        return iter(self._above)

    def find(self, item: Item) -> Item:
        """Return the representative of the item's group."""
        self._above.setdefault(item, item)
        while self._above[item] != item:
            self._above[item] = self._above[self._above[item]]
            item = self._above[item]
        return item

    def join(self, first: Item, second: Item) -> None:
        """Unite the groups of both items; the smallest item is the representative."""
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
