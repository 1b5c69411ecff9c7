/* The overlap of two articles in words and letters: the results of derived.py, which defines the
 * rules, in less time. tests/core/compare/test_compiled_steps.py compares the two implementations.
 */

#include "_steps.h"

/* Interface version: raised when results or arguments change; steps.py requires the same number. */
#define RULES 2

#define MOST_LETTERS ((size_t)1 << 28) /* most words of an article: keeps enough bits for hashes */

/* A share of the first article, and of the second. */
typedef struct {
    double a, b;
} Shares;

typedef struct {
    const int64_t *of;
    size_t count;
} Words;

static double share(size_t part, size_t whole)
{
    return (double)part / (double)(whole ? whole : 1);
}

/* ---- words ---- */

/* The length of the longest common subsequence: columns of 64 words of a, one after another; each
 * row (a word of b) has a carry into the next column (Hyyrö 2004). */
static int words_in_order(Words a, Words b, size_t lexicon, size_t *found)
{
    uint64_t *mask = room_for(lexicon, sizeof *mask); /* positions of a word in the column */
    char *carry = room_for(b.count, 1);
    int failed = mask == NULL || carry == NULL;
    *found = 0;
    for (size_t first = 0; !failed && first < a.count; first += 64) {
        size_t size = a.count - first < 64 ? a.count - first : 64;
        uint64_t column = ~(uint64_t)0;
        for (size_t k = 0; k < size; k++)
            mask[a.of[first + k]] |= (uint64_t)1 << k;
        for (size_t row = 0; row < b.count; row++) {
            uint64_t met = column & mask[b.of[row]], sum = column + (uint64_t)carry[row];
            int over = sum < column;
            sum += met;
            carry[row] = (char)(over | (sum < met));
            column = sum | (column - met);
        }
        for (size_t k = 0; k < size; k++) {
            *found += !(column >> k & 1);
            mask[a.of[first + k]] = 0;
        }
    }
    PyMem_Free(mask);
    PyMem_Free(carry);
    return failed ? -1 : 0;
}

/* The share of all words, and of those that are not common, that the other article has as often. */
static int words_shared(Words a, Words b, size_t lexicon, const char *common, Shares *words,
                        Shares *rare, size_t *found)
{
    int64_t *left = room_for(lexicon, sizeof *left); /* unmatched occurrences in a */
    size_t both = 0, both_rare = 0, rare_a = 0, rare_b = 0;
    if (left == NULL)
        return -1;
    for (size_t k = 0; k < a.count; k++) {
        left[a.of[k]]++;
        rare_a += !common[a.of[k]];
    }
    for (size_t k = 0; k < b.count; k++) {
        int64_t word = b.of[k];
        rare_b += !common[word];
        if (left[word] > 0) {
            left[word]--;
            both++;
            both_rare += !common[word];
        }
    }
    *words = (Shares){share(both, a.count), share(both, b.count)};
    *rare = (Shares){share(both_rare, rare_a), share(both_rare, rare_b)};
    *found = both;
    PyMem_Free(left);
    return 0;
}

/* ---- runs of letters, or of words ---- */

/* The letters of an article as prefix sums, which give a hash of each n-gram; see `sum_up`. */
typedef struct {
    uint64_t *sums;
    size_t count;
} Letters;

/* sums[k] is the sum of the first k letters times powers of `spread`, as in derived.py. */
static void sum_up(const Letters *letters, size_t k, uint64_t letter, uint64_t spread)
{
    letters->sums[k + 1] = (letters->sums[k] + letter) * spread;
}

/* The parameters of n-grams of one size. */
typedef struct {
    size_t size, in_a, in_b; /* number of n-grams */
    uint64_t power;          /* `spread` to the power of the n-gram length */
    int narrow, wide;        /* bits of a hash that are dropped; bits of a count */
} Size;

static Size size_of(const Letters *a, const Letters *b, size_t size, uint64_t spread)
{
    Size asked = {size, 0, 0, 1, 2, 0};
    if (size && a->count >= size && b->count >= size) {
        asked.in_a = a->count - size + 1;
        asked.in_b = b->count - size + 1;
    }
    for (size_t k = 0; asked.in_a && k < size; k++)
        asked.power *= spread;
    for (size_t both = asked.in_a + asked.in_b; both; both >>= 1)
        asked.wide++;
    asked.narrow += asked.wide;
    return asked;
}

static uint64_t run_at(const Letters *letters, size_t at, const Size *asked)
{
    return letters->sums[at + asked->size] - letters->sums[at] * asked->power;
}

/* Hashes of n-grams in open addressing; the lowest bits of each hold a count. An empty slot is 0,
 * so the stored count is one too high. */
typedef struct {
    uint64_t *slots;
    int bits;
} Table;

