"""The list of an article's spans, open suggestions and repeats, one line each.

A model with a delegate instead of widgets: an article may have hundreds of spans.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from dittomark_gui.i18n import translate
from dittomark_gui.look import theme as look

Index = QModelIndex | QPersistentModelIndex
_ROW_ROLE: Final = Qt.ItemDataRole.UserRole
_VISIBLE_ROWS: Final = 7


@dataclass(frozen=True, slots=True)
class SpanRow:
    """One line: `id` is that of the span or suggestion; a repeat is identified by `start`."""

    kind: Literal["span", "suggestion", "repeat"]
    id: str
    pane: int
    start: int
    name: str
    excerpt: str
    color: str
    mine: bool = True


class SpanListModel(QAbstractListModel):
    """The model of the rows, set by the panel."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[SpanRow] = []

    def set_rows(self, rows: Sequence[SpanRow]) -> None:
        """Show these rows."""
        if list(rows) == self._rows:
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rows(self) -> list[SpanRow]:
        """Return the rows."""
        return self._rows

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's text, or the row itself for the delegate."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == _ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            mark = "?" if row.kind == "suggestion" else ""
            return f"{row.name}{mark} · {row.excerpt}"
        return None


class _Delegate(QStyledItemDelegate):
    """Paints a line with its colour, and the clickable signs at its end."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return the height of a line with some padding."""
        return QSize(40, option.fontMetrics.height() + 9)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the line."""
        row = index.data(_ROW_ROLE)
        if not isinstance(row, SpanRow):
            return
        theme = look.current()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, look.color(theme.accent_soft))
        rect = option.rect.adjusted(8, 0, -6, 0)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        _paint_mark(painter, _at(rect, 0, 12, mirrored), row, theme)
        can_decide = option.widget.property("decidable") is not False
        signs = _signs(row) if can_decide else ()
        for (_, sign, name), place in zip(signs, _sign_rects(rect, signs, mirrored), strict=True):
            painter.setPen(look.color(getattr(theme, name)))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, sign)
        painter.setPen(look.color(theme.text if row.mine else theme.muted))
        room = rect.width() - 20 - 24 * len(signs)
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        shown = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        align = Qt.AlignmentFlag.AlignVCenter | (
            Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        )
        painter.drawText(_at(rect, 20, room, mirrored), align, shown)
        painter.restore()


def _paint_mark(painter: QPainter, rect: QRect, row: SpanRow, theme: look.Theme) -> None:
    """Paint a filled rectangle for a span, a dashed one for a suggestion, 〃 for a repeat."""
    if row.kind == "repeat":
        painter.setPen(look.color(theme.repeat))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "〃")
        return
    box = QRect(rect.left() + 2, rect.center().y() - 6, 8, 13)
    color = look.color(row.color or theme.tag)
    if row.kind == "span":
        painter.fillRect(box, color)
    else:
        painter.setPen(QPen(color, 1, Qt.PenStyle.DashLine))
        painter.drawRect(box)


def _signs(row: SpanRow) -> tuple[tuple[str, str, str], ...]:
    """Return (operation, sign, colour name) of a row's signs, from left to right."""
    if row.kind == "suggestion":
        return (("accept", "✓", "success"), ("refuse", "✕", "danger"))
    if row.kind == "span" and row.mine:
        return (("delete", "⌫", "muted"),)
    return ()


def _at(rect: QRect, left: int, width: int, mirrored: bool) -> QRect:
    x = rect.right() + 1 - left - width if mirrored else rect.left() + left
    return QRect(x, rect.top(), width, rect.height())


def _sign_rects(rect: QRect, signs: Sequence[object], mirrored: bool) -> list[QRect]:
    return [
        _at(rect, rect.width() - 24 * (len(signs) - place), 24, mirrored)
        for place in range(len(signs))
    ]


