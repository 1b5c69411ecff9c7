/* Segments turned into passages with their edits, and their group numbers: the results of passages.py,
 * edits.py and numbers.py, which define the rules, in less time.
 * tests/core/compare/test_compiled_steps.py compares the two implementations.
 *
 * All tuned numbers are passed in from Python. What characters are (marks that close or open, borders of
 * grapheme clusters) is asked of Python too, with the few characters around an end.
 */

#include "_steps.h"
#include "_values.h"

/* Interface version: raised when results or arguments change; steps.py requires the same number. */
#define RULES 1

#define MOST_LETTERS 64 /* of a word that is compared by letters: the bits of one number */

static const char *const LOCUS[] = {"article", "start", "end", NULL};
static const char *const EDIT[] = {"op", "a", "b", NULL};
static const char *const PASSAGE[] = {"a", "b", "similarity", "kind", "weak", "edits", "group", NULL};

enum { REPLACE, INSERT, DELETE, VARIANT, FORM, OPS };
static const char *const OP_NAMES[] = {"replace", "insert", "delete", "variant", "form"};

/* One of the two articles. */
typedef struct {
    PyObject *text, *words; /* a str and a list of str */
    Py_buffer starts_buffer, ends_buffer, ids_buffer;
    const int64_t *starts, *ends, *ids;
    int64_t count, length; /* words; code points of the text */
    long number;           /* in the comparison */
} Article;

/* `length` equal words, from word i of one article and word j of the other. */
typedef struct {
    int64_t i, j, length;
} Block;

/* An edit between two ranges of words. */
typedef struct {
    int op;
    int64_t a0, a1, b0, b1;
} Change;

typedef struct {
    Change *of;
    size_t count, room;
} Changes;

typedef struct {
    Article a, b;
    PyObject *keys;                           /* of every id, a list of str */
    PyObject *after, *before, *apart, *snap;  /* asked about characters */
    Py_ssize_t around_after, around_before;   /* characters that are handed to `after` and `before` */
    Py_ssize_t reach, longest;                /* see edits.py */
    double ratio, variant, near_verbatim;     /* see edits.py and passages.py */
    int turned;
    PyObject *ops[OPS], *verbatim, *near, *rewrite;
    Maker locus, edit;
} Input;

typedef struct {
    int64_t a0, a1, b0, b1, words;
    Block *blocks;
    size_t count, room;
} Segment;

/* ---- edits (edits.py) ---- */

static int put(Changes *all, int op, int64_t a0, int64_t a1, int64_t b0, int64_t b1)
{
    if (all->count == all->room) {
        size_t wanted = 2 * all->room + 64;
        Change *larger = PyMem_Realloc(all->of, wanted * sizeof *larger);
        if (larger == NULL) {
            PyErr_NoMemory();
            return -1;
        }
        all->of = larger;
        all->room = wanted;
    }
    all->of[all->count++] = (Change){op, a0, a1, b0, b1};
    return 0;
}

/* `_rest`: the edit between two ranges of which at least one is not empty. */
static int put_rest(Changes *all, int64_t a0, int64_t a1, int64_t b0, int64_t b1)
{
    return put(all, a0 == a1 ? INSERT : b0 == b1 ? DELETE : REPLACE, a0, a1, b0, b1);
}