static int make_table(Table *table, size_t runs)
{
    table->bits = 4;
    while (((size_t)1 << table->bits) < 4 * runs) /* so the first slot is mostly right */
        table->bits++;
    table->slots = room_for((size_t)1 << table->bits, sizeof(uint64_t));
    return table->slots == NULL ? -1 : 0;
}

/* The slot of an n-gram, or the empty one where it belongs. Here and below there are as few
 * branches as possible: none is predictable, and a misprediction costs more than the rest. */
static uint64_t *slot_of(const Table *table, uint64_t run, const Size *asked)
{
    uint64_t number = run >> asked->narrow, last = ((uint64_t)1 << table->bits) - 1;
    for (uint64_t at = run >> (64 - table->bits);; at++) {
        uint64_t *slot = &table->slots[at & last];
        if ((*slot == 0) | (*slot >> (asked->wide + 1) == number))
            return slot;
    }
}

static void note(uint64_t *slot, uint64_t run, const Size *asked)
{
    uint64_t none = (run >> asked->narrow << (asked->wide + 1)) + 1;
    *slot = (*slot ? *slot : none) + 1;
}

static uint64_t counted(const uint64_t *slot, const Size *asked)
{
    return *slot ? (*slot & (((uint64_t)2 << asked->wide) - 1)) - 1 : 0;
}

/* The share of the n-grams that the other article has as often. */
static int runs_shared(const Letters *a, const Letters *b, size_t size, uint64_t spread, Shares *found)
{
    Size asked = size_of(a, b, size, spread);
    Table table;
    size_t both = 0;
    *found = (Shares){0, 0};
    if (asked.in_a == 0)
        return 0;
    if (make_table(&table, asked.in_a) < 0)
        return -1;
    for (size_t k = 0; k < asked.in_a; k++) {
        uint64_t run = run_at(a, k, &asked);
        note(slot_of(&table, run, &asked), run, &asked);
    }
    for (size_t k = 0; k < asked.in_b; k++) {
        uint64_t *slot = slot_of(&table, run_at(b, k, &asked), &asked);
        uint64_t left = counted(slot, &asked) > 0;
        *slot -= left;
        both += left;
    }
    *found = (Shares){share(both, asked.in_a), share(both, asked.in_b)};
    PyMem_Free(table.slots);
    return 0;
}

/* The share of the letters covered by n-grams that the other article has too. */
static int letters_in_runs(const Letters *a, const Letters *b, size_t size, uint64_t spread,
                           Shares *found)
{
    Size asked = size_of(a, b, size, spread);
    Table table;
    size_t told_a = 0, told_b = 0, end = 0;
    *found = (Shares){0, 0};
    if (asked.in_a == 0)
        return 0;
    if (make_table(&table, asked.in_a) < 0)
        return -1;
    for (size_t k = 0; k < asked.in_a; k++) {
        uint64_t run = run_at(a, k, &asked), *slot = slot_of(&table, run, &asked), held = *slot;
        note(slot, run, &asked);
        *slot = held ? held : *slot; /* counted once */
    }
    for (size_t k = 0; k < asked.in_b; k++) {
        uint64_t run = run_at(b, k, &asked), *slot = slot_of(&table, run, &asked);
        if (*slot == 0)
            continue;
        if (counted(slot, &asked) == 1) /* 2: b has it too */
            note(slot, run, &asked);
        told_b += k + size - (end > k ? end : k);
        end = k + size;
    }
    end = 0;
    for (size_t k = 0; k < asked.in_a; k++)
        if (counted(slot_of(&table, run_at(a, k, &asked), &asked), &asked) == 2) {
            told_a += k + size - (end > k ? end : k);
            end = k + size;
        }
    *found = (Shares){share(told_a, a->count), share(told_b, b->count)};
    PyMem_Free(table.slots);
    return 0;
}

/* ---- the Python function ---- */

static int read_words(const Py_buffer *ids, size_t lexicon, Words *words)
{
    words->of = ids->buf;
    words->count = (size_t)ids->len / sizeof(int64_t);
    if (!is_wide(ids) || words->count > MOST_LETTERS)
        return wrong("an article is too long, or its ids are not numbers of 64 bits");
    for (size_t k = 0; k < words->count; k++)
        if (words->of[k] < 0 || (uint64_t)words->of[k] >= lexicon)
            return wrong("a word is out of range");
    return 0;
}

/* The spelling of words: letters [at[w], at[w + 1]) of word w. */
typedef struct {
    Py_UCS4 *letters;
    size_t *at;
} Spelling;

