"""The actions of the File menu: projects, import and export."""

from typing import TYPE_CHECKING, Final

from dittomark_gui.actions.spec import (
    NEEDS_LEAD,
    NEEDS_NOTHING,
    NEEDS_PAIR,
)
from dittomark_gui.i18n import QT_TRANSLATE_NOOP
from dittomark_gui.window.action_rows.row import ActionRow

if TYPE_CHECKING:
    from dittomark_gui.window.window_parts import WindowParts


def _report(parts: "WindowParts") -> None:
    """Write a report of the shown pair, a page to print or send."""
    from dittomark_gui.dialogs.pair_report import ask_report

    if parts.workspace.pair is not None:
        ask_report(parts.frame, parts.workspace.pair)


def _restore(parts: "WindowParts") -> None:
    """Restore a backup of the project."""
    from dittomark_gui.dialogs.restore_dialog import RestoreDialog

    RestoreDialog.open_for(parts.frame)


def _recover(parts: "WindowParts") -> None:
    """Recover the readable part of a damaged project file into a new file."""
    from dittomark_gui.dialogs.recover_dialog import ask_damaged

    ask_damaged(parts.frame)


FILE: Final = (
    ActionRow(
        "new_project",
        "file",
        QT_TRANSLATE_NOOP("Actions", "New project…"),
        ("Ctrl+N",),
        NEEDS_NOTHING,
        run=lambda parts: parts.projects.ask_new(),
    ),
    ActionRow(
        "open_project",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Open project…"),
        ("Ctrl+O",),
        NEEDS_NOTHING,
        run=lambda parts: parts.projects.ask_open(),
    ),
    ActionRow(
        "open_sample",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Open the sample project"),
        (),
        NEEDS_NOTHING,
        run=lambda parts: parts.projects.open_sample(),
    ),
    ActionRow(
        "import_files",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Import articles…"),
        ("Ctrl+I",),
        NEEDS_LEAD,
        section=True,
        run=lambda parts: parts.projects.ask_import_files(),
    ),
    ActionRow(
        "import_folder",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Import a folder…"),
        (),
        NEEDS_LEAD,
        run=lambda parts: parts.projects.ask_import_folder(),
    ),
    ActionRow(
        "export",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Export…"),
        ("Ctrl+E",),
        run=lambda parts: parts.projects.ask_export(),
    ),
    ActionRow(
        "report",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Report of this pair…"),
        ("Ctrl+P",),
        NEEDS_PAIR,
        run=_report,
    ),
    ActionRow(
        "restore",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Restore a backup…"),
        run=_restore,
    ),
    ActionRow(
        "recover",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Recover a damaged file…"),
        (),
        NEEDS_NOTHING,
        run=_recover,
    ),
    ActionRow(
        "close_project",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Close project"),
        ("Ctrl+W",),
        section=True,
        run=lambda parts: parts.session.close(),
    ),
    ActionRow(
        "quit",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Quit"),
        ("Ctrl+Q",),
        NEEDS_NOTHING,
        run=lambda parts: parts.frame.close(),
    ),
)
