"""The start page: recent projects, including missing ones."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from tests.helpers.window import LEFT, PLAIN, Person

from dittomark.project import Project
from dittomark_gui.panels.recent_list import RecentList
from dittomark_gui.user_settings import Settings


@pytest.fixture
def recent(person: Person, tmp_path: Path) -> RecentList:
    """The list with `kept` above `lost`, whose file was deleted."""
    for name in ("lost", "kept"):
        path = tmp_path / f"{name}.ditto"
        Project.create(path, annotator="A1").close()
        person.open_project(path)
    person.do("close_project")
    (tmp_path / "lost.ditto").unlink()
    person.window.show_page()
    return person.window.start_page.recent


def names(recent: RecentList) -> list[str]:
    return [recent.item(row).text().splitlines()[0] for row in range(recent.count())]


def middle_of(recent: RecentList, row: int) -> QPoint:
    return recent.visualItemRect(recent.item(row)).center()


def remembered(tmp_path: Path) -> list[str]:
    """Return the list at the next start."""
    settings = Settings(str(tmp_path / "settings" / "dittomark.ini"))
    return [Path(path).stem for path in settings.preferences.recent]


def test_a_project_that_is_gone_says_where_it_was(
    person: Person, recent: RecentList, tmp_path: Path
) -> None:
    assert names(recent) == ["kept", "lost"]
    assert str(tmp_path / "lost.ditto") in recent.item(1).text()
    QTest.mouseClick(recent.viewport(), LEFT, PLAIN, middle_of(recent, 1))
    assert not person.app.session.is_open
    QTest.mouseClick(recent.viewport(), LEFT, PLAIN, middle_of(recent, 0))
    assert person.app.session.project.name == "kept"


def test_delete_takes_a_project_off_the_list(
    person: Person, recent: RecentList, tmp_path: Path
) -> None:
    QTest.mouseClick(recent.viewport(), LEFT, PLAIN, middle_of(recent, 1))
    person.press(Qt.Key.Key_Delete, where=recent)
    assert names(recent) == ["kept"]
    assert remembered(tmp_path) == ["kept"]
    person.press(Qt.Key.Key_Delete, where=recent)
    assert not recent.isVisible()
    assert remembered(tmp_path) == []
    assert (tmp_path / "kept.ditto").exists()


def test_the_context_menu_takes_a_project_off_the_list(
    person: Person, recent: RecentList, tmp_path: Path
) -> None:
    point = middle_of(recent, 1)
    QTest.mouseClick(recent.viewport(), Qt.MouseButton.RightButton, PLAIN, point)

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)

    QTimer.singleShot(100, choose)
    asked = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, point, recent.viewport().mapToGlobal(point)
    )
    QApplication.sendEvent(recent.viewport(), asked)
    person.qtbot.waitUntil(lambda: names(recent) == ["kept"], timeout=5_000)
    assert remembered(tmp_path) == ["kept"]


def test_whoever_cannot_read_it_chooses_another_language(person: Person, tmp_path: Path) -> None:
    person.window.show_page()
    switch = person.window.start_page.language
    assert [switch.itemText(row) for row in range(switch.count())] == ["English", "বাংলা"]
    assert switch.currentText() == "English"
    switch.setFocus()
    person.press(Qt.Key.Key_Down, where=switch)
    QApplication.processEvents()
    page = person.window.start_page
    assert page.language.currentText() == "বাংলা"
    assert "নতুন প্রকল্প…" in [button.text() for button in page.findChildren(QPushButton)]
    assert Settings(str(tmp_path / "settings" / "dittomark.ini")).preferences.language == "bn"
    person.app.settings.update(language="en")
    QApplication.processEvents()


def test_enter_opens_the_project_that_was_open_last(person: Person, recent: RecentList) -> None:
    assert person.window.focusWidget() is recent
    assert [item.text().split("\n")[0] for item in recent.selectedItems()] == ["kept"]
    person.press(Qt.Key.Key_Return)
    assert person.app.session.project.name == "kept"


def test_the_list_shows_where_the_keyboard_is(person: Person, recent: RecentList) -> None:
    recent.clearSelection()
    person.window.start_page.findChildren(QPushButton)[0].setFocus()
    recent.setFocus(Qt.FocusReason.TabFocusReason)
    assert len(recent.selectedItems()) == 1


def test_the_tab_key_goes_through_the_page_as_it_is_read(person: Person) -> None:
    buttons = person.window.start_page.findChildren(QPushButton)
    buttons.sort(key=lambda button: (button.y(), button.x()))
    assert person.window.focusWidget() is buttons[0]
    reached = []
    for _ in buttons:
        reached.append(person.window.focusWidget())
        person.press(Qt.Key.Key_Tab)
    assert reached == buttons


def test_the_project_that_enter_opens_is_in_sight_on_a_small_screen(
    person: Person, recent: RecentList
) -> None:
    person.window.resize(683, 384)
    person.settle()
    person.window.show_page()
    person.settle()
    assert person.window.focusWidget() is recent
    page = person.window.start_page
    row = recent.visualItemRect(recent.currentItem())
    place = recent.viewport().mapTo(page.viewport(), row.bottomLeft())
    assert page.viewport().rect().contains(place)
