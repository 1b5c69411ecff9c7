/* Whether one article is a summary of the other: the rules of summaries.py. Included after _steps.h.
 *
 * `summary_of` takes the words of the longer and the shorter article and what they tell; it returns the
 * stretch of each that belongs to the summary, with its figures, or None. Logarithms are asked of Python.
 */

#ifndef DITTOMARK_SUMMARIES_H
#define DITTOMARK_SUMMARIES_H

#define MOST_ROUNDS 1000 /* of a summary: they need not end by themselves */

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

#endif
