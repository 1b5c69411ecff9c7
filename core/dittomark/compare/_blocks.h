/* Blocks of equal words, and segments as Python has them: (a, b, blocks, bits, words), class `Segment` of
 * segments.py. Included after _steps.h.
 *
 * `read_segment` checks what it reads: a segment lies in the articles, and its blocks follow each other
 * inside it. Lists of blocks grow; who has one frees `of`.
 */

#ifndef DITTOMARK_BLOCKS_H
#define DITTOMARK_BLOCKS_H

/* `length` equal words, from word i of one article and word j of the other. */
typedef struct {
    int64_t i, j, length;
} Block;

typedef struct {
    Block *of;
    size_t count, room;
} Blocks;

/* A segment without its blocks. */
typedef struct {
    int64_t a0, a1, b0, b1, words;
    double bits;
} Segment;

/* Add a block to a list; -1 is an error. */
static inline int put(Blocks *all, int64_t i, int64_t j, int64_t length)
{
    if (grow(&all->of, &all->room, all->count, sizeof(Block)) < 0)
        return -1;
    all->of[all->count++] = (Block){i, j, length};
    return 0;
}

/* Return blocks as a tuple of tuples. */
static inline PyObject *tuple_of_blocks(const Block *of, size_t count)
{
    PyObject *made = PyTuple_New((Py_ssize_t)count);
    for (size_t k = 0; made != NULL && k < count; k++) {
        PyObject *one = tuple_of((int64_t[]){of[k].i, of[k].j, of[k].length}, 3);
        if (one == NULL || PyTuple_SetItem(made, (Py_ssize_t)k, one) < 0)
            Py_CLEAR(made);
    }
    return made;
}

/* Read the number at a place of a tuple; -1 with an error if there is none or it is negative. */
static inline int64_t number_at(PyObject *tuple, Py_ssize_t at)
{
    PyObject *number = PyTuple_GetItem(tuple, at);
    if (number == NULL)
        return -1;
    int64_t value = PyIndex_Check(number) ? PyLong_AsLongLong(number) : -1;
    if (value < 0 && !PyErr_Occurred())
        wrong("a block must be of numbers, 0 or more");
    return value < 0 ? -1 : value;
}

/* Add the blocks of a segment, a tuple, to a list. */
static inline int read_blocks(PyObject *from, const Segment *segment, Blocks *blocks)
{
    int64_t at_a = segment->a0, at_b = segment->b0;
    for (Py_ssize_t k = 0; k < PyTuple_Size(from); k++) {
        PyObject *block = PyTuple_GetItem(from, k);
        int64_t of[3];
        if (!PyTuple_Check(block) || PyTuple_Size(block) != 3)
            return wrong("a block must be a tuple of three numbers");
        for (int n = 0; n < 3; n++)
            if ((of[n] = number_at(block, n)) < 0)
                return -1;
        if (of[2] < 1 || of[0] < at_a || of[1] < at_b || of[0] > segment->a1 || of[1] > segment->b1
            || of[2] > segment->a1 - of[0] || of[2] > segment->b1 - of[1])
            return wrong("blocks must follow each other inside a segment");
        if (put(blocks, of[0], of[1], of[2]) < 0)
            return -1;
        at_a = of[0] + of[2];
        at_b = of[1] + of[2];
    }
    return 0;
}

/* Read a segment of articles with these numbers of words, and add its blocks to a list. */
static inline int read_segment(PyObject *from, int64_t words_a, int64_t words_b, Segment *segment,
                               Blocks *blocks)
{
    long long a0, a1, b0, b1, words;
    double bits;
    PyObject *of;
    if (!PyTuple_Check(from)
        || !PyArg_ParseTuple(from, "(LL)(LL)O!dL", &a0, &a1, &b0, &b1, &PyTuple_Type, &of, &bits, &words))
        return PyErr_Occurred() ? -1 : wrong("a segment must be a tuple");
    if (a0 < 0 || a1 <= a0 || a1 > words_a || b0 < 0 || b1 <= b0 || b1 > words_b || words < 0
        || words > words_a)
        return wrong("a segment must lie in the articles");
    *segment = (Segment){a0, a1, b0, b1, words, bits};
    return read_blocks(of, segment, blocks);
}

#endif
