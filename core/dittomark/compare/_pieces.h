/* What the steps of _grouping.c work on: its input with all constants of the rules, the pieces and groups,
 * and lists of their numbers that grow and are sorted. Included after _alignment.h and _tokenised.h.
 *
 * It mirrors no rule but `Segment.density`. Pieces, groups and nodes are numbers into the arrays of `Work`,
 * which move as they grow: a pointer to one is good until the next is added.
 */

#ifndef DITTOMARK_PIECES_H
#define DITTOMARK_PIECES_H

enum { NARROW, ADAPTIVE, WIDE };

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
    Blocks joined; /* of the segment that is being made and settled */
    PyObject *passed; /* the segments passed in, a tuple */
} Work;

/* ---- lists ---- */

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

/* ---- numbers ---- */

static double least_of(double one, double other)
{
    return other < one ? other : one;
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

#endif
