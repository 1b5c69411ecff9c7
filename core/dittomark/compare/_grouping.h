/* Segments grouped as the pieces of one passage: the rules of grouping.py. Included after _uniting.h and
 * _rewrites.h. (The module _grouping.c has more steps than this one.)
 *
 * `find_groups` takes the pieces that are no echoes and lists their groups. Pairs of similar sentences are
 * asked of Python if a group may absorb them.
 */

#ifndef DITTOMARK_GROUPING_H
#define DITTOMARK_GROUPING_H

/* `_near` */
static int are_near(const Input *in, const Group *one, const Group *other)
{
    return gap_between(one->a0, one->a1, other->a0, other->a1) <= in->reach
        && gap_between(one->b0, one->b1, other->b0, other->b1) <= in->reach;
}

/* `pieces_of_one`, of adaptive grouping: whether a group belongs to one that begins earlier in a. */
static int belongs(const Input *in, const Group *one, const Group *other)
{
    int64_t gap_a = gap_between(one->a0, one->a1, other->a0, other->a1);
    int64_t gap_b = gap_between(one->b0, one->b1, other->b0, other->b1);
    double far = (double)larger(gap_a, gap_b), near = (double)smaller(gap_a, gap_b);
    double words = (double)(2 * (one->words + other->words));
    double density = words / (double)(one->length + other->length);
    if (density >= in->loose) {
        if (gap_a < 0 || other->b0 < one->b1)
            return 0;
        return (near <= (double)in->seam
                && far <= in->inserted * (double)smaller(one->words, other->words))
            || far <= in->touch_gap / (density * density);
    }
    density = least_of(density, words / (double)(span_of(one) + span_of(other)));
    double reach = in->touch_gap / (density * density);
    if (far <= reach)
        return 1;
    double small = in->scrap / least_of(one->bits, other->bits);
    return 0 <= near && near <= reach * least_of(small, in->small_scraps)
        && far <= (double)in->far * least_of(small, 1.0);
}

static Belong belong_of(const Input *in)
{
    return in->grouping == WIDE ? are_near : belongs;
}

/* `_join_rewrites`: join the groups that are one rewritten passage; `rewrites` lists these. */
static int join_rewrites(const Input *in, Work *work, List *groups, List *rewrites)
{
    if (groups->count < 2)
        return 0;
    List copies = {NULL, 0, 0}, kept = {NULL, 0, 0};
    size_t *part_of = room_for(work->piece_count, sizeof(size_t)); /* the group of a piece */
    char *listed = NULL; /* groups that are among the parts */
    int failed = part_of == NULL ? -1 : 0;
    for (size_t k = 0; !failed && k < groups->count; k++) {
        size_t node = work->groups[groups->of[k]].head, copy;
        for (; node != NONE; node = work->nodes[node].next)
            part_of[work->nodes[node].piece] = groups->of[k];
        copy = copy_of(work, groups->of[k]);
        failed = copy == NONE ? -1 : add_to(&copies, copy);
    }
    if (!failed && (listed = room_for(work->group_count, 1)) == NULL)
        failed = -1;
    if (!failed)
        failed = unite(in, work, &copies, are_near);
    for (size_t k = 0; !failed && k < copies.count; k++) {
        const Group *far = &work->groups[copies.of[k]];
        size_t before = kept.count;
        for (size_t node = far->head; !failed && node != NONE; node = work->nodes[node].next) {
            size_t part = part_of[work->nodes[node].piece];
            if (!listed[part])
                failed = add_to(&kept, part);
            listed[part] = 1;
        }
        if (failed || kept.count - before < 2)
            continue;
        int is = is_rewrite(in, work, far);
        if (is < 0) {
            failed = -1;
        } else if (is) {
            kept.count = before;
            failed = add_to(&kept, copies.of[k]) < 0 || add_to(rewrites, copies.of[k]) < 0 ? -1 : 0;
        }
    }
    PyMem_Free(copies.of);
    PyMem_Free(part_of);
    PyMem_Free(listed);
    if (failed) {
        PyMem_Free(kept.of);
        return -1;
    }
    PyMem_Free(groups->of);
    *groups = kept;
    return 0;
}

/* `_continues`: whether a group continues in a smaller piece. */
static int continues(const Input *in, const Group *one, const Piece *piece)
{
    int64_t gap_a = gap_between(one->a0, one->a1, piece->a0, piece->a1);
    int64_t gap_b = gap_between(one->b0, one->b1, piece->b0, piece->b1);
    if (larger(gap_a, gap_b) > in->attach)
        return 0;
    if (gap_a > 0 && gap_b > 0 && (piece->a0 > one->a0) != (piece->b0 > one->b0))
        return 0;
    int64_t drift = larger(gap_a, 0) - larger(gap_b, 0);
    return (drift < 0 ? -drift : drift) <= in->drift;
}

