/* The words that terms are made of: `_rare_words` of terms.py. Included after _spelling.h.
 *
 * In go the ids and offsets of the words of both articles and what each word tells, which are checked;
 * `where_rare` returns where each word stands, an array that the caller frees.
 */

#ifndef DITTOMARK_RARE_WORDS_H
#define DITTOMARK_RARE_WORDS_H

/* An article: the ids of its words, and their offsets. */
typedef struct {
    const int64_t *ids, *starts, *ends;
    size_t count;
    PyObject *text;
} Article;

/* All words of both articles, and what is asked of them. */
typedef struct {
    size_t count;
    const double *bits;
    const int64_t *traits, *at;
    const uint32_t *letters;
    size_t most_places;
    double least_bits;
} Lexicon;

/* Where a word stands: in both articles, in one alone, or in neither or too often. */
enum { NEITHER, BOTH, ONLY_A, ONLY_B };

static int read_article(const Py_buffer *ids, size_t lexicon, Article *article)
{
    Numbers words;
    if (read_numbers(ids, lexicon, MOST, &words) < 0)
        return -1;
    article->ids = words.of;
    article->count = words.count;
    return 0;
}

static int read_lexicon(const Py_buffer *bits, const Py_buffer *traits, Lexicon *lexicon)
{
    lexicon->count = (size_t)bits->len / sizeof(double);
    lexicon->bits = bits->buf;
    lexicon->traits = traits->buf;
    if (!is_wide(bits) || !is_wide(traits) || traits->len != bits->len)
        return wrong("every word must have bits and traits, in numbers of 64 bits");
    for (size_t word = 0; word < lexicon->count; word++)
        if (lexicon->bits[word] != lexicon->bits[word])
            return wrong("bits must be numbers");
    return 0;
}

static int read_offsets(const Py_buffer *starts, const Py_buffer *ends, PyObject *text, Article *article)
{
    article->starts = starts->buf;
    article->ends = ends->buf;
    article->text = text;
    if (!is_wide(starts) || !is_wide(ends) || starts->len != ends->len
        || (size_t)starts->len != article->count * sizeof(int64_t))
        return wrong("every word must have a start and an end, in numbers of 64 bits");
    return 0;
}

/* Return where each rare word stands; NULL with an exception. */
static char *where_rare(const Article *a, const Article *b, const Lexicon *lexicon)
{
    char *where = room_for(lexicon->count, 1);
    uint32_t *in_a = room_for(2 * lexicon->count + 1, sizeof *in_a), *in_b;
    if (where != NULL && in_a != NULL) {
        in_b = in_a + lexicon->count;
        for (size_t k = 0; k < a->count; k++)
            in_a[a->ids[k]]++;
        for (size_t k = 0; k < b->count; k++)
            in_b[b->ids[k]]++;
        for (size_t word = 0; word < lexicon->count; word++)
            if (in_a[word] <= lexicon->most_places && in_b[word] <= lexicon->most_places
                && lexicon->bits[word] >= lexicon->least_bits)
                where[word] = in_a[word] ? (in_b[word] ? BOTH : ONLY_A)
                    : in_b[word] ? ONLY_B : NEITHER;
        PyMem_Free(in_a);
        return where;
    }
    PyMem_Free(where);
    PyMem_Free(in_a);
    return NULL;
}

#endif
