"""F1 opens the manual at the topic of the focused panel, page or dialog."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QToolButton, QWidget
from tests.helpers.dialogs import DIALOGS
from tests.helpers.window import Person

import dittomark_gui.dialogs
import dittomark_gui.panels
from dittomark.sample.demo_project import create_demo
from dittomark_gui.dialogs.base import Dialog
from dittomark_gui.dialogs.manual import Manual
from dittomark_gui.dialogs.manual_pages import ManualPage, opening_of, pages
from dittomark_gui.panels.help import topic_of
from dittomark_gui.panels.page import Page
from dittomark_resources.languages import languages, translated_languages

LANGUAGES = tuple(languages())


@pytest.fixture
def sample(person: Person, tmp_path: Path) -> None:
    create_demo(tmp_path / "sample.ditto")
    person.open_project(tmp_path / "sample.ditto")


def place(topic: str, language: str) -> tuple[ManualPage, str]:
    """Return the page and the beginning of the section; fail if there is none."""
    slug, _, anchor = topic.partition("#")
    (page,) = [page for page in pages(language) if page.slug == slug]
    return page, page.sections[anchor] if anchor else page.title


def kinds(base: type[QWidget]) -> Iterator[type[QWidget]]:
    """Yield the dialog or page classes that are shown: those without subclasses."""
    for package in (dittomark_gui.dialogs, dittomark_gui.panels):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    for kind in base.__subclasses__():
        inner = list(kinds(kind))
        yield from inner or [kind]


def test_every_dialog_and_page_has_a_place_in_the_manual_in_both_languages() -> None:
    found = [*kinds(Dialog), *kinds(Page)]
    assert len(found) > 25
    for kind in found:
        topic = getattr(kind, "help_topic", "")
        assert topic, f"{kind.__name__} names no topic"
        for language in LANGUAGES:
            place(topic, language)


@pytest.mark.parametrize("language", translated_languages())
def test_sections_are_the_same_in_every_language_and_begin_something(language: str) -> None:
    for english, translated in zip(pages("en"), pages(language), strict=True):
        assert set(english.sections) == set(translated.sections), english.slug
        for page in (english, translated):
            openings = list(page.sections.values())
            assert len(set(openings)) == len(openings), page.slug
            assert all(openings)


@pytest.mark.usefixtures("sample")
def test_wherever_the_keyboard_can_be_there_is_help(person: Person) -> None:
    for key in ("show_pairs", "show_articles", "show_events", "guidelines", "adjudicate", "find"):
        person.window.parts.actions[key].trigger()
        QApplication.processEvents()
        for widget in person.window.findChildren(QWidget):
            focusable = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
            if focusable and widget.isVisible():
                topic = topic_of(widget)
                assert topic, f"{key}: {type(widget).__name__} {widget.accessibleName()}"
                for language in LANGUAGES:
                    place(topic, language)


def go_to_a_span_of_the_list(person: Person) -> None:
    person.mark_boilerplate(person.text().splitlines()[0], Qt.Key.Key_N)
    person.window.parts.label_panel.spans.setFocus()


PARTS: dict[str, Callable[[Person], object]] = {
    "marking-boilerplate#mark": lambda person: person.window.parts.view.focus_pane(0),
    "marking-boilerplate#change": go_to_a_span_of_the_list,
    "judging-pairs#relation": lambda person: person.window.parts.label_panel.note.setFocus(),
    "judging-pairs#queue": lambda person: person.do("show_pairs"),
    "events#registry": lambda person: person.do("show_events"),
    "for-project-leads#dashboard": lambda person: person.window.parts.actions[
        "dashboard"
    ].trigger(),
    "events#timeline": lambda person: person.do("timeline"),
    "first-ten-minutes": lambda person: person.do("close_project"),
}


@pytest.mark.usefixtures("sample")
def test_f1_opens_the_manual_at_the_part_of_the_window(person: Person) -> None:
    for topic, go_there in PARTS.items():
        go_there(person)
        QApplication.processEvents()
        person.do("manual")
        assert_shown(person, person.window, topic)


@pytest.mark.usefixtures("sample")
def test_f1_opens_the_manual_over_every_dialog(person: Person) -> None:
    for name, open_it in DIALOGS.items():
        open_it(person)
        person.settle()
        dialog = open_dialog(person)
        assert isinstance(dialog, Dialog), name
        person.press(Qt.Key.Key_F1, where=keyboard(dialog))
        assert_shown(person, dialog, dialog.help_topic)
        dialog.reject()
        person.settle()


@pytest.mark.usefixtures("sample")
def test_the_question_mark_of_a_dialog_and_of_a_page_opens_the_manual(person: Person) -> None:
    person.do("preferences")
    dialog = open_dialog(person)
    person.click(question_mark(dialog))
    assert_shown(person, dialog, "first-ten-minutes#preferences")
    dialog.reject()
    person.do("timeline")
    person.click(question_mark(person.window.stack))
    assert_shown(person, person.window, "events#timeline")


def open_dialog(person: Person) -> QDialog:
    found = [item for item in person.window.findChildren(QDialog) if item.isVisible()]
    assert len(found) == 1
    return found[0]


def keyboard(dialog: QDialog) -> QWidget:
    focus: QWidget | None = dialog.focusWidget()
    return dialog if focus is None else focus


def question_mark(root: QWidget) -> QToolButton:
    (button,) = [
        item
        for item in root.findChildren(QToolButton)
        if item.objectName() == "help" and item.isVisible()
    ]
    return button


def assert_shown(person: Person, over: QWidget, topic: str) -> None:
    """The manual is open over the widget, with the topic's section at the top."""
    (manual,) = [item for item in over.findChildren(Manual) if item.isVisible()]
    page, opening = place(topic, "en")
    current = manual.list.currentItem()
    assert current is not None
    assert current.data(Qt.ItemDataRole.UserRole) == page.slug
    bar = manual.browser.verticalScrollBar()

    def at_the_section() -> bool:
        first = manual.browser.cursorForPosition(QPoint(20, 16)).block().text()
        return opening_of(first) == opening or bar.value() == bar.maximum()

    person.wait_for(at_the_section)
    assert opening in manual.browser.toPlainText()
    manual.close()
    QApplication.processEvents()
