"""What goes into the compare view and what comes out: frozen values.

Every offset is a code point of the article's untouched text, `[start, end)`.
"""

from dataclasses import dataclass
from typing import Final, Self

from dittomark.annotations import Article, Span, Suggestion
from dittomark.compare.comparison import PassageKind

# Which ribbons are shown: every one, that of the current passage, or none.
RIBBON_MODES: Final = ("all", "current", "none")


@dataclass(frozen=True, slots=True)
class PaneContent:
    """What one pane shows: an article, the spans on it and the open span suggestions."""

    article: Article
    spans: tuple[Span, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Layers:
    """Which layers are painted.

    Where `boilerplate` is off, spans keep their edge and their tag but not the hatching: they are
    the annotator's own work and stay reachable. The same holds in blind mode, which hides all that
    the machine found.
    """

    passages: bool = True
    edits: bool = True
    similar_sentences: bool = False
    shared_terms: bool = False
    weak: bool = False
    repeats: bool = True
    boilerplate: bool = True
    suggestions: bool = True
    search: bool = True

    @classmethod
    def blind(cls) -> Self:
        """Return the layers with everything off that the machine found."""
        return cls(**dict.fromkeys(_FOUND_BY_MACHINE, False))

    def names(self) -> tuple[str, ...]:
        """Return the names of the machine's layers that are on (empty in blind mode)."""
        return tuple(name for name in _FOUND_BY_MACHINE if getattr(self, name))


_FOUND_BY_MACHINE = (
    "passages",
    "edits",
    "similar_sentences",
    "shared_terms",
    "weak",
    "repeats",
    "suggestions",
)


@dataclass(frozen=True, slots=True)
class SpanStyle:
    """How a span label looks: its name in the user's language and its colour (`#rrggbb`)."""

    name: str
    color: str


@dataclass(frozen=True, slots=True)
class TextOptions:
    """How article text is set. `size` is in points, `line_spacing` a factor of the font's own."""

    family: str = ""
    size: float = 13.0
    line_spacing: float = 1.2
    show_invisibles: bool = False


@dataclass(frozen=True, slots=True)
class Selection:
    """A stretch of text in one pane."""

    pane: int
    article_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class EditTexts:
    """The two sides of one word edit, as text; an insertion or deletion has one side empty."""

    op: str
    a: str
    b: str


@dataclass(frozen=True, slots=True)
class PassageSummary:
    """What the bottom bar says of a passage.

    `number` is the one in its badge; `position` counts from 1 among the `total` that are shown.
    `a` and `b` are its two sides as text.
    """

    number: int
    position: int
    total: int
    similarity: float
    kind: PassageKind
    weak: bool
    panes: tuple[int, int]
    a: str
    b: str
    edits: tuple[EditTexts, ...]
