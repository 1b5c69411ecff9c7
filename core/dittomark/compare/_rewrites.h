/* The signs of a rewritten passage whose pieces are far apart: `is_rewrite` of rewrites.py. Included after
 * _groups.h and _edges.h. It takes a group and says whether it is one rewritten or shuffled passage.
 */

#ifndef DITTOMARK_REWRITES_H
#define DITTOMARK_REWRITES_H

/* `_left`: the words of a group that are in none of its pieces; the keys are its pieces. */
static int64_t words_left(Key *keys, size_t count, int64_t end)
{
    int64_t words = 0;
    sort(keys, count, ascending);
    for (size_t k = 0; k < count; k++) {
        words += larger(0, keys[k].a0 - end);
        end = larger(end, keys[k].a1);
    }
    return words;
}

/* `_is_scraps` and `_is_woven`; -1 is an error. */
static int is_rewrite(const Input *in, Work *work, const Group *group)
{
    if (!(group->bits >= in->together) || !is_even(in, group))
        return 0;
    double small = 0.0;
    int64_t moved = 0;
    for (size_t node = group->head; node != NONE; node = work->nodes[node].next) {
        const Piece *piece = &work->pieces[work->nodes[node].piece];
        if (piece->bits <= in->rewrite_scrap)
            small += piece->bits;
    }
    if (density_of_group(group) < in->rewrite_sparse && 2 * small >= group->bits)
        return 1;
    if (group->count < (size_t)in->pieces)
        return 0;
    if (has_room_for_keys(work, group->count) < 0)
        return -1;
    for (size_t node = group->head; node != NONE; node = work->nodes[node].next) {
        const Piece *piece = &work->pieces[work->nodes[node].piece];
        if (density_of(piece->words, piece->a0, piece->a1, piece->b0, piece->b1) >= in->verbatim
            && !is_fragment(in, piece))
            moved += piece->words;
    }
    int64_t left = 0;
    for (int side = 0; side < 2; side++) {
        size_t count = 0;
        for (size_t node = group->head; node != NONE; node = work->nodes[node].next) {
            const Piece *piece = &work->pieces[work->nodes[node].piece];
            work->keys[count++] = side ? (Key){piece->b0, piece->b1, 0, 0, 0, 0, 0}
                                       : (Key){piece->a0, piece->a1, 0, 0, 0, 0, 0};
        }
        left = larger(left, words_left(work->keys, count, side ? group->b0 : group->a0));
    }
    return 2 * moved <= group->words && left <= in->touch * (int64_t)(group->count - 1);
}

#endif
