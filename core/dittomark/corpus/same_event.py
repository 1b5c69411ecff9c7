"""Same-event candidates: articles that share no passage but report the same event.

Articles are compared as sets of character 4-grams of their words (inflected and variously spelt
names still share most of theirs; no model, no word list), weighted by TF-IDF, boilerplate lines
left out. An article's few dozen heaviest 4-grams are its rare terms: articles that share several of
them are compared by the cosine, reduced for distant dates. Per article the nearest few are kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from dittomark.corpus.mask.boilerplate_lines import Lines, find_boilerplate, kept_lines
from dittomark.corpus.matching.shingles import group_pairs
from dittomark.corpus.prints.fingerprint import Prints, fingerprint
from dittomark.corpus.prints.spooling import MOST_CHARACTERS
from dittomark.corpus.prints.word_hashes import letter_grams, split_words
from dittomark.progress import Report
from dittomark.structures.array_types import Bools, Floats, Ints

# Letters. Chosen, as all of these, on the development half of ECB+, where 95 % of the proposed pairs
# are of one event; the days are judgements, as ECB+ has no dates of publication.
GRAM: Final = 4
KEPT_GRAMS: Final = 256
"""Number of the heaviest 4-grams that represent an article."""
RARE_GRAMS: Final = 48
"""Number of those by which articles find each other."""
LEAST_SCORE: Final = 0.13
"""Half of it admits no more wrong pairs (.949 right instead of .952 of all proposed pairs of the
development half); with twice as much .964 are right, but two articles in a hundred find no partner.
"""
NEAREST: Final = 5
"""With 3 per article .964 are right, with 10 .872; with 2 some find no partner."""
FAR_DAYS: Final = 14
"""Articles whose dates are further apart are not of one event; up to 3 days count as the same."""

_BUCKETS: Final = 1 << 22  # 4 million, into which the hashes of 4-grams are reduced; bounds memory
_SAMPLE: Final = 20_000  # articles from which rarity is learned; bounds time
_ALL_PAIRS_UP_TO: Final = 300  # articles of which all pairs are compared; bounds time
_NEAR_DAYS: Final = 3  # see `FAR_DAYS`
# Least rare terms in common for a comparison. On all of the development half (450 articles) 1 to 6
# rare terms in common, of 50 to 200 articles at most, find the same pairs but for ten in 1,492.
_LEAST_RARE: Final = 3
_MOST_ARTICLES: Final = 100  # as with `_LEAST_RARE`; bounds time
_PAIRS_AT_A_TIME: Final = 4_000  # bounds memory
_UNKNOWN_DAY: Final = -(10**7)  # not a day of the calendar, and far from all of them
_BLOCK: Final = 16  # articles that are read together; bounds memory


class DatedArticle(NamedTuple):
    """An input article; `date` is ISO 8601 or empty, `source` may be empty."""

    id: str
    source: str
    date: str
    text: str


@dataclass(frozen=True, slots=True)
class EventCandidate:
    """Two articles that may report one event. `score` is the cosine, dates taken into account."""

    a: str
    b: str
    score: float

    @property
    def guess(self) -> str:
        """The relation to suggest."""
        return "same_event"

    @property
    def suggester(self) -> str:
        """The name of the suggester."""
        return "same-event"


def find_same_event(
    articles: Sequence[DatedArticle], *, report: Report | None = None
) -> list[EventCandidate]:
    """Return same-event candidates, including copies of each other (they share their terms too).

    `report` is called with the articles done (each is read twice) and may raise `Cancelled`.
    """
    count = len(articles)
    cores = _cores(articles, report)
    sample = cores[:: count // _SAMPLE + 1]
    df = np.zeros(_BUCKETS, np.int32)
    for core in sample:
        df[np.unique(_buckets(core))] += 1
    bucket = np.zeros((count, KEPT_GRAMS), np.int64)
    weight = np.zeros((count, KEPT_GRAMS), np.float32)
    for number, core in enumerate(cores):
        if report is not None and number % 100 == 0:
            report(count + number, 2 * count)
        _weigh(core, df, len(sample), bucket[number], weight[number])
    a, b = _shortlist(bucket, weight, df)
    score = _cosines(bucket, weight, a, b, report)
    score *= _closeness([article.date for article in articles], a, b)
    kept = _nearest(a, b, score, count)
    return [
        EventCandidate(articles[a[pair]].id, articles[b[pair]].id, round(float(score[pair]), 4))
        for pair in kept.tolist()
    ]


def _cores(articles: Sequence[DatedArticle], report: Report | None) -> list[str]:
    """Return the texts without the lines that are boilerplate of their source."""
    texts = [article.text[:MOST_CHARACTERS] for article in articles]
    found = []
    block: list[str] = []
    for number, text in enumerate(texts, start=1):
        block.append(text)
        if number % _BLOCK == 0 or number == len(texts):
            prints = fingerprint(block)
            found.append(prints._replace(words=prints.words[:0]))
            block = []
            if report is not None:
                report(number, 2 * len(texts))
    if not found:
        return []
    prints = Prints(*(np.concatenate(column) for column in zip(*found, strict=True)))
    numbers: dict[str, int] = {}
    source = np.array([numbers.setdefault(item.source, len(numbers)) for item in articles])
    owner = np.repeat(np.arange(source.size), prints.line_count)
    lines = Lines(
        prints.line_hash, prints.line_words, prints.line_ends, prints.line_first, owner, source
    )
    keep = kept_lines(lines, find_boilerplate(lines).boilerplate)
    first = np.append(0, np.cumsum(prints.line_count))
    return [_cut(text, keep[first[i] : first[i + 1]]) for i, text in enumerate(texts)]


def _cut(text: str, keep: Bools) -> str:
    """Return the kept lines of a text (one flag for each line with words)."""
    if keep.all():
        return text
    words = split_words([text])
    begin = words.start[words.line].tolist()
    end = words.end[np.append(words.line[1:], words.hash.size) - 1].tolist()
    return "\n".join(text[begin[line] : end[line]] for line in np.flatnonzero(keep).tolist())


def _buckets(text: str) -> Ints:
    return (letter_grams(text, GRAM) & np.uint64(_BUCKETS - 1)).astype(np.int64)


def _weigh(core: str, df: Ints, size: int, bucket: Ints, weight: npt.NDArray[np.float32]) -> None:
    """Write the heaviest 4-grams of a text, ascending, and their TF-IDF weights (of length 1)."""
    gram, times = np.unique(_buckets(core), return_counts=True)
    shared = df[gram] > 1
    gram, times = gram[shared], times[shared]
    weights = (1 + np.log(times)) * np.log((size + 1) / df[gram])
    chosen = np.sort(np.argsort(-weights, kind="stable")[:KEPT_GRAMS])
    length = float(np.linalg.norm(weights[chosen])) or 1.0
    bucket[: chosen.size] = gram[chosen]
    weight[: chosen.size] = weights[chosen] / length


def _shortlist(bucket: Ints, weight: npt.NDArray[np.float32], df: Ints) -> tuple[Ints, Ints]:
    """Return the pairs to be compared: all of a small corpus, else those sharing rare 4-grams."""
    count = bucket.shape[0]
    if count <= _ALL_PAIRS_UP_TO:
        a, b = np.triu_indices(count, 1)
        return a, b
    ranked = np.where((df[bucket] <= _MOST_ARTICLES) & (weight > 0), weight, 0)
    rare = np.argpartition(-ranked, RARE_GRAMS, axis=1)[:, :RARE_GRAMS]
    owner, place = np.nonzero(np.take_along_axis(ranked, rare, axis=1) > 0)
    return group_pairs(bucket[owner, rare[owner, place]], owner, least=_LEAST_RARE)


def _cosines(
    bucket: Ints, weight: npt.NDArray[np.float32], a: Ints, b: Ints, report: Report | None
) -> Floats:
    """Return the cosine of each pair of rows: products over the 4-grams that both have."""
    score = np.zeros(a.size)
    for begin in range(0, a.size, _PAIRS_AT_A_TIME):
        if report is not None:
            report(2 * bucket.shape[0], 2 * bucket.shape[0])
        left, right = a[begin : begin + _PAIRS_AT_A_TIME], b[begin : begin + _PAIRS_AT_A_TIME]
        shift = np.arange(left.size)[:, None] * _BUCKETS
        code_a, code_b = (bucket[left] + shift).ravel(), (bucket[right] + shift).ravel()
        weight_a, weight_b = weight[left].ravel(), weight[right].ravel()
        used_a, used_b = np.flatnonzero(weight_a), np.flatnonzero(weight_b)
        if not used_b.size:
            continue
        place = np.searchsorted(code_b[used_b], code_a[used_a])
        place = used_b[np.minimum(place, used_b.size - 1)]
        both = code_b[place] == code_a[used_a]
        products = weight_a[used_a[both]] * weight_b[place[both]]
        score[begin : begin + left.size] = np.bincount(
            used_a[both] // bucket.shape[1], products, left.size
        )
    return score


def _closeness(dates: Sequence[str], a: Ints, b: Ints) -> Floats:
    """Return 1 for dates within 3 days of each other or unknown, falling to 0 at 14 days."""
    days = np.array([_day(text) for text in dates], np.int64)
    distance = np.abs(days[a] - days[b])
    closeness = np.clip((FAR_DAYS - distance) / (FAR_DAYS - _NEAR_DAYS), 0, 1)
    unknown = (days[a] == _UNKNOWN_DAY) | (days[b] == _UNKNOWN_DAY)
    return np.where(unknown, 1.0, closeness)


def _day(text: str) -> int:
    try:
        return date.fromisoformat(text[:10]).toordinal()
    except ValueError:
        return _UNKNOWN_DAY


def _nearest(a: Ints, b: Ints, score: Floats, count: int) -> Ints:
    """Return the pairs that score enough and are among the nearest of one of their articles."""
    good = np.flatnonzero(score >= LEAST_SCORE)
    good = good[np.lexsort((b[good], a[good], -score[good]))]
    seen = np.zeros(count, np.int64)
    kept = []
    for pair in good.tolist():
        if seen[a[pair]] < NEAREST or seen[b[pair]] < NEAREST:
            kept.append(pair)
        seen[a[pair]] += 1
        seen[b[pair]] += 1
    return np.array(kept, np.int64)
