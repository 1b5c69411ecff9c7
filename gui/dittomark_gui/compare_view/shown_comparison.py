"""The comparison that the panes show: the engine's visible passages, and the links."""

from collections.abc import Sequence
from dataclasses import replace

from dittomark.compare.comparison import Comparison, Passage
from dittomark_gui.compare_view.article_view import ArticleView
from dittomark_gui.compare_view.links_as_passages import ShownLink, with_links
from dittomark_gui.compare_view.passage_geometry import PassageGeometry
from dittomark_gui.compare_view.scroll_lock import Anchor
from dittomark_gui.view_state import Layers


class ShownComparison:
    """Combines the engine's comparison with people's links, according to the chosen layers."""

    def __init__(self) -> None:
        self.comparison: Comparison | None = None  # as shown, with the links among its passages
        self.layers = Layers()  # as shown: links make `passages` true
        self.chosen_layers = Layers()
        self.links: tuple[ShownLink, ...] = ()
        self.geometry = PassageGeometry([], None)
        self._found: Comparison | None = None
        self._hidden: frozenset[int] = frozenset()

    def clear_links(self) -> None:
        """Remove the links, because other articles are shown."""
        self.links, self._hidden = (), frozenset()

    def set_found(self, comparison: Comparison | None) -> None:
        """Set the engine's comparison; `rebuild` must be called after it."""
        if comparison is not self._found:
            self._hidden = frozenset()  # they are indices into the previous comparison
        self._found = comparison

    def set_links(self, links: Sequence[ShownLink], hidden: frozenset[int]) -> bool:
        """Set the links, and the passages they hide; return False if nothing changed."""
        if (tuple(links), hidden) == (self.links, self._hidden):
            return False
        self.links, self._hidden = tuple(links), hidden
        return True

    def rebuild(self, views: Sequence[ArticleView], lengths: Sequence[int]) -> None:
        """Compute the shown comparison for these panes, whose articles have these lengths."""
        chosen = self.chosen_layers
        self.comparison = with_links(
            self._found, lengths, self.links, self._hidden, engine=chosen.passages
        )
        self.layers = replace(chosen, passages=chosen.passages or bool(self.links))
        self.geometry = PassageGeometry(views, self.comparison)

    def passages(self) -> list[int]:
        """Return the indices of the shown passages, ordered by number."""
        if not self.layers.passages:
            return []
        return self.geometry.shown(weak=self.layers.weak)

    def passage_near(self, other: Passage) -> int | None:
        """Return the shown passage that overlaps another one most, on both sides, or None."""

        def common(passage: Passage) -> int:
            sides = ((passage.a, other.a), (passage.b, other.b))
            shares = [
                min(one.end, two.end) - max(one.start, two.start)
                for one, two in sides
                if one.article == two.article
            ]
            return min(shares) if len(shares) == len(sides) else 0

        found = max(self.passages(), key=lambda i: common(self.geometry.passage(i)), default=None)
        if found is None or common(self.geometry.passage(found)) <= 0:
            return None
        return found

    def link_at(self, index: int | None) -> ShownLink | None:
        """Return the link that a shown passage is, or None."""
        if index is None or self.comparison is None:
            return None
        place = index - (len(self.comparison.passages) - len(self.links))
        return self.links[place] if 0 <= place < len(self.links) else None

    def index_of_link(self, link_id: str) -> int | None:
        """Return the index of a link among the shown passages, or None."""
        for place, link in enumerate(self.links):
            if link.id == link_id and self.comparison is not None:
                return len(self.comparison.passages) - len(self.links) + place
        return None

    def anchors(self, near: int, far: int) -> list[Anchor]:
        """Return the anchors by which two panes scroll together; hidden passages have none."""
        if not self.layers.passages:
            return []
        return self.geometry.anchors(near, far, weak=self.layers.weak)
