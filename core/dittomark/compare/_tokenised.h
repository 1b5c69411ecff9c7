/* The sentences of an article, as the engine counts words in them: `words_before`, `words_after` and
 * `sentence_of` of tokenised.py. Included after _steps.h.
 *
 * In go the first word of every sentence and the sentence of every word, which are checked and copied;
 * out come numbers of words. Who reads sentences frees `first` and `of`.
 */

#ifndef DITTOMARK_TOKENISED_H
#define DITTOMARK_TOKENISED_H

/* The sentences of one article: the first word of each and the number of words at the end; the sentence
 * of every word. */
typedef struct {
    int64_t *first, *of;
    size_t count;
} Sentences;

static int64_t words_before(const Sentences *in, int64_t word)
{
    return word - in->first[in->of[word]];
}

static int64_t words_after(const Sentences *in, int64_t end)
{
    return in->first[in->of[end - 1] + 1] - end;
}

/* Read the sentences of an article: a list of the first words, and the sentence of every word. */
static int read_sentences(PyObject *first, const Py_buffer *of, int64_t words, Sentences *sentences)
{
    size_t count = (size_t)PyList_Size(first);
    if (!is_wide(of) || of->len != words * (int64_t)sizeof(int64_t) || count < 2)
        return wrong("every word must have a sentence, a number of 64 bits");
    sentences->count = count - 1;
    sentences->first = room_for(count, sizeof(int64_t));
    sentences->of = room_for((size_t)words, sizeof(int64_t));
    if (sentences->first == NULL || sentences->of == NULL)
        return -1;
    for (size_t k = 0; k < count; k++) {
        PyObject *number = PyList_GetItem(first, (Py_ssize_t)k);
        sentences->first[k] = number != NULL && PyLong_Check(number) ? PyLong_AsLongLong(number) : -1;
        if (PyErr_Occurred())
            return -1;
        if (sentences->first[k] < (k ? sentences->first[k - 1] : 0) || sentences->first[k] > words)
            return wrong("the first words of sentences must be in order");
    }
    if (words)
        memcpy(sentences->of, of->buf, (size_t)of->len);
    for (int64_t word = 0; word < words; word++)
        if (sentences->of[word] < 0 || sentences->of[word] >= (int64_t)sentences->count
            || sentences->first[sentences->of[word]] > word
            || sentences->first[sentences->of[word] + 1] <= word)
            return wrong("a word must lie in its sentence");
    return 0;
}

#endif
