"""Where adaptive grouping ends: what is just one passage, and what is just not."""

import pytest

from dittomark.compare.groups import Group
from dittomark.compare.rewrites import is_rewrite
from dittomark.compare.segments import Segment
from dittomark.compare.settings import Settings

SETTINGS = Settings()
# Said once more, not imported: who moves a threshold should see what moves with it.
SCRAP, PIECES, TOUCH, TOGETHER = 150.0, 4, 8, 150.0
WORDS = 20
"""Of each piece, on either side."""


def _group(*bits: float, equal: int, gap: int, shuffled: bool = False) -> Group:
    """Pieces one behind the other with `gap` words between; `equal` of each one's words agree."""
    step = WORDS + gap
    order = list(range(len(bits)))
    if shuffled:
        order.reverse()
    pieces = [
        Segment((a * step, a * step + WORDS), (b * step, b * step + WORDS), (), of, equal)
        for (a, b), of in zip(enumerate(order), bits, strict=True)
    ]
    group = Group.of(pieces[0])
    for piece in pieces[1:]:
        group.add(Group.of(piece))
    return group


def _is_rewrite(group: Group, *, cut_out: bool = True) -> bool:
    return is_rewrite(group, lambda _: cut_out, settings=SETTINGS)


@pytest.mark.parametrize(("bits", "one"), [(SCRAP, True), (SCRAP + 1, False)])
def test_pieces_of_a_rewrite_are_small(bits: float, *, one: bool) -> None:
    """What was copied leaves larger pieces, which remain passages of their own."""
    assert _is_rewrite(_group(bits, bits, equal=13, gap=60)) is one


@pytest.mark.parametrize(("large", "one"), [(2 * SCRAP, True), (2 * SCRAP + 1, False)])
def test_half_of_the_evidence_must_come_from_small_pieces(large: float, *, one: bool) -> None:
    """One larger piece among them is allowed, as long as it doesn't tell more than they do."""
    assert _is_rewrite(_group(SCRAP, large, SCRAP, equal=13, gap=60)) is one


@pytest.mark.parametrize(("equal", "one"), [(13, True), (14, False)])
def test_pieces_of_a_rewrite_are_sparse(equal: int, *, one: bool) -> None:
    """From seven words in ten that agree, it is a copy."""
    assert _is_rewrite(_group(100.0, 100.0, equal=equal, gap=60)) is one


@pytest.mark.parametrize(("bits", "one"), [(TOGETHER / 2, True), (TOGETHER / 2 - 1, False)])
def test_two_scraps_are_chance(bits: float, *, one: bool) -> None:
    """Together they have to prove a passage."""
    assert _is_rewrite(_group(bits, bits, equal=10, gap=60)) is one


@pytest.mark.parametrize(("gap", "one"), [(TOUCH, True), (TOUCH + 1, False)])
def test_a_shuffled_paragraph_is_one_passage_where_its_pieces_nearly_touch(
    gap: int, *, one: bool
) -> None:
    """Further apart, the same pieces were taken from here and there."""
    pieces = [200.0] * PIECES
    assert _is_rewrite(_group(*pieces, equal=18, gap=gap, shuffled=True)) is one


@pytest.mark.parametrize(("pieces", "one"), [(PIECES, True), (PIECES - 1, False)])
def test_few_pieces_are_no_shuffled_paragraph(pieces: int, *, one: bool) -> None:
    """Three may come about by moving one sentence."""
    assert _is_rewrite(_group(*[200.0] * pieces, equal=18, gap=0)) is one


@pytest.mark.parametrize(("equal", "one"), [(18, True), (19, False)])
def test_whole_sentences_word_for_word_were_moved_not_rewritten(equal: int, *, one: bool) -> None:
    """From 95 % of equal words a sentence counts as moved as it is."""
    assert _is_rewrite(_group(*[200.0] * PIECES, equal=equal, gap=0), cut_out=False) is one


def test_words_cut_out_of_sentences_are_woven_in() -> None:
    """The same words, but of no whole sentence."""
    assert _is_rewrite(_group(*[200.0] * PIECES, equal=20, gap=0), cut_out=True)


@pytest.mark.parametrize(("whole", "one"), [(2, True), (3, False)])
def test_up_to_half_of_a_shuffled_paragraph_may_be_whole_sentences(
    whole: int, *, one: bool
) -> None:
    """With more of them, sentences were moved."""
    group = _group(*[200.0] * PIECES, equal=20, gap=0)
    moved = group.pieces[:whole]
    assert is_rewrite(group, lambda piece: piece not in moved, settings=SETTINGS) is one
