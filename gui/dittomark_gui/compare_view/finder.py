"""The search state of all panes: text, options, hits and the current hit."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dittomark_gui.compare_view.find_in_text import find_all
from dittomark_gui.compare_view.stepping import following

PaneHit = tuple[int, int]  # pane, index of the hit in its list


@dataclass
class Finder:
    """The hits by pane, as `(start, end)` in code points, and the current one.

    Text and options stay until `look_for` replaces them: articles shown later are searched too.
    """

    hits: list[list[tuple[int, int]]] = field(default_factory=list)
    current: PaneHit | None = None
    wanted: str = ""
    case: bool = False
    whole_words: bool = False

    @property
    def count(self) -> int:
        """The number of hits in all panes."""
        return sum(map(len, self.hits))

    def set_query(self, wanted: str, *, case: bool, whole_words: bool) -> None:
        """Set the text and options of the search; `find_in` then searches."""
        self.wanted, self.case, self.whole_words = wanted, case, whole_words

    def find_in(self, texts: Sequence[str]) -> None:
        """Search in these texts, one for each pane."""
        self.hits = [
            find_all(text, self.wanted, case=self.case, whole_words=self.whole_words)
            for text in texts
        ]
        self.current = None

    def step(self, pane: int, caret: int, direction: int) -> tuple[int, int, int] | None:
        """Go to the hit before or after the current one or the caret; return pane, start, end."""
        places = [
            ((number, start), (number, index))
            for number, hits in enumerate(self.hits)
            for index, (start, _) in enumerate(hits)
        ]
        now = pane, caret
        if self.current is not None:
            now = self.current[0], self.hits[self.current[0]][self.current[1]][0]
        elif direction > 0:
            now = pane, caret - 1  # include a hit that starts at the caret
        self.current = following(places, now, direction)
        if self.current is None:
            return None
        start, end = self.hits[self.current[0]][self.current[1]]
        return self.current[0], start, end
