/* Chains aligned word by word and cut into segments: the results of segments.py, which defines the
 * rules, in less time. tests/core/compare/test_compiled_steps.py compares the two implementations.
 */

#include "_steps.h"
#include "_blocks.h"
#include "_alignment.h"

/* Interface version: raised when results or arguments change; steps.py requires the same number. */
#define RULES 1

/* ---- segments ---- */

/* The constants of segments.py and of the settings. */
typedef struct {
    Words a, b;
    const double *sums;
    Py_ssize_t pad, anchor, window, split;
    double skip, open, least;
    int apart;
} Input;

typedef struct {
    size_t first, last; /* blocks [first, last) */
    double before, after;
} Stretch;

typedef struct {
    Blocks blocks;
    Stretch *found, *closed;
    size_t found_count, closed_count;
} Work;

/* Move words across one-sided gaps to the longer block, where both blocks match them. */
static void slide(const Input *in, Blocks *blocks)
{
    size_t kept = 0;
    for (size_t k = 1; k < blocks->count; k++) {
        Block *one = &blocks->of[k - 1], *other = &blocks->of[k];
        int64_t end = one->i + one->length, end2 = one->j + one->length;
        if ((end == other->i) == (end2 == other->j))
            continue;
        if (one->length > other->length) {
            while (other->length && in->a.of[end] == in->b.of[end2]) {
                end++;
                end2++;
                other->i++;
                other->j++;
                other->length--;
            }
        } else {
            while (end > one->i && in->a.of[other->i - 1] == in->b.of[other->j - 1]) {
                end--;
                end2--;
                other->i--;
                other->j--;
                other->length++;
            }
        }
        one->length = end - one->i;
    }
    for (size_t k = 0; k < blocks->count; k++)
        if (blocks->of[k].length)
            blocks->of[kept++] = blocks->of[k];
    blocks->count = kept;
}

static void close_all(Work *work)
{
    for (size_t k = 0; k < work->found_count; k++)
        work->closed[work->closed_count++] = work->found[k];
    work->found_count = 0;
}

