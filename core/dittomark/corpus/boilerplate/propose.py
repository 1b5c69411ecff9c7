"""Proposed boilerplate for the pages of one source.

`propose` reads the pages of one source together (the lines they share are the best evidence) and
returns for each page the spans to suggest and a measure of doubt. For a page imported from HTML the
main text that its importer found (`main`) is combined with the line scores. A model fitted to
marked spans is passed as `learned` (see `learn`). Nothing is marked here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from dittomark.corpus.boilerplate.extent import unproven
from dittomark.corpus.boilerplate.features import FEATURE_NAMES, page_features, page_weights
from dittomark.corpus.boilerplate.kept import ScoredPage, untaught_lines
from dittomark.corpus.boilerplate.kinds import Proposal, join_lines, line_kinds
from dittomark.corpus.boilerplate.learn import Learned
from dittomark.corpus.boilerplate.lines import split_page
from dittomark.corpus.boilerplate.main_text import MainText, covered, joined_lines
from dittomark.corpus.boilerplate.memory import Finished
from dittomark.corpus.boilerplate.repeats import SourceRepeats
from dittomark.corpus.boilerplate.scorer import choose, once_only, probability, shipped
from dittomark.progress import Report
from dittomark.structures.array_types import Bools
from dittomark.texts.segmentation import Stretch

PROSE_WORDS: Final = 25.0
"""The length of most sentences in news; longer lines of boilerplate occur on several pages."""
_COUNT: Final = FEATURE_NAMES.index("count")
_SENTENCE: Final = FEATURE_NAMES.index("ends_sentence")


@dataclass(frozen=True, slots=True)
class PageInput:
    """A page to examine. Offsets are code points.

    `main` is the main text that the HTML importer found (None: the page was imported as plain
    text). `settled` are stretches about which a person has decided already (marked, or refused a
    proposal): nothing is proposed there.
    """

    id: str
    text: str
    source: str = ""
    title: str = ""
    main: MainText | None = None
    settled: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class PageProposals:
    """The proposals for a page; `doubt` (0–1) is the share of its words that are uncertain."""

    id: str
    proposals: tuple[Proposal, ...]
    doubt: float


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
        scored.append(
            ScoredPage(page, features, page_weights(page), log_odds, given.main is not None)
        )
    return scored


def propose(
    inputs: Sequence[PageInput],
    *,
    learned: Learned | None = None,
    report: Report | None = None,
) -> list[PageProposals]:
    """Return the proposals for each page of one source, in the order of `inputs`.

    `report(done, total)` counts pages; it may raise `Cancelled`.
    """
    result = []
    for given, scored in zip(inputs, score_pages(inputs, report=report), strict=True):
        result.append(_propose_page(given, scored, learned))
    return result


def finished_page(scored: ScoredPage, marks: Sequence[tuple[int, int, str]]) -> Finished | None:
    """Return the page as training data, or None if people have not finished it.

    `marks` are the spans `(start, end, label)` that people made. The page is finished when the
    spans cover at least half of the words that the untrained scorer classifies as boilerplate: then
    the unmarked rest is the article.
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
    return Finished(scored, tuple(labels))


def _propose_page(given: PageInput, scored: ScoredPage, learned: Learned | None) -> PageProposals:
    page, weight = scored.page, scored.weight
    if not page.lines:
        return PageProposals(given.id, (), 0.0)
    model = None if learned is None else learned.models.get(page.source)
    known = [None] * len(page.lines) if model is None else model.memory.kinds(page)
    taught = model is not None and model.corrects
    if model is not None and taught:
        keep, article = model.kept_lines(scored)
    else:
        keep, article = untaught_lines(scored)
    tagged = given.main.kinds_of(page) if given.main is not None else ()
    kinds = line_kinds(page, keep, weight, known=known, tagged=tagged)
    doubt = float(np.average(np.minimum(article, 1 - article), weights=weight)) * 2
    for at in np.flatnonzero(covered(page, given.settled)):
        kinds[at] = None
    by_lines_alone = given.main is None and not taught
    nothing = np.zeros(len(page.lines), bool)
    doubtful = unproven(keep, scored.features) if by_lines_alone else nothing
    found = join_lines(page, kinds, article, weight, prose=_prose(scored), unproven=doubtful)
    return PageProposals(given.id, tuple(found), round(doubt, 4))


def _prose(scored: ScoredPage) -> Bools:
    """Return a mask of the long sentences that no other page of the source contains."""
    once = scored.features[:, _COUNT] == 0
    prose: Bools = (scored.weight >= PROSE_WORDS) & (scored.features[:, _SENTENCE] > 0) & once
    return prose


def article_stretches(given: PageInput) -> tuple[Stretch, ...]:
    """Return the lines of one page, scored alone, that are probably the article, as stretches."""
    (scored,) = score_pages([given])
    kept, _ = untaught_lines(scored)
    return joined_lines(scored.page, kept)
