/* The edits inside a segment: the rules of edits.py. Included after _drafts.h and _spelling.h.
 *
 * `find_changes` takes a segment with its blocks and lists the changes between ranges of words; `edits_of`
 * returns these as values of Python, with offsets in code points, the article that is first in the
 * comparison first.
 */

#ifndef DITTOMARK_EDITS_H
#define DITTOMARK_EDITS_H

/* An edit between two ranges of words. */
typedef struct {
    int op;
    int64_t a0, a1, b0, b1;
} Change;

typedef struct {
    Change *of;
    size_t count, room;
} Changes;

/* Add a change to a list; -1 is an error. */
static int put_change(Changes *all, int op, int64_t a0, int64_t a1, int64_t b0, int64_t b1)
{
    if (grow(&all->of, &all->room, all->count, sizeof(Change)) < 0)
        return -1;
    all->of[all->count++] = (Change){op, a0, a1, b0, b1};
    return 0;
}

/* `_rest`: the edit between two ranges of which at least one is not empty. */
static int put_rest(Changes *all, int64_t a0, int64_t a1, int64_t b0, int64_t b1)
{
    return put_change(all, a0 == a1 ? INSERT : b0 == b1 ? DELETE : REPLACE, a0, a1, b0, b1);
}

/* The letters of a word's key; their number, or -1 with an error. */
static Py_ssize_t letters_of(const Input *in, int64_t id, Py_UCS4 *letters)
{
    PyObject *key = PyList_GetItem(in->keys, (Py_ssize_t)id);
    if (key == NULL)
        return -1;
    if (!PyUnicode_Check(key))
        return wrong("keys must be strings");
    Py_ssize_t length = PyUnicode_GetLength(key);
    if (length <= in->longest && PyUnicode_AsUCS4(key, letters, MOST_LETTERS + 1, 0) == NULL)
        return -1;
    return length;
}

/* `_alike`: whether two words are spellings of one; -1 is an error. The similarity is rounded as that
 * of rapidfuzz. */
static int are_alike(const Input *in, const Py_UCS4 *one, Py_ssize_t rows, int64_t other)
{
    Py_UCS4 letters[MOST_LETTERS + 1];
    Py_ssize_t columns = letters_of(in, other, letters);
    if (columns < 0)
        return -1;
    if (rows > in->longest || columns > in->longest || rows + columns == 0)
        return 0;
    double both = (double)(rows + columns);
    Py_ssize_t shorter = rows < columns ? rows : columns;
    if (1.0 - (both - (double)(2 * shorter)) / both < in->ratio)
        return 0;
    size_t common = common_letters(one, (size_t)rows, letters, (size_t)columns);
    double similarity = 1.0 - (both - (double)(2 * common)) / both;
    return similarity >= in->ratio && similarity > 0;
}

/* `_replaced`: pair the words of a gap and add its edits. */
static int put_replaced(const Input *in, int64_t a0, int64_t a1, int64_t b0, int64_t b1, Changes *all)
{
    Py_UCS4 letters[MOST_LETTERS + 1];
    for (int64_t i = a0; i < a1 && b0 < b1; i++) {
        Py_ssize_t count = letters_of(in, in->a.ids[i], letters);
        if (count < 0)
            return -1;
        int64_t last = b1 - b0 < in->reach ? b1 : b0 + in->reach;
        for (int64_t j = b0; j < last; j++) {
            int alike = are_alike(in, letters, count, in->b.ids[j]);
            if (alike < 0)
                return -1;
            if (!alike)
                continue;
            if (((a0 < i || b0 < j) && put_rest(all, a0, i, b0, j) < 0)
                || put_change(all, VARIANT, i, i + 1, j, j + 1) < 0)
                return -1;
            a0 = i + 1;
            b0 = j + 1;
            break;
        }
    }
    return a0 < a1 || b0 < b1 ? put_rest(all, a0, a1, b0, b1) : 0;
}

/* Whether two words are spelt alike; -1 is an error. */
static int is_same(PyObject *one, PyObject *other)
{
    if (one == NULL || other == NULL)
        return -1;
    if (one == other)
        return 1;
    PyObject *equal = PyUnicode_RichCompare(one, other, Py_EQ);
    int same = equal == NULL ? -1 : equal == Py_True;
    if (equal == Py_NotImplemented)
        same = wrong("words must be strings");
    Py_XDECREF(equal);
    return same;
}

/* `_changes`: add all edits of a segment. */
static int find_changes(const Input *in, const Segment *segment, const Blocks *blocks, Changes *all)
{
    int64_t end_a = segment->a0, end_b = segment->b0;
    all->count = 0;
    for (size_t k = 0; k <= blocks->count; k++) {
        Block block = {segment->a1, segment->b1, 0};
        if (k < blocks->count)
            block = blocks->of[k];
        if (end_a < block.i && end_b < block.j) {
            if (put_replaced(in, end_a, block.i, end_b, block.j, all) < 0)
                return -1;
        } else if (end_a < block.i || end_b < block.j) {
            if (put_rest(all, end_a, block.i, end_b, block.j) < 0)
                return -1;
        }
        for (int64_t step = 0; step < block.length; step++) {
            int64_t i = block.i + step, j = block.j + step;
            int same = is_same(PyList_GetItem(in->a.words, (Py_ssize_t)i),
                               PyList_GetItem(in->b.words, (Py_ssize_t)j));
            if (same < 0 || (!same && put_change(all, FORM, i, i + 1, j, j + 1) < 0))
                return -1;
        }
        end_a = block.i + block.length;
        end_b = block.j + block.length;
    }
    return 0;
}

/* Return two offsets as a tuple. */
static PyObject *two(int64_t start, int64_t end)
{
    PyObject *made = tuple_of((int64_t[]){start, end}, 2);
    if (made != NULL)
        PyObject_GC_UnTrack(made); /* as the cycle collector does with tuples of numbers */
    return made;
}

/* `_spans`: return the offsets of a range of words of a passage whose first word is `begin`. */
static PyObject *span_of(const Article *article, int64_t first, int64_t last, int64_t begin)
{
    if (first < last)
        return two(article->starts[first], article->ends[last - 1]);
    int64_t place = first == begin ? article->starts[begin] : article->ends[first - 1];
    return two(place, place);
}

/* Return the edits of a segment as values. */
static PyObject *edits_of(const Input *in, const Segment *segment, const Changes *all)
{
    PyObject *made = PyTuple_New((Py_ssize_t)all->count);
    for (size_t k = 0; made != NULL && k < all->count; k++) {
        const Change *change = &all->of[k];
        int op = change->op;
        if (in->turned)
            op = op == INSERT ? DELETE : op == DELETE ? INSERT : op;
        PyObject *a = span_of(&in->a, change->a0, change->a1, segment->a0);
        PyObject *b = a == NULL ? NULL : span_of(&in->b, change->b0, change->b1, segment->b0);
        PyObject *fields[] = {Py_NewRef(in->ops[op]), in->turned ? b : a, in->turned ? a : b};
        PyObject *edit = make_leaf(&in->edit, fields);
        if (edit == NULL || PyTuple_SetItem(made, (Py_ssize_t)k, edit) < 0)
            Py_CLEAR(made);
    }
    return made;
}

#endif
