"""What the panes show of a comparison: its passages as far as they may be seen, and the links."""

from collections.abc import Sequence
from dataclasses import replace

from dittomark.compare.comparison import Comparison, Passage
from dittomark_gui.compare_view.article_view import ArticleView
from dittomark_gui.compare_view.links import ShownLink, with_links
from dittomark_gui.compare_view.passage_geometry import PassageGeometry
from dittomark_gui.compare_view.scroll_lock import Anchor
from dittomark_gui.view_state import Layers


class ShownComparison:
    """Puts what the engine found and what people linked together, by the layers chosen."""

    def __init__(self) -> None:
        self.comparison: Comparison | None = None  # as it is shown, links among the passages
        self.layers = Layers()  # likewise: one's own links are no layer of the machine
        self.chosen_layers = Layers()
        self.links: tuple[ShownLink, ...] = ()
        self.geometry = PassageGeometry([], None)
        self._found: Comparison | None = None
        self._hidden: frozenset[int] = frozenset()

    def clear_links(self) -> None:
        """Forget the links: there are other articles."""
        self.links, self._hidden = (), frozenset()

    def set_found(self, comparison: Comparison | None) -> None:
        """Take what the engine found; call `put_together` then."""
        if comparison is not self._found:
            self._hidden = frozenset()  # they were passages of another comparison
        self._found = comparison

    def set_links(self, links: Sequence[ShownLink], hidden: frozenset[int]) -> bool:
        """Take other links, and the passages they hide; False where they are the same as before."""
        if (tuple(links), hidden) == (self.links, self._hidden):
            return False
        self.links, self._hidden = tuple(links), hidden
        return True

    def put_together(self, views: Sequence[ArticleView], lengths: Sequence[int]) -> None:
        """Work out anew what is shown in these panes, of articles of these lengths."""
        chosen = self.chosen_layers
        self.comparison = with_links(
            self._found, lengths, self.links, self._hidden, engine=chosen.passages
        )
        self.layers = replace(chosen, passages=chosen.passages or bool(self.links))
        self.geometry = PassageGeometry(views, self.comparison)

    def passages(self) -> list[int]:
        """Return the passages that are shown, in the order of their numbers."""
        if not self.layers.passages:
            return []
        return self.geometry.shown(weak=self.layers.weak)

    def passage_near(self, other: Passage) -> int | None:
        """Return what is shown now where a passage was shown: most of it, on both sides."""

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
        """Return the index, among the shown passages, of a link."""
        for place, link in enumerate(self.links):
            if link.id == link_id and self.comparison is not None:
                return len(self.comparison.passages) - len(self.links) + place
        return None

    def anchors(self, near: int, far: int) -> list[Anchor]:
        """Return what ties two panes together; what is not shown must not be felt either."""
        if not self.layers.passages:
            return []
        return self.geometry.anchors(near, far, weak=self.layers.weak)
