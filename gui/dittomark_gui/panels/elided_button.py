"""A push button whose text is elided if there is no room; the tooltip then has the full text."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QWidget

from dittomark_gui.tips import plain_tip

_EDGE: Final = 12  # px that stay free at the other side


class ElidedButton(QPushButton):
    """A button with an elided text that keeps room for a widget at its end, such as a key hint."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._taken = 0
        self._fit()

    def set_words(self, words: str) -> None:
        """Set the full text."""
        self._words = words
        self.setAccessibleName(words)
        self._fit()

    def keep_free(self, width: int) -> None:
        """Reserve `width` pixels at the end of the button."""
        self._taken = width
        self.setStyleSheet(f"QPushButton {{ padding-left: 4px; padding-right: {width}px }}")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elide the text for the new width."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Elide the text for the width at the first display."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        inside = (
            self.style()
            .subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self)
            .width()
        )
        room = max(min(self.width() - self._taken - _EDGE, inside), 0)
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText((shown if self.isVisible() else self._words).replace("&", "&&"))
        self.setToolTip("" if shown == self._words else plain_tip(self._words))