/* Find all maximal scoring stretches of blocks (Ruzzo and Tompa, ISMB 1999). */
static int find_maximal(const Input *in, Work *work)
{
    double total = 0;
    int64_t end_a = 0, end_b = 0;
    PyMem_Free(work->found);
    PyMem_Free(work->closed);
    work->found_count = work->closed_count = 0;
    work->found = PyMem_Malloc((work->blocks.count + 1) * sizeof(Stretch));
    work->closed = PyMem_Malloc((work->blocks.count + 1) * sizeof(Stretch));
    if (work->found == NULL || work->closed == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (size_t number = 0; number < work->blocks.count; number++) {
        const Block *block = &work->blocks.of[number];
        int64_t gap_a = block->i - end_a, gap_b = block->j - end_b;
        if (number && (gap_a || gap_b)) {
            if (gap_a > in->split || gap_b > in->split)
                close_all(work);
            else
                total -= in->open + in->skip * (double)(gap_a + gap_b);
        }
        end_a = block->i + block->length;
        end_b = block->j + block->length;
        Stretch now = {number, number + 1, total, 0};
        total += in->sums[end_a] - in->sums[block->i];
        now.after = total;
        for (;;) {
            size_t k = work->found_count;
            while (k && work->found[k - 1].before >= now.before)
                k--;
            if (k == 0 || work->found[k - 1].after >= total)
                break;
            now.first = work->found[k - 1].first;
            now.before = work->found[k - 1].before;
            work->found_count = k - 1;
        }
        work->found[work->found_count++] = now;
    }
    close_all(work);
    return 0;
}

/* Add the segment from the first of some blocks to the last. */
static int add_segment(PyObject *answer, const Block *blocks, size_t count, double bits)
{
    const Block *last = &blocks[count - 1];
    int64_t a[] = {blocks->i, last->i + last->length}, b[] = {blocks->j, last->j + last->length};
    int64_t words = 0;
    PyObject *all = tuple_of_blocks(blocks, count);
    if (all == NULL)
        return -1;
    for (size_t k = 0; k < count; k++)
        words += blocks[k].length;
    /* On failure everything allocated here is released here. */
    return append(answer, Py_BuildValue("NNNdL", tuple_of(a, 2), tuple_of(b, 2), all, bits,
                                        (long long)words));
}

/* Add the longest run of a chain, unaligned. */
static int add_untouched(const Input *in, const Blocks *chain, PyObject *answer)
{
    const Block *longest = chain->of;
    for (size_t k = 1; k < chain->count; k++)
        if (chain->of[k].length > longest->length)
            longest = &chain->of[k];
    double bits = in->sums[longest->i + longest->length] - in->sums[longest->i];
    return bits >= in->least ? add_segment(answer, longest, 1, bits) : 0;
}

/* Add the segments that a chain of runs gives. */
static int add_segments(const Input *in, const Blocks *chain, Work *work, PyObject *answer)
{
    Blocks *blocks = &work->blocks;
    int64_t start_a = chain->of[0].i, start_b = chain->of[0].j, end_a = 0, end_b = 0;
    int64_t border_a = in->a.count, border_b = 0;
    for (size_t k = 0; k < chain->count; k++) {
        end_a = larger(end_a, chain->of[k].i + chain->of[k].length);
        end_b = larger(end_b, chain->of[k].j + chain->of[k].length);
    }
    if (in->apart) {
        border_a = border_b = start_b;
        if (end_a > start_b)
            return add_untouched(in, chain, answer);
    }
    int64_t at_a = larger(start_a - in->pad, 0), at_b = larger(start_b - in->pad, border_b);
    end_a = smaller(end_a + in->pad, border_a);
    end_b = smaller(end_b + in->pad, in->b.count);
    blocks->count = 0;
    for (size_t k = 0; k < chain->count; k++) {
        const Block *run = &chain->of[k];
        int certain = run->length >= in->anchor || larger(run->i - at_a, run->j - at_b) > in->window;
        if (certain && run->i >= at_a && run->j >= at_b) {
            if (align(&in->a, &in->b, at_a, run->i, at_b, run->j, blocks) < 0
                || put(blocks, run->i, run->j, run->length) < 0)
                return -1;
            at_a = run->i + run->length;
            at_b = run->j + run->length;
        }
    }
    if (align(&in->a, &in->b, at_a, end_a, at_b, end_b, blocks) < 0)
        return -1;
    slide(in, blocks);
    if (find_maximal(in, work) < 0)
        return -1;
    for (size_t k = 0; k < work->closed_count; k++) {
        const Stretch *one = &work->closed[k];
        double bits = one->after - one->before;
        if (bits >= in->least
            && add_segment(answer, blocks->of + one->first, one->last - one->first, bits) < 0)
            return -1;
    }
    return 0;
}

/* ---- the Python functions ---- */

/* Read a chain, a list of (i, j, length); each run must lie in the articles. */
static int read_chain(const Input *in, PyObject *list, Blocks *chain)
{
    chain->count = 0;
    if (!PyList_Check(list) || PyList_Size(list) == 0)
        return wrong("a chain must be a list of runs");
    for (Py_ssize_t k = 0; k < PyList_Size(list); k++) {
        long long i, j, length;
        PyObject *run = PyList_GetItem(list, k);
        if (!PyTuple_Check(run))
            return wrong("a run must be a tuple");
        Py_INCREF(run); /* an item that is no int may change the list while it is converted */
        int read = PyArg_ParseTuple(run, "LLL", &i, &j, &length);
        Py_DECREF(run);
        if (!read)
            return -1;
        if (i < 0 || j < 0 || length < 1 || length > in->a.count || length > in->b.count
            || i > in->a.count - length || j > in->b.count - length)
            return wrong("a run must lie in the articles");
        if (put(chain, i, j, length) < 0)
            return -1;
    }
    return 0;
}

static PyObject *segments_of(const Input *in, PyObject *chains)
{
    PyObject *answer = PyList_New(0);
    Blocks chain = {NULL, 0, 0};
    Work work = {{NULL, 0, 0}, NULL, NULL, 0, 0};
    for (Py_ssize_t k = 0; answer != NULL && k < PyList_Size(chains); k++) {
        PyObject *list = Py_NewRef(PyList_GetItem(chains, k));
        if (read_chain(in, list, &chain) < 0 || add_segments(in, &chain, &work, answer) < 0)
            Py_CLEAR(answer);
        Py_DECREF(list);
    }
    PyMem_Free(chain.of);
    PyMem_Free(work.blocks.of);
    PyMem_Free(work.found);
    PyMem_Free(work.closed);
    return answer;
}

PyDoc_STRVAR(segments_doc,
"segments(a, b, sums, chains, least, apart, sizes, costs, /)\n--\n\n"
"Return (a, b, blocks, bits, words) of every segment of `least` bits or more.\n\n"
"a and b: the ids of the words; sums: what the first words of a tell; sizes and costs: see segments.py.");

static PyObject *segments(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    PyObject *chains, *answer = NULL;
    Py_buffer a, b, sums;
    Input in;
    memset(&in, 0, sizeof in);
    if (!PyArg_ParseTuple(arguments, "y*y*y*O!dp(nnnn)(dd):segments", &a, &b, &sums, &PyList_Type,
                          &chains, &in.least, &in.apart, &in.pad, &in.anchor, &in.window, &in.split,
                          &in.skip, &in.open))
        return NULL;
    if (read_words(&a, &in.a) == 0 && read_words(&b, &in.b) == 0
        && read_sums(&sums, in.a.count, &in.sums) == 0) {
        if (in.pad < 0 || in.pad > MOST_WORDS || (in.apart && in.a.count != in.b.count))
            wrong("a size is out of range, or there are two articles where one is wanted");
        else
            answer = segments_of(&in, chains);
    }
    PyBuffer_Release(&a);
    PyBuffer_Release(&b);
    PyBuffer_Release(&sums);
    return answer;
}

PyDoc_STRVAR(aligned_doc,
"aligned(a, b, a0, a1, b0, b1, /)\n--\n\n"
"Return the runs (i, j, length) that the words [a0, a1) and [b0, b1) share in order.");

static PyObject *aligned(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    PyObject *answer = NULL;
    Py_buffer ids_a, ids_b;
    Words a, b;
    Blocks blocks = {NULL, 0, 0};
    long long a0, a1, b0, b1;
    if (!PyArg_ParseTuple(arguments, "y*y*LLLL:aligned", &ids_a, &ids_b, &a0, &a1, &b0, &b1))
        return NULL;
    if (read_words(&ids_a, &a) == 0 && read_words(&ids_b, &b) == 0) {
        if (a0 < 0 || a1 > a.count || b0 < 0 || b1 > b.count)
            wrong("a stretch must lie in the articles");
        else if (align(&a, &b, a0, a1, b0, b1, &blocks) == 0)
            answer = PyList_New(0);
    }
    for (size_t k = 0; answer != NULL && k < blocks.count; k++) {
        int64_t block[] = {blocks.of[k].i, blocks.of[k].j, blocks.of[k].length};
        if (append(answer, tuple_of(block, 3)) < 0)
            Py_CLEAR(answer);
    }
    PyMem_Free(blocks.of);
    PyBuffer_Release(&ids_a);
    PyBuffer_Release(&ids_b);
    return answer;
}

/* ---- the module ---- */

static PyMethodDef functions[] = {
    {"segments", segments, METH_VARARGS, segments_doc},
    {"aligned", aligned, METH_VARARGS, aligned_doc},
    {NULL, NULL, 0, NULL},
};

COMPILED_STEPS(_segments, "The words of chains aligned, compiled.", functions)
