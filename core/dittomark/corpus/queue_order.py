"""The order of candidates in the queue, and the groups to which they belong."""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import count
from typing import Final, Literal, Protocol, TypeVar, get_args

from dittomark.structures.disjoint_sets import DisjointSets

Order = Literal["alike", "doubtful", "cluster", "event", "random"]
ORDERS: Final[tuple[Order, ...]] = get_args(Order)


class Ranked(Protocol):
    """The properties from which an order is derived."""

    @property
    def a(self) -> str:
        """Id of one article."""
        ...

    @property
    def b(self) -> str:
        """Id of the other."""
        ...

    @property
    def score(self) -> float:
        """Their share of common text, 0–1."""
        ...

    @property
    def doubt(self) -> float:
        """The uncertainty of the guess, 0–1."""
        ...


R = TypeVar("R", bound=Ranked)


def groups(
    pairs: Iterable[tuple[str, str]], *, known: Mapping[str, int] | None = None
) -> dict[str, int]:
    """Return the number of each article's transitive group, connected by pairs.

    `known` are the groups of earlier pairs: they keep their numbers (the smallest, if new pairs
    join two), new ones get the next numbers.
    """
    known = known or {}
    linked: DisjointSets[str] = DisjointSets()
    first_of: dict[int, str] = {}
    for article, number in sorted(known.items()):
        linked.join(article, first_of.setdefault(number, article))
    for a, b in pairs:
        linked.join(a, b)
    numbers: dict[str, int] = {}  # by the representative of the group
    for article, number in known.items():
        group = linked.find(article)
        numbers[group] = min(number, numbers.get(group, number))
    following = count(max(known.values(), default=0) + 1)
    result = {}
    for article in linked:
        group = linked.find(article)
        if group not in numbers:
            numbers[group] = next(following)
        result[article] = numbers[group]
    return result


def nearest(candidates: Sequence[R], most: int, *, group_of: Mapping[str, int]) -> list[R]:
    """Return the candidates that are among the `most` similar of one of their articles.

    Pairs that keep a group connected are always returned: linked articles stay linked. The updates
    of a live blog, or a daily series, form pairs of every two: this reduces them to a number that a
    person can read.
    """
    seen: Counter[str] = Counter()
    linked: DisjointSets[str] = DisjointSets()
    kept = []
    by_score = sorted(candidates, key=lambda each: (-each.score, group_of[each.a], each.a, each.b))
    for each in by_score:
        if seen[each.a] < most or seen[each.b] < most or not linked.together(each.a, each.b):
            kept.append(each)
            seen[each.a] += 1
            seen[each.b] += 1
            linked.join(each.a, each.b)
    return kept


def ordered(
    candidates: Sequence[R],
    order: Order,
    *,
    group_of: Mapping[str, int],
    event_of: Mapping[str, int] | None = None,
    seed: int = 0,
) -> list[R]:
    """Return the candidates in the order in which to judge them.

    - `alike`, `doubtful`: the most similar (most uncertain) pairs first; of equal ones, those of a
      group together;
    - `cluster`: the largest groups first;
    - `event`: pairs of one event (`event_of`, by article) together, large events first, pairs of
      no known event last;
    - `random`: shuffled by `seed`, regardless of groups, so that the first pairs are a fair sample
      of all.
    """
    if order == "random":
        shuffled = sorted(candidates, key=lambda candidate: (candidate.a, candidate.b))
        random.Random(seed).shuffle(shuffled)
        return shuffled
    measure: Callable[[R], float] = (
        (lambda candidate: candidate.doubt)
        if order == "doubtful"
        else (lambda candidate: candidate.score)
    )
    sizes = Counter(group_of[candidate.a] for candidate in candidates)
    events = event_of or {}
    event_sizes = Counter(events.get(candidate.a) for candidate in candidates)

    def place(candidate: R) -> tuple[float, ...]:
        group = group_of[candidate.a]
        own = (-measure(candidate), group)
        if order == "cluster":
            return (-sizes[group], group, *own)
        if order == "event":
            event = events.get(candidate.a)
            return (event is None, -event_sizes[event], event or 0, *own)
        return own

    return sorted(candidates, key=lambda candidate: (*place(candidate), candidate.a, candidate.b))
