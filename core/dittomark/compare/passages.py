"""Step 9: segments become passages, in code points of the untouched text.

Rule: a passage extends from its first word to its last and over closing marks (quotes, brackets,
full stops) that follow in both articles, snapped outward to grapheme clusters. It is `verbatim`
when its words differ in form at most. Its similarity is the share of words, of both sides, that are
matched; a spelling variant counts as `VARIANT` of a word.

Limits: marks between words are not compared.
"""

from collections.abc import Sequence
from functools import lru_cache, partial
from typing import Final, NamedTuple

import regex

from dittomark.compare import steps
from dittomark.compare.comparison import Locus, PassageKind, WordEdit
from dittomark.compare.edits import LONGEST, REACH, find_edits
from dittomark.compare.segments import Range, Segment
from dittomark.compare.tokens import Tokens
from dittomark.texts.segmentation import always_apart, snap

if steps.COMPILED:
    from dittomark.compare import _passages

MOST_CLOSING: Final = 4  # marks after a passage that may belong to it, …
MOST_OPENING: Final = 3  # … and before it
_CLOSING: Final = regex.compile(r"[\p{Pe}\p{Pf}\p{Pi}\p{Po}\"'\\]+")
_OPENING: Final = regex.compile(r"(?r)[\p{Ps}\p{Pi}\p{Pf}\"'\\]+")
_QUOTES: Final = str.maketrans("‘’‚‛“”„‟«»`´", "''''\"\"\"\"\"\"''")


VARIANT: Final = 0.75  # of an equal word: the least similarity of two spellings (`variant_ratio`)
NEAR_VERBATIM: Final = 0.85  # share of equal words


class Draft(NamedTuple):
    """A passage before it has its number (see `numbers`); fields as in `comparison.Passage`."""

    a: Locus
    b: Locus
    similarity: float
    kind: PassageKind
    weak: bool
    edits: tuple[WordEdit, ...]


def _kind(changed: int, similarity: float) -> PassageKind:
    if not changed:
        return "verbatim"
    return "near_verbatim" if similarity >= NEAR_VERBATIM else "rewrite"


def make_drafts(
    texts: tuple[str, str],
    tokens: tuple[Tokens, Tokens],
    numbers: tuple[int, int],
    keys: Sequence[str],
    segments: Sequence[tuple[Segment, bool]],
    *,
    variant_ratio: float,
) -> list[Draft]:
    """Return the passages for segments, each given with a flag: whether it is weak.

    See `draft` for the other arguments.
    """
    if not segments:
        return []
    if not steps.COMPILED:
        return [
            draft(texts, tokens, numbers, keys, one, weak=weak, variant_ratio=variant_ratio)
            for one, weak in segments
        ]
    a, b = (
        (text, one.starts, one.ends, one.words, one.ids)
        for text, one in zip(texts, tokens, strict=True)
    )
    sizes = REACH, LONGEST, MOST_CLOSING, MOST_OPENING
    weights = variant_ratio / 100, VARIANT, NEAR_VERBATIM
    asked = _marks_after, _marks_before, always_apart, snap
    made = _passages.drafts(a, b, numbers, keys, segments, sizes, weights, asked, (Locus, WordEdit))
    return list(map(partial(tuple.__new__, Draft), made))  # `_make` takes three times as long


def draft(
    texts: tuple[str, str],
    tokens: tuple[Tokens, Tokens],
    numbers: tuple[int, int],
    keys: Sequence[str],
    segment: Segment,
    *,
    weak: bool,
    variant_ratio: float,
) -> Draft:
    """Return the passage for a segment of the articles with these numbers.

    Its first side is in the article with the lower number. `variant_ratio` is 0–100.
    """
    a, b = tokens
    turned = numbers[0] > numbers[1]
    segment = _aligned_whole(segment, a, b)
    edits = find_edits(segment, a, b, keys, variant_ratio=variant_ratio, turned=turned)
    changed = variants = 0
    for edit in edits:
        changed += edit.op != "form"
        variants += edit.op == "variant"
    total = segment.a[1] - segment.a[0] + segment.b[1] - segment.b[0]
    similarity = round(2 * (segment.words + VARIANT * variants) / total, 4)
    span_a, span_b = widen(texts, a.span(*segment.a), b.span(*segment.b))
    one = Locus(numbers[0], *snap(texts[0], *span_a))
    other = Locus(numbers[1], *snap(texts[1], *span_b))
    return Draft(
        *((other, one) if turned else (one, other)),
        similarity=similarity,
        kind=_kind(changed, similarity),
        weak=weak,
        edits=tuple(edits),
    )


def _aligned_whole(segment: Segment, a: Tokens, b: Tokens) -> Segment:
    """Return a segment of two equal stretches as one block; others unchanged.

    The ends of a segment may have moved after its alignment.
    """
    (first_a, end_a), (first_b, end_b) = segment.a, segment.b
    length = end_a - first_a
    if segment.words == length or length != end_b - first_b:
        return segment
    if a.ids[first_a:end_a].tolist() != b.ids[first_b:end_b].tolist():
        return segment
    return segment._replace(blocks=((first_a, first_b, length),), words=length)


def draft_of_summary(
    texts: tuple[str, str],
    tokens: tuple[Tokens, Tokens],
    numbers: tuple[int, int],
    ranges: tuple[Range, Range],
    kept: float,
) -> Draft:
    """Return the passage for a summary: its word ranges, and the share of its rare words kept."""
    places = [
        Locus(number, *snap(text, *one.span(*words)))
        for number, text, one, words in zip(numbers, texts, tokens, ranges, strict=True)
    ]
    places.sort(key=lambda place: place.article)
    return Draft(
        places[0], places[1], similarity=round(kept, 4), kind="summary", weak=False, edits=()
    )


def widen(
    texts: tuple[str, str], a: tuple[int, int], b: tuple[int, int]
) -> tuple[tuple[int, int], tuple[int, int]]:
    """Extend two spans over the marks around them that both articles have there."""
    (a0, a1), (b0, b1) = a, b
    after = _marks_after(texts[0][a1 : a1 + MOST_CLOSING], texts[1][b1 : b1 + MOST_CLOSING])
    before = _marks_before(
        texts[0][max(a0 - MOST_OPENING, 0) : a0], texts[1][max(b0 - MOST_OPENING, 0) : b0]
    )
    return (a0 - before, a1 + after), (b0 - before, b1 + after)


@lru_cache(maxsize=4096)
def _marks_after(one: str, other: str) -> int:
    """Return the number of closing marks with which the text after both sides of a passage begins."""
    here, there = _CLOSING.match(one), _CLOSING.match(other)
    return _common(here[0], there[0], from_the_end=False) if here and there else 0


@lru_cache(maxsize=4096)
def _marks_before(one: str, other: str) -> int:
    """Return the number of opening marks with which the text before both sides of a passage ends."""
    here, there = _OPENING.match(one), _OPENING.match(other)
    return _common(here[0], there[0], from_the_end=True) if here and there else 0


def _common(one: str, other: str, *, from_the_end: bool) -> int:
    """Return the number of equal marks at one end; all forms of quotation marks are equal."""
    if one == other:
        return len(one)
    x, y = one.translate(_QUOTES), other.translate(_QUOTES)
    if from_the_end:
        x, y = x[::-1], y[::-1]
    same = 0
    while same < min(len(x), len(y)) and x[same] == y[same]:
        same += 1
    return same
