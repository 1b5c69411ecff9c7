"""Learning from marked spans: a correction of the scorer, fitted in seconds.

For every source with a few finished pages a logistic regression starts from the untrained log-odds
and corrects them with (1) the labels of the same line on finished pages, (2) the labels of the
stretch between the template lines around it (both: `memory`), (3) the line's own features. The
regression is regularised towards no correction (ridge), so that few pages change little and twenty
change much. A model is used only if, on held-out pages of its own source, its F1 is not below that
of the untrained scores. Sources without finished pages keep the untrained scores.

The model is kept beside the project as JSON; its version is stored with every suggestion it makes.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self

import numpy as np

from dittomark.corpus.boilerplate.features import FEATURE_NAMES
from dittomark.corpus.boilerplate.lines import Page
from dittomark.corpus.boilerplate.memory import Finished, Memory
from dittomark.corpus.boilerplate.scorer import choose, once_only, probability, shipped
from dittomark.structures.array_types import Floats

# A line that recurs on two of fewer pages does not characterise the source.
FEWEST_PAGES: Final = 3
# Chosen on the four development sources with 24 pages and more (`tests/benchmarks/boilerplate.py`).
_RIDGE: Final = 10.0
# Newton's method converges in 5 to 10 steps here; this is only a bound.
_STEPS: Final = 25
# One fewer than in `hold_out`, which is run inside: a quarter of three pages is still one page.
_FOLDS: Final = 4
# A probability of .9975: the log-odds of the trees are clipped to it.
_MOST_LOG_ODDS: Final = 6.0


@dataclass(frozen=True)
class Correction:
    """A fitted regression over centred, scaled columns; `coefficients[0]` is the intercept."""

    centre: Floats
    scale: Floats
    coefficients: Floats

    def log_odds(self, columns: Floats, base: Floats) -> Floats:
        """Return the corrected log-odds."""
        scaled = np.clip((columns - self.centre) / self.scale, -5, 5)
        result: Floats = base + self.coefficients[0] + scaled @ self.coefficients[1:]
        return result


def fit_correction(columns: Floats, base: Floats, article: Floats, weight: Floats) -> Correction:
    """Fit the ridge regression by Newton's method, halving a step that does not lower the loss."""
    centre = columns.mean(axis=0)
    scale = columns.std(axis=0)
    scale[scale < 1e-6] = 1.0
    rows = np.column_stack([np.ones(len(columns)), np.clip((columns - centre) / scale, -5, 5)])
    ridge = np.full(rows.shape[1], _RIDGE)
    sign = 2 * article - 1

    def loss(tried: Floats) -> float:
        misfit = np.logaddexp(0, -sign * (base + rows @ tried))
        return float(weight @ misfit + (ridge * tried**2).sum() / 2)

    coefficients = np.zeros(rows.shape[1])
    best = loss(coefficients)
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(base + rows @ coefficients, -30, 30)))
        slope = rows.T @ (weight * (article - chance)) - ridge * coefficients
        curve = (rows * (weight * chance * (1 - chance))[:, None]).T @ rows
        step = np.linalg.solve(curve + np.diag(ridge), slope)
        while (reached := loss(coefficients + step)) > best and np.abs(step).max() > 1e-6:
            step = step / 2
        if best - reached < 1e-5 * abs(best):
            break
        coefficients, best = coefficients + step, reached
    return Correction(centre, scale, coefficients)


