"""A key has one meaning, whatever has the focus: every control × the most used keys."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QRadioButton, QWidget
from tests.helpers.projects import make_project
from tests.helpers.window import Person

from dittomark.annotations import NewPair
from dittomark_gui.dialogs.search_dialog import FindPairsDialog
from dittomark_gui.panels.span_list import SpanList

Kind = tuple[type[QWidget], bool]  # of control, and whether it is in an article
ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


@dataclass(frozen=True)
class Work:
    """The state of the shown pair that any key could change."""

    relation: str | None
    done: bool
    skipped: bool
    flagged: bool
    spans: int
    events: int


@pytest.fixture
def sample(person: Person, tmp_path: Path) -> Person:
    """A short pair with a chosen relation and a current span."""
    with make_project(tmp_path) as project:
        one, other, third = [info.id for info in project.article_infos()]
        project.add_pairs([NewPair(one, other), NewPair(one, third), NewPair(other, third)])
    person.open_project(tmp_path / "work.ditto")
    person.press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    person.press(Qt.Key.Key_N)
    person.press(Qt.Key.Key_G)
    person.press(Qt.Key.Key_5)
    return person


def tab_to(person: Person, number: int) -> QWidget:
    """Focus the control that a number of Tab presses leads to."""
    person.window.parts.view.panes.views()[0].setFocus()
    for _ in range(number):
        person.press(Qt.Key.Key_Tab)
    return person.window.focusWidget()


def round_length(person: Person) -> int:
    """Return the number of Tab presses until the focus is back."""
    start = tab_to(person, 0)
    for count in range(1, 200):
        person.press(Qt.Key.Key_Tab)
        if person.window.focusWidget() is start:
            assert count > 12
            return count
    raise AssertionError("the round has no end")


def work(person: Person, pair_id: str) -> Work:
    project = person.app.session.project
    said = project.judgement(pair_id, "A1")
    pair = project.pair(pair_id)
    spans = [span for article in (pair.a, pair.b) for span in project.spans(article)]
    events = [
        event for article in (pair.a, pair.b) for event in project.memberships(article_id=article)
    ]
    return Work(
        said.relation if said else None,
        bool(said and said.done),
        bool(said and said.skipped),
        bool(said and said.flagged),
        len(spans),
        len(events),
    )


def for_every_control(
    person: Person, keys: tuple[Qt.Key, ...], check: Callable[[Kind, Work, Work, str], None]
) -> None:
    """Press each key on each control, starting from the same pair and judgement."""
    project = person.app.session.project
    pair = person.window.parts.workspace.pair
    assert pair is not None
    steps: list[object] = []
    person.app.session.changed.connect(steps.append)
    for number in range(round_length(person)):
        for key in keys:
            control = tab_to(person, number)
            if isinstance(control, QLineEdit | QPlainTextEdit):
                continue
            before = work(person, pair.id)
            steps.clear()
            name = f"{type(control).__name__} “{control.accessibleName()}”, {Qt.Key(key).name}"
            kind = type(control), person.window.parts.view.isAncestorOf(control)
            person.press(key, where=control)
            popup = person.app.application.activePopupWidget()
            if popup is not None:
                popup.close()
            check(kind, before, work(person, pair.id), name)
            for _ in tuple(steps):
                project.undo(annotator="A1")
            if person.window.parts.workspace.pair != pair:
                person.window.parts.navigation.show_pair(pair.id)
            assert work(person, pair.id) == before, name
    person.app.session.changed.disconnect(steps.append)
    person.settle()


def test_space_is_done_once_a_relation_is_chosen(sample: Person) -> None:
    def check(_kind: Kind, before: Work, after: Work, name: str) -> None:
        assert (after.relation, after.done) == (before.relation, True), name
        assert (after.flagged, after.skipped) == (False, False), name
        assert (after.spans, after.events) == (before.spans, before.events), name

    for_every_control(sample, (Qt.Key.Key_Space,), check)


def test_a_digit_is_a_relation(sample: Person) -> None:
    def check(_kind: Kind, before: Work, after: Work, name: str) -> None:
        assert after == Work("unrelated", False, False, False, before.spans, before.events), name

    for_every_control(sample, (Qt.Key.Key_6,), check)


def test_a_labels_letter_marks_where_the_caret_is_seen_and_nowhere_else(sample: Person) -> None:
    sample.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)

    def check(kind: Kind, before: Work, after: Work, name: str) -> None:
        assert after.spans >= before.spans, name
        if not kind[1] or issubclass(kind[0], QAbstractButton):
            assert after == before, name
            assert sample.messages()[-1] == "Click into an article first, or select text.", name

    for_every_control(sample, (Qt.Key.Key_Y,), check)


def test_arrows_judge_and_mark_nothing(sample: Person) -> None:
    def check(_kind: Kind, before: Work, after: Work, name: str) -> None:
        assert after == before, name

    for_every_control(sample, ARROWS, check)


def test_delete_takes_a_span_only_from_an_article_or_the_list_of_spans(sample: Person) -> None:
    def check(kind: Kind, before: Work, after: Work, name: str) -> None:
        if not kind[1] and not issubclass(kind[0], SpanList):
            assert after == before, name
        assert (after.relation, after.done) == (before.relation, before.done), name

    for_every_control(sample, (Qt.Key.Key_Delete,), check)


def test_enter_presses_what_has_the_keyboard(sample: Person) -> None:
    relations = sample.window.parts.label_panel.relations
    radio = relations.rows[1].button
    radio.setFocus()
    sample.press(Qt.Key.Key_Return, where=radio)
    assert sample.judgement().relation == relations.rows[1].key
    flag = sample.window.parts.label_panel.flag
    flag.setFocus()
    sample.press(Qt.Key.Key_Return, where=flag)
    assert sample.judgement().flagged


def test_without_a_relation_space_chooses_the_one_that_has_the_keyboard(sample: Person) -> None:
    sample.press(Qt.Key.Key_0)
    radio = sample.window.parts.label_panel.relations.rows[2].button
    radio.setFocus()
    sample.press(Qt.Key.Key_Space, where=radio)
    assert sample.judgement().relation == sample.window.parts.label_panel.relations.rows[2].key
    assert not sample.judgement().done


def test_the_keyboard_follows_to_the_relation_that_a_digit_chooses(sample: Person) -> None:
    rows = sample.window.parts.label_panel.relations.rows
    rows[0].button.setFocus()
    sample.press(Qt.Key.Key_6)
    focus = sample.window.focusWidget()
    assert isinstance(focus, QRadioButton)
    assert focus.isChecked()
    sample.press(Qt.Key.Key_Up)
    assert sample.judgement().relation == "unrelated"
    assert not sample.window.focusWidget().isChecked()  # type: ignore[attr-defined]


def test_a_list_that_a_click_opened_is_chosen_from_by_keys(sample: Person) -> None:
    sample.do("find_pairs")
    order = sample.dialog(FindPairsDialog).order
    sample.click(order)
    popup = sample.window.windowHandle()
    for window in QGuiApplication.topLevelWindows():
        if window.type() == Qt.WindowType.Popup and window.isVisible():
            popup = window
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(popup, key)
        sample.settle()
    assert order.currentData() == "cluster"
