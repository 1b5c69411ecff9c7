"""The order in which candidates are worked through, and the groups they belong to."""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import count
from typing import Final, Literal, Protocol, TypeVar, get_args

from dittomark.disjoint_sets import DisjointSets

Order = Literal["alike", "doubtful", "cluster", "event", "random"]
ORDERS: Final[tuple[Order, ...]] = get_args(Order)

_BORDERS: Final = (0.3, 0.8)  # of the greater containment, where guesses change
_LOW_BORDER: Final = 0.6  # of the lesser


class Ranked(Protocol):
    """What an order is made from; `candidates.Candidate` and `same_event.EventCandidate`."""

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
        """How much they share, 0–1."""
        ...

    @property
    def doubt(self) -> float:
        """How unsure the guess is, 0–1."""
        ...


R = TypeVar("R", bound=Ranked)


def doubt_of(a_in_b: float, b_in_a: float) -> float:
    """Return how near two containments are to where the guessed relation changes (1: on it)."""
    low, high = sorted((a_in_b, b_in_a))
    nearest = min(abs(low - _LOW_BORDER), *(abs(high - border) for border in _BORDERS))
    return round(1 - min(1.0, nearest), 4)


def groups(
    pairs: Iterable[tuple[str, str]], *, known: Mapping[str, int] | None = None
) -> dict[str, int]:
    """Return the number of each article's transitive group: who is linked with whom, through whom.

    `known` are the groups of earlier pairs: they keep their numbers (the smallest, where new pairs
    join two), new ones get the next numbers.
    """
    known = known or {}
    linked: DisjointSets[str] = DisjointSets()
    first_of: dict[int, str] = {}
    for article, number in sorted(known.items()):
        linked.join(article, first_of.setdefault(number, article))
    for a, b in pairs:
        linked.join(a, b)
    numbers: dict[str, int] = {}  # by the article that stands for the group
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


def ordered(
    candidates: Sequence[R],
    order: Order,
    *,
    group_of: Mapping[str, int],
    event_of: Mapping[str, int] | None = None,
    seed: int = 0,
) -> list[R]:
    """Return the candidates in the order in which to work through them.

    - `alike`, `doubtful`: groups by their most alike (most doubtful) pair; groups stay together;
    - `cluster`: the largest groups first;
    - `event`: pairs of one event (`event_of`, by article) together, large events first, pairs of
      no known event last;
    - `random`: shuffled by `seed`, groups torn apart, so that the first so many pairs are a fair
      sample of all.
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
    best: dict[int, float] = {}
    for candidate in candidates:
        group = group_of[candidate.a]
        best[group] = max(best.get(group, 0.0), measure(candidate))
    sizes = Counter(group_of[candidate.a] for candidate in candidates)
    events = event_of or {}
    event_sizes = Counter(events.get(candidate.a) for candidate in candidates)

    def place(candidate: R) -> tuple[float, ...]:
        group = group_of[candidate.a]
        own = (-best[group], group, -measure(candidate))
        if order == "cluster":
            return (-sizes[group], *own)
        if order == "event":
            event = events.get(candidate.a)
            return (event is None, -event_sizes[event], event or 0, *own)
        return own

    return sorted(candidates, key=lambda candidate: (*place(candidate), candidate.a, candidate.b))
