"""The rows of a project as values: articles, pairs, and annotations.

All classes are frozen. Offsets are code points of the article's text, `[start, end)`. Ids are UUIDs
as text. Times are ISO 8601 in UTC with microseconds, so that text order is time order.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, Final, Literal

from dittomark.article_fields import ArticleMetadata

Direction = Literal["a_to_b", "b_to_a"]
SuggestionState = Literal["open", "accepted", "refused"]
SuggestionKind = Literal["span", "relation", "event", "pair", "link"]
DecisionKind = Literal["relation", "spans", "events", "links"]

# Each direction after the two articles were exchanged.
TURNED: Final[Mapping[str, Direction]] = {"a_to_b": "b_to_a", "b_to_a": "a_to_b"}


@dataclass(frozen=True, slots=True)
class Origin:
    """The origin of an annotation.

    `by` is `human`, `import`, or the suggester's name with `version` and `score`. `suggestion` is
    the id of the accepted suggestion. `visible` names the information that the annotator could see
    when judging (`passages`, `suggestions`, …; empty in blind mode). `settings` are those of the
    suggester, in its own form; `moved` is set if an annotator changed the offsets since.
    """

    by: str = "human"
    version: str = ""
    score: float | None = None
    suggestion: str | None = None
    visible: tuple[str, ...] = ()
    settings: str = ""
    moved: bool = False


HUMAN: Final = Origin()  # made by an annotator, without further information


@dataclass(frozen=True, slots=True)
class ArticleInfo(ArticleMetadata):
    """An article without its text, as shown in lists.

    `length` is in code points. `imported` holds the metadata of the imported file, whatever was
    edited since.
    """

    id: str
    external_id: str
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
class NewArticle(ArticleMetadata):
    """An article to be added to a project. Fields unknown to the importer stay empty.

    `spans` are `(start, end, label)` that came with it as annotations (brat, doccano …);
    `candidates` are the same as suggestions (boilerplate around an HTML page's main text).
    """

    text: str
    external_id: str = ""
    encoding: str = "utf-8"
    metadata: Mapping[str, Any] = field(default_factory=dict)
    spans: tuple[tuple[int, int, str], ...] = ()
    candidates: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles to be judged together.

    `score` (0–1) is their share of common text, `guess` a suggested relation, `passage` the offsets
    `(a_start, a_end, b_start, b_end)` of a common passage, `cluster` the number of their duplicate
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
    created_at: str = ""


@dataclass(frozen=True, slots=True)
class NewPair:
    """A pair to be added to the queue; `passage` is relative to `a` and `b` as given here."""

    a: str
    b: str
    score: float | None = None
    guess: str | None = None
    passage: tuple[int, int, int, int] | None = None
    cluster: int | None = None
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
class Link:
    """A statement that two spans correspond: one of article `a`, one of `b` (or of the same).

    `a` is the smaller id; within one article, `a` is the first span. `kind` is one of the label
    scheme. `direction` leads from the source to the derived side; None: open.
    """

    id: str
    a: str
    a_start: int
    a_end: int
    b: str
    b_start: int
    b_end: int
    kind: str
    annotator: str
    direction: Direction | None = None
    note: str = ""
    origin: Origin = field(default_factory=Origin)
    created_at: str = ""
    updated_at: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One annotator's judgement of one pair: at most one row per pair and annotator.

    `relation` is None while undecided. `done` is set when the annotator continues (Space);
    `seconds` is the time for which the pair was on screen.
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
class JudgedPair:
    """An annotator's judgement of two articles, in short form: for counting over all of them."""

    pair_id: str
    a: str
    b: str
    annotator: str
    relation: str | None
    direction: Direction | None
    done: bool
    ratings: Mapping[str, int]


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
    """One annotator's statement that an article reports an event."""

    id: str
    article_id: str
    event_id: str
    annotator: str
    note: str = ""
    origin: Origin = field(default_factory=Origin)
    created_at: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """An adjudicator's decision, and its reason (`note`).

    `kind` is `relation` or `links` (the target is a pair), `spans` or `events` (the target is an
    article). `content` holds the outcome: `{"relation", "direction"}`, `{"a", "b", "links":
    [[a_start, a_end, b_start, b_end, kind, direction]]}`, `{"spans": [[start, end, label]]}` or
    `{"events": [id]}`.
    """

    id: str
    kind: DecisionKind
    target: str
    annotator: str
    content: Mapping[str, Any] = field(default_factory=dict)
    note: str = ""
    created_at: str = ""
    updated_at: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A proposal of the program, separate from annotations until an annotator accepts it.

    A `span` suggestion has `start`, `end` and `label`; a `relation` one a `pair_id` and `label`; an
    `event` one an `event_id` (an existing entry) or `payload` (fields of a new one); a `pair` one
    proposes two articles for the queue and is added to it immediately (`payload`: the fields of a
    `NewPair`). A `link` one has one span in `article_id`, `start` and `end`, its kind in `label`,
    and the other span in `payload` as `{"article_id", "start", "end"}`. A relation with a direction
    has it in `payload["direction"]`, relative to the pair's own order; a link too, with the span in
    `start` and `end` as `a`. `score` is between 0 and 1. Leave `id` empty: the project sets it.
    `dittomark.suggesting` has shorter functions to make them.
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
    """The changes of one operation on a project: the ids by kind. Views use them to refresh.

    `operation` is a key such as `annotate_span`. A changed span or membership also adds its
    article, a changed link both of its articles, a changed judgement its pair, so a view of one
    article only has to check that field. `can_undo` is true if undo can revert the operation.
    `many` is set after an operation on more rows than are listed (an import, a merge): refresh
    everything.
    """

    operation: str
    articles: frozenset[str] = frozenset()
    pairs: frozenset[str] = frozenset()
    spans: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    judgements: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    memberships: frozenset[str] = frozenset()
    suggestions: frozenset[str] = frozenset()
    decisions: frozenset[str] = frozenset()
    scheme: bool = False
    project: bool = False
    many: bool = False
    can_undo: bool = False

    def __bool__(self) -> bool:
        return bool(
            self.articles
            or self.pairs
            or self.spans
            or self.links
            or self.judgements
            or self.events
            or self.memberships
            or self.suggestions
            or self.decisions
            or self.scheme
            or self.project
            or self.many
        )


@dataclass(frozen=True, slots=True)
class AddResult:
    """The result of `add_articles`: ids in the given order, and the number of existing ones.

    `repeated` counts those of them that only occur more than once in the input.
    """

    added: Sequence[str]
    already_there: int
    changes: Changes
    repeated: int = 0


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after an edit, as plain columns; None: it did not exist."""

    entity: str
    row_id: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One change: annotator, time, rows. `state`: `done`, `undone`, `gone` (no redo) or `record`.

    `added` counts the rows that were added in bulk (an import), by kind; `changes` lists the
    others.
    """

    id: str
    at: str
    annotator: str
    operation: str
    state: str
    added: Mapping[str, int] = field(default_factory=dict)
    changes: tuple[RowChange, ...] = ()


def joined_changes(several: Sequence[Changes]) -> Changes:
    """Return the changes of several operations as one."""
    if len(several) == 1:
        return several[0]
    names = [each.name for each in fields(Changes) if each.name != "operation"]
    values = {name: [getattr(one, name) for one in several] for name in names}
    together: dict[str, Any] = {
        name: frozenset().union(*every) if isinstance(every[0], frozenset) else any(every)
        for name, every in values.items()
    }
    return Changes(several[-1].operation, **together)
