"""The first run: asks for the annotator's name, then shows the tour."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from dittomark_gui.panels.tour import Tour
    from dittomark_gui.window.window_parts import WindowParts


class FirstRun(QObject):
    """Waits until the first project is open in a visible window."""

    def __init__(self, parts: "WindowParts") -> None:
        super().__init__(parts.frame)
        self._parts = parts
        self._touring = False
        parts.session.opened.connect(self._on_opened)
        parts.workspace.shown.connect(self._on_shown)

    def _on_opened(self) -> None:
        # Later: by then the articles are shown and painted.
        QTimer.singleShot(0, self, self._greet)

    def _on_shown(self) -> None:
        if not self._parts.session.settings.preferences.tour_seen:
            QTimer.singleShot(0, self, self._show_tour_over_pair)

    def _greet(self) -> None:
        frame, session = self._parts.frame, self._parts.session
        preferences = session.settings.preferences
        if not frame.isVisible() or not session.is_open:
            return
        if session.must_ask_annotator:
            from dittomark_gui.dialogs.annotator import HandedOutDialog

            HandedOutDialog(frame).present().finished.connect(self._greet_known)
        elif not preferences.annotator and not session.handed_out_to and session.writable:
            from dittomark_gui.dialogs.annotator import ask_annotator

            ask_annotator(frame).finished.connect(self._greet_named)
        else:
            self._show_tour_over_pair()

    def _show_tour_over_pair(self) -> None:
        """Show the tour when there is a pair to show it on and no dialog is open."""
        parts = self._parts
        preferences = parts.session.settings.preferences
        named = preferences.annotator or parts.session.handed_out_to or not parts.session.writable
        if (
            named
            and not preferences.tour_seen
            and parts.frame.isVisible()
            and parts.workspace.pair is not None
            and QApplication.activeModalWidget() is None
            and not self._touring
        ):
            self._touring = True
            show_tour(parts).destroyed.connect(self._on_tour_over)

    def _on_tour_over(self) -> None:
        self._touring = False

    def _greet_known(self) -> None:
        if not self._parts.session.must_ask_annotator:  # else the dialog asks for another name
            self._greet()

    def _greet_named(self) -> None:
        session = self._parts.session
        if not session.settings.preferences.annotator:
            # Closed without an answer: use the login name, and do not ask again.
            session.set_annotator(session.annotator)
        self._greet()


def show_tour(parts: "WindowParts") -> "Tour":
    """Start the tour of the window and return its widget."""
    from dittomark_gui.panels.tour import Targets, Tour

    list_was_there, was_folded = parts.left_panel.isVisible(), parts.label_panel.folded

    def reveal(part: "QWidget | None") -> None:
        """Show the part that a step explains; the other parts return to their previous state."""
        parts.label_panel.fold(was_folded and part is not parts.label_panel)
        parts.left_panel.setVisible(
            part is parts.left_panel
            or (list_was_there and not (was_folded and part is parts.label_panel))
        )

    return Tour(
        parts.frame,
        Targets(
            queue=parts.left_panel,
            articles=parts.view,
            labels=parts.label_panel,
            bottom_bar=parts.bottom_bar,
            top_bar=parts.top_bar,
            reveal=reveal,
        ),
    )
