"""The actions of the Help menu."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from dittomark_gui.actions.spec import (
    NEEDS_NOTHING,
)
from dittomark_gui.i18n import QT_TRANSLATE_NOOP
from dittomark_gui.window.action_rows.row import ActionRow
from dittomark_gui.window.first_run import show_tour

if TYPE_CHECKING:
    from dittomark_gui.window.window_parts import WindowParts


def _show_palette(parts: "WindowParts") -> None:
    """Open the command palette."""
    from dittomark_gui.dialogs.palette import CommandPalette

    CommandPalette.open_for(parts.frame, parts.actions)


def _show_shortcuts(parts: "WindowParts") -> None:
    """Show all shortcuts, and let the user change them."""
    from dittomark_gui.dialogs.shortcut_sheet import ShortcutSheet

    ShortcutSheet.open_for(parts.frame, parts.actions)


def _show_tour(parts: "WindowParts") -> None:
    """Start the tour of the window."""
    show_tour(parts)


def _open_manual(parts: "WindowParts") -> None:
    """Open the manual at the page about the focused widget."""
    from dittomark_gui.dialogs.manual import open_manual

    open_manual(parts.frame)


def _show_messages(parts: "WindowParts") -> None:
    """List all messages of this session, the newest first."""
    from dittomark_gui.dialogs.message_list import MessageList

    MessageList(parts.frame).present()


def _show_about(parts: "WindowParts") -> None:
    """Show version, licence and links of the program."""
    from dittomark_gui.dialogs.about import AboutDialog

    AboutDialog.open_for(parts.frame)


def _open_menu(parts: "WindowParts") -> None:
    """Open the main menu for navigation with the arrow keys."""
    button = parts.top_bar.menu_button
    menu = button.menu()
    if menu is not None:  # None where the system has a menu bar with keys of its own
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        down = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(menu, down)  # highlights the first row without opening it


HELP: Final = (
    ActionRow(
        "palette",
        "help",
        QT_TRANSLATE_NOOP("Actions", "Find a command…"),
        ("Ctrl+K",),
        NEEDS_NOTHING,
        run=_show_palette,
    ),
    ActionRow(
        "open_menu",
        "help",
        QT_TRANSLATE_NOOP("Actions", "Open the menu"),
        ("F10",),
        NEEDS_NOTHING,
        run=_open_menu,
    ),
    ActionRow(
        "shortcuts",
        "help",
        QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts"),
        ("?", "Ctrl+F1"),
        NEEDS_NOTHING,
        run=_show_shortcuts,
    ),
    ActionRow(
        "tour",
        "help",
        QT_TRANSLATE_NOOP("Actions", "Show me around"),
        (),
        NEEDS_NOTHING,
        run=_show_tour,
    ),
    ActionRow(
        "manual",
        "help",
        QT_TRANSLATE_NOOP("Actions", "Manual"),
        ("F1",),
        NEEDS_NOTHING,
        run=_open_manual,
    ),
    ActionRow(
        "messages",
        "help",
        QT_TRANSLATE_NOOP("Actions", "Messages and warnings…"),
        (),
        NEEDS_NOTHING,
        run=_show_messages,
    ),
    ActionRow(
        "about",
        "help",
        QT_TRANSLATE_NOOP("Actions", "About Dittomark"),
        (),
        NEEDS_NOTHING,
        section=True,
        run=_show_about,
    ),
)
