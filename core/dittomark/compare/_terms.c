/* Shared terms: results of terms.py, which defines the rules, in less time.
 * tests/core/compare/test_compiled_steps.py compares the two implementations.
 */

#include "_steps.h"
#include "_values.h"

/* Interface version: raised when results or arguments change; steps.py requires the same number. */
#define RULES 3

#define MOST ((size_t)1 << 30) /* most words, and ids: no product of two overflows */
#define MANY 1024 /* words of b that may be spellings, for which Python's lock is let go */
#define SPREAD 0x9E3779B97F4A7C15u /* 2^64 over the golden ratio */

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
    article->ids = ids->buf;
    article->count = (size_t)ids->len / sizeof(int64_t);
    if (!is_wide(ids) || article->count > MOST || lexicon > MOST)
        return wrong("an article is too long, or its ids are not numbers of 64 bits");
    for (size_t k = 0; k < article->count; k++)
        if (article->ids[k] < 0 || (uint64_t)article->ids[k] >= lexicon)
            return wrong("a word is out of range");
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

/* ---- sequences of words ---- */

/* A sequence of words, a pair or a term, with its number of occurrences in each article. */
typedef struct {
    const int64_t *words;
    size_t length; /* 0: an empty slot */
    size_t in[2];
    size_t *places[2], filled[2];
} Row;

/* A table of sequences, in open addressing. */
typedef struct {
    Row *slots;
    size_t capacity;
} Rows;

/* Allocate a table for this number of sequences. */
static int make_table(Rows *rows, size_t count)
{
    rows->capacity = 16;
    while (rows->capacity < 2 * count)
        rows->capacity *= 2;
    rows->slots = room_for(rows->capacity, sizeof(Row));
    return rows->slots == NULL ? -1 : 0;
}

static Row *slot_of(const Rows *rows, const int64_t *words, size_t length)
{
    uint64_t hash = length;
    for (size_t k = 0; k < length; k++)
        hash = (hash ^ (uint64_t)words[k]) * SPREAD;
    for (size_t at = (size_t)(hash >> 32);; at++) {
        Row *slot = &rows->slots[at & (rows->capacity - 1)];
        if (slot->length == 0
            || (slot->length == length && memcmp(slot->words, words, length * sizeof *words) == 0))
            return slot;
    }
}

static void count_row(const Rows *rows, const int64_t *words, size_t length, int side)
{
    Row *slot = slot_of(rows, words, length);
    slot->words = words;
    slot->length = length;
    slot->in[side]++;
}

/* A term with the first words of its places in each article. */
typedef struct {
    double rank;
    const size_t *places[2];
    size_t count[2], words;
    int is_variant;
} Term;

/* A pair of words, one of each article. */
typedef struct {
    int64_t in[2];
} Words;

/* Working memory. `rows_at` has, for each word of an article, the length of the sequence that begins
 * there; 1 for a single word, 0 for a word inside a sequence, or one that is not wanted. The places
 * of word w of an article are `places[first[w]]` to `places[first[w + 1]]`. */
typedef struct {
    Article articles[2];
    Lexicon lexicon;
    size_t longest, most, ending;
    double ratio;
    int64_t term;
    int bones; /* bits right of the number of the bones in traits */
    char *where;
    Rows pairs, rows;
    uint32_t *rows_at[2], *first[2];
    size_t *places[2], *pool, pool_used;
    Term *terms;
    size_t terms_used, terms_room;
    Words *variants;
    size_t variants_used;
} Work;

static int is_wanted(const Work *work, int side, size_t place)
{
    int64_t word = work->articles[side].ids[place];
    return work->where[word] == BOTH && (work->lexicon.traits[word] & work->term) != 0;
}

/* Index the places of all words, and make room for those of terms. */
static int index_places(Work *work)
{
    size_t words = work->lexicon.count;
    for (int side = 0; side < 2; side++) {
        const Article *article = &work->articles[side];
        uint32_t *first = work->first[side] = room_for(words + 1, sizeof *first);
        size_t *places = work->places[side] = room_for(article->count, sizeof *places);
        if (first == NULL || places == NULL)
            return -1;
        for (size_t k = 0; k < article->count; k++)
            first[article->ids[k] + 1]++;
        for (size_t word = 0; word < words; word++)
            first[word + 1] += first[word];
        for (size_t k = article->count; k-- > 0;) /* each begin is its end at first */
            places[--first[article->ids[k] + 1]] = k;
        memmove(first, first + 1, words * sizeof *first);
        first[words] = (uint32_t)article->count;
    }
    work->pool = room_for(work->articles[0].count + work->articles[1].count, sizeof *work->pool);
    return work->pool == NULL ? -1 : 0;
}

