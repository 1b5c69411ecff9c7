/* What the drafts of passages are made from: two articles with their words, and the constants of
 * passages.py and edits.py, read and checked. Included after _blocks.h and _values.h.
 *
 * Who reads an article releases it with `release_article`, who fills an `Input` with `release_input`, also
 * after an error.
 */

#ifndef DITTOMARK_DRAFTS_H
#define DITTOMARK_DRAFTS_H

#define MOST_LETTERS 64 /* of a word that is compared by letters: the bits of one number */

/* The fields of the classes `Locus` and `WordEdit`. */
static const char *const LOCUS[] = {"article", "start", "end", NULL};
static const char *const EDIT[] = {"op", "a", "b", NULL};

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

#endif
