/* Seeds, runs and chains: the results of seeds.py and chains.py, which define the rules, in less
 * time. tests/core/compare/test_compiled_steps.py compares the two implementations.
 *
 * Every constant (number of neighbours, cost of a gap) is an argument from Python. Sums are added
 * in the same order as in Python, so that the bits are identical to the last digit.
 */

#include "_steps.h"

/* Interface version: raised when results or arguments change; steps.py requires the same number. */
#define RULES 2

#define MOST_ARTICLES 16u
/* Most words of all articles, and most ids: no product of two and MOST_ARTICLES overflows. */
#define MOST_WORDS ((int64_t)1 << 29)

/* The constants of seeds.py and chains.py. */
typedef struct {
    Py_ssize_t room, max_gap, max_places, steps[2], next, most_often, least_end, neighbours, back_step,
        most_chains;
    double link_cost, drift_cost, overlap_cost, same;
} Rules;

typedef struct {
    Py_buffer ids, wanted;
    int64_t words, first; /* their number, and the position of the first in the row */
} Article;

/* Two articles, or one twice; `least_run` and `least_chain` are the least bits of a run and a
 * chain. */
typedef struct {
    Py_ssize_t a, b;
    Py_buffer sums;
    double least_run, least_chain;
} Board;

typedef struct {
    Rules rules;
    Article articles[MOST_ARTICLES];
    Board *boards;
    Py_ssize_t article_count, board_count;
    int64_t row;     /* its length */
    int64_t *ids;    /* of the row; -1 for words in no seed, and in gaps between articles */
    int64_t lexicon; /* number of ids */
} Input;

/* ---- growing arrays, and sorting ---- */

typedef struct {
    uint64_t key;
    uint32_t one, other;
} Entry;

typedef struct {
    Entry *of;
    size_t count, room;
} Entries;

static int put(Entries *all, uint64_t key, uint32_t one, uint32_t other)
{
    if (all->count == all->room) {
        size_t wanted = 2 * all->room + 1024;
        Entry *larger = PyMem_Realloc(all->of, wanted * sizeof *larger);
        if (larger == NULL) {
            PyErr_NoMemory();
            return -1;
        }
        all->of = larger;
        all->room = wanted;
    }
    all->of[all->count++] = (Entry){key, one, other};
    return 0;
}

/* Merge sort; the result is in the memory of `from` or `to`, and is returned. */
static Entry *sort_few(Entry *from, Entry *to, size_t count)
{
    for (size_t size = 1; size < count; size *= 2) {
        for (size_t first = 0; first < count; first += 2 * size) {
            size_t middle = first + size < count ? first + size : count;
            size_t end = middle + size < count ? middle + size : count;
            size_t one = first, other = middle, k = first;
            while (one < middle && other < end)
                to[k++] = from[from[other].key < from[one].key ? other++ : one++];
            while (one < middle)
                to[k++] = from[one++];
            while (other < end)
                to[k++] = from[other++];
        }
        Entry *sorted = to;
        to = from;
        from = sorted;
    }
    return from;
}

/* Radix sort from the lowest digit; the result is in the memory of `from` or `to`. */
static Entry *sort_many(Entry *from, Entry *to, size_t count)
{
    enum { MOST_DIGITS = 1 << 11 };
    const int bits = count < MOST_DIGITS ? 8 : 11; /* wide digits: fewer, longer rounds */
    const size_t digits = (size_t)1 << bits;
    uint64_t used = 0;
    for (size_t k = 0; k < count; k++)
        used |= from[k].key;
    for (int shift = 0; shift < 64 && used >> shift; shift += bits) {
        size_t places[MOST_DIGITS], before = 0;
        memset(places, 0, digits * sizeof *places);
        for (size_t k = 0; k < count; k++)
            places[(from[k].key >> shift) & (digits - 1)]++;
        for (size_t k = 0; k < digits; k++) {
            size_t of_digit = places[k];
            places[k] = before;
            before += of_digit;
        }
        for (size_t k = 0; k < count; k++)
            to[places[(from[k].key >> shift) & (digits - 1)]++] = from[k];
        Entry *sorted = to;
        to = from;
        from = sorted;
    }
    return from;
}

