"""Hit testing: finds the object at a point of an article (text, tag, edge, badge or margin)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QPointF

from dittomark_gui.compare_view.folding import Fold
from dittomark_gui.compare_view.line_layout import LineLayout
from dittomark_gui.compare_view.marks import Mark
from dittomark_gui.compare_view.paint_state import BLOCK_MARGIN, PaintState
from dittomark_gui.compare_view.paragraphs import Paragraph

HitKind = Literal[
    "text", "margin", "tag", "accept", "refuse", "fold", "badge", "repeat", "start", "end"
]
_EDGE_REACH: Final = 3.5


@dataclass(frozen=True, slots=True)
class Hit:
    """The object at a point; for the kinds `start` and `end` it is that edge of `mark`.

    `offset` is the code point nearest to the point; for text, `marks` are all marks there,
    innermost first.
    """

    kind: HitKind
    offset: int
    mark: Mark | None = None
    marks: tuple[Mark, ...] = ()


def hit(article: PaintState, x: float, y: float, *, current_passage: int | None = None) -> Hit:
    """Return the object at a point, in pixels from the article's top left corner.

    The edges of the current passage count as objects that can be dragged, whether it is a link or
    not.
    """
    layout = article.layout
    index = layout.paragraph_at(y)
    place = QPointF(x, y - layout.top(index))
    lines = layout.layout(index)
    line = lines.line_at(place.y())
    offset = layout.paragraphs[index].start + lines.offset_at(x, line)
    found = (
        _tag(article, index, place)
        or _inlay(article, index, place)
        or _edge(article, index, place, current_passage)
    )
    if found is not None:
        kind, mark = found
        return Hit(kind, offset, mark)
    outside = x > layout.setting.width if lines.right_to_left else x < 0
    if outside:
        return Hit("margin", offset)
    return Hit("text", offset, marks=tuple(_marks_at(article, index, place)))


Found = tuple[HitKind, Mark]


def _tag(article: PaintState, index: int, place: QPointF) -> Found | None:
    for rectangle, tag in article.tag_rectangles(index):
        for part, box in article.badges.parts(tag, rectangle).items():
            if box.adjusted(0, -2, 0, 2).contains(place):
                return part, tag.mark
    return None


def _inlay(article: PaintState, index: int, place: QPointF) -> Found | None:
    for room, inlay in article.layout.layout(index).inlay_rectangles():
        if not room.contains(place):
            continue
        if isinstance(inlay.payload, Fold):
            return "fold", inlay.payload.mark
        if isinstance(inlay.payload, Mark) and inlay.kind in {"badge", "repeat"}:
            return ("badge" if inlay.kind == "badge" else "repeat"), inlay.payload
    return None


def _edge(
    article: PaintState, index: int, place: QPointF, current_passage: int | None
) -> Found | None:
    """Find the edge of a span (its first or last letter, or side of a block) or current passage."""
    paragraph = article.layout.paragraphs[index]
    for mark in reversed(article.marks.in_paragraph(index)):
        is_current = mark.kind == "passage" and mark.key == current_passage
        if mark.kind != "span" and not is_current:
            continue
        if not is_current and article.inlays.covers(mark, index):
            edge = _block_edge(article, mark, index, place)
        else:
            edge = _text_edge(article.layout.layout(index), paragraph, place, mark)
        if edge is not None:
            return edge, mark
    return None


def _block_edge(article: PaintState, mark: Mark, index: int, place: QPointF) -> HitKind | None:
    layout = article.layout
    paragraph = layout.paragraphs[index]
    inside = -BLOCK_MARGIN <= place.x() <= layout.setting.width + BLOCK_MARGIN
    if not inside:
        return None
    if mark.start >= paragraph.start and abs(place.y()) <= _EDGE_REACH:
        return "start"
    bottom = layout.layout(index).lines[-1].bottom + 2
    if mark.end <= paragraph.stop and abs(place.y() - bottom) <= _EDGE_REACH:
        return "end"
    return None


def _text_edge(
    lines: LineLayout, paragraph: Paragraph, place: QPointF, mark: Mark
) -> HitKind | None:
    for offset, kind in ((mark.start, "start"), (mark.end, "end")):
        if paragraph.start <= offset <= paragraph.end:
            edge = lines.edge(offset - paragraph.start, end=kind == "end")
            near = abs(place.x() - edge.left()) <= _EDGE_REACH
            if near and edge.top() <= place.y() <= edge.bottom():
                return "start" if kind == "start" else "end"
    return None


def _marks_at(article: PaintState, index: int, place: QPointF) -> Iterator[Mark]:
    """Yield the marks whose painted rectangles contain the point, innermost first."""
    paragraph = article.layout.paragraphs[index]
    lines = article.layout.layout(index)
    line = lines.line_at(place.y())
    begin, stop = lines.line_range(line)
    marks = [
        mark
        for mark in article.marks.in_paragraph(index)
        if mark.start < paragraph.start + stop and mark.end > paragraph.start + begin
    ]
    for mark in sorted(marks, key=lambda mark: mark.end - mark.start):
        if mark.kind in {"span", "suggestion"} and article.inlays.covers(mark, index):
            yield mark
            continue
        start = max(0, mark.start - paragraph.start)
        end = min(mark.end, paragraph.end) - paragraph.start
        for box in lines.rectangles(start, end, lines=(line, line + 1)):
            if box.left() <= place.x() <= box.right():
                yield mark
                break
