"""What lists show: which articles or pairs, in which order, what a line says, and how far it is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Deal:
    """How the queue is dealt to one annotator of a team; `dittomark.team.folder.dealing` makes it.

    A pair that has `overlap` judgements of others, or a decision, is left out unless the annotator
    said something of it. `turns` says for the first three characters of a pair's id whose turn it
    is: 0 for the annotator who is to judge it first; who has a turn below `overlap` is meant to.
    `at` counts the others who are at a pair now. What was begun by others before `begun_before` and
    is still short is for anybody.
    """

    overlap: int
    turns: Mapping[str, int] = field(default_factory=dict)
    at: Mapping[str, int] = field(default_factory=dict)
    begun_before: str = ""


@dataclass(frozen=True, slots=True)
class ListFilter:
    """Which articles or pairs a list shows, and in which order.

    Each of `words` must stand in a searchable field or the outside id (of either article; in the
    date with the digits of any script); `metadata` maps filterable fields to the value they have;
    `text` in the article's text, letter for letter. `status` is `open`, `done`, `skipped` or
    `flagged`. `judged_by` keeps the pairs of which that annotator has said something. `sort` is
    `position`, a field of articles (`article_fields.SORTABLE`: `title`, `source`, `author` …), of
    pairs `score` or `status`, of articles `length` or `doubtful` (those whose suggested spans the
    model is least sure of first; those without come last).
    `sounding` maps a word to the articles whose titles sound like it; leave it out, the project
    fills it in where it has an index of its texts (`Project.index_texts`). With `dealt` the list
    is the annotator's share of the queue, and in the order `position`: what they began, what is
    theirs by turn (what others began first), then what is still short. `collation` gives what
    titles, sources and other words are ordered by, as a key for sorting; without it they stand in the order of
    their code points. It may be called in any thread.
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
    """What one line of the queue shows of a pair, with one annotator's judgement.

    `score` is the share of text in common where `shares_text`; else, of a pair that was proposed
    for its event alone, how alike the words are. An article without a title shows its name in the
    file that it came from.
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
    """How far an annotator is. `seconds` is the median time of the newest hundred done pairs."""

    total: int
    done: int
    flagged: int
    skipped: int
    today: int
    seconds: float

    @property
    def seconds_left(self) -> float:
        """How long the rest will take at the pace so far; 0 where that is not known."""
        return self.seconds * max(self.total - self.done, 0)
