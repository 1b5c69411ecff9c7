/* The words of sentences, similar sentences, and summaries: the results of tokenised.py,
 * similar_sentences.py and summaries.py, which define the rules, in less time.
 * tests/core/compare/test_compiled_steps.py compares the two implementations. The headers follow the last
 * two; here are the words of sentences, and the functions that Python calls.
 *
 * Every constant is an argument from Python. Sums are added in the same order as in Python, so that
 * the bits are identical to the last digit.
 */

#include "_steps.h"
#include "_similar_sentences.h"
#include "_summaries.h"

/* Interface version: raised when results or arguments change; steps.py requires the same number. */
#define RULES 4

/* ---- the words of sentences ---- */

/* Fill in the sentence of every word; return the first word of each sentence, and the number of
 * words. `spans` are the sentences, in order. */
static PyObject *find_first_words(const Numbers *starts, PyObject *spans, int64_t *sentence)
{
    Py_ssize_t count = PyList_Size(spans);
    PyObject *first = PyList_New(0);
    size_t at = 0;
    for (Py_ssize_t k = 0; first != NULL && k <= (count ? count : 1); k++) {
        size_t before = at;
        if (k == (count ? count : 1)) {
            at = starts->count;
        } else if (k > 0) {
            long long begin, end;
            PyObject *span = PyList_GetItem(spans, k);
            Py_XINCREF(span); /* an item that is no int may change the list while it is converted */
            int read = span != NULL && PyTuple_Check(span) && PyArg_ParseTuple(span, "LL", &begin, &end);
            Py_XDECREF(span);
            if (!read) {
                if (!PyErr_Occurred())
                    wrong("a sentence must be a tuple");
                Py_CLEAR(first);
                break;
            }
            while (at < starts->count && starts->of[at] < begin)
                at++;
        }
        for (; before < at; before++)
            sentence[before] = k - 1;
        if (append(first, PyLong_FromSize_t(at)) < 0)
            Py_CLEAR(first);
    }
    return first;
}

PyDoc_STRVAR(words_of_sentences_doc,
"words_of_sentences(starts, spans, /)\n--\n\n"
"Return the first word of every sentence and the end of the last, and the sentence of every word as\n"
"bytes of 64-bit numbers.");

static PyObject *words_of_sentences(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    PyObject *spans, *first = NULL;
    Py_buffer buffer;
    Numbers starts;
    int64_t *sentence = NULL;
    if (!PyArg_ParseTuple(arguments, "y*O!:words_of_sentences", &buffer, &PyList_Type, &spans))
        return NULL;
    if (read_numbers(&buffer, MOST, MOST, &starts) == 0
        && (sentence = room_for(starts.count, sizeof *sentence)) != NULL)
        first = find_first_words(&starts, spans, sentence);
    PyObject *answer = first == NULL ? NULL
        : Py_BuildValue("Oy#", first, (char *)sentence,
                        (Py_ssize_t)(starts.count * sizeof *sentence));
    Py_XDECREF(first);
    PyMem_Free(sentence);
    PyBuffer_Release(&buffer);
    return answer;
}

/* ---- similar sentences ---- */

PyDoc_STRVAR(sentences_doc,
"sentences(ids_a, sentence_a, ids_b, sentence_b, bits, most_places, least_words, least, /)\n--\n\n"
"Return (a, b, likeness, bits, words) of related sentences, each in one pair at most.");

