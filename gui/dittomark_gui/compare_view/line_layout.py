"""The layout of one paragraph in lines: geometry only, no colours.

Built on `QTextLayout`. Whatever is painted under or over the text (tints, underlines, hatching)
does not change the layout, so the shaping of letters never breaks; only inlays take room.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from dittomark_gui.compare_view.display_map import DisplayMap, Inlay, Side
from dittomark_gui.compare_view.floats import Floats, LineEnd, place_floats

_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff"
    "\U0001e800-\U0001efff]"
)
_BLANK_LINE: Final = 0.45
SPACE_AFTER: Final = 0.3


@dataclass(frozen=True, slots=True)
class Setting:
    """The typographic settings of all paragraphs of a pane.

    `pitch` is the height of a line and `ascent` the distance of its baseline from its top, both in
    pixels.
    """

    font: QFont
    width: float
    pitch: float
    ascent: float
    tab: float
    character_width: float

    @classmethod
    def for_font(cls, font: QFont, *, width: float, line_spacing: float) -> "Setting":
        """Return the setting for a font and a column of `width` pixels."""
        metrics = QFontMetricsF(font)
        pitch = round(metrics.height() * line_spacing)
        return cls(
            font=font,
            width=max(40.0, width),
            pitch=pitch,
            ascent=round((pitch - metrics.height()) / 2 + metrics.ascent()),
            tab=metrics.horizontalAdvance(" ") * 4,
            character_width=metrics.averageCharWidth(),
        )

    def estimate(self, length: int) -> float:
        """Return the estimated height of a paragraph of `length` code points."""
        if length == 0:
            return round(self.pitch * _BLANK_LINE)
        lines = -(-length * self.character_width // self.width)
        return lines * self.pitch + round(self.pitch * SPACE_AFTER)


@dataclass(frozen=True, slots=True)
class LineSpot:
    """One line: its top and height in pixels, and the shown position of its first character."""

    top: float
    height: float
    start: int

    @property
    def bottom(self) -> float:
        """The bottom of the line."""
        return self.top + self.height


class LineLayout:
    """A paragraph laid out at a width; coordinates are pixels from its top left corner.

    `floats` are the widths of the tags placed after the words of the first or last line, or above
    them where there is no room; `space_after` is a share of the line's height.
    """

    def __init__(
        self,
        text: str,
        setting: Setting,
        *,
        inlays: Sequence[Inlay] = (),
        right_to_left: bool = False,
        floats: Sequence[float] = (),
        float_height: float = 0.0,
        space_after: float = SPACE_AFTER,
    ) -> None:
        self.map = DisplayMap(text, inlays)
        self.right_to_left = right_to_left
        self._text = text
        self._setting = setting
        self._mixed = right_to_left or _RIGHT_TO_LEFT.search(text) is not None
        self._layout = self._prepare()
        self.lines = self._break_lines()
        self.floats = self._place(floats, float_height)
        last = self.lines[-1]
        if text or inlays or floats:
            self.height = last.bottom + round(setting.pitch * space_after)
        else:
            self.height = float(round(setting.pitch * _BLANK_LINE))

    def _prepare(self) -> QTextLayout:
        layout = QTextLayout(self.map.shown_text, self._setting.font)
        layout.setCacheEnabled(True)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if self.right_to_left else Qt.LayoutDirection.LeftToRight
        )
        if self.right_to_left:
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        option.setTabStopDistance(self._setting.tab)
        layout.setTextOption(option)
        if self.map.inlays:
            space = QFontMetricsF(self._setting.font).horizontalAdvance("\u00a0")
            layout.setFormats(
                [
                    _room(position, min(inlay.width, self._setting.width) - space)
                    for position, inlay in self.map.inlay_positions()
                ]
            )
        return layout

    def _break_lines(self) -> list[LineSpot]:
        setting = self._setting
        lines: list[LineSpot] = []
        top = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(setting.width)
            ascent = line.ascent()
            # Letters of a fallback font may exceed the line's height: make room for them.
            above = max(0.0, ascent - setting.ascent)
            below = max(0.0, line.descent() - (setting.pitch - setting.ascent))
            line.setPosition(QPointF(0.0, top + above + setting.ascent - ascent))
            height = setting.pitch + round(above + below)
            lines.append(LineSpot(top, height, line.textStart()))
            top += height
        self._layout.endLayout()
        return lines or [LineSpot(top, setting.pitch, 0)]

    def _place(self, widths: Sequence[float], height: float) -> Floats:
        """Place the tags beside the text, and move the lines down where tags are above them."""
        if not widths:
            return Floats()
        count = self._layout.lineCount()
        lines = [self._layout.lineAt(index) for index in range(count)]
        ends = [
            LineEnd(spot.top, spot.height, line.naturalTextWidth())
            for spot, line in zip(self.lines, lines, strict=False)
        ]
        floats = place_floats(
            widths,
            height=height,
            room=self._setting.width,
            lines=ends,
            from_left=self.right_to_left,
        )
        if floats.above:
            for line in lines:
                line.setPosition(line.position() + QPointF(0.0, floats.above))
            self.lines = [
                LineSpot(spot.top + floats.above, spot.height, spot.start) for spot in self.lines
            ]
        return floats

    def line_of(self, shown: int) -> int:
        """Return the index of the line that holds a shown position."""
        line = self._layout.lineForTextPosition(shown)
        return line.lineNumber() if line.isValid() else len(self.lines) - 1

    def line_at(self, y: float) -> int:
        """Return the index of the line at the height `y`."""
        return max(0, bisect_right(self.lines, y, key=lambda line: line.top) - 1)

    def line_range(self, index: int) -> tuple[int, int]:
        """Return the code points `[start, end)` of a line, with its trailing spaces."""
        return self.lines_range(index, index + 1)

    def lines_range(self, first: int, last: int) -> tuple[int, int]:
        """Return the code points `[start, end)` of the lines `[first, last)`."""
        begin, stop = self._shown_range(first, last)
        return self.map.from_shown(begin), self.map.from_shown(stop)

    def _shown_range(self, first: int, last: int) -> tuple[int, int]:
        stop = self.lines[last].start if last < len(self.lines) else self.map.shown_length
        return self.lines[first].start, stop

    def rectangles(
        self,
        start: int,
        end: int,
        place: Side = "text",
        *,
        lines: tuple[int, int] | None = None,
    ) -> list[QRectF]:
        """Return the rectangles of the code points `[start, end)`, one for each line or text run.

        Each is as high as its line. With `place="badge"` the badge at the start is included;
        `lines` limits the result to the lines `[first, last)`.
        """
        first = self.map.to_shown(start, place)
        last = self.map.to_shown(end, "end")
        if last <= first or not self._layout.lineCount():
            return []
        result = []
        begin_line, stop_line = self.line_of(first), self.line_of(last) + 1
        if lines is not None:
            begin_line, stop_line = max(begin_line, lines[0]), min(stop_line, lines[1])
        for index in range(begin_line, stop_line):
            line = self._layout.lineAt(index)
            begin = max(first, line.textStart())
            stop = min(last, line.textStart() + line.textLength())
            if begin < stop:
                result += self._in_line(line, begin, stop, self.lines[index])
        return result

    def _in_line(self, line: QTextLine, begin: int, stop: int, spot: LineSpot) -> list[QRectF]:
        edges = self._edges(line, begin, stop)
        return [QRectF(left, spot.top, right - left, spot.height) for left, right in edges]

    def _edges(self, line: QTextLine, begin: int, stop: int) -> list[tuple[float, float]]:
        """Return (left, right) of each continuous part of a range of shown positions in a line."""
        if not self._mixed:
            left, right = _x(line, begin), min(_x(line, stop), line.x() + line.width())
            return [(left, right)] if right > left else []
        # In mixed text a position has two x coordinates, of which cursorToX returns one, and a
        # range may be in separate parts on the screen: measure the glyph runs.
        boxes = (run.boundingRect() for run in line.glyphRuns(begin, stop - begin))
        return _joined((box.left(), box.right()) for box in boxes if box.width() > 0)

    def caret(self, offset: int, *, at_line_end: bool = False) -> QRectF:
        """Return the rectangle of a caret before a code point, one pixel wide.

        Where a line wraps, the same offset is at the end of one line and at the start of the next:
        `at_line_end` selects the former.
        """
        shown = self.map.to_shown(offset)
        index = self.line_of(shown)
        if at_line_end and index > 0 and self.lines[index].start == shown:
            index -= 1
        if not self._layout.lineCount():
            return QRectF(self._setting.width if self.right_to_left else 0.0, 0, 1, self.height)
        spot = self.lines[index]
        return QRectF(_x(self._layout.lineAt(index), shown), spot.top, 1, spot.height)

    def edge(self, offset: int, *, end: bool) -> QRectF:
        """Return the edge of a range that begins (`end`: ends) at a code point, one pixel wide.

        In right-to-left text a range begins on the right. A badge before the range is outside it.
        """
        if not self._layout.lineCount():
            return self.caret(offset)
        shown = self.map.to_shown(offset, "end" if end else "text")
        index = self.line_of(shown)
        if end and index > 0 and self.lines[index].start == shown:
            index -= 1
        spot = self.lines[index]
        return QRectF(_x(self._layout.lineAt(index), shown), spot.top, 1, spot.height)

    def offset_at(self, x: float, line_index: int) -> int:
        """Return the code point nearest to `x` in a line, on a cluster border."""
        if not self._layout.lineCount():
            return 0
        line = self._layout.lineAt(line_index)
        shown = line.xToCursor(x)
        if shown == line.textStart() + line.textLength() and line_index + 1 < len(self.lines):
            # The end of a wrapped line is after its space, which belongs to this line.
            shown = self._layout.previousCursorPosition(shown)
        return self.map.from_shown(shown)

    def inlay_rectangles(self, lines: tuple[int, int] | None = None) -> list[tuple[QRectF, Inlay]]:
        """Return the rectangles of the inlays; `lines` limits them to the lines `[first, last)`."""
        begin, stop = self._shown_range(*(lines or (0, len(self.lines))))
        result: list[tuple[QRectF, Inlay]] = []
        for position, inlay in self.map.inlay_positions():
            if not begin <= position < stop:
                continue
            index = self.line_of(position)
            line = self._layout.lineAt(index)
            boxes = self._in_line(line, position, position + 1, self.lines[index])
            result.extend((box, inlay) for box in boxes)
        return result

    def draw_lines(self, painter: QPainter, first: int, last: int) -> None:
        """Draw the text of the lines `[first, last)` with the painter's pen."""
        origin = QPointF(0, 0)
        for index in range(first, min(last, self._layout.lineCount())):
            self._layout.lineAt(index).draw(painter, origin)

    def visible_lines(self, top: float, bottom: float) -> tuple[int, int]:
        """Return the lines `[first, last)` that intersect the heights from `top` to `bottom`."""
        return self.line_at(top), bisect_right(self.lines, bottom, key=lambda line: line.top)


def _x(line: QTextLine, position: int) -> float:
    # PySide returns (x, position on a cluster border), unlike its type stubs.
    result: Any = line.cursorToX(position)
    return float(result[0])


def _joined(edges: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    result: list[tuple[float, float]] = []
    for left, right in sorted(edges):
        if result and left <= result[-1][1] + 0.75:
            result[-1] = result[-1][0], max(result[-1][1], right)
        else:
            result.append((left, right))
    return result


def _room(position: int, extra: float) -> QTextLayout.FormatRange:
    room = QTextLayout.FormatRange()
    room.start = position
    room.length = 1
    wide = QTextCharFormat()
    wide.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    wide.setFontLetterSpacing(extra)
    room.format = wide
    return room
