/* The terms that both articles spell alike, as single words and as sequences of words: `_exact` of terms.py.
 * Included after _rare_words.h.
 *
 * `find_exact` takes the articles in `Work` and where their words stand; it adds the terms with their places
 * to those of `Work`, which is released with `let_go`.
 */

#ifndef DITTOMARK_EXACT_TERMS_H
#define DITTOMARK_EXACT_TERMS_H

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

/* ---- sequences of words ---- */

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
    if (grow(&work->terms, &work->terms_room, work->terms_used, sizeof(Term)) < 0)
        return -1;
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

/* Add all terms that both articles spell alike. */
static int find_exact(Work *work)
{
    return index_places(work) < 0 || find_pairs(work) < 0 || find_rows(work) < 0 || add_rows(work) < 0
            || add_singles(work) < 0
        ? -1 : 0;
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

#endif