static PyObject *sentences(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    PyObject *answer = NULL;
    Py_buffer ids_a, in_a, ids_b, in_b, bits;
    Py_ssize_t most, least_words;
    double least;
    Bags a, b;
    memset(&a, 0, sizeof a);
    memset(&b, 0, sizeof b);
    if (!PyArg_ParseTuple(arguments, "y*y*y*y*y*nnd:sentences", &ids_a, &in_a, &ids_b, &in_b, &bits,
                          &most, &least_words, &least))
        return NULL;
    size_t lexicon = (size_t)bits.len / sizeof(double);
    if (read_numbers(&ids_a, lexicon, MOST, &a.ids) == 0 && read_numbers(&ids_b, lexicon, MOST, &b.ids) == 0
        && read_numbers(&in_a, MOST, MOST, &a.sentence) == 0
        && read_numbers(&in_b, MOST, MOST, &b.sentence) == 0) {
        int ordered = a.ids.count == a.sentence.count && b.ids.count == b.sentence.count;
        for (size_t k = 1; ordered && k < a.ids.count; k++)
            ordered = a.sentence.of[k - 1] <= a.sentence.of[k];
        for (size_t k = 1; ordered && k < b.ids.count; k++)
            ordered = b.sentence.of[k - 1] <= b.sentence.of[k];
        if (!ordered || most < 0 || !is_wide(&bits))
            wrong("there must be a sentence for each word, in order");
        else
            answer = sentences_of(&a, &b, bits.buf, lexicon, (size_t)most, least_words, least);
    }
    let_go(&a);
    let_go(&b);
    PyBuffer_Release(&ids_a);
    PyBuffer_Release(&in_a);
    PyBuffer_Release(&ids_b);
    PyBuffer_Release(&in_b);
    PyBuffer_Release(&bits);
    return answer;
}

/* ---- summaries ---- */

PyDoc_STRVAR(summary_doc,
"summary(long, short, bits, copied, sizes, weights, log2, /)\n--\n\n"
"Return (long, short, kept, bits) of what one article tells of the other in short, or None.");

static PyObject *summary(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    PyObject *answer = NULL;
    Py_buffer long_ids, short_ids, bits, copied;
    Numbers of_long, of_short;
    Rules rules;
    if (!PyArg_ParseTuple(arguments, "y*y*y*y*(nnnn)(dddddddd)O:summary", &long_ids, &short_ids, &bits,
                          &copied, &rules.again, &rules.least_rare, &rules.rounds, &rules.longest,
                          &rules.rare, &rules.kept, &rules.lowest_chance, &rules.highest_chance,
                          &rules.least_ratio, &rules.most_ratio, &rules.least_bits,
                          &rules.as_dense, &rules.log2))
        return NULL;
    size_t lexicon = (size_t)bits.len / sizeof(double);
    Work work;
    memset(&work, 0, sizeof work);
    if (read_numbers(&long_ids, lexicon, MOST, &of_long) == 0
        && read_numbers(&short_ids, lexicon, MOST, &of_short) == 0) {
        if (copied.len != (Py_ssize_t)of_short.count || !is_wide(&bits)
            || rules.least_rare < 1) {
            wrong("it must be told of each word of the short side whether it is copied");
        } else if (!PyCFunction_Check(rules.log2)) { /* others may change the articles meanwhile */
            wrong("the logarithm must be a built-in function");
        } else if (rules.rounds > MOST_ROUNDS) {
            wrong("too many rounds: two stretches may take turns");
        } else if ((work.places = room_for(of_short.count, sizeof(int64_t))) != NULL
                   && (work.last = room_for(lexicon, sizeof(int64_t))) != NULL
                   && (work.kept = room_for(of_short.count, 1)) != NULL
                   && (work.in_long = room_for(lexicon, 1)) != NULL
                   && (work.told_ids = room_for(lexicon, 1)) != NULL
                   && (work.told = room_for(of_long.count, 1)) != NULL) {
            answer = summary_of(&rules, of_long, of_short, bits.buf, copied.buf, &work);
        }
    }
    PyMem_Free(work.places);
    PyMem_Free(work.last);
    PyMem_Free(work.kept);
    PyMem_Free(work.in_long);
    PyMem_Free(work.told_ids);
    PyMem_Free(work.told);
    PyBuffer_Release(&long_ids);
    PyBuffer_Release(&short_ids);
    PyBuffer_Release(&bits);
    PyBuffer_Release(&copied);
    return answer;
}

/* ---- the module ---- */

static PyMethodDef functions[] = {
    {"words_of_sentences", words_of_sentences, METH_VARARGS, words_of_sentences_doc},
    {"sentences", sentences, METH_VARARGS, sentences_doc},
    {"summary", summary, METH_VARARGS, summary_doc},
    {NULL, NULL, 0, NULL},
};

COMPILED_STEPS(_likeness, "Sentences that say nearly the same, and summaries, compiled.", functions)
