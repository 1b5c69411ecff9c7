"""Candidate pairs: articles of which one may be made from the other, or both from a third.

    from dittomark.corpus.candidates import IndexedArticle, find_candidates

    articles = [IndexedArticle(id, source, text), …]
    texts = {article.id: article.text for article in articles}
    for candidate in find_candidates(articles, text_of=texts.__getitem__):
        print(candidate.a, candidate.b, candidate.score, candidate.guess, candidate.passage)

`CandidateIndex` is the same with a persistent folder: new articles are compared with all earlier
ones. How it works: `docs/decisions/0007-candidate-index.md`.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, Self

import numpy as np

from dittomark.corpus.index.adding import RawPairs, add_articles
from dittomark.corpus.index.passages import Passage, locate
from dittomark.corpus.index.shelf import Shelf, UnusableIndexError
from dittomark.corpus.matching.closer_look import Matches
from dittomark.corpus.prints.spooling import IndexedArticle
from dittomark.corpus.prints.word_hashes import DENSE_FACTOR
from dittomark.errors import UserError
from dittomark.labels import EXACT_DUPLICATE
from dittomark.messages import system_reason
from dittomark.progress import Report
from dittomark.structures.array_types import Bools, Floats, Ints
from dittomark.system.file_lock import hold

__all__ = ["Candidate", "CandidateIndex", "IndexedArticle", "find_candidates"]

LEAST_CHAIN: Final = 20
"""Words in a sequence, small gaps allowed, that two articles must share …"""
LEAST_CONTAINMENT: Final = 0.30
"""… or the share of either article that must occur in the other, …"""
LEAST_WORDS: Final = 12
"""… with at least so many words (half as many, if the containment is twice as high). All three by
precision and recall of `tests/benchmarks/candidates.py compare` (decision 0007).
"""


# Factor of growth: rebuilt at each doubling, an index costs twice its last build in all.
_REBUILD_GROWTH: Final = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two articles to be judged together, `a` the one added first.

    `a_in_b` and `b_in_a` are the shares (0–1) of either article, without its boilerplate, that
    occur in the other; `score` is the greater. `passage` is a common passage, in code points
    `(a_start, a_end, b_start, b_end)`, and `words` the number of its shared words.
    """

    a: str
    b: str
    score: float
    guess: str
    passage: tuple[int, int, int, int]
    words: int
    a_in_b: float
    b_in_a: float

    @property
    def suggester(self) -> str:
        """The name of the suggester."""
        return "shared-passages"


class CandidateIndex:
    """An index folder that grows with the project; one process at a time holds it.

    The caller has to store the result of `add`, and then call `settle`; until then the next `add`
    returns it again, so that a crash in between loses no candidate.
    """

    def __init__(self, path: Path) -> None:
        """Open the index in that folder; a missing, damaged or outdated one starts empty.

        Raises `UserError` if it is held elsewhere or the folder can't be written.
        """
        try:
            path.mkdir(parents=True, exist_ok=True)
            self._lock = _lock(path / "lock")
            try:
                self._shelf = Shelf(path)
            except UnusableIndexError:
                self._shelf = Shelf.create(path)
        except OSError as error:
            raise UserError(
                "{path} can't be written: {reason}.", path=path, reason=system_reason(error)
            ) from None

    def close(self) -> None:
        """Release the folder."""
        self._shelf.close()
        self._lock.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def __len__(self) -> int:
        return len(self._shelf.ids)

    def settle(self, articles: int | None = None) -> None:
        """Record that the candidates of the first so many articles (of all) are stored."""
        self._shelf.settle(len(self) if articles is None else articles)

    def articles(self) -> dict[str, str]:
        """Return the source of every article in the index, by id."""
        return dict(zip(self._shelf.ids, self._shelf.source_names(), strict=True))

    def unsettled(self) -> list[str]:
        """Return the ids of articles whose candidates are not stored yet."""
        return list(self._shelf.ids[self._shelf.settled :])

    def clear(self) -> None:
        """Empty the index."""
        self._shelf.close()
        self._shelf = Shelf.create(self._shelf.path)

    def outgrown(self, articles: int) -> bool:
        """Return whether that many articles are so many more that a new index would be better.

        Boilerplate is only detected with many pages of a source: the first articles were indexed
        before that.
        """
        return bool(self._shelf.built) and articles >= _REBUILD_GROWTH * self._shelf.built

    def add(
        self,
        articles: Iterable[IndexedArticle],
        *,
        text_of: Callable[[str], str],
        report: Report | None = None,
        total: int = 0,
    ) -> list[Candidate]:
        """Add new articles; return the candidates among them and with all older ones.

        Articles of earlier additions that were not settled count as new.

        `text_of` returns the text of an article by id; it is called only for the articles of
        candidates, each once, in the order in which they were added. `report` is called with the
        articles done and `total` (their number, if known); if it raises `Cancelled`, nothing has
        been added.
        """
        raw = add_articles(self._shelf, articles, report=report, total=total)
        return _candidates(self._shelf, raw, text_of)


