"""The main window in two steps: the start page at once, everything else once it is visible.

Importing and building the compare view and the lists takes a while, and the window should appear
before that. `complete` adds the rest with `assembly.py`.
"""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QDockWidget

from dittomark_gui.actions.physical_keys import sequences
from dittomark_gui.i18n import program_name, translate
from dittomark_gui.panels.frame import ROOM_BESIDE, Frame
from dittomark_gui.panels.widgets import plain_label
from dittomark_gui.session import Session
from dittomark_gui.view_state import ViewStore
from dittomark_gui.window.tab_order import in_reading_order, neighbour
from dittomark_gui.window.window_parts import WindowParts

_ROOM_FOR_LISTS: Final = 900


class MainWindow(Frame):
    """The main window: opens as the frame with its start page, and is completed afterwards."""

    def __init__(self, session: Session, view_store: ViewStore) -> None:
        super().__init__(session)
        self._view_store = view_store
        self._parts: WindowParts | None = None
        self._is_narrow = False
        self._wanted_width = 0  # width in pixels that docked panels want for the middle
        self.setWindowTitle(program_name())
        self.setAcceptDrops(True)
        self.middle.installEventFilter(self)

    @property
    def parts(self) -> WindowParts:
        """The parts that work on articles. Raises RuntimeError until the window is complete."""
        if self._parts is None:
            raise RuntimeError("the window is not complete yet")
        return self._parts

    def complete(self) -> None:
        """Add everything besides the start page, once."""
        if self._parts is None:
            from dittomark_gui.window.assembly import assemble

            self._parts = assemble(self, self._view_store)
            self._make_room(self._parts)
            # A panel that opens or closes may need other room than the one before.
            self.switch_changed.connect(lambda _key, _on: self._make_room(self.parts))

    # --- the middle -------------------------------------------------------------------------------

    def show_opening(self, path: Path) -> None:
        """Show the name of the file being opened, while the rest of the window is built."""
        text = translate("MainWindow", "Opening {name}…").format(name=path.name)
        label = plain_label(text, "muted")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stack.addWidget(label)
        self.stack.setCurrentWidget(label)

    def show_failure(self, report: str) -> None:
        """Show the report of an unexpected error."""
        from dittomark_gui.dialogs.failure import FailureDialog

        FailureDialog.open_for(self, report)

    # --- Qt events --------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save the note and the layout, and stop the threads."""
        self.shut()
        super().closeEvent(event)

    def shut(self) -> None:
        """Save unsaved input and the layout, stop all tasks; the session stays open."""
        if self._parts is None:
            return
        self.session.flush()
        self.settings.remember_window_state("geometry", self.saveGeometry())
        self.settings.remember_window_state("columns", self._parts.layout.columns.saveState())
        self._parts.team.stop()
        self.background.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hide the lists where the middle is narrow.

        This happens on a small screen with large letters, and beside a docked panel.
        """
        if event.type() == QEvent.Type.Resize and self._parts is not None:
            self._make_room(self._parts)
        return super().eventFilter(watched, event)

    def _make_room(self, parts: WindowParts) -> None:
        docked = (
            dock.property(ROOM_BESIDE) or 0
            for dock in self.findChildren(QDockWidget)
            if dock.isVisible() and not dock.isFloating()
        )
        wanted_width = max(docked, default=0)
        narrow = self.middle.width() < max(_ROOM_FOR_LISTS, wanted_width)
        # Only when the state changes: meanwhile the user may show and hide the lists.
        if narrow is not self._is_narrow:
            self._is_narrow = narrow
            # First: while the strip is visible, list and panel hide each other.
            parts.layout.strip.setVisible(narrow and parts.label_panel.wanted)
            parts.left_panel.setVisible(not narrow)
            parts.label_panel.fold(narrow)
        elif narrow and wanted_width > self._wanted_width:
            parts.left_panel.hide()  # shown by the user; a panel is in its place now
        self._wanted_width = wanted_width

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle Escape: close the find bar, clear the selection, or hide the message.

        Any other key that arrives here did nothing: show why, if it is a shortcut at all.
        """
        parts = self._parts
        if parts is None:
            super().keyPressEvent(event)
        elif event.key() != Qt.Key.Key_Escape:
            why = parts.actions.why_not(sequences(event))
            if why:
                self.session.messages.show_hint(why)
            super().keyPressEvent(event)
        elif parts.find_bar.isVisible():
            parts.find_bar.close_bar()
        elif parts.view.isVisible() and parts.view.selection() is not None:
            parts.view.clear_selection()
        else:
            self.session.messages.clear()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  (Qt's name)
        """Move the focus with the Tab key in reading order."""
        parts = self._parts
        if parts is None:
            return super().focusNextPrevChild(next)
        areas = (
            parts.top_bar,
            parts.left_panel,
            parts.view,
            parts.find_bar,
            parts.label_panel,
            parts.bottom_bar,
        )
        order = in_reading_order(self, areas)
        if not order:
            return False
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        neighbour(order, self.focusWidget(), step=1 if next else -1).setFocus(reason)
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept drags of local files and folders."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            _take_as_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Import dropped files, or open a dropped project."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        _take_as_copy(event)
        # End the drag for its source before a dialog opens.
        QTimer.singleShot(0, self, lambda: self.parts.projects.take_dropped(paths))


def _take_as_copy(event: QDropEvent) -> None:
    """Accept a drop as a copy, whatever is offered: a move would delete the user's file."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
