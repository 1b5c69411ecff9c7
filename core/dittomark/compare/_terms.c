/* Shared terms: results of terms.py, which defines the rules, in less time.
 * tests/core/compare/test_compiled_terms.py compares the two implementations. The headers find the terms;
 * here are the words that may be names of another script, the order of the terms, and what comes out.
 */

#include "_steps.h"
#include "_values.h"
#include "_spelling.h"
#include "_rare_words.h"
#include "_exact_terms.h"
#include "_variants.h"

/* Interface version: raised when results or arguments change; steps.py requires the same number. */
#define RULES 3

/* ---- words of another script ---- */

PyDoc_STRVAR(foreign_doc,
"foreign(ids_a, ids_b, bits, traits, least, script, /)\n--\n\n"
"Return the rare words of one article alone that may be names of another script, as lists of ids:\n"
"Latin ones of a, others of b, Latin ones of b, others of a. A list whose counterpart is empty is\n"
"empty; None is returned if all are.\n\n"
"`least` is (most places, least bits), `script` (the bits right of it in traits, Latin, other).");

static PyObject *foreign(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    Py_buffer ids_a, ids_b, bits, traits;
    Py_ssize_t most_places, latin, other;
    int shift;
    Article a, b;
    Lexicon lexicon;
    char *where = NULL;
    PyObject *lists[4] = {NULL, NULL, NULL, NULL}, *answer = NULL;
    if (!PyArg_ParseTuple(arguments, "y*y*y*y*(nd)(inn):foreign", &ids_a, &ids_b, &bits, &traits,
                          &most_places, &lexicon.least_bits, &shift, &latin, &other))
        return NULL;
    lexicon.most_places = (size_t)most_places;
    if (most_places < 0 || shift < 0 || shift > 60)
        wrong("there must be places, and a script");
    else if (read_lexicon(&bits, &traits, &lexicon) == 0 && read_article(&ids_a, lexicon.count, &a) == 0
             && read_article(&ids_b, lexicon.count, &b) == 0)
        where = where_rare(&a, &b, &lexicon);
    int met[2][2] = {{0, 0}, {0, 0}}; /* per article: Latin, other */
    for (size_t word = 0; where != NULL && word < lexicon.count; word++)
        if (where[word] >= ONLY_A) {
            int64_t script = lexicon.traits[word] >> shift & 3;
            met[where[word] - ONLY_A][0] |= script == latin;
            met[where[word] - ONLY_A][1] |= script == other;
        }
    int wanted[2] = {met[0][0] && met[1][1], met[1][0] && met[0][1]}; /* Latin in a, in b */
    int failed = where == NULL;
    if (!failed && !wanted[0] && !wanted[1])
        answer = Py_NewRef(Py_None);
    else
        for (int k = 0; !failed && k < 4; k++)
            failed = (lists[k] = PyList_New(0)) == NULL;
    for (size_t word = 0; !failed && answer == NULL && word < lexicon.count; word++) {
        int64_t script = lexicon.traits[word] >> shift & 3, side = where[word] - ONLY_A;
        if (side < 0)
            continue;
        if (script == latin && wanted[side])
            failed = append(lists[2 * side], PyLong_FromSize_t(word));
        else if (script == other && wanted[1 - side])
            failed = append(lists[2 * (1 - side) + 1], PyLong_FromSize_t(word));
    }
    if (!failed && answer == NULL)
        answer = PyTuple_Pack(4, lists[0], lists[1], lists[2], lists[3]);
    for (int k = 0; k < 4; k++)
        Py_XDECREF(lists[k]);
    PyMem_Free(where);
    PyBuffer_Release(&ids_a);
    PyBuffer_Release(&ids_b);
    PyBuffer_Release(&bits);
    PyBuffer_Release(&traits);
    return answer;
}

/* ---- the terms as they are returned ---- */

static int compare_places(const Term *x, const Term *y, int side)
{
    for (size_t k = 0; k < x->count[side] && k < y->count[side]; k++)
        if (x->places[side][k] != y->places[side][k])
            return x->places[side][k] > y->places[side][k] ? 1 : -1;
    return (x->count[side] > y->count[side]) - (x->count[side] < y->count[side]);
}

