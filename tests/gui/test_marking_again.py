"""The same range marked again gets another label, not a second span."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.helpers.projects import make_project
from tests.helpers.window import CONTROL, SHIFT, Person

from dittomark.annotations import NewPair
from dittomark_gui.work.label_menu import LabelMenu


@pytest.fixture(autouse=True)
def work(person: Person, tmp_path: Path) -> None:
    with make_project(tmp_path) as project:
        one, other, third = [info.id for info in project.article_infos()]
        project.add_pairs([NewPair(one, other), NewPair(one, third)])
    person.open_project(tmp_path / "work.ditto")
    person.press(Qt.Key.Key_Home, CONTROL)


def test_a_second_label_takes_the_place_of_the_first(person: Person) -> None:
    person.press(Qt.Key.Key_N)
    person.press(Qt.Key.Key_Home, CONTROL)
    person.press(Qt.Key.Key_O)
    assert [span.label for span in person.spans()] == ["comment_form"]
    person.do("undo")
    assert [span.label for span in person.spans()] == ["navigation"]


def test_the_menu_of_labels_does_so_too(person: Person) -> None:
    span = person.mark_boilerplate("খেলা", Qt.Key.Key_N)
    person.select_with_mouse("খেলা")
    person.press(Qt.Key.Key_B)
    person.choose_label(Qt.Key.Key_O)
    (again,) = person.spans()
    assert (again.id, again.label) == (span.id, "comment_form")


def test_the_same_label_again_says_so(person: Person) -> None:
    person.mark_boilerplate("খেলা", Qt.Key.Key_N)
    person.select_with_mouse("খেলা")
    person.press(Qt.Key.Key_N)
    assert len(person.spans()) == 1
    assert person.messages()[-1] == "This is marked as “Navigation” already."


def test_blank_space_at_the_ends_is_not_marked_and_by_itself_not_at_all(person: Person) -> None:
    text = person.text()
    end = text.index("\n")
    person.press(Qt.Key.Key_End)
    person.press(Qt.Key.Key_Right, SHIFT)  # the line break alone
    person.press(Qt.Key.Key_C)
    assert person.spans() == []
    assert person.messages()[-1] == "Only blank space is selected: select text."
    person.press(Qt.Key.Key_Home, CONTROL)
    person.press(Qt.Key.Key_End, SHIFT)
    person.press(Qt.Key.Key_Right, SHIFT)
    person.press(Qt.Key.Key_C)
    (span,) = person.spans()
    assert (span.start, span.end) == (0, end)


def test_the_labels_open_by_a_key_where_the_caret_is(person: Person) -> None:
    person.press(Qt.Key.Key_N)
    person.press(Qt.Key.Key_Home, CONTROL)
    person.press(Qt.Key.Key_F10, SHIFT)
    assert isinstance(QApplication.activePopupWidget(), LabelMenu)
    person.choose_label(Qt.Key.Key_O)
    assert [span.label for span in person.spans()] == ["comment_form"]


def test_shift_lays_a_label_over_another_on_purpose(person: Person) -> None:
    person.mark_boilerplate("খেলা", Qt.Key.Key_N)
    person.select_with_mouse("খেলা")
    person.press(Qt.Key.Key_O, SHIFT)
    assert {span.label for span in person.spans()} == {"navigation", "comment_form"}


def two_lines(person: Person) -> tuple[int, int]:
    """Mark the first two lines as one span, by pressing the key twice; return its range."""
    person.press(Qt.Key.Key_N)
    person.press(Qt.Key.Key_N)
    (span,) = person.spans()
    assert person.text()[span.start : span.end].count("\n") == 1
    return span.start, span.end


def test_the_same_label_within_one_s_own_span_says_so(person: Person) -> None:
    whole = two_lines(person)
    person.select_with_mouse("নৌকা")
    person.press(Qt.Key.Key_N)
    assert [(span.start, span.end) for span in person.spans()] == [whole]
    assert person.messages()[-1] == "This is marked as “Navigation” already."


def test_another_label_within_one_s_own_span_gets_a_place_of_its_own(person: Person) -> None:
    start, end = two_lines(person)
    person.select_with_mouse("নৌকা ডুবে")
    person.press(Qt.Key.Key_O)
    text = person.text()
    marked = [(span.label, text[span.start : span.end]) for span in person.spans()]
    inside = text.index("নৌকা ডুবে")
    before, after = text[start:inside], text[inside + len("নৌকা ডুবে") : end]
    assert sorted(marked, key=lambda item: text.index(item[1])) == [
        ("navigation", before.strip()),
        ("comment_form", "নৌকা ডুবে"),
        ("navigation", after.strip()),
    ]
    assert "“Comment form” takes this part out of “Navigation”" in person.messages()[-1]
    person.do("undo")  # one step
    assert [(span.start, span.end) for span in person.spans()] == [(start, end)]


def test_a_line_at_the_end_of_one_s_own_span_is_cut_off_it(person: Person) -> None:
    start, _ = two_lines(person)
    person.put_caret("নৌকা")
    person.press(Qt.Key.Key_O)
    first, second = person.text().split("\n")[:2]
    assert sorted((span.start, span.end, span.label) for span in person.spans()) == [
        (start, len(first), "navigation"),
        (len(first) + 1, len(first) + 1 + len(second), "comment_form"),
    ]


def test_shift_lays_a_label_over_part_of_one_s_own_span(person: Person) -> None:
    whole = two_lines(person)
    person.select_with_mouse("নৌকা")
    person.press(Qt.Key.Key_O, SHIFT)
    kept = [(span.start, span.end) for span in person.spans() if span.label == "navigation"]
    assert kept == [whole]
    assert len(person.spans()) == 2


def test_what_somebody_else_marked_stays_theirs(person: Person) -> None:
    theirs = person.mark_boilerplate("খেলা", Qt.Key.Key_N)
    person.app.session.set_annotator("A2")
    person.select_with_mouse("খেলা")
    person.press(Qt.Key.Key_O)
    assert {(span.annotator, span.label) for span in person.spans()} == {
        ("A1", "navigation"),
        ("A2", "comment_form"),
    }
    assert person.span(theirs.id).label == "navigation"


def test_a_key_that_is_held_down_judges_and_marks_once(person: Person) -> None:
    actions = person.window.parts.actions
    held = [actions[key] for key in ("done_next", "skip", "delete_span", "accept_all")]
    assert not any(action.autoRepeat() for action in (*held, *actions.prior_actions()))
    assert actions["next_passage"].autoRepeat()


def test_keys_typed_in_one_go_mean_what_they_mean_one_by_one(person: Person) -> None:
    """Pressing a relation's key and then the direction key loses nothing."""
    QTest.keyClick(person.pane(), Qt.Key.Key_3)
    before = person.judgement().direction
    QTest.keyClick(person.pane(), Qt.Key.Key_S)
    assert person.judgement().relation == "partially_derived"
    assert person.judgement().direction != before


def test_a_drag_with_ctrl_marks_as_the_last_stretch_was_marked(person: Person) -> None:
    person.mark_boilerplate("প্রথম পাতা", Qt.Key.Key_D)
    for number, words in enumerate(("নদীতে নৌকা", "আরও পড়ুন"), start=2):
        start, end = person.place(words)
        person.drag(person.point(start), person.point(end, ends=True), modifiers=CONTROL)
        assert [span.label for span in person.spans()] == ["byline_dateline"] * number
    person.do("undo")
    assert len(person.spans()) == 2


def test_a_drag_with_ctrl_offers_the_labels_where_none_was_used_yet(person: Person) -> None:
    start, end = person.place("নদীতে নৌকা")
    person.drag(person.point(start), person.point(end, ends=True), modifiers=CONTROL)
    person.choose_label(Qt.Key.Key_N)
    (span,) = person.spans()
    assert span.label == "navigation"
