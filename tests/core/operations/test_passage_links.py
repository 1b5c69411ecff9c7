"""When links say what there is to say of a passage, and which kind of link stands for one."""

import pytest

from dittomark.annotations import HUMAN, Link, Origin
from dittomark.compare import Settings
from dittomark.errors import InvalidAnnotationError
from dittomark.labels import Label, LabelScheme
from dittomark.operations.passage_links import (
    PASSAGES,
    Sides,
    is_covered,
    is_settled,
    kind_for,
    settings_text,
)

PASSAGE: Sides = (("a", 0, 100), ("b", 200, 300))


def link(a: tuple[int, int], b: tuple[int, int], *, by: str = HUMAN.by) -> Link:
    return Link("", "a", *a, "b", *b, "verbatim", "Asha", origin=Origin(by=by))


def covered(*sides: tuple[tuple[int, int], tuple[int, int]]) -> bool:
    return is_covered(PASSAGE, [(("a", *a), ("b", *b)) for a, b in sides])


@pytest.mark.parametrize(
    ("sides", "enough"),
    [
        ([((0, 50), (200, 250))], True),  # half of both
        ([((0, 49), (200, 300))], False),
        ([((0, 100), (200, 249))], False),
        ([((0, 30), (200, 230)), ((20, 50), (220, 250))], True),  # together, once counted
        ([((0, 30), (200, 230)), ((0, 30), (200, 230))], False),
        ([((0, 49), (200, 249)), ((0, 30), (200, 230))], False),
        ([((-50, 50), (100, 250))], True),  # as far as it lies in the passage
        ([((50, 150), (300, 400))], False),  # beside it on the other side
    ],
)
def test_half_of_both_sides_has_to_lie_under_links(
    sides: list[tuple[tuple[int, int], tuple[int, int]]], *, enough: bool
) -> None:
    assert covered(*sides) is enough
    turned = [(("b", *b), ("a", *a)) for a, b in sides]
    assert is_covered(PASSAGE, turned) is enough


def test_a_small_link_settles_a_passage_only_if_it_was_made_of_one() -> None:
    small = (10, 20), (210, 220)
    assert not is_settled(PASSAGE, [link(*small)])
    assert is_settled(PASSAGE, [link(*small, by=PASSAGES)])
    assert is_settled(PASSAGE, [link((0, 100), (200, 300))])
    half_outside = (90, 110), (290, 310)
    assert is_settled(PASSAGE, [link(*half_outside, by=PASSAGES)])
    assert not is_settled(PASSAGE, [link((90, 111), (290, 311), by=PASSAGES)])
    assert not is_settled(PASSAGE, [])


def test_the_kind_of_a_link_is_that_of_the_passage_or_the_most_like_it() -> None:
    scheme = LabelScheme(
        links=(Label("summary"), Label("rewrite"), Label("near_verbatim"), Label("verbatim"))
    )
    assert kind_for("rewrite", scheme) == "rewrite"
    assert kind_for("light_edit", scheme) == "near_verbatim"
    assert kind_for("something new", scheme) == "summary"  # the first
    few = LabelScheme(links=(Label("other"), Label("verbatim"), Label("rewrite", retired=True)))
    assert kind_for("near_verbatim", few) == "verbatim"
    assert kind_for("summary", few) == "other"  # a retired one can't be chosen
    with pytest.raises(InvalidAnnotationError, match="no kind of link"):
        kind_for("verbatim", LabelScheme(links=(Label("verbatim", retired=True),)))


def test_of_settings_those_that_people_meet_are_said_and_what_is_unusual() -> None:
    usual = Settings()
    said = f"grouping={usual.grouping} min_words={usual.min_words}"
    assert sorted(settings_text(usual).split()) == sorted(said.split())
    unusual = settings_text(Settings(min_words=9, similar=0.75))
    assert {"min_words=9", "similar=0.75", f"grouping={usual.grouping}"} == set(unusual.split())
