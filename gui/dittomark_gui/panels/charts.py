"""Charts painted with QPainter: horizontal bars, columns over time, a histogram.

A chart is a widget with values. It follows the theme, is mirrored in right-to-left layouts,
describes its values to screen readers, and shows every value as a number beside its bar.
"""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dittomark_gui.i18n import number, translate
from dittomark_gui.look import theme

_ROW = 26
_BAR = 12
_GAP = 8
_LEAST_BAR = 20
_COLUMNS_HEIGHT = 150


@dataclass(frozen=True, slots=True)
class Bar:
    """One value of a chart; an empty `color` means the theme's accent colour."""

    name: str
    value: float
    text: str
    color: str = ""


class Chart(QWidget):
    """The base class of the charts."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._bars: tuple[Bar, ...] = ()
        self.full: float | None = None  # value of a full bar; None: the largest value
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changes().changed.connect(self.update)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show these values."""
        self._bars = tuple(bars)
        self.setAccessibleDescription("; ".join(f"{bar.name}: {bar.text}" for bar in bars))
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the values, or a text if there are none."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._bars:
            self._draw_bars(painter)
        else:
            self._draw_empty(painter)
        painter.end()

    @abstractmethod
    def _draw_bars(self, painter: QPainter) -> None:
        """Paint the values; called only if there are any."""

    def _rect(self, x: float, y: float, width: float, height: float) -> QRectF:
        """Return a rectangle, mirrored in right-to-left layouts."""
        if self.isRightToLeft():
            x = self.width() - x - width
        return QRectF(x, y, width, height)

    def _draw_empty(self, painter: QPainter) -> None:
        painter.setPen(QColor(theme.current().muted))
        painter.drawText(
            self.rect(), Qt.AlignmentFlag.AlignCenter, translate("Charts", "Nothing yet")
        )


class BarChart(Chart):
    """A row for each value: name, bar, value."""

    def sizeHint(self) -> QSize:
        """Return a size with room for every row."""
        return QSize(320, max(len(self._bars), 2) * self._row_height())

    def minimumSizeHint(self) -> QSize:
        """Return the same height with a smaller width."""
        return QSize(220, self.sizeHint().height())

    def _row_height(self) -> int:
        return max(_ROW, self.fontMetrics().height() + _GAP)

    def _draw_bars(self, painter: QPainter) -> None:
        """Paint the rows."""
        look, metrics = theme.current(), self.fontMetrics()
        height = self._row_height()
        names = min(
            max(metrics.horizontalAdvance(bar.name) for bar in self._bars) + 2,
            round(self.width() * 0.42),
        )
        values = min(
            max(metrics.horizontalAdvance(bar.text) for bar in self._bars) + 2,
            self.width() - names - 2 * _GAP - _LEAST_BAR,
        )
        room = max(self.width() - names - values - 2 * _GAP, _LEAST_BAR)
        largest = self.full or max(bar.value for bar in self._bars) or 1
        start = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        for index, bar in enumerate(self._bars):
            top = index * height
            painter.setPen(QColor(look.text))
            name = metrics.elidedText(bar.name, Qt.TextElideMode.ElideRight, names)
            painter.drawText(self._rect(0, top, names, height), start, name)
            painter.setPen(Qt.PenStyle.NoPen)
            track = self._rect(names + _GAP, top + (height - _BAR) / 2, room, _BAR)
            painter.setBrush(QColor(look.progress_track))
            painter.drawRoundedRect(track, 3, 3)
            length = max(room * bar.value / largest, 3 if bar.value else 0)
            painter.setBrush(QColor(bar.color or look.accent))
            painter.drawRoundedRect(
                self._rect(names + _GAP, top + (height - _BAR) / 2, length, _BAR), 3, 3
            )
            painter.setPen(QColor(look.muted))
            text = metrics.elidedText(bar.text, Qt.TextElideMode.ElideRight, values)
            painter.drawText(self._rect(names + 2 * _GAP + room, top, values, height), start, text)


class ColumnChart(Chart):
    """A column for each value: values by day, or a histogram of times."""

    def sizeHint(self) -> QSize:
        """Return a fixed height; the columns share the width."""
        return QSize(320, _COLUMNS_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size in which the columns can be distinguished."""
        return QSize(220, _COLUMNS_HEIGHT)

    def _draw_bars(self, painter: QPainter) -> None:
        """Paint the columns with their values above and, where there is room, their names below."""
        look, metrics = theme.current(), self.fontMetrics()
        line = metrics.height()
        base = self.height() - line - 4
        step = self.width() / len(self._bars)
        largest = self.full or max(bar.value for bar in self._bars) or 1
        widest = max(metrics.horizontalAdvance(bar.name) for bar in self._bars) + _GAP
        every = max(1, -int(-widest // step))
        painter.setPen(QColor(look.rule))
        painter.drawLine(0, base, self.width(), base)
        for index, bar in enumerate(self._bars):
            height = (base - line - 4) * bar.value / largest
            left, width = index * step + step * 0.15, min(step * 0.7, 48)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(bar.color or look.accent))
            painter.drawRoundedRect(self._rect(left, base - height, width, height), 2, 2)
            painter.setPen(QColor(look.muted))
            middle = left + width / 2
            if (bar.value or self.full) and metrics.horizontalAdvance(bar.text) <= step:
                self._draw_centred(painter, middle, base - height - line - 2, bar.text)
            if index % every == 0:
                self._draw_centred(painter, middle, base + 3, bar.name)

    def _draw_centred(self, painter: QPainter, middle: float, top: float, text: str) -> None:
        line = self.fontMetrics().height()
        width = self.fontMetrics().horizontalAdvance(text) + 4
        left = min(max(middle - width / 2, 0), max(self.width() - width, 0))
        painter.drawText(self._rect(left, top, width, line), Qt.AlignmentFlag.AlignCenter, text)


def count_bars(
    counts: Mapping[str, int], names: Mapping[str, str], colors: Mapping[str, str] | None = None
) -> list[Bar]:
    """Return a bar for every count, named by the translation of its key."""
    return [
        Bar(names.get(key, key), count, number(count), (colors or {}).get(key, ""))
        for key, count in counts.items()
    ]


def histogram(seconds: Sequence[float], *, limits: Sequence[int]) -> list[int]:
    """Return the number of values between each limit and the one before, then the rest."""
    counts = [0] * (len(limits) + 1)
    for value in seconds:
        place = next((i for i, limit in enumerate(limits) if value < limit), len(limits))
        counts[place] += 1
    return counts