static int add_term(Work *work, Term term)
{
    if (work->terms_used == work->terms_room) {
        size_t room = 2 * work->terms_room + 128;
        Term *larger = PyMem_Realloc(work->terms, room * sizeof *larger);
        if (larger == NULL) {
            PyErr_NoMemory();
            return -1;
        }
        work->terms = larger;
        work->terms_room = room;
    }
    work->terms[work->terms_used++] = term;
    return 0;
}

/* Count the pairs of adjacent wanted words. */
static int find_pairs(Work *work)
{
    for (int pass = 0; pass < 2; pass++) { /* their number, and their ids */
        size_t count = 0;
        for (int side = 0; side < 2; side++)
            for (size_t k = 1; k < work->articles[side].count; k++)
                if (is_wanted(work, side, k - 1) && is_wanted(work, side, k)) {
                    count++;
                    if (pass)
                        count_row(&work->pairs, work->articles[side].ids + k - 1, 2, side);
                }
        if (!pass && make_table(&work->pairs, count) < 0)
            return -1;
    }
    return 0;
}

/* Find the longest sequences of words that both articles join. */
static int find_rows(Work *work)
{
    size_t count = 0;
    for (int side = 0; side < 2; side++) {
        const Article *article = &work->articles[side];
        uint32_t *rows = work->rows_at[side] = room_for(article->count, sizeof *rows);
        size_t begin = 0, length = 0;
        if (rows == NULL)
            return -1;
        for (size_t k = 0; k < article->count; k++) {
            if (!is_wanted(work, side, k)) {
                length = 0;
                continue;
            }
            if (length) {
                const Row *pair = slot_of(&work->pairs, article->ids + k - 1, 2);
                if (length == work->longest || !pair->in[0] || !pair->in[1])
                    length = 0;
            }
            begin = length ? begin : k;
            rows[begin] = (uint32_t)++length;
            count += length == 2;
        }
    }
    if (make_table(&work->rows, count) < 0)
        return -1;
    for (int side = 0; side < 2; side++)
        for (size_t k = 0; k < work->articles[side].count; k++)
            if (work->rows_at[side][k] > 1)
                count_row(&work->rows, work->articles[side].ids + k, work->rows_at[side][k], side);
    return 0;
}

/* Add the sequences that both articles have; those of one article only are split into words. */
static int add_rows(Work *work)
{
    for (int side = 0; side < 2; side++) {
        const Article *article = &work->articles[side];
        uint32_t *rows = work->rows_at[side];
        for (size_t k = 0, length; k < article->count; k += length) {
            length = rows[k] ? rows[k] : 1;
            if (length == 1)
                continue;
            Row *row = slot_of(&work->rows, article->ids + k, length);
            if (!row->in[0] || !row->in[1]) {
                for (size_t step = 0; step < length; step++)
                    rows[k + step] = 1;
                continue;
            }
            if (row->places[side] == NULL) {
                row->places[side] = work->pool + work->pool_used;
                work->pool_used += row->in[side];
            }
            row->places[side][row->filled[side]++] = k;
        }
    }
    for (size_t k = 0; k < work->rows.capacity; k++) {
        const Row *row = &work->rows.slots[k];
        if (row->places[0] == NULL || row->places[1] == NULL)
            continue;
        double most = work->lexicon.bits[row->words[0]];
        for (size_t step = 1; step < row->length; step++) {
            double bits = work->lexicon.bits[row->words[step]];
            most = bits > most ? bits : most;
        }
        Term term = {-(most + (double)row->length), {row->places[0], row->places[1]},
                     {row->filled[0], row->filled[1]}, row->length, 0};
        if (add_term(work, term) < 0)
            return -1;
    }
    return 0;
}

/* ---- single words ---- */

/* A word of both articles: its bits, and its first place. */
typedef struct {
    double bits;
    size_t first;
    int64_t word;
} Single;

static int compare_singles(const void *one, const void *other)
{
    const Single *x = one, *y = other;
    if (x->bits != y->bits) /* none is NaN */
        return x->bits > y->bits ? -1 : 1;
    return (x->first > y->first) - (x->first < y->first);
}

/* Copy the places of a word outside sequences to the pool; return their number. */
static size_t loose_places(Work *work, int side, int64_t word)
{
    size_t count = 0;
    for (uint32_t k = work->first[side][word]; k < work->first[side][word + 1]; k++) {
        size_t place = work->places[side][k];
        work->pool[work->pool_used + count] = place;
        count += work->rows_at[side][place] == 1;
        if (work->pool_used + count == work->articles[0].count + work->articles[1].count)
            break; /* the pool has room for every word once */
    }
    work->pool_used += count;
    return count;
}