class SpanList(QListView):
    """The list view; emits signals for all operations and changes nothing itself."""

    help_topic = "marking-boilerplate#change"

    go_to_requested = Signal(object)  # SpanRow
    delete_requested = Signal(str)
    decided = Signal(str, bool)
    relabel_requested = Signal(str)
    emits_for_others = False  # Delete on another annotator's row emits the signal too, for a hint

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = SpanListModel()
        self._model.setParent(self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("SpanList", "Spans in this article"))
        self.clicked.connect(self._on_activated)

    def set_rows(self, rows: Sequence[SpanRow]) -> None:
        """Show these rows; the list is as high as its rows, up to a limit.

        The current row stays current; if it is gone, the row in its place becomes current.
        """
        at, row = self.currentIndex().row(), self.currentIndex().data(_ROW_ROLE)
        self._model.set_rows(rows)
        if isinstance(row, SpanRow) and rows:
            same = next((place for place, one in enumerate(rows) if one.id == row.id), at)
            self.setCurrentIndex(self._model.index(min(same, len(rows) - 1)))
        shown = min(len(rows), _VISIBLE_ROWS)
        height = self.fontMetrics().height() + 9
        self.setFixedHeight(shown * height + 4)
        self.setVisible(bool(rows))

    def rows(self) -> list[SpanRow]:
        """Return the rows."""
        return self._model.rows()

    def click_sign(self, row: SpanRow, operation: str) -> None:
        """Perform the operation of a sign at the end of a row."""
        actions: dict[str, Callable[[], None]] = {
            "accept": lambda: self.decided.emit(row.id, True),
            "refuse": lambda: self.decided.emit(row.id, False),
            "delete": lambda: self.delete_requested.emit(row.id),
        }
        actions[operation]()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Handle a click on a sign instead of the click on the row."""
        found = self._sign_at(event)
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self.click_sign(*found)
            event.accept()
            return
        super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the pointing hand over a sign."""
        over = self._sign_at(event) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Emit `relabel_requested` for a span."""
        row = self.indexAt(event.position().toPoint()).data(_ROW_ROLE)
        if isinstance(row, SpanRow) and row.kind == "span" and self._sign_at(event) is None:
            self.relabel_requested.emit(row.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the keys of a row: Enter goes to its text, Delete deletes, L, + and -."""
        row = self.currentIndex().data(_ROW_ROLE)
        if not isinstance(row, SpanRow):
            self._move_or_leave(event)
            return
        operation = {
            ("span", Qt.Key.Key_Delete): "delete",
            ("span", Qt.Key.Key_Backspace): "delete",
            ("suggestion", Qt.Key.Key_Plus): "accept",
            ("suggestion", Qt.Key.Key_Minus): "refuse",
        }.get((row.kind, Qt.Key(event.key())))
        if operation is not None and (
            row.mine or row.kind == "suggestion" or self.emits_for_others
        ):
            self.click_sign(row, operation)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_to_requested.emit(row)
        elif event.key() == Qt.Key.Key_L and row.kind == "span":
            self.relabel_requested.emit(row.id)
        else:
            self._move_or_leave(event)

    def _move_or_leave(self, event: QKeyEvent) -> None:
        """Move in the list; ignore letters and digits, so that the window gets them."""
        if event.text().strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Claim the list's keys before the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            own = (Qt.Key.Key_Delete, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_L)
            if event.key() in own and self.currentIndex().isValid():
                event.accept()
                return True
        return super().event(event)

    def _on_activated(self, index: QModelIndex) -> None:
        row = index.data(_ROW_ROLE)
        if isinstance(row, SpanRow):
            self.go_to_requested.emit(row)

    def _sign_at(self, event: QMouseEvent) -> tuple[SpanRow, str] | None:
        point = event.position().toPoint()
        index = self.indexAt(point)
        row = index.data(_ROW_ROLE)
        if not isinstance(row, SpanRow):
            return None
        signs = _signs(row)
        rect = self.visualRect(index).adjusted(8, 0, -6, 0)
        for sign, place in zip(signs, _sign_rects(rect, signs, self.isRightToLeft()), strict=True):
            if place.contains(point):
                return row, sign[0]
        return None
