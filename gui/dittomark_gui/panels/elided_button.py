"""A button whose words end in an ellipsis where there is no room for them, and then are its tool tip."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QWidget

from dittomark_gui.tips import plain_tip

_EDGE: Final = 12  # pixels that stay free on the other side


class ElidedButton(QPushButton):
    """Keeps off what lies over its end, such as a key."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._taken = 0
        self._fit()

    def set_words(self, words: str) -> None:
        """Show these words, as far as there is room."""
        self._words = words
        self.setAccessibleName(words)
        self._fit()

    def keep_free(self, width: int) -> None:
        """Leave so many pixels at the end of the line to something else."""
        self._taken = width
        self.setStyleSheet(f"QPushButton {{ padding-left: 4px; padding-right: {width}px }}")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show more or fewer of the words."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what there is room for from the beginning."""
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