/* Add the rarest single words of both articles, at most `most`. */
static int add_singles(Work *work)
{
    const Article *a = &work->articles[0], *b = &work->articles[1];
    char *met = room_for(work->lexicon.count, 1);
    Single *singles = room_for(work->lexicon.count, sizeof *singles);
    size_t count = 0;
    int failed = met == NULL || singles == NULL;
    for (size_t k = 0; !failed && k < b->count; k++)
        if (work->rows_at[1][k] == 1)
            met[b->ids[k]] = 1;
    for (size_t k = 0; !failed && k < a->count; k++) {
        int64_t word = a->ids[k];
        if (work->rows_at[0][k] != 1 || !met[word])
            continue;
        singles[count++] = (Single){work->lexicon.bits[word], k, word};
        met[word] = 0; /* once */
    }
    if (!failed && count)
        qsort(singles, count, sizeof *singles, compare_singles);
    count = count < work->most ? count : work->most;
    for (size_t k = 0; !failed && k < count; k++) {
        Term term = {-singles[k].bits - 1, {NULL, NULL}, {0, 0}, 1, 0};
        for (int side = 0; side < 2; side++) {
            term.places[side] = work->pool + work->pool_used;
            term.count[side] = loose_places(work, side, singles[k].word);
        }
        failed = add_term(work, term);
    }
    PyMem_Free(singles);
    PyMem_Free(met);
    return failed ? -1 : 0;
}

/* ---- words that are spelt in another way ---- */

static size_t length_of(const Lexicon *lexicon, int64_t word)
{
    return (size_t)(lexicon->at[word + 1] - lexicon->at[word]);
}

/* Whether two words differ only in their endings. */
static int is_inflected(const Work *work, int64_t one, int64_t other)
{
    const Lexicon *lexicon = &work->lexicon;
    const uint32_t *x = lexicon->letters + lexicon->at[one], *y = lexicon->letters + lexicon->at[other];
    size_t of_x = length_of(lexicon, one), of_y = length_of(lexicon, other), same = 0;
    size_t shorter = of_x < of_y ? of_x : of_y, longer = of_x < of_y ? of_y : of_x;
    while (same < shorter && x[same] == y[same])
        same++;
    return longer - same <= work->ending || same == shorter;
}

/* The normalised Indel similarity of two words of 64 letters at most, as rapidfuzz computes it. */
static double likeness_of(const Lexicon *lexicon, int64_t one, int64_t other)
{
    const uint32_t *x = lexicon->letters + lexicon->at[one], *y = lexicon->letters + lexicon->at[other];
    size_t of_x = length_of(lexicon, one), of_y = length_of(lexicon, other), common = 0;
    uint64_t column = ~(uint64_t)0;
    for (size_t row = 0; row < of_y; row++) {
        uint64_t met = 0;
        for (size_t k = 0; k < of_x; k++)
            met |= (uint64_t)(x[k] == y[row]) << k;
        met &= column;
        column = (column + met) | (column - met);
    }
    for (size_t k = 0; k < of_x; k++)
        common += !(column >> k & 1);
    return of_x + of_y == 0 ? 1.0 : 1.0 - (double)(of_x + of_y - 2 * common) / (double)(of_x + of_y);
}

/* The words of b alone with the same bones, linked from the first to the last. */
typedef struct {
    int64_t bones; /* 0: an empty slot */
    int64_t first; /* -1: none is left */
} Alike;

static Alike *alike_of(Alike *table, size_t capacity, int64_t bones)
{
    for (size_t at = (size_t)(((uint64_t)bones * SPREAD) >> 32);; at++) {
        Alike *slot = &table[at & (capacity - 1)];
        if (slot->bones == bones || slot->bones == 0)
            return slot;
    }
}

/* Take the word most like this one, among those with its bones, if it is like enough. */
static int64_t take_variant(const Work *work, int64_t word, Alike *alike, int64_t *next)
{
    int64_t best = -1, before_best = -1, before = -1;
    double likeness = 0;
    for (int64_t other = alike->first; other >= 0; before = other, other = next[other]) {
        if (is_inflected(work, word, other))
            continue;
        double found = likeness_of(&work->lexicon, word, other);
        if (best < 0 || found >= likeness) { /* of equal ones the last: they are sorted */
            likeness = found;
            best = other;
            before_best = before;
        }
    }
    if (best < 0 || !(likeness >= work->ratio))
        return -1;
    if (before_best < 0)
        alike->first = next[best];
    else
        next[before_best] = next[best];
    return best;
}

