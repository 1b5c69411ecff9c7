"""Maps the code points of a paragraph to positions in the text that Qt lays out, and back.

Qt counts UTF-16 units, and the displayed text differs from the source text: an *inlay* (a passage
badge, a tag) takes room in the line as a no-break space that the source does not have, and a
*folded* stretch is replaced by one inlay. This is the only module that knows both texts.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from dittomark.texts.segmentation import OffsetTable

# No-break space: a line may break before it only where the text had a space, and it stays with the
# word after it.
_ROOM: Final = "\u00a0"

# Replaced one for one by U+FFFD: characters that Qt does not paint, takes for line breaks or
# objects, or cannot hold at all (half of a surrogate pair).
_SHOWN: Final = dict.fromkeys(
    (*(code for code in range(0x20) if code != 0x09), 0x7F, 0xFFFC, *range(0xD800, 0xE000)), 0xFFFD
)

# Hardly any text has such characters, and searching is far faster than translating.
_UNSHOWABLE: Final = re.compile("[\x00-\x08\x0a-\x1f\x7f\ufffc\ud800-\udfff]")

InlayKind = Literal["badge", "repeat", "tag", "fold"]
Side = Literal["text", "end", "badge"]


def showable(text: str) -> str:
    """Return a line with characters that Qt cannot show replaced, one code point by one."""
    return text.translate(_SHOWN) if _UNSHOWABLE.search(text) else text


@dataclass(frozen=True, slots=True)
class Inlay:
    """An object painted in the line that is not part of the text.

    `at` is a code point offset in the paragraph. A `leading` inlay belongs to the text after it (a
    badge), others to the text before (a tag at a span's end). A fold replaces the text up to
    `until`. `width` is in pixels; `payload` is the object to paint.
    """

    kind: InlayKind
    at: int
    width: float
    leading: bool = True
    until: int | None = None
    payload: object = None


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of source text in the displayed text, or an inlay (`inlay` is then its index)."""

    source: int
    source_end: int
    shown: int
    shown_end: int
    inlay: int | None = None


class DisplayMap:
    """The displayed text of one paragraph, and the mapping of positions from and to its source.

    Source positions are code points from the paragraph's start; shown positions are UTF-16 units of
    the displayed text.
    """

    def __init__(self, text: str, inlays: Sequence[Inlay] = ()) -> None:
        self._units = OffsetTable(text)
        self.inlays = tuple(sorted(inlays, key=_order))
        self.shown_text, self._pieces = self._build(text)
        self.shown_length = self._pieces[-1].shown_end
        self._sources = [piece.source for piece in self._pieces]
        self._shown = [piece.shown for piece in self._pieces]
        self._inlay_positions = [
            (piece.shown, self.inlays[piece.inlay])
            for piece in self._pieces
            if piece.inlay is not None
        ]

    def _build(self, text: str) -> tuple[str, list[_Piece]]:
        text = showable(text)
        parts: list[str] = []
        pieces: list[_Piece] = []
        source = shown = 0

        def add_text(until: int) -> None:
            nonlocal source, shown
            if until > source:
                parts.append(text[source:until])
                end = shown + self._units.to_utf16(until) - self._units.to_utf16(source)
                pieces.append(_Piece(source, until, shown, end))
                source, shown = until, end

        for index, inlay in enumerate(self.inlays):
            add_text(inlay.at)
            until = source if inlay.until is None else max(source, inlay.until)
            parts.append(_ROOM)
            pieces.append(_Piece(source, until, shown, shown + 1, index))
            source, shown = until, shown + 1
        add_text(len(text))
        return "".join(parts), pieces or [_Piece(0, 0, 0, 0)]

    def to_shown(self, offset: int, place: Side = "text") -> int:
        """Return the shown position of a code point.

        `place` decides when there are inlays at that point: `text` is after all of them (where the
        text continues, and for the caret), `end` before all of them (the end of a range), and
        `badge` before the leading ones (the start of a tinted passage).
        """
        last = max(0, bisect_right(self._sources, offset) - 1)
        piece = self._pieces[last]
        if piece.source == offset:
            return self._at_border(offset, last, place)
        if piece.inlay is not None:
            return piece.shown if offset < piece.source_end else piece.shown_end
        offset = min(offset, piece.source_end)
        return piece.shown + self._units.to_utf16(offset) - self._units.to_utf16(piece.source)

    def _at_border(self, offset: int, last: int, place: Side) -> int:
        piece = self._pieces[last]
        if place == "text":
            is_room = piece.inlay is not None and piece.source == piece.source_end
            return piece.shown_end if is_room else piece.shown
        first = bisect_left(self._sources, offset)
        if place == "badge":
            while first < last and not self._leads(self._pieces[first]):
                first += 1
        return self._pieces[first].shown

    def _leads(self, piece: _Piece) -> bool:
        return piece.inlay is None or self.inlays[piece.inlay].leading

    def from_shown(self, position: int) -> int:
        """Return the code point of a shown position; inside an inlay, that of the inlay."""
        piece = self._pieces[max(0, bisect_right(self._shown, position) - 1)]
        if piece.inlay is not None:
            return piece.source if position < piece.shown_end else piece.source_end
        inside = min(position, piece.shown_end) - piece.shown
        return self._units.from_utf16(self._units.to_utf16(piece.source) + inside)

    def inlay_positions(self) -> Sequence[tuple[int, Inlay]]:
        """Return the shown position of every inlay, in order."""
        return self._inlay_positions


def _order(inlay: Inlay) -> tuple[int, bool, bool]:
    return inlay.at, inlay.until is not None, inlay.leading
