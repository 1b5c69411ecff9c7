"""Everything that opens over the window. Each is imported when it is opened, not before."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dittomark_gui.main_window import MainWindow


def attach_event(window: "MainWindow") -> None:
    """Choose or create an event for the articles on the desk."""
    from dittomark_gui.dialogs.event_chooser import EventChooser

    EventChooser.open_for(window)


def edit_event(window: "MainWindow", event_id: str) -> None:
    """Edit an entry of the event registry."""
    from dittomark_gui.dialogs.event_editor import EventEditor

    EventEditor.open_for(window, event_id)


def edit_event_of_membership(window: "MainWindow", membership_id: str) -> None:
    """Edit the event that a membership attaches."""
    project = window.session.project
    for membership in project.memberships():
        if membership.id == membership_id:
            edit_event(window, membership.event_id)
            return


def show_palette(window: "MainWindow") -> None:
    """Find a command by a few of its letters."""
    from dittomark_gui.dialogs.palette import CommandPalette

    CommandPalette.open_for(window)


def show_shortcuts(window: "MainWindow") -> None:
    """Show every key, and let a person change them."""
    from dittomark_gui.dialogs.shortcut_sheet import ShortcutSheet

    ShortcutSheet.open_for(window)


def ask_annotator(window: "MainWindow") -> None:
    """Ask under whose name judgements are written."""
    from dittomark_gui.dialogs.annotator import ask_annotator as ask

    ask(window)


def show_failure(window: "MainWindow", report: str) -> None:
    """Show the report of an unexpected error."""
    from dittomark_gui.dialogs.failure import FailureDialog

    FailureDialog.open_for(window, report)


def open_url(url: str) -> None:
    """Open a web address in the browser; anything that is not http or https is left alone."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    address = QUrl(url, QUrl.ParsingMode.StrictMode)
    if address.isValid() and address.scheme() in ("http", "https") and address.host():
        QDesktopServices.openUrl(address)