/* Find the pairs of words, each in one article alone, that are spellings of one word. */
static int find_variants(Work *work)
{
    const Lexicon *lexicon = &work->lexicon;
    size_t count = 0, capacity = 16;
    for (size_t word = 0; word < lexicon->count; word++) {
        int64_t bones = work->where[word] >= ONLY_A ? lexicon->traits[word] >> work->bones : 0;
        if (bones && length_of(lexicon, (int64_t)word) > 64)
            return wrong("a word is too long for variants");
        count += bones && work->where[word] == ONLY_B;
    }
    while (capacity < 2 * count)
        capacity *= 2;
    Alike *table = room_for(capacity, sizeof *table);
    int64_t *next = room_for(lexicon->count, sizeof *next);
    work->variants = room_for(count, sizeof *work->variants);
    int failed = table == NULL || next == NULL || work->variants == NULL;
    for (size_t word = lexicon->count; !failed && word-- > 0;) { /* so the first one is linked last */
        int64_t bones = lexicon->traits[word] >> work->bones;
        if (work->where[word] != ONLY_B || !bones)
            continue;
        Alike *alike = alike_of(table, capacity, bones);
        next[word] = alike->bones ? alike->first : -1;
        *alike = (Alike){bones, (int64_t)word};
    }
    /* Of many words this takes seconds, in which other threads may run. */
    PyThreadState *waiting = failed || count < MANY ? NULL : PyEval_SaveThread();
    for (size_t word = 0; !failed && word < lexicon->count; word++) {
        int64_t bones = lexicon->traits[word] >> work->bones;
        if (work->where[word] != ONLY_A || !bones)
            continue;
        Alike *alike = alike_of(table, capacity, bones);
        int64_t other = alike->bones ? take_variant(work, (int64_t)word, alike, next) : -1;
        if (other >= 0)
            work->variants[work->variants_used++] = (Words){{(int64_t)word, other}};
    }
    if (waiting != NULL)
        PyEval_RestoreThread(waiting);
    PyMem_Free(table);
    PyMem_Free(next);
    return failed ? -1 : 0;
}

/* Add a term of two words, one of each article. */
static int add_variant(Work *work, Words words)
{
    const double *bits = work->lexicon.bits;
    double least = bits[words.in[1]] < bits[words.in[0]] ? bits[words.in[1]] : bits[words.in[0]];
    Term term = {-least, {NULL, NULL}, {0, 0}, 1, 1};
    for (int side = 0; side < 2; side++) {
        const uint32_t *first = work->first[side] + words.in[side];
        term.places[side] = work->places[side] + first[0];
        term.count[side] = first[1] - first[0];
        if (term.count[side] == 0)
            return wrong("a word of a pair is not in its article");
    }
    return add_term(work, term);
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

static int read_spelling(const Py_buffer *at, const Py_buffer *letters, Lexicon *lexicon)
{
    lexicon->at = at->buf;
    lexicon->letters = letters->buf;
    if (!is_wide(at) || (uintptr_t)letters->buf % sizeof(uint32_t) != 0
        || (size_t)at->len != (lexicon->count + 1) * sizeof(int64_t))
        return wrong("every word must have letters, at numbers of 64 bits");
    for (size_t word = 0; word <= lexicon->count; word++)
        if (lexicon->at[word] < (word ? lexicon->at[word - 1] : 0)
            || (uint64_t)lexicon->at[word] > (size_t)letters->len / sizeof(uint32_t))
            return wrong("a letter is out of range");
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
    if (work->where == NULL || index_places(work) < 0 || find_pairs(work) < 0 || find_rows(work) < 0
        || add_rows(work) < 0 || add_singles(work) < 0 || find_variants(work) < 0)
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

static void let_go(Work *work)
{
    for (int side = 0; side < 2; side++) {
        PyMem_Free(work->rows_at[side]);
        PyMem_Free(work->first[side]);
        PyMem_Free(work->places[side]);
    }
    PyMem_Free(work->pairs.slots);
    PyMem_Free(work->rows.slots);
    PyMem_Free(work->where);
    PyMem_Free(work->pool);
    PyMem_Free(work->terms);
    PyMem_Free(work->variants);
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
    work.lexicon.most_places = (size_t)most_places;
    work.longest = (size_t)longest;
    work.most = (size_t)most;
    work.ending = (size_t)ending;
    work.term = term;
    if (most_places < 0 || longest < 1 || most < 0 || ending < 0 || work.bones < 0 || work.bones > 60)
        wrong("there must be places, words and letters");
    else if (read_lexicon(&views[6], &views[7], &work.lexicon) == 0
             && read_spelling(&views[8], &views[9], &work.lexicon) == 0
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
