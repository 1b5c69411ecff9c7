"""Learning from marked spans: a correction of the scorer, fitted in seconds.

For every source with a few finished pages a logistic regression starts from the untrained log-odds
and corrects them with (1) the labels of the same line on finished pages, (2) the labels of the
stretch between the template lines around it (both: `memory`), (3) the line's own features. The
regression is regularised towards no correction (ridge), so that few pages change little and twenty
change much. It is used only if F1 on held-out pages of its own source is above that of the untrained
scores by more than chance would give; else the marks name kinds alone. Sources without finished
pages keep the untrained scores.

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
from dittomark.corpus.boilerplate.kept import ScoredPage, taught_lines, untaught_lines
from dittomark.corpus.boilerplate.memory import Finished, Memory
from dittomark.corpus.boilerplate.scorer import shipped
from dittomark.structures.array_types import Bools, Floats

# A line that recurs on two of fewer pages does not characterise the source.
FEWEST_PAGES: Final = 3
# Chosen on the four development sources with 24 pages and more (`tests/benchmarks/boilerplate.py`).
_RIDGE: Final = 10.0
# Newton's method converges in 5 to 10 steps here; this is only a bound.
_STEPS: Final = 25
# Up to ten pages each is left out alone.
_FOLDS: Final = 10
# A judgement: nothing can be learned from one page.
_FEWEST_OTHERS: Final = 2
# By the trials of docs/benchmarks-boilerplate.md: least gain of F1, and in standard errors.
_LEAST_GAIN: Final = 0.005
# By the same trials.
_LEAST_ERRORS: Final = 1.5
# Of the file; one with models that were chosen or kept in another way is made anew.
_FORM: Final = 2
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

    def __init__(self, memory: Memory, correction: Correction | None, pages: int) -> None:
        self.memory = memory
        self.pages = pages
        self._correction = correction

    @property
    def corrects(self) -> bool:
        """Whether the model changes what is proposed; if not, it only names kinds."""
        return self._correction is not None

    @classmethod
    def fit(cls, finished: Sequence[Finished]) -> Self:
        """Learn from finished pages of one source."""
        memory = Memory.of(finished)
        columns = [
            np.column_stack(
                [each.scored.features, memory.columns(each.page, each.weight, without=each)]
            )
            for each in finished
        ]
        sizes = [np.sqrt(each.weight) for each in finished]
        correction = fit_correction(
            np.vstack(columns),
            np.concatenate([_tamed(each.scored.log_odds) for each in finished]),
            np.concatenate([each.article.astype(float) for each in finished]),
            np.concatenate([100 * size / size.sum() for size in sizes]),
        )
        return cls(memory, correction, len(finished))

    @classmethod
    def fit_if_it_helps(cls, finished: Sequence[Finished]) -> Self:
        """Learn from finished pages of one source; without a clear gain, kinds alone."""
        if not _helps(finished):
            return cls(Memory.of(finished), None, len(finished))
        return cls.fit(finished)

    def kept_lines(self, scored: ScoredPage) -> tuple[Bools, Floats]:
        """Return a mask of the article's lines of a page, and the probability of each line."""
        if self._correction is None:
            return untaught_lines(scored)
        page = scored.page
        columns = np.column_stack([scored.features, self.memory.columns(page, scored.weight)])
        log_odds = self._correction.log_odds(columns, _tamed(scored.log_odds))
        return taught_lines(scored, log_odds, self.memory.has(page))

    def to_json(self) -> dict[str, Any]:
        """Return the model as plain values."""
        correction = None
        if self._correction is not None:
            correction = {
                name: getattr(self._correction, name).tolist()
                for name in ("centre", "scale", "coefficients")
            }
        return {"pages": self.pages, "memory": self.memory.to_json(), "correction": correction}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Return the model that `to_json` wrote."""
        values = data["correction"]
        correction = None
        if values is not None:
            correction = Correction(**{name: np.array(each) for name, each in values.items()})
        return cls(Memory.from_json(data["memory"]), correction, data["pages"])


@dataclass(frozen=True)
class Learned:
    """The models of all sources that have enough finished pages."""

    models: Mapping[str, SourceModel]
    version: str

    def save(self, path: Path) -> None:
        """Write the model beside the project; an older file is replaced atomically."""
        models = {source: model.to_json() for source, model in self.models.items()}
        data = {"version": self.version, "form": _FORM, "features": FEATURE_NAMES, "models": models}
        partial = path.with_name(path.name + ".part")
        partial.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
        partial.replace(path)

    @classmethod
    def load(cls, path: Path, *, version: str) -> Self | None:
        """Read a model; None if there is no readable one of that version."""
        try:
            data = json.loads(path.read_text("utf-8"))
            fresh = data["version"] == version and data["form"] == _FORM
            if not fresh or tuple(data["features"]) != FEATURE_NAMES:
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
        source: SourceModel.fit_if_it_helps(pages)
        for source, pages in by_source.items()
        if source and len(pages) >= FEWEST_PAGES
    }
    return Learned(models, version if models else shipped().version)


def held_out_gains(pages: Sequence[Finished]) -> Floats:
    """Return for each page the F1 with a model fitted to others, less that of untrained scores.

    Each page is left out alone, of many pages a tenth at a time. Empty if two pages are all there
    are: one page alone shows nothing.
    """
    gains: list[float] = []
    folds = min(_FOLDS, len(pages))
    for fold in range(folds):
        others = [page for at, page in enumerate(pages) if at % folds != fold]
        if len(others) >= _FEWEST_OTHERS:
            model = SourceModel.fit(others)
            for each in pages[fold::folds]:
                taught, _ = model.kept_lines(each.scored)
                untaught, _ = untaught_lines(each.scored)
                gains.append(_agreement(each, taught) - _agreement(each, untaught))
    return np.array(gains)


def _helps(pages: Sequence[Finished]) -> bool:
    """Return whether models fitted to part of the pages are clearly better on the others."""
    gains = held_out_gains(pages)
    if gains.size < _FEWEST_OTHERS:
        return False
    noise = float(gains.std(ddof=1)) / gains.size**0.5
    return bool(gains.mean() > max(_LEAST_GAIN, _LEAST_ERRORS * noise))


def _agreement(page: Finished, keep: Bools) -> float:
    """Return the F1 of the words that are kept."""
    kept, wanted = page.weight[keep].sum(), page.weight[page.article].sum()
    both = page.weight[keep & page.article].sum()
    return float(2 * both / (kept + wanted)) if kept + wanted else 1.0


def version_of(marks: Sequence[tuple[str, int, int, str]]) -> str:
    """Return the version of a model fitted to these spans `(article, start, end, label)`."""
    digest = hashlib.sha256(json.dumps(sorted(marks), ensure_ascii=True).encode())
    return f"{shipped().version}+{digest.hexdigest()[:12]}"


def _tamed(log_odds: Floats) -> Floats:
    return np.clip(log_odds, -_MOST_LOG_ODDS, _MOST_LOG_ODDS)