class SourceModel:
    """A model of one source, fitted to its finished pages: a memory and a correction."""

    def __init__(self, memory: Memory, correction: Correction, pages: int) -> None:
        self.memory = memory
        self.pages = pages
        self._correction = correction

    @classmethod
    def fit(cls, finished: Sequence[Finished]) -> Self:
        """Learn from finished pages of one source."""
        memory = Memory.of(finished)
        columns = [
            np.column_stack([each.features, memory.columns(each.page, each.weight, without=each)])
            for each in finished
        ]
        sizes = [np.sqrt(each.weight) for each in finished]
        correction = fit_correction(
            np.vstack(columns),
            np.concatenate([_tamed(each.log_odds) for each in finished]),
            np.concatenate([each.article.astype(float) for each in finished]),
            np.concatenate([100 * size / size.sum() for size in sizes]),
        )
        return cls(memory, correction, len(finished))

    def log_odds(self, page: Page, features: Floats, weight: Floats, base: Floats) -> Floats:
        """Return the corrected log-odds of a page's lines."""
        columns = np.column_stack([features, self.memory.columns(page, weight)])
        return self._correction.log_odds(columns, _tamed(base))

    def to_json(self) -> dict[str, Any]:
        """Return the model as plain values."""
        correction = {
            name: getattr(self._correction, name).tolist()
            for name in ("centre", "scale", "coefficients")
        }
        return {"pages": self.pages, "memory": self.memory.to_json(), "correction": correction}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Return the model that `to_json` wrote."""
        arrays = {name: np.array(values) for name, values in data["correction"].items()}
        return cls(Memory.from_json(data["memory"]), Correction(**arrays), data["pages"])


@dataclass(frozen=True)
class Learned:
    """The models of all sources that have enough finished pages."""

    models: Mapping[str, SourceModel]
    version: str

    def log_odds(self, page: Page, features: Floats, weight: Floats, base: Floats) -> Floats:
        """Return the log-odds of a page's lines, corrected if there is a model of its source."""
        model = self.models.get(page.source)
        return base if model is None else model.log_odds(page, features, weight, base)

    def kinds(self, page: Page) -> list[str | None]:
        """Return for each line of a page the label expected from its source's pages, or None."""
        model = self.models.get(page.source)
        return [None] * len(page.lines) if model is None else model.memory.kinds(page)

    def save(self, path: Path) -> None:
        """Write the model beside the project; an older file is replaced atomically."""
        models = {source: model.to_json() for source, model in self.models.items()}
        data = {"version": self.version, "features": FEATURE_NAMES, "models": models}
        partial = path.with_name(path.name + ".part")
        partial.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
        partial.replace(path)

    @classmethod
    def load(cls, path: Path, *, version: str) -> Self | None:
        """Read a model; None if there is no readable one of that version."""
        try:
            data = json.loads(path.read_text("utf-8"))
            if data["version"] != version or tuple(data["features"]) != FEATURE_NAMES:
                return None
            models = {
                source: SourceModel.from_json(model) for source, model in data["models"].items()
            }
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return cls(models, version)


def learn(finished: Sequence[Finished], *, version: str) -> Learned:
    """Learn from all finished pages, source by source."""
    by_source: dict[str, list[Finished]] = defaultdict(list)
    for each in finished:
        by_source[each.page.source].append(each)
    models = {
        source: SourceModel.fit(pages)
        for source, pages in by_source.items()
        if source and len(pages) >= FEWEST_PAGES and _helps(pages)
    }
    return Learned(models, version if models else shipped().version)


def _helps(pages: Sequence[Finished]) -> bool:
    """Return whether models fitted to part of the pages have no lower F1 on the others."""
    before = after = 0.0
    for fold in range(_FOLDS):
        others = [page for at, page in enumerate(pages) if at % _FOLDS != fold]
        if len(others) < 2 or len(others) == len(pages):
            continue
        model = SourceModel.fit(others)
        for each in pages[fold::_FOLDS]:
            before += _agreement(each, each.log_odds)
            after += _agreement(
                each, model.log_odds(each.page, each.features, each.weight, each.log_odds)
            )
    return after >= before


def _agreement(page: Finished, log_odds: Floats) -> float:
    """Return the F1 of the words that are kept with these log-odds."""
    article = once_only(page.page, probability(log_odds), page.weight)
    keep = choose(article, page.weight)
    kept, wanted = page.weight[keep].sum(), page.weight[page.article].sum()
    both = page.weight[keep & page.article].sum()
    return float(2 * both / (kept + wanted)) if kept + wanted else 1.0


def version_of(marks: Sequence[tuple[str, int, int, str]]) -> str:
    """Return the version of a model fitted to these spans `(article, start, end, label)`."""
    digest = hashlib.sha256(json.dumps(sorted(marks), ensure_ascii=True).encode())
    return f"{shipped().version}+{digest.hexdigest()[:12]}"


def _tamed(log_odds: Floats) -> Floats:
    return np.clip(log_odds, -_MOST_LOG_ODDS, _MOST_LOG_ODDS)
