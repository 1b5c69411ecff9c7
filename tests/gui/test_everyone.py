"""Accessible names, mirrored layout, and plain text that is never interpreted."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QWidget,
)
from tests.helpers.dialogs import DIALOGS
from tests.helpers.window import Person

from dittomark.annotations import NewArticle
from dittomark.project import Project
from dittomark.sample.demo_project import create_demo
from dittomark_gui.app import App
from dittomark_gui.look import theme

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
)
EVIL = '<b>Bold</b> <img src="http://tracker.example/x.png"> & co'


@pytest.fixture
def sample(person: Person, tmp_path: Path) -> Path:
    path = tmp_path / "sample.ditto"
    create_demo(path)
    person.open_project(path)
    return path


def controls(root: QWidget) -> Iterator[QWidget]:
    for widget in root.findChildren(QWidget):
        inner = isinstance(widget.parent(), QComboBox | QAbstractSpinBox | QScrollBar)
        focusable = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        if isinstance(widget, CONTROLS) and focusable and not inner and widget.isVisible():
            yield widget


def name_of(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


OPENERS: dict[str, Callable[[Person], object]] = {
    "window": lambda _person: None,
    "events": lambda person: person.do("show_events"),
    "find": lambda person: person.do("find"),
    **DIALOGS,
    "dashboard": lambda person: person.do("dashboard"),
    "start": lambda person: person.do("close_project"),
}


@pytest.mark.usefixtures("sample")
def test_every_control_has_a_name_and_every_label_is_plain_text(person: Person) -> None:
    wrong = []
    for screen, opener in OPENERS.items():
        opener(person)
        person.settle()
        wrong += [(screen, item) for item in controls(person.window) if not name_of(item)]
        wrong += [
            (screen, label)
            for label in person.window.findChildren(QLabel)
            if label.textFormat() is Qt.TextFormat.AutoText and "<" in label.text()
        ]
        for dialog in person.window.findChildren(QDialog):
            dialog.reject()
    assert wrong == []


def test_markup_in_titles_and_events_is_shown_as_it_is(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "evil.ditto"
    with Project.create(path, annotator="A1") as project:
        ids = project.add_articles(
            [
                NewArticle("One text of a page.", title=EVIL, source=EVIL),
                NewArticle("Two.", title="x"),
            ]
        ).added
        project.add_pair(*ids)
        event = project.add_event(title=EVIL, place=EVIL)
        project.label_event(ids[0], event.id, annotator="A1")
    person.open_project(path)
    row = person.window.parts.lists.pairs.model.index(0, 0).data()
    assert row.startswith((EVIL, "x"))
    for widget in person.window.findChildren(QWidget):
        assert not widget.toolTip().startswith("<b>")
    labels = person.window.findChildren(QLabel)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels if label.text())


def test_only_web_addresses_open_and_only_in_the_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtGui import QDesktopServices

    from dittomark_gui.web import open_url

    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    for url in (
        "https://news.example/a?b=1",
        "http://news.example/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "smb://host/share",
        "https://",
        "mailto:someone@news.example",
    ):
        open_url(url)
    assert opened == ["https://news.example/a?b=1", "http://news.example/"]


@pytest.mark.usefixtures("sample")
def test_the_layout_is_mirrored_for_right_to_left_languages(person: Person) -> None:
    def left_of(widget: QWidget) -> int:
        return widget.mapTo(person.window, QPoint(0, 0)).x()

    assert left_of(person.window.parts.left_panel) < left_of(person.window.parts.label_panel)
    person.app.application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        person.app.rebuild_window()  # as a change of the language does
        person.settle()
        assert left_of(person.window.parts.left_panel) > left_of(person.window.parts.label_panel)
        assert not person.window.grab().isNull()
    finally:
        person.app.application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.usefixtures("sample")
def test_language_and_theme_change_at_once_and_the_pair_stays(person: Person) -> None:
    pair = person.window.parts.workspace.pair
    person.app.settings.update(theme="dark")
    assert theme.current().dark
    person.app.settings.update(language="bn")
    person.wait_for(lambda: person.window.parts.actions["undo"].text() == "ফিরিয়ে নিন")
    person.settle()
    assert person.window.parts.workspace.pair == pair
    person.app.settings.update(language="en", theme="light")
    person.wait_for(lambda: person.window.parts.actions["undo"].text() == "Undo")
    person.settle()


@pytest.mark.usefixtures("sample")
def test_text_grows_with_the_wheel_and_the_size_is_remembered(person: Person) -> None:
    before = person.app.settings.preferences.text_size
    person.window.parts.view.zoom_requested.emit(1)
    assert person.app.settings.preferences.text_size == before + 1
    person.do("normal_text")
    assert person.app.settings.preferences.text_size == before


def test_the_first_window_is_no_larger_than_the_screen(person: Person) -> None:
    """Otherwise "Done, next pair" would be below the edge of a small laptop's screen."""
    first = App(person.app.application, person.app.settings)
    room = first.window.screen().availableSize()
    assert room.width() < 1440  # the platform's screen is a small one
    assert first.window.width() <= room.width()
    assert first.window.frameGeometry().height() < room.height()
    first.close()


@pytest.mark.usefixtures("sample")
def test_the_window_fits_half_a_small_screen(person: Person) -> None:
    window = person.window
    window.resize(890, 384)
    person.wait_for(lambda: window.minimumSizeHint().width() < 683)
    window.resize(683, 384)  # 1366 × 768 at 200 %
    person.settle()
    assert window.width() <= 683
    assert not window.parts.left_panel.isVisible()
    assert window.parts.layout.strip.isVisible(), "the label panel is a click away"
    person.do("show_articles")
    assert window.parts.left_panel.isVisible()
    window.resize(1280, 800)
    person.settle()
    assert window.parts.left_panel.isVisible()