static int compare_terms(const void *one, const void *other)
{
    const Term *x = one, *y = other;
    if (x->rank != y->rank)
        return x->rank > y->rank ? 1 : -1;
    int order = compare_places(x, y, 0);
    order = order ? order : compare_places(x, y, 1);
    order = order ? order : (x->words > y->words) - (x->words < y->words);
    return order ? order : x->is_variant - y->is_variant;
}

/* The offsets of the places of a term in one article. */
static PyObject *spans_of(const Work *work, const Term *term, int side)
{
    const Article *article = &work->articles[side];
    PyObject *found = PyTuple_New((Py_ssize_t)term->count[side]);
    for (size_t k = 0; found != NULL && k < term->count[side]; k++) {
        size_t first = term->places[side][k];
        PyObject *span = tuple_of(
            (int64_t[]){article->starts[first], article->ends[first + term->words - 1]}, 2);
        if (span == NULL || PyTuple_SetItem(found, (Py_ssize_t)k, span) < 0)
            Py_CLEAR(found);
    }
    return found;
}

/* The text of a term at its first place, with one space between its words. */
static PyObject *text_of(const Work *work, const Term *term, int side, PyObject *space)
{
    const Article *article = &work->articles[side];
    size_t first = term->places[side][0];
    PyObject *text = PyUnicode_Substring(article->text, (Py_ssize_t)article->starts[first],
                                         (Py_ssize_t)article->ends[first + term->words - 1]);
    if (text == NULL || term->words == 1)
        return text;
    PyObject *parts = PyUnicode_Split(text, NULL, -1);
    PyObject *joined = parts == NULL ? NULL : PyUnicode_Join(space, parts);
    Py_DECREF(text);
    Py_XDECREF(parts);
    return joined;
}

/* What the terms are made of: their class, the order of the articles, and a space. */
typedef struct {
    PyObject *type, *space, *numbers;
    int turned;
} Form;

static PyObject *answer_of(const Work *work, const Form *form)
{
    static const char *const names[] = {"term", "a", "b", "variant", "articles", NULL};
    size_t count = work->terms_used < work->most ? work->terms_used : work->most;
    int one = form->turned, other = 1 - one;
    Maker maker;
    if (prepare_maker(&maker, form->type, names) < 0)
        return NULL;
    PyObject *answer = PyList_New(0);
    for (size_t k = 0; answer != NULL && k < count; k++) {
        const Term *term = &work->terms[k];
        PyObject *fields[] = {
            text_of(work, term, term->is_variant ? one : 0, form->space),
            spans_of(work, term, one),
            spans_of(work, term, other),
            term->is_variant ? text_of(work, term, other, form->space) : Py_NewRef(Py_None),
            Py_NewRef(form->numbers),
        };
        if (append(answer, make_value(&maker, fields)) < 0)
            Py_CLEAR(answer);
    }
    release_maker(&maker);
    return answer;
}

/* ---- the Python function ---- */

/* Add the pairs of words that were found elsewhere. */
static int add_given(Work *work, PyObject *pairs)
{
    for (Py_ssize_t k = 0; k < PyList_Size(pairs); k++) {
        Words words;
        PyObject *pair = PyList_GetItem(pairs, k);
        for (int side = 0; side < 2; side++) {
            PyObject *word = PyTuple_Check(pair) ? PyTuple_GetItem(pair, side) : NULL;
            words.in[side] = word != NULL && PyLong_Check(word) ? PyLong_AsLongLong(word) : -1;
            if (words.in[side] < 0 || (uint64_t)words.in[side] >= work->lexicon.count)
                return PyErr_Occurred() ? -1 : wrong("a word is out of range");
        }
        if (add_variant(work, words) < 0)
            return -1;
    }
    return 0;
}

