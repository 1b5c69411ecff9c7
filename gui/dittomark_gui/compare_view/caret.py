"""Caret movement: by character, word, sentence, paragraph, line and page.

A character is a grapheme cluster, so the caret never stops inside a conjunct. All offsets are code
points of the article.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, Literal

from PySide6.QtGui import QKeyEvent, QKeySequence

from dittomark.texts.segmentation import sentences, snap, words
from dittomark_gui.compare_view.article_layout import ArticleLayout
from dittomark_gui.compare_view.paragraphs import Paragraph, line_of

Unit = Literal["character", "word", "sentence", "paragraph", "line", "page", "line_edge", "article"]
Move = tuple[Unit, int, bool]  # unit, direction (1 forward, -1 back), extend the selection

_KEY: Final = QKeySequence.StandardKey
_STANDARD: Final[dict[QKeySequence.StandardKey, Move]] = {
    _KEY.MoveToNextChar: ("character", 1, False),
    _KEY.MoveToPreviousChar: ("character", -1, False),
    _KEY.SelectNextChar: ("character", 1, True),
    _KEY.SelectPreviousChar: ("character", -1, True),
    _KEY.MoveToNextWord: ("word", 1, False),
    _KEY.MoveToPreviousWord: ("word", -1, False),
    _KEY.SelectNextWord: ("word", 1, True),
    _KEY.SelectPreviousWord: ("word", -1, True),
    _KEY.MoveToNextLine: ("line", 1, False),
    _KEY.MoveToPreviousLine: ("line", -1, False),
    _KEY.SelectNextLine: ("line", 1, True),
    _KEY.SelectPreviousLine: ("line", -1, True),
    _KEY.MoveToNextPage: ("page", 1, False),
    _KEY.MoveToPreviousPage: ("page", -1, False),
    _KEY.SelectNextPage: ("page", 1, True),
    _KEY.SelectPreviousPage: ("page", -1, True),
    _KEY.MoveToStartOfLine: ("line_edge", -1, False),
    _KEY.MoveToEndOfLine: ("line_edge", 1, False),
    _KEY.SelectStartOfLine: ("line_edge", -1, True),
    _KEY.SelectEndOfLine: ("line_edge", 1, True),
    _KEY.MoveToStartOfDocument: ("article", -1, False),
    _KEY.MoveToEndOfDocument: ("article", 1, False),
    _KEY.SelectStartOfDocument: ("article", -1, True),
    _KEY.SelectEndOfDocument: ("article", 1, True),
}
_OWN: Final[dict[str, Move]] = {
    "Ctrl+Down": ("paragraph", 1, False),
    "Ctrl+Up": ("paragraph", -1, False),
    "Ctrl+Shift+Down": ("paragraph", 1, True),
    "Ctrl+Shift+Up": ("paragraph", -1, True),
    "Alt+Right": ("sentence", 1, False),
    "Alt+Left": ("sentence", -1, False),
    "Alt+Shift+Right": ("sentence", 1, True),
    "Alt+Shift+Left": ("sentence", -1, True),
}


def move_of(event: QKeyEvent) -> Move | None:
    """Return the caret move bound to a key press, or None."""
    own = _OWN.get(QKeySequence(event.keyCombination()).toString())
    if own is not None:
        return own
    return next((move for key, move in _STANDARD.items() if event.matches(key)), None)


class CaretMover:
    """Computes the target offsets of caret moves in one article layout."""

    def __init__(self, layout: ArticleLayout) -> None:
        self._layout = layout
        self._text = layout.text
        self._x: float | None = None

    def forget_column(self) -> None:
        """Forget the x position that moves up and down keep to."""
        self._x = None

    def moved(self, offset: int, unit: Unit, direction: int, *, page: float = 0.0) -> int:
        """Return the offset that a move from `offset` leads to.

        `page` is the height of the viewport in pixels.
        """
        if unit in {"line", "page"}:
            distance = page if unit == "page" else 0.0
            return self._by_line(offset, direction, distance)
        self._x = None
        if unit == "article":
            return len(self._text) if direction > 0 else 0
        if unit == "line_edge":
            return self._line_edge(offset, direction)
        if unit == "character":
            return self._by_character(offset, direction)
        if unit == "paragraph":
            return self._by_paragraph(offset, direction)
        return self._by_stretch(offset, direction, unit)

    def is_right_to_left(self, offset: int) -> bool:
        """Return whether the paragraph at an offset reads right to left."""
        return self._layout.layout(self._layout.paragraph_of(offset)).right_to_left

    def _by_character(self, offset: int, direction: int) -> int:
        layout = self._layout
        index = layout.paragraph_of(offset)
        paragraph = layout.paragraphs[index]
        text = _paragraph_text(self._text, paragraph.start, paragraph.end)
        local = offset - paragraph.start
        if direction > 0:
            if offset >= paragraph.end:
                return paragraph.stop
            return paragraph.start + snap(text, local, local + 1)[1]
        if local > 0:
            return paragraph.start + snap(text, min(local, len(text)) - 1, local)[0]
        before = layout.paragraphs[max(0, index - 1)]
        if before.goes_on:
            return self._last_character(before)
        return before.end if index else 0

    def _last_character(self, piece: Paragraph) -> int:
        """Return the start of the last character of a piece of a line."""
        text = _paragraph_text(self._text, piece.start, piece.end)
        return piece.start + snap(text, len(text) - 1, len(text))[0]

    def _by_paragraph(self, offset: int, direction: int) -> int:
        starts = [line.start for line in self._lines() if line.end > line.start]
        if direction > 0:
            at = bisect_right(starts, offset)
            return starts[at] if at < len(starts) else len(self._text)
        at = bisect_left(starts, offset) - 1
        return starts[at] if at >= 0 else 0

    def _by_stretch(self, offset: int, direction: int, unit: Unit) -> int:
        """Return the next start of a word or sentence, or the previous one."""
        paragraphs = self._layout.paragraphs
        index = self._layout.paragraph_of(offset)
        while 0 <= index < len(paragraphs):
            paragraph = paragraphs[index]
            starts = [
                paragraph.start + start
                for start, _ in _stretches(self._text, paragraph.start, paragraph.end, unit)
            ]
            if direction > 0:
                at = bisect_right(starts, offset)
                if at < len(starts):
                    return starts[at]
            else:
                at = bisect_left(starts, offset) - 1
                if at >= 0:
                    return starts[at]
            index += direction
        return len(self._text) if direction > 0 else 0

    def _line_edge(self, offset: int, direction: int) -> int:
        begin, stop = self._line_at(offset)
        paragraph = self._layout.paragraphs[self._layout.paragraph_of(offset)]
        if direction < 0:
            return begin
        if stop < paragraph.end or paragraph.goes_on:
            # Stop before the space at which the line wraps: after it the next line begins.
            text = _paragraph_text(self._text, paragraph.start, paragraph.end)
            local = stop - paragraph.start
            stop = max(begin, paragraph.start + snap(text, local - 1, local)[0])
        return stop

    def _by_line(self, offset: int, direction: int, distance: float) -> int:
        article = self._layout
        index = article.paragraph_of(offset)
        paragraph = article.paragraphs[index]
        caret = article.layout(index).caret(min(offset, paragraph.end) - paragraph.start)
        if self._x is None:
            self._x = caret.left()
        top = article.top(index) + caret.top()
        y = (
            top
            + (caret.height() if direction > 0 else -1)
            + direction * max(0.0, distance - caret.height())
        )
        if y < 0:
            return 0
        if y >= article.height:
            return len(self._text)
        found = self.offset_at(self._x, y)
        # The caret must pass folded and blank lines.
        while found == offset and 0 <= y < article.height:
            y += direction * article.setting.pitch / 2
            found = self.offset_at(self._x, max(0.0, min(y, article.height - 1)))
        return found

    def offset_at(self, x: float, y: float) -> int:
        """Return the offset at a point of the article layout, in pixels."""
        index = self._layout.paragraph_at(y)
        layout = self._layout.layout(index)
        line = layout.line_at(y - self._layout.top(index))
        return self._layout.paragraphs[index].start + layout.offset_at(x, line)

    def _line_at(self, offset: int) -> tuple[int, int]:
        """Return the range of the displayed line that holds an offset."""
        index = self._layout.paragraph_of(offset)
        paragraph = self._layout.paragraphs[index]
        layout = self._layout.layout(index)
        local = min(offset, paragraph.end) - paragraph.start
        begin, stop = layout.line_range(layout.line_of(layout.map.to_shown(local)))
        return paragraph.start + begin, paragraph.start + stop

    def word_at(self, offset: int) -> tuple[int, int]:
        """Return the range of the word at an offset, or of the single character there."""
        return self._around(offset, "word") or self._character_at(offset)

    def paragraph_range(self, offset: int) -> tuple[int, int]:
        """Return the range of the paragraph at an offset, without its line break."""
        paragraphs = self._layout.paragraphs
        line = line_of(paragraphs, self._layout.paragraph_of(offset))
        return line.start, line.end

    def block_at(self, offset: int) -> tuple[int, int] | None:
        """Return the range of the paragraph at an offset, or of the next one that is not blank."""
        return next(((p.start, p.end) for p in self._blocks() if p.end >= offset), None)

    def next_block_end(self, offset: int) -> int:
        """Return the end of the first non-blank paragraph that ends after an offset."""
        return next((p.end for p in self._blocks() if p.end > offset), offset)

    def _blocks(self) -> Iterator[Paragraph]:
        return (p for p in self._lines() if self._text[p.start : p.end].strip())

    def _lines(self) -> Iterator[Paragraph]:
        """Yield the whole lines of the text."""
        start: int | None = None
        for paragraph in self._layout.paragraphs:
            start = paragraph.start if start is None else start
            if not paragraph.goes_on:
                yield Paragraph(start, paragraph.end, paragraph.stop)
                start = None

    def _around(self, offset: int, unit: Unit) -> tuple[int, int] | None:
        paragraph = self._layout.paragraphs[self._layout.paragraph_of(offset)]
        local = offset - paragraph.start
        for start, end in _stretches(self._text, paragraph.start, paragraph.end, unit):
            if start <= local < end or local == end == paragraph.end - paragraph.start:
                return paragraph.start + start, paragraph.start + end
        return None

    def _character_at(self, offset: int) -> tuple[int, int]:
        paragraph = self._layout.paragraphs[self._layout.paragraph_of(offset)]
        if offset >= paragraph.end:
            return paragraph.end, paragraph.end
        text = _paragraph_text(self._text, paragraph.start, paragraph.end)
        start, end = snap(text, offset - paragraph.start, offset - paragraph.start + 1)
        return paragraph.start + start, paragraph.start + end


@lru_cache(maxsize=8)
def _paragraph_text(text: str, start: int, end: int) -> str:
    return text[start:end]


@lru_cache(maxsize=16)
def _stretches(text: str, start: int, end: int, unit: Unit) -> tuple[tuple[int, int], ...]:
    piece = text[start:end]
    return tuple(words(piece) if unit == "word" else sentences(piece))
