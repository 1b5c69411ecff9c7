"""The marks of a pane by layer, and their order and depth."""

from dataclasses import replace

from tests.helpers.compare_samples import DESK, HARBOUR, article, comparison, place, span

from dittomark.annotations import Suggestion
from dittomark.compare.comparison import (
    Locus,
    Passage,
    Repeat,
    SharedTerm,
    SimilarSentence,
    WordEdit,
)
from dittomark_gui.compare_view.marks import Marks, counterpart, pane_marks
from dittomark_gui.compare_view.paragraphs import split_paragraphs
from dittomark_gui.compare_view.values import PaneContent
from dittomark_gui.view_state import Layers

TEXTS = (HARBOUR, DESK)
ALL = Layers(similar_sentences=True, shared_terms=True, weak=True)


def _passage(start: int, end: int, group: int, *, weak: bool = False) -> Passage:
    return Passage(Locus(0, start, end), Locus(1, 0, 9), 0.9, "rewrite", weak, (), group)


def test_each_layer_has_its_switch() -> None:
    found = comparison(
        TEXTS,
        (_passage(0, 40, 1), _passage(50, 60, 2, weak=True)),
        repeats=((Repeat(((0, 5), (10, 15))),), ()),
        sentences=(SimilarSentence(Locus(0, 0, 20), Locus(1, 0, 20), 0.7),),
        terms=(SharedTerm("240", (place(HARBOUR, "240"),), (place(DESK, "240"),), None),),
    )
    content = PaneContent(article(HARBOUR))

    def kinds(layers: Layers) -> set[str]:
        return {mark.kind for mark in pane_marks(0, content, found, layers, [(1, 3)])}

    assert kinds(ALL) == {"passage", "repeat", "sentence", "term", "hit"}
    assert kinds(Layers()) == {"passage", "repeat", "hit"}
    assert kinds(Layers(passages=False, repeats=False, search=False)) == set()
    weak = [m for m in pane_marks(0, content, found, ALL) if m.kind == "passage" and m.key == 1]
    assert weak[0].style == "weak"
    assert len([m for m in pane_marks(0, content, found, Layers()) if m.kind == "passage"]) == 1


def test_a_mark_inside_another_lies_deeper_and_equal_copies_lie_together() -> None:
    found = comparison(
        TEXTS, (_passage(0, 60, 1), _passage(10, 30, 2), _passage(0, 60, 1), _passage(70, 80, 3))
    )
    marks = pane_marks(0, PaneContent(article(HARBOUR)), found, Layers())
    depths = {(mark.key, mark.depth) for mark in marks if mark.kind == "passage"}
    assert depths == {(0, 0), (2, 0), (1, 1), (3, 0)}


def test_a_long_stretch_of_other_words_is_a_gap_in_the_passage() -> None:
    words = HARBOUR.split()
    short_end, long_end = len(" ".join(words[:3])), len(" ".join(words[:12]))
    edits = (
        WordEdit("replace", (0, short_end), (0, 5)),
        WordEdit("replace", (short_end + 1, long_end), (6, 9)),
        WordEdit("variant", (long_end + 1, long_end + 60), (9, 12)),
    )
    passage = replace(_passage(0, len(HARBOUR), 1), edits=edits)
    found = comparison(TEXTS, (passage,))
    marks = pane_marks(0, PaneContent(article(HARBOUR)), found, Layers())
    assert [mark.style for mark in marks if mark.kind == "edit"] == ["replace", "gap", "variant"]


def test_only_open_span_suggestions_are_shown() -> None:
    shown = article(HARBOUR)

    def offered(key: str, **fields: object) -> Suggestion:
        return Suggestion(key, "span", "t", "1", 0.5, **fields)  # type: ignore[arg-type]

    content = PaneContent(
        shown,
        suggestions=(
            offered("open", start=0, end=5, label="caption"),
            offered("done", start=0, end=5, label="caption", state="accepted"),
            offered("empty"),
        ),
    )
    assert [mark.key for mark in pane_marks(0, content, None, Layers())] == ["open"]


def test_marks_outside_the_text_are_left_out() -> None:
    shown = article("short")
    content = PaneContent(shown, (span(article(HARBOUR), "Bakery", "caption"),))
    assert pane_marks(0, content, None, Layers()) == []


def test_marks_are_found_by_paragraph() -> None:
    shown = article(HARBOUR)
    marks = Marks(
        pane_marks(
            0,
            PaneContent(shown, (span(shown, "Share this story\nMost read\nMuseum", "most_read"),)),
            None,
            Layers(),
        ),
        split_paragraphs(HARBOUR),
    )
    assert sorted(marks.paragraphs()) == [3, 4, 5]


def test_the_counterpart_of_a_term_is_in_the_other_article() -> None:
    here, there = place(HARBOUR, "240"), place(DESK, "240")
    found = comparison(TEXTS, terms=(SharedTerm("240", (here,), (there,), None),))
    layers = Layers(shared_terms=True)
    term = pane_marks(1, PaneContent(article(DESK)), found, layers)[0]
    assert counterpart(term, 1, found) == (0, here[0])
