/* Seeds, runs and chains: the results of seeds.py and chains.py, which define the rules, in less
 * time. tests/core/compare/test_compiled_steps.py compares the two implementations. The headers follow
 * seeds.py; here are the rules of chains.py, and the functions that Python calls.
 *
 * Every constant (number of neighbours, cost of a gap) is an argument from Python. Sums are added
 * in the same order as in Python, so that the bits are identical to the last digit.
 */

#include "_steps.h"
#include "_entries.h"
#include "_boards.h"
#include "_seeds.h"

/* Interface version: raised when results or arguments change; steps.py requires the same number. */
#define RULES 2

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
        failed = append(chains, read_off(in, runs, best, last, size)) < 0;
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
    char *used = best == NULL ? NULL : room_for(runs->count, 1);
    if (used == NULL || read_all_off(in, runs, best, used, answer) < 0)
        Py_CLEAR(answer);
    PyMem_Free(used);
    PyMem_Free(best);
    return answer;
}

/* ---- the Python functions ---- */

static PyObject *chains_of_input(Input *in, PyObject *articles, PyObject *wanted, PyObject *boards)
{
    PyObject *answer = NULL;
    Entries pairs = {NULL, 0, 0}, points = {NULL, 0, 0};
    Runs runs = {NULL, 0};
    if (read_articles(in, articles, wanted) == 0 && read_boards(in, boards) == 0
        && find_pairs(in, &pairs) == 0 && find_points(in, &pairs, &points) == 0
        && join_runs(in, &points, &runs) == 0)
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
    release_input(in);
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
