/* Ends of segments moved to sentence boundaries: the rules of edges.py that come before a segment is
 * judged. Included after _pieces.h.
 *
 * `settle` takes a segment and its blocks, and moves their ends; `is_whole` and `is_fragment` say how a
 * segment and a piece lie in their sentences.
 */

#ifndef DITTOMARK_EDGES_H
#define DITTOMARK_EDGES_H

/* `_drop_stray_end`: remove the last words after a sentence boundary of both articles, if they are few. */
static int drop_stray_end(const Input *in, Blocks *blocks)
{
    const Block *last = &blocks->of[blocks->count - 1];
    int64_t end_a = last->i + last->length, end_b = last->j + last->length, words = 0;
    double bits = 0.0;
    if (words_after(&in->in_a, end_a) == 0 && words_after(&in->in_b, end_b) == 0)
        return 0;
    for (size_t k = blocks->count; k-- > 0;) {
        const Block *block = &blocks->of[k];
        for (int64_t step = block->length - 1; step >= 0; step--) {
            if (in->in_a.of[block->i + step] != in->in_a.of[end_a - 1]
                && in->in_b.of[block->j + step] != in->in_b.of[end_b - 1]) {
                int gap = k + 1 < blocks->count;
                if (!words || !(gap || bits < in->stray_bits))
                    return 0;
                blocks->of[k].length = step + 1;
                blocks->count = k + 1;
                return 1;
            }
            words++;
            bits += in->sums[block->i + step + 1] - in->sums[block->i + step];
            if (words > in->stray_words)
                return 0;
        }
    }
    return 0;
}

/* `_drop_stray_start`: the same at the beginning. */
static int drop_stray_start(const Input *in, Blocks *blocks)
{
    int64_t first_a = blocks->of[0].i, first_b = blocks->of[0].j, words = 0;
    double bits = 0.0;
    if (words_before(&in->in_a, first_a) == 0 && words_before(&in->in_b, first_b) == 0)
        return 0;
    for (size_t k = 0; k < blocks->count; k++) {
        Block *block = &blocks->of[k];
        for (int64_t step = 0; step < block->length; step++) {
            if (in->in_a.of[block->i + step] != in->in_a.of[first_a]
                && in->in_b.of[block->j + step] != in->in_b.of[first_b]) {
                if (!words || !(k || bits < in->stray_bits))
                    return 0;
                *block = (Block){block->i + step, block->j + step, block->length - step};
                blocks->count -= k;
                memmove(blocks->of, block, blocks->count * sizeof(Block));
                return 1;
            }
            words++;
            bits += in->sums[block->i + step + 1] - in->sums[block->i + step];
            if (words > in->stray_words)
                return 0;
        }
    }
    return 0;
}

/* Whether an end is moved by these numbers of words: `_is_near`, `_may_be_far`, `_holds_enough`;
 * `inside` are the words of the end's sentences on its inner side. */
static int moves(const Input *in, const Segment *segment, int64_t a, int64_t b, int64_t inside_a,
                 int64_t inside_b)
{
    if (a <= in->near && b <= in->near)
        return 1;
    return 0 < a && a <= in->far_end && 0 < b && b <= in->far_end
        && a <= smaller(inside_a, segment->a1 - segment->a0) / in->long_sentence
        && b <= smaller(inside_b, segment->b1 - segment->b0) / in->long_sentence;
}

/* `settle`: move the ends of a segment to sentence boundaries; returns whether its blocks changed. */
static int settle(const Input *in, Blocks *blocks, Segment *segment)
{
    int changed = 0;
    double density = density_of(segment->words, segment->a0, segment->a1, segment->b0, segment->b1);
    if (density >= in->close) {
        changed = drop_stray_end(in, blocks);
        changed |= drop_stray_start(in, blocks);
    }
    if (changed) {
        const Block *first = blocks->of, *last = first + blocks->count - 1;
        *segment = (Segment){first->i, last->i + last->length, first->j, last->j + last->length, 0,
                             segment->bits};
        for (size_t k = 0; k < blocks->count; k++)
            segment->words += blocks->of[k].length;
    }
    int64_t a = words_before(&in->in_a, segment->a0), b = words_before(&in->in_b, segment->b0);
    int64_t after_a = words_after(&in->in_a, segment->a1), after_b = words_after(&in->in_b, segment->b1);
    int begins = moves(in, segment, a, b, a ? words_after(&in->in_a, segment->a0) : 0,
                       b ? words_after(&in->in_b, segment->b0) : 0);
    int ends = moves(in, segment, after_a, after_b, words_before(&in->in_a, segment->a1 - 1) + 1,
                     words_before(&in->in_b, segment->b1 - 1) + 1);
    if (begins) {
        segment->a0 -= a;
        segment->b0 -= b;
    }
    if (ends) {
        segment->a1 += after_a;
        segment->b1 += after_b;
    }
    return changed;
}

/* `is_whole`: whether a segment is whole sentences, word for word, on both sides. */
static int is_whole(const Input *in, const Blocks *blocks, const Segment *segment)
{
    return blocks->count == 1 && words_before(&in->in_a, segment->a0) == 0
        && words_before(&in->in_b, segment->b0) == 0 && words_after(&in->in_a, segment->a1) == 0
        && words_after(&in->in_b, segment->b1) == 0;
}

/* `is_fragment`: whether a piece begins or ends inside a sentence, on both sides. */
static int is_fragment(const Input *in, const Piece *piece)
{
    return (words_before(&in->in_a, piece->a0) > 1 || words_after(&in->in_a, piece->a1) > 1)
        && (words_before(&in->in_b, piece->b0) > 1 || words_after(&in->in_b, piece->b1) > 1);
}

#endif
