/* Pairs of like sentences: the rules of similar_sentences.py. Included after _steps.h.
 *
 * `sentences_of` takes the words of both articles with the sentence of each, and what each word tells; it
 * returns the pairs that are chosen, the most alike first. The caller makes the bags and lets them go.
 */

#ifndef DITTOMARK_SIMILAR_SENTENCES_H
#define DITTOMARK_SIMILAR_SENTENCES_H

/* An inverted index of the sentences of one article: those that contain word w are in[first[w]] to
 * in[last[w] - 1], each once, in order. */
typedef struct {
    Numbers ids, sentence;
    int64_t *in;
    size_t *first, *last;
    double *bits; /* of each sentence */
    size_t sentences;
} Bags;

static void let_go(Bags *bags)
{
    PyMem_Free(bags->in);
    PyMem_Free(bags->first);
    PyMem_Free(bags->last);
    PyMem_Free(bags->bits);
}

static int fill_bags(Bags *bags, const double *bits, size_t lexicon)
{
    const Numbers *ids = &bags->ids;
    bags->sentences = ids->count ? (size_t)bags->sentence.of[ids->count - 1] + 1 : 0;
    bags->in = room_for(ids->count, sizeof *bags->in);
    bags->first = room_for(lexicon, sizeof *bags->first);
    bags->last = room_for(lexicon, sizeof *bags->last);
    bags->bits = room_for(bags->sentences, sizeof *bags->bits);
    if (bags->in == NULL || bags->first == NULL || bags->last == NULL || bags->bits == NULL)
        return -1;
    for (size_t k = 0; k < ids->count; k++)
        bags->last[ids->of[k]]++;
    size_t before = 0;
    for (size_t word = 0; word < lexicon; word++) {
        bags->first[word] = before;
        before += bags->last[word];
        bags->last[word] = bags->first[word];
    }
    for (size_t k = 0; k < ids->count; k++) {
        size_t word = (size_t)ids->of[k], end = bags->last[word];
        if (end == bags->first[word] || bags->in[end - 1] != bags->sentence.of[k])
            bags->in[bags->last[word]++] = bags->sentence.of[k];
    }
    for (size_t word = 0; word < lexicon; word++)
        for (size_t k = bags->first[word]; k < bags->last[word]; k++)
            bags->bits[bags->in[k]] += bits[word];
    return 0;
}

/* Two sentences, and their shared words and bits. */
typedef struct {
    int64_t a, b, words; /* 0: an empty slot */
    double bits, likeness;
} Pair;

/* Pairs of sentences: a slot for each if they are few (`columns` is the number of sentences of the
 * second article), else open addressing. */
#define FEW 8192
typedef struct {
    Pair *slots;
    size_t capacity, count, columns; /* the capacity is a power of two, or 0 */
} Pairs;

static Pair *slot_of(const Pairs *pairs, int64_t a, int64_t b)
{
    if (pairs->columns)
        return &pairs->slots[(size_t)a * pairs->columns + (size_t)b];
    uint64_t hash = ((uint64_t)a << 32 ^ (uint64_t)b) * SPREAD;
    for (size_t at = (size_t)(hash >> 32);; at++) {
        Pair *slot = &pairs->slots[at & (pairs->capacity - 1)];
        if (slot->words == 0 || (slot->a == a && slot->b == b))
            return slot;
    }
}

static int widen(Pairs *pairs)
{
    if (pairs->columns || pairs->capacity > 2 * (pairs->count + 1))
        return 0;
    Pairs larger = {NULL, pairs->capacity ? 2 * pairs->capacity : 1024, pairs->count, 0};
    larger.slots = room_for(larger.capacity, sizeof(Pair));
    if (larger.slots == NULL)
        return -1;
    for (size_t k = 0; k < pairs->capacity; k++)
        if (pairs->slots[k].words)
            *slot_of(&larger, pairs->slots[k].a, pairs->slots[k].b) = pairs->slots[k];
    PyMem_Free(pairs->slots);
    *pairs = larger;
    return 0;
}

