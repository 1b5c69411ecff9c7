"""The content of a pair's report: both texts in tinted pieces, the passages, the judgements."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dittomark.annotations import Article, ArticleInfo, Judgement, Link, Span
from dittomark.compare import compare
from dittomark.compare.comparison import Comparison, Passage
from dittomark.labels import LabelScheme
from dittomark.project import Project
from dittomark.reporting.report_words import ENGLISH, ReportWords
from dittomark.suggesting.project_comparison import stock_phrases

# Tints on which black print is legible, distinguishable with colour blindness and, by the numbers,
# without any colour.
TINTS: Final = (
    "#ffe08a", "#a9d8f5", "#c9e7a3", "#f7c1d9", "#d9c7f2", "#ffd0a6", "#a8e6d9", "#d9d9a0",
)  # fmt: skip


_LONGEST_EXCERPT: Final = 160  # characters of a linked span, which is also visible in the text


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text with one appearance.

    `passage` is the number of the passage that contains it (0: none), `begins` whether the passage
    begins here; `label` names the spans that contain it, `named` those of them that begin here.
    """

    text: str
    passage: int = 0
    begins: bool = False
    label: str = ""
    named: str = ""


@dataclass(frozen=True, slots=True)
class ReportedArticle:
    """One side of the report; `shared` is its share of text from the other side, 0–1."""

    info: ArticleInfo
    pieces: tuple[Piece, ...]
    shared: float
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportedPassage:
    """One row in the list of passages."""

    number: int
    kind: str
    similarity: float


@dataclass(frozen=True, slots=True)
class ReportedJudgement:
    """One annotator's judgement of the pair, in printable words."""

    annotator: str
    relation: str
    direction: str
    note: str


@dataclass(frozen=True, slots=True)
class ReportedLink:
    """A link between the two articles: annotator, linked words on each side, kind and direction."""

    annotator: str
    kind: str
    direction: str
    texts: tuple[str, str]
    note: str


@dataclass(frozen=True, slots=True)
class PairReport:
    """The content of the whole page, and the words of its language."""

    words: ReportWords
    project: str
    pair_id: str
    articles: tuple[ReportedArticle, ReportedArticle]
    passages: tuple[ReportedPassage, ...]
    judgements: tuple[ReportedJudgement, ...]
    links: tuple[ReportedLink, ...]


def pair_report(
    project: Project,
    a_id: str,
    b_id: str,
    *,
    words: ReportWords = ENGLISH,
    seen_by: str | None = None,
) -> PairReport:
    """Compare two articles of a project and collect their annotations, in the given words.

    With `seen_by` only those visible to that annotator of a team (`dittomark.operations.sight`).
    Raises NotFoundError for an unknown article.
    """
    a, b = project.article(a_id), project.article(b_id)
    comparison = compare(a.text, b.text, stock=stock_phrases(project.path))
    titles = {event.id: event.title for event in project.events()}
    sides = []
    for number, article in enumerate((a, b)):
        shown = dict.fromkeys(
            titles[m.event_id] for m in project.memberships(article.id, seen_by=seen_by)
        )
        spans = [
            replace(span, label=words.span_name(project.scheme, span.label))
            for span in project.spans(article.id, seen_by=seen_by)
        ]
        pieces = pieces_of(article.text, comparison, number, spans)
        shared = comparison.derived[number]
        sides.append(ReportedArticle(article.info, tuple(pieces), shared, tuple(shown)))
    numbers = {passage.group: passage for passage in _shown(comparison)}
    pair = project.find_pair(a_id, b_id)
    return PairReport(
        words,
        project.name,
        pair.id if pair else "",
        (sides[0], sides[1]),
        tuple(
            ReportedPassage(n, words.kinds.get(p.kind, p.kind), p.similarity)
            for n, p in sorted(numbers.items())
        ),
        tuple(
            _judgements(
                project.judgements(pair.id, seen_by=seen_by),
                project.scheme,
                words,
                turned=pair.a != a_id,
            )
        )
        if pair
        else (),
        tuple(_links(project, project.links(a_id, b_id, seen_by=seen_by), (a, b), words)),
    )


