"""The layout of a whole article in one column, computed only for the parts that are shown.

Every paragraph has a height: an estimate until it is measured. Measures (tops and starts of lines)
are kept for all paragraphs, the expensive text layouts only for those used last, so that a very
long article takes neither time nor memory before somebody reads it.
"""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from dittomark_gui.compare_view.display_map import Inlay
from dittomark_gui.compare_view.line_layout import SPACE_AFTER, LineLayout, LineSpot, Setting
from dittomark_gui.compare_view.paragraphs import (
    is_right_to_left,
    line_of,
    paragraph_index,
    split_paragraphs,
)

_KEPT_LAYOUTS: Final = 400
_KEPT_CHARACTERS: Final = 200_000
_DIRECTION_SAMPLE: Final = 2_000


@dataclass(frozen=True, slots=True)
class ParagraphInlays:
    """The objects that take room in a paragraph besides its text.

    `inlays` are in the lines, `floats` are the widths in pixels of name tags beside the text. A
    `hidden` paragraph is inside a fold and has no height.
    """

    inlays: tuple[Inlay, ...] = ()
    floats: tuple[float, ...] = ()
    float_height: float = 0.0
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class _Measured:
    """The measures of a paragraph: its height, and its lines as (top, height, first code point)."""

    height: float
    lines: tuple[LineSpot, ...]


class ArticleLayout:
    """The geometry of one article; heights are pixels from the top of its text.

    `version` changes whenever any height may have changed.
    """

    def __init__(
        self, text: str, setting: Setting, inlays_of: Callable[[int], ParagraphInlays]
    ) -> None:
        self.text = text
        self.paragraphs = split_paragraphs(text)
        self.starts = [paragraph.start for paragraph in self.paragraphs]
        self.right_to_left = is_right_to_left(text[:_DIRECTION_SAMPLE])
        self._setting = setting
        self._inlays_of = inlays_of
        self._layouts: OrderedDict[int, LineLayout] = OrderedDict()
        self.version = 0
        self._kept_characters = 0
        self.reset(setting)

    @property
    def setting(self) -> Setting:
        """Font, width and line spacing of all paragraphs."""
        return self._setting

    def reset(self, setting: Setting) -> None:
        """Discard all measures, because the width or the font has changed."""
        self._setting = setting
        self._layouts.clear()
        self._kept_characters = 0
        self.version += 1
        self._measured: dict[int, _Measured] = {}
        self._heights = [
            setting.estimate(paragraph.end - paragraph.start) for paragraph in self.paragraphs
        ]
        self._tops: list[float] | None = None
        self._unmeasured_from = 0

    def forget(self, index: int) -> None:
        """Discard one paragraph's layout, because its inlays or floats have changed."""
        layout = self._layouts.pop(index, None)
        if layout is not None:
            self._kept_characters -= self._length(index)
        if self._measured.pop(index, None) is not None:
            self._unmeasured_from = min(self._unmeasured_from, index)

    @property
    def height(self) -> float:
        """The height of the whole text in pixels, partly estimated."""
        return self._all_tops()[-1]

    def top(self, index: int) -> float:
        """Return the top of a paragraph."""
        return self._all_tops()[index]

    def paragraph_height(self, index: int) -> float:
        """Return the height of a paragraph, measured or estimated."""
        return self._heights[index]

    def paragraph_at(self, y: float) -> int:
        """Return the index of the paragraph at the height `y`."""
        index = bisect_right(self._all_tops(), y) - 1
        index = max(0, min(index, len(self.paragraphs) - 1))
        while index > 0 and self._heights[index] == 0:
            index -= 1
        return index

    def paragraph_of(self, offset: int) -> int:
        """Return the index of the paragraph that holds a code point."""
        return paragraph_index(self.starts, offset)

    @property
    def kept(self) -> int:
        """The number of paragraphs whose text layout is kept."""
        return len(self._layouts)

    def is_measured(self, index: int) -> bool:
        """Return whether a paragraph's height is measured, not estimated."""
        return index in self._measured

    def layout(self, index: int) -> LineLayout:
        """Return the text layout of a paragraph; measures the paragraph."""
        layout = self._layouts.get(index)
        if layout is not None:
            self._layouts.move_to_end(index)
            return layout
        paragraph = self.paragraphs[index]
        text = self.text[paragraph.start : paragraph.end]
        taken = self._inlays_of(index)
        layout = LineLayout(
            text,
            self._setting,
            inlays=taken.inlays,
            right_to_left=self._is_right_to_left(index),
            floats=taken.floats,
            float_height=taken.float_height,
            space_after=0.0 if paragraph.goes_on else SPACE_AFTER,
        )
        self._keep(index, layout)
        height = 0.0 if taken.hidden else layout.height
        lines = tuple(
            LineSpot(line.top, line.height, layout.map.from_shown(line.start))
            for line in layout.lines
        )
        known = self._measured.get(index)
        self._measured[index] = _Measured(height, lines)
        if known is None:
            self.version += 1
        if height != self._heights[index]:
            self._heights[index] = height
            self._tops = None
        return layout

    def measure(self, index: int) -> None:
        """Measure a paragraph unless it is measured already."""
        if index not in self._measured:
            self.layout(index)

    def measure_some(self, count: int) -> bool:
        """Measure up to `count` more paragraphs from the top; return whether any are left."""
        index = self._unmeasured_from
        last = len(self.paragraphs)
        while index < last and count > 0:
            if index not in self._measured:
                self.layout(index)
                count -= 1 + self._length(index) // 500
            index += 1
        self._unmeasured_from = index
        return index < last

    def y_of(self, offset: int) -> tuple[float, float]:
        """Return the top and the height of the line that holds a code point.

        In a paragraph that is not measured yet both are estimates.
        """
        index = self.paragraph_of(offset)
        top = self.top(index)
        local = offset - self.paragraphs[index].start
        measured = self._measured.get(index)
        if measured is None:
            share = local / max(1, self._length(index))
            pitch = min(self._setting.pitch, self._heights[index])
            return top + share * (self._heights[index] - pitch), pitch
        if measured.height == 0:
            return top, 0.0
        at = bisect_right(measured.lines, local, key=lambda line: line.start) - 1
        line = measured.lines[max(0, at)]
        return top + line.top, line.height

    def _is_right_to_left(self, index: int) -> bool:
        """Return the direction of the whole line that a paragraph is a piece of."""
        line = line_of(self.paragraphs, index)
        return is_right_to_left(self.text[line.start : line.end], default=self.right_to_left)

    def _length(self, index: int) -> int:
        return self.paragraphs[index].end - self.paragraphs[index].start

    def _keep(self, index: int, layout: LineLayout) -> None:
        self._layouts[index] = layout
        self._kept_characters += self._length(index)
        while len(self._layouts) > 1 and (
            len(self._layouts) > _KEPT_LAYOUTS or self._kept_characters > _KEPT_CHARACTERS
        ):
            oldest, _ = self._layouts.popitem(last=False)
            self._kept_characters -= self._length(oldest)

    def _all_tops(self) -> list[float]:
        if self._tops is None:
            self._tops = [0.0, *accumulate(self._heights)]
        return self._tops
