"""The menus, behind a button or in the menu bar of macOS."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar
from tests.helpers.window import Person

from dittomark_gui.window.action_rows import ACTIONS, MENUS


def keys_of(menu: QMenu) -> list[str]:
    """Return the keys of the actions in a menu, without its separators."""
    return [action.objectName() for action in menu.actions() if not action.isSeparator()]


def all_keys(entries: list[QAction]) -> list[str]:
    """Return the keys in all menus, in order."""
    opened = [entry.menu() for entry in entries]
    return [key for menu in opened if isinstance(menu, QMenu) for key in keys_of(menu)]


IN_ORDER = [spec.key for menu, _ in MENUS for spec in ACTIONS if spec.menu == menu]


def test_the_button_opens_every_action_of_the_table(person: Person) -> None:
    button = person.window.top_bar.menu_button
    menu = button.menu()
    assert isinstance(menu, QMenu)
    assert all_keys(menu.actions()) == IN_ORDER
    assert button.isVisible()
    assert person.window.findChild(QMenuBar) is None


def test_a_mac_has_them_in_the_menu_bar(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.system", lambda: "Darwin")
    person.app.rebuild_window()
    QApplication.processEvents()
    bar = person.window.menuBar()
    assert all_keys(bar.actions()) == IN_ORDER
    assert not person.window.top_bar.menu_button.isVisible()

    # What macOS moves into the program's own menu, and nothing else by a guess from its words.
    role = QAction.MenuRole
    roles = {
        action.objectName(): action.menuRole()
        for action in person.window.parts.actions.all_actions()
    }
    moved = {key: value for key, value in roles.items() if value is not role.NoRole}
    assert moved == {
        "preferences": role.PreferencesRole,
        "about": role.AboutRole,
        "quit": role.QuitRole,
    }

    # A clicked entry runs its action.
    view = next(entry for entry in bar.actions() if "full_screen" in all_keys([entry]))
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.actionGeometry(view).center())
    opened = view.menu()
    assert isinstance(opened, QMenu)
    assert opened.isVisible()
    larger = person.window.parts.actions["larger_text"]
    before = person.app.settings.preferences.text_size
    QTest.mouseClick(opened, Qt.MouseButton.LeftButton, pos=opened.actionGeometry(larger).center())
    assert person.app.settings.preferences.text_size == before + 1
