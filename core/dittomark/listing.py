"""The content of lists: filter and order of articles or pairs, a list's row, and progress."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Deal:
    """How the queue is dealt to one annotator of a team; made by `dittomark.team.folder.dealing`.

    A pair with `overlap` judgements of others, or a decision, is left out unless the annotator
    judged it. `turns` maps the first three characters of a pair's id to the annotator's turn: 0 for
    the first to judge it; annotators with a turn below `overlap` are meant to judge it. `at` counts
    the others who have a pair open now. A pair begun by others before `begun_before` that still
    lacks judgements is offered to anybody.
    """

    overlap: int
    turns: Mapping[str, int] = field(default_factory=dict)
    at: Mapping[str, int] = field(default_factory=dict)
    begun_before: str = ""


@dataclass(frozen=True, slots=True)
class ListFilter:
    """The filter and the order of a list of articles or pairs.

    Each of `words` must occur in a searchable field or the external id (of either article; in the
    date with the digits of any script); `metadata` maps filterable fields to required values;
    `text` must occur in the article's text, letter for letter. `status` is `open`, `done`,
    `skipped` or `flagged`. `judged_by` keeps the pairs that this annotator has judged. `sort` is
    `position`, a field of articles (`article_fields.SORTABLE`: `title`, `source`, `author` …), of
    pairs `score` or `status`, of articles `length` or `doubtful` (the most uncertain suggested
    spans first; articles without any last). `sounding` maps a word to the articles with a
    similar-sounding title; leave it out, the project fills it in if it has an index of its texts
    (`Project.index_texts`). With `dealt` the list is the annotator's share of the queue, and in the
    order `position`: begun pairs, those that are theirs by turn (begun by others first), then
    others that need judgements. `collation` returns a sort key for titles, sources and other words;
    without it they are sorted by code points. It may be called in any thread.
    """

    words: tuple[str, ...] = ()
    text: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)
    status: str = ""
    relation: str = ""
    judged_by: str = ""
    sort: str = "position"
    sounding: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    dealt: Deal | None = None
    collation: Callable[[str], Any] | None = None


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One row of the queue for a pair, with one annotator's judgement.

    `score` is the share of common text if `shares_text`; for a pair proposed only for its event it
    is the similarity of the words. An article without a title shows its name in the imported file.
    """

    pair_id: str
    score: float | None
    guess: str | None
    title_a: str
    title_b: str
    source_a: str
    source_b: str
    relation: str | None
    done: bool
    flagged: bool
    skipped: bool
    note: str
    shares_text: bool = True


@dataclass(frozen=True, slots=True)
class Progress:
    """An annotator's progress. `seconds` is the median time of the newest hundred done pairs."""

    total: int
    done: int
    flagged: int
    skipped: int
    today: int
    seconds: float

    @property
    def seconds_left(self) -> float:
        """The time for the remaining pairs at the present pace; 0 if that is unknown."""
        return self.seconds * max(self.total - self.done, 0)
