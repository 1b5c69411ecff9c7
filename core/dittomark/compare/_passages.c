/* Segments turned into passages with their edits, and their group numbers: the results of passages.py,
 * edits.py and numbers.py, which define the rules, in less time.
 * tests/core/compare/test_compiled_steps.py compares the two implementations. The headers follow edits.py
 * and numbers.py; here are the rules of passages.py, and the functions that Python calls.
 *
 * All tuned numbers are passed in from Python. What characters are (marks that close or open, borders of
 * grapheme clusters) is asked of Python too, with the few characters around an end.
 */

#include "_steps.h"
#include "_values.h"
#include "_blocks.h"
#include "_spelling.h"
#include "_drafts.h"
#include "_edits.h"
#include "_numbers.h"

/* Interface version: raised when results or arguments change; steps.py requires the same number. */
#define RULES 1

static const char *const PASSAGE[] = {"a", "b", "similarity", "kind", "weak", "edits", "group", NULL};

/* ---- passages (passages.py) ---- */

/* `_aligned_whole`: of two equal stretches make one block. */
static int align_whole(const Input *in, Segment *segment, Blocks *blocks)
{
    int64_t length = segment->a1 - segment->a0;
    if (segment->words == length || length != segment->b1 - segment->b0
        || memcmp(in->a.ids + segment->a0, in->b.ids + segment->b0, (size_t)length * sizeof(int64_t)))
        return 0;
    segment->words = length;
    blocks->count = 0;
    return put(blocks, segment->a0, segment->b0, length);
}

/* Ask a function of Python about characters of both texts; return its number, or -1 with an error. */
static int64_t ask(PyObject *function, const Article *a, int64_t a0, int64_t a1, const Article *b,
                   int64_t b0, int64_t b1)
{
    PyObject *one = PyUnicode_Substring(a->text, (Py_ssize_t)a0, (Py_ssize_t)a1);
    PyObject *other = PyUnicode_Substring(b->text, (Py_ssize_t)b0, (Py_ssize_t)b1);
    PyObject *answer = one == NULL || other == NULL
        ? NULL : PyObject_CallFunctionObjArgs(function, one, other, NULL);
    Py_XDECREF(one);
    Py_XDECREF(other);
    if (answer == NULL)
        return -1;
    int64_t number = PyLong_AsLongLong(answer);
    Py_DECREF(answer);
    if (number < 0 && !PyErr_Occurred())
        wrong("the marks around a passage must be a number of characters");
    return number < 0 ? -1 : number;
}

/* Whether there is a border of grapheme clusters at an offset, in any context; -1 is an error. */
static int is_border(const Input *in, const Article *article, int64_t offset)
{
    if (offset <= 0 || offset >= article->length)
        return 1;
    PyObject *two_characters = PyUnicode_Substring(article->text, (Py_ssize_t)offset - 1,
                                                   (Py_ssize_t)offset + 1);
    PyObject *answer = two_characters == NULL
        ? NULL : PyObject_CallFunctionObjArgs(in->apart, two_characters, NULL);
    Py_XDECREF(two_characters);
    int is = answer == NULL ? -1 : PyObject_IsTrue(answer);
    Py_XDECREF(answer);
    return is;
}

/* Return a place in an article, snapped to the borders of grapheme clusters. */
static PyObject *locus_of(const Input *in, const Article *article, int64_t start, int64_t end)
{
    long long first = start, last = end;
    int clear = is_border(in, article, start);
    if (clear > 0)
        clear = is_border(in, article, end);
    if (clear < 0)
        return NULL;
    if (!clear) {
        PyObject *snapped = PyObject_CallFunction(in->snap, "OLL", article->text, first, last);
        int read = snapped != NULL && PyTuple_Check(snapped)
            && PyArg_ParseTuple(snapped, "LL", &first, &last);
        if (!read && !PyErr_Occurred())
            PyErr_SetString(PyExc_TypeError, "a span must be a tuple");
        Py_XDECREF(snapped);
        if (!read)
            return NULL;
    }
    PyObject *fields[] = {PyLong_FromLong(article->number), PyLong_FromLongLong(first),
                          PyLong_FromLongLong(last)};
    return make_leaf(&in->locus, fields);
}

