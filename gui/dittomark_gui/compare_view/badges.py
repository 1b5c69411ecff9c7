"""Measures and paints the small objects in and beside the text: badges, name tags, the 〃 mark.

Measuring (for the layout) and painting are in one class, so that they always agree.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from dittomark_gui.compare_view.links_as_passages import LinkTag
from dittomark_gui.compare_view.marks import Mark
from dittomark_gui.compare_view.values import SpanStyle
from dittomark_gui.look.theme import Theme, Tint, color, readable_on, text_font

# More waves mean less similarity; "≥" for a long stretch summarised by a short one.
_SIGNS: Final = {"near_verbatim": "≈", "rewrite": "≈≈", "summary": "≥"}
_TAG_LETTERS: Final = 14  # letters: the longest name of a link's kind in its badge
_GAP: Final = 4.0
_SIGN: Final = 15.0
TagPart = Literal["tag", "accept", "refuse"]


@dataclass(frozen=True, slots=True)
class Tag:
    """The name tag of a span or suggestion: its mark, text, colour and width in pixels."""

    mark: Mark
    text: str
    color: str
    width: float


class Badges:
    """Measures and paints badges, tags and 〃 marks for one text size."""

    def __init__(
        self,
        theme: Theme,
        *,
        size: float,
        style_of: Callable[[str], SpanStyle],
        decidable: bool = True,
    ) -> None:
        self._theme = theme
        self._decidable = decidable
        self._style_of = style_of
        small = max(7.5, size * 0.68)
        self._tag_font = text_font("", small, bold=True)
        self._tag_metrics = QFontMetricsF(self._tag_font)
        self._widths: dict[str, float] = {}
        self.height = self._tag_metrics.height() + 1
        self.repeat_width = self._tag_metrics.height() * 0.9

    def _advance(self, words: str) -> float:
        known = self._widths.get(words)
        if known is None:
            known = self._widths[words] = self._tag_metrics.horizontalAdvance(words)
        return known

    def badge_text(self, mark: Mark) -> str:
        """Return the text of a passage's badge: its number, and a sign for its kind."""
        number = QLocale().toString(mark.number)
        if mark.tags:
            return f"{number} {' · '.join(map(self._tag_of, mark.tags))}"
        return number + _SIGNS.get(mark.style, "")

    def _tag_of(self, tag: LinkTag) -> str:
        """Return the text of one link tag: the kind, shortened, and its annotators' initials."""
        longest = _TAG_LETTERS * self._tag_metrics.averageCharWidth()
        kind = self._tag_metrics.elidedText(tag.kind, Qt.TextElideMode.ElideRight, longest)
        return f"{kind} ({tag.short})" if tag.short else kind

    def badge_width(self, mark: Mark) -> float:
        """Return the width of a badge in pixels."""
        advance = self._advance(self.badge_text(mark))
        return max(self.height, advance + 8) + _GAP

    def tag(self, mark: Mark) -> Tag:
        """Return the name tag of a span or suggestion."""
        style = self._style_of(mark.style)
        text = style.name
        width = 0.0
        if mark.kind == "suggestion":
            text = f"{style.name}? {QLocale().toString(mark.score, 'f', 2)}"
            width = 2 * _SIGN + _GAP if self._decidable else 0.0
        width += self._advance(text) + 12
        return Tag(mark, text, style.color or self._theme.tag, width)

    def fold_text(self, mark: Mark, length: int) -> str:
        """Return the text on a fold."""
        if mark.kind == "repeat":
            return QLocale().toString(length)
        return self._style_of(mark.style).name

    def fold_width(self, mark: Mark, length: int) -> float:
        """Return the width of a fold in pixels; `length` is the number of hidden code points."""
        width = self._advance(self.fold_text(mark, length)) + 14
        return width + self.repeat_width

    def parts(self, tag: Tag, rectangle: QRectF) -> dict[TagPart, QRectF]:
        """Return the clickable parts of a tag."""
        if tag.mark.kind != "suggestion" or not self._decidable:
            return {"tag": rectangle}
        refuse = QRectF(rectangle.right() - _SIGN, rectangle.top(), _SIGN, rectangle.height())
        accept = refuse.translated(-_SIGN, 0)
        words = QRectF(rectangle)
        words.setRight(accept.left())
        return {"tag": words, "accept": accept, "refuse": refuse}

    def paint_badge(self, painter: QPainter, mark: Mark, room: QRectF, *, current: bool) -> None:
        """Paint a passage's number into the rectangle reserved for it."""
        tint: Tint = self._theme.tint(mark.number)
        box = QRectF(0, 0, room.width() - _GAP, self.height)
        box.moveCenter(room.center())
        box.translate(0, -self.height * 0.14)
        weak = mark.style == "weak"
        painter.setPen(QPen(color(tint.badge), 1.2) if weak else Qt.PenStyle.NoPen)
        painter.setBrush(color(self._theme.page if weak else tint.badge))
        radius = box.height() / 2
        painter.drawRoundedRect(box, radius, radius)
        if current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color(self._theme.focus), 1.6))
            painter.drawRoundedRect(box.adjusted(-1.5, -1.5, 1.5, 1.5), radius + 1.5, radius + 1.5)
        painter.setFont(self._tag_font)
        painter.setPen(color(self._theme.text if weak else tint.badge_text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.badge_text(mark))

    def paint_tag(self, painter: QPainter, tag: Tag, rectangle: QRectF, *, current: bool) -> None:
        """Paint a span's tag, or a suggestion's tag with its tick and cross."""
        theme = self._theme
        suggested = tag.mark.kind == "suggestion"
        fill = theme.page if suggested else tag.color
        if suggested:
            painter.setPen(QPen(color(theme.tag), 1, Qt.PenStyle.DashLine))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(fill))
        painter.drawRoundedRect(rectangle, 3, 3)
        if current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color(theme.focus), 1.6))
            painter.drawRoundedRect(rectangle.adjusted(-1.5, -1.5, 1.5, 1.5), 4, 4)
        parts = self.parts(tag, rectangle)
        painter.setFont(self._tag_font)
        painter.setPen(color(theme.tag if suggested else readable_on(fill)))
        words = tag.text
        if rectangle.width() < tag.width:
            longest = max(parts["tag"].width() - _GAP, 0.0)
            words = self._tag_metrics.elidedText(words, Qt.TextElideMode.ElideRight, longest)
        painter.drawText(parts["tag"], Qt.AlignmentFlag.AlignCenter, words)
        if "accept" in parts:
            _paint_tick(painter, parts["accept"], theme.success)
            _paint_cross(painter, parts["refuse"], theme.danger)

    def paint_fold(self, painter: QPainter, mark: Mark, length: int, room: QRectF) -> None:
        """Paint the tag that replaces a folded stretch of `length` code points."""
        theme = self._theme
        box = QRectF(0, 0, room.width() - _GAP, self.height)
        box.moveCenter(room.center())
        edge = theme.repeat if mark.kind == "repeat" else theme.border
        painter.setPen(QPen(color(edge), 1))
        painter.setBrush(color(theme.block))
        painter.drawRoundedRect(box, 3, 3)
        sign = QRectF(box.left() + 2, box.top(), self.repeat_width, box.height())
        words = QRectF(box)
        words.setLeft(sign.right())
        if mark.kind == "repeat":
            self.paint_repeat(painter, sign)
        else:
            _paint_closed(painter, sign, theme.block_text)
        painter.setFont(self._tag_font)
        painter.setPen(color(theme.block_text))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.fold_text(mark, length))

    def paint_repeat(self, painter: QPainter, room: QRectF) -> None:
        """Paint the 〃 mark as two slanted strokes: not every font has the character."""
        painter.setPen(
            QPen(color(self._theme.repeat), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        )
        middle = room.center()
        height = self.height * 0.24
        for x in (-2.2, 2.2):
            painter.drawLine(
                QPointF(middle.x() + x + 1.6, middle.y() - height),
                QPointF(middle.x() + x - 1.6, middle.y() + height),
            )


def _paint_closed(painter: QPainter, room: QRectF, ink: str) -> None:
    """Paint the triangle that marks a closed fold."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(ink))
    middle = room.center()
    painter.drawPolygon(
        [middle + QPointF(-2.5, -4), middle + QPointF(3, 0), middle + QPointF(-2.5, 4)]
    )


def _paint_tick(painter: QPainter, room: QRectF, ink: str) -> None:
    painter.setPen(QPen(color(ink), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    middle = room.center()
    painter.drawPolyline(
        [middle + QPointF(-3.5, 0.5), middle + QPointF(-1, 3), middle + QPointF(3.5, -3)]
    )


def _paint_cross(painter: QPainter, room: QRectF, ink: str) -> None:
    painter.setPen(QPen(color(ink), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    middle = room.center()
    painter.drawLine(middle + QPointF(-3, -3), middle + QPointF(3, 3))
    painter.drawLine(middle + QPointF(-3, 3), middle + QPointF(3, -3))
