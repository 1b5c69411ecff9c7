"""Step 7: segment ends moved to sentence boundaries.

Rule: copied text mostly begins and ends with a sentence. (1) A few words at the end of a segment
that lie beyond a sentence boundary of both articles, without reaching the next boundary, are
removed. (2) A segment that begins or ends at most `NEAR` words from a sentence boundary on both
sides is extended to it, in a long sentence up to `FAR` words: the first and last words of a
sentence are often the ones that were changed. (3) A passage that is a rewrite and contains
`MOST_OF` of its first or last sentence, on both sides, is extended to all of it, by up to `RETOLD`
words: a retelling covers whole sentences, and few of their words are kept. Rule 3 is applied to
passages only (`reach`), so that it creates none.

Limits: no other end is moved; a passage may end in the middle of a sentence.
"""

from typing import Final

from dittomark.compare.rewrites import SPARSE
from dittomark.compare.seeds import Run
from dittomark.compare.segments import Segment
from dittomark.compare.tokenised import Read
from dittomark.structures.array_types import Floats

# Density from which stray words are removed; .75 to .95 change no set by more than .001.
CLOSE: Final = 0.85
NEAR: Final = 2  # words to a boundary by which a segment is always extended
FAR: Final = 5  # words by which it is extended in a long sentence: one for each …
LONG: Final = 6  # … words of the sentence that are in the segment
# Share of a sentence; with one half and up to 20 words, synthetic pairs lose .003 to .004.
MOST_OF: Final = 2 / 3
RETOLD: Final = 15  # words; 10 to 20 change no real set by more than .002
# Words; 2 gains as much in English as it loses in Bengali; 5 loses .004.
STRAY_WORDS: Final = 3
# Bits of one rare word, roughly; 4 to 11 change no set by more than .001.
STRAY_BITS: Final = 7.0


def settle(segment: Segment, a: Read, b: Read, sums: Floats) -> Segment:
    """Return the segment with its ends moved by rules 1 and 2; `sums` as for `aligner`."""
    if segment.density >= CLOSE:  # first stray words, then extension
        blocks = list(segment.blocks)
        size = len(blocks)
        _drop_stray_end(blocks, a, b, sums)
        _drop_stray_start(blocks, a, b, sums)
        if (
            len(blocks) != size
            or blocks[0] != segment.blocks[0]
            or blocks[-1] != segment.blocks[-1]
        ):
            segment = Segment.of(blocks, segment.bits)
    (a0, a1), (b0, b1) = segment.a, segment.b
    steps = a.words_before(a0), b.words_before(b0)
    if _is_near(steps) or (
        _may_be_far(steps) and _holds_enough(steps, (a.words_after(a0), b.words_after(b0)), segment)
    ):
        a0, b0 = a0 - steps[0], b0 - steps[1]
    steps = a.words_after(a1), b.words_after(b1)
    if _is_near(steps) or (
        _may_be_far(steps)
        and _holds_enough(steps, (a.words_before(a1 - 1) + 1, b.words_before(b1 - 1) + 1), segment)
    ):
        a1, b1 = a1 + steps[0], b1 + steps[1]
    return Segment((a0, a1), (b0, b1), segment.blocks, segment.bits, segment.words)


def _is_near(steps: tuple[int, int]) -> bool:
    """Return whether a segment is always extended by these numbers of words in a and b."""
    return steps[0] <= NEAR and steps[1] <= NEAR


def _may_be_far(steps: tuple[int, int]) -> bool:
    """Return whether a segment may be extended by these numbers of words in a long sentence."""
    # If only one side has words before the boundary, they were inserted, not changed.
    return 0 < steps[0] <= FAR and 0 < steps[1] <= FAR


def _holds_enough(steps: tuple[int, int], inside: tuple[int, int], segment: Segment) -> bool:
    """Return whether a segment has enough of its end sentences to be extended by `steps` words.

    `inside` is the number of words of these sentences on the inner side of the end; both are pairs
    (a, b).
    """
    (a0, a1), (b0, b1) = segment.a, segment.b
    return steps[0] <= min(inside[0], a1 - a0) // LONG and (
        steps[1] <= min(inside[1], b1 - b0) // LONG
    )


