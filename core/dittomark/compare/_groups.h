/* Groups, the pieces of one passage: class `Group` of groups.py. Included after _pieces.h.
 *
 * A group is made of one piece, and grows by others: their stretches are united and their sums added, in
 * the order of the rules. What a group had is shared by the one that it was merged into.
 */

#ifndef DITTOMARK_GROUPS_H
#define DITTOMARK_GROUPS_H

/* `Group.of`: make a group of one piece; its number, or NONE with an error. */
static size_t group_of(Work *work, size_t piece)
{
    if (grow(&work->nodes, &work->node_room, work->node_count, sizeof(Node)) < 0
        || grow(&work->groups, &work->group_room, work->group_count, sizeof(Group)) < 0)
        return NONE;
    const Piece *one = &work->pieces[piece];
    work->nodes[work->node_count] = (Node){piece, NONE};
    work->groups[work->group_count] = (Group){
        one->a0, one->a1, one->b0, one->b1, one->words, one->a1 - one->a0 + one->b1 - one->b0,
        one->bits, work->node_count, work->node_count, 1};
    work->node_count++;
    return work->group_count++;
}

/* `Group.add`: merge another group into one. */
static void merge(Work *work, size_t one, size_t other)
{
    Group *into = &work->groups[one], *from = &work->groups[other];
    into->a0 = smaller(into->a0, from->a0);
    into->a1 = larger(into->a1, from->a1);
    into->b0 = smaller(into->b0, from->b0);
    into->b1 = larger(into->b1, from->b1);
    into->bits += from->bits;
    into->words += from->words;
    into->length += from->length;
    into->count += from->count;
    work->nodes[into->tail].next = from->head;
    into->tail = from->tail;
}

/* `Group.copy`: copy a group with its pieces; its number, or NONE with an error. */
static size_t copy_of(Work *work, size_t group)
{
    size_t copy = NONE;
    for (size_t node = work->groups[group].head; node != NONE; node = work->nodes[node].next) {
        size_t one = group_of(work, work->nodes[node].piece);
        if (one == NONE)
            return NONE;
        if (copy == NONE) {
            copy = one;
        } else {
            merge(work, copy, one);
        }
    }
    if (copy != NONE) { /* the sum of the bits may have been made in another order */
        work->groups[copy].bits = work->groups[group].bits;
    }
    return copy;
}

/* Fill the keys with the pieces of a group, as many as it counts, in an order. */
static int sort_pieces(Work *work, const Group *group, int (*order)(const void *, const void *))
{
    size_t count = 0;
    if (has_room_for_keys(work, group->count) < 0)
        return -1;
    for (size_t node = group->head; node != NONE; node = work->nodes[node].next) {
        work->keys[count] = key_of_piece(work, work->nodes[node].piece, count);
        count++;
    }
    sort(work->keys, count, order);
    return 0;
}

static double density_of_group(const Group *group)
{
    return (double)(2 * group->words) / (double)group->length;
}

static int64_t span_of(const Group *group)
{
    return group->a1 - group->a0 + group->b1 - group->b0;
}

static int is_even(const Input *in, const Group *group)
{
    int64_t in_a = group->a1 - group->a0, in_b = group->b1 - group->b0;
    return (double)larger(in_a, in_b) <= in->most_ratio * (double)smaller(in_a, in_b);
}

static int64_t gap_between(int64_t first, int64_t last, int64_t other_first, int64_t other_last)
{
    return larger(other_first - last, first - other_last);
}

#endif