def _shown(comparison: Comparison) -> list[Passage]:
    return [passage for passage in comparison.passages if not passage.weak]


def _judgements(
    judgements: Iterable[Judgement], scheme: LabelScheme, words: ReportWords, *, turned: bool
) -> Iterable[ReportedJudgement]:
    a, b = reversed(words.letters) if turned else words.letters
    arrows = {"a_to_b": f"{a} → {b}", "b_to_a": f"{b} → {a}"}
    for judgement in judgements:
        known = words.relation_name(scheme, judgement.relation) if judgement.relation else ""
        direction = arrows.get(judgement.direction or "", "")
        yield ReportedJudgement(
            judgement.annotator, known or words.undecided, direction, judgement.note
        )


def _links(
    project: Project, links: Iterable[Link], articles: tuple[Article, Article], words: ReportWords
) -> Iterable[ReportedLink]:
    """Yield the links between the two, in the order of the first; `texts` in the report's order."""
    a, b = articles
    texts = {a.info.id: a.text, b.info.id: b.text}
    first, second = words.letters
    found = []
    for link in links:
        sides = {link.a: (link.a_start, link.a_end), link.b: (link.b_start, link.b_end)}
        if len(sides) == len(texts):  # otherwise it is a repeat inside one of them
            forth = (link.direction == "a_to_b") == (link.a == a.info.id)
            arrow = f"{first} → {second}" if forth else f"{second} → {first}"
            found.append((sides[a.info.id], sides, link, arrow if link.direction else ""))
    for _, sides, link, arrow in sorted(found, key=lambda one: (one[0], one[2].id)):
        quoted = [_excerpt(texts[name][slice(*sides[name])]) for name in (a.info.id, b.info.id)]
        kind = words.link_name(project.scheme, link.kind)
        yield ReportedLink(link.annotator, kind, arrow, (quoted[0], quoted[1]), link.note)


def _excerpt(text: str) -> str:
    """Return a span on one line; a long one as its beginning and its end."""
    line = " ".join(text.split())
    if len(line) <= _LONGEST_EXCERPT:
        return line
    half = _LONGEST_EXCERPT // 2
    return f"{line[:half].rsplit(' ', 1)[0]} … {line[-half:].split(' ', 1)[-1]}"


def pieces_of(
    text: str, comparison: Comparison, number: int, spans: Sequence[Span]
) -> Iterable[Piece]:
    """Yield the pieces of a text: cut where a passage or a span of boilerplate begins or ends."""
    passages = sorted(
        (locus.start, locus.end, passage.group)
        for passage in _shown(comparison)
        for locus in (passage.a, passage.b)
        if locus.article == number
    )
    borders = {0, len(text)}
    borders.update(offset for start, end, _ in passages for offset in (start, end))
    borders.update(offset for span in spans for offset in (span.start, span.end))
    cuts = sorted(borders)
    for start, end in itertools.pairwise(cuts):
        inside = [p for p in passages if p[0] <= start and end <= p[1]]
        passage = inside[0] if inside else (0, 0, 0)
        marks = [span for span in spans if span.start <= start and end <= span.end]
        yield Piece(
            text[start:end],
            passage[2],
            begins=bool(inside) and passage[0] == start,
            label=_names(marks),
            named=_names([span for span in marks if span.start == start]),
        )


def _names(spans: Iterable[Span]) -> str:
    return ", ".join(dict.fromkeys(span.label for span in spans))


def facts(article: ReportedArticle, words: ReportWords) -> str:
    """Return the line below an article's title: its source, and the events that it reports."""
    info = article.info
    parts = [fact for fact in (info.source, words.day(info.date), info.url) if fact]
    parts.append(words.shared.format(percent=words.percent(article.shared)))
    parts += [words.event.format(title=event) for event in article.events]
    return " · ".join(parts)


def title(article: ReportedArticle) -> str:
    """Return the displayed title of an article."""
    return article.info.title or article.info.external_id or article.info.id


def tint(passage: int) -> str:
    """Return the colour of a passage's number, as `#rrggbb`."""
    return TINTS[(passage - 1) % len(TINTS)]
