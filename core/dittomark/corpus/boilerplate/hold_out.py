"""Hold-out scores of suggested boilerplate: precision and recall on finished pages.

The finished pages of each source are divided into folds; each fold is scored by a model fitted to
the other folds (or by the untrained scorer if these have too few pages). A line counts with its
number of words, and is right when a person marked it as boilerplate of any kind.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from dittomark.corpus.boilerplate.kept import untaught_lines
from dittomark.corpus.boilerplate.learn import FEWEST_PAGES, SourceModel
from dittomark.corpus.boilerplate.memory import Finished
from dittomark.structures.array_types import Floats

# The usual number: each model is fitted to four fifths of the finished pages.
_FOLDS: Final = 5
# Where people look: anything, mostly, and what may be accepted without a look (above
# `kinds.UNSEEN`).
_CUTS: Final = (0.5, 0.8, 0.9, 0.95, 0.98, 0.99)


@dataclass(frozen=True, slots=True)
class HoldOutScore:
    """Precision and recall of the lines suggested with at least `score`.

    `lines` is the number of such lines, `pages` the number of finished pages.
    """

    score: float
    precision: float
    recall: float
    lines: int
    pages: int


def hold_out_score(finished: Sequence[Finished]) -> list[HoldOutScore]:
    """Return precision and recall at several scores; an empty list if no page is finished."""
    if not finished:
        return []
    judged = _judged_by_others(finished)
    score = np.concatenate([scores for _, scores in judged])
    right = np.concatenate([~each.article for each, _ in judged])
    size = np.concatenate([each.weight for each, _ in judged])
    wanted = float(size[right].sum())
    trusts = []
    for cut in _CUTS:
        taken = score >= cut
        hit = float(size[taken & right].sum())
        precision = hit / float(size[taken].sum()) if taken.any() else 1.0
        recall = hit / wanted if wanted else 1.0
        trusts.append(HoldOutScore(cut, precision, recall, int(taken.sum()), len(finished)))
    return trusts


def _judged_by_others(finished: Sequence[Finished]) -> list[tuple[Finished, Floats]]:
    """Return each page with the score of its lines as suggestions (0: not suggested)."""
    by_source: dict[str, list[Finished]] = defaultdict(list)
    for each in finished:
        by_source[each.page.source].append(each)
    judged = []
    for source, pages in by_source.items():
        for fold in range(min(_FOLDS, len(pages))):
            others = [page for at, page in enumerate(pages) if at % _FOLDS != fold]
            model = SourceModel.fit(others) if source and len(others) >= FEWEST_PAGES else None
            judged += [(each, _scores(each, model)) for each in pages[fold::_FOLDS]]
    return judged


def _scores(each: Finished, model: SourceModel | None) -> Floats:
    keep, article = untaught_lines(each.scored) if model is None else model.kept_lines(each.scored)
    return np.where(keep, 0.0, 1.0 - article)
