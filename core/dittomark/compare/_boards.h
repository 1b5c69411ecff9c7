/* The articles in one row, and boards of two of them: classes `Row` and `Board` of seeds.py. Included after
 * _steps.h.
 *
 * `read_articles` and `read_boards` check what is passed in and keep its buffers in `Input`, which is
 * released with `release_input`, also after an error; `board_of` returns what the words of a board tell.
 */

#ifndef DITTOMARK_BOARDS_H
#define DITTOMARK_BOARDS_H

#define MOST_ARTICLES 16u
/* Most words of all articles, and most ids: no product of two and MOST_ARTICLES overflows. */
#define MOST_WORDS ((int64_t)1 << 29)

/* The constants of seeds.py and chains.py. */
typedef struct {
    Py_ssize_t room, max_gap, max_places, steps[2], next, most_often, least_end, neighbours, back_step,
        most_chains;
    double link_cost, drift_cost, overlap_cost, same;
} Rules;

typedef struct {
    Py_buffer ids, wanted;
    int64_t words, first; /* their number, and the position of the first in the row */
} Article;

/* Two articles, or one twice; `least_run` and `least_chain` are the least bits of a run and a
 * chain. */
typedef struct {
    Py_ssize_t a, b;
    Py_buffer sums;
    double least_run, least_chain;
} Board;

typedef struct {
    Rules rules;
    Article articles[MOST_ARTICLES];
    Board *boards;
    Py_ssize_t article_count, board_count;
    int64_t row;     /* its length */
    int64_t *ids;    /* of the row; -1 for words in no seed, and in gaps between articles */
    int64_t lexicon; /* number of ids */
} Input;

/* Read an article into the row, whose `ids` is allocated and long enough. */
static int read_article(Input *in, Article *article)
{
    const int64_t *ids = article->ids.buf;
    const char *wanted = article->wanted.buf;
    if (article->wanted.len != in->lexicon)
        return wrong("every article must say of every word whether it is wanted");
    for (int64_t k = 0; k < article->words; k++) {
        if (ids[k] < 0 || ids[k] >= in->lexicon)
            return wrong("a word is out of range");
        in->ids[article->first + k] = wanted[ids[k]] ? ids[k] : -1;
    }
    return 0;
}

