"""Step 7: where a segment ends, seen with a reader's eyes.

Rule: what is copied mostly starts and ends with a sentence. (1) A few words that a segment has won
beyond a sentence border of both articles, without reaching the next, are given back. (2) A segment
that starts or ends at most `NEAR` words from a sentence border on both sides goes up to it, in a long
sentence up to `FAR` words: the first or last words of a sentence are often the ones that were changed.
(3) A passage that is a rewrite and has `MOST_OF` of its last or first sentence, on both sides, has all
of it, up to `RETOLD` words: who tells a thing in other words tells sentences, and few of their words
are left. This is asked of what is a passage already (`reach`), so that it makes none.

Limits: nothing else is moved; a passage may well end in the middle of a sentence.
"""

from typing import Final

from dittomark.compare.seeds import Run
from dittomark.compare.segments import Segment
from dittomark.compare.tokenised import Read
from dittomark.structures.array_types import Floats

# .75 to .95 moves no set by more than .001.
CLOSE: Final = 0.85
NEAR: Final = 2  # words to a border that are always bridged
FAR: Final = 5  # words that are bridged in a long sentence: one for each …
LONG: Final = 6  # … words of it that the segment has
LOOSE: Final = 0.7  # density below which a passage is a rewrite (as `rewrites.SPARSE`)
# Of a sentence; with a half up to 20 words, synthetic pairs lose .003 to .004.
MOST_OF: Final = 2 / 3
RETOLD: Final = 15  # words; 10 to 20 moves no real set by more than .002
# 2 gains in English what it loses in Bengali; 5 loses .004.
STRAY_WORDS: Final = 3
# One word, that is; 4 to 11 moves no set by more than .001.
STRAY_BITS: Final = 7.0


def settle(segment: Segment, a: Read, b: Read, sums: Floats) -> Segment:
    """Return the segment with its ends settled."""
    if segment.density >= CLOSE:  # strays first, then the border
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
    """Tell whether sentence borders so many words away are always reached."""
    return steps[0] <= NEAR and steps[1] <= NEAR


def _may_be_far(steps: tuple[int, int]) -> bool:
    """Tell whether sentence borders so many words away are reached in a long sentence."""
    # Words of one side alone were put in there, not changed.
    return 0 < steps[0] <= FAR and 0 < steps[1] <= FAR


def _holds_enough(steps: tuple[int, int], inside: tuple[int, int], segment: Segment) -> bool:
    """Tell whether a segment has enough of sentences to reach to borders so many words away.

    `inside` is how many words of these sentences stand on the other side of the end.
    """
    (a0, a1), (b0, b1) = segment.a, segment.b
    return steps[0] <= min(inside[0], a1 - a0) // LONG and (
        steps[1] <= min(inside[1], b1 - b0) // LONG
    )


def reach(segment: Segment, a: Read, b: Read) -> Segment:
    """Return a passage with all of the sentences at its ends of which it has most, if it is a rewrite."""
    if segment.density >= LOOSE:
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
    """Tell whether most of the words of two sentences stand on the near side of an end of a segment.

    `steps` and `inside` as for `_reaches`.
    """
    sizes = (segment.a[1] - segment.a[0], segment.b[1] - segment.b[0])
    return all(
        step <= RETOLD and step <= (1 - MOST_OF) / MOST_OF * min(held, size)
        for step, held, size in zip(steps, inside, sizes, strict=True)
    )


def is_whole(segment: Segment, a: Read, b: Read) -> bool:
    """Tell whether a segment is one or more whole sentences, word for word, on both sides."""
    return (
        len(segment.blocks) == 1
        and a.words_before(segment.a[0]) == b.words_before(segment.b[0]) == 0
        and a.words_after(segment.a[1]) == b.words_after(segment.b[1]) == 0
    )


def is_fragment(segment: Segment, a: Read, b: Read) -> bool:
    """Tell whether a segment is cut out of sentences on both sides, at one of its ends at least."""
    return all(
        article.words_before(side[0]) > 1 or article.words_after(side[1]) > 1
        for article, side in ((a, segment.a), (b, segment.b))
    )


def _drop_stray_end(blocks: list[Run], a: Read, b: Read, sums: Floats) -> None:
    """Cut the last words back to a border that both sides have, if they are few."""
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
