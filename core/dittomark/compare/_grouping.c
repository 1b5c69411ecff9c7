/* Segments reduced to those that may be passages, with their ends settled: the results of overlaps.py,
 * grouping.py, groups.py, uniting.py, rewrites.py, contrast.py and edges.py, which define the rules, in
 * less time. tests/core/compare/test_compiled_grouping.py compares the two implementations.
 *
 * All tuned numbers are passed in from Python; the density that a field requires, and what the density
 * of a segment makes of its bits, are asked of Python.
 */

#include "_steps.h"
#include "_alignment.h"

/* Interface version: raised when results or arguments change; steps.py requires the same number. */
#define RULES 2

#define NONE ((size_t)-1)

enum { NARROW, ADAPTIVE, WIDE };

/* The sentences of one article: the first word of each and the number of words at the end; the sentence
 * of every word. */
typedef struct {
    int64_t *first, *of;
    size_t count;
} Sentences;

/* The constants of the rules; names as there. */
typedef struct {
    Words a, b;
    const double *sums;
    Sentences in_a, in_b;
    int grouping;
    /* overlaps.py */
    Py_ssize_t block;
    double echo;
    /* grouping.py, groups.py, uniting.py */
    Py_ssize_t reach, seam, far, attach, drift;
    double core_bits, loose, scrap, small_scraps, inserted, touch_gap, sparse, sparse_pieces, evidence;
    double most_ratio, sentence_bits;
    /* rewrites.py */
    Py_ssize_t pieces, touch;
    double together, rewrite_scrap, rewrite_sparse, verbatim;
    /* contrast.py and segments.py */
    Py_ssize_t longest;
    double shuffled, most_shuffled;
    /* edges.py */
    Py_ssize_t near, far_end, long_sentence, stray_words;
    double close, stray_bits;
    PyObject *related, *least_density, *solidity;
} Input;

/* A segment that may be a piece of a passage, or a pair of similar sentences (no blocks). */
typedef struct {
    int64_t a0, a1, b0, b1, words;
    double bits;
    size_t first, count; /* its blocks, in `Work.blocks` */
    size_t index;        /* in the list passed in */
} Piece;

/* The pieces of one passage, a chain of nodes from `head` to `tail`; sums as in groups.py. */
typedef struct {
    int64_t a0, a1, b0, b1, words, length;
    double bits;
    size_t head, tail, count;
} Group;

typedef struct {
    size_t piece, next;
} Node;

/* Numbers of pieces or groups. */
typedef struct {
    size_t *of, count, room;
} List;

/* What is sorted by its ranges, and its index before. */
typedef struct {
    int64_t a0, a1, b0, b1;
    double bits;
    size_t at, what;
} Key;

typedef struct {
    Piece *pieces;
    Group *groups;
    Node *nodes;
    Key *keys;
    size_t piece_count, piece_room, group_count, group_room, node_count, node_room, key_room;
    Blocks blocks; /* of all pieces */
    Blocks joined; /* of the segment that is being made */
    PyObject *passed; /* the segments passed in, a tuple */
} Work;

/* A segment that is being settled; its blocks are in `Work.joined`. */
typedef struct {
    int64_t a0, a1, b0, b1, words;
    double bits;
} Segment;

/* ---- lists ---- */

