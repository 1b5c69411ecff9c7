"""The position of the other pane when one is scrolled."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dittomark_gui.compare_view.scroll_lock import Anchor, PassageMap, in_order, reading_share

IN_ORDER = (Anchor(100, 200, 300, 350), Anchor(400, 500, 600, 700))
SWAPPED = (Anchor(100, 300, 500, 700), Anchor(400, 450, 100, 150))


def test_the_line_in_a_passage_finds_its_counterpart_fraction_and_all() -> None:
    passages = PassageMap(IN_ORDER, (1000, 1200))
    assert passages.counterpart(100, now=0) == 300
    assert passages.counterpart(150, now=0) == 325
    assert passages.counterpart(475, now=0) == pytest.approx(675)


def test_between_passages_it_interpolates_and_the_ends_meet() -> None:
    passages = PassageMap(IN_ORDER, (1000, 1200))
    assert passages.counterpart(0, now=0) == 0
    assert passages.counterpart(50, now=0) == 150
    assert passages.counterpart(300, now=0) == pytest.approx(475)
    assert passages.counterpart(1000, now=0) == 1200


def test_of_several_copies_the_nearest_is_taken() -> None:
    copies = PassageMap((Anchor(0, 100, 0, 100), Anchor(0, 100, 900, 1000)), (200, 1000))
    assert copies.counterpart(50, now=20) == 50
    assert copies.counterpart(50, now=800) == 950


def test_between_passages_out_of_order_the_longest_chain_leads() -> None:
    passages = PassageMap(SWAPPED, (600, 800))
    assert passages.counterpart(425, now=0) == 125  # the moved passage goes to its copy
    assert passages.counterpart(350, now=0) == pytest.approx(700 + 50 / 300 * 100)


def test_a_moved_scrap_does_not_lead_the_other_pane_away() -> None:
    moved = PassageMap(SWAPPED, (600, 800), least=60)
    assert moved.counterpart(425, now=0) == pytest.approx(700 + 125 / 300 * 100)
    in_order_scrap = PassageMap((Anchor(0, 20, 50, 70),), (100, 200), least=60)
    assert in_order_scrap.counterpart(10, now=0) == 60


def test_articles_without_passages_go_along_in_proportion() -> None:
    assert PassageMap((), (1000, 500)).counterpart(400, now=0) == 200


anchors = st.lists(
    st.builds(
        lambda near, far, tall, deep: Anchor(near, near + tall, far, far + deep),
        st.integers(0, 900),
        st.integers(0, 900),
        st.integers(1, 80),
        st.integers(1, 80),
    ),
    max_size=12,
)


@given(anchors)
def test_a_chain_never_crosses_or_overlaps(found: list[Anchor]) -> None:
    chain = in_order(found)
    for one, other in pairwise(chain):
        assert one.near_bottom <= other.near_top
        assert one.far_bottom <= other.far_top
    assert bool(chain) == bool(found)


@given(anchors, st.floats(0, 1000))
def test_the_counterpart_is_always_inside_the_other_article(found: list[Anchor], y: float) -> None:
    there = PassageMap(found, (1000, 1000)).counterpart(y, now=0)
    assert -0.001 <= there <= 1000.001


@given(st.floats(0, 5000), st.floats(1, 900))
def test_the_reading_position_slides_from_top_to_bottom(maximum: float, page: float) -> None:
    shares = [reading_share(maximum * step / 20, maximum, page) for step in range(21)]
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert maximum == 0 or shares[-1] == pytest.approx(1)
