"""The search in all panes: its hits, and which one is the current."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dittomark_gui.compare_view.navigation import following
from dittomark_gui.compare_view.search import find_all

PaneHit = tuple[int, int]  # pane, index of the hit in it


@dataclass
class Finder:
    """Hits by pane, as code points; `current` is the one that is lit."""

    hits: list[list[tuple[int, int]]] = field(default_factory=list)
    current: PaneHit | None = None

    def clear(self, panes: int) -> None:
        """Forget every hit."""
        self.hits = [[] for _ in range(panes)]
        self.current = None

    def find(self, texts: Sequence[str], wanted: str, *, case: bool, whole_words: bool) -> int:
        """Find in every text; return how many hits there are."""
        self.hits = [find_all(text, wanted, case=case, whole_words=whole_words) for text in texts]
        self.current = None
        return sum(map(len, self.hits))

    def step(self, pane: int, caret: int, direction: int) -> tuple[int, int, int] | None:
        """Go to the next or previous hit from a place; return its pane, start and end."""
        places = [
            ((number, start), (number, index))
            for number, hits in enumerate(self.hits)
            for index, (start, _) in enumerate(hits)
        ]
        now = pane, caret
        if self.current is not None:
            now = self.current[0], self.hits[self.current[0]][self.current[1]][0]
        elif direction > 0:
            now = pane, caret - 1  # a hit right at the caret counts
        self.current = following(places, now, direction)
        if self.current is None:
            return None
        start, end = self.hits[self.current[0]][self.current[1]]
        return self.current[0], start, end
