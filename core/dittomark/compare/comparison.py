"""The result of a comparison: frozen values; nothing is computed here.

Passages and coverage are present from the beginning; shares derived, repeats, similar sentences and
shared terms are computed when they are first read (`on_demand`), or all at once by
`Comparison.complete`.

Every `start` and `end` is an offset in code points into the untouched text, `[start, end)`, on
grapheme-cluster boundaries.
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
    """A difference between the two sides of a passage.

    `op`: `replace`, `insert` (only in b) and `delete` (only in a) change the words; `variant` is
    another spelling of the same word; `form` is the same word in another form (digits of another
    script, other quotes, a letter in two encodings, case). `a` and `b` are offsets into the
    articles; the side without words, of an insertion or deletion, is an empty range.
    """

    op: EditOp
    a: tuple[int, int]
    b: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch that two articles share.

    `kind` is `verbatim` (the words differ in form at most), `near_verbatim` (at least 85 in 100
    words are equal), `rewrite` (fewer) or `summary` (a long stretch condensed to a short one, in
    other words; it has no edits).

    `similarity` is 0–1 over the words of both sides; of a summary, the share of the rare words of
    the short side that the long side contains. `weak` passages are stock phrases or lists of names,
    shown only on request. `group` is the number that the window shows: from 1, in the order of the
    first article; of three or four articles, passages that overlap in one of them have the same
    number.
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
    """Two sentences with nearly the same content in other words or another order."""

    a: Locus
    b: Locus
    similarity: float


@dataclass(frozen=True, slots=True)
class SharedTerm:
    """A rare word, name, number or date that occurs in both articles.

    `a` and `b` list its places as spans in code points, of the articles with the numbers
    `articles`. `variant` is the spelling of the second article where it differs.
    """

    term: str
    a: tuple[tuple[int, int], ...]
    b: tuple[tuple[int, int], ...]
    variant: str | None
    articles: tuple[int, int] = (0, 1)


@dataclass(frozen=True, slots=True)
class Repeat:
    """A stretch that one article contains twice or more: its places, in reading order."""

    places: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class ComparedArticle:
    """One of the texts: length in code points, SHA-256 of the UTF-8 text, and repeats."""

    length: int
    sha256: OnDemand[str] = OnDemand()
    repeats: OnDemand[tuple[Repeat, ...]] = OnDemand()

    def __getstate__(self) -> dict[str, Any]:
        return worked_out(self)


@dataclass(frozen=True)
class Comparison:
    """All results for two to four articles (or repeats alone, for one).

    `coverage[i]` is the share of the words of article i (without boilerplate) in passages that are
    neither weak nor summaries. `derived[i]` is the share of article i that comes from another
    article, in passages or not: of two articles, the share of a from b and the share of b from a;
    of more, the largest of the article's shares (see `dittomark.compare.derived`).
    """

    articles: tuple[ComparedArticle, ...]
    passages: tuple[Passage, ...]
    coverage: tuple[float, ...]
    derived: OnDemand[tuple[float, ...]] = OnDemand()
    similar_sentences: OnDemand[tuple[SimilarSentence, ...]] = OnDemand()
    shared_terms: OnDemand[tuple[SharedTerm, ...]] = OnDemand()

    def complete(self, report: Report | None = None) -> "Comparison":
        """Compute now the fields that are computed when first read, and return this comparison.

        `report(done, total)` is called before each step and may raise `errors.Cancelled`; fields
        computed until then are kept.
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
