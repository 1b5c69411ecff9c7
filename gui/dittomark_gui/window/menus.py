"""Builds the menus: behind a button, or on macOS in the menu bar at the top of the screen."""

import platform
from typing import Final

from PySide6.QtWidgets import QMainWindow, QMenu

from dittomark_gui.actions.actions import Actions
from dittomark_gui.panels.top_bar import TopBar

_SUGGESTIONS: Final = (
    "next_suggestion",
    "previous_suggestion",
    "accept_suggestion",
    "refuse_suggestion",
    "accept_all",
    "refuse_all",
    "suggest",
)


def menus_belong_to_the_screen() -> bool:
    """Whether the system has its menus at the top of the screen."""
    return platform.system() == "Darwin"


def make_menus(window: QMainWindow, actions: Actions, top_bar: TopBar) -> None:
    """Build the menus from the table of actions."""
    if menus_belong_to_the_screen():
        actions.fill_menus(window.menuBar().addMenu)
        top_bar.menu_button.hide()
    else:
        menu = QMenu(window)
        actions.fill_menus(menu.addMenu)
        top_bar.menu_button.setMenu(menu)
    suggestions = QMenu(window)
    for key in _SUGGESTIONS:
        suggestions.addAction(actions[key])
    top_bar.add_tools(actions["undo"], actions["redo"], suggestions, actions["export"])
