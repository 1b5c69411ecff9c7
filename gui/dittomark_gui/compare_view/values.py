"""The values that go into and come out of the compare view; all are frozen.

Every offset is a code point of the article's untouched text, `[start, end)`.
"""

from dataclasses import dataclass
from typing import Final

from dittomark.annotations import Article, Span, Suggestion
from dittomark.compare.comparison import PassageKind

# The ribbons that are shown: all, that of the current passage, or none.
RIBBON_MODES: Final = ("all", "current", "none")


@dataclass(frozen=True, slots=True)
class PaneContent:
    """The content of one pane: an article, its spans and its open span suggestions."""

    article: Article
    spans: tuple[Span, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True)
class SpanStyle:
    """The appearance of a span label: name in the user's language, colour (`#rrggbb`)."""

    name: str
    color: str


@dataclass(frozen=True, slots=True)
class TextOptions:
    """The appearance of article text.

    `size` is in points, `line_spacing` a factor of the font's own. Without `decidable` suggestions
    have no tick and cross, because the project is read-only.
    """

    family: str = ""
    size: float = 13.0
    line_spacing: float = 1.2
    show_invisibles: bool = False
    decidable: bool = True


@dataclass(frozen=True, slots=True)
class Selection:
    """A range `[start, end)` of the article in one pane."""

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
    """The data of a passage that the bottom bar shows.

    `number` is the one in its badge; `position` counts from 1 among the `total` shown passages. `a`
    and `b` are its two sides as text.
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
