"""The search in all panes: its hits, and which one is the current."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dittomark_gui.compare_view.navigation import following
from dittomark_gui.compare_view.search import find_all

PaneHit = tuple[int, int]  # pane, index of the hit in it


@dataclass
class Finder:
    """Hits by pane, as code points; `current` is the one that is lit.

    What is looked for stays until something else is: other articles are searched for it too.
    """

    hits: list[list[tuple[int, int]]] = field(default_factory=list)
    current: PaneHit | None = None
    wanted: str = ""
    case: bool = False
    whole_words: bool = False

    @property
    def count(self) -> int:
        """How many hits there are in all panes."""
        return sum(map(len, self.hits))

    def look_for(self, wanted: str, *, case: bool, whole_words: bool) -> None:
        """Choose what to look for; nothing is looked for yet."""
        self.wanted, self.case, self.whole_words = wanted, case, whole_words

    def find_in(self, texts: Sequence[str]) -> None:
        """Find it in these texts."""
        self.hits = [
            find_all(text, self.wanted, case=self.case, whole_words=self.whole_words)
            for text in texts
        ]
        self.current = None

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