/* Make room for one more item in a growing array; `array` is its address. */
static int grow(void *array, size_t *room, size_t count, size_t size)
{
    if (count < *room)
        return 0;
    size_t wanted = 2 * *room + 32;
    void *larger = wanted > PY_SSIZE_T_MAX / size ? NULL : PyMem_Realloc(*(void **)array, wanted * size);
    if (larger == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    *(void **)array = larger;
    *room = wanted;
    return 0;
}

static int add_to(List *list, size_t item)
{
    if (grow(&list->of, &list->room, list->count, sizeof(size_t)) < 0)
        return -1;
    list->of[list->count++] = item;
    return 0;
}

static int compare_ranges(const Key *x, const Key *y)
{
    if (x->a0 != y->a0)
        return x->a0 < y->a0 ? -1 : 1;
    if (x->a1 != y->a1)
        return x->a1 < y->a1 ? -1 : 1;
    if (x->b0 != y->b0)
        return x->b0 < y->b0 ? -1 : 1;
    return (x->b1 > y->b1) - (x->b1 < y->b1);
}

/* By range, else in the order before. */
static int ascending(const void *one, const void *other)
{
    const Key *x = one, *y = other;
    int order = compare_ranges(x, y);
    return order ? order : (x->at > y->at) - (x->at < y->at);
}

/* The latest range first, equal ones in the order before. */
static int descending(const void *one, const void *other)
{
    const Key *x = one, *y = other;
    int order = compare_ranges(y, x);
    return order ? order : (x->at > y->at) - (x->at < y->at);
}

/* The most bits first, else by range. */
static int by_bits(const void *one, const void *other)
{
    const Key *x = one, *y = other;
    if (x->bits != y->bits)
        return x->bits > y->bits ? -1 : 1;
    return ascending(one, other);
}

static int has_room_for_keys(Work *work, size_t count)
{
    if (count <= work->key_room)
        return 0;
    PyMem_Free(work->keys);
    work->key_room = 0;
    work->keys = room_for(2 * count, sizeof(Key));
    if (work->keys == NULL)
        return -1;
    work->key_room = 2 * count;
    return 0;
}

static Key key_of_piece(const Work *work, size_t piece, size_t at)
{
    const Piece *one = &work->pieces[piece];
    return (Key){one->a0, one->a1, one->b0, one->b1, one->bits, at, piece};
}

static Key key_of_group(const Work *work, size_t group, size_t at)
{
    const Group *one = &work->groups[group];
    return (Key){one->a0, one->a1, one->b0, one->b1, one->bits, at, group};
}

static void sort(Key *keys, size_t count, int (*order)(const void *, const void *))
{
    if (count > 1)
        qsort(keys, count, sizeof(Key), order);
}

/* ---- sentences (tokenised.py) ---- */

static int64_t words_before(const Sentences *in, int64_t word)
{
    return word - in->first[in->of[word]];
}

static int64_t words_after(const Sentences *in, int64_t end)
{
    return in->first[in->of[end - 1] + 1] - end;
}

/* ---- overlaps (overlaps.py) ---- */

/* The most bits first, else by blocks. */
typedef struct {
    const Work *work;
    size_t piece;
} Ranked;

static int compare_ranked(const void *one, const void *other)
{
    const Work *work = ((const Ranked *)one)->work;
    const Piece *x = &work->pieces[((const Ranked *)one)->piece];
    const Piece *y = &work->pieces[((const Ranked *)other)->piece];
    if (x->bits != y->bits)
        return x->bits > y->bits ? -1 : 1;
    for (size_t k = 0; k < x->count && k < y->count; k++) {
        const Block *p = &work->blocks.of[x->first + k], *q = &work->blocks.of[y->first + k];
        if (p->i != q->i)
            return p->i < q->i ? -1 : 1;
        if (p->j != q->j)
            return p->j < q->j ? -1 : 1;
        if (p->length != q->length)
            return p->length < q->length ? -1 : 1;
    }
    if (x->count != y->count)
        return x->count < y->count ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

/* `_is_covered`, by one other. */
static int covers(const Piece *other, const Piece *one)
{
    int64_t middle = (one->b0 + one->b1) / 2;
    return other->b0 <= middle && middle < other->b1
        && 2 * (smaller(other->b1, one->b1) - larger(other->b0, one->b0)) > one->b1 - one->b0
        && 2 * (smaller(other->a1, one->a1) - larger(other->a0, one->a0)) > one->a1 - one->a0;
}

/* `select`: list the pieces that no piece with more bits covers, by bits. */
static int select_pieces(const Input *in, Work *work, List *kept)
{
    size_t count = work->piece_count, blocks = (size_t)(in->a.count / in->block) + 1;
    size_t node_count = 0, node_room = 0;
    Node *nodes = NULL; /* the kept pieces of every block of words of a */
    Ranked *ranked = room_for(count, sizeof(Ranked));
    size_t *heads = room_for(blocks, sizeof(size_t));
    int failed = ranked == NULL || heads == NULL ? -1 : 0;
    for (size_t k = 0; !failed && k < blocks; k++)
        heads[k] = NONE;
    for (size_t k = 0; !failed && k < count; k++)
        ranked[k] = (Ranked){work, k};
    if (!failed && count > 1)
        qsort(ranked, count, sizeof(Ranked), compare_ranked);
    for (size_t k = 0; !failed && k < count; k++) {
        const Piece *piece = &work->pieces[ranked[k].piece];
        size_t node = heads[(piece->a0 + piece->a1) / 2 / in->block];
        while (node != NONE && !covers(&work->pieces[nodes[node].piece], piece))
            node = nodes[node].next;
        if (node != NONE)
            continue;
        failed = add_to(kept, ranked[k].piece);
        for (int64_t at = piece->a0 / in->block; !failed && at <= (piece->a1 - 1) / in->block; at++) {
            failed = grow(&nodes, &node_room, node_count, sizeof(Node));
            if (!failed) {
                nodes[node_count] = (Node){ranked[k].piece, heads[at]};
                heads[at] = node_count++;
            }
        }
    }
    PyMem_Free(nodes);
    PyMem_Free(ranked);
    PyMem_Free(heads);
    return failed;
}

/* `Segment.density` */
static double density_of(int64_t words, int64_t a0, int64_t a1, int64_t b0, int64_t b1)
{
    return (double)(2 * words) / (double)(a1 - a0 + b1 - b0);
}

/* Return the number that a function of Python returned, and release that; -1 is an error. */
static double number_of(PyObject *answer)
{
    double value = answer == NULL ? -1.0 : PyFloat_AsDouble(answer);
    Py_XDECREF(answer);
    if (value == -1.0 && !PyErr_Occurred())
        wrong("a density cannot be negative");
    return value;
}

/* Whether a segment is less than `ECHO` passages; -1 is an error. */
static int is_thin(const Input *in, const Piece *piece)
{
    double density = density_of(piece->words, piece->a0, piece->a1, piece->b0, piece->b1);
    if (piece->bits < in->echo && density <= 1.0)
        return 1; /* its solidity is at most 1 */
    double solidity = number_of(PyObject_CallFunction(in->solidity, "d", density));
    if (solidity == -1.0)
        return -1;
    return piece->bits * solidity < in->echo;
}

static int64_t count_told(const char *told, int64_t first, int64_t last)
{
    int64_t count = 0;
    for (; first < last; first++)
        count += told[first];
    return count;
}

/* `split_echoes`: divide pieces into true matches and echoes. */
static int split_echoes(const Input *in, const Work *work, const List *pieces, List *own, List *echoes)
{
    char *told_a = room_for((size_t)in->a.count, 1), *told_b = room_for((size_t)in->b.count, 1);
    int failed = told_a == NULL || told_b == NULL ? -1 : 0;
    for (size_t k = 0; !failed && k < pieces->count; k++) {
        const Piece *piece = &work->pieces[pieces->of[k]];
        int64_t told = larger(count_told(told_a, piece->a0, piece->a1),
                              count_told(told_b, piece->b0, piece->b1));
        int thin = piece->words < told ? is_thin(in, piece) : 0;
        if (thin < 0) {
            failed = -1;
        } else if (thin) {
            failed = add_to(echoes, pieces->of[k]);
        } else {
            failed = add_to(own, pieces->of[k]);
            for (size_t b = 0; b < piece->count; b++) {
                const Block *block = &work->blocks.of[piece->first + b];
                memset(told_a + block->i, 1, (size_t)block->length);
                memset(told_b + block->j, 1, (size_t)block->length);
            }
        }
    }
    PyMem_Free(told_a);
    PyMem_Free(told_b);
    return failed;
}

/* ---- groups (groups.py) ---- */

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

/* ---- grouping (grouping.py, uniting.py) ---- */

static double least_of(double one, double other)
{
    return other < one ? other : one;
}

/* `_near` */
static int are_near(const Input *in, const Group *one, const Group *other)
{
    return gap_between(one->a0, one->a1, other->a0, other->a1) <= in->reach
        && gap_between(one->b0, one->b1, other->b0, other->b1) <= in->reach;
}

/* `pieces_of_one`: whether a group belongs to one that begins earlier in a. */
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

/* The groups that later ones may still join, in the order in which they were put; `has` tells of every
 * group whether it is among them. */
typedef struct {
    List list;
    char *has;
} Open;

static int put_open(Open *open, size_t group)
{
    if (open->has[group])
        return 0;
    open->has[group] = 1;
    return add_to(&open->list, group);
}

/* `near`: fill the keys with the open groups near one, the latest first, and return their number. */
static size_t find_near(const Input *in, Work *work, Open *open, size_t group)
{
    const Group *one = &work->groups[group];
    int64_t first = one->b0 / in->reach - 1, last = one->b1 / in->reach + 1;
    size_t found = 0, kept = 0;
    for (size_t k = 0; k < open->list.count; k++) {
        const Group *other = &work->groups[open->list.of[k]];
        if (other->a1 < one->a0 - in->reach)
            continue; /* later ones begin later still */
        open->list.of[kept++] = open->list.of[k];
        if (other->b0 / in->reach <= last && other->b1 / in->reach >= first) {
            work->keys[found] = key_of_group(work, open->list.of[k], found);
            found++;
        }
    }
    open->list.count = kept;
    sort(work->keys, found, descending);
    return found;
}

typedef struct {
    Open every, new;
    char *is_new, *grown;
    Key *order;
} Uniting;

/* One round of `unite`: join groups to those before; `done` are what is left. */
static int unite_once(const Input *in, Work *work, Uniting *uniting, List *groups, int all_new,
                      int only_near, size_t *any_grown)
{
    size_t count = groups->count;
    for (size_t k = 0; k < count; k++)
        uniting->order[k] = key_of_group(work, groups->of[k], k);
    sort(uniting->order, count, ascending);
    uniting->every.list.count = uniting->new.list.count = groups->count = 0;
    Open *new = all_new ? &uniting->every : &uniting->new;
    for (size_t k = 0; k < count; k++) {
        size_t one = uniting->order[k].what, joined = NONE;
        size_t near = find_near(in, work, uniting->is_new[one] ? &uniting->every : new, one);
        for (size_t n = 0; n < near && joined == NONE; n++) {
            const Group *other = &work->groups[work->keys[n].what];
            if (only_near ? are_near(in, other, &work->groups[one])
                          : belongs(in, other, &work->groups[one]))
                joined = work->keys[n].what;
        }
        if (joined != NONE) {
            merge(work, joined, one);
            *any_grown += !uniting->grown[joined];
            uniting->grown[joined] = 1;
            if (put_open(&uniting->every, joined) < 0 || put_open(new, joined) < 0)
                return -1;
        } else if (add_to(groups, one) < 0 || put_open(&uniting->every, one) < 0
                   || (uniting->is_new[one] && put_open(new, one) < 0)) {
            return -1;
        }
    }
    return 0;
}

/* `unite`: join groups until no two of them belong together, or are near. */
static int unite(const Input *in, Work *work, List *groups, int only_near)
{
    Uniting uniting;
    size_t every = work->group_count, news = groups->count;
    memset(&uniting, 0, sizeof uniting);
    uniting.every.has = room_for(every, 1);
    uniting.new.has = room_for(every, 1);
    uniting.is_new = room_for(every, 1);
    uniting.grown = room_for(every, 1);
    uniting.order = room_for(groups->count, sizeof(Key));
    int failed = uniting.every.has == NULL || uniting.new.has == NULL || uniting.is_new == NULL
            || uniting.grown == NULL || uniting.order == NULL
        ? -1 : has_room_for_keys(work, groups->count);
    for (size_t k = 0; !failed && k < groups->count; k++)
        uniting.is_new[groups->of[k]] = 1;
    while (!failed && news && groups->count > 1) {
        int all_new = news >= groups->count;
        memset(uniting.grown, 0, every);
        memset(uniting.every.has, 0, every);
        memset(uniting.new.has, 0, every);
        news = 0;
        failed = unite_once(in, work, &uniting, groups, all_new, only_near, &news);
        char *grown = uniting.grown;
        uniting.grown = uniting.is_new;
        uniting.is_new = grown;
    }
    PyMem_Free(uniting.every.list.of);
    PyMem_Free(uniting.every.has);
    PyMem_Free(uniting.new.list.of);
    PyMem_Free(uniting.new.has);
    PyMem_Free(uniting.is_new);
    PyMem_Free(uniting.grown);
    PyMem_Free(uniting.order);
    return failed;
}

/* `is_fragment`: whether a piece begins or ends inside a sentence, on both sides. */
static int is_fragment(const Input *in, const Piece *piece)
{
    return (words_before(&in->in_a, piece->a0) > 1 || words_after(&in->in_a, piece->a1) > 1)
        && (words_before(&in->in_b, piece->b0) > 1 || words_after(&in->in_b, piece->b1) > 1);
}

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
        failed = unite(in, work, &copies, 1);
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
            || unite(in, work, groups, in->grouping == WIDE) < 0 ? -1 : 0;
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
        failed = unite(in, work, groups, in->grouping == WIDE);
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

/* ---- contrast (contrast.py, and `Aligner.fill` in segments.py) ---- */

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
    size_t count = 0;
    int failed = has_room_for_keys(work, group->count);
    for (size_t node = group->head; !failed && node != NONE; node = work->nodes[node].next) {
        work->keys[count] = key_of_piece(work, work->nodes[node].piece, count);
        count++;
    }
    sort(work->keys, count, by_bits);
    for (size_t k = 0; !failed && k < count; k++) {
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
    size_t count = 0, at = 1;
    if (has_room_for_keys(work, whole->count) < 0)
        return -1;
    for (size_t node = whole->head; node != NONE; node = work->nodes[node].next) {
        work->keys[count] = key_of_piece(work, work->nodes[node].piece, count);
        count++;
    }
    sort(work->keys, count, ascending);
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

/* ---- edges (edges.py) ---- */

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

/* ---- results ---- */

static PyObject *tuple_of_blocks(const Blocks *blocks)
{
    PyObject *made = PyTuple_New((Py_ssize_t)blocks->count);
    for (size_t k = 0; made != NULL && k < blocks->count; k++) {
        const Block *block = &blocks->of[k];
        PyObject *one = Py_BuildValue("LLL", (long long)block->i, (long long)block->j,
                                      (long long)block->length);
        if (one == NULL || PyTuple_SetItem(made, (Py_ssize_t)k, one) < 0)
            Py_CLEAR(made);
    }
    return made;
}

/* Settle the segment in `work->joined` and add (segment, whole, bits, pieces) or (segment, whole, index);
 * `blocks` is what its blocks are if they do not change, or NULL. */
static int add_settled(const Input *in, Work *work, Segment *segment, PyObject *blocks, double bits,
                       size_t pieces, size_t index, PyObject *answer)
{
    int changed = settle(in, &work->joined, segment);
    blocks = blocks == NULL || changed ? tuple_of_blocks(&work->joined) : Py_NewRef(blocks);
    if (blocks == NULL)
        return -1;
    PyObject *made = Py_BuildValue(
        "(LL)(LL)NdL", (long long)segment->a0, (long long)segment->a1, (long long)segment->b0,
        (long long)segment->b1, blocks, segment->bits, (long long)segment->words);
    if (made == NULL)
        return -1;
    PyObject *whole = is_whole(in, &work->joined, segment) ? Py_True : Py_False;
    return append(answer, index == NONE
                  ? Py_BuildValue("NOdn", made, whole, bits, (Py_ssize_t)pieces)
                  : Py_BuildValue("NOn", made, whole, (Py_ssize_t)index));
}

/* `parts_that_stand_out`: add a group, or those of its parts that are dense enough. */
static int add_parts(const Input *in, Work *work, size_t group, List *stack, PyObject *answer)
{
    stack->count = 0;
    if (add_to(stack, group) < 0)
        return -1;
    while (stack->count) {
        size_t at = stack->of[--stack->count];
        Group one = work->groups[at];
        Segment segment;
        if (one.count == 1) {
            const Piece *piece = &work->pieces[work->nodes[one.head].piece];
            if (!piece->count)
                continue;
            PyObject *blocks = PyTuple_GetItem(
                PyTuple_GetItem(work->passed, (Py_ssize_t)piece->index), 2);
            if (segment_of_piece(work, work->nodes[one.head].piece, &segment) < 0
                || add_settled(in, work, &segment, blocks, one.bits, 1, NONE, answer) < 0)
                return -1;
            continue;
        }
        if (segment_of(in, work, &one, &segment) < 0)
            return -1;
        int stands = stands_out(in, work, &one, &segment);
        if (stands < 0 || (!stands && add_halves(work, at, stack) < 0))
            return -1;
        if (stands && work->joined.count
            && add_settled(in, work, &segment, NULL, one.bits, one.count, NONE, answer) < 0)
            return -1;
    }
    return 0;
}

/* Return the settled segments, and the settled echoes. */
static PyObject *settled_of(const Input *in, Work *work)
{
    List kept = {NULL, 0, 0}, own = {NULL, 0, 0}, echoes = {NULL, 0, 0}, groups = {NULL, 0, 0};
    List stack = {NULL, 0, 0};
    PyObject *found = PyList_New(0), *of_echoes = PyList_New(0);
    int failed = found == NULL || of_echoes == NULL || select_pieces(in, work, &kept) < 0
        || split_echoes(in, work, &kept, &own, &echoes) < 0 || find_groups(in, work, &own, &groups) < 0;
    for (size_t k = 0; !failed && k < groups.count; k++)
        failed = add_parts(in, work, groups.of[k], &stack, found) < 0;
    for (size_t k = 0; !failed && k < echoes.count; k++) {
        Segment segment;
        size_t index = work->pieces[echoes.of[k]].index;
        PyObject *blocks = PyTuple_GetItem(PyTuple_GetItem(work->passed, (Py_ssize_t)index), 2);
        failed = segment_of_piece(work, echoes.of[k], &segment) < 0
            || add_settled(in, work, &segment, blocks, 0.0, 1, index, of_echoes) < 0;
    }
    PyMem_Free(kept.of);
    PyMem_Free(own.of);
    PyMem_Free(echoes.of);
    PyMem_Free(groups.of);
    PyMem_Free(stack.of);
    PyObject *answer = failed ? NULL : Py_BuildValue("OO", found, of_echoes);
    Py_XDECREF(found);
    Py_XDECREF(of_echoes);
    return answer;
}

/* ---- reading what is passed in ---- */

/* Read the number at a place of a tuple; -1 with an error if it is none or negative. */
static int64_t number_at(PyObject *tuple, Py_ssize_t at)
{
    PyObject *number = PyTuple_GetItem(tuple, at);
    if (number == NULL)
        return -1;
    int64_t value = PyLong_Check(number) ? PyLong_AsLongLong(number) : -1;
    if (value < 0 && !PyErr_Occurred())
        wrong("a word must be a number, 0 or more");
    return value < 0 ? -1 : value;
}

/* Read the blocks of a segment: they must follow each other inside it. */
static int read_blocks(PyObject *blocks, Work *work, Piece *piece)
{
    int64_t at_a = piece->a0, at_b = piece->b0;
    piece->first = work->blocks.count;
    piece->count = (size_t)PyTuple_Size(blocks);
    if (piece->count == 0)
        return wrong("a segment must have blocks");
    for (size_t k = 0; k < piece->count; k++) {
        PyObject *block = PyTuple_GetItem(blocks, (Py_ssize_t)k);
        int64_t of[3];
        if (!PyTuple_Check(block))
            return wrong("a block must be a tuple");
        for (int n = 0; n < 3; n++)
            if ((of[n] = number_at(block, n)) < 0)
                return -1;
        if (of[2] < 1 || of[0] < at_a || of[1] < at_b || of[0] > piece->a1 || of[1] > piece->b1
            || of[2] > piece->a1 - of[0] || of[2] > piece->b1 - of[1])
            return wrong("blocks must follow each other inside a segment");
        if (put(&work->blocks, of[0], of[1], of[2]) < 0)
            return -1;
        at_a = of[0] + of[2];
        at_b = of[1] + of[2];
    }
    return 0;
}

/* Read a segment, (a, b, blocks, bits, words). */
static int read_segment(const Input *in, PyObject *from, Work *work, size_t index)
{
    long long a0, a1, b0, b1, words;
    double bits;
    PyObject *blocks;
    if (grow(&work->pieces, &work->piece_room, work->piece_count, sizeof(Piece)) < 0)
        return -1;
    if (!PyTuple_Check(from)
        || !PyArg_ParseTuple(from, "(LL)(LL)O!dL", &a0, &a1, &b0, &b1, &PyTuple_Type, &blocks, &bits,
                             &words))
        return PyErr_Occurred() ? -1 : wrong("a segment must be a tuple");
    if (a0 < 0 || a1 <= a0 || a1 > in->a.count || b0 < 0 || b1 <= b0 || b1 > in->b.count || words < 1
        || words > in->a.count || !(bits > 0))
        return wrong("a segment must lie in the articles and have words and bits");
    Piece *piece = &work->pieces[work->piece_count];
    *piece = (Piece){a0, a1, b0, b1, words, bits, 0, 0, index};
    if (read_blocks(blocks, work, piece) < 0)
        return -1;
    work->piece_count++;
    return 0;
}

/* Read the sentences of an article: a list of the first words, and the sentence of every word. */
static int read_sentences(PyObject *first, const Py_buffer *of, int64_t words, Sentences *sentences)
{
    size_t count = (size_t)PyList_Size(first);
    if (!is_wide(of) || of->len != words * (int64_t)sizeof(int64_t) || count < 2)
        return wrong("every word must have a sentence, a number of 64 bits");
    sentences->count = count - 1;
    sentences->first = room_for(count, sizeof(int64_t));
    sentences->of = room_for((size_t)words, sizeof(int64_t));
    if (sentences->first == NULL || sentences->of == NULL)
        return -1;
    for (size_t k = 0; k < count; k++) {
        PyObject *number = PyList_GetItem(first, (Py_ssize_t)k);
        sentences->first[k] = number != NULL && PyLong_Check(number) ? PyLong_AsLongLong(number) : -1;
        if (PyErr_Occurred())
            return -1;
        if (sentences->first[k] < (k ? sentences->first[k - 1] : 0) || sentences->first[k] > words)
            return wrong("the first words of sentences must be in order");
    }
    if (words)
        memcpy(sentences->of, of->buf, (size_t)of->len);
    for (int64_t word = 0; word < words; word++)
        if (sentences->of[word] < 0 || sentences->of[word] >= (int64_t)sentences->count
            || sentences->first[sentences->of[word]] > word
            || sentences->first[sentences->of[word] + 1] <= word)
            return wrong("a word must lie in its sentence");
    return 0;
}

static int are_sizes_right(const Input *in)
{
    if (in->grouping < NARROW || in->grouping > WIDE || in->block < 1 || in->reach < 1
        || in->long_sentence < 1 || in->attach < 0 || in->attach > MOST_WORDS
        || in->reach > MOST_WORDS || in->touch > 1 << 20 || in->touch < 0)
        return wrong("a size is out of range");
    return 0;
}

static void release_work(Work *work)
{
    PyMem_Free(work->pieces);
    PyMem_Free(work->groups);
    PyMem_Free(work->nodes);
    PyMem_Free(work->keys);
    PyMem_Free(work->blocks.of);
    PyMem_Free(work->joined.of);
    Py_XDECREF(work->passed);
}

/* Return the settled segments of a list of segments. */
static PyObject *settled_of_list(const Input *in, PyObject *segments)
{
    Work work;
    PyObject *answer = NULL;
    memset(&work, 0, sizeof work);
    work.passed = PyList_AsTuple(segments);
    int failed = work.passed == NULL;
    for (Py_ssize_t k = 0; !failed && k < PyTuple_Size(work.passed); k++)
        failed = read_segment(in, PyTuple_GetItem(work.passed, k), &work, (size_t)k) < 0;
    if (!failed)
        answer = settled_of(in, &work);
    release_work(&work);
    return answer;
}

PyDoc_STRVAR(settled_doc,
"settled(a, b, sums, segments, grouping, numbers, asked, /)\n--\n\n"
"Return (segment, whole, bits, pieces) of the segments that may be passages, and (segment, whole, index)\n"
"of echoes, `index` in `segments`; `whole`: whole sentences, word for word.\n\n"
"a and b: (ids, first words of sentences, sentence of every word); for numbers and asked see settled.py.");

static PyObject *settled(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    PyObject *segments, *first_a, *first_b, *answer = NULL;
    Py_buffer ids_a, of_a, ids_b, of_b, sums;
    Input in;
    memset(&in, 0, sizeof in);
    if (!PyArg_ParseTuple(
            arguments,
            "(y*O!y*)(y*O!y*)y*O!i((nd)(nnnnnddddddddddd)(nndddd)(ndd)(nnnndd))(OOO):settled", &ids_a,
            &PyList_Type, &first_a, &of_a, &ids_b, &PyList_Type, &first_b, &of_b, &sums, &PyList_Type,
            &segments, &in.grouping, &in.block, &in.echo, &in.reach, &in.seam, &in.far, &in.attach,
            &in.drift, &in.core_bits, &in.loose, &in.scrap, &in.small_scraps, &in.inserted,
            &in.touch_gap, &in.sparse, &in.sparse_pieces, &in.evidence, &in.most_ratio,
            &in.sentence_bits, &in.pieces, &in.touch, &in.together, &in.rewrite_scrap,
            &in.rewrite_sparse, &in.verbatim, &in.longest, &in.shuffled, &in.most_shuffled, &in.near,
            &in.far_end, &in.long_sentence, &in.stray_words, &in.close, &in.stray_bits, &in.related,
            &in.least_density, &in.solidity))
        return NULL;
    if (are_sizes_right(&in) == 0 && read_words(&ids_a, &in.a) == 0 && read_words(&ids_b, &in.b) == 0) {
        in.sums = sums.buf;
        if (!is_wide(&sums) || sums.len != (in.a.count + 1) * (int64_t)sizeof(double))
            wrong("there must be a sum for each word of a, and one more");
        else if (read_sentences(first_a, &of_a, in.a.count, &in.in_a) == 0
                 && read_sentences(first_b, &of_b, in.b.count, &in.in_b) == 0)
            answer = settled_of_list(&in, segments);
    }
    PyMem_Free(in.in_a.first);
    PyMem_Free(in.in_a.of);
    PyMem_Free(in.in_b.first);
    PyMem_Free(in.in_b.of);
    PyBuffer_Release(&ids_a);
    PyBuffer_Release(&of_a);
    PyBuffer_Release(&ids_b);
    PyBuffer_Release(&of_b);
    PyBuffer_Release(&sums);
    return answer;
}

/* ---- the module ---- */

static PyMethodDef functions[] = {
    {"settled", settled, METH_VARARGS, settled_doc},
    {NULL, NULL, 0, NULL},
};

COMPILED_STEPS(_grouping, "Segments reduced to those that may be passages, compiled.", functions)
