"""Groups of things that are joined, directly or through others."""

from collections.abc import Iterable


class Groups:
    """Disjoint groups of ids; `join` makes two groups one.

    Union-find with path halving (Tarjan and van Leeuwen 1984).
    """

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def find(self, item: str) -> str:
        """Return the id that stands for the item's group."""
        self._above.setdefault(item, item)
        while self._above[item] != item:
            self._above[item] = self._above[self._above[item]]
            item = self._above[item]
        return item

    def join(self, first: str, second: str) -> None:
        """Make the groups of both items one; its smallest id stands for it."""
        a, b = sorted((self.find(first), self.find(second)))
        self._above[b] = a

    def together(self, first: str, second: str) -> bool:
        """Whether both items are in one group."""
        return self.find(first) == self.find(second)

    def groups(self, items: Iterable[str] | None = None) -> list[list[str]]:
        """Return the groups, each sorted, the largest first."""
        members: dict[str, list[str]] = {}
        for item in sorted(self._above if items is None else items):
            members.setdefault(self.find(item), []).append(item)
        return sorted(members.values(), key=lambda group: (-len(group), group))
