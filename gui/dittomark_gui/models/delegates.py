"""The delegate that paints the rows of the three lists on the left."""

from typing import Final

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from dittomark_gui.look import theme as look
from dittomark_gui.models.id_list import ROW_ROLE, Index
from dittomark_gui.models.list_row import ListRow

_PADDING: Final = 7
_GAP: Final = 2
_BAR: Final = 4
_ALIKE: Final = 12  # code points compared at the start of two titles


class ListRowDelegate(QStyledItemDelegate):
    """Paints a title and a details line, for pairs a second title and a bar of the shared text.

    With `bar` every row has the height for a bar; without it, the height of its content. With
    `pairs` every row has room for two titles.
    """

    def __init__(self, parent: QObject, *, bar: bool = True, pairs: bool = False) -> None:
        super().__init__(parent)
        self._bar = bar
        self._titles = 2 if pairs else 1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a size with the height of the row."""
        title, detail = _fonts(option.font)
        height = (QFontMetrics(title).height() + _GAP) * self._titles
        row = index.data(ROW_ROLE) if not self._bar else None
        if not isinstance(row, ListRow) or row.detail:
            height += QFontMetrics(detail).height()
        return QSize(80, height + (2 * _PADDING + _GAP + _BAR if self._bar else _PADDING))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, ListRow):
            return
        theme = look.current()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        if selected:
            _paint_selected(painter, option.rect, theme, mirrored=mirrored)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, look.color(theme.progress_track, 90))
        edge = _PADDING if self._bar else _PADDING // 2
        area = option.rect.adjusted(_PADDING + 2, edge, -_PADDING, -edge)
        title_font, detail_font = _fonts(option.font)
        title_height = QFontMetrics(title_font).height()
        text_area = _paint_marks(painter, area, row, theme, title_font, mirrored=mirrored)
        painter.setFont(title_font)
        painter.setPen(look.color(theme.accent_soft_text if selected else theme.text))
        # If two titles begin alike, their ends must remain visible.
        alike = row.title[:_ALIKE] == row.second[:_ALIKE]
        cut = Qt.TextElideMode.ElideMiddle if alike else Qt.TextElideMode.ElideRight
        _line(painter, text_area, title_height, row.title, mirrored=mirrored, cut=cut)
        if self._titles > 1:
            second = area.adjusted(0, title_height + _GAP, 0, 0)
            _line(painter, second, title_height, row.second, mirrored=mirrored, cut=cut)
        painter.setFont(detail_font)
        painter.setPen(look.color(theme.muted))
        below = area.adjusted(0, (title_height + _GAP) * self._titles, 0, 0)
        _line(painter, below, QFontMetrics(detail_font).height(), row.detail, mirrored=mirrored)
        if row.share is not None:
            color = theme.faint if row.alike else theme.progress
            _paint_bar(painter, area, row.share, color, theme, mirrored=mirrored)
        painter.restore()


def _fonts(base: QFont) -> tuple[QFont, QFont]:
    title, detail = QFont(base), QFont(base)
    title.setBold(True)
    detail.setPointSizeF(max(base.pointSizeF() * 0.88, 6.0))
    return title, detail


def _paint_selected(painter: QPainter, rect: QRect, theme: look.Theme, *, mirrored: bool) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color(theme.accent_soft))
    painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), 6, 6)
    painter.setBrush(look.color(theme.accent))
    edge = rect.right() - 2 if mirrored else rect.left()
    painter.drawRoundedRect(QRect(edge, rect.top() + 3, 3, rect.height() - 6), 1.5, 1.5)


def _paint_marks(
    painter: QPainter,
    area: QRect,
    row: ListRow,
    theme: look.Theme,
    font: QFont,
    *,
    mirrored: bool,
) -> QRect:
    """Paint the row's signs at the far end of the first line; return the rest for the title."""
    painter.setFont(font)
    height = QFontMetrics(font).height()
    left, right = area.left(), area.right()
    for mark, color in row.marks:
        width = QFontMetrics(font).horizontalAdvance(mark) + 4
        x = left if mirrored else right - width
        painter.setPen(look.color(getattr(theme, color)))
        painter.drawText(QRect(x, area.top(), width, height), Qt.AlignmentFlag.AlignCenter, mark)
        if mirrored:
            left += width
        else:
            right -= width
    return QRect(left, area.top(), right - left, area.height())


def _line(
    painter: QPainter,
    area: QRect,
    height: int,
    text: str,
    *,
    mirrored: bool,
    cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    line = " ".join(text.split())
    shown = painter.fontMetrics().elidedText(line, cut, area.width())
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    rect = QRect(area.left(), area.top(), area.width(), height)
    painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, shown)


def _paint_bar(
    painter: QPainter,
    area: QRect,
    share: float,
    color: str,
    theme: look.Theme,
    *,
    mirrored: bool,
) -> None:
    track = QRect(area.left(), area.bottom() - _BAR + 1, area.width(), _BAR)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color(theme.progress_track))
    painter.drawRoundedRect(track, 2, 2)
    width = round(track.width() * min(max(share, 0.0), 1.0))
    left = track.right() + 1 - width if mirrored else track.left()
    painter.setBrush(look.color(color))
    painter.drawRoundedRect(QRect(left, track.top(), width, _BAR), 2, 2)
