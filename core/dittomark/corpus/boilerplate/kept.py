"""Which lines of a page are the article, given the log-odds of each.

The same rules for proposals and for the test whether teaching helps (`learn`): a gain that a later
step undoes, or a loss that it brings, would be missed otherwise.
"""

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from dittomark.corpus.boilerplate.extent import without_teasers
from dittomark.corpus.boilerplate.forms import known_form
from dittomark.corpus.boilerplate.lines import Page, line_key
from dittomark.corpus.boilerplate.scorer import choose, once_only, probability
from dittomark.structures.array_types import Bools, Floats

# Judgements, in probabilities; the scorer alone knows neither forms of other languages nor titles.
_SURE_FORM: Final = 0.8  # least confidence of a known form that decides about its line
_SURE_FORM_ARTICLE: Final = 0.1  # highest probability that such a line is the article
_TEASER_ARTICLE: Final = 0.3  # highest probability that a column of teasers is the article
_TITLE_ARTICLE: Final = 0.7  # least probability of the title (pages repeat it in paths and lists)


@dataclass(frozen=True)
class ScoredPage:
    """A page with the results of the scorer: one row or number per line.

    `from_html`: the log-odds contain the main text that the importer found.
    """

    page: Page
    features: Floats = field(repr=False)
    weight: Floats
    log_odds: Floats
    from_html: bool = False


def untaught_lines(scored: ScoredPage) -> tuple[Bools, Floats]:
    """Return a mask of the article's lines, and the probability of each, without learned marks."""
    article = probability(scored.log_odds)
    if scored.from_html:
        # The extractor's text was aligned with one of its copies: doubles are settled already.
        return _chosen(scored, article)
    article = once_only(scored.page, _by_form(scored.page, article), scored.weight)
    return _chosen(scored, article)


def taught_lines(scored: ScoredPage, log_odds: Floats, marked: Bools) -> tuple[Bools, Floats]:
    """Return the same with log-odds that were corrected by people's marks.

    `marked` is a mask of the lines that stand on finished pages: of these, people have said more
    than the form of a line says.
    """
    article = probability(log_odds)
    if not scored.from_html:
        article = np.where(marked, article, _by_form(scored.page, article))
    return _chosen(scored, once_only(scored.page, article, scored.weight))


def _chosen(scored: ScoredPage, article: Floats) -> tuple[Bools, Floats]:
    article = _with_title(scored.page, article)
    keep = choose(article, scored.weight)
    if scored.from_html:
        return keep, article
    without = without_teasers(keep, scored.weight, scored.features)
    return without, np.where(keep & ~without, np.minimum(article, _TEASER_ARTICLE), article)


def _by_form(page: Page, article: Floats) -> Floats:
    """Return the probabilities, low for lines with a known form of high confidence.

    The forms are features of the scorer too, but it was fitted to few captions and remains of
    markup.
    """
    forms = [known_form(line.text) for line in page.lines]
    sure = np.array([form is not None and form.confidence >= _SURE_FORM for form in forms], bool)
    return np.where(sure, np.minimum(article, _SURE_FORM_ARTICLE), article)


def _with_title(page: Page, article: Floats) -> Floats:
    """Return the probabilities, with the title kept once, at its most probable line."""
    title = line_key(page.title)
    places = [at for at, line in enumerate(page.lines) if title and line.key == title]
    if not places:
        return article
    result = article.copy()
    best = max(places, key=lambda at: (article[at], -at))
    result[best] = max(article[best], _TITLE_ARTICLE)
    return result
