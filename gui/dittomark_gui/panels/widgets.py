"""Small widgets the panels share: headings, key hints, chips, and a layout that wraps."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QSizePolicy,
    QTableView,
    QToolButton,
    QWidget,
)

from dittomark_gui.tips import plain_tip


def plain_label(text: str = "", name: str = "") -> QLabel:
    """Return a label that shows its text as it is; `name` is for the style sheet."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if name:
        label.setObjectName(name)
    return label


class KeyHint(QLabel):
    """A key as it is printed on a keyboard, beside what it does. Hidden without a key."""

    def __init__(self, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keyHint")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_key(key)

    def set_key(self, key: str) -> None:
        """Show another key."""
        self.setText(key)
        if not key:
            self.hide()
        elif self.parentWidget() is not None:
            self.show()


class Heading(QWidget):
    """A section's name in small capitals, with the key that leads there."""

    def __init__(self, text: str, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = plain_label(text.upper(), "heading")
        self.hint = KeyHint(key)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._text)
        row.addWidget(self.hint)
        row.addStretch()

    def set_text(self, text: str) -> None:
        """Show another name."""
        self._text.setText(text.upper())


class ElidedLabel(QLabel):
    """One line that ends in … where it has no room; the whole text is in its tool tip."""

    def __init__(self, text: str = "", name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._full = ""
        self.set_full_text(text)

    def set_full_text(self, text: str) -> None:
        """Show another text."""
        self._full = " ".join(text.split())
        self.setAccessibleName(self._full)
        self._elide()

    def full_text(self) -> str:
        """Return the text without its ellipsis."""
        return self._full

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the text anew."""
        super().resizeEvent(event)
        self._elide()

    def sizeHint(self) -> QSize:
        """Ask for room for the whole text."""
        hint = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(self._full) + 4, hint.height())

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(
            self._full, Qt.TextElideMode.ElideRight, max(self.width(), 20)
        )
        self.setText(shown)
        self.setToolTip("" if shown == self._full else plain_tip(self._full))


class WrappingLink(QLabel):
    """A line of text that is pressed like a button and wraps where it has no room."""

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("link")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Be pressed."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)


class Chip(QWidget):
    """A rounded tag: its text is a button, and it may carry a second, small one (✕, ✓)."""

    clicked = Signal()
    side_clicked = Signal()

    def __init__(
        self,
        text: str,
        *,
        side: str = "",
        side_name: str = "",
        suggested: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("chip")
        self.setProperty("suggested", suggested)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._full = text
        self._text = QToolButton()
        self._text.setObjectName("chipText")
        self._text.setAccessibleName(text)
        self._text.setToolTip(plain_tip(text))
        self._text.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._text.clicked.connect(self.clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 1, 4 if side else 8, 1)
        row.setSpacing(2)
        row.addWidget(self._text)
        if side:
            button = QToolButton()
            button.setObjectName("chipSide")
            button.setText(side)
            button.setAccessibleName(side_name)
            button.setToolTip(plain_tip(side_name))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(self.side_clicked)
            row.addWidget(button)
        self.fit(260)

    def fit(self, width: int) -> None:
        """Cut the text so that the chip is at most `width` pixels wide."""
        metrics = self._text.fontMetrics()
        shown = metrics.elidedText(self._full, Qt.TextElideMode.ElideRight, max(width - 56, 40))
        self._text.setText(shown.replace("&", "&&"))


class FlowLayout(QLayout):
    """Puts widgets in rows from the reading edge, as words in a text."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take a widget in at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many widgets it holds."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one item, or None past the end (as Qt asks for it)."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give one item away, or None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def clear(self) -> None:
        """Free every widget."""
        while self._items:
            widget = self._items.pop().widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.invalidate()

    def hasHeightForWidth(self) -> bool:
        """Say that the height depends on how many rows the width makes."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows at that width."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the widgets."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the least size."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the largest widget."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(QSize(0, item.minimumSize().height()))
        return size

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        x, y, row_height = 0, 0, 0
        parent = self.parentWidget()
        mirrored = parent is not None and parent.isRightToLeft()
        for item in self._items:
            size = item.sizeHint()
            width = min(size.width(), rect.width())
            if x and x + width > rect.width():
                x, y, row_height = 0, y + row_height + self.spacing(), 0
            if move:
                left = rect.right() + 1 - x - width if mirrored else rect.left() + x
                item.setGeometry(QRect(QPoint(left, rect.top() + y), QSize(width, size.height())))
            x += width + self.spacing()
            row_height = max(row_height, size.height())
        return y + row_height


class FlowBox(QWidget):
    """A box of chips that is as high as its rows."""

    help_topic = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.flow = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Show these widgets and free those that were there."""
        self.flow.clear()
        for widget in widgets:
            self.flow.addWidget(widget)
            widget.show()  # else it has no height yet, and what is below lies on it for a moment
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Take the height of the rows when a chip has come, gone or changed."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the rows make the height."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        height = self.flow.heightForWidth(self.width())
        if height != self.minimumHeight():
            self.setFixedHeight(height)


def clear_layout(layout: QLayout) -> None:
    """Free every widget of a layout, so that it can be filled anew."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def inset_text(*boxes: QAbstractSpinBox) -> None:
    """Keep the number off the border: style sheets have no padding for it in a spin box."""
    for box in boxes:
        box.lineEdit().setTextMargins(6, 0, 0, 0)


def align_headers(table: QTableView) -> None:
    """Set the names of columns above the start of their cells, not in the middle."""
    table.horizontalHeader().setDefaultAlignment(
        Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
    )
