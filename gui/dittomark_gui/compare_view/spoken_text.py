"""An article's text as screen readers count it: in UTF-16 units, with one unit per line break."""

from collections.abc import Sequence
from itertools import accumulate, zip_longest

from dittomark.texts.segmentation import OffsetTable
from dittomark_gui.compare_view.display_map import showable
from dittomark_gui.compare_view.paragraphs import Paragraph, paragraph_index


class SpokenText:
    """Maps the code points of an article to positions in the spoken text, and back."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph]) -> None:
        self.source = text
        self._paragraphs = paragraphs
        self._starts = [paragraph.start for paragraph in paragraphs]
        lines = [showable(text[paragraph.start : paragraph.end]) for paragraph in paragraphs]
        ends = ["" if paragraph.goes_on else "\n" for paragraph in paragraphs[:-1]]
        parts = [line + end for line, end in zip_longest(lines, ends, fillvalue="")]
        self._line_starts = [0, *accumulate(len(part) for part in parts[:-1])]
        self.text = "".join(parts)
        self._units = OffsetTable(self.text)

    def to_spoken(self, offset: int) -> int:
        """Return the position of a code point of the article."""
        index = paragraph_index(self._starts, offset)
        paragraph = self._paragraphs[index]
        local = min(offset, paragraph.end) - paragraph.start
        return self._units.to_utf16(self._line_starts[index] + local)

    def from_spoken(self, place: int) -> int:
        """Return the code point of the article at a position."""
        point = self._units.from_utf16(place)
        index = paragraph_index(self._line_starts, point)
        return self._paragraphs[index].start + point - self._line_starts[index]
