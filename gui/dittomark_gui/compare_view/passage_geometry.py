"""The heights of passages in the panes, cached until a layout changes."""

from collections.abc import Sequence

from dittomark.compare.comparison import Comparison, Passage
from dittomark_gui.compare_view.article_view import ArticleView
from dittomark_gui.compare_view.scroll_lock import Anchor


class PassageGeometry:
    """The heights of passages, in pixels from the top of each article's text."""

    def __init__(self, views: Sequence[ArticleView], comparison: Comparison | None) -> None:
        self._views = views
        self._comparison = comparison
        self._versions: dict[int, int] = {}
        self._heights: dict[tuple[int, int], tuple[float, float]] = {}
        self._shown: dict[bool, list[int]] = {}

    def shown(self, *, weak: bool) -> list[int]:
        """Return the indices of the shown passages, ordered by number and then by offset."""
        if self._comparison is None:
            return []
        known = self._shown.get(weak)
        if known is None:
            passages = self._comparison.passages
            chosen = (i for i, passage in enumerate(passages) if weak or not passage.weak)
            known = sorted(chosen, key=lambda i: (passages[i].group, passages[i].a.start))
            self._shown[weak] = known
        return known

    def between(self, left: int, right: int, *, weak: bool) -> list[int]:
        """Return the shown passages between two panes."""
        panes = {left, right}
        shown = ((index, self.passage(index)) for index in self.shown(weak=weak))
        return [index for index, p in shown if {p.a.article, p.b.article} == panes]

    def passage(self, index: int) -> Passage:
        """Return a passage of the comparison."""
        if self._comparison is None:
            raise IndexError(index)
        return self._comparison.passages[index]

    def offsets(self, index: int, pane: int) -> tuple[int, int] | None:
        """Return a passage's range in a pane, in code points; None if it has no side there."""
        passage = self.passage(index)
        for locus in (passage.a, passage.b):
            if locus.article == pane:
                return locus.start, locus.end
        return None

    def heights(self, index: int, pane: int) -> tuple[float, float]:
        """Return top and bottom of a passage's range in a pane; the pane must show one of its sides."""
        layout = self._views[pane].scene.layout
        if self._versions.get(pane) != layout.version:
            self._versions[pane] = layout.version
            self._heights = {key: y for key, y in self._heights.items() if key[1] != pane}
        known = self._heights.get((index, pane))
        if known is None:
            start, end = self.offsets(index, pane) or (0, 0)
            last, height = layout.y_of(max(start, end - 1))
            known = layout.y_of(start)[0], last + height
            self._heights[index, pane] = known
        return known

    def anchors(self, near: int, far: int, *, weak: bool) -> list[Anchor]:
        """Return the anchors by which two panes scroll together."""
        return [
            Anchor(*self.heights(index, near), *self.heights(index, far))
            for index in self.between(near, far, weak=weak)
        ]
