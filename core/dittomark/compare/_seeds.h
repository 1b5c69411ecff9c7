/* Seeds, and runs of equal words: the rules of seeds.py. Included after _boards.h and _entries.h.
 *
 * `find_pairs` lists the pairs of words that may be seeds, `find_points` the places of their words on the
 * diagonals of the row; `join_runs` makes of these the runs of all boards, whose array the caller frees.
 */

#ifndef DITTOMARK_SEEDS_H
#define DITTOMARK_SEEDS_H

/* ---- seeds ---- */

/* The key of a seed (word i of the row and word j): its diagonal, and its position on it. */
static int point(const Input *in, Entries *points, uint32_t i, uint32_t j)
{
    return put(points, (uint64_t)(j - i) * (uint64_t)(in->row + 2) + i, i, j);
}

/* Add the two seeds of two places at which a pair of words occurs. */
static int link_places(const Input *in, Entries *points, const Entry *p, const Entry *q)
{
    return point(in, points, p->one, q->one) < 0 || point(in, points, p->other, q->other) < 0 ? -1 : 0;
}

static size_t cell_of(uint64_t code, int bits)
{
    return (size_t)(code * SPREAD >> (64 - bits));
}

/* Remove the pairs of words that cannot be linked, which are most of them: inside articles those that
 * occur only once in theirs, between articles those that only one has. */
static int drop_single(Entries *pairs, int inside)
{
    const uint64_t apart = inside ? 1 : MOST_ARTICLES; /* whether the article belongs to the code */
    int bits = 6;
    while (((size_t)1 << bits) < 4 * pairs->count)
        bits++;
    uint16_t *met = room_for((size_t)1 << bits, sizeof *met); /* by hash of a pair: articles */
    if (met == NULL)
        return -1;
    for (size_t k = 0; k < pairs->count; k++) {
        uint64_t key = pairs->of[k].key;
        uint16_t *cell = &met[cell_of(key / apart, bits)];
        *cell |= inside ? (uint16_t)(*cell ? 3 : 1) : (uint16_t)(1 << key % MOST_ARTICLES);
    }
    size_t kept = 0;
    for (size_t k = 0; k < pairs->count; k++) {
        uint16_t cell = met[cell_of(pairs->of[k].key / apart, bits)];
        pairs->of[kept] = pairs->of[k];
        kept += (cell & (cell - 1)) != 0;
    }
    pairs->count = kept;
    PyMem_Free(met);
    return 0;
}

/* All pairs of words that may be a seed, sorted by pair, then by article. */
static int find_pairs(const Input *in, Entries *pairs)
{
    for (Py_ssize_t k = 0; k < in->article_count; k++)
        for (int s = 0; s < 2; s++) {
            const Article *article = &in->articles[k];
            int64_t step = in->rules.steps[s], end = article->first + article->words - step;
            for (int64_t i = article->first; i < end; i++) {
                int64_t word = in->ids[i], after = in->ids[i + step];
                if (word < 0 || after < 0)
                    continue;
                uint64_t code = (uint64_t)word * (uint64_t)in->lexicon + (uint64_t)after;
                if (put(pairs, code * MOST_ARTICLES + (uint64_t)k, (uint32_t)i, (uint32_t)(i + step))
                    < 0)
                    return -1;
            }
        }
    return drop_single(pairs, in->boards[0].a == in->boards[0].b) < 0 ? -1 : sort(pairs);
}

/* Link the places of a pair in one article with those of another. */
static int across(const Input *in, Entries *points, const Entry *p, size_t in_a, const Entry *q,
                  size_t in_b)
{
    const size_t most = (size_t)in->rules.most_often;
    if (in_a * in_b <= (size_t)in->rules.max_places) {
        for (size_t k = 0; k < in_a; k++)
            for (size_t l = 0; l < in_b; l++)
                if (link_places(in, points, &p[k], &q[l]) < 0)
                    return -1;
        return 0;
    }
    in_a = in_a < most ? in_a : most;
    in_b = in_b < most ? in_b : most;
    for (size_t k = 0; k < in_a || k < in_b; k++)
        if ((k < in_a && k < in_b && link_places(in, points, &p[k], &q[k]) < 0)
            || (k < in_a && link_places(in, points, &p[k], q) < 0)
            || (k < in_b && link_places(in, points, p, &q[k]) < 0))
            return -1;
    return 0;
}

/* Link the places of a pair in one article with the next ones. */
static int onward(const Input *in, Entries *points, const Entry *places, size_t count)
{
    if (count > (size_t)in->rules.most_often)
        count = (size_t)in->rules.most_often;
    for (size_t k = 0; k < count; k++)
        for (size_t l = k + 1; l < count && l <= k + (size_t)in->rules.next; l++) {
            /* A pair with a word between may precede one without, and share a word with it. */
            const Entry *p = &places[k], *q = &places[l];
            if ((p->one < q->one && point(in, points, p->one, q->one) < 0)
                || (p->one > q->one && point(in, points, q->one, p->one) < 0)
                || (p->other < q->other && point(in, points, p->other, q->other) < 0)
                || (p->other > q->other && point(in, points, q->other, p->other) < 0))
                return -1;
        }
    return 0;
}