/* Return a number rounded to four digits as Python's `round` does; -1 is an error. */
static double rounded(double number)
{
    char *digits = PyOS_double_to_string(number, 'f', 4, 0, NULL);
    double value = digits == NULL ? -1.0 : PyOS_string_to_double(digits, NULL, NULL);
    PyMem_Free(digits);
    return value;
}

/* `draft`: return the passage of a segment, the fields of `Draft` in a tuple. */
static PyObject *draft_of(const Input *in, Segment *segment, Blocks *blocks, PyObject *weak,
                          Changes *all)
{
    const Article *a = &in->a, *b = &in->b;
    int64_t changed = 0, variants = 0;
    if (align_whole(in, segment, blocks) < 0 || find_changes(in, segment, blocks, all) < 0)
        return NULL;
    for (size_t k = 0; k < all->count; k++) {
        changed += all->of[k].op != FORM;
        variants += all->of[k].op == VARIANT;
    }
    int64_t total = segment->a1 - segment->a0 + segment->b1 - segment->b0;
    double similarity
        = rounded(2 * ((double)segment->words + in->variant * (double)variants) / (double)total);
    if (similarity < 0 && PyErr_Occurred())
        return NULL;
    PyObject *kind = !changed ? in->verbatim : similarity >= in->near_verbatim ? in->near : in->rewrite;
    int64_t start_a = a->starts[segment->a0], end_a = a->ends[segment->a1 - 1];
    int64_t start_b = b->starts[segment->b0], end_b = b->ends[segment->b1 - 1];
    int64_t after = 0, before = 0;
    if (end_a < a->length && end_b < b->length)
        after = ask(in->after, a, end_a, end_a + in->around_after, b, end_b, end_b + in->around_after);
    if (start_a > 0 && start_b > 0 && after >= 0)
        before = ask(in->before, a, start_a < in->around_before ? 0 : start_a - in->around_before,
                     start_a, b, start_b < in->around_before ? 0 : start_b - in->around_before, start_b);
    if (after < 0 || before < 0)
        return NULL;
    PyObject *one = locus_of(in, a, start_a - before, end_a + after);
    PyObject *other = one == NULL ? NULL : locus_of(in, b, start_b - before, end_b + after);
    PyObject *edits = other == NULL ? NULL : edits_of(in, segment, all);
    PyObject *draft = edits == NULL ? NULL
        : Py_BuildValue("OOdOOO", in->turned ? other : one, in->turned ? one : other, similarity, kind,
                        weak, edits);
    Py_XDECREF(one);
    Py_XDECREF(other);
    Py_XDECREF(edits);
    return draft;
}

/* Return the passages of all segments, a list of (segment, weak). */
static PyObject *drafts_of(const Input *in, PyObject *found)
{
    PyObject *answer = PyList_New(0);
    Changes all = {NULL, 0, 0};
    Blocks blocks = {NULL, 0, 0};
    for (Py_ssize_t k = 0; answer != NULL && k < PyList_Size(found); k++) {
        PyObject *one = Py_NewRef(PyList_GetItem(found, k)), *of, *weak;
        Segment segment;
        blocks.count = 0;
        if (!PyTuple_Check(one) || !PyArg_ParseTuple(one, "OO!", &of, &PyBool_Type, &weak)) {
            if (!PyErr_Occurred())
                wrong("a segment must be given with whether it is weak");
            Py_CLEAR(answer);
        } else if (read_segment(of, in->a.count, in->b.count, &segment, &blocks) < 0
                   || append(answer, draft_of(in, &segment, &blocks, weak, &all)) < 0) {
            Py_CLEAR(answer);
        }
        Py_DECREF(one);
    }
    PyMem_Free(all.of);
    PyMem_Free(blocks.of);
    return answer;
}

