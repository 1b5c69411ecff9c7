"""The rows of a project as values: articles, pairs, and what people said of them.

Everything here is frozen. Offsets are code points of the article's text, `[start, end)`. Ids are
UUIDs as text. Times are ISO 8601 in UTC with microseconds, so that text order is time order.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Direction = Literal["a_to_b", "b_to_a"]
SuggestionState = Literal["open", "accepted", "refused"]
SuggestionKind = Literal["span", "relation", "event"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an annotation came from.

    `by` is `human`, `import`, or the suggester's name with `version` and `score`. `suggestion`
    is the id of the suggestion that was accepted. `visible` names what the annotator could see
    when judging (`passages`, `suggestions`, …; empty in blind mode).
    """

    by: str = "human"
    version: str = ""
    score: float | None = None
    suggestion: str | None = None
    visible: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleInfo:
    """An article without its text: what lists show.

    `date` is ISO 8601 (a day or a moment) or empty. `length` is in code points. `imported` holds
    title, source, url, date and language as they came with the file, whatever was edited since.
    """

    id: str
    external_id: str
    title: str
    source: str
    url: str
    date: str
    language: str
    sha256: str
    length: int
    encoding: str = "utf-8"
    imported: Mapping[str, Any] = field(default_factory=dict)
    created_at: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """An article with its text, exactly as imported."""

    info: ArticleInfo
    text: str

    @property
    def id(self) -> str:
        """The article's id."""
        return self.info.id


@dataclass(frozen=True, slots=True)
class NewArticle:
    """An article on its way into a project. What the importer does not know stays empty.

    `spans` are `(start, end, label)` that came with it (our own JSONL, brat …); `candidates` are
    the same as suggestions (boilerplate around an HTML page's main text).
    """

    text: str
    external_id: str = ""
    title: str = ""
    source: str = ""
    url: str = ""
    date: str = ""
    language: str = ""
    encoding: str = "utf-8"
    metadata: Mapping[str, Any] = field(default_factory=dict)
    candidates: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles to be judged together.

    `score` (0–1) is how much they share, `guess` a suggested relation, `passage` the offsets
    `(a_start, a_end, b_start, b_end)` that tie them, `cluster` the number of their duplicate
    group, `position` the place in the queue.
    """

    id: str
    a: str
    b: str
    score: float | None = None
    guess: str | None = None
    passage: tuple[int, int, int, int] | None = None
    cluster: int | None = None
    position: float = 0.0
    origin: Origin = field(default_factory=Origin)


@dataclass(frozen=True, slots=True)
class Span:
    """A labelled stretch of one article."""

    id: str
    article_id: str
    start: int
    end: int
    label: str
    annotator: str
    note: str = ""
    origin: Origin = field(default_factory=Origin)
    created_at: str = ""
    updated_at: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one annotator says of one pair: at most one row per pair and annotator.

    `relation` is None while undecided. `done` is set when the annotator goes on (Space); `seconds`
    is the time the pair was on screen.
    """

    id: str
    pair_id: str
    annotator: str
    relation: str | None = None
    direction: Direction | None = None
    note: str = ""
    done: bool = False
    flagged: bool = False
    skipped: bool = False
    seconds: float = 0.0
    ratings: Mapping[str, int] = field(default_factory=dict)
    origin: Origin = field(default_factory=Origin)
    created_at: str = ""
    updated_at: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """An entry of the event registry. `date` may be a day, a month, a year or empty."""

    id: str
    title: str
    date: str = ""
    place: str = ""
    participants: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    parent: str | None = None
    note: str = ""
    created_at: str = ""
    updated_at: str = ""


@dataclass(frozen=True, slots=True)
class EventMembership:
    """One annotator says: this article reports this event."""

    id: str
    article_id: str
    event_id: str
    annotator: str
    note: str = ""
    origin: Origin = field(default_factory=Origin)
    created_at: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the program proposes; apart from annotations until a person accepts it.

    A `span` suggestion has `start`, `end` and `label`; a `relation` one a `pair_id` and `label`;
    an `event` one an `event_id` (an existing entry) or `payload` (fields of a new one).
    """

    id: str
    kind: SuggestionKind
    suggester: str
    version: str
    score: float
    article_id: str | None = None
    pair_id: str | None = None
    event_id: str | None = None
    start: int | None = None
    end: int | None = None
    label: str | None = None
    payload: Mapping[str, Any] = field(default_factory=dict)
    state: SuggestionState = "open"


@dataclass(frozen=True, slots=True)
class Changes:
    """What one operation on a project changed: the ids by kind. Views refresh what they show.

    `operation` is a key such as `annotate_span`; `can_undo` says whether it stands in the history.
    """

    operation: str
    articles: frozenset[str] = frozenset()
    pairs: frozenset[str] = frozenset()
    spans: frozenset[str] = frozenset()
    judgements: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    memberships: frozenset[str] = frozenset()
    suggestions: frozenset[str] = frozenset()
    scheme: bool = False
    project: bool = False

    def __bool__(self) -> bool:
        return bool(
            self.articles
            or self.pairs
            or self.spans
            or self.judgements
            or self.events
            or self.memberships
            or self.suggestions
            or self.scheme
            or self.project
        )
