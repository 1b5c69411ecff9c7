/* Terms that the articles spell in two ways: `_variants` and `_inflected` of terms.py. Included after
 * _exact_terms.h.
 *
 * `find_variants` lists the pairs of words, each in one article alone, that are spellings of one word;
 * `add_variant` makes a term of such a pair, and of a pair that was found elsewhere.
 */

#ifndef DITTOMARK_VARIANTS_H
#define DITTOMARK_VARIANTS_H

#define MANY 1024 /* words of b that may be spellings, for which Python's lock is let go */

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
    size_t of_x = length_of(lexicon, one), of_y = length_of(lexicon, other);
    size_t common = common_letters(x, of_x, y, of_y);
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

#endif
