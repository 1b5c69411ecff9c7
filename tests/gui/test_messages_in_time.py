"""A message disappears with its subject; its Undo reverts the named step; it covers nothing."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from tests.helpers.projects import make_project
from tests.helpers.window import CONTROL, Person

from dittomark.annotations import NewPair, Suggestion


@pytest.fixture(autouse=True)
def work(person: Person, tmp_path: Path) -> None:
    """Two pairs; the articles of the first have two suggestions on the left, one on the right."""
    with make_project(tmp_path) as project:
        one, other, third = [info.id for info in project.article_infos()]
        project.add_pairs([NewPair(one, other), NewPair(one, third)])
        for article, start, end, label in (
            (one, 0, 18, "navigation"),
            (one, 63, 73, "related_links"),
            (other, 47, 57, "share_subscribe"),
        ):
            project.add_suggestions(
                [
                    Suggestion(
                        "", "span", "lines", "1", 0.9,
                        label=label, article_id=article, start=start, end=end,
                    )
                ]
            )  # fmt: skip
    person.open_project(tmp_path / "work.ditto")


def bar(person: Person) -> QWidget:
    return person.window.message_bar


def shown_text(person: Person) -> str:
    if not bar(person).isVisible():
        return ""
    return next(label.text() for label in bar(person).findChildren(QLabel))


def undo_button(person: Person) -> QPushButton | None:
    buttons = [item for item in bar(person).findChildren(QPushButton) if item.isVisible()]
    return buttons[0] if buttons else None


def test_choose_a_relation_first_goes_with_its_pair(person: Person) -> None:
    person.press(Qt.Key.Key_Space)
    assert shown_text(person).startswith("Choose a relation first")
    person.do("next_pair")
    assert shown_text(person) == ""


def test_an_undo_that_was_overtaken_is_gone(person: Person) -> None:
    person.press(Qt.Key.Key_Home, CONTROL)
    person.press(Qt.Key.Key_O)
    person.press(Qt.Key.Key_G)
    person.press(Qt.Key.Key_Delete)
    assert not person.spans()
    assert undo_button(person) is not None
    person.press(Qt.Key.Key_3)
    assert undo_button(person) is None
    assert person.judgement().relation == "partially_derived"


def test_an_undo_brings_back_what_it_names(person: Person) -> None:
    person.press(Qt.Key.Key_Home, CONTROL)
    person.press(Qt.Key.Key_O)
    person.press(Qt.Key.Key_G)
    person.press(Qt.Key.Key_Delete)
    button = undo_button(person)
    assert button is not None
    person.click(button)
    assert [span.label for span in person.spans()] == ["comment_form"]


def test_a_key_that_does_nothing_says_why_instead_of_what_was_done_before(person: Person) -> None:
    person.press(Qt.Key.Key_U, CONTROL)
    assert shown_text(person) == "3 suggestions accepted."
    person.press(Qt.Key.Key_U, CONTROL)
    assert shown_text(person) == "No suggestion is open here."


def test_a_message_covers_neither_text_nor_the_way_on(person: Person) -> None:
    person.app.messages.warn("Two files could not be read. " * 12)
    person.settle()

    def place(widget: QWidget) -> QRect:
        return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())

    message = place(bar(person))
    assert message.height() > 20
    covered = [*person.window.parts.view.panes.views(), person.window.parts.label_panel]
    for widget in (*covered, person.window.parts.bottom_bar, person.window.parts.left_panel):
        assert not message.intersects(place(widget)), widget


def test_open_suggestions_are_said_before_and_after_the_pair_is_done(person: Person) -> None:
    panel = person.window.parts.label_panel
    assert panel.open_suggestions.isVisible()
    assert panel.open_suggestions.text() == "2 suggestions open on the left, 1 on the right"
    person.do("swap_panes")
    assert panel.open_suggestions.text() == "1 suggestion open on the left, 2 on the right"
    person.do("swap_panes")
    person.press(Qt.Key.Key_3)
    person.finish_pair()
    assert shown_text(person) == (
        "The pair is done; 2 suggestions open on the left, 1 on the right."
    )
    back = undo_button(person)
    assert back is not None
    person.click(back)
    person.settle()
    # One key takes them all, in one step.
    person.press(Qt.Key.Key_U, CONTROL)
    assert not panel.open_suggestions.isVisible()
    assert (len(person.spans(0)), len(person.spans(1))) == (2, 1)
    person.do("undo")
    assert (len(person.spans(0)), len(person.spans(1))) == (0, 0)
    person.settle()


def test_the_line_of_open_suggestions_leads_there(person: Person) -> None:
    person.window.parts.view.focus_pane(1)
    person.click(person.window.parts.label_panel.open_suggestions)
    assert person.window.parts.view.current_span() is not None


def test_what_is_said_of_a_pair_that_is_done_goes_when_people_go_back_to_it(person: Person) -> None:
    person.press(Qt.Key.Key_3)
    person.finish_pair()
    assert shown_text(person).startswith("The pair is done;")
    person.do("previous_pair")
    assert shown_text(person) == ""
