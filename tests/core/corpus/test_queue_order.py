"""The order of the queue."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dittomark.corpus.queue_order import ORDERS, Order, groups, nearest, ordered


@dataclass(frozen=True)
class Item:
    a: str
    b: str
    score: float
    doubt: float = 0.0


ITEMS = [
    Item("a", "b", 0.5, 0.9),
    Item("b", "c", 0.9, 0.1),
    Item("d", "e", 0.8, 0.2),
    Item("x", "y", 0.4, 1.0),
]
GROUPS = groups((item.a, item.b) for item in ITEMS)


def names(order: Order, **options: object) -> list[str]:
    found = ordered(ITEMS, order, group_of=GROUPS, **options)  # type: ignore[arg-type]
    return [item.a + item.b for item in found]


def test_most_alike_first() -> None:
    assert names("alike") == ["bc", "de", "ab", "xy"]


def test_a_live_blog_shows_the_nearest_few_of_each_update() -> None:
    states = [Item(f"s{a:03}", f"s{b:03}", 1 - (b - a) / 100) for b in range(60) for a in range(b)]
    group_of = groups((item.a, item.b) for item in states)
    kept = nearest(states, 3, group_of=group_of)
    assert len(kept) <= 3 * 60
    assert groups((item.a, item.b) for item in kept).keys() == group_of.keys()
    assert len(set(groups((item.a, item.b) for item in kept).values())) == 1
    assert nearest(states, 60, group_of=group_of) == sorted(
        states, key=lambda item: (-item.score, item.a, item.b)
    )


def test_most_doubtful_first() -> None:
    assert names("doubtful") == ["xy", "ab", "de", "bc"]


def test_largest_groups_first() -> None:
    assert names("cluster")[:2] == ["bc", "ab"]


def test_pairs_of_one_event_together() -> None:
    events = {"x": 1, "y": 1, "d": 1, "e": 1}
    assert names("event", event_of=events) == ["de", "xy", "bc", "ab"]


def test_random_depends_on_the_seed_alone() -> None:
    shuffled = names("random", seed=5)
    assert shuffled == [
        item.a + item.b for item in ordered(ITEMS[::-1], "random", group_of=GROUPS, seed=5)
    ]
    assert len({tuple(names("random", seed=seed)) for seed in range(20)}) > 5


@pytest.mark.parametrize("order", ORDERS)
def test_no_pair_is_lost(order: Order) -> None:
    assert sorted(names(order)) == ["ab", "bc", "de", "xy"]


@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh"))))
def test_groups_are_transitive_and_keep_known_numbers(pairs: list[tuple[str, str]]) -> None:
    number = groups(pairs)
    assert all(number[a] == number[b] for a, b in pairs)
    half = groups(pairs[: len(pairs) // 2])
    whole = groups(pairs[len(pairs) // 2 :], known=half)
    assert all(whole[a] == whole[b] for a, b in pairs)
    assert all(whole[article] <= group for article, group in half.items())
    assert len(set(whole.values())) == len(set(number.values()))
