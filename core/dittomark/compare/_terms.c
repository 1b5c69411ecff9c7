/* Rare words that two articles share: results of terms.py, which defines the rules, in less time.
 * tests/core/compare/test_compiled_steps.py compares the two implementations.
 */

#include "_steps.h"

/* Interface version: raised when results or arguments change; steps.py requires the same number. */
#define RULES 2

#define MOST ((size_t)1 << 30) /* most words, and ids: no product of two overflows */
#define SPREAD 0x9E3779B97F4A7C15u /* 2^64 over the golden ratio */

/* An article: the ids of its words. */
typedef struct {
    const int64_t *ids;
    size_t count;
} Article;

static int read_article(const Py_buffer *ids, size_t lexicon, Article *article)
{
    article->ids = ids->buf;
    article->count = (size_t)ids->len / sizeof(int64_t);
    if (!is_wide(ids) || article->count > MOST || lexicon > MOST)
        return wrong("an article is too long, or its ids are not numbers of 64 bits");
    for (size_t k = 0; k < article->count; k++)
        if (article->ids[k] < 0 || (uint64_t)article->ids[k] >= lexicon)
            return wrong("a word is out of range");
    return 0;
}

/* ---- words that are rare ---- */

/* Add each rare word to the list of words of both articles, of a only, or of b only. */
static int part(Article a, Article b, const double *bits, size_t lexicon, Py_ssize_t most_places,
                double least_bits, PyObject *lists[3])
{
    Py_ssize_t *in_a = room_for(lexicon, sizeof *in_a), *in_b = room_for(lexicon, sizeof *in_b);
    int failed = in_a == NULL || in_b == NULL;
    for (size_t k = 0; !failed && k < a.count; k++)
        in_a[a.ids[k]]++;
    for (size_t k = 0; !failed && k < b.count; k++)
        in_b[b.ids[k]]++;
    for (size_t word = 0; !failed && word < lexicon; word++) {
        if (in_a[word] > most_places || in_b[word] > most_places || !(bits[word] >= least_bits)
            || in_a[word] + in_b[word] == 0)
            continue;
        PyObject *list = lists[in_b[word] == 0 ? 1 : in_a[word] == 0 ? 2 : 0];
        failed = append(list, PyLong_FromSize_t(word));
    }
    PyMem_Free(in_a);
    PyMem_Free(in_b);
    return failed ? -1 : 0;
}

PyDoc_STRVAR(rare_doc,
"rare(ids_a, ids_b, bits, most_places, least_bits, /)\n--\n\n"
"Return the rare words of both articles, of a alone, and of b alone.");

static PyObject *rare(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    Py_buffer ids_a, ids_b, bits;
    Py_ssize_t most_places;
    double least_bits;
    Article a, b;
    int failed = 1;
    if (!PyArg_ParseTuple(arguments, "y*y*y*nd:rare", &ids_a, &ids_b, &bits, &most_places, &least_bits))
        return NULL;
    size_t lexicon = (size_t)bits.len / sizeof(double);
    PyObject *lists[3] = {PyList_New(0), PyList_New(0), PyList_New(0)};
    if (lists[0] != NULL && lists[1] != NULL && lists[2] != NULL
        && read_article(&ids_a, lexicon, &a) == 0 && read_article(&ids_b, lexicon, &b) == 0) {
        if (!is_wide(&bits))
            wrong("bits must be numbers of 64 bits");
        else
            failed = part(a, b, bits.buf, lexicon, most_places, least_bits, lists) < 0;
    }
    PyBuffer_Release(&ids_a);
    PyBuffer_Release(&ids_b);
    PyBuffer_Release(&bits);
    if (!failed)
        return Py_BuildValue("NNN", lists[0], lists[1], lists[2]);
    for (int k = 0; k < 3; k++)
        Py_XDECREF(lists[k]);
    return NULL;
}

/* ---- sequences of words ---- */

/* A sequence of words, a pair or a term, with its number of occurrences in each article. */
typedef struct {
    const int64_t *words;
    size_t length; /* 0: an empty slot */
    size_t in[2];
    PyObject *places[2];
} Row;

/* A table of sequences, in open addressing. */
typedef struct {
    Row *slots;
    size_t capacity;
} Rows;

/* Allocate a table for this number of sequences. */
static int make_table(Rows *rows, size_t count)
{
    rows->capacity = 16;
    while (rows->capacity < 2 * count)
        rows->capacity *= 2;
    rows->slots = room_for(rows->capacity, sizeof(Row));
    return rows->slots == NULL ? -1 : 0;
}

