"""Small widgets shared by the panels: headings, key hints, chips, and a wrapping layout."""

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
    """Return a label for plain text; `name` is its object name for the style sheet."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if name:
        label.setObjectName(name)
    return label


class KeyHint(QLabel):
    """A keyboard key, shown beside its function; hidden without a key."""

    def __init__(self, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keyHint")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_key(key)

    def set_key(self, key: str) -> None:
        """Set the key's text; an empty one hides the hint."""
        self.setText(key)
        if not key:
            self.hide()
        elif self.parentWidget() is not None:
            self.show()


class Heading(QWidget):
    """A section's title in capitals, with the key of its action."""

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
        """Set the title."""
        self._text.setText(text.upper())


class ElidedLabel(QLabel):
    """A label of one line that is elided if it has no room; the tooltip has the full text."""

    def __init__(self, text: str = "", name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._full = ""
        self.set_full_text(text)

    def set_full_text(self, text: str) -> None:
        """Set the full text."""
        self._full = " ".join(text.split())
        self.setAccessibleName(self._full)
        self._elide()

    def full_text(self) -> str:
        """Return the text without an ellipsis."""
        return self._full

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elide the text for the new width."""
        super().resizeEvent(event)
        self._elide()

    def sizeHint(self) -> QSize:
        """Return room for the whole text."""
        hint = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(self._full) + 4, hint.height())

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(
            self._full, Qt.TextElideMode.ElideRight, max(self.width(), 20)
        )
        self.setText(shown)
        self.setToolTip("" if shown == self._full else plain_tip(self._full))


class WrappingLink(QLabel):
    """A label that can be clicked like a button, and wraps if it has no room."""

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("link")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Emit `clicked`."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Emit `clicked` for Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)


class Chip(QWidget):
    """A rounded tag with a text button and, optionally, a small second button (✕, ✓)."""

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
        """Elide the text so that the chip is at most `width` pixels wide."""
        metrics = self._text.fontMetrics()
        shown = metrics.elidedText(self._full, Qt.TextElideMode.ElideRight, max(width - 56, 40))
        self._text.setText(shown.replace("&", "&&"))


class FlowLayout(QLayout):
    """A layout that places widgets in rows, like words in a text."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Append an item."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return an item, or None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def clear(self) -> None:
        """Delete all widgets."""
        while self._items:
            widget = self._items.pop().widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.invalidate()

    def hasHeightForWidth(self) -> bool:
        """Return True: the height depends on the number of rows at a width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows at a width."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the widgets."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the minimum size."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the height of the highest widget, without a minimum width."""
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
    """A widget that contains chips and has the height of their rows."""

    help_topic = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.flow = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Show these widgets and delete the previous ones."""
        self.flow.clear()
        for widget in widgets:
            self.flow.addWidget(widget)
            widget.show()  # otherwise it has no height yet, and overlaps the widget below
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Update the height when a chip was added, removed or changed."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Update the height for the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        height = self.flow.heightForWidth(self.width())
        if height != self.minimumHeight():
            self.setFixedHeight(height)


def clear_layout(layout: QLayout) -> None:
    """Delete all widgets of a layout, so that it can be filled again."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def inset_text(*boxes: QAbstractSpinBox) -> None:
    """Set a margin before the number: style sheets have no padding for it in a spin box."""
    for box in boxes:
        box.lineEdit().setTextMargins(6, 0, 0, 0)


def align_headers(table: QTableView) -> None:
    """Align the column headers with the start of their cells, not the middle."""
    table.horizontalHeader().setDefaultAlignment(
        Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
    )