/* The places of the words of all seeds, in order; some more than once. */
static int find_points(const Input *in, const Entries *pairs, Entries *points)
{
    size_t first = 0;
    while (first < pairs->count) {
        /* The range of the places of one pair of words in each article. */
        size_t begins[MOST_ARTICLES], ends[MOST_ARTICLES];
        for (Py_ssize_t k = 0; k < in->article_count; k++)
            begins[k] = ends[k] = 0;
        uint64_t code = pairs->of[first].key / MOST_ARTICLES;
        while (first < pairs->count && pairs->of[first].key / MOST_ARTICLES == code) {
            uint64_t key = pairs->of[first].key;
            begins[key % MOST_ARTICLES] = first;
            while (first < pairs->count && pairs->of[first].key == key)
                first++;
            ends[key % MOST_ARTICLES] = first;
        }
        for (Py_ssize_t k = 0; k < in->board_count; k++) {
            Py_ssize_t a = in->boards[k].a, b = in->boards[k].b;
            const Entry *p = pairs->of + begins[a], *q = pairs->of + begins[b];
            size_t in_a = ends[a] - begins[a], in_b = ends[b] - begins[b];
            if (a == b ? onward(in, points, p, in_a) < 0
                       : in_a && in_b && across(in, points, p, in_a, q, in_b) < 0)
                return -1;
        }
    }
    return sort(points);
}

/* ---- runs ---- */

typedef struct {
    int64_t a, b, length; /* places in the row */
    double weight;
    Py_ssize_t board;
} Run;

typedef struct {
    Run *of;
    size_t count;
} Runs;

static double told(const Input *in, Py_ssize_t board, int64_t a, int64_t length)
{
    const Board *on = &in->boards[board];
    const double *sums = on->sums.buf;
    int64_t start = a - in->articles[on->a].first;
    return sums[start + length] - sums[start];
}

/* Add the common prefix or suffix of two articles as a run, unless it is one already. */
static void add_end(const Input *in, Runs *runs, Py_ssize_t board, int64_t i, int64_t j, int64_t length)
{
    int64_t a = in->articles[in->boards[board].a].first + i;
    int64_t b = in->articles[in->boards[board].b].first + j;
    if (length < in->rules.least_end)
        return;
    for (size_t k = 0; k < runs->count; k++) {
        const Run *run = &runs->of[k];
        if (run->b - run->a == b - a && run->length >= length && run->board == board)
            return;
    }
    runs->of[runs->count++] = (Run){a, b, length, told(in, board, a, length), board};
}

static void add_ends(const Input *in, Runs *runs, Py_ssize_t board)
{
    const Article *a = &in->articles[in->boards[board].a], *b = &in->articles[in->boards[board].b];
    const int64_t *in_a = a->ids.buf, *in_b = b->ids.buf;
    int64_t shorter = a->words < b->words ? a->words : b->words, head = 0, tail = 0;
    while (head < shorter && in_a[head] == in_b[head])
        head++;
    while (tail < shorter && in_a[a->words - 1 - tail] == in_b[b->words - 1 - tail])
        tail++;
    add_end(in, runs, board, 0, 0, head);
    add_end(in, runs, board, a->words - tail, b->words - tail, tail);
}

/* Join points that follow each other on a diagonal. */
static int join_runs(const Input *in, const Entries *points, Runs *runs)
{
    Py_ssize_t board_of[MOST_ARTICLES][MOST_ARTICLES] = {{0}};
    /* Each run has at least one point; and each board has a prefix and a suffix. */
    runs->of = PyMem_Malloc((points->count + 2 * (size_t)in->board_count + 1) * sizeof(Run));
    if (runs->of == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (Py_ssize_t k = 0; k < in->board_count; k++)
        board_of[in->boards[k].a][in->boards[k].b] = k;
    for (size_t k = 0; k < points->count;) {
        uint64_t first = points->of[k].key, last = first;
        int64_t a = points->of[k].one, b = points->of[k].other;
        for (; k < points->count && points->of[k].key <= last + 1; k++)
            last = points->of[k].key;
        Py_ssize_t of_a = in->article_count - 1, of_b = of_a;
        while (a < in->articles[of_a].first)
            of_a--;
        while (b < in->articles[of_b].first)
            of_b--;
        Py_ssize_t board = board_of[of_a][of_b];
        int64_t length = (int64_t)(last - first) + 1;
        double weight = told(in, board, a, length);
        if (weight >= in->boards[board].least_run)
            runs->of[runs->count++] = (Run){a, b, length, weight, board};
    }
    for (Py_ssize_t k = 0; k < in->board_count; k++)
        if (in->boards[k].a != in->boards[k].b)
            add_ends(in, runs, k);
    if (runs->count > UINT32_MAX) {
        PyErr_NoMemory();
        return -1;
    }
    return 0;
}

#endif
