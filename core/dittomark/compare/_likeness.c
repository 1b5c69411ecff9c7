/* The words of sentences, similar sentences, and summaries: the results of tokenised.py,
 * similar_sentences.py and summaries.py, which define the rules, in less time.
 * tests/core/compare/test_compiled_steps.py compares the two implementations.
 *
 * Every constant is an argument from Python. Sums are added in the same order as in Python, so that
 * the bits are identical to the last digit.
 */

#include "_steps.h"

/* Interface version: raised when results or arguments change; steps.py requires the same number. */
#define RULES 4

#define MOST_ROUNDS 1000 /* of a summary: they need not end by themselves */

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
        PyObject *number = PyLong_FromSize_t(at);
        if (number == NULL || PyList_Append(first, number) < 0)
            Py_CLEAR(first);
        Py_XDECREF(number);
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
        PyObject *one = Py_BuildValue("LLddL", (long long)pair->a, (long long)pair->b, pair->likeness,
                                      pair->bits, (long long)pair->words);
        if (one == NULL || PyList_Append(answer, one) < 0)
            Py_CLEAR(answer);
        Py_XDECREF(one);
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

/* The constants of summaries.py. The logarithm is Python's: so no maths library is linked, and the
 * results are identical to the last digit. */
typedef struct {
    PyObject *log2;
    double rare, kept, lowest_chance, highest_chance, least_ratio, most_ratio, least_bits, as_dense;
    Py_ssize_t again, least_rare, rounds, longest;
} Rules;

typedef struct {
    double sum;
    size_t begin, end;
} Stretch;

/* The range of greatest sum, where each item is a gain or a loss; of several ranges the one that
 * ends first, and of these the one that begins last. */
static Stretch greatest(const char *gains, size_t count, double gain, double loss)
{
    Stretch found = {0, 0, 0};
    double sum = 0, lowest = 0;
    size_t at = 0; /* position of the last lowest sum */
    for (size_t k = 0; k < count; k++) {
        sum += gains[k] ? gain : loss;
        if (sum <= lowest) {
            lowest = sum;
            at = k + 1;
        }
        if (sum - lowest > found.sum)
            found = (Stretch){sum - lowest, at, k + 1};
    }
    return found;
}

static int find_log2(const Rules *rules, double number, double *found)
{
    PyObject *told = PyObject_CallFunction(rules->log2, "d", number);
    *found = told == NULL ? 0 : PyFloat_AsDouble(told);
    Py_XDECREF(told);
    return PyErr_Occurred() ? -1 : 0;
}

/* The stretch that keeps more words than the chance rate. */
static int find_told(const Rules *rules, const char *kept, size_t rare, Stretch *told)
{
    size_t common = 0;
    Stretch found = {0, 0, 0};
    for (size_t k = 0; k < rare; k++)
        common += kept[k] != 0;
    double chance = (double)(common + 1) / (double)(rare + 3);
    for (Py_ssize_t round = 0; round < rules->rounds; round++) {
        if (chance < rules->lowest_chance)
            chance = rules->lowest_chance;
        if (chance > rules->highest_chance)
            chance = rules->highest_chance;
        double gain, loss;
        if (find_log2(rules, rules->kept / chance, &gain) < 0
            || find_log2(rules, (1 - rules->kept) / (1 - chance), &loss) < 0)
            return -1;
        found = greatest(kept, rare, gain, loss);
        size_t outside = rare - (found.end - found.begin), left = common;
        if (outside < (size_t)rules->least_rare)
            break;
        for (size_t k = found.begin; k < found.end; k++)
            left -= kept[k] != 0;
        double now = (double)left / (double)outside;
        if (now == chance) /* the next round would find the same stretch */
            break;
        chance = now;
    }
    *told = found;
    return 0;
}

/* The range over which the true items are spread, without outliers: it is cut to the part that is
 * nearly as dense as the whole range, repeatedly. */
static Stretch find_spread(const char *told, size_t count, double as_dense)
{
    size_t first = 0, last = count;
    while (first < last && !told[first])
        first++;
    while (first < last && !told[last - 1])
        last--;
    while (first < last) {
        size_t all = 0;
        for (size_t k = first; k < last; k++)
            all += told[k] != 0;
        double dense = (double)all / (double)(last - first);
        Stretch found = greatest(told + first, last - first, 1.0 - as_dense * dense,
                                 0.0 - as_dense * dense);
        if (found.begin == 0 && found.end == last - first)
            return (Stretch){0, first, last};
        last = first + found.end;
        first += found.begin;
    }
    return (Stretch){0, 0, 0};
}

/* Working memory: places of rare words, and whether each is kept; a state for each id; for each
 * word of the long side, whether it is in the summary. */
typedef struct {
    int64_t *places, *last;
    char *kept, *in_long, *told_ids, *told;
} Work;

static PyObject *summary_of(const Rules *rules, Numbers long_side, Numbers short_side,
                            const double *bits, const char *copied, Work *work)
{
    size_t rare = 0;
    for (size_t k = 0; k < long_side.count; k++)
        work->in_long[long_side.of[k]] = 1;
    for (size_t k = 0; k < short_side.count; k++) {
        int64_t word = short_side.of[k], before = work->last[word]; /* its previous place, from 1 */
        if (bits[word] < rules->rare)
            continue;
        work->last[word] = (int64_t)k + 1;
        if ((before && (int64_t)k + 1 - before <= rules->again) || copied[k])
            continue;
        work->kept[rare] = work->in_long[word];
        work->places[rare++] = (int64_t)k;
    }
    if (rare < (size_t)rules->least_rare)
        Py_RETURN_NONE;
    Stretch found;
    if (find_told(rules, work->kept, rare, &found) < 0)
        return NULL;
    if (found.sum < rules->least_bits || found.begin == found.end)
        Py_RETURN_NONE;
    size_t kept = 0;
    for (size_t k = found.begin; k < found.end; k++)
        if (work->kept[k]) {
            work->told_ids[short_side.of[work->places[k]]] = 1;
            kept++;
        }
    for (size_t k = 0; k < long_side.count; k++)
        work->told[k] = work->told_ids[long_side.of[k]];
    Stretch spread = find_spread(work->told, long_side.count, rules->as_dense);
    long long begin = work->places[found.begin], end = work->places[found.end - 1] + 1;
    double ratio = (double)(spread.end - spread.begin) / (double)(end - begin);
    if (end - begin > rules->longest || ratio < rules->least_ratio || ratio > rules->most_ratio)
        Py_RETURN_NONE;
    return Py_BuildValue("(nn)(LL)dd", (Py_ssize_t)spread.begin, (Py_ssize_t)spread.end, begin, end,
                         (double)kept / (double)(found.end - found.begin), found.sum);
}

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