def find_candidates(
    articles: Iterable[IndexedArticle],
    *,
    text_of: Callable[[str], str],
    report: Report | None = None,
    total: int = 0,
    folder: Path | None = None,
) -> list[Candidate]:
    """Return the candidate pairs of a whole corpus, read once.

    Needs about 4 kB an article in `folder` (the system's temporary folder). Arguments as in
    `CandidateIndex.add`.
    """
    path = Path(tempfile.mkdtemp(prefix="dittomark-pairs-", dir=folder))
    try:
        with CandidateIndex(path) as index:
            return index.add(articles, text_of=text_of, report=report, total=total)
    finally:
        shutil.rmtree(path, ignore_errors=True)


def _lock(path: Path) -> BinaryIO:
    """Lock the folder until the returned file is closed."""
    file = path.open("ab")
    if hold(file.fileno()):
        return file
    file.close()
    raise UserError(
        "Candidate pairs are being looked for in {folder} already: wait for that to end.",
        folder=path.parent,
    )


def _candidates(shelf: Shelf, raw: RawPairs, text_of: Callable[[str], str]) -> list[Candidate]:
    """Return the pairs that share enough, with their passages in code points."""
    records = shelf.articles
    words = (records["words"][raw.a], records["words"][raw.b])
    dense = records["dense"][raw.a] & records["dense"][raw.b]
    in_a, in_b = containments(raw.matches, *words, raw.identical)
    kept = np.flatnonzero(shares_enough(raw.matches, np.maximum(in_a, in_b), dense, raw.identical))
    passages = locate(shelf, raw, kept, text_of)
    return [
        candidate(
            (shelf.ids[raw.a[pair]], shelf.ids[raw.b[pair]]),
            passage,
            int(raw.matches.chain[pair]),
            float(in_a[pair]),
            float(in_b[pair]),
        )
        for pair, passage in zip(kept.tolist(), passages, strict=True)
    ]


def candidate(
    ids: tuple[str, str], passage: Passage, words: int, in_a: float, in_b: float
) -> Candidate:
    """Return a candidate with its score and its guess."""
    a_in_b, b_in_a = round(in_a, 4), round(in_b, 4)
    guess = guess_relation(a_in_b, b_in_a)
    return Candidate(*ids, max(a_in_b, b_in_a), guess, passage, words, a_in_b, b_in_a)


def containments(
    matches: Matches, words_a: Ints, words_b: Ints, identical: Bools
) -> tuple[Floats, Floats]:
    """Return the shares of either article's words that occur in the other."""
    in_a = matches.in_a / np.maximum(words_a, 1)
    in_b = matches.in_b / np.maximum(words_b, 1)
    in_a[identical] = in_b[identical] = 1.0
    return in_a, in_b


def shares_enough(matches: Matches, containment: Floats, dense: Bools, identical: Bools) -> Bools:
    """Return a mask of the pairs that are worth judging."""
    factor = np.where(dense, DENSE_FACTOR, 1)
    common = np.minimum(matches.in_a, matches.in_b)
    enough: Bools = (matches.chain >= LEAST_CHAIN * factor) | identical
    for part in (1, 2):
        enough |= (containment >= part * LEAST_CONTAINMENT) & (
            common * part >= LEAST_WORDS * factor
        )
    return enough


def guess_relation(a_in_b: float, b_in_a: float) -> str:
    """Return the relation that the two containments suggest."""
    low, high = sorted((a_in_b, b_in_a))
    if low >= 0.97:
        return EXACT_DUPLICATE
    if low >= 0.6:
        return "wholly_derived"
    if high >= 0.8:
        return "contains"
    return "partially_derived"