static int read_articles(Input *in, PyObject *articles, PyObject *wanted)
{
    Py_ssize_t count = PyTuple_Size(articles);
    if (count < 1 || count > (Py_ssize_t)MOST_ARTICLES || PyTuple_Size(wanted) != count)
        return wrong("too many articles, or not as many as wanted");
    for (; in->article_count < count; in->article_count++) {
        Article *article = &in->articles[in->article_count];
        if (PyObject_GetBuffer(PyTuple_GetItem(articles, in->article_count), &article->ids,
                               PyBUF_SIMPLE) < 0)
            return -1;
        if (PyObject_GetBuffer(PyTuple_GetItem(wanted, in->article_count), &article->wanted,
                               PyBUF_SIMPLE) < 0) {
            PyBuffer_Release(&article->ids);
            return -1;
        }
        if (!is_wide(&article->ids)
            || article->ids.len > MOST_WORDS * (Py_ssize_t)sizeof(int64_t)) {
            PyBuffer_Release(&article->ids);
            PyBuffer_Release(&article->wanted);
            return wrong("an article is too long, or its ids are not numbers of 64 bits");
        }
        article->words = article->ids.len / (Py_ssize_t)sizeof(int64_t);
        article->first = in->row;
        in->row += article->words + in->rules.room;
    }
    in->lexicon = in->articles[0].wanted.len;
    if (in->row > MOST_WORDS || in->lexicon > MOST_WORDS)
        return wrong("the articles are too long");
    in->ids = PyMem_Malloc((size_t)in->row * sizeof(int64_t));
    if (in->ids == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    memset(in->ids, -1, (size_t)in->row * sizeof(int64_t));
    for (Py_ssize_t k = 0; k < count; k++)
        if (read_article(in, &in->articles[k]) < 0)
            return -1;
    return 0;
}

static int read_boards(Input *in, PyObject *boards)
{
    Py_ssize_t count = PyTuple_Size(boards);
    in->boards = room_for((size_t)count, sizeof(Board));
    if (in->boards == NULL)
        return -1;
    for (; in->board_count < count; in->board_count++) {
        Board *board = &in->boards[in->board_count];
        if (!PyTuple_Check(PyTuple_GetItem(boards, in->board_count)))
            return wrong("a board must be a tuple");
        if (!PyArg_ParseTuple(PyTuple_GetItem(boards, in->board_count), "nny*dd", &board->a, &board->b,
                              &board->sums, &board->least_run, &board->least_chain))
            return -1;
        if (board->a < 0 || board->a > board->b || board->b >= in->article_count
            || !is_wide(&board->sums) || board->sums.len
                != (Py_ssize_t)((in->articles[board->a].words + 1) * (int64_t)sizeof(double))) {
            PyBuffer_Release(&board->sums);
            return wrong("a board is of no two articles, or has not a sum for each word");
        }
    }
    return 0;
}

static void release_input(Input *in)
{
    for (Py_ssize_t k = 0; k < in->board_count; k++)
        PyBuffer_Release(&in->boards[k].sums);
    for (Py_ssize_t k = 0; k < in->article_count; k++) {
        PyBuffer_Release(&in->articles[k].ids);
        PyBuffer_Release(&in->articles[k].wanted);
    }
    PyMem_Free(in->boards);
    PyMem_Free(in->ids);
    PyMem_Free(in);
}

/* Count the words of an article; each must be less than `lexicon`. */
static int count_words(const Py_buffer *ids, Py_ssize_t lexicon, int64_t *counts)
{
    const int64_t *id = ids->buf;
    if (!is_wide(ids) || ids->len > MOST_WORDS * (Py_ssize_t)sizeof(int64_t))
        return wrong("an article is too long, or its ids are not numbers of 64 bits");
    for (Py_ssize_t k = 0; k < ids->len / (Py_ssize_t)sizeof(int64_t); k++) {
        if (id[k] < 0 || id[k] >= lexicon)
            return wrong("a word is out of range");
        counts[id[k]]++;
    }
    return 0;
}

/* Return (bits, sums, shared) as bytes, or the largest count if the table ends before it. */
static PyObject *board_of(const Py_buffer *a, const Py_buffer *b, const int64_t *in_a,
                          const int64_t *in_b, Py_ssize_t lexicon, const Py_buffer *table)
{
    const double *told = table->buf;
    const int64_t *id = a->buf, limit = table->len / (Py_ssize_t)sizeof(double);
    Py_ssize_t words = a->len / (Py_ssize_t)sizeof(int64_t);
    int64_t most = 0;
    double *bits = room_for((size_t)lexicon, sizeof *bits);
    double *sums = room_for((size_t)words, sizeof *sums);
    char *shared = room_for((size_t)lexicon, 1);
    PyObject *answer = NULL;
    if (bits != NULL && sums != NULL && shared != NULL) {
        for (Py_ssize_t word = 0; word < lexicon; word++) {
            int64_t count = in_a[word] + (b == NULL ? 0 : in_b[word]);
            shared[word] = b == NULL ? count > 1 : in_a[word] && in_b[word];
            most = count > most ? count : most;
            bits[word] = count < limit ? told[count] : 0.0;
        }
        for (Py_ssize_t k = 0; k < words; k++)
            sums[k + 1] = sums[k] + bits[id[k]];
        answer = most >= limit
            ? PyLong_FromLongLong(most)
            : Py_BuildValue("y#y#y#", (char *)bits, lexicon * (Py_ssize_t)sizeof *bits, (char *)sums,
                            (words + 1) * (Py_ssize_t)sizeof *sums, shared, lexicon);
    }
    PyMem_Free(bits);
    PyMem_Free(sums);
    PyMem_Free(shared);
    return answer;
}

#endif