static void let_go(Rows *rows)
{
    for (size_t k = 0; rows->slots != NULL && k < rows->capacity; k++) {
        Py_XDECREF(rows->slots[k].places[0]);
        Py_XDECREF(rows->slots[k].places[1]);
    }
    PyMem_Free(rows->slots);
}

static Row *slot_of(const Rows *rows, const int64_t *words, size_t length)
{
    uint64_t hash = length;
    for (size_t k = 0; k < length; k++)
        hash = (hash ^ (uint64_t)words[k]) * SPREAD;
    for (size_t at = (size_t)(hash >> 32);; at++) {
        Row *slot = &rows->slots[at & (rows->capacity - 1)];
        if (slot->length == 0
            || (slot->length == length && memcmp(slot->words, words, length * sizeof *words) == 0))
            return slot;
    }
}

static void count_row(const Rows *rows, const int64_t *words, size_t length, int side)
{
    Row *slot = slot_of(rows, words, length);
    slot->words = words;
    slot->length = length;
    slot->in[side]++;
}

/* Working memory: for each word of an article, the length of the sequence that begins there; 1 for
 * a single word, 0 for a word inside a sequence, or one that is not shared. */
typedef struct {
    Article articles[2];
    char *wanted; /* ids */
    const double *bits;
    size_t lexicon, longest;
    Rows pairs, rows;
    size_t *rows_at[2];
} Work;

static int is_wanted(const Work *work, int side, size_t place)
{
    return work->wanted[work->articles[side].ids[place]];
}

/* Count the pairs of adjacent shared words. */
static int find_pairs(Work *work)
{
    for (int pass = 0; pass < 2; pass++) { /* their number, and their ids */
        size_t count = 0;
        for (int side = 0; side < 2; side++)
            for (size_t k = 1; k < work->articles[side].count; k++)
                if (is_wanted(work, side, k - 1) && is_wanted(work, side, k)) {
                    count++;
                    if (pass)
                        count_row(&work->pairs, work->articles[side].ids + k - 1, 2, side);
                }
        if (!pass && make_table(&work->pairs, count) < 0)
            return -1;
    }
    return 0;
}

/* Find the longest sequences of words that both articles join. */
static int find_rows(Work *work)
{
    size_t count = 0;
    for (int side = 0; side < 2; side++) {
        const Article *article = &work->articles[side];
        size_t *rows = work->rows_at[side] = room_for(article->count, sizeof *rows);
        size_t begin = 0, length = 0;
        if (rows == NULL)
            return -1;
        for (size_t k = 0; k < article->count; k++) {
            if (!is_wanted(work, side, k)) {
                length = 0;
                continue;
            }
            if (length) {
                const Row *pair = slot_of(&work->pairs, article->ids + k - 1, 2);
                if (length == work->longest || !pair->in[0] || !pair->in[1])
                    length = 0;
            }
            begin = length ? begin : k;
            rows[begin] = ++length;
            count += length == 2;
        }
    }
    if (make_table(&work->rows, count) < 0)
        return -1;
    for (int side = 0; side < 2; side++)
        for (size_t k = 0; k < work->articles[side].count; k++)
            if (work->rows_at[side][k] > 1)
                count_row(&work->rows, work->articles[side].ids + k, work->rows_at[side][k], side);
    return 0;
}

static PyObject *term_of(double rank, PyObject *in_a, PyObject *in_b, size_t length)
{
    return Py_BuildValue("dOOnO", rank, in_a, in_b, (Py_ssize_t)length, Py_False);
}

/* Add the sequences that both articles have; those of one article only are split into words. */
static int add_rows(Work *work, PyObject *answer)
{
    for (int side = 0; side < 2; side++) {
        const Article *article = &work->articles[side];
        size_t *rows = work->rows_at[side], length;
        for (size_t k = 0; k < article->count; k += length) {
            length = rows[k] ? rows[k] : 1;
            if (length == 1)
                continue;
            Row *row = slot_of(&work->rows, article->ids + k, length);
            if (!row->in[0] || !row->in[1]) {
                for (size_t step = 0; step < length; step++)
                    rows[k + step] = 1;
                continue;
            }
            if (row->places[side] == NULL && (row->places[side] = PyList_New(0)) == NULL)
                return -1;
            if (append(row->places[side], PyLong_FromSize_t(k)) < 0)
                return -1;
        }
    }
    for (size_t k = 0; k < work->rows.capacity; k++) {
        const Row *row = &work->rows.slots[k];
        if (row->places[0] == NULL || row->places[1] == NULL)
            continue;
        double most = work->bits[row->words[0]];
        for (size_t step = 1; step < row->length; step++)
            most = work->bits[row->words[step]] > most ? work->bits[row->words[step]] : most;
        if (append(answer, term_of(-(most + (double)row->length), row->places[0], row->places[1],
                                   row->length)) < 0)
            return -1;
    }
    return 0;
}

