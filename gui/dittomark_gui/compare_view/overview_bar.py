"""The narrow bar beside a pane: an overview of the whole article that is also its scroll bar.

All bars have the scale of the longest article, so that lengths can be compared by eye.
"""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from dittomark_gui.compare_view.article_view import ArticleView
from dittomark_gui.compare_view.marks import Mark
from dittomark_gui.compare_view.scroll_area import TOP
from dittomark_gui.i18n import translate
from dittomark_gui.look import theme
from dittomark_gui.look.theme import Theme

WIDTH: Final = 14
_LEAST: Final = 2.5
_ORDER: Final = ("sentence", "passage", "repeat", "span", "suggestion", "hit")


class OverviewBar(QWidget):
    """The overview and scroll bar of one `ArticleView`."""

    def __init__(self, view: ArticleView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._longest = 1.0
        self._picture: QPixmap | None = None
        self._grip: float | None = None
        self.setFixedWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(translate("CompareView", "Overview of the article"))
        view.verticalScrollBar().valueChanged.connect(self.update)
        view.geometry_changed.connect(self.refresh)

    def set_longest(self, height: float) -> None:
        """Set the height of the longest article in the view, in pixels."""
        if height != self._longest:
            self._longest = max(1.0, height)
            self.refresh()

    def refresh(self) -> None:
        """Redraw the overview, because marks, sizes or colours have changed."""
        self._picture = None
        self.update()

    def sizeHint(self) -> QSize:
        """Return a narrow size."""
        return QSize(WIDTH, 100)

    def _scale(self) -> float:
        """Return the height in the bar of one pixel of the article."""
        return min(1.0, self.height() / (self._longest + 2 * TOP))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cached overview, and a frame around the visible part."""
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = self._draw_picture(ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        colors = theme.current()
        frame = self.viewport_box()
        painter.setPen(QPen(theme.color(colors.viewport), 1))
        painter.setBrush(theme.color(colors.viewport, 40))
        painter.drawRect(frame)
        painter.end()

    def viewport_box(self) -> QRectF:
        """Return the rectangle of the article's visible part on the bar."""
        scale = self._scale()
        bar = self._view.verticalScrollBar()
        top = bar.value() * scale
        page = self._view.viewport().height()
        height = max(10.0, page * scale)
        return QRectF(0.5, top + 0.5, self.width() - 1, min(height, self.height() - top) - 1)

    def _draw_picture(self, ratio: float) -> QPixmap:
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        colors = theme.current()
        picture.fill(theme.color(colors.gutter))
        painter = QPainter(picture)
        height = (self._view.scene.layout.height + TOP) * self._scale()
        painter.fillRect(QRectF(0, 0, self.width(), height), theme.color(colors.rule, 120))
        for kind in _ORDER:
            for mark in self._view.scene.marks.all:
                if mark.kind == kind:
                    self._draw_mark(painter, mark, colors)
        painter.end()
        return picture

    def _draw_mark(self, painter: QPainter, mark: Mark, colors: Theme) -> None:
        layout = self._view.scene.layout
        scale = self._scale()
        top = (layout.y_of(mark.start)[0] + TOP) * scale
        last, height = layout.y_of(max(mark.start, mark.end - 1))
        tall = max(_LEAST, (last + height + TOP) * scale - top)
        inner = self.width() - 4
        box = QRectF(2, top, inner, tall)
        if mark.kind == "passage":
            strength = 90 if mark.style == "weak" else 255
            painter.fillRect(box, theme.color(colors.tint(mark.number).line, strength))
        elif mark.kind == "span":
            painter.fillRect(box.adjusted(0, 0, -inner * 0.45, 0), theme.color(colors.viewport))
        elif mark.kind == "suggestion":
            painter.setPen(QPen(theme.color(colors.tag), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(0, 0, -inner * 0.45, 0))
        elif mark.kind == "hit":
            painter.fillRect(QRectF(0, top, self.width(), _LEAST), theme.color(colors.hit_current))
            painter.fillRect(QRectF(self.width() - 4, top, 4, _LEAST), theme.color(colors.source))
        elif mark.kind == "repeat":
            painter.fillRect(QRectF(self.width() - 4, top, 2, tall), theme.color(colors.repeat))
        else:
            painter.fillRect(box, theme.color(colors.faint, 90))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Scroll to the point; on the visible part, begin to drag it."""
        frame = self.viewport_box()
        y = event.position().y()
        if frame.contains(event.position()):
            self._grip = y - frame.top()
        else:
            self._grip = frame.height() / 2
            self._drag_to(y)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the visible part."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._drag_to(event.position().y())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """End the drag."""
        self._grip = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the pane."""
        QApplication.sendEvent(self._view.viewport(), event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Redraw the overview in the new size."""
        super().resizeEvent(event)
        self.refresh()

    def _drag_to(self, y: float) -> None:
        top = y - (self._grip or 0.0)
        self._view.verticalScrollBar().setValue(round(top / self._scale()))
