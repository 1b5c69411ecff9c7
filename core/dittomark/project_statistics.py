"""The statistics of a project for its lead, as values: counts, never texts."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AnnotatorStatistics:
    """The progress of one annotator.

    `seconds` holds the time for which each finished pair was on screen, if it was measured.
    """

    annotator: str
    done: int
    flagged: int
    skipped: int
    spans: int
    links: int
    seconds: tuple[float, ...]

    @property
    def median_seconds(self) -> float:
        """The median time per finished pair, in seconds; 0 if none was measured."""
        ordered = sorted(self.seconds)
        return ordered[len(ordered) // 2] if ordered else 0.0


@dataclass(frozen=True, slots=True)
class Statistics:
    """Counts over a whole project.

    `pairs_judged` are pairs that somebody finished. `relations` and `labels` count finished
    judgements by relation and spans by label key, `links` links by kind; `days` finished judgements
    by UTC day (ISO 8601, in order).
    """

    articles: int
    pairs: int
    pairs_judged: int
    events: int
    relations: Mapping[str, int]
    labels: Mapping[str, int]
    links: Mapping[str, int]
    days: Mapping[str, int]
    annotators: tuple[AnnotatorStatistics, ...]
