/* The overlap of two articles in words and letters: the results of derived.py, which defines the
 * rules, in less time. tests/core/compare/test_compiled_steps.py compares the two implementations.
 */

#include "_steps.h"
#include "_spelling.h"

/* Interface version: raised when results or arguments change; steps.py requires the same number. */
#define RULES 3

#define LONG 4096 /* words of an article for which Python's lock is let go */
#define MOST_LETTERS ((size_t)1 << 28) /* most words of an article: keeps enough bits for hashes */

/* A share of the first article, and of the second. */
typedef struct {
    double a, b;
} Shares;

/* The traits of every word, and the spelling: letters [at[w], at[w + 1]) of word w. */
typedef struct {
    size_t count;
    const int64_t *traits, *at;
    const uint32_t *letters;
    int64_t common; /* the trait of a common word */
} Lexicon;

static int is_rare(Lexicon lexicon, int64_t word)
{
    return !(lexicon.traits[word] & lexicon.common);
}

static double share(size_t part, size_t whole)
{
    return (double)part / (double)(whole ? whole : 1);
}

/* ---- words ---- */

/* The words of `of` that `other` contains too; `met` has room for every word, all zero as before. */
static Numbers without_own(Numbers of, Numbers other, char *met, int64_t *room)
{
    Numbers kept = {room, 0};
    for (size_t k = 0; k < other.count; k++)
        met[other.of[k]] = 1;
    for (size_t k = 0; k < of.count; k++) {
        room[kept.count] = of.of[k];
        kept.count += (size_t)met[of.of[k]];
    }
    for (size_t k = 0; k < other.count; k++)
        met[other.of[k]] = 0;
    return kept;
}

/* The length of the longest common subsequence of words that both articles contain: columns of 64
 * words of a, one after another; each row (a word of b) has a carry into the next column (Hyyrö
 * 2004). */
