"""The team's status in the bottom bar; a click opens the details."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from dittomark_gui.tips import plain_tip

_WIDEST: Final = 320
_EDGES: Final = 18  # pixels around the text


class TeamLine(QPushButton):
    """Shows the last seen member and the waiting steps in a few words; hidden outside a team."""

    help_topic = "team-folder#line"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quiet")
        self.setFlat(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._words = ""
        self.hide()

    def show_words(self, words: str, *, details: str = "", alarm: bool = False) -> None:
        """Show a text; an empty one hides the line. `alarm` marks a problem."""
        self._words = words
        self.setVisible(bool(words))
        self.setAccessibleName(words)
        self.setAccessibleDescription(details)
        self.setToolTip(plain_tip(details or words))
        if self.property("alarm") != alarm:
            self.setProperty("alarm", alarm)
            self.style().unpolish(self)
            self.style().polish(self)
        self.updateGeometry()
        self._fit()

    def words(self) -> str:
        """Return the text without an ellipsis."""
        return self._words

    def sizeHint(self) -> QSize:
        """Return room for the whole text, up to a limit."""
        needed = self.fontMetrics().horizontalAdvance(self._words) + _EDGES
        return QSize(min(needed, _WIDEST), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return a width of a few letters."""
        return QSize(60, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elide the text for the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(self.width() - _EDGES + 2, 20)
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
