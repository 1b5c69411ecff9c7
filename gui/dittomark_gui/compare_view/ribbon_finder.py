"""Computes the ribbons and stubs between two columns."""

from collections.abc import Callable

from dittomark_gui.compare_view.article_view import ArticleView
from dittomark_gui.compare_view.columns import Columns
from dittomark_gui.compare_view.ribbons import Ribbon, Side, Stub, side
from dittomark_gui.compare_view.shown_comparison import ShownComparison
from dittomark_gui.compare_view.values import RIBBON_MODES


class RibbonFinder:
    """Computes ribbons and stubs in the coordinates of the gutters."""

    def __init__(
        self, shown: ShownComparison, columns: Columns, views: Callable[[], list[ArticleView]]
    ) -> None:
        self._shown = shown
        self._columns = columns
        self._views = views
        self.mode = RIBBON_MODES[0]

    def ribbons_between(self, left: int, right: int) -> list[Ribbon]:
        """Return the ribbons of the passages that two adjacent columns share."""
        if self.mode == "none" or not self._shown.layers.passages:
            return []
        for pane in (left, right):
            self._views()[pane].settle_if_stale()
        side_left, side_right = self._sides(left), self._sides(right)
        seen = self._columns.text_edges(left)
        ribbons = []
        for index in self._shown.geometry.between(left, right, weak=self._shown.layers.weak):
            if self.mode == "current" and index != self._columns.current_passage:
                continue
            ends = side_left(index), side_right(index)
            if "visible" not in {ends[0].end, ends[1].end}:
                continue
            passage = self._shown.geometry.passage(index)
            ribbons.append(
                Ribbon(
                    passage=index,
                    number=passage.group,
                    similarity=passage.similarity,
                    weak=passage.weak,
                    link_tags=link.tags if (link := self._shown.link_at(index)) else (),
                    left=ends[0],
                    right=ends[1],
                    seen=seen,
                )
            )
        return ribbons

    def stubs_between(self, left: int, right: int) -> list[Stub]:
        """Return the stubs of passages from one of these columns to a column further away."""
        order = self._columns.on_screen()
        if self.mode == "none" or len(order) < 3:
            return []
        passages = [self._shown.geometry.passage(index) for index in self._shown.passages()]
        joined = {p.group for p in passages if {p.a.article, p.b.article} == {left, right}}
        stubs = []
        for index, passage in zip(self._shown.passages(), passages, strict=True):
            ends = sorted(
                (locus.article for locus in (passage.a, passage.b)),
                key=lambda pane: order.index(pane) if pane in order else -1,
            )
            if passage.group in joined or not set(ends) <= set(order):
                continue
            stub = self._stub(index, ends[0], ends[1], left=left, right=right)
            if stub is not None and stub.side.end == "visible":
                stubs.append(stub)
        return stubs

    def _stub(self, index: int, first: int, last: int, *, left: int, right: int) -> Stub | None:
        at_left = first == left
        if not at_left and last != right:
            return None
        pane = left if at_left else right
        return Stub(
            passage=index,
            number=self._shown.geometry.passage(index).group,
            at_left=at_left,
            side=self._sides(pane)(index),
            column=self._columns.order().index(last if at_left else first) + 1,
        )

    def _sides(self, pane: int) -> Callable[[int], Side]:
        """Return a function from a passage's index to its end in a pane, in gutter coordinates."""
        top, bottom = self._columns.text_edges(pane)
        shift = top - self._views()[pane].y_at_top

        def side_of(index: int) -> Side:
            begin, end = self._shown.geometry.heights(index, pane)
            return side(begin + shift, end + shift, top, bottom)

        return side_of
