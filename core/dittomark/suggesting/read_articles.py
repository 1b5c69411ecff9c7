"""Articles of candidate pairs, read without their boilerplate, and what two of them share.

The search masks lines by counting them, which is quick and sufficient for finding pairs, but knows
little about a source with three pages. Here every line of a page gets a probability of being the
article, from its form and from the other pages of its source.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from dittomark.annotations import ArticleInfo
from dittomark.corpus.boilerplate.forms import known_form
from dittomark.corpus.boilerplate.lines import Page
from dittomark.corpus.boilerplate.lists_and_forms import LONG_WORDS, cut_lists, form_lines
from dittomark.corpus.boilerplate.main_text import MainText, covered
from dittomark.corpus.boilerplate.propose import PageInput, score_pages
from dittomark.corpus.boilerplate.scorer import choose, once_only, probability
from dittomark.corpus.candidates import LEAST_CHAIN, LEAST_WORDS, Candidate
from dittomark.corpus.matching.closer_look import match
from dittomark.corpus.prints.word_hashes import DENSE_FACTOR, split_words
from dittomark.structures.array_types import Floats, Ints
from dittomark.suggesting.view import ReadableProject
from dittomark.texts.segmentation import Stretch
from dittomark.texts.source_names import source_of

LEAST_ARTICLE: Final = 0.3
"""Share of a passage that must be the article's own text on both sides: of the pairs that real pages
share a passage in, .1 to .6 leave the same ones within five (`tests/benchmarks/reuse_pairs.py`).
"""
ENOUGH_ARTICLE: Final = 40
"""Words of the article in the passage that are sufficient, however much boilerplate it includes."""
SURE_ARTICLE: Final = 0.5
"""Least probability of the lines in which another passage is looked for, if the first is boilerplate:
on the 831 development pages that brings back no pair that is none (one, a fragment of markup, where
lines of a known form count too), from all lines 44, of which one is reuse.
"""
MOST_SHARED: Final = 0.5
"""Share of an article that a page of the same small source must have, if neither has line breaks. A
piece of both may be a footer of the source, more than half of an article is a copy."""
FEW_PAGES: Final = 10
"""Pages of a source below which what repeats says little, as in the search."""
_PAGES_TOGETHER: Final = 200  # of one source; far fewer suffice to detect a template


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article without its boilerplate, and the probability of each line of being the article.

    `unbroken` is true for a page without line breaks.
    """

    text: str
    source: str
    page: Page
    article: Floats
    weight: Floats
    unbroken: bool

    @property
    def words(self) -> float:
        """The expected number of words that are the article's."""
        return float((self.article * self.weight).sum())

    @property
    def has_article(self) -> bool:
        """Whether it has text beyond boilerplate, as each of the development pages has."""
        total = float(self.weight.sum())
        return self.words >= LEAST_WORDS or self.words >= LEAST_ARTICLE * total

    def own_words(self, start: int, end: int) -> tuple[float, float]:
        """Return the expected number of the article's words in a stretch, and all words in it."""
        places = np.array([(line.start, line.end) for line in self.page.lines]).reshape(-1, 2)
        inside = np.minimum(places[:, 1], end) - np.maximum(places[:, 0], start)
        words = self.weight * np.clip(inside, 0, None) / (places[:, 1] - places[:, 0])
        return float((self.article * words).sum()), float(words.sum())

    def ends_sentence(self, start: int = 0, end: int | None = None) -> bool:
        """Return whether a sentence of the article ends in a stretch, of the whole page by default."""
        for line, chance in zip(self.page.lines, self.article.tolist(), strict=True):
            stop = line.end if end is None else min(end, line.end)
            if line.end <= start or stop <= line.start or chance <= 0.0:
                continue
            text = line.text[max(start - line.start, 0) : stop - line.start]
            if split_words([text]).line_ends.any():
                return True
        return False


def read_articles(
    project: ReadableProject, infos: Mapping[str, ArticleInfo]
) -> Iterator[dict[str, ReadArticle]]:
    """Yield the articles by id, some of one source at a time."""
    marked: dict[str, list[Stretch]] = defaultdict(list)
    for span in project.spans():
        marked[span.article_id].append((span.start, span.end))
    by_source: dict[str, list[str]] = defaultdict(list)
    for info in infos.values():
        by_source[source_of(info) or f"\0{info.id}"].append(info.id)
    for members in by_source.values():
        for first in range(0, len(members), _PAGES_TOGETHER):
            names = members[first : first + _PAGES_TOGETHER]
            inputs = [_input(project, infos[name]) for name in names]
            yield {
                name: read_article(given, scored.page, scored.log_odds, scored.weight, marked[name])
                for name, given, scored in zip(names, inputs, score_pages(inputs), strict=True)
            }