/* Sort entries by their keys; the sort is stable. */
static int sort(Entries *all)
{
    enum { FEW = 256 };
    size_t k = 1;
    while (k < all->count && all->of[k - 1].key <= all->of[k].key)
        k++;
    if (k >= all->count)
        return 0;
    Entry *spare = PyMem_Malloc(all->room * sizeof *spare);
    if (spare == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    Entry *sorted = all->count < FEW ? sort_few(all->of, spare, all->count)
                                     : sort_many(all->of, spare, all->count);
    PyMem_Free(sorted == spare ? all->of : spare);
    all->of = sorted;
    return 0;
}

/* ---- seeds (seeds.py) ---- */

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
    uint16_t *met = PyMem_Calloc((size_t)1 << bits, sizeof *met); /* by hash of a pair: articles */
    if (met == NULL) {
        PyErr_NoMemory();
        return -1;
    }
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

/* ---- runs (seeds.py) ---- */

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
static int join(const Input *in, const Entries *points, Runs *runs)
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

/* ---- chains (chains.py) ---- */

typedef struct {
    double bits;      /* of the best chain that ends in a run */
    int64_t previous; /* the run before it, or -1 */
} Best;

/* The number of words before the end of a run at which the next may begin. */
static int64_t back_of(const Input *in, const Run *run)
{
    return run->length - 1 < in->rules.back_step ? run->length - 1 : in->rules.back_step;
}

/* Whether a run that begins near the end of another in a does so in b too. */
static int is_near(const Input *in, const Run *source, const Run *target, int inside)
{
    int64_t end = source->b + source->length;
    if (target->b < end - back_of(in, source) || target->b > end + in->rules.max_gap)
        return 0;
    return !inside || target->a + target->length <= source->b;
}

/* The band of diagonals that a run lies in. */
static int64_t band_of(const Run *run, int64_t shift, int64_t band)
{
    return (uint32_t)(run->b - run->a + shift) / (uint32_t)band; /* 64 bits take far longer */
}

/* The first entry, from `first` on, whose key is at least `least`. */
static size_t find_key(const Entries *all, size_t first, uint64_t least)
{
    size_t last = all->count;
    for (int k = 0; k < 8; k++, first++) /* it is usually near */
        if (first == last || all->of[first].key >= least)
            return first;
    while (first < last) {
        size_t middle = first + (last - first) / 2;
        if (all->of[middle].key < least)
            first = middle + 1;
        else
            last = middle;
    }
    return first;
}

/* All links between runs, sorted by the position of the second run in a. */
static int find_steps(const Input *in, const Runs *runs, Entries *steps)
{
    const int64_t gap = in->rules.max_gap, band = 2 * gap;
    int64_t lowest = INT64_MAX, highest = 0, stride = 0;
    int inside = 0, failed = 0;
    Entries starts = {NULL, 0, 0};
    for (Py_ssize_t k = 0; k < in->board_count; k++)
        inside |= in->boards[k].a == in->boards[k].b;
    for (size_t k = 0; k < runs->count; k++) {
        const Run *run = &runs->of[k];
        int64_t at = band_of(run, 0, band), shifted = band_of(run, gap, band);
        lowest = at < lowest ? at : lowest;
        highest = shifted > highest ? shifted : highest;
        stride = run->a + run->length > stride ? run->a + run->length : stride;
    }
    stride += gap + 1; /* keeps the runs of different bands apart */
    /* Two sets of bands of diagonals, so that no neighbour is lost at a band boundary. */
    for (int set = 0; set < 2 && !failed; set++)
        for (size_t k = 0; k < runs->count && !failed; k++) {
            const Run *run = &runs->of[k];
            int64_t at = band_of(run, set * gap, band) - lowest + set * (highest - lowest + 1);
            failed = put(&starts, (uint64_t)(at * stride + run->a), (uint32_t)k, 0);
        }
    failed = failed || sort(&starts) < 0;
    for (size_t k = 0; k < starts.count && !failed; k++) {
        const Run *source = &runs->of[starts.of[k].one];
        uint64_t end = starts.of[k].key + (uint64_t)source->length;
        uint64_t most = end + (uint64_t)gap;
        size_t first = find_key(&starts, k + 1, end - (uint64_t)back_of(in, source));
        for (Py_ssize_t n = 0; n < in->rules.neighbours && first < starts.count
                               && starts.of[first].key <= most && !failed; n++, first++) {
            const Run *target = &runs->of[starts.of[first].one];
            if (is_near(in, source, target, inside))
                failed = put(steps, (uint64_t)target->a, starts.of[k].one, starts.of[first].one);
        }
    }
    PyMem_Free(starts.of);
    return failed ? -1 : sort(steps);
}

static double cost_of(const Input *in, const Run *source, const Run *target)
{
    int64_t gap_a = target->a - source->a - source->length;
    int64_t gap_b = target->b - source->b - source->length;
    int64_t left = (gap_a > 0 ? gap_a : 0) + (gap_b > 0 ? gap_b : 0);
    int64_t drift = gap_a > gap_b ? gap_a - gap_b : gap_b - gap_a;
    int64_t least = gap_a < gap_b ? gap_a : gap_b;
    return in->rules.link_cost * (double)left + in->rules.drift_cost * (double)drift
        + in->rules.overlap_cost * (double)(least < 0 ? -least : 0);
}

/* The best chain that ends in each run. */
static Best *find_best(const Input *in, const Runs *runs)
{
    Entries steps = {NULL, 0, 0};
    Best *best = PyMem_Malloc((runs->count + 1) * sizeof *best);
    if (best == NULL) {
        PyErr_NoMemory();
        return NULL;
    }
    if (find_steps(in, runs, &steps) < 0) {
        PyMem_Free(steps.of);
        PyMem_Free(best);
        return NULL;
    }
    for (size_t k = 0; k < runs->count; k++)
        best[k] = (Best){runs->of[k].weight, -1};
    for (size_t k = 0; k < steps.count; k++) {
        uint32_t source = steps.of[k].one, target = steps.of[k].other;
        double gain = runs->of[target].weight - cost_of(in, &runs->of[source], &runs->of[target]);
        double offer = best[source].bits + gain;
        Best *now = &best[target];
        if (offer > now->bits + in->rules.same
            || (now->previous >= 0 && offer >= now->bits - in->rules.same))
            *now = (Best){offer, source};
    }
    PyMem_Free(steps.of);
    return best;
}

/* A sort key that descends with the bits. */
static uint64_t from_the_best_down(double bits)
{
    uint64_t key;
    memcpy(&key, &bits, sizeof key);
    return key >> 63 ? key : ~key & ~((uint64_t)1 << 63);
}

/* The chain that ends in a run, without runs of other chains; `size` runs. */
static PyObject *read_off(const Input *in, const Runs *runs, const Best *best, int64_t last,
                          Py_ssize_t size)
{
    PyObject *chain = PyList_New(size);
    const Board *board = &in->boards[runs->of[last].board];
    for (int64_t at = last; chain != NULL && size > 0; at = best[at].previous) {
        const Run *run = &runs->of[at];
        int64_t of[] = {run->a - in->articles[board->a].first, run->b - in->articles[board->b].first,
                        run->length};
        PyObject *one = tuple_of(of, 3);
        if (one == NULL || PyList_SetItem(chain, --size, one) < 0)
            Py_CLEAR(chain);
    }
    return chain;
}

/* The chains of every board, in descending order of bits. */
static int read_all_off(const Input *in, const Runs *runs, const Best *best, char *used,
                        PyObject *answer)
{
    Entries order = {NULL, 0, 0};
    int failed = 0;
    for (size_t k = 0; k < runs->count && !failed; k++)
        if (best[k].bits >= in->boards[runs->of[k].board].least_chain)
            failed = put(&order, from_the_best_down(best[k].bits), (uint32_t)k, 0);
    failed = failed || sort(&order) < 0;
    for (size_t k = 0; k < order.count && !failed; k++) {
        int64_t last = order.of[k].one, at = last;
        Py_ssize_t size = 0;
        for (; at >= 0 && !used[at]; at = best[at].previous, size++)
            used[at] = 1;
        PyObject *chains = PyList_GetItem(answer, runs->of[last].board);
        if (size == 0 || PyList_Size(chains) == in->rules.most_chains)
            continue;
        if (best[last].bits - (at >= 0 ? best[at].bits : 0.0)
            < in->boards[runs->of[last].board].least_chain)
            continue;
        PyObject *chain = read_off(in, runs, best, last, size);
        failed = chain == NULL || PyList_Append(chains, chain) < 0;
        Py_XDECREF(chain);
    }
    PyMem_Free(order.of);
    return failed ? -1 : 0;
}

static PyObject *chains_of(const Input *in, const Runs *runs)
{
    PyObject *answer = PyList_New(in->board_count);
    for (Py_ssize_t k = 0; answer != NULL && k < in->board_count; k++) {
        PyObject *none = PyList_New(0);
        if (none == NULL || PyList_SetItem(answer, k, none) < 0)
            Py_CLEAR(answer);
    }
    if (answer == NULL || runs->count == 0)
        return answer;
    Best *best = find_best(in, runs);
    char *used = PyMem_Calloc(runs->count, 1);
    if (used == NULL)
        PyErr_NoMemory();
    if (best == NULL || used == NULL || read_all_off(in, runs, best, used, answer) < 0)
        Py_CLEAR(answer);
    PyMem_Free(used);
    PyMem_Free(best);
    return answer;
}

/* ---- the Python function ---- */

/* Read an article into the row, whose `ids` is allocated and long enough. */
static int read_article(Input *in, Article *article)
{
    const int64_t *ids = article->ids.buf;
    const char *wanted = article->wanted.buf;
    if (article->wanted.len != in->lexicon)
        return wrong("every article must say of every word whether it is wanted");
    for (int64_t k = 0; k < article->words; k++) {
        if (ids[k] < 0 || ids[k] >= in->lexicon)
            return wrong("a word is out of range");
        in->ids[article->first + k] = wanted[ids[k]] ? ids[k] : -1;
    }
    return 0;
}

static int read_articles(Input *in, PyObject *articles, PyObject *wanted)
{
    Py_ssize_t count = PyTuple_Size(articles);
    if (count < 1 || count > (Py_ssize_t)MOST_ARTICLES || PyTuple_Size(wanted) != count)
        return wrong("too many articles, or not as many as wanted");
    for (; in->article_count < count; in->article_count++) {
        Article *article = &in->articles[in->article_count];
        if (PyObject_GetBuffer(PyTuple_GetItem(articles, in->article_count), &article->ids,
                               PyBUF_SIMPLE) < 0)
            return -1;
        if (PyObject_GetBuffer(PyTuple_GetItem(wanted, in->article_count), &article->wanted,
                               PyBUF_SIMPLE) < 0) {
            PyBuffer_Release(&article->ids);
            return -1;
        }
        if (!is_wide(&article->ids)
            || article->ids.len > MOST_WORDS * (Py_ssize_t)sizeof(int64_t)) {
            PyBuffer_Release(&article->ids);
            PyBuffer_Release(&article->wanted);
            return wrong("an article is too long, or its ids are not numbers of 64 bits");
        }
        article->words = article->ids.len / (Py_ssize_t)sizeof(int64_t);
        article->first = in->row;
        in->row += article->words + in->rules.room;
    }
    in->lexicon = in->articles[0].wanted.len;
    if (in->row > MOST_WORDS || in->lexicon > MOST_WORDS)
        return wrong("the articles are too long");
    in->ids = PyMem_Malloc((size_t)in->row * sizeof(int64_t));
    if (in->ids == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    memset(in->ids, -1, (size_t)in->row * sizeof(int64_t));
    for (Py_ssize_t k = 0; k < count; k++)
        if (read_article(in, &in->articles[k]) < 0)
            return -1;
    return 0;
}

static int read_boards(Input *in, PyObject *boards)
{
    Py_ssize_t count = PyTuple_Size(boards);
    in->boards = PyMem_Calloc((size_t)count + 1, sizeof(Board));
    if (in->boards == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (; in->board_count < count; in->board_count++) {
        Board *board = &in->boards[in->board_count];
        if (!PyTuple_Check(PyTuple_GetItem(boards, in->board_count)))
            return wrong("a board must be a tuple");
        if (!PyArg_ParseTuple(PyTuple_GetItem(boards, in->board_count), "nny*dd", &board->a, &board->b,
                              &board->sums, &board->least_run, &board->least_chain))
            return -1;
        if (board->a < 0 || board->a > board->b || board->b >= in->article_count
            || !is_wide(&board->sums) || board->sums.len
                != (Py_ssize_t)((in->articles[board->a].words + 1) * (int64_t)sizeof(double))) {
            PyBuffer_Release(&board->sums);
            return wrong("a board is of no two articles, or has not a sum for each word");
        }
    }
    return 0;
}

static PyObject *chains_of_input(Input *in, PyObject *articles, PyObject *wanted, PyObject *boards)
{
    PyObject *answer = NULL;
    Entries pairs = {NULL, 0, 0}, points = {NULL, 0, 0};
    Runs runs = {NULL, 0};
    if (read_articles(in, articles, wanted) == 0 && read_boards(in, boards) == 0
        && find_pairs(in, &pairs) == 0 && find_points(in, &pairs, &points) == 0
        && join(in, &points, &runs) == 0)
        answer = chains_of(in, &runs);
    PyMem_Free(pairs.of);
    PyMem_Free(points.of);
    PyMem_Free(runs.of);
    return answer;
}

PyDoc_STRVAR(chains_doc,
"chains(articles, wanted, boards, sizes, costs, /)\n--\n\n"
"Return the chains of every board, as runs (i, j, length), the weightiest first.\n\n"
"articles: the ids of their words; wanted: for each article and id, whether it may be part of a seed;\n"
"boards: (a, b, sums, bits a run needs, bits a chain needs); sizes and costs: see chains.py.");

static PyObject *chains(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    PyObject *articles, *wanted, *boards, *answer = NULL;
    Input *in = PyMem_Calloc(1, sizeof *in);
    if (in == NULL)
        return PyErr_NoMemory();
    Rules *rules = &in->rules;
    if (PyArg_ParseTuple(arguments, "O!O!O!(nnn(nn)nnnnnn)(dddd):chains", &PyTuple_Type, &articles,
                         &PyTuple_Type, &wanted, &PyTuple_Type, &boards, &rules->room, &rules->max_gap,
                         &rules->max_places, &rules->steps[0], &rules->steps[1], &rules->next,
                         &rules->most_often, &rules->least_end, &rules->neighbours, &rules->back_step,
                         &rules->most_chains, &rules->link_cost, &rules->drift_cost,
                         &rules->overlap_cost, &rules->same)) {
        if (rules->room <= rules->max_gap || rules->max_gap < 1 || rules->room > MOST_WORDS
            || rules->steps[0] < 1 || rules->steps[1] < 1 || rules->most_often < 1 || rules->next < 0
            || rules->least_end < 1 || rules->back_step < 0)
            wrong("a size is out of range");
        else
            answer = chains_of_input(in, articles, wanted, boards);
    }
    for (Py_ssize_t k = 0; k < in->board_count; k++)
        PyBuffer_Release(&in->boards[k].sums);
    for (Py_ssize_t k = 0; k < in->article_count; k++) {
        PyBuffer_Release(&in->articles[k].ids);
        PyBuffer_Release(&in->articles[k].wanted);
    }
    PyMem_Free(in->boards);
    PyMem_Free(in->ids);
    PyMem_Free(in);
    return answer;
}

/* ---- boards ---- */

/* Count the words of an article; each must be less than `lexicon`. */
static int count_words(const Py_buffer *ids, Py_ssize_t lexicon, int64_t *counts)
{
    const int64_t *id = ids->buf;
    if (!is_wide(ids) || ids->len > MOST_WORDS * (Py_ssize_t)sizeof(int64_t))
        return wrong("an article is too long, or its ids are not numbers of 64 bits");
    for (Py_ssize_t k = 0; k < ids->len / (Py_ssize_t)sizeof(int64_t); k++) {
        if (id[k] < 0 || id[k] >= lexicon)
            return wrong("a word is out of range");
        counts[id[k]]++;
    }
    return 0;
}

/* Return (bits, sums, shared) as bytes, or the largest count if the table ends before it. */
static PyObject *board_of(const Py_buffer *a, const Py_buffer *b, const int64_t *in_a,
                          const int64_t *in_b, Py_ssize_t lexicon, const Py_buffer *table)
{
    const double *told = table->buf;
    const int64_t *id = a->buf, limit = table->len / (Py_ssize_t)sizeof(double);
    Py_ssize_t words = a->len / (Py_ssize_t)sizeof(int64_t);
    int64_t most = 0;
    double *bits = room_for((size_t)lexicon, sizeof *bits);
    double *sums = room_for((size_t)words, sizeof *sums);
    char *shared = room_for((size_t)lexicon, 1);
    PyObject *answer = NULL;
    if (bits != NULL && sums != NULL && shared != NULL) {
        for (Py_ssize_t word = 0; word < lexicon; word++) {
            int64_t count = in_a[word] + (b == NULL ? 0 : in_b[word]);
            shared[word] = b == NULL ? count > 1 : in_a[word] && in_b[word];
            most = count > most ? count : most;
            bits[word] = count < limit ? told[count] : 0.0;
        }
        for (Py_ssize_t k = 0; k < words; k++)
            sums[k + 1] = sums[k] + bits[id[k]];
        answer = most >= limit
            ? PyLong_FromLongLong(most)
            : Py_BuildValue("y#y#y#", (char *)bits, lexicon * (Py_ssize_t)sizeof *bits, (char *)sums,
                            (words + 1) * (Py_ssize_t)sizeof *sums, shared, lexicon);
    }
    PyMem_Free(bits);
    PyMem_Free(sums);
    PyMem_Free(shared);
    return answer;
}

PyDoc_STRVAR(board_doc,
"board(a, b, lexicon, table, /)\n--\n\n"
"Return what each of `lexicon` ids tells, the sums over the words of a, and which ids both articles\n"
"have (which the one has twice, if b is None), as bytes; or the largest count of an id, if the table,\n"
"which holds what an id of every count tells, does not reach it.");

static PyObject *board(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    PyObject *of_b, *answer = NULL;
    Py_buffer a, b = {0}, table;
    Py_ssize_t lexicon;
    if (!PyArg_ParseTuple(arguments, "y*Ony*:board", &a, &of_b, &lexicon, &table))
        return NULL;
    int one = of_b == Py_None;
    if (one || PyObject_GetBuffer(of_b, &b, PyBUF_SIMPLE) == 0) {
        int64_t *in_a = NULL, *in_b = NULL;
        if (lexicon < 0 || lexicon > MOST_WORDS || !is_wide(&table))
            wrong("there are too many ids, or the table does not hold numbers of 64 bits");
        else if ((in_a = room_for((size_t)lexicon, sizeof *in_a)) != NULL
                 && (in_b = room_for(one ? 0 : (size_t)lexicon, sizeof *in_b)) != NULL
                 && count_words(&a, lexicon, in_a) == 0
                 && (one || count_words(&b, lexicon, in_b) == 0))
            answer = board_of(&a, one ? NULL : &b, in_a, in_b, lexicon, &table);
        PyMem_Free(in_a);
        PyMem_Free(in_b);
    }
    if (b.obj != NULL)
        PyBuffer_Release(&b);
    PyBuffer_Release(&a);
    PyBuffer_Release(&table);
    return answer;
}

/* ---- the module ---- */

static PyMethodDef functions[] = {
    {"chains", chains, METH_VARARGS, chains_doc},
    {"board", board, METH_VARARGS, board_doc},
    {NULL, NULL, 0, NULL},
};

COMPILED_STEPS(_chains, "Where articles touch, and which of these places belong together, compiled.", functions)