def reach(segment: Segment, a: Read, b: Read) -> Segment:
    """Return a rewrite extended over the sentences at its ends that it contains mostly (rule 3).

    A passage that is no rewrite is returned as it is.
    """
    if segment.density >= SPARSE:
        return segment
    (a0, a1), (b0, b1) = segment.a, segment.b
    before, after = (a.words_before(a0), b.words_before(b0)), (a.words_after(a1), b.words_after(b1))
    if _has_most(before, (a.words_after(a0), b.words_after(b0)), segment):
        a0, b0 = a0 - before[0], b0 - before[1]
    if _has_most(after, (a.words_before(a1 - 1) + 1, b.words_before(b1 - 1) + 1), segment):
        a1, b1 = a1 + after[0], b1 + after[1]
    if (a0, a1) == segment.a and (b0, b1) == segment.b:
        return segment
    return segment._replace(a=(a0, a1), b=(b0, b1))


def _has_most(steps: tuple[int, int], inside: tuple[int, int], segment: Segment) -> bool:
    """Return whether a segment contains most of the words of both sentences at one of its ends.

    `steps` and `inside` as for `_holds_enough`.
    """
    sizes = (segment.a[1] - segment.a[0], segment.b[1] - segment.b[0])
    return all(
        step <= RETOLD and step <= (1 - MOST_OF) / MOST_OF * min(held, size)
        for step, held, size in zip(steps, inside, sizes, strict=True)
    )


def is_whole(segment: Segment, a: Read, b: Read) -> bool:
    """Return whether a segment is one or more whole sentences, word for word, on both sides."""
    return (
        len(segment.blocks) == 1
        and a.words_before(segment.a[0]) == b.words_before(segment.b[0]) == 0
        and a.words_after(segment.a[1]) == b.words_after(segment.b[1]) == 0
    )


def is_fragment(segment: Segment, a: Read, b: Read) -> bool:
    """Return whether a segment begins or ends inside a sentence, on both sides."""
    return all(
        article.words_before(side[0]) > 1 or article.words_after(side[1]) > 1
        for article, side in ((a, segment.a), (b, segment.b))
    )


def _drop_stray_end(blocks: list[Run], a: Read, b: Read, sums: Floats) -> None:
    """Remove the last words up to a sentence boundary of both articles, if they are few."""
    i, j, length = blocks[-1]
    end_a, end_b = i + length, j + length
    if a.words_after(end_a) == 0 and b.words_after(end_b) == 0:
        return
    in_a, in_b = a.sentence, b.sentence
    words = 0
    bits = 0.0
    for k in range(len(blocks) - 1, -1, -1):
        i, j, length = blocks[k]
        for step in range(length - 1, -1, -1):
            if in_a[i + step] != in_a[end_a - 1] and in_b[j + step] != in_b[end_b - 1]:
                gap = k < len(blocks) - 1
                if words and (gap or bits < STRAY_BITS):
                    blocks[k:] = [(i, j, step + 1)]
                return
            words += 1
            bits += sums.item(i + step + 1) - sums.item(i + step)
            if words > STRAY_WORDS:
                return


def _drop_stray_start(blocks: list[Run], a: Read, b: Read, sums: Floats) -> None:
    i, j, _ = blocks[0]
    first_a, first_b = i, j
    if a.words_before(first_a) == 0 and b.words_before(first_b) == 0:
        return
    in_a, in_b = a.sentence, b.sentence
    words = 0
    bits = 0.0
    for k, (i, j, length) in enumerate(blocks):
        for step in range(length):
            if in_a[i + step] != in_a[first_a] and in_b[j + step] != in_b[first_b]:
                if words and (k or bits < STRAY_BITS):
                    blocks[: k + 1] = [(i + step, j + step, length - step)]
                return
            words += 1
            bits += sums.item(i + step + 1) - sums.item(i + step)
            if words > STRAY_WORDS:
                return
