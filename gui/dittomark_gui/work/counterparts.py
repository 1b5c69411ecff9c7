"""Searches another article for the best counterparts of a range, for a link made by hand."""

from collections.abc import Sequence
from typing import Final

Range = tuple[int, int]

# A share of the evidence that a passage needs otherwise: the user says that there is a counterpart,
# so it only has to be found.
_LESS_PROOF: Final = 0.25
_MOST: Final = 9


def counterparts(
    text: str, stretch: Range, other: str, *, taken: Sequence[Range] = ()
) -> list[Range]:
    """Return ranges of `other` that may correspond to a range of `text`, best first.

    The engine compares the range with the whole other text: first passages with little evidence,
    then similar sentences. A range that overlaps one of `taken` (or a better one) is left out.
    """
    from dittomark.compare import Settings, compare

    usual = Settings()
    settings = Settings(
        min_words=2,
        grouping="wide",
        evidence=usual.evidence * _LESS_PROOF,
        weak_evidence=usual.weak_evidence * _LESS_PROOF,
        similar=0.3,
        repeats=False,
        shared_terms=False,
    )
    start, end = stretch
    found = compare(text[start:end], other, settings=settings)
    ranked = [((p.a.end - p.a.start) * p.similarity, (p.b.start, p.b.end)) for p in found.passages]
    ranked.sort(key=lambda one: -one[0])
    alike = sorted(found.similar_sentences, key=lambda one: -one.similarity)
    best: list[Range] = []
    for place in (*(place for _, place in ranked), *((s.b.start, s.b.end) for s in alike)):
        if not any(place[0] < to and at < place[1] for at, to in (*taken, *best)):
            best.append(place)
    return best[:_MOST]
