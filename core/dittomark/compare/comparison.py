"""What a comparison is made of: frozen values, nothing computed here.

Passages and coverage are there from the beginning; shares derived, repeats, similar sentences and
shared terms are found when they are first read (`on_demand`), or all at once by `Comparison.complete`.

Every `start` and `end` is an offset in code points into the untouched text, `[start, end)`, on
grapheme-cluster borders.
"""

from dataclasses import dataclass
from typing import Any, Literal

from dittomark.compare.collector import collector_paused
from dittomark.compare.on_demand import OnDemand, worked_out
from dittomark.progress import Report

PassageKind = Literal["verbatim", "near_verbatim", "rewrite", "summary"]
"""See `Passage`."""
EditOp = Literal["replace", "insert", "delete", "variant", "form"]


@dataclass(frozen=True, slots=True)
class Locus:
    """A stretch of one of the compared articles (`article` counts from 0)."""

    article: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class WordEdit:
    """Where the two sides of a passage differ.

    `op`: `replace`, `insert` (only in b) and `delete` (only in a) change the words; `variant` is
    another spelling of the same word; `form` is the same word in another form (digits of another
    script, other quotes, a letter in two encodings, case). `a` and `b` are offsets into the
    articles; the missing side of an insertion or deletion is an empty range at its place.
    """

    op: EditOp
    a: tuple[int, int]
    b: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch that two articles share.

    `kind` is `verbatim` (the words differ in form at most), `near_verbatim` (at least 85 in 100 words
    are equal), `rewrite` (fewer) or `summary` (a long stretch told in a short one, in other words;
    it has no edits).

    `similarity` is 0–1 over the words of both sides; of a summary, the share of the rare words of the
    short side that the long one has. `weak` passages are stock phrases, shown only
    on request. `group` is the number a reader sees: from 1, in the order of the first article; with
    three or four articles passages that overlap in one of them carry the same number.
    """

    a: Locus
    b: Locus
    similarity: float
    kind: PassageKind
    weak: bool
    edits: tuple[WordEdit, ...]
    group: int


@dataclass(frozen=True, slots=True)
class SimilarSentence:
    """A pair of sentences that say nearly the same in other words or another order."""

    a: Locus
    b: Locus
    similarity: float


@dataclass(frozen=True, slots=True)
class SharedTerm:
    """A rare word, name, number or date of both articles.

    `a` and `b` list its places. `variant` is the other article's spelling where it differs.
    """

    term: str
    a: tuple[tuple[int, int], ...]
    b: tuple[tuple[int, int], ...]
    variant: str | None
    articles: tuple[int, int] = (0, 1)


@dataclass(frozen=True, slots=True)
class Repeat:
    """One stretch that stands in an article twice or more: its places, in reading order."""

    places: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class ComparedArticle:
    """What the engine read: length in code points, SHA-256 of the UTF-8 text, and repeats."""

    length: int
    sha256: OnDemand[str] = OnDemand()
    repeats: OnDemand[tuple[Repeat, ...]] = OnDemand()

    def __getstate__(self) -> dict[str, Any]:
        return worked_out(self)


@dataclass(frozen=True)
class Comparison:
    """Everything the engine found for two to four articles (or repeats alone, for one).

    `coverage[i]` is the share of article i's words (boilerplate aside) that stand in a passage
    which is neither weak nor a summary. `derived[i]` is the share of article i that comes from another one, passage or
    not: of two articles, the share of a from b and the share of b from a; of more, the largest of
    an article's shares (see `dittomark.compare.derived`).
    """

    articles: tuple[ComparedArticle, ...]
    passages: tuple[Passage, ...]
    coverage: tuple[float, ...]
    derived: OnDemand[tuple[float, ...]] = OnDemand()
    similar_sentences: OnDemand[tuple[SimilarSentence, ...]] = OnDemand()
    shared_terms: OnDemand[tuple[SharedTerm, ...]] = OnDemand()

    def complete(self, report: Report | None = None) -> "Comparison":
        """Find now what would be found when it is read, and return this comparison.

        `report(done, total)` is called before each step and may raise `errors.Cancelled`; what was
        found until then stays.
        """
        parts = (*self.articles, self)
        with collector_paused():
            for done, part in enumerate(parts):
                if report is not None:
                    report(done, len(parts))
                worked_out(part)
        return self

    def __getstate__(self) -> dict[str, Any]:
        return worked_out(self)