/* ---- single words ---- */

/* A word of both articles: its bits, and its first place. */
typedef struct {
    double bits;
    size_t first;
    int64_t word;
} Single;

static int compare_singles(const void *one, const void *other)
{
    const Single *x = one, *y = other;
    if (x->bits != y->bits) /* none is NaN: the order would be none */
        return x->bits > y->bits ? -1 : 1;
    return (x->first > y->first) - (x->first < y->first);
}

/* Add the rarest single words of both articles, at most `most`. */
static int add_singles(Work *work, size_t most, PyObject *answer)
{
    size_t *met = room_for(work->lexicon, sizeof *met); /* per word: first place in a, from 1 */
    Single *singles = room_for(work->lexicon, sizeof *singles);
    PyObject **places = room_for(2 * work->lexicon, sizeof *places);
    size_t count = 0;
    int failed = met == NULL || singles == NULL || places == NULL;
    for (size_t k = work->articles[0].count; !failed && k-- > 0;)
        if (work->rows_at[0][k] == 1)
            met[work->articles[0].ids[k]] = k + 1;
    for (size_t k = 0; !failed && k < work->articles[1].count; k++) {
        int64_t word = work->articles[1].ids[k];
        if (work->rows_at[1][k] != 1 || !met[word])
            continue;
        if (work->bits[word] != work->bits[word]) {
            failed = wrong("bits must be numbers");
            break;
        }
        singles[count++] = (Single){work->bits[word], met[word] - 1, word};
        met[word] = 0; /* once */
    }
    if (!failed)
        qsort(singles, count, sizeof *singles, compare_singles);
    count = count < most ? count : most;
    for (size_t k = 0; !failed && k < 2 * count; k++) {
        PyObject **list = &places[2 * (size_t)singles[k / 2].word + k % 2];
        failed = (*list = PyList_New(0)) == NULL;
    }
    for (int side = 0; side < 2; side++)
        for (size_t k = 0; !failed && k < work->articles[side].count; k++) {
            PyObject *list = places[2 * (size_t)work->articles[side].ids[k] + (size_t)side];
            if (work->rows_at[side][k] == 1 && list != NULL)
                failed = append(list, PyLong_FromSize_t(k));
        }
    for (size_t k = 0; !failed && k < count; k++) {
        PyObject **of_word = &places[2 * (size_t)singles[k].word];
        failed = append(answer, term_of(-singles[k].bits - 1, of_word[0], of_word[1], 1));
    }
    for (size_t k = 0; places != NULL && singles != NULL && k < 2 * count; k++)
        Py_XDECREF(places[2 * (size_t)singles[k / 2].word + k % 2]);
    PyMem_Free(places);
    PyMem_Free(singles);
    PyMem_Free(met);
    return failed ? -1 : 0;
}

PyDoc_STRVAR(exact_doc,
"exact(ids_a, ids_b, wanted, bits, longest, most, /)\n--\n\n"
"Return (rank, places in a, places in b, words, False) of the terms that both have, of `wanted` ids.\n\n"
"Words in a row are one term, of `longest` words at most; of single words `most` come back.");

/* Mark the ids of a list. */
static int read_wanted(Work *work, PyObject *list)
{
    work->wanted = room_for(work->lexicon, 1);
    if (work->wanted == NULL)
        return -1;
    for (Py_ssize_t k = 0; k < PyList_Size(list); k++) {
        size_t word = PyLong_AsSize_t(PyList_GetItem(list, k));
        if (PyErr_Occurred())
            return -1;
        if (word >= work->lexicon)
            return wrong("a word is out of range");
        work->wanted[word] = 1;
    }
    return 0;
}

