"""Computes the inlays of each paragraph of an article: badges, tags, 〃 marks and folds."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from dittomark.texts.segmentation import snap
from dittomark_gui.compare_view.article_layout import ParagraphInlays
from dittomark_gui.compare_view.badges import Badges, Tag
from dittomark_gui.compare_view.display_map import Inlay
from dittomark_gui.compare_view.floats import FLOAT_GAP
from dittomark_gui.compare_view.folding import Fold
from dittomark_gui.compare_view.marks import Mark, Marks
from dittomark_gui.compare_view.paragraphs import Paragraph


@dataclass(frozen=True, slots=True)
class Inlays:
    """The inlays of one article, read by the layout and by the painter."""

    text: str
    paragraphs: Sequence[Paragraph]
    marks: Marks
    folds: Sequence[Fold]
    badges: Badges

    def of_paragraph(self, index: int) -> ParagraphInlays:
        """Return the inlays and floats of a paragraph."""
        paragraph = self.paragraphs[index]
        folded = [
            fold
            for fold in self.folds
            if fold.start < max(paragraph.stop, paragraph.start + 1) and fold.end > paragraph.start
        ]
        if any(fold.start < paragraph.start and fold.end >= paragraph.end for fold in folded):
            return ParagraphInlays(hidden=True)
        inlays = [self._fold_inlay(fold, paragraph) for fold in folded]
        inlays += self._mark_inlays(index, folded)
        tags = self.block_tags(index)
        return ParagraphInlays(
            tuple(inlays),
            floats=tuple(tag.width for tag in tags),
            float_height=self.badges.height,
        )

    def block_tags(self, index: int) -> list[Tag]:
        """Return the name tags of spans over a whole paragraph: they float beside its text."""
        return [
            self.badges.tag(mark)
            for mark in self._labelled(index)
            if not self._is_folded(mark)
            and self._begins_in(mark, index)
            and self.covers(mark, index)
        ]

    def covers(self, mark: Mark, index: int) -> bool:
        """Return whether a mark covers all of a paragraph except white space."""
        paragraph = self.paragraphs[index]
        before = self.text[paragraph.start : max(paragraph.start, mark.start)]
        after = self.text[min(paragraph.end, mark.end) : paragraph.end]
        return not before.strip() and not after.strip()

    def is_block(self, mark: Mark, index: int) -> bool:
        """Return whether a mark is painted as a block over a paragraph.

        A blank line is part of a block only beside a paragraph that the mark covers; otherwise the
        mark is painted inline.
        """
        if not self.covers(mark, index):
            return False
        if not self._is_blank(index):
            return True
        before = next(
            (near for near in range(index - 1, -1, -1) if not self._is_blank(near)), index
        )
        after = range(index + 1, len(self.paragraphs))
        following = next((near for near in after if not self._is_blank(near)), index)
        return any(
            self.covers(mark, near) and self._touches(mark, near) for near in (before, following)
        )

    def _is_blank(self, index: int) -> bool:
        paragraph = self.paragraphs[index]
        return not self.text[paragraph.start : paragraph.end].strip()

    def _touches(self, mark: Mark, index: int) -> bool:
        paragraph = self.paragraphs[index]
        return mark.start < paragraph.end and mark.end > paragraph.start

    def _labelled(self, index: int) -> list[Mark]:
        first: dict[Hashable, Mark] = {}
        for mark in self.marks.in_paragraph(index):
            if mark.kind in {"span", "suggestion"}:
                first.setdefault(_sign(mark), mark)
        return list(first.values())

    def _begins_in(self, mark: Mark, index: int) -> bool:
        paragraph = self.paragraphs[index]
        last = index == len(self.paragraphs) - 1
        return paragraph.start <= mark.start and (mark.start < paragraph.stop or last)

    def _is_folded(self, mark: Mark) -> bool:
        return any(fold.start <= mark.start and mark.end <= fold.end for fold in self.folds)

    def _fold_inlay(self, fold: Fold, paragraph: Paragraph) -> Inlay:
        begins_here = fold.start >= paragraph.start
        length = fold.end - fold.start
        return Inlay(
            "fold",
            max(fold.start, paragraph.start) - paragraph.start,
            self.badges.fold_width(fold.mark, length) if begins_here else 0.0,
            until=min(fold.end, paragraph.end) - paragraph.start,
            payload=fold if begins_here else None,
        )

    def _mark_inlays(self, index: int, folded: Sequence[Fold]) -> list[Inlay]:
        paragraph = self.paragraphs[index]
        text = self.text[paragraph.start : paragraph.end]
        result = []
        signs: set[Hashable] = set()
        for mark in self.marks.in_paragraph(index):
            inlay = self._inlay_of(mark, index)
            if inlay is None or _sign(mark) in signs:
                continue
            signs.add(_sign(mark))
            at = snap(text, inlay.at, inlay.at)[0]
            place = paragraph.start + at
            if not any(fold.start <= place < fold.end for fold in folded):
                result.append(Inlay(inlay.kind, at, inlay.width, inlay.leading, payload=mark))
        return result

    def _inlay_of(self, mark: Mark, index: int) -> Inlay | None:
        paragraph = self.paragraphs[index]
        if not self._begins_in(mark, index):
            return None
        at = min(mark.start, paragraph.end) - paragraph.start
        if mark.kind == "passage":
            return Inlay("badge", at, self.badges.badge_width(mark))
        if mark.kind == "repeat" and mark.number > 0:
            return Inlay("repeat", at, self.badges.repeat_width)
        labelled = mark.kind in {"span", "suggestion"}
        if labelled and not self.covers(mark, index) and not self._is_folded(mark):
            at = min(mark.end, paragraph.end) - paragraph.start
            return Inlay("tag", at, self.badges.tag(mark).width + FLOAT_GAP, leading=False)
        return None


def _sign(mark: Mark) -> Hashable:
    """Return a key for the text of a mark's badge or tag: of marks with the same key one is shown.

    Such marks are spans of annotators who agree, and parts of a passage that begin together.
    """
    if mark.kind == "span":
        return mark.kind, mark.start, mark.end, mark.style
    if mark.kind == "passage":
        return mark.kind, mark.start, mark.number, mark.tags
    return mark
