"""From the pages of one source to proposed boilerplate.

`propose` reads pages of one source together (what they share is the best evidence there is) and
returns for each page the spans to suggest and how unsure it is of the page. A page that came as
HTML brings the main text its importer found (`main`): that counts with the line's own score. What
people marked teaches through `learned` (see `learn`). Nothing is marked here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from dittomark.corpus.boilerplate.extent import unproven, without_teasers
from dittomark.corpus.boilerplate.features import FEATURE_NAMES, page_features, page_weights
from dittomark.corpus.boilerplate.forms import known_form
from dittomark.corpus.boilerplate.kinds import Proposal, join_lines, line_kinds
from dittomark.corpus.boilerplate.learn import Learned
from dittomark.corpus.boilerplate.lines import Page, line_key, split_page
from dittomark.corpus.boilerplate.main_text import MainText, covered, joined_lines
from dittomark.corpus.boilerplate.memory import Finished
from dittomark.corpus.boilerplate.repeats import SourceRepeats
from dittomark.corpus.boilerplate.scorer import choose, once_only, probability, shipped
from dittomark.progress import Report
from dittomark.structures.array_types import Bools, Floats
from dittomark.texts.segmentation import Stretch

# A known form this sure leaves a line this chance of being the article.
PROSE_WORDS: Final = 25.0
"""A sentence, and as long as most of news are; what is boilerplate and longer comes again."""
_COUNT: Final = FEATURE_NAMES.index("count")
_SENTENCE: Final = FEATURE_NAMES.index("ends_sentence")
# Judgements, in probabilities; the scorer alone knows neither forms of other languages nor titles.
_SURE_FORM: Final = 0.8  # a known form at least as sure decides about its line
_SURE_FORM_ARTICLE: Final = 0.1  # that the line is the article all the same: not more than this
_TEASER_ARTICLE: Final = 0.3  # that what looks like a column of teasers is: not more than this
_TITLE_ARTICLE: Final = 0.7  # that the title is: not less (pages repeat it in paths and lists)


@dataclass(frozen=True, slots=True)
class PageInput:
    """A page to look at. Offsets are code points.

    `main` is the main text as its HTML importer found it (None: the page came as plain text).
    `settled` are stretches about which a person has decided already (marked, or refused what was
    proposed): nothing is proposed there.
    """

    id: str
    text: str
    source: str = ""
    title: str = ""
    main: MainText | None = None
    settled: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class PageProposals:
    """What is proposed for a page; `doubt` (0–1) is the share of its words that are in doubt."""

    id: str
    proposals: tuple[Proposal, ...]
    doubt: float


@dataclass(frozen=True)
class ScoredPage:
    """A page with what the scorer makes of it: one row or number per line."""

    page: Page
    features: Floats = field(repr=False)
    weight: Floats
    log_odds: Floats


def score_pages(inputs: Sequence[PageInput], *, report: Report | None = None) -> list[ScoredPage]:
    """Return the untrained log-odds of every line of pages of one source.

    `report(done, total)` counts pages; it may raise `Cancelled`.
    """
    pages = [
        split_page(each.text, article_id=each.id, source=each.source, title=each.title)
        for each in inputs
    ]
    repeats = SourceRepeats(pages)
    trees = shipped()
    scored = []
    for done, (page, given) in enumerate(zip(pages, inputs, strict=True)):
        if report is not None:
            report(done, len(pages))
        features = page_features(page, repeats.counts(page), pages=repeats.pages)
        log_odds = trees.log_odds(features)
        if given.main is not None:
            log_odds = given.main.added_to(page, log_odds)
        scored.append(ScoredPage(page, features, page_weights(page), log_odds))
    return scored


def propose(
    inputs: Sequence[PageInput],
    *,
    learned: Learned | None = None,
    report: Report | None = None,
) -> list[PageProposals]:
    """Return what to propose for each page of one source, in their order."""
    result = []
    for given, scored in zip(inputs, score_pages(inputs, report=report), strict=True):
        result.append(_propose_page(given, scored, learned))
    return result


def finished_page(scored: ScoredPage, marks: Sequence[tuple[int, int, str]]) -> Finished | None:
    """Return the page as one to learn from, or None while people are not through with it.

    `marks` are the spans `(start, end, label)` that people made. They are through when the spans
    cover at least half of the words that the untrained scorer takes for boilerplate: then what is
    left unmarked is the article.
    """
    page, weight = scored.page, scored.weight
    labels: list[str | None] = [None] * len(page.lines)
    for label in dict.fromkeys(label for *_, label in marks):
        spans = [(start, end) for start, end, its in marks if its == label]
        for at in np.flatnonzero(covered(page, spans)):
            labels[at] = label
    marked = np.array([label is not None for label in labels], dtype=bool)
    expected = ~choose(once_only(page, probability(scored.log_odds), weight), weight)
    if not marked.any() or weight[marked & expected].sum() < weight[expected].sum() / 2:
        return None
    return Finished(page, scored.features, weight, scored.log_odds, tuple(labels))


def _propose_page(given: PageInput, scored: ScoredPage, learned: Learned | None) -> PageProposals:
    page, weight = scored.page, scored.weight
    if not page.lines:
        return PageProposals(given.id, (), 0.0)
    taught = learned is not None and page.source in learned.models
    keep, article = _kept(given, scored, learned if taught else None)
    known = learned.kinds(page) if learned is not None else [None] * len(page.lines)
    kinds = line_kinds(page, keep, weight, known=known)
    doubt = float(np.average(np.minimum(article, 1 - article), weights=weight)) * 2
    for at in np.flatnonzero(covered(page, given.settled)):
        kinds[at] = None
    by_lines_alone = given.main is None and not taught
    nothing = np.zeros(len(page.lines), bool)
    doubtful = unproven(keep, scored.features) if by_lines_alone else nothing
    found = join_lines(page, kinds, article, weight, prose=_prose(scored), unproven=doubtful)
    return PageProposals(given.id, tuple(found), round(doubt, 4))


def _prose(scored: ScoredPage) -> Bools:
    """Return which lines are sentences of some length that no other page of the source has."""
    once = scored.features[:, _COUNT] == 0
    prose: Bools = (scored.weight >= PROSE_WORDS) & (scored.features[:, _SENTENCE] > 0) & once
    return prose


def _kept(given: PageInput, scored: ScoredPage, learned: Learned | None) -> tuple[Bools, Floats]:
    """Return which lines are the article, and the probability of each."""
    page, weight = scored.page, scored.weight
    if learned is not None:
        odds = learned.log_odds(page, scored.features, weight, scored.log_odds)
        article = once_only(page, probability(odds), weight)
    elif given.main is not None:
        # The extractor's text was aligned with one of its copies: doubles are settled already.
        article = probability(scored.log_odds)
    else:
        article = once_only(page, _by_form(page, probability(scored.log_odds)), weight)
    article = _with_title(page, article)
    keep = choose(article, weight)
    if learned is None and given.main is None:
        without = without_teasers(keep, weight, scored.features)
        article = np.where(keep & ~without, np.minimum(article, _TEASER_ARTICLE), article)
        keep = without
    return keep, article


def _by_form(page: Page, article: Floats) -> Floats:
    """Return the probabilities with lines of a sure known form put low.

    The scorer knows the forms too, but learned from few captions and left-overs how much they say.
    """
    forms = [known_form(line.text) for line in page.lines]
    sure = np.array([form is not None and form.confidence >= _SURE_FORM for form in forms])
    return np.where(sure, np.minimum(article, _SURE_FORM_ARTICLE), article)


def _with_title(page: Page, article: Floats) -> Floats:
    """Return the probabilities with the article's own title kept once, where it is likeliest."""
    title = line_key(page.title)
    places = [at for at, line in enumerate(page.lines) if title and line.key == title]
    if not places:
        return article
    result = article.copy()
    best = max(places, key=lambda at: (article[at], -at))
    result[best] = max(article[best], _TITLE_ARTICLE)
    return result


def article_stretches(given: PageInput) -> tuple[Stretch, ...]:
    """Return the lines of one page by itself that look like the article, as stretches."""
    (scored,) = score_pages([given])
    kept, _ = _kept(given, scored, None)
    return joined_lines(scored.page, kept)
