/* The blocks of a group, with what the stretches between its pieces share: `Aligner.fill` of segments.py.
 * Included after _groups.h.
 *
 * `segment_of` takes a group and `segment_of_piece` a piece; both make a segment, whose blocks they put in
 * `Work.joined`.
 */

#ifndef DITTOMARK_FILLING_H
#define DITTOMARK_FILLING_H

static int precedes(const Piece *one, const Piece *other)
{
    return one->a1 <= other->a0 && one->b1 <= other->b0;
}

static int align_short(const Input *in, int64_t a0, int64_t a1, int64_t b0, int64_t b1, Blocks *blocks)
{
    if (larger(a1 - a0, b1 - b0) > in->longest)
        return 0;
    return align(&in->a, &in->b, a0, a1, b0, b1, blocks);
}

/* `fill`: put the blocks of a group in order, with what the stretches between its pieces share. */
static int fill_blocks(const Input *in, Work *work, const Group *group)
{
    List chosen = {NULL, 0, 0}; /* pieces in order, of which none cross or overlap */
    int failed = sort_pieces(work, group, by_bits);
    for (size_t k = 0; !failed && k < group->count; k++) {
        const Piece *piece = &work->pieces[work->keys[k].what];
        size_t at = 0, high = chosen.count;
        while (at < high) {
            size_t middle = at + (high - at) / 2;
            const Piece *other = &work->pieces[chosen.of[middle]];
            if (other->a0 < piece->a0 || (other->a0 == piece->a0 && other->a1 < piece->a1))
                at = middle + 1;
            else
                high = middle;
        }
        if (!piece->count || (at > 0 && !precedes(&work->pieces[chosen.of[at - 1]], piece))
            || (at < chosen.count && !precedes(piece, &work->pieces[chosen.of[at]])))
            continue;
        failed = add_to(&chosen, 0);
        if (!failed) {
            memmove(chosen.of + at + 1, chosen.of + at, (chosen.count - 1 - at) * sizeof(size_t));
            chosen.of[at] = work->keys[k].what;
        }
    }
    int64_t at_a = group->a0, at_b = group->b0;
    work->joined.count = 0;
    for (size_t k = 0; !failed && k < chosen.count; k++) {
        const Piece *piece = &work->pieces[chosen.of[k]];
        failed = align_short(in, at_a, piece->a0, at_b, piece->b0, &work->joined);
        for (size_t b = 0; !failed && b < piece->count; b++) {
            const Block *block = &work->blocks.of[piece->first + b];
            failed = put(&work->joined, block->i, block->j, block->length);
        }
        at_a = piece->a1;
        at_b = piece->b1;
    }
    if (!failed)
        failed = align_short(in, at_a, group->a1, at_b, group->b1, &work->joined);
    PyMem_Free(chosen.of);
    return failed;
}

/* Make the segment of a group; its blocks are in `work->joined`. */
static int segment_of(const Input *in, Work *work, const Group *group, Segment *segment)
{
    *segment = (Segment){group->a0, group->a1, group->b0, group->b1, 0, group->bits};
    if (fill_blocks(in, work, group) < 0)
        return -1;
    for (size_t k = 0; k < work->joined.count; k++)
        segment->words += work->joined.of[k].length;
    return 0;
}

/* Make the segment of a piece; its blocks are in `work->joined`. */
static int segment_of_piece(Work *work, size_t piece, Segment *segment)
{
    const Piece *one = &work->pieces[piece];
    *segment = (Segment){one->a0, one->a1, one->b0, one->b1, one->words, one->bits};
    work->joined.count = 0;
    for (size_t b = 0; b < one->count; b++) {
        const Block *block = &work->blocks.of[one->first + b];
        if (put(&work->joined, block->i, block->j, block->length) < 0)
            return -1;
    }
    return 0;
}

#endif
