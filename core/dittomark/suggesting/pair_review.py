"""The review of pairs found by a search: their articles are read without boilerplate.

The search masks lines by counting them, which is quick and sufficient for finding pairs, but knows
little about a source with three pages. Here the articles of the found pairs are scored for
boilerplate (and annotated marks are applied): a pair that shares only a menu, a list or a teaser is
dropped, and the relations of the others are guessed from the articles alone.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from dittomark.annotations import ArticleInfo, Pair
from dittomark.corpus.boilerplate.lines import Page
from dittomark.corpus.boilerplate.main_text import MainText, covered
from dittomark.corpus.boilerplate.propose import PageInput, score_pages
from dittomark.corpus.boilerplate.scorer import choose, once_only, probability
from dittomark.corpus.candidates import LEAST_WORDS, Candidate
from dittomark.corpus.guessing.guess import APART, DERIVED, Guess, guesses
from dittomark.corpus.guessing.learn import (
    FEWEST_PAIRS,
    NOTHING_LEARNED,
    LearnedGuess,
    learn,
)
from dittomark.corpus.guessing.likeness import Likeness, likeness
from dittomark.corpus.same_event import EventCandidate
from dittomark.progress import Report
from dittomark.structures.array_types import Floats
from dittomark.suggesting.view import ReadableProject
from dittomark.texts.segmentation import Stretch
from dittomark.texts.source_names import source_of

LEAST_ARTICLE: Final = 0.3
"""Share of a passage that must be the article's own text on both sides: of 563 pairs in the
multilingual development pages, 88 are left, none of those lost that share a hand-cleaned article
(`tests/benchmarks/reuse_pairs.py`); .1 to .6 leave 89 to 84.
"""
ENOUGH_ARTICLE: Final = 40
"""Words of the article in the passage that are sufficient, however much boilerplate it includes."""
WHOLE_PAGE: Final = 150.0
"""Words of a line that holds more than a paragraph: a page without line breaks, on which lines
carry no information. (Of the development pages' lines, one in 300 that are the article alone is so
long.)
"""
LEAST_REWRITTEN: Final = 0.2
"""Least similarity (cosine of `same_event`) of articles to be checked for reuse: of the derived
ones, 2 in 318 are less similar (COUNTER), and half as many pairs are read as with the least
similarity of a pair of one event.
"""
LEAST_TOLD: Final = LEAST_WORDS / 2
"""Words of an article, on either side, from which reuse can be inferred: pages with "Loading", or
nothing but a policy, are similar without meaning. The same as for copies.
"""
LEAST_DERIVED: Final = 0.1
"""Share of either article that must come from the other (`derived`) for a pair without a passage to be
proposed as derived. None of COUNTER's pairs that are guessed to be derived has less; of 35 such pairs of
real pages six had, one of which tells one event (`tests/benchmarks/reuse_pairs.py`).
"""
COPIES: Final = "shared-passages"
"""The search that proposes these pairs: rewritten reports are grouped with the copies."""
_PAGES_TOGETHER: Final = 200  # of one source; far fewer suffice to detect a template
_PAIRS_TOGETHER: Final = 500


@dataclass(frozen=True, slots=True)
class ReviewedPair:
    """A pair for the queue. `a_in_b` and `b_in_a` are the shares of either found in the other.

    `passage` is None for a pair found without one. `suggester` is the key of the search.
    """

    a: str
    b: str
    score: float
    guess: Guess
    suggester: str
    passage: tuple[int, int, int, int] | None
    a_in_b: float
    b_in_a: float

    @property
    def rewritten(self) -> bool:
        """Whether one article seems to be derived from the other, without a common passage."""
        return self.passage is None and self.suggester == COPIES

    @property
    def doubt(self) -> float:
        """The uncertainty of the guess: its entropy, 0–1."""
        return self.guess.doubt


@dataclass(frozen=True, slots=True)
class _Part:
    """An article without its boilerplate, and the probability of each line of being the article."""

    text: str
    page: Page
    article: Floats
    weight: Floats

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


def learn_guess(project: ReadableProject, *, report: Report | None = None) -> LearnedGuess:
    """Learn from the pairs that annotators judged without disagreement.

    `report` counts articles, and may raise `Cancelled`.
    """
    relations: dict[str, set[str]] = defaultdict(set)
    for judgement in project.judgements():
        if judgement.done and judgement.relation is not None:
            relations[judgement.pair_id].add(judgement.relation)
    if len(relations) < FEWEST_PAIRS:
        return NOTHING_LEARNED
    judged = [pair for pair in project.pairs() if len(relations.get(pair.id, ())) == 1]
    names = sorted({name for pair in judged for name in (pair.a, pair.b)})
    infos = {info.id: info for info in project.article_infos(names)}
    parts: dict[str, _Part] = {}
    for batch in _parts(project, infos):
        parts.update(batch)
        if report is not None:
            report(len(parts), len(infos))
    return learn(
        [_look(pair, parts, infos) for pair in judged],
        [next(iter(relations[pair.id])) for pair in judged],
    )


def review(
    project: ReadableProject,
    found: Sequence[Candidate],
    alike: Sequence[EventCandidate],
    *,
    same_event: bool,
    learned: LearnedGuess = NOTHING_LEARNED,
    report: Report | None = None,
) -> list[ReviewedPair]:
    """Return the pairs that are worth judging, with their guesses.

    `found` share a passage. `alike` may report one event: of those, the pairs with a derived
    article are returned, and the others if `same_event` is true. `report` counts articles, then
    pairs; it may raise `Cancelled`.
    """
    known = {frozenset((each.a, each.b)) for each in found}
    least = 0.0 if same_event else LEAST_REWRITTEN
    rest = [
        each for each in alike if each.score >= least and frozenset((each.a, each.b)) not in known
    ]
    wanted = {name for each in found for name in (each.a, each.b)}
    wanted |= {name for each in rest for name in (each.a, each.b)}
    total = len(wanted) + len(found) + len(rest)
    infos = {info.id: info for info in project.article_infos(sorted(wanted))}
    parts: dict[str, _Part] = {}
    for batch in _parts(project, infos):
        parts.update(batch)
        if report is not None:
            report(len(parts), total)
    reviewed: list[ReviewedPair] = []
    kept = [each for each in found if _is_own(each, parts)]
    long_enough = [
        each for each in rest if min(parts[each.a].words, parts[each.b].words) >= LEAST_TOLD
    ]
    everything: list[Candidate | EventCandidate] = [*kept, *long_enough]
    for first in range(0, len(everything), _PAIRS_TOGETHER):
        some = everything[first : first + _PAIRS_TOGETHER]
        looks = []
        for at, each in enumerate(some):
            if report is not None and at % 20 == 0:
                report(len(parts) + first + at, total)
            looks.append(_look(each, parts, infos))
        made = guesses(looks, learned.probabilities(looks))
        for each, look, guess in zip(some, looks, made, strict=True):
            pair = _reviewed(each, look, guess, same_event=same_event)
            if pair is not None:
                reviewed.append(pair)
    return reviewed


def _is_own(each: Candidate, parts: Mapping[str, _Part]) -> bool:
    """Return whether the shared passage contains, on both sides, enough of the article itself."""
    if each.a_in_b == each.b_in_a == 1.0:
        return parts[each.a].has_article or parts[each.b].has_article
    start_a, end_a, start_b, end_b = each.passage
    for name, start, end in ((each.a, start_a, end_a), (each.b, start_b, end_b)):
        own, words = parts[name].own_words(start, end)
        if own < min(LEAST_ARTICLE * words, ENOUGH_ARTICLE):
            return False
    return True


def _look(
    each: Candidate | EventCandidate | Pair,
    parts: Mapping[str, _Part],
    infos: Mapping[str, ArticleInfo],
) -> Likeness:
    a, b = infos[each.a], infos[each.b]
    return likeness(
        parts[each.a].text,
        parts[each.b].text,
        sources=(source_of(a), source_of(b)),
        dates=(a.date, b.date),
    )


def _reviewed(
    each: Candidate | EventCandidate, look: Likeness, guess: Guess, *, same_event: bool
) -> ReviewedPair | None:
    a_in_b, b_in_a = look.derived
    if isinstance(each, Candidate):
        return ReviewedPair(
            each.a, each.b, each.score, guess, each.suggester, each.passage,
            max(each.a_in_b, a_in_b), max(each.b_in_a, b_in_a),
        )  # fmt: skip
    score = max(look.derived)
    if look.equal or (guess.relation in DERIVED and score >= LEAST_DERIVED):
        return ReviewedPair(each.a, each.b, score, guess, COPIES, None, a_in_b, b_in_a)
    if not same_event:
        return None
    guess = _of_event(guess)
    return ReviewedPair(each.a, each.b, each.score, guess, each.suggester, None, a_in_b, b_in_a)


def _of_event(guess: Guess) -> Guess:
    """Return the guess for a proposal of its own kind: the two report one event."""
    apart = sum(guess.probabilities[name] for name in APART)
    chance = guess.probabilities["same_event"] / apart if apart else 0.0
    return Guess("same_event", round(chance, 4), guess.doubt, guess.probabilities)


def _parts(
    project: ReadableProject, infos: Mapping[str, ArticleInfo]
) -> Iterator[dict[str, _Part]]:
    """Yield the articles without their boilerplate, some of one source at a time."""
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
                name: _part(given, scored.page, scored.log_odds, scored.weight, marked[name])
                for name, given, scored in zip(names, inputs, score_pages(inputs), strict=True)
            }


def _input(project: ReadableProject, info: ArticleInfo) -> PageInput:
    main = MainText.from_json(info.imported.get("metadata", {}).get("main_text"))
    return PageInput(info.id, project.article(info.id).text, source_of(info), info.title, main)


def _part(
    given: PageInput, page: Page, log_odds: Floats, weight: Floats, marked: Sequence[Stretch]
) -> _Part:
    article = np.where(weight >= WHOLE_PAGE, 1.0, probability(log_odds))
    if marked:
        article = np.where(covered(page, marked), 0.0, article)
    keep = choose(once_only(page, article, weight), weight)
    text = "\n".join(line.text for line, kept in zip(page.lines, keep, strict=True) if kept)
    return _Part(text or given.text, page, article, weight)