/* Find all pairs of sentences that share a word, except words at too many places. */
static int find_pairs(const Bags *a, const Bags *b, const double *bits, size_t lexicon, size_t most,
                      Pairs *pairs)
{
    if (a->sentences && b->sentences && a->sentences <= FEW / b->sentences) {
        pairs->columns = b->sentences;
        pairs->capacity = a->sentences * b->sentences;
        pairs->slots = room_for(pairs->capacity, sizeof(Pair));
        if (pairs->slots == NULL)
            return -1;
    }
    for (size_t word = 0; word < lexicon; word++) {
        if ((a->last[word] - a->first[word]) * (b->last[word] - b->first[word]) > most)
            continue;
        for (size_t k = a->first[word]; k < a->last[word]; k++)
            for (size_t l = b->first[word]; l < b->last[word]; l++) {
                if (widen(pairs) < 0)
                    return -1;
                Pair *pair = slot_of(pairs, a->in[k], b->in[l]);
                if (pair->words == 0) {
                    pairs->count++;
                    pair->a = a->in[k];
                    pair->b = b->in[l];
                }
                pair->words++;
                pair->bits += bits[word];
            }
    }
    return 0;
}

/* The most similar first; equal ones by position. */
static int compare_pairs(const void *one, const void *other)
{
    const Pair *x = one, *y = other;
    if (x->likeness != y->likeness)
        return x->likeness > y->likeness ? -1 : 1;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    return (x->b > y->b) - (x->b < y->b);
}

/* Sort the pairs that are similar enough to the beginning of the slots. */
static void keep_alike(const Bags *a, const Bags *b, int64_t least_words, double least, Pairs *pairs)
{
    size_t kept = 0;
    for (size_t k = 0; k < pairs->capacity; k++) {
        Pair pair = pairs->slots[k];
        if (pair.words == 0 || pair.words < least_words)
            continue;
        pair.likeness = 2 * pair.bits / (a->bits[pair.a] + b->bits[pair.b]);
        if (pair.likeness >= least)
            pairs->slots[kept++] = pair;
    }
    pairs->count = kept;
    if (kept > 1)
        qsort(pairs->slots, kept, sizeof(Pair), compare_pairs);
}

/* Return pairs in descending order of similarity, each sentence in one pair at most. */
static PyObject *choose(const Pairs *pairs, char *taken_a, char *taken_b)
{
    PyObject *answer = PyList_New(0);
    for (size_t k = 0; answer != NULL && k < pairs->count; k++) {
        const Pair *pair = &pairs->slots[k];
        if (taken_a[pair->a] || taken_b[pair->b])
            continue;
        taken_a[pair->a] = taken_b[pair->b] = 1;
        if (append(answer, Py_BuildValue("LLddL", (long long)pair->a, (long long)pair->b,
                                         pair->likeness, pair->bits, (long long)pair->words)) < 0)
            Py_CLEAR(answer);
    }
    return answer;
}

static PyObject *sentences_of(Bags *a, Bags *b, const double *bits, size_t lexicon, size_t most,
                              int64_t least_words, double least)
{
    PyObject *answer = NULL;
    Pairs pairs = {NULL, 0, 0, 0};
    char *taken_a = NULL, *taken_b = NULL;
    if (fill_bags(a, bits, lexicon) == 0 && fill_bags(b, bits, lexicon) == 0
        && find_pairs(a, b, bits, lexicon, most, &pairs) == 0) {
        taken_a = room_for(a->sentences, 1);
        taken_b = room_for(b->sentences, 1);
        if (taken_a != NULL && taken_b != NULL) {
            keep_alike(a, b, least_words, least, &pairs);
            answer = choose(&pairs, taken_a, taken_b);
        }
    }
    PyMem_Free(taken_a);
    PyMem_Free(taken_b);
    PyMem_Free(pairs.slots);
    return answer;
}

#endif