static void count_in_order(Numbers a, Numbers b, uint64_t *mask, char *carry, size_t *found)
{
    for (size_t first = 0; first < a.count; first += 64) {
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
}

static int words_in_order(Numbers a, Numbers b, size_t lexicon, size_t *found)
{
    uint64_t *mask = room_for(lexicon, sizeof *mask); /* positions of a word in the column */
    char *carry = room_for(b.count, 1), *met = room_for(lexicon, 1);
    int64_t *room = room_for(a.count + b.count, sizeof *room);
    int failed = mask == NULL || carry == NULL || met == NULL || room == NULL;
    /* Of long articles this takes a tenth of a second, in which other threads may run. */
    PyThreadState *waiting = failed || a.count < LONG || b.count < LONG ? NULL : PyEval_SaveThread();
    *found = 0;
    if (!failed)
        count_in_order(without_own(a, b, met, room), without_own(b, a, met, room + a.count), mask,
                       carry, found);
    if (waiting != NULL)
        PyEval_RestoreThread(waiting);
    PyMem_Free(mask);
    PyMem_Free(carry);
    PyMem_Free(met);
    PyMem_Free(room);
    return failed ? -1 : 0;
}

/* The share of all words, and of those that are not common, that the other article has as often. */
static int words_shared(Numbers a, Numbers b, Lexicon lexicon, Shares *words, Shares *rare, size_t *found)
{
    int64_t *left = room_for(lexicon.count, sizeof *left); /* unmatched occurrences in a */
    size_t both = 0, both_rare = 0, rare_a = 0, rare_b = 0;
    if (left == NULL)
        return -1;
    for (size_t k = 0; k < a.count; k++) {
        left[a.of[k]]++;
        rare_a += is_rare(lexicon, a.of[k]);
    }
    for (size_t k = 0; k < b.count; k++) {
        int64_t word = b.of[k];
        rare_b += is_rare(lexicon, word);
        if (left[word] > 0) {
            left[word]--;
            both++;
            both_rare += is_rare(lexicon, word);
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

/* Count the n-grams of a; `slots`, unless it is NULL, receives the slot of each. */
static void count_runs(const Table *table, const Letters *a, const Size *asked, uint32_t *slots)
{
    for (size_t k = 0; k < asked->in_a; k++) {
        uint64_t run = run_at(a, k, asked), *slot = slot_of(table, run, asked);
        note(slot, run, asked);
        if (slots != NULL)
            slots[k] = (uint32_t)(slot - table->slots);
    }
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
    count_runs(&table, a, &asked, NULL);
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

/* The same, and for every n-gram of a and of b whether the other article has it at all. */
static int runs_met(const Letters *a, const Letters *b, size_t size, uint64_t spread, Shares *found,
                    char *met_a, char *met_b)
{
    Size asked = size_of(a, b, size, spread);
    Table table;
    size_t both = 0;
    *found = (Shares){0, 0};
    if (asked.in_a == 0)
        return 0;
    if (make_table(&table, asked.in_a) < 0)
        return -1;
    uint32_t *slots = room_for(asked.in_a, sizeof *slots);
    char *met = room_for((size_t)1 << table.bits, 1); /* slots that b looked at */
    int failed = slots == NULL || met == NULL;
    if (!failed) {
        count_runs(&table, a, &asked, slots);
        for (size_t k = 0; k < asked.in_b; k++) {
            uint64_t *slot = slot_of(&table, run_at(b, k, &asked), &asked);
            uint64_t left = counted(slot, &asked) > 0;
            met_b[k] = *slot != 0;
            met[slot - table.slots] = 1;
            *slot -= left;
            both += left;
        }
        for (size_t k = 0; k < asked.in_a; k++)
            met_a[k] = met[slots[k]];
        *found = (Shares){share(both, asked.in_a), share(both, asked.in_b)};
    }
    PyMem_Free(table.slots);
    PyMem_Free(slots);
    PyMem_Free(met);
    return failed ? -1 : 0;
}

/* Positions of long n-grams all of whose short ones the other article has: no other can be in it. */
typedef struct {
    uint32_t *at;
    size_t count;
} Places;

/* Find them among `count` long n-grams, which contain `inside` short ones each (0: any may be met). */
static int find_places(const char *met, size_t count, size_t inside, Places *places)
{
    size_t running = 0;
    places->count = 0;
    places->at = room_for(count, sizeof *places->at);
    if (places->at == NULL)
        return -1;
    for (size_t k = 0; count && k + 1 < inside; k++)
        running = (running + 1) * (size_t)met[k];
    for (size_t k = 0; k < count; k++) {
        running = inside ? (running + 1) * (size_t)met[k + inside - 1] : 0;
        places->at[places->count] = (uint32_t)k;
        places->count += running >= inside;
    }
    return 0;
}

/* Add the letters of the n-gram at `k` that are not covered yet. */
static void cover(size_t k, size_t size, size_t *end, size_t *covered)
{
    *covered += k + size - (*end > k ? *end : k);
    *end = k + size;
}

/* The share of the letters covered by n-grams that the other article has too. */
static int letters_in_runs(const Letters *a, const Letters *b, const Size *asked, Places at_a,
                           Places at_b, Shares *found)
{
    Table table;
    size_t told_a = 0, told_b = 0, end = 0;
    *found = (Shares){0, 0};
    if (at_a.count == 0 || at_b.count == 0)
        return 0;
    if (make_table(&table, at_a.count) < 0)
        return -1;
    for (size_t k = 0; k < at_a.count; k++) {
        uint64_t run = run_at(a, at_a.at[k], asked), *slot = slot_of(&table, run, asked), held = *slot;
        note(slot, run, asked);
        *slot = held ? held : *slot; /* counted once */
    }
    for (size_t k = 0; k < at_b.count; k++) {
        uint64_t run = run_at(b, at_b.at[k], asked), *slot = slot_of(&table, run, asked);
        if (*slot == 0)
            continue;
        if (counted(slot, asked) == 1) /* 2: b has it too */
            note(slot, run, asked);
        cover(at_b.at[k], asked->size, &end, &told_b);
    }
    end = 0;
    for (size_t k = 0; k < at_a.count; k++)
        if (counted(slot_of(&table, run_at(a, at_a.at[k], asked), asked), asked) == 2)
            cover(at_a.at[k], asked->size, &end, &told_a);
    *found = (Shares){share(told_a, a->count), share(told_b, b->count)};
    PyMem_Free(table.slots);
    return 0;
}

/* What both articles have of short n-grams of letters, and of the letters in long ones. */
static int letters_shared(const Letters *a, const Letters *b, size_t of_short, size_t of_long,
                          uint64_t spread, Shares *runs, Shares *stretches)
{
    Size asked = size_of(a, b, of_long, spread);
    Places at_a = {NULL, 0}, at_b = {NULL, 0};
    size_t inside = of_long < of_short ? 0 : of_long - of_short + 1;
    char *met_a = room_for(a->count, 1), *met_b = room_for(b->count, 1);
    int failed = met_a == NULL || met_b == NULL
        || runs_met(a, b, of_short, spread, runs, met_a, met_b) < 0
        || find_places(met_a, asked.in_a, inside, &at_a) < 0
        || find_places(met_b, asked.in_b, inside, &at_b) < 0
        || letters_in_runs(a, b, &asked, at_a, at_b, stretches) < 0;
    PyMem_Free(met_a);
    PyMem_Free(met_b);
    PyMem_Free(at_a.at);
    PyMem_Free(at_b.at);
    return failed ? -1 : 0;
}

/* ---- the Python function ---- */

/* Read the traits and the spelling of all words. */
static int read_lexicon(const Py_buffer *traits, const Py_buffer *at, const Py_buffer *letters,
                        Lexicon *lexicon)
{
    lexicon->count = (size_t)traits->len / sizeof(int64_t);
    lexicon->traits = traits->buf;
    lexicon->at = at->buf;
    lexicon->letters = letters->buf;
    if (!is_wide(traits))
        return wrong("every word must have traits, in numbers of 64 bits");
    return read_spelling(at, letters, lexicon->count);
}

static int sum_up_letters(Numbers words, Lexicon lexicon, uint64_t spread, Letters *letters)
{
    size_t count = 0, k = 0;
    for (size_t w = 0; w < words.count; w++)
        count += (size_t)(lexicon.at[words.of[w] + 1] - lexicon.at[words.of[w]]);
    if (count > MOST_LETTERS)
        return wrong("an article is too long");
    letters->count = count;
    letters->sums = room_for(count + 1, sizeof(uint64_t));
    if (letters->sums == NULL)
        return -1;
    for (size_t w = 0; w < words.count; w++)
        for (int64_t at = lexicon.at[words.of[w]]; at < lexicon.at[words.of[w] + 1]; at++)
            sum_up(letters, k++, lexicon.letters[at], spread);
    return 0;
}

static int sum_up_words(Numbers words, uint64_t spread, Letters *letters)
{
    letters->count = words.count;
    letters->sums = room_for(words.count + 1, sizeof(uint64_t));
    for (size_t k = 0; letters->sums != NULL && k < words.count; k++)
        sum_up(letters, k, (uint64_t)words.of[k], spread);
    return letters->sums == NULL ? -1 : 0;
}

PyDoc_STRVAR(shared_doc,
"shared(ids, lexicon, common, sizes, spread, in_order, /)\n--\n\n"
"Return what two articles share: how many words in order (in any order unless `in_order`); then, as\n"
"shares of a and of b, the words, those without the trait `common`, runs of short length, letters in\n"
"long runs, and words running. `lexicon` has the traits, places and letters of all words.");

static PyObject *shared(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    PyObject *answer = NULL;
    Py_buffer ids_a, ids_b, traits, at, spelt;
    Py_ssize_t short_size, long_size, running_size;
    long long common;
    unsigned long long spread;
    int in_order;
    Numbers a, b;
    Lexicon lexicon;
    Letters letters[4] = {{NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}};
    Shares words, rare, runs, stretches, running;
    size_t ordered = 0;
    if (!PyArg_ParseTuple(arguments, "(y*y*)(y*y*y*)L(nnn)Kp:shared", &ids_a, &ids_b, &traits, &at,
                          &spelt, &common, &short_size, &long_size, &running_size, &spread, &in_order))
        return NULL;
    lexicon.common = common;
    if (short_size < 1 || long_size < 1 || running_size < 1)
        wrong("a run must have a letter at least");
    else if (read_lexicon(&traits, &at, &spelt, &lexicon) == 0
             && read_numbers(&ids_a, lexicon.count, MOST_LETTERS, &a) == 0
             && read_numbers(&ids_b, lexicon.count, MOST_LETTERS, &b) == 0
             && sum_up_letters(a, lexicon, spread, &letters[0]) == 0
             && sum_up_letters(b, lexicon, spread, &letters[1]) == 0
             && sum_up_words(a, spread, &letters[2]) == 0
             && sum_up_words(b, spread, &letters[3]) == 0
             && words_shared(a, b, lexicon, &words, &rare, &ordered) == 0
             && (!in_order || words_in_order(a, b, lexicon.count, &ordered) == 0)
             && letters_shared(&letters[0], &letters[1], (size_t)short_size, (size_t)long_size, spread,
                               &runs, &stretches) == 0
             && runs_shared(&letters[2], &letters[3], (size_t)running_size, spread, &running) == 0)
        answer = Py_BuildValue("n(dd)(dd)(dd)(dd)(dd)", (Py_ssize_t)ordered, words.a, words.b, rare.a,
                               rare.b, runs.a, runs.b, stretches.a, stretches.b, running.a, running.b);
    for (int k = 0; k < 4; k++)
        PyMem_Free(letters[k].sums);
    PyBuffer_Release(&ids_a);
    PyBuffer_Release(&ids_b);
    PyBuffer_Release(&traits);
    PyBuffer_Release(&at);
    PyBuffer_Release(&spelt);
    return answer;
}

/* ---- the module ---- */

static PyMethodDef functions[] = {
    {"shared", shared, METH_VARARGS, shared_doc},
    {NULL, NULL, 0, NULL},
};

COMPILED_STEPS(_derived, "How much two articles share, counted in words and letters, compiled.", functions)
