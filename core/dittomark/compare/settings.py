"""What can be set, with units, reasons and guard rails."""

from dataclasses import dataclass
from typing import Final, Literal

Grouping = Literal["narrow", "adaptive", "wide"]
LEAST_SIMILAR: Final = 0.2  # pairs of sentences less alike than this are not looked for
GROUPINGS: Final[tuple[Grouping, ...]] = ("narrow", "adaptive", "wide")


@dataclass(frozen=True, slots=True)
class Settings:
    """How a comparison is made; the defaults serve news articles in any script.

    A user meets the first five; the others are the engine's own, in bits and words, so that they
    hold for every length and language.
    """

    min_words: int = 6
    """A passage with fewer shared words is left out, or shown as weak."""
    grouping: Grouping = "adaptive"
    """How far apart pieces may stand and still be one passage: `narrow` (`split_gap` words), `wide`
    (`wide_gap`, in any order), or `adaptive`: the more of the words inside the pieces changed, the
    farther, and as far as wide where a paragraph was rewritten or shuffled."""
    repeats: bool = True
    similar_sentences: bool = True
    shared_terms: bool = True

    evidence: float = 46.0
    """Bits that make a passage; where only half of its words are equal, 1.6 times as many. Two
    articles of 1,000 words meet by chance at some place with log2(1,000 × 1,000) = 20 bits; two on
    one matter share stock phrases of 40."""
    weak_evidence: float = 24.0
    """Bits of the least that is shown as weak."""
    together: float = 150.0
    """Bits with which several pieces prove one passage together, however sparse they are."""
    skip_cost: float = 1.5
    """Bits lost for a word of either side that the other does not have: a passage ends where what
    follows costs more than it brings."""
    open_cost: float = 1.5
    """Bits lost where equal words stop; keeps stray words out of the ends of a passage."""
    split_gap: int = 8
    """Words; a longer stretch of one side without an equal word splits (grouping may join again)."""
    touch_gap: float = 6.0
    """Words between two pieces of one copy, for adaptive grouping."""
    wide_gap: int = 150
    """Words between two pieces of one passage at most: a paragraph that shares nothing."""
    max_gap: int = 30
    """Words between two runs of one chain; far more than survives of a passage half rewritten."""
    max_places: int = 36
    """A pair of words that stands at more places (places in one times places in the other) seeds
    nothing; six copies of a passage on both sides are still found."""
    variant_ratio: float = 75.0
    """Likeness (0–100, rapidfuzz) from which two words are spellings of one."""
    similar: float = 0.5
    """Likeness (0.2–1: the share of their bits that both have) from which sentences are similar."""
    repeat_words: int = 8
    """A stretch of fewer words that stands twice in one article is no repeat, a whole
    sentence or line needs half as many: else a third are names and turns of phrase."""
    most_terms: int = 50
    """Shared terms of two articles that are told, the rarest first."""

    def __post_init__(self) -> None:
        if not 2 <= self.min_words <= 1000:
            raise ValueError("min_words must lie between 2 and 1000")
        if self.grouping not in GROUPINGS:
            raise ValueError(f"grouping must be one of {', '.join(GROUPINGS)}")
        for name in (
            "evidence",
            "weak_evidence",
            "together",
            "skip_cost",
            "split_gap",
            "touch_gap",
            "wide_gap",
            "max_gap",
            "max_places",
            "repeat_words",
            "most_terms",
        ):
            if getattr(self, name) <= 0:
                raise ValueError(f"{name} must be greater than 0")
        if self.weak_evidence > self.evidence:
            raise ValueError("weak_evidence must not exceed evidence")
        if not 0 <= self.variant_ratio <= 100:
            raise ValueError("variant_ratio must lie between 0 and 100")
        if not LEAST_SIMILAR <= self.similar <= 1:
            raise ValueError(f"similar must lie between {LEAST_SIMILAR} and 1")
