"""The review of pairs found by a search: their articles are read without boilerplate.

The search masks lines by counting them, which is quick and sufficient for finding pairs, but knows
little about a source with three pages. Here the articles of the found pairs are scored for
boilerplate (and annotated marks are applied): a pair that shares only a menu, a list or a teaser is
dropped, and the relations of the others are guessed from the articles alone.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dittomark.annotations import ArticleInfo, Pair
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
from dittomark.suggesting.read_articles import (
    FEW_PAGES,
    ReadArticle,
    read_articles,
    with_own_passage,
)
from dittomark.suggesting.view import ReadableProject
from dittomark.texts.source_names import source_of

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
    parts: dict[str, ReadArticle] = {}
    for batch in read_articles(project, infos):
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
    parts: dict[str, ReadArticle] = {}
    for batch in read_articles(project, infos):
        parts.update(batch)
        if report is not None:
            report(len(parts), total)
    reviewed: list[ReviewedPair] = []
    kept = _with_own_passages(project, found, parts)
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
    if report is not None:
        report(total, total)
    return reviewed


def _with_own_passages(
    project: ReadableProject, found: Sequence[Candidate], parts: Mapping[str, ReadArticle]
) -> list[Candidate]:
    """Return the candidates that share more than boilerplate, each with a passage of the articles."""
    pages = Counter(source_of(info) for info in project.article_infos())
    kept = []
    for each in found:
        a, b = parts[each.a], parts[each.b]
        few_pages = bool(a.source) and a.source == b.source and pages[a.source] < FEW_PAGES
        own = with_own_passage(each, a, b, few_pages=few_pages)
        if own is not None:
            kept.append(own)
    return kept


def _look(
    each: Candidate | EventCandidate | Pair,
    parts: Mapping[str, ReadArticle],
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