/* The first of the pieces, sorted, that begins at `begin` or later. */
static size_t first_from(const Work *work, const List *pieces, int64_t begin)
{
    size_t low = 0, high = pieces->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (work->pieces[pieces->of[middle]].a0 < begin)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* `_attach`: add small pieces to the groups that they continue; `left` are the remaining ones, sorted. */
static int attach(const Input *in, Work *work, const List *groups, List *left)
{
    int64_t longest = 0;
    if (has_room_for_keys(work, left->count) < 0)
        return -1;
    for (size_t k = 0; k < left->count; k++) {
        work->keys[k] = key_of_piece(work, left->of[k], k);
        longest = larger(longest, work->keys[k].a1 - work->keys[k].a0);
    }
    sort(work->keys, left->count, ascending);
    for (size_t k = 0; k < left->count; k++)
        left->of[k] = work->keys[k].what;
    for (size_t g = 0; g < groups->count; g++) {
        for (size_t grown = 1; grown;) {
            Group as = work->groups[groups->of[g]]; /* as it is before it grows */
            size_t first = first_from(work, left, as.a0 - in->attach - longest);
            size_t last = first_from(work, left, as.a1 + in->attach + 1), kept = first;
            grown = 0;
            for (size_t k = first; k < last; k++) {
                if (!continues(in, &as, &work->pieces[left->of[k]])) {
                    left->of[kept++] = left->of[k];
                    continue;
                }
                size_t one = group_of(work, left->of[k]);
                if (one == NONE)
                    return -1;
                merge(work, groups->of[g], one);
                grown++;
            }
            if (kept < last) /* without any there may be no list */
                memmove(left->of + kept, left->of + last, (left->count - last) * sizeof(size_t));
            left->count -= last - kept;
        }
    }
    return 0;
}

/* Add pairs of similar sentences, (a, b, likeness, …), as pieces. */
static int add_sentences(const Input *in, Work *work, List *left)
{
    PyObject *pairs = PyObject_CallNoArgs(in->related);
    if (pairs == NULL)
        return -1;
    int failed = PyList_Check(pairs) ? 0 : wrong("pairs of sentences must be in a list");
    for (Py_ssize_t k = 0; !failed && k < PyList_Size(pairs); k++) {
        long long a, b, words;
        double likeness, bits;
        PyObject *pair = Py_NewRef(PyList_GetItem(pairs, k));
        if (!PyTuple_Check(pair) || !PyArg_ParseTuple(pair, "LLddL", &a, &b, &likeness, &bits, &words))
            failed = PyErr_Occurred() ? -1 : wrong("a pair of sentences must be a tuple");
        else if (a < 0 || b < 0 || a >= (int64_t)in->in_a.count || b >= (int64_t)in->in_b.count)
            failed = wrong("a sentence is out of range");
        else if (grow(&work->pieces, &work->piece_room, work->piece_count, sizeof(Piece)) < 0)
            failed = -1;
        Py_DECREF(pair);
        if (failed)
            break;
        work->pieces[work->piece_count] = (Piece){
            in->in_a.first[a], in->in_a.first[a + 1], in->in_b.first[b], in->in_b.first[b + 1], 0,
            in->sentence_bits * likeness, 0, 0, NONE};
        failed = add_to(left, work->piece_count++);
    }
    Py_DECREF(pairs);
    return failed;
}

static int has(const List *list, size_t item)
{
    for (size_t k = 0; k < list->count; k++)
        if (list->of[k] == item)
            return 1;
    return 0;
}

/* Find the groups that absorb smaller pieces, and let them. */
static int attach_to_sparse(const Input *in, Work *work, List *groups, const List *rewrites, List *left)
{
    List sparse = {NULL, 0, 0};
    int failed = 0;
    for (size_t k = 0; !failed && k < groups->count; k++) {
        const Group *one = &work->groups[groups->of[k]];
        if (one->bits >= in->evidence
            && density_of_group(one) < (one->count == 1 ? in->sparse : in->sparse_pieces))
            failed = add_to(&sparse, groups->of[k]);
    }
    for (size_t k = 0; !failed && k < rewrites->count; k++)
        if (!has(&sparse, rewrites->of[k]))
            failed = add_to(&sparse, rewrites->of[k]);
    if (!failed && sparse.count)
        failed = add_sentences(in, work, left) < 0 || attach(in, work, &sparse, left) < 0
            || unite(in, work, groups, belong_of(in)) < 0 ? -1 : 0;
    PyMem_Free(sparse.of);
    return failed;
}

static int add_alone(Work *work, List *groups, size_t piece)
{
    if (!work->pieces[piece].count)
        return 0;
    size_t alone = group_of(work, piece);
    return alone == NONE ? -1 : add_to(groups, alone);
}

/* `group`: put the pieces `own` in groups. */
static int find_groups(const Input *in, Work *work, const List *own, List *groups)
{
    List left = {NULL, 0, 0}, rewrites = {NULL, 0, 0}, even = {NULL, 0, 0};
    int failed = 0;
    for (size_t k = 0; !failed && k < own->count; k++) {
        if (in->grouping == NARROW || work->pieces[own->of[k]].bits >= in->core_bits) {
            size_t one = group_of(work, own->of[k]);
            failed = one == NONE ? -1 : add_to(groups, one);
        } else {
            failed = add_to(&left, own->of[k]);
        }
    }
    if (!failed && in->grouping != NARROW) {
        failed = unite(in, work, groups, belong_of(in));
        if (!failed && in->grouping == ADAPTIVE)
            failed = join_rewrites(in, work, groups, &rewrites);
        if (!failed)
            failed = attach_to_sparse(in, work, groups, &rewrites, &left);
        for (size_t k = 0; !failed && k < groups->count; k++)
            if (is_even(in, &work->groups[groups->of[k]]))
                failed = add_to(&even, groups->of[k]);
        for (size_t k = 0; !failed && k < groups->count; k++) {
            size_t node = work->groups[groups->of[k]].head;
            if (is_even(in, &work->groups[groups->of[k]]))
                continue;
            for (; !failed && node != NONE; node = work->nodes[node].next)
                failed = add_alone(work, &even, work->nodes[node].piece);
        }
        for (size_t k = 0; !failed && k < left.count; k++)
            failed = add_alone(work, &even, left.of[k]);
        List before = *groups;
        *groups = even;
        even = before;
    }
    PyMem_Free(left.of);
    PyMem_Free(rewrites.of);
    PyMem_Free(even.of);
    return failed;
}

#endif