PyDoc_STRVAR(drafts_doc,
"drafts(a, b, numbers, keys, found, sizes, weights, asked, types, /)\n--\n\n"
"Return (a, b, similarity, kind, weak, edits) of the passage of every (segment, weak) of `found`.\n\n"
"a and b: (text, starts, ends, words, ids); numbers: of the articles; sizes, weights and asked: see\n"
"passages.py; types: the classes of a place and of an edit.");

static PyObject *drafts(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    PyObject *a, *b, *found, *locus, *edit, *answer = NULL;
    Input in;
    memset(&in, 0, sizeof in);
    if (!PyArg_ParseTuple(arguments, "O!O!(ll)O!O!(nnnn)(ddd)(OOOO)(OO):drafts", &PyTuple_Type, &a,
                          &PyTuple_Type, &b, &in.a.number, &in.b.number, &PyList_Type, &in.keys,
                          &PyList_Type, &found, &in.reach, &in.longest, &in.around_after,
                          &in.around_before, &in.ratio, &in.variant, &in.near_verbatim, &in.after,
                          &in.before, &in.apart, &in.snap, &locus, &edit))
        return NULL;
    in.turned = in.a.number > in.b.number;
    int64_t lexicon = PyList_Size(in.keys);
    if (in.longest < 0 || in.longest > MOST_LETTERS || in.around_after < 0 || in.around_after > 64
        || in.around_before < 0 || in.around_before > 64) {
        wrong("a size is out of range");
        return NULL;
    }
    if (read_article(a, lexicon, &in.a) == 0 && read_article(b, lexicon, &in.b) == 0
        && prepare_names(&in) == 0 && prepare_maker(&in.locus, locus, LOCUS) == 0
        && prepare_maker(&in.edit, edit, EDIT) == 0)
        answer = drafts_of(&in, found);
    release_input(&in);
    return answer;
}

/* ---- numbers ---- */

PyDoc_STRVAR(numbered_doc,
"numbered(drafts, passage, /)\n--\n\n"
"Return the drafts, a tuple, as values of class `passage` with their numbers, in reading order.");

static PyObject *numbered(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    PyObject *drafts, *type, *answer = NULL;
    Maker passage;
    if (!PyArg_ParseTuple(arguments, "O!O:numbered", &PyTuple_Type, &drafts, &type)
        || prepare_maker(&passage, type, PASSAGE) < 0)
        return NULL;
    size_t count = (size_t)PyTuple_Size(drafts), *number = NULL;
    Numbering work = {NULL, count, NULL, NULL, NULL, NULL, NULL, 0};
    if ((work.all = room_for(count, sizeof(Numbered))) != NULL
        && (work.entries = room_for(2 * count, sizeof(Entry))) != NULL
        && (work.shared = room_for(2 * count, sizeof(Shared))) != NULL
        && (work.next_weak = room_for(2 * count, sizeof(size_t))) != NULL
        && (work.open = room_for(2 * count, sizeof(size_t))) != NULL
        && (work.settled = room_for(count, sizeof(size_t))) != NULL
        && (number = room_for(count, sizeof(size_t))) != NULL && read_drafts(drafts, &work) == 0) {
        find_groups(&work);
        answer = passages_of(&work, drafts, &passage, number);
    }
    release_maker(&passage);
    PyMem_Free(work.all);
    PyMem_Free(work.entries);
    PyMem_Free(work.shared);
    PyMem_Free(work.next_weak);
    PyMem_Free(work.open);
    PyMem_Free(work.settled);
    PyMem_Free(number);
    return answer;
}

/* ---- the module ---- */

static PyMethodDef functions[] = {
    {"drafts", drafts, METH_VARARGS, drafts_doc},
    {"numbered", numbered, METH_VARARGS, numbered_doc},
    {NULL, NULL, 0, NULL},
};

COMPILED_STEPS(_passages, "Segments turned into passages, and their numbers, compiled.", functions)
