"""Groups joined until no two of them belong together, by a given predicate.

Limits: groups more than `reach` words apart, on either side, are never compared.
"""

from collections.abc import Callable, Sequence
from typing import Final

from dittomark.compare.groups import Group

FEW: Final = 60  # groups; above this number an index finds near groups faster

Belong = Callable[[Group, Group], bool]
"""Returns whether the second group, which begins later in a, belongs to the first."""


def unite(groups: Sequence[Group], belong: Belong, *, reach: int) -> list[Group]:
    """Join groups until no two of them `belong` together; joined groups grow in place."""
    joined = list(groups)
    news = {id(one) for one in joined}  # two groups that did not grow are not compared again
    while news and len(joined) > 1:
        grown: set[int] = set()
        done: list[Group] = []
        open_groups = _FewOpenGroups if len(joined) <= FEW else _OpenGroups
        every = open_groups(reach)
        new = open_groups(reach) if len(news) < len(joined) else every
        for one in sorted(joined, key=lambda one: (one.a, one.b)):
            for other in (every if id(one) in news else new).near(one):
                if belong(other, one):
                    other.add(one)
                    grown.add(id(other))
                    every.put(other)
                    new.put(other)
                    break
            else:
                done.append(one)
                every.put(one)
                if id(one) in news and new is not every:
                    new.put(one)
        joined, news = done, grown
    return joined


class _FewOpenGroups:
    """Groups that later ones may still join; so few that a linear search is fast enough."""

    def __init__(self, reach: int) -> None:
        self._reach = reach
        self._all: dict[int, Group] = {}

    def put(self, one: Group) -> None:
        """Add a group, or one that has grown."""
        self._all[id(one)] = one

    def near(self, one: Group) -> list[Group]:
        """Return the same groups as `_OpenGroups.near`."""
        reach = self._reach
        earliest = one.a[0] - reach
        first, last = one.b[0] // reach - 1, one.b[1] // reach + 1
        found = [
            group
            for group in self._all.values()
            if group.a[1] >= earliest
            and group.b[0] // reach <= last
            and group.b[1] // reach >= first
        ]
        if len(found) > 1:
            found.sort(key=lambda group: (group.a, group.b), reverse=True)
        return found


class _OpenGroups:
    """Groups that later ones may still join, indexed by position in b."""

    def __init__(self, reach: int) -> None:
        self._reach = reach
        self._by_block: dict[int, dict[int, Group]] = {}
        self._number: dict[int, int] = {}  # in the order in which they were put

    def put(self, one: Group) -> None:
        """Add a group, or one that has grown."""
        self._number.setdefault(id(one), len(self._number))
        for block in range(one.b[0] // self._reach, one.b[1] // self._reach + 1):
            self._by_block.setdefault(block, {})[id(one)] = one

    def near(self, one: Group) -> list[Group]:
        """Return the groups at most `reach` words away on both sides, the latest first."""
        found: dict[int, Group] = {}
        earliest = one.a[0] - self._reach
        for block in range(one.b[0] // self._reach - 1, one.b[1] // self._reach + 2):
            here = self._by_block.get(block)
            if here:
                near = {key: group for key, group in here.items() if group.a[1] >= earliest}
                if len(near) < len(here):
                    self._by_block[block] = near
                found |= near
        ordered = sorted(found.values(), key=lambda group: self._number[id(group)])
        ordered.sort(key=lambda group: (group.a, group.b), reverse=True)
        return ordered
