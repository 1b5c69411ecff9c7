/* Chains aligned word by word and cut into segments: the results of segments.py, which defines the
 * rules, in less time. tests/core/compare/test_compiled_steps.py compares the two implementations.
 *
 * The longest common subsequence is found in a bit matrix, 64 words at once (Hyyrö 2004), and
 * traced back from its end, as in rapidfuzz: of several of equal length both must find the same
 * one.
 */

#include "_steps.h"

/* Interface version: raised when results or arguments change; steps.py requires the same number. */
#define RULES 1

#define MOST_WORDS ((int64_t)1 << 40)

typedef struct {
    const int64_t *of;
    int64_t count;
} Words;

/* `length` equal words, from word i of one article and word j of the other. */
typedef struct {
    int64_t i, j, length;
} Block;

typedef struct {
    Block *of;
    size_t count, room;
} Blocks;

static int put(Blocks *all, int64_t i, int64_t j, int64_t length)
{
    if (all->count == all->room) {
        size_t wanted = 2 * all->room + 64;
        Block *larger = PyMem_Realloc(all->of, wanted * sizeof *larger);
        if (larger == NULL) {
            PyErr_NoMemory();
            return -1;
        }
        all->of = larger;
        all->room = wanted;
    }
    all->of[all->count++] = (Block){i, j, length};
    return 0;
}

/* ---- the longest common subsequence ---- */

/* For each distinct word of one side, a bit mask of its positions; open addressing. */
typedef struct {
    int64_t *words;  /* of a slot */
    uint64_t *masks; /* `width` for each slot; the last ones are for words that do not occur */
    size_t capacity, width;
    char *used;
} Places;

static size_t slot_of(const Places *places, int64_t word)
{
    size_t at = (size_t)((uint64_t)word * 0x9E3779B97F4A7C15u >> 32); /* 2^64 over the golden ratio */
    for (;; at++) {
        at &= places->capacity - 1;
        if (!places->used[at] || places->words[at] == word)
            return at;
    }
}

static void forget(Places *places)
{
    PyMem_Free(places->words);
    PyMem_Free(places->masks);
    PyMem_Free(places->used);
}

