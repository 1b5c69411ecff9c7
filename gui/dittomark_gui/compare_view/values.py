"""What goes into the compare view and what comes out: frozen values.

Every offset is a code point of the article's untouched text, `[start, end)`.
"""

from dataclasses import dataclass
from typing import Final

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
class SpanStyle:
    """How a span label looks: its name in the user's language and its colour (`#rrggbb`)."""

    name: str
    color: str


@dataclass(frozen=True, slots=True)
class TextOptions:
    """How article text is set. `size` is in points, `line_spacing` a factor of the font's own.

    Without `decidable` suggestions have no tick and cross: the project can only be read.
    """

    family: str = ""
    size: float = 13.0
    line_spacing: float = 1.2
    show_invisibles: bool = False
    decidable: bool = True


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