static PyObject *exact(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    Py_buffer ids_a, ids_b, bits;
    Py_ssize_t longest, most;
    PyObject *wanted, *answer = NULL;
    Work work;
    memset(&work, 0, sizeof work);
    if (!PyArg_ParseTuple(arguments, "y*y*O!y*nn:exact", &ids_a, &ids_b, &PyList_Type, &wanted, &bits,
                          &longest, &most))
        return NULL;
    work.lexicon = (size_t)bits.len / sizeof(double);
    work.longest = (size_t)longest;
    work.bits = bits.buf;
    if (read_article(&ids_a, work.lexicon, &work.articles[0]) == 0
        && read_article(&ids_b, work.lexicon, &work.articles[1]) == 0
        && read_wanted(&work, wanted) == 0) {
        if (!is_wide(&bits) || longest < 1 || most < 0)
            wrong("a size is out of range");
        else
            answer = PyList_New(0);
    }
    if (answer != NULL
        && (find_pairs(&work) < 0 || find_rows(&work) < 0 || add_rows(&work, answer) < 0
            || add_singles(&work, (size_t)most, answer) < 0))
        Py_CLEAR(answer);
    let_go(&work.pairs);
    let_go(&work.rows);
    PyMem_Free(work.rows_at[0]);
    PyMem_Free(work.rows_at[1]);
    PyMem_Free(work.wanted);
    PyBuffer_Release(&ids_a);
    PyBuffer_Release(&ids_b);
    PyBuffer_Release(&bits);
    return answer;
}

/* ---- offsets of terms ---- */

static PyObject *pair_of(int64_t one, int64_t other)
{
    PyObject *made = PyTuple_New(2), *start = PyLong_FromLongLong(one), *end = PyLong_FromLongLong(other);
    if (made == NULL || start == NULL || end == NULL) {
        Py_XDECREF(made);
        Py_XDECREF(start);
        Py_XDECREF(end);
        return NULL;
    }
    PyTuple_SetItem(made, 0, start);
    PyTuple_SetItem(made, 1, end);
    return made;
}

/* The offsets of the places of one term, of `words` words each. */
static PyObject *spans_of(const Article *starts, const Article *ends, PyObject *places, Py_ssize_t words)
{
    if (!PyList_Check(places) || words < 1) {
        wrong("a term must have places and words");
        return NULL;
    }
    PyObject *found = PyTuple_New(PyList_Size(places));
    for (Py_ssize_t k = 0; found != NULL && k < PyTuple_Size(found); k++) {
        Py_ssize_t first = PyLong_AsSsize_t(PyList_GetItem(places, k));
        PyObject *span = NULL;
        if (first < 0 || words > (Py_ssize_t)starts->count - first) {
            if (!PyErr_Occurred())
                wrong("a place is out of range");
        } else {
            span = pair_of(starts->ids[first], ends->ids[first + words - 1]);
        }
        if (span == NULL || PyTuple_SetItem(found, k, span) < 0)
            Py_CLEAR(found);
    }
    return found;
}

PyDoc_STRVAR(spans_doc,
"spans(starts, ends, terms, /)\n--\n\n"
"Return the offsets of the places of every term: (first words, how many words it has).");

static PyObject *spans(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    Py_buffer starts, ends;
    Article of_starts, of_ends;
    PyObject *terms, *answer = NULL;
    if (!PyArg_ParseTuple(arguments, "y*y*O!:spans", &starts, &ends, &PyList_Type, &terms))
        return NULL;
    if (read_article(&starts, MOST, &of_starts) == 0 && read_article(&ends, MOST, &of_ends) == 0) {
        if (of_starts.count != of_ends.count)
            wrong("there must be as many ends as starts");
        else
            answer = PyList_New(0);
    }
    for (Py_ssize_t k = 0; answer != NULL && k < PyList_Size(terms); k++) {
        PyObject *places;
        Py_ssize_t words;
        PyObject *term = Py_NewRef(PyList_GetItem(terms, k)); /* it may leave the list meanwhile */
        int failed = 1;
        if (!PyTuple_Check(term))
            wrong("a term must be a tuple");
        else if (PyArg_ParseTuple(term, "On", &places, &words))
            failed = append(answer, spans_of(&of_starts, &of_ends, places, words)) < 0;
        Py_DECREF(term);
        if (failed)
            Py_CLEAR(answer);
    }
    PyBuffer_Release(&starts);
    PyBuffer_Release(&ends);
    return answer;
}

/* ---- the module ---- */

static PyMethodDef functions[] = {
    {"rare", rare, METH_VARARGS, rare_doc},
    {"exact", exact, METH_VARARGS, exact_doc},
    {"spans", spans, METH_VARARGS, spans_doc},
    {NULL, NULL, 0, NULL},
};

COMPILED_STEPS(_terms, "Rare words that two articles share, compiled.", functions)
