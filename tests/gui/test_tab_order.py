"""The Tab key moves through the window in reading order, and back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QRadioButton, QWidget
from tests.helpers.window import SHIFT, Person

from dittomark.sample.demo_project import create_demo


@pytest.fixture(autouse=True)
def sample(person: Person, tmp_path: Path) -> None:
    create_demo(tmp_path / "sample.ditto")
    person.open_project(tmp_path / "sample.ditto")


@pytest.fixture
def right_to_left() -> Iterator[None]:
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def walk(person: Person, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Press a key until the first control is reached again; return the focused controls."""
    start = person.window.top_bar.menu_button
    start.setFocus()
    shift = key == Qt.Key.Key_Backtab
    seen: list[QWidget] = [start]
    while len(seen) < 200:
        person.press(key, SHIFT if shift else Qt.KeyboardModifier.NoModifier)
        focus = person.window.focusWidget()
        if focus is start:
            return seen
        seen.append(focus)
    raise AssertionError("the round has no end")


def parts(person: Person) -> list[QWidget]:
    """Return the parts of the window in reading order."""
    window = person.window
    return [
        window.top_bar,
        window.parts.left_panel,
        window.parts.view,
        window.parts.find_bar,
        window.parts.label_panel,
        window.parts.bottom_bar,
    ]


def test_it_goes_part_by_part_and_reaches_everything_once(person: Person) -> None:
    person.press(Qt.Key.Key_3)  # a relation: one button represents all of them
    person.do("find")
    seen = walk(person)
    assert len(set(seen)) == len(seen)
    places = [
        next(place for place, part in enumerate(parts(person)) if part.isAncestorOf(widget))
        for widget in seen
    ]
    assert places == sorted(places)
    assert set(places) >= {0, 1, 2, 3, 4}
    radios = [widget for widget in seen if isinstance(widget, QRadioButton)]
    assert [radio.isChecked() for radio in radios] == [True]
    buttons = person.window.parts.label_panel.findChildren(QPushButton)
    expected = {button for button in buttons if button.isVisible() and button.isEnabled()}
    assert expected <= set(seen)


def test_it_goes_back_the_way_it_came(person: Person) -> None:
    forwards = walk(person)
    backwards = walk(person, Qt.Key.Key_Backtab)
    assert backwards == [forwards[0], *reversed(forwards[1:])]


def test_what_came_later_is_reached_where_it_stands(person: Person) -> None:
    """Attached events are new widgets each time; they are between relations and spans."""
    panel = person.window.parts.label_panel
    seen = [widget for widget in walk(person) if panel.isAncestorOf(widget)]
    heights = [widget.mapTo(panel, QPoint()).y() for widget in seen]
    assert heights == sorted(heights)


def test_a_page_over_the_articles_is_reached_after_the_top_bar(person: Person) -> None:
    person.window.parts.actions["dashboard"].trigger()
    person.settle()
    seen = walk(person)
    bar = person.window.top_bar
    inside = [not bar.isAncestorOf(widget) for widget in seen]
    assert any(inside)
    assert inside == sorted(inside)
    assert not any(person.window.parts.left_panel.isAncestorOf(widget) for widget in seen)


@pytest.mark.usefixtures("right_to_left")
def test_where_reading_begins_on_the_right_so_does_the_line(person: Person) -> None:
    person.app.rebuild_window()
    person.settle()
    bar = person.window.top_bar
    seen = [widget for widget in walk(person) if bar.isAncestorOf(widget)]
    centers = [widget.mapTo(bar, widget.rect().center()).x() for widget in seen]
    assert centers == sorted(centers, reverse=True)
    assert len(centers) > 3
