/* Segments reduced to those that may be passages, with their ends settled: the results of settled.py, in
 * less time. tests/core/compare/test_compiled_grouping.py compares the two implementations. The headers
 * follow the rules of one file in Python each; here are their order, what is passed in, and what comes out.
 *
 * All tuned numbers are passed in from Python; the density that a field requires, and what the density
 * of a segment makes of its bits, are asked of Python.
 */

#include "_steps.h"
#include "_blocks.h"
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

/* Settle the segment in `work->joined` and add (segment, whole, bits, pieces) or (segment, whole, index);
 * `blocks` is what its blocks are if they do not change, or NULL. */
static int add_settled(const Input *in, Work *work, Segment *segment, PyObject *blocks, double bits,
                       size_t pieces, size_t index, PyObject *answer)
{
    int changed = settle(in, &work->joined, segment);
    blocks = blocks == NULL || changed ? tuple_of_blocks(work->joined.of, work->joined.count)
        : Py_NewRef(blocks);
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

/* Add a segment to the pieces. */
static int read_piece(const Input *in, PyObject *from, Work *work, size_t index)
{
    size_t first = work->blocks.count;
    Segment one;
    if (grow(&work->pieces, &work->piece_room, work->piece_count, sizeof(Piece)) < 0
        || read_segment(from, in->a.count, in->b.count, &one, &work->blocks) < 0)
        return -1;
    if (one.words < 1 || !(one.bits > 0) || work->blocks.count == first)
        return wrong("a segment must have words, bits and blocks");
    work->pieces[work->piece_count++] = (Piece){
        one.a0, one.a1, one.b0, one.b1, one.words, one.bits, first, work->blocks.count - first, index};
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
        failed = read_piece(in, PyTuple_GetItem(work.passed, k), &work, (size_t)k) < 0;
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
    if (are_sizes_right(&in) == 0 && read_words(&ids_a, &in.a) == 0 && read_words(&ids_b, &in.b) == 0
        && read_sums(&sums, in.a.count, &in.sums) == 0
        && read_sentences(first_a, &of_a, in.a.count, &in.in_a) == 0
        && read_sentences(first_b, &of_b, in.b.count, &in.in_b) == 0)
        answer = settled_of_list(&in, segments);
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