/* The length of the longest common subsequence of two words of at most 64 letters (Hyyrö 2004). */
static int common_letters(const Py_UCS4 *one, Py_ssize_t rows, const Py_UCS4 *other, Py_ssize_t columns)
{
    uint64_t left = ~(uint64_t)0; /* a bit for each letter of `one`: 0 where the subsequence grows */
    int common = 0;
    for (Py_ssize_t k = 0; k < columns; k++) {
        uint64_t met = 0;
        for (Py_ssize_t row = 0; row < rows; row++)
            met |= (uint64_t)(one[row] == other[k]) << row;
        uint64_t both = left & met;
        left = (left + both) | (left - both);
    }
    for (Py_ssize_t row = 0; row < rows; row++)
        common += !(left >> row & 1);
    return common;
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
    int common = common_letters(one, rows, letters, columns);
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
                || put(all, VARIANT, i, i + 1, j, j + 1) < 0)
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
static int find_changes(const Input *in, const Segment *segment, Changes *all)
{
    int64_t end_a = segment->a0, end_b = segment->b0;
    all->count = 0;
    for (size_t k = 0; k <= segment->count; k++) {
        Block block = {segment->a1, segment->b1, 0};
        if (k < segment->count)
            block = segment->blocks[k];
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
            if (same < 0 || (!same && put(all, FORM, i, i + 1, j, j + 1) < 0))
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
    PyObject *made = PyTuple_New(2);
    if (made == NULL)
        return NULL;
    PyObject *first = PyLong_FromLongLong(start), *last = PyLong_FromLongLong(end);
    if (first == NULL || last == NULL) {
        Py_XDECREF(first);
        Py_XDECREF(last);
        Py_DECREF(made);
        return NULL;
    }
    PyTuple_SetItem(made, 0, first); /* cannot fail: the tuple is new */
    PyTuple_SetItem(made, 1, last);
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

/* ---- passages (passages.py) ---- */

/* `_aligned_whole`: of two equal stretches make one block. */
static void align_whole(const Input *in, Segment *segment)
{
    int64_t length = segment->a1 - segment->a0;
    if (segment->words == length || length != segment->b1 - segment->b0
        || memcmp(in->a.ids + segment->a0, in->b.ids + segment->b0, (size_t)length * sizeof(int64_t)))
        return;
    segment->blocks[0] = (Block){segment->a0, segment->b0, length};
    segment->count = 1;
    segment->words = length;
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
static PyObject *draft_of(const Input *in, Segment *segment, PyObject *weak, Changes *all)
{
    const Article *a = &in->a, *b = &in->b;
    int64_t changed = 0, variants = 0;
    align_whole(in, segment);
    if (find_changes(in, segment, all) < 0)
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

/* ---- reading what is passed in ---- */

/* Read an article: (text, starts, ends, words, ids). Its buffers are released with `release_article`. */
static int read_article(PyObject *from, int64_t lexicon, Article *article)
{
    if (!PyArg_ParseTuple(from, "O!y*y*O!y*", &PyUnicode_Type, &article->text, &article->starts_buffer,
                          &article->ends_buffer, &PyList_Type, &article->words, &article->ids_buffer)) {
        /* what was read before the error has been released by Python */
        article->starts_buffer.obj = article->ends_buffer.obj = article->ids_buffer.obj = NULL;
        return -1;
    }
    article->starts = article->starts_buffer.buf;
    article->ends = article->ends_buffer.buf;
    article->ids = article->ids_buffer.buf;
    article->count = article->ids_buffer.len / (Py_ssize_t)sizeof(int64_t);
    article->length = PyUnicode_GetLength(article->text);
    if (!is_wide(&article->starts_buffer) || !is_wide(&article->ends_buffer)
        || !is_wide(&article->ids_buffer) || article->starts_buffer.len != article->ids_buffer.len
        || article->ends_buffer.len != article->ids_buffer.len
        || PyList_Size(article->words) != article->count)
        return wrong("words must have as many ids, starts and ends, of 64 bits");
    for (int64_t k = 0; k < article->count; k++)
        if (article->ids[k] < 0 || article->ids[k] >= lexicon || article->starts[k] < 0
            || article->ends[k] < article->starts[k] || article->ends[k] > article->length)
            return wrong("an id or an offset is out of range");
    return 0;
}

static void release_article(Article *article)
{
    if (article->starts_buffer.obj != NULL)
        PyBuffer_Release(&article->starts_buffer);
    if (article->ends_buffer.obj != NULL)
        PyBuffer_Release(&article->ends_buffer);
    if (article->ids_buffer.obj != NULL)
        PyBuffer_Release(&article->ids_buffer);
}

/* Read a segment, (a, b, blocks, bits, words); its blocks must follow each other inside it. */
static int read_segment(const Input *in, PyObject *from, Segment *segment)
{
    long long a0, a1, b0, b1, words;
    double bits;
    PyObject *blocks;
    if (!PyTuple_Check(from)
        || !PyArg_ParseTuple(from, "(LL)(LL)O!dL", &a0, &a1, &b0, &b1, &PyTuple_Type, &blocks, &bits,
                             &words))
        return PyErr_Occurred() ? -1 : wrong("a segment must be a tuple");
    if (a0 < 0 || a1 <= a0 || a1 > in->a.count || b0 < 0 || b1 <= b0 || b1 > in->b.count || words < 0)
        return wrong("a segment must lie in the articles");
    size_t count = (size_t)PyTuple_Size(blocks);
    if (count + 1 > segment->room) {
        PyMem_Free(segment->blocks);
        segment->room = 0;
        segment->blocks = room_for(2 * count + 16, sizeof(Block));
        if (segment->blocks == NULL)
            return -1;
        segment->room = 2 * count + 16;
    }
    segment->a0 = a0;
    segment->a1 = a1;
    segment->b0 = b0;
    segment->b1 = b1;
    segment->words = words;
    segment->count = count;
    for (size_t k = 0; k < count; k++) {
        long long i, j, length;
        PyObject *block = PyTuple_GetItem(blocks, (Py_ssize_t)k);
        if (!PyTuple_Check(block) || !PyArg_ParseTuple(block, "LLL", &i, &j, &length))
            return PyErr_Occurred() ? -1 : wrong("a block must be a tuple");
        if (length < 1 || i < a0 || j < b0 || i > a1 || j > b1 || length > a1 - i || length > b1 - j)
            return wrong("blocks must follow each other inside a segment");
        segment->blocks[k] = (Block){i, j, length};
        a0 = i + length;
        b0 = j + length;
    }
    return 0;
}

static void release_input(Input *in)
{
    release_article(&in->a);
    release_article(&in->b);
    for (int op = 0; op < OPS; op++)
        Py_XDECREF(in->ops[op]);
    Py_XDECREF(in->verbatim);
    Py_XDECREF(in->near);
    Py_XDECREF(in->rewrite);
    release_maker(&in->locus);
    release_maker(&in->edit);
}

static int prepare_names(Input *in)
{
    for (int op = 0; op < OPS; op++)
        if ((in->ops[op] = PyUnicode_InternFromString(OP_NAMES[op])) == NULL)
            return -1;
    in->verbatim = PyUnicode_InternFromString("verbatim");
    in->near = PyUnicode_InternFromString("near_verbatim");
    in->rewrite = PyUnicode_InternFromString("rewrite");
    return in->verbatim == NULL || in->near == NULL || in->rewrite == NULL ? -1 : 0;
}

/* Return the passages of all segments, a list of (segment, weak). */
static PyObject *drafts_of(const Input *in, PyObject *found)
{
    PyObject *answer = PyList_New(0);
    Changes all = {NULL, 0, 0};
    Segment segment = {0, 0, 0, 0, 0, NULL, 0, 0};
    for (Py_ssize_t k = 0; answer != NULL && k < PyList_Size(found); k++) {
        PyObject *one = Py_NewRef(PyList_GetItem(found, k)), *of, *weak;
        if (!PyTuple_Check(one) || !PyArg_ParseTuple(one, "OO!", &of, &PyBool_Type, &weak)) {
            if (!PyErr_Occurred())
                wrong("a segment must be given with whether it is weak");
            Py_CLEAR(answer);
        } else if (read_segment(in, of, &segment) < 0
                   || append(answer, draft_of(in, &segment, weak, &all)) < 0) {
            Py_CLEAR(answer);
        }
        Py_DECREF(one);
    }
    PyMem_Free(all.of);
    PyMem_Free(segment.blocks);
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

/* ---- numbers (numbers.py) ---- */

/* One side of a passage. */
typedef struct {
    int64_t article, start, end;
} Place;

/* A passage: its two places, its similarity, its index in the list passed in, and its group. */
typedef struct {
    Place side[2];
    double similarity;
    size_t index;
    size_t group; /* the index of a passage of this order */
    int weak, summary;
} Numbered;

/* A place of one or more passages: the first strong one, and all weak ones, chained by `next_weak`. */
typedef struct {
    Place place;
    size_t strong, weak; /* of this order; NONE if there is none */
} Shared;

#define NONE ((size_t)-1)

static int compare_places(const Place *one, const Place *other)
{
    if (one->article != other->article)
        return one->article < other->article ? -1 : 1;
    if (one->start != other->start)
        return one->start < other->start ? -1 : 1;
    return (one->end > other->end) - (one->end < other->end);
}

/* In reading order, the most similar first, else as passed in. */
static int compare_numbered(const void *one, const void *other)
{
    const Numbered *x = one, *y = other;
    int order = compare_places(&x->side[0], &y->side[0]);
    if (order == 0)
        order = compare_places(&x->side[1], &y->side[1]);
    if (order == 0)
        order = (x->similarity < y->similarity) - (x->similarity > y->similarity);
    return order ? order : (x->index > y->index) - (x->index < y->index);
}

typedef struct {
    Place place;
    size_t passage, side;
} Entry;

static int compare_entries(const void *one, const void *other)
{
    const Entry *x = one, *y = other;
    int order = compare_places(&x->place, &y->place);
    if (order == 0)
        order = (x->passage > y->passage) - (x->passage < y->passage);
    return order ? order : (x->side > y->side) - (x->side < y->side);
}

/* The representative of a passage among those that are the same text: the first of them. */
static size_t find(Numbered *all, size_t k)
{
    while (all[k].group != k) {
        all[k].group = all[all[k].group].group;
        k = all[k].group;
    }
    return k;
}

static void join(Numbered *all, size_t one, size_t other)
{
    one = find(all, one);
    other = find(all, other);
    if (one < other)
        all[other].group = one;
    else
        all[one].group = other;
}

static int overlaps(const Place *one, const Place *other)
{
    int64_t end = one->end < other->end ? one->end : other->end;
    int64_t sizes[] = {one->end - one->start, other->end - other->start};
    return 2 * (end - one->start) > (sizes[0] > sizes[1] ? sizes[0] : sizes[1]);
}

typedef struct {
    Numbered *all;
    size_t count;
    Entry *entries;      /* the places of all passages but summaries, in order */
    Shared *shared;      /* each place once, in order */
    size_t *next_weak;   /* of every entry, the next weak passage at its place */
    size_t *open;        /* places that later ones may overlap */
    size_t *settled;     /* of every weak passage, the group it takes, or NONE */
    size_t places;
} Numbers;

/* Find the places of all passages; strong passages at one place are the same text. */
static void find_places(Numbers *work)
{
    size_t count = 0;
    for (size_t k = 0; k < work->count; k++)
        for (size_t side = 0; side < 2 && !work->all[k].summary; side++)
            work->entries[count++] = (Entry){work->all[k].side[side], k, side};
    if (count > 1)
        qsort(work->entries, count, sizeof(Entry), compare_entries);
    size_t last_weak = NONE;
    for (size_t e = 0; e < count; e++) {
        const Entry *entry = &work->entries[e];
        if (e == 0 || compare_places(&entry->place, &work->entries[e - 1].place)) {
            work->shared[work->places++] = (Shared){entry->place, NONE, NONE};
            last_weak = NONE;
        }
        Shared *here = &work->shared[work->places - 1];
        work->next_weak[e] = NONE;
        if (work->all[entry->passage].weak) {
            if (last_weak == NONE)
                here->weak = e;
            else
                work->next_weak[last_weak] = e;
            last_weak = e;
        } else if (here->strong == NONE) {
            here->strong = entry->passage;
        } else {
            join(work->all, entry->passage, here->strong);
        }
    }
}

/* Let the weak passages at a place take the number of a strong one, if they have none yet. */
static void settle(Numbers *work, const Shared *weak, const Shared *strong)
{
    for (size_t e = weak->weak; e != NONE; e = work->next_weak[e])
        if (work->settled[work->entries[e].passage] == NONE)
            work->settled[work->entries[e].passage] = find(work->all, strong->strong);
}

/* `_overlapping`: visit the pairs of places that overlap by more than half of the longer one; join
 * strong ones, or let weak ones take the number of strong ones. */
static void find_overlaps(Numbers *work, int weak)
{
    size_t open = 0;
    for (size_t k = 0; k < work->places; k++) {
        const Shared *here = &work->shared[k];
        if (!weak && here->strong == NONE)
            continue;
        size_t kept = 0;
        for (size_t o = 0; o < open; o++) {
            const Place *other = &work->shared[work->open[o]].place;
            if (other->article == here->place.article && other->end > here->place.start)
                work->open[kept++] = work->open[o];
        }
        open = kept;
        work->open[open++] = k;
        for (size_t o = 0; o < open; o++) {
            const Shared *other = &work->shared[work->open[o]];
            if (!overlaps(&here->place, &other->place))
                continue;
            if (!weak) {
                join(work->all, here->strong, other->strong);
                continue;
            }
            if (here->weak != NONE && other->strong != NONE)
                settle(work, here, other);
            if (other->weak != NONE && here->strong != NONE && other != here)
                settle(work, other, here);
        }
    }
}

/* `number_groups`: give every passage its group: the first passage of that text. */
static void find_groups(Numbers *work)
{
    if (work->count > 1)
        qsort(work->all, work->count, sizeof(Numbered), compare_numbered);
    int any_weak = 0;
    for (size_t k = 0; k < work->count; k++) {
        work->all[k].group = k;
        work->settled[k] = NONE;
        any_weak |= work->all[k].weak;
    }
    find_places(work);
    find_overlaps(work, 0);
    if (any_weak)
        find_overlaps(work, 1);
    for (size_t k = 0; k < work->count; k++)
        if (!work->all[k].weak)
            work->settled[k] = find(work->all, k);
        else if (work->settled[k] == NONE)
            work->settled[k] = k;
}

/* Read a place by its attributes. */
static int read_place(PyObject *from, Place *place)
{
    int64_t *numbers[] = {&place->article, &place->start, &place->end};
    for (int k = 0; k < 3; k++) {
        PyObject *number = PyObject_GetAttrString(from, LOCUS[k]);
        if (number == NULL)
            return -1;
        *numbers[k] = PyLong_AsLongLong(number);
        Py_DECREF(number);
        if (*numbers[k] == -1 && PyErr_Occurred())
            return -1;
        if (*numbers[k] < 0 || *numbers[k] > INT64_MAX / 4)
            return wrong("a place is out of range");
    }
    return 0;
}

/* Read all drafts: (a, b, similarity, kind, weak, edits). */
static int read_drafts(PyObject *drafts, Numbers *work)
{
    for (size_t k = 0; k < work->count; k++) {
        PyObject *draft = PyTuple_GetItem(drafts, (Py_ssize_t)k), *a, *b, *kind, *edits;
        Numbered *one = &work->all[k];
        if (!PyTuple_Check(draft)
            || !PyArg_ParseTuple(draft, "OOdUpO", &a, &b, &one->similarity, &kind, &one->weak, &edits))
            return PyErr_Occurred() ? -1 : wrong("a draft must be a tuple");
        one->index = k;
        one->summary = PyUnicode_CompareWithASCIIString(kind, "summary") == 0;
        if (read_place(a, &one->side[0]) < 0 || read_place(b, &one->side[1]) < 0)
            return -1;
    }
    return 0;
}

/* Return the passages in order, with their numbers: strong ones are numbered first. */
static PyObject *passages_of(const Numbers *work, PyObject *drafts, const Maker *passage, size_t *number)
{
    size_t numbers = 0;
    for (int weak = 0; weak < 2; weak++)
        for (size_t k = 0; k < work->count; k++)
            if ((work->all[k].weak != 0) == weak && number[work->settled[k]] == 0)
                number[work->settled[k]] = ++numbers;
    PyObject *answer = PyTuple_New((Py_ssize_t)work->count);
    for (size_t k = 0; answer != NULL && k < work->count; k++) {
        PyObject *draft = PyTuple_GetItem(drafts, (Py_ssize_t)work->all[k].index);
        PyObject *fields[MOST_FIELDS];
        for (Py_ssize_t field = 0; field < 6; field++)
            fields[field] = Py_NewRef(PyTuple_GetItem(draft, field));
        fields[6] = PyLong_FromSize_t(number[work->settled[k]]);
        PyObject *made = make_value(passage, fields);
        if (made == NULL || PyTuple_SetItem(answer, (Py_ssize_t)k, made) < 0)
            Py_CLEAR(answer);
    }
    return answer;
}

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
    Numbers work = {NULL, count, NULL, NULL, NULL, NULL, NULL, 0};
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
