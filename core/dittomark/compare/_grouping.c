/* Segments reduced to those that may be passages, with their ends settled: the results of settled.py, in
 * less time. tests/core/compare/test_compiled_grouping.py compares the two implementations. The headers
 * follow the rules of one file in Python each; here are their order, what is passed in, and what comes out.
 *
 * All tuned numbers are passed in from Python; the density that a field requires, and what the density
 * of a segment makes of its bits, are asked of Python.
 */

#include "_steps.h"
#include "_alignment.h"
#include "_tokenised.h"
#include "_pieces.h"
#include "_overlaps.h"
#include "_groups.h"
#include "_uniting.h"
#include "_edges.h"
#include "_rewrites.h"
#include "_grouping.h"
#include "_filling.h"
#include "_contrast.h"

/* Interface version: raised when results or arguments change; steps.py requires the same number. */
#define RULES 2

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
