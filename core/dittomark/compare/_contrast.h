/* Groups that are denser than chance overlap, and those that are split: the rules of contrast.py. Included
 * after _groups.h.
 *
 * `stands_out` takes a group with its segment; how dense its field has to be is asked of Python.
 * `add_halves` puts the two parts of a group, at its widest gap, on a stack.
 */

#ifndef DITTOMARK_CONTRAST_H
#define DITTOMARK_CONTRAST_H

/* Add pieces [first, last) of the keys as one group; its number, or NONE with an error. */
static size_t together(Work *work, size_t first, size_t last)
{
    size_t group = group_of(work, work->keys[first].what);
    for (size_t k = first + 1; group != NONE && k < last; k++) {
        size_t one = group_of(work, work->keys[k].what);
        if (one == NONE)
            return NONE;
        merge(work, group, one);
    }
    return group;
}

/* `_halves`: add the parts of a group before and after its widest gap, the one after first. */
static int add_halves(Work *work, size_t group, List *stack)
{
    const Group *whole = &work->groups[group];
    size_t count = whole->count, at = 1;
    if (sort_pieces(work, whole, ascending) < 0)
        return -1;
    int64_t end = work->keys[0].a1, widest = INT64_MIN, widest_sum = INT64_MIN;
    for (size_t k = 1; k < count; k++) {
        const Key *before = &work->keys[k - 1], *after = &work->keys[k];
        int64_t gap_a = after->a0 - end;
        int64_t gap_b = larger(after->b0 - before->b1, before->b0 - after->b1);
        int64_t gap = larger(gap_a, gap_b), sum = gap_a + gap_b;
        if (gap > widest || (gap == widest && sum > widest_sum)) {
            widest = gap;
            widest_sum = sum;
            at = k;
        }
        end = larger(end, after->a1);
    }
    size_t before = together(work, 0, at), after = before == NONE ? NONE : together(work, at, count);
    return after == NONE || add_to(stack, after) < 0 || add_to(stack, before) < 0 ? -1 : 0;
}

/* `_words_in`: how many words of one side are in a block of a group's pieces; -1 is an error. */
static int64_t words_in_blocks(Work *work, const Group *group, int in_b)
{
    size_t count = 0;
    for (size_t node = group->head; node != NONE; node = work->nodes[node].next)
        count += work->pieces[work->nodes[node].piece].count;
    if (has_room_for_keys(work, count) < 0)
        return -1;
    count = 0;
    for (size_t node = group->head; node != NONE; node = work->nodes[node].next) {
        const Piece *piece = &work->pieces[work->nodes[node].piece];
        for (size_t b = 0; b < piece->count; b++) {
            const Block *block = &work->blocks.of[piece->first + b];
            int64_t first = in_b ? block->j : block->i;
            work->keys[count] = (Key){first, first + block->length, 0, 0, 0.0, count, 0};
            count++;
        }
    }
    sort(work->keys, count, ascending);
    int64_t words = 0, end = 0;
    for (size_t k = 0; k < count; k++) {
        words += larger(0, work->keys[k].a1 - larger(work->keys[k].a0, end));
        end = larger(end, work->keys[k].a1);
    }
    return words;
}

/* Whether the pieces of a group have this number of equal words, of both sides; -1 is an error. */
static int is_filled(Work *work, const Group *group, double least)
{
    if ((double)(2 * group->words) < least)
        return 0;
    int64_t in_a = words_in_blocks(work, group, 0);
    int64_t in_b = in_a < 0 ? -1 : words_in_blocks(work, group, 1);
    return in_b < 0 ? -1 : (double)(in_a + in_b) >= least;
}

/* Whether the pieces of a group are denser than chance overlap; -1 is an error. */
static int stands_out(const Input *in, Work *work, const Group *group, const Segment *segment)
{
    double cells = (double)(group->a1 - group->a0) * (double)(group->b1 - group->b0);
    double field = cells / ((double)in->a.count * (double)in->b.count);
    double least = number_of(PyObject_CallFunction(in->least_density, "dd", field, group->bits));
    if (least == -1.0)
        return -1;
    double shuffled = least_of(in->shuffled * least, in->most_shuffled);
    if (density_of(segment->words, segment->a0, segment->a1, segment->b0, segment->b1) >= least)
        return 1;
    return is_filled(work, group, shuffled * (double)span_of(group));
}

#endif
