"""Step 9: segments become passages, in code points of the untouched text.

Rule: a passage reaches from its first word to its last and over closing marks (quotes, brackets,
full stops) that follow in both articles, snapped outward to grapheme clusters. It is `verbatim`
when its words differ in form at most. Its similarity is the share of words, of both sides, that the
other side has too; a spelling variant counts. It is `weak` when its evidence is too thin: few words
or bits, or stock phrases of the collection.

Limits: marks between words are not compared.
"""

from collections.abc import Sequence
from typing import Final

import regex

from dittomark.compare.edits import Side, find_edits
from dittomark.compare.model import Locus, Passage
from dittomark.compare.segments import Segment
from dittomark.compare.settings import Settings
from dittomark.text import snap

_CLOSING: Final = regex.compile(r"[\p{Pe}\p{Pf}\p{Pi}\p{Po}\"'\\]{1,4}")
_OPENING: Final = regex.compile(r"(?r)[\p{Ps}\p{Pi}\p{Pf}\"'\\]{1,3}")
_QUOTES: Final = str.maketrans("‘’‚‛“”„‟«»`´", "''''\"\"\"\"\"\"''")


def build_passage(
    texts: tuple[str, str],
    sides: tuple[Side, Side],
    keys: Sequence[str],
    segment: Segment,
    *,
    weak: bool,
    settings: Settings,
) -> Passage:
    """Return the passage of articles 0 and 1 that a segment stands for; its group is not set."""
    a, b = sides
    edits = find_edits(segment, a, b, keys, variant_ratio=settings.variant_ratio)
    changed = sum(edit.op != "form" for edit in edits)
    variants = sum(edit.op == "variant" for edit in edits)
    total = segment.a[1] - segment.a[0] + segment.b[1] - segment.b[0]
    span_a, span_b = widen(texts, a.span(*segment.a), b.span(*segment.b))
    return Passage(
        Locus(0, *snap(texts[0], *span_a)),
        Locus(1, *snap(texts[1], *span_b)),
        similarity=round(2 * (segment.words + variants) / total, 4),
        kind="rewrite" if changed else "verbatim",
        weak=weak,
        edits=tuple(edits),
        group=0,
    )


def widen(
    texts: tuple[str, str], a: tuple[int, int], b: tuple[int, int]
) -> tuple[tuple[int, int], tuple[int, int]]:
    """Take in the marks around a passage that both articles have there."""
    after = _common(
        _CLOSING.match(texts[0], a[1]), _CLOSING.match(texts[1], b[1]), from_the_end=False
    )
    before = _common(
        _OPENING.match(texts[0], 0, a[0]), _OPENING.match(texts[1], 0, b[0]), from_the_end=True
    )
    return (a[0] - before, a[1] + after), (b[0] - before, b[1] + after)


def _common(
    one: "regex.Match[str] | None", other: "regex.Match[str] | None", *, from_the_end: bool
) -> int:
    if one is None or other is None:
        return 0
    if one[0] == other[0]:
        return len(one[0])
    x, y = one[0].translate(_QUOTES), other[0].translate(_QUOTES)
    if from_the_end:
        x, y = x[::-1], y[::-1]
    same = 0
    while same < min(len(x), len(y)) and x[same] == y[same]:
        same += 1
    return same