def _input(project: ReadableProject, info: ArticleInfo) -> PageInput:
    main = MainText.from_json(info.imported.get("metadata", {}).get("main_text"))
    return PageInput(info.id, project.article(info.id).text, source_of(info), info.title, main)


def read_article(
    given: PageInput, page: Page, log_odds: Floats, weight: Floats, marked: Sequence[Stretch]
) -> ReadArticle:
    """Return an article from the log-odds of its lines; `marked` are stretches of boilerplate."""
    long = weight >= LONG_WORDS
    unbroken = bool(2 * (weight * long).sum() > weight.sum())
    article = np.where(form_lines(page), 0.0, probability(log_odds))
    page, article, weight = cut_lists(page, article, weight, least=LEAST_WORDS)
    if marked:
        article = np.where(covered(page, marked), 0.0, article)
    keep = choose(once_only(page, article, weight), weight)
    text = "\n".join(line.text for line, kept in zip(page.lines, keep, strict=True) if kept)
    return ReadArticle(text or given.text, given.source, page, article, weight, unbroken)


def with_own_passage(
    each: Candidate, a: ReadArticle, b: ReadArticle, *, few_pages: bool
) -> Candidate | None:
    """Return the candidate if its passage, on both sides, contains enough of the article itself.

    If it is boilerplate of two sources, another passage of the two articles is looked for; None if
    there is none. `few_pages`: whether the two are of one source with few pages.
    """
    if each.a_in_b == each.b_in_a == 1.0:
        return each if a.has_article or b.has_article else None
    if _is_own(each, a, b, few_pages=few_pages):
        return each
    return None if a.source and a.source == b.source else _another(each, a, b)


def _is_own(each: Candidate, a: ReadArticle, b: ReadArticle, *, few_pages: bool) -> bool:
    sides = ((a, each.passage[:2]), (b, each.passage[2:]))
    for article, (start, end) in sides:
        own, words = article.own_words(start, end)
        if own < min(LEAST_ARTICLE * words, ENOUGH_ARTICLE):
            return False
    if not a.source or a.source != b.source:
        return True
    if few_pages and a.unbroken and b.unbroken and each.score < MOST_SHARED:
        return False
    # A teaser, a headline, a notice: what one source repeats without a sentence is no reuse.
    return any(
        article.ends_sentence(*stretch) or not article.ends_sentence() for article, stretch in sides
    )


def _another(each: Candidate, a: ReadArticle, b: ReadArticle) -> Candidate | None:
    """Return the candidate with the longest passage of lines that are surely the article's."""
    words_a, starts_a, ends_a, dense_a = _sure_words(a)
    words_b, starts_b, ends_b, dense_b = _sure_words(b)
    size = words_a.size
    found = match(
        np.concatenate([words_a, words_b]).astype(np.uint32),
        (np.array([0]), np.array([size])),
        (np.array([size]), np.array([words_b.size])),
    )
    words = int(found.chain[0])
    if words < LEAST_CHAIN * (DENSE_FACTOR if dense_a and dense_b else 1):
        return None
    passage = (
        int(starts_a[found.a_start[0]]),
        int(ends_a[found.a_end[0] - 1]),
        int(starts_b[found.b_start[0]]),
        int(ends_b[found.b_end[0] - 1]),
    )
    return replace(each, passage=passage, words=words)


def _sure_words(article: ReadArticle) -> tuple[Ints, Ints, Ints, bool]:
    """Return the hashes of the words of the surest lines, their places, and whether letters are words."""
    lines = [
        line
        for line, chance in zip(article.page.lines, article.article.tolist(), strict=True)
        if chance >= SURE_ARTICLE and known_form(line.text) is None
    ]
    words = split_words([line.text for line in lines])
    of_line = np.searchsorted(words.text_start, words.start, side="right") - 1
    begin = np.array([line.start for line in lines], np.int64)
    shift = (begin - words.text_start[: begin.size])[of_line]
    dense = bool(words.dense.size) and bool(words.dense.mean() > 0.5)
    return words.hash.astype(np.int64), words.start + shift, words.end + shift, dense