static int spell(PyObject *keys, size_t lexicon, Spelling *spelling)
{
    spelling->at = room_for(lexicon, sizeof *spelling->at);
    if (spelling->at == NULL)
        return -1;
    for (size_t word = 0; word < lexicon; word++) {
        PyObject *key = PyList_GetItem(keys, (Py_ssize_t)word);
        if (!PyUnicode_Check(key)) {
            PyErr_SetString(PyExc_TypeError, "keys must be strings");
            return -1;
        }
        spelling->at[word + 1] = spelling->at[word] + (size_t)PyUnicode_GetLength(key);
    }
    size_t room = spelling->at[lexicon];
    spelling->letters = room_for(room, sizeof(Py_UCS4));
    if (spelling->letters == NULL)
        return -1;
    for (size_t word = 0; word < lexicon; word++) {
        size_t at = spelling->at[word], length = spelling->at[word + 1] - at;
        if (length
            && PyUnicode_AsUCS4(PyList_GetItem(keys, (Py_ssize_t)word), spelling->letters + at,
                                (Py_ssize_t)length, 0) == NULL)
            return -1;
    }
    return 0;
}

static int sum_up_letters(Words words, const Spelling *spelling, uint64_t spread, Letters *letters)
{
    size_t count = 0, k = 0;
    for (size_t w = 0; w < words.count; w++)
        count += spelling->at[words.of[w] + 1] - spelling->at[words.of[w]];
    if (count > MOST_LETTERS)
        return wrong("an article is too long");
    letters->count = count;
    letters->sums = room_for(count + 1, sizeof(uint64_t));
    if (letters->sums == NULL)
        return -1;
    for (size_t w = 0; w < words.count; w++)
        for (size_t at = spelling->at[words.of[w]]; at < spelling->at[words.of[w] + 1]; at++)
            sum_up(letters, k++, spelling->letters[at], spread);
    return 0;
}

static int sum_up_words(Words words, uint64_t spread, Letters *letters)
{
    letters->count = words.count;
    letters->sums = room_for(words.count + 1, sizeof(uint64_t));
    for (size_t k = 0; letters->sums != NULL && k < words.count; k++)
        sum_up(letters, k, (uint64_t)words.of[k], spread);
    return letters->sums == NULL ? -1 : 0;
}

PyDoc_STRVAR(shared_doc,
"shared(ids, keys, common, sizes, spread, in_order, /)\n--\n\n"
"Return what two articles share: how many words in order (in any order unless `in_order`); then, as\n"
"shares of a and of b, the words, those that are not `common`, runs of short length, letters in long\n"
"runs, and words running.");

static PyObject *shared(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    PyObject *keys, *answer = NULL;
    Py_buffer ids_a, ids_b, common;
    Py_ssize_t short_size, long_size, running_size;
    unsigned long long spread;
    int in_order;
    Words a, b;
    Letters letters[4] = {{NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}};
    Shares words, rare, runs, stretches, running;
    Spelling spelling = {NULL, NULL};
    size_t ordered = 0;
    if (!PyArg_ParseTuple(arguments, "(y*y*)O!y*(nnn)Kp:shared", &ids_a, &ids_b, &PyList_Type, &keys,
                          &common, &short_size, &long_size, &running_size, &spread, &in_order))
        return NULL;
    size_t lexicon = (size_t)common.len;
    if (short_size < 1 || long_size < 1 || running_size < 1)
        wrong("a run must have a letter at least");
    else if (PyList_Size(keys) != common.len)
        wrong("it must be told of each word whether it is common");
    else if (read_words(&ids_a, lexicon, &a) == 0 && read_words(&ids_b, lexicon, &b) == 0
             && spell(keys, lexicon, &spelling) == 0
             && sum_up_letters(a, &spelling, spread, &letters[0]) == 0
             && sum_up_letters(b, &spelling, spread, &letters[1]) == 0
             && sum_up_words(a, spread, &letters[2]) == 0
             && sum_up_words(b, spread, &letters[3]) == 0
             && words_shared(a, b, lexicon, common.buf, &words, &rare, &ordered) == 0
             && (!in_order || words_in_order(a, b, lexicon, &ordered) == 0)
             && runs_shared(&letters[0], &letters[1], (size_t)short_size, spread, &runs) == 0
             && letters_in_runs(&letters[0], &letters[1], (size_t)long_size, spread, &stretches) == 0
             && runs_shared(&letters[2], &letters[3], (size_t)running_size, spread, &running) == 0)
        answer = Py_BuildValue("n(dd)(dd)(dd)(dd)(dd)", (Py_ssize_t)ordered, words.a, words.b, rare.a,
                               rare.b, runs.a, runs.b, stretches.a, stretches.b, running.a, running.b);
    for (int k = 0; k < 4; k++)
        PyMem_Free(letters[k].sums);
    PyMem_Free(spelling.letters);
    PyMem_Free(spelling.at);
    PyBuffer_Release(&ids_a);
    PyBuffer_Release(&ids_b);
    PyBuffer_Release(&common);
    return answer;
}

/* ---- the module ---- */

static PyMethodDef functions[] = {
    {"shared", shared, METH_VARARGS, shared_doc},
    {NULL, NULL, 0, NULL},
};

COMPILED_STEPS(_derived, "How much two articles share, counted in words and letters, compiled.", functions)