static int find_terms(Work *work, PyObject *pairs)
{
    work->where = where_rare(&work->articles[0], &work->articles[1], &work->lexicon);
    if (work->where == NULL || find_exact(work) < 0 || find_variants(work) < 0)
        return -1;
    for (size_t k = 0; k < work->variants_used; k++)
        if (add_variant(work, work->variants[k]) < 0)
            return -1;
    if (add_given(work, pairs) < 0)
        return -1;
    if (work->terms_used)
        qsort(work->terms, work->terms_used, sizeof *work->terms, compare_terms);
    return 0;
}

PyDoc_STRVAR(find_doc,
"find(a, b, lexicon, pairs, sizes, weights, traits, form, /)\n--\n\n"
"Return the shared terms of two articles, the rarest first.\n\n"
"An article is (ids, starts, ends, text), the lexicon (bits, traits, places of letters, letters),\n"
"`pairs` a list of words of another script (id in a, id in b), `sizes` (most places of a word, words\n"
"of a term, terms, letters of an ending), `weights` (least bits, least similarity of variants),\n"
"`traits` (that of a term, bits right of the bones), `form` (class, a space, numbers of the articles,\n"
"whether b comes first).");

static PyObject *find(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    Py_buffer views[10]; /* ids, starts and ends of a, of b; bits, traits, at, letters */
    Py_ssize_t most_places, longest, most, ending;
    long long term;
    PyObject *parts[3], *texts[2], *pairs, *answer = NULL;
    Work work;
    Form form;
    memset(&work, 0, sizeof work);
    memset(&form, 0, sizeof form);
    memset(views, 0, sizeof views);
    if (!PyArg_ParseTuple(arguments, "O!O!O!O!(nnnn)(dd)(Li)(OUO!p):find", &PyTuple_Type, &parts[0],
                          &PyTuple_Type, &parts[1], &PyTuple_Type, &parts[2], &PyList_Type, &pairs,
                          &most_places, &longest, &most, &ending, &work.lexicon.least_bits, &work.ratio,
                          &term, &work.bones, &form.type, &form.space, &PyTuple_Type, &form.numbers,
                          &form.turned))
        return NULL;
    /* One by one: Python has no room to clean up after more than eight in one format. */
    if (!PyArg_ParseTuple(parts[0], "y*y*y*U", &views[0], &views[1], &views[2], &texts[0])
        || !PyArg_ParseTuple(parts[1], "y*y*y*U", &views[3], &views[4], &views[5], &texts[1])
        || !PyArg_ParseTuple(parts[2], "y*y*y*y*", &views[6], &views[7], &views[8], &views[9])) {
        for (int k = 0; k < 10; k++)
            PyBuffer_Release(&views[k]);
        return NULL;
    }
    work.lexicon.at = views[8].buf;
    work.lexicon.letters = views[9].buf;
    work.lexicon.most_places = (size_t)most_places;
    work.longest = (size_t)longest;
    work.most = (size_t)most;
    work.ending = (size_t)ending;
    work.term = term;
    if (most_places < 0 || longest < 1 || most < 0 || ending < 0 || work.bones < 0 || work.bones > 60)
        wrong("there must be places, words and letters");
    else if (read_lexicon(&views[6], &views[7], &work.lexicon) == 0
             && read_spelling(&views[8], &views[9], work.lexicon.count) == 0
             && read_article(&views[0], work.lexicon.count, &work.articles[0]) == 0
             && read_article(&views[3], work.lexicon.count, &work.articles[1]) == 0
             && read_offsets(&views[1], &views[2], texts[0], &work.articles[0]) == 0
             && read_offsets(&views[4], &views[5], texts[1], &work.articles[1]) == 0
             && find_terms(&work, pairs) == 0)
        answer = answer_of(&work, &form);
    let_go(&work);
    for (int k = 0; k < 10; k++)
        PyBuffer_Release(&views[k]);
    return answer;
}

/* ---- the module ---- */

static PyMethodDef functions[] = {
    {"find", find, METH_VARARGS, find_doc},
    {"foreign", foreign, METH_VARARGS, foreign_doc},
    {NULL, NULL, 0, NULL},
};

COMPILED_STEPS(_terms, "Rare words that two articles share, compiled.", functions)