static int note_places(Places *places, const int64_t *words, size_t count)
{
    places->width = (count + 63) / 64;
    places->capacity = 8;
    while (places->capacity < 2 * count)
        places->capacity *= 2;
    places->words = PyMem_Malloc(places->capacity * sizeof(int64_t));
    places->used = PyMem_Calloc(places->capacity, 1);
    places->masks = places->width > PY_SSIZE_T_MAX / sizeof(uint64_t) / places->capacity
        ? NULL : PyMem_Calloc(places->capacity * places->width, sizeof(uint64_t));
    if (places->words == NULL || places->used == NULL || places->masks == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (size_t k = 0; k < count; k++) {
        size_t slot = slot_of(places, words[k]);
        places->used[slot] = 1;
        places->words[slot] = words[k];
        places->masks[slot * places->width + k / 64] |= (uint64_t)1 << (k % 64);
    }
    return 0;
}

/* A row for each word of b, a bit for each word of a: 0 where the longest common subsequence is
 * longer with this word of a than without it. */
static uint64_t *matrix_of(const Places *places, const int64_t *b, size_t rows)
{
    const size_t width = places->width;
    uint64_t *matrix = rows > PY_SSIZE_T_MAX / sizeof(uint64_t) / width
        ? NULL : PyMem_Malloc(rows * width * sizeof(uint64_t));
    if (matrix == NULL) {
        PyErr_NoMemory();
        return NULL;
    }
    for (size_t row = 0; row < rows; row++) {
        const uint64_t *mask = places->masks + slot_of(places, b[row]) * width;
        uint64_t carry = 0;
        for (size_t k = 0; k < width; k++) {
            uint64_t before = row ? matrix[(row - 1) * width + k] : ~(uint64_t)0;
            uint64_t met = before & mask[k], sum = before + carry;
            carry = sum < carry;
            sum += met;
            carry |= sum < met;
            matrix[row * width + k] = sum | (before - met);
        }
    }
    return matrix;
}

static int is_set(const uint64_t *matrix, size_t width, size_t row, size_t column)
{
    return (int)(matrix[row * width + column / 64] >> (column % 64) & 1);
}

/* Add a block after those from `first` on, or extend the last one if it is adjacent. */
static int put_after(Blocks *blocks, size_t first, int64_t i, int64_t j, int64_t length)
{
    if (blocks->count > first) {
        Block *last = &blocks->of[blocks->count - 1];
        if (last->i + last->length == i && last->j + last->length == j) {
            last->length += length;
            return 0;
        }
    }
    return put(blocks, i, j, length);
}

/* Add the alignment of two stretches without a common prefix or suffix. */
static int align_middle(const int64_t *a, size_t columns, const int64_t *b, size_t rows, int64_t at_a,
                        int64_t at_b, Blocks *blocks, size_t first)
{
    Places places = {NULL, NULL, 0, 0, NULL};
    uint64_t *matrix = NULL;
    int64_t *met = NULL; /* pairs of places, from the last to the first */
    size_t count = 0;
    int failed = -1;
    if (note_places(&places, a, columns) == 0 && (matrix = matrix_of(&places, b, rows)) != NULL) {
        met = PyMem_Malloc(2 * (columns < rows ? columns : rows) * sizeof *met);
        if (met == NULL)
            PyErr_NoMemory();
        else
            failed = 0;
    }
    for (size_t column = columns, row = rows; !failed && column && row;) {
        if (is_set(matrix, places.width, row - 1, column - 1)) {
            column--;
        } else if (--row == 0 || is_set(matrix, places.width, row - 1, column - 1)) {
            column--;
            met[2 * count] = (int64_t)column;
            met[2 * count + 1] = (int64_t)row;
            count++;
        }
    }
    while (!failed && count--)
        failed = put_after(blocks, first, at_a + met[2 * count], at_b + met[2 * count + 1], 1);
    PyMem_Free(met);
    PyMem_Free(matrix);
    forget(&places);
    return failed ? -1 : 0;
}

/* Add the blocks of a longest common subsequence of two stretches. */
static int align(const Words *a, const Words *b, int64_t a0, int64_t a1, int64_t b0, int64_t b1,
                 Blocks *blocks)
{
    size_t first = blocks->count;
    int64_t head = 0, tail = 0;
    if (a0 >= a1 || b0 >= b1)
        return 0;
    while (a0 < a1 && b0 < b1 && a->of[a0] == b->of[b0]) {
        a0++;
        b0++;
        head++;
    }
    while (a0 < a1 && b0 < b1 && a->of[a1 - 1] == b->of[b1 - 1]) {
        a1--;
        b1--;
        tail++;
    }
    if (head && put(blocks, a0 - head, b0 - head, head) < 0)
        return -1;
    if (a0 < a1 && b0 < b1
        && align_middle(a->of + a0, (size_t)(a1 - a0), b->of + b0, (size_t)(b1 - b0), a0, b0, blocks,
                        first) < 0)
        return -1;
    return tail ? put_after(blocks, first, a1, b1, tail) : 0;
}

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

/* Return `length` numbers as a tuple. */
static PyObject *numbers(const int64_t *of, Py_ssize_t length)
{
    PyObject *made = PyTuple_New(length);
    for (Py_ssize_t k = 0; made != NULL && k < length; k++) {
        PyObject *number = PyLong_FromLongLong(of[k]);
        if (number == NULL || PyTuple_SetItem(made, k, number) < 0)
            Py_CLEAR(made);
    }
    return made;
}

/* Add the segment from the first of some blocks to the last. */
static int add_segment(PyObject *answer, const Block *blocks, size_t count, double bits)
{
    const Block *last = &blocks[count - 1];
    int64_t a[] = {blocks->i, last->i + last->length}, b[] = {blocks->j, last->j + last->length};
    int64_t words = 0;
    PyObject *all = PyTuple_New((Py_ssize_t)count);
    for (size_t k = 0; all != NULL && k < count; k++) {
        int64_t block[] = {blocks[k].i, blocks[k].j, blocks[k].length};
        PyObject *one = numbers(block, 3);
        words += blocks[k].length;
        if (one == NULL || PyTuple_SetItem(all, (Py_ssize_t)k, one) < 0)
            Py_CLEAR(all);
    }
    if (all == NULL)
        return -1;
    /* On failure everything allocated here is released here. */
    return append(answer, Py_BuildValue("NNNdL", numbers(a, 2), numbers(b, 2), all, bits,
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

static int64_t smaller(int64_t one, int64_t other)
{
    return one < other ? one : other;
}

static int64_t larger(int64_t one, int64_t other)
{
    return one < other ? other : one;
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

static int read_words(const Py_buffer *ids, Words *words)
{
    if (!is_wide(ids)
        || ids->len / (Py_ssize_t)sizeof(int64_t) > MOST_WORDS)
        return wrong("words must be numbers of 64 bits");
    words->of = ids->buf;
    words->count = ids->len / (Py_ssize_t)sizeof(int64_t);
    return 0;
}

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
    if (read_words(&a, &in.a) == 0 && read_words(&b, &in.b) == 0) {
        in.sums = sums.buf;
        if (!is_wide(&sums)
            || sums.len != (Py_ssize_t)((in.a.count + 1) * (int64_t)sizeof(double)))
            wrong("there must be a sum for each word of a, and one more");
        else if (in.pad < 0 || in.pad > MOST_WORDS || (in.apart && in.a.count != in.b.count))
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
        if (append(answer, numbers(block, 3)) < 0)
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
