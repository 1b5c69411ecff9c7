"""The parameters of a comparison, with units, reasons and limits."""

from dataclasses import dataclass
from typing import Final, Literal

Grouping = Literal["narrow", "adaptive", "wide"]
LEAST_SIMILAR: Final = 0.2  # least similarity of the pairs of sentences that are looked for
MOST: Final = 1_000_000  # words, places or terms: more than an article has
GROUPINGS: Final[tuple[Grouping, ...]] = ("narrow", "adaptive", "wide")

_COUNTS: Final = ("split_gap", "wide_gap", "max_gap", "max_places", "repeat_words", "most_terms")


@dataclass(frozen=True, slots=True)
class Settings:
    """The parameters of a comparison; the defaults suit news articles in any script.

    The window offers the first five; the others are internal to the engine, in bits and words, so
    that they apply to every length and language. Raises `ValueError` for a value out of range.
    """

    min_words: int = 6
    """A passage with fewer shared words is left out, or shown as weak."""
    grouping: Grouping = "adaptive"
    """How far apart the pieces of one passage may be: `narrow` (`split_gap` words), `wide`
    (`wide_gap`, in any order), or `adaptive`: the more words inside the pieces were changed, the
    farther, and as far as wide where a paragraph was rewritten or shuffled."""
    repeats: bool = True
    similar_sentences: bool = True
    shared_terms: bool = True

    evidence: float = 46.0
    """Least bits of a passage; where only half of its words are equal, 1.6 times as many. The best
    chance match of two articles of 1,000 words has log2(1,000 × 1,000) = 20 bits; two articles on
    one subject share stock phrases of 40."""
    weak_evidence: float = 24.0
    """Least bits of a weak passage."""
    together: float = 150.0
    """Least bits of several pieces that are one passage together, however sparse they are."""
    skip_cost: float = 1.5
    """Bits lost for an unmatched word of either side: a passage ends where the following words cost
    more than they gain."""
    open_cost: float = 1.5
    """Bits lost for opening a gap; keeps stray words out of the ends of a passage."""
    split_gap: int = 8
    """Words; a longer gap on one side splits a segment (grouping may join the parts)."""
    touch_gap: float = 6.0
    """Words between two pieces of one copy, for adaptive grouping."""
    wide_gap: int = 150
    """Most words between two pieces of one passage: a paragraph that shares nothing."""
    max_gap: int = 30
    """Most words between two runs of one chain; in a half rewritten passage they are far fewer."""
    max_places: int = 36
    """A pair of words at more places (occurrences in one article times those in the other) is no
    seed; six copies of a passage on both sides are still found."""
    variant_ratio: float = 75.0
    """Similarity (0–100, rapidfuzz) from which two words are variants of one."""
    similar: float = 0.5
    """Similarity (0.2–1: the share of bits in common) from which sentences are similar."""
    repeat_words: int = 8
    """Least words of a repeat; a whole sentence or line needs half as many. Of shorter repeats a
    third are names and idioms."""
    most_terms: int = 50
    """Most shared terms that are returned for two articles, the rarest first."""

    def __post_init__(self) -> None:
        for name in ("min_words", *_COUNTS):
            if not hasattr(getattr(self, name), "__index__"):
                raise ValueError(f"{name} must be a whole number")
        if not 2 <= self.min_words <= 1000:
            raise ValueError("min_words must lie between 2 and 1000")
        if self.grouping not in GROUPINGS:
            raise ValueError(f"grouping must be one of {', '.join(GROUPINGS)}")
        for name in _COUNTS:
            if not 1 <= getattr(self, name) <= MOST:
                raise ValueError(f"{name} must lie between 1 and {MOST}")
        for name in ("evidence", "weak_evidence", "together", "skip_cost", "touch_gap"):
            if not getattr(self, name) > 0:  # nor NaN
                raise ValueError(f"{name} must be greater than 0")
        if not self.open_cost >= 0:
            raise ValueError("open_cost must not be less than 0")
        if self.weak_evidence > self.evidence:
            raise ValueError("weak_evidence must not exceed evidence")
        if not 0 <= self.variant_ratio <= 100:
            raise ValueError("variant_ratio must lie between 0 and 100")
        if not LEAST_SIMILAR <= self.similar <= 1:
            raise ValueError(f"similar must lie between {LEAST_SIMILAR} and 1")
