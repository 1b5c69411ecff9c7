"""The columns side by side, and the gutters with ribbons between them."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QLocale, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from dittomark_gui.compare_view.column import Column
from dittomark_gui.compare_view.ribbons import Ribbon, Stub, arrow, label_place, path, stub_path
from dittomark_gui.i18n import translate
from dittomark_gui.look import theme
from dittomark_gui.look.theme import Theme

# Width of a gutter in pixels by the number of columns: more gutters leave the text less room.
_GUTTERS: Final = {1: 62, 2: 62, 3: 44, 4: 36}
_NARROW: Final = 360  # pixels a column: below it the gutters shrink too
_ROOM_FOR_TWO: Final = 480  # pixels: below it a line of two columns has only a few words
_LEFT_BUTTON: Final = Qt.MouseButton.LeftButton


class Gutter(QSplitterHandle):
    """The space between two columns: paints ribbons, takes clicks, and resizes the columns."""

    def __init__(self, columns: "Columns") -> None:
        super().__init__(Qt.Orientation.Horizontal, columns)
        self._columns = columns
        self._paths: list[tuple[QPainterPath, int]] = []
        self._pressed_at: QPointF | None = None
        self.setMouseTracking(True)
        self.setAccessibleName(translate("CompareView", "Ribbons between two articles"))

    def sizeHint(self) -> QSize:
        """Return a size with the width of the gutter."""
        return QSize(self._columns.handleWidth(), 50)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint every ribbon that has a visible end, the current one last."""
        colors = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), theme.color(colors.gutter))
        current = self._columns.current_passage
        ribbons = sorted(
            self._columns.ribbons_of(self), key=lambda ribbon: ribbon.passage == current
        )
        self._paths = [(path(ribbon, self.width()), ribbon.passage) for ribbon in ribbons]
        for ribbon, (outline, _) in zip(ribbons, self._paths, strict=True):
            self._paint_ribbon(painter, ribbon, outline, colors)
        for stub in self._columns.stubs_of(self):
            self._paint_stub(painter, stub, colors)
        self._paint_labels(painter, ribbons, colors)
        painter.end()

    def _paint_stub(self, painter: QPainter, stub: Stub, colors: Theme) -> None:
        """Paint the stub of a passage that continues in a column further away, with its number."""
        tint = colors.tint(stub.number)
        outline = stub_path(stub, self.width())
        self._paths.append((outline, stub.passage))
        painter.setBrush(theme.color(tint.fill))
        current = stub.passage == self._columns.current_passage
        painter.setPen(QPen(theme.color(tint.line), 2.2 if current else 1.0))
        painter.drawPath(outline)
        number = QLocale().toString(stub.column)
        words = f"{number} ▸" if stub.at_left else f"◂ {number}"
        left = self.width() * (0.34 if stub.at_left else 0.1)
        painter.setFont(theme.text_font("", 8))
        painter.setPen(theme.color(colors.text))
        box = QRectF(left, stub.side.middle - 8, self.width() * 0.56, 16)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_ribbon(
        self, painter: QPainter, ribbon: Ribbon, outline: QPainterPath, colors: Theme
    ) -> None:
        tint = colors.tint(ribbon.number)
        current = ribbon.passage == self._columns.current_passage
        fill = colors.weak if ribbon.weak else tint.fill
        solid = current or bool(ribbon.link_tags)
        painter.setBrush(theme.color(fill, 255 if solid else 175))
        style = Qt.PenStyle.DashLine if ribbon.weak else Qt.PenStyle.SolidLine
        width = 2.6 if current else 2.0 if ribbon.link_tags else 1.0
        painter.setPen(QPen(theme.color(tint.line), width, style))
        painter.drawPath(outline)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(tint.badge))
        for end, x in ((ribbon.left, 8.0), (ribbon.right, self.width() - 8.0)):
            if end.end != "visible":
                painter.drawPolygon(QPolygonF(arrow(end, x)))

    def _paint_labels(self, painter: QPainter, ribbons: list[Ribbon], colors: Theme) -> None:
        font = theme.text_font("", 8)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        taken: list[QRectF] = []
        for ribbon in reversed(ribbons):
            words = QLocale().toString(round(ribbon.similarity * 100)) + "%"
            if ribbon.link_tags:
                words = _link_words(ribbon, metrics, self.width() - 10)
            size = metrics.horizontalAdvance(words) + 8, metrics.height() + 1
            box = label_place(ribbon, self.width(), size, taken)
            if box is None or not self.rect().toRectF().contains(box):
                continue
            taken.append(box)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(colors.gutter, 215))
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(theme.color(colors.text))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def passage_at(self, place: QPointF) -> int | None:
        """Return the passage whose ribbon is at a point, the topmost one, or None."""
        for outline, passage in reversed(self._paths):
            if outline.contains(place):
                return passage
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click on a ribbon or a drag of the gutter."""
        self._pressed_at = event.position()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the gutter, or set the pointer shape for the ribbon under the pointer."""
        if event.buttons() & _LEFT_BUTTON:
            super().mouseMoveEvent(event)
            return
        over = self.passage_at(event.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.SplitHCursor
        self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Emit `ribbon_clicked` for a click on a ribbon."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed_at = self._pressed_at, None
        if pressed is None or (event.position() - pressed).manhattanLength() > 4:
            return
        passage = self.passage_at(event.position())
        if passage is not None:
            self._columns.ribbon_clicked.emit(passage)


def _link_words(ribbon: Ribbon, metrics: QFontMetricsF, room: float) -> str:
    """Return the label of a link's ribbon: kinds and arrows, or if too wide its number and arrows.

    The tags in the text carry the same number, with the name of the kind. `room` is in pixels.
    """
    words = ", ".join(f"{one.kind} {one.arrow}".strip() for one in ribbon.link_tags)
    if metrics.horizontalAdvance(words) <= room:
        return words
    arrows = "".join(sorted({one.arrow for one in ribbon.link_tags}))
    return f"{QLocale().toString(ribbon.number)} {arrows}".strip()


class Columns(QSplitter):
    """One to four columns that can be resized, hidden and reordered.

    Where there is no room for two, only the active one is shown.
    """

    ribbon_clicked = Signal(int)
    arranged = Signal()  # the set of visible columns or their order has changed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._ribbons_between: Callable[[int, int], list[Ribbon]] = lambda _left, _right: []
        self._stubs_between: Callable[[int, int], list[Stub]] = lambda _left, _right: []
        self._columns: list[Column] = []
        self._wanted: list[Column] = []
        self._hidden: set[Column] = set()
        self._active = 0
        self.one_at_a_time = False
        self.current_passage: int | None = None
        self.setHandleWidth(_GUTTERS[2])
        self.setChildrenCollapsible(False)

    def show_between(
        self,
        ribbons_between: Callable[[int, int], list[Ribbon]],
        stubs_between: Callable[[int, int], list[Stub]],
    ) -> None:
        """Set the functions that return the ribbons and stubs between a left and a right pane."""
        self._ribbons_between = ribbons_between
        self._stubs_between = stubs_between

    def createHandle(self) -> QSplitterHandle:
        """Return a gutter instead of Qt's plain handle."""
        return Gutter(self)

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show these columns in the order of their panes, all with the same width.

        With the same columns as before nothing changes: the user may have resized or swapped them.
        """
        before = [column for column in self._wanted if column not in self._hidden]
        for column in columns:
            if column not in self._columns:
                self._columns.append(column)
                self.addWidget(column)
        self._wanted = list(columns)
        self._hidden.clear()
        self._show_wanted()
        if len(before) != len(columns):
            self.setSizes([1000] * self.count())
        self.arrange()

    def set_hidden(self, pane: int, hidden: bool) -> None:
        """Hide a pane's column or show it again."""
        (self._hidden.add if hidden else self._hidden.discard)(self._columns[pane])
        self._show_wanted()
        self.arrange()

    def set_active(self, pane: int) -> None:
        """Set the pane that is shown where there is room for one only."""
        self._active = pane
        if self.one_at_a_time:
            self._show_wanted()
            self.arrange()

    def order(self) -> list[int]:
        """Return the panes from the first column to the last, without hidden ones.

        Where there is room for one only, all others count as well.
        """
        widgets = [self.widget(index) for index in range(self.count())]
        return [
            self._columns.index(widget)
            for widget in widgets
            if isinstance(widget, Column) and widget in self._wanted and widget not in self._hidden
        ]

    def _show_wanted(self) -> None:
        """Update the visibility of all columns: those in `order()`, or only the active one."""
        order = self.order()
        self.one_at_a_time = len(order) > 1 and self.width() < _ROOM_FOR_TWO
        if self.one_at_a_time:
            order = [self._active if self._active in order else order[0]]
        for pane, column in enumerate(self._columns):
            column.setHidden(pane not in order)

    def rotate(self) -> None:
        """Put the last column first; two columns change places."""
        last = self.widget(self.count() - 1)
        if last is not None and self.count() > 1:
            sizes = self.sizes()
            self.insertWidget(0, last)
            self.setSizes([sizes[-1], *sizes[:-1]])
            self.arrange()

    def arrange(self) -> None:
        """Put the overview bars on the outer edges."""
        order = self.order()
        self._fit_gutters()
        for place, pane in enumerate(order):
            self._columns[pane].set_overview_first(place == 0)
        self.update_gutters()
        self.arranged.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow the gutters when room is scarce; show one column when it is too scarce."""
        self._fit_gutters()
        if self.one_at_a_time is not (len(self.order()) > 1 and self.width() < _ROOM_FOR_TWO):
            self._show_wanted()
            self.arrange()
        super().resizeEvent(event)

    def _fit_gutters(self) -> None:
        count = max(1, len(self.order()))
        narrow = self.width() < count * _NARROW
        self.setHandleWidth(min(_GUTTERS[count], _GUTTERS[3] if narrow else _GUTTERS[1]))

    def update_gutters(self) -> None:
        """Repaint the gutters."""
        for index in range(1, self.count()):
            self.handle(index).update()

    def ribbons_of(self, gutter: Gutter) -> list[Ribbon]:
        """Return the ribbons of a gutter, in its coordinates, left to right."""
        panes = self._panes_beside(gutter)
        return self._ribbons_between(*panes) if panes else []

    def stubs_of(self, gutter: Gutter) -> list[Stub]:
        """Return the stubs in a gutter: passages that continue in columns further away."""
        panes = self._panes_beside(gutter)
        return self._stubs_between(*panes) if panes else []

    def on_screen(self) -> list[int]:
        """Return the panes from left to right on the screen, in a mirrored layout too."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return self.order()[::-1] if mirrored else self.order()

    def _panes_beside(self, gutter: Gutter) -> tuple[int, int] | None:
        """Return the panes to the left and the right of a gutter."""
        order = self.order()
        for first, second in pairwise(order):
            if self.handle(self.indexOf(self._columns[second])) is gutter:
                mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
                return (second, first) if mirrored else (first, second)
        return None

    def text_edges(self, pane: int) -> tuple[float, float]:
        """Return the top and the bottom of a pane's text in gutter coordinates."""
        viewport = self._columns[pane].view.viewport()
        top = viewport.mapTo(self, QPoint(0, 0)).y()
        return float(top), float(top + viewport.height())
