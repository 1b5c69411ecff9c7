/* The group numbers of passages, one for all of the same text: the rules of numbers.py. Included after
 * _drafts.h.
 *
 * In go the drafts of all passages, which are read by `read_drafts`; `find_groups` puts them in reading
 * order and gives each its group; `passages_of` returns them as values of Python with their numbers.
 */

#ifndef DITTOMARK_NUMBERS_H
#define DITTOMARK_NUMBERS_H

/* One side of a passage. */
typedef struct {
    int64_t article, start, end;
} Place;

/* A passage: its two places, its similarity, its index in the list passed in, and its group. */
typedef struct {
    Place side[2];
    double similarity;
    size_t index;
    size_t group; /* the index of a passage of this order */
    int weak, summary;
} Numbered;

/* A place of one or more passages: the first strong one, and all weak ones, chained by `next_weak`. */
typedef struct {
    Place place;
    size_t strong, weak; /* of this order; NONE if there is none */
} Shared;

static int compare_places(const Place *one, const Place *other)
{
    if (one->article != other->article)
        return one->article < other->article ? -1 : 1;
    if (one->start != other->start)
        return one->start < other->start ? -1 : 1;
    return (one->end > other->end) - (one->end < other->end);
}

/* In reading order, the most similar first, else as passed in. */
static int compare_numbered(const void *one, const void *other)
{
    const Numbered *x = one, *y = other;
    int order = compare_places(&x->side[0], &y->side[0]);
    if (order == 0)
        order = compare_places(&x->side[1], &y->side[1]);
    if (order == 0)
        order = (x->similarity < y->similarity) - (x->similarity > y->similarity);
    return order ? order : (x->index > y->index) - (x->index < y->index);
}

typedef struct {
    Place place;
    size_t passage, side;
} Entry;

static int compare_entries(const void *one, const void *other)
{
    const Entry *x = one, *y = other;
    int order = compare_places(&x->place, &y->place);
    if (order == 0)
        order = (x->passage > y->passage) - (x->passage < y->passage);
    return order ? order : (x->side > y->side) - (x->side < y->side);
}

/* The representative of a passage among those that are the same text: the first of them. */
static size_t find(Numbered *all, size_t k)
{
    while (all[k].group != k) {
        all[k].group = all[all[k].group].group;
        k = all[k].group;
    }
    return k;
}

static void join(Numbered *all, size_t one, size_t other)
{
    one = find(all, one);
    other = find(all, other);
    if (one < other)
        all[other].group = one;
    else
        all[one].group = other;
}

static int overlaps(const Place *one, const Place *other)
{
    int64_t end = one->end < other->end ? one->end : other->end;
    int64_t sizes[] = {one->end - one->start, other->end - other->start};
    return 2 * (end - one->start) > (sizes[0] > sizes[1] ? sizes[0] : sizes[1]);
}

typedef struct {
    Numbered *all;
    size_t count;
    Entry *entries;      /* the places of all passages but summaries, in order */
    Shared *shared;      /* each place once, in order */
    size_t *next_weak;   /* of every entry, the next weak passage at its place */
    size_t *open;        /* places that later ones may overlap */
    size_t *settled;     /* of every weak passage, the group it takes, or NONE */
    size_t places;
} Numbering;

/* Find the places of all passages; strong passages at one place are the same text. */
static void find_places(Numbering *work)
{
    size_t count = 0;
    for (size_t k = 0; k < work->count; k++)
        for (size_t side = 0; side < 2 && !work->all[k].summary; side++)
            work->entries[count++] = (Entry){work->all[k].side[side], k, side};
    if (count > 1)
        qsort(work->entries, count, sizeof(Entry), compare_entries);
    size_t last_weak = NONE;
    for (size_t e = 0; e < count; e++) {
        const Entry *entry = &work->entries[e];
        if (e == 0 || compare_places(&entry->place, &work->entries[e - 1].place)) {
            work->shared[work->places++] = (Shared){entry->place, NONE, NONE};
            last_weak = NONE;
        }
        Shared *here = &work->shared[work->places - 1];
        work->next_weak[e] = NONE;
        if (work->all[entry->passage].weak) {
            if (last_weak == NONE)
                here->weak = e;
            else
                work->next_weak[last_weak] = e;
            last_weak = e;
        } else if (here->strong == NONE) {
            here->strong = entry->passage;
        } else {
            join(work->all, entry->passage, here->strong);
        }
    }
}

/* Let the weak passages at a place take the number of a strong one, if they have none yet. */
static void settle(Numbering *work, const Shared *weak, const Shared *strong)
{
    for (size_t e = weak->weak; e != NONE; e = work->next_weak[e])
        if (work->settled[work->entries[e].passage] == NONE)
            work->settled[work->entries[e].passage] = find(work->all, strong->strong);
}

/* `_overlapping`: visit the pairs of places that overlap by more than half of the longer one; join
 * strong ones, or let weak ones take the number of strong ones. */
static void find_overlaps(Numbering *work, int weak)
{
    size_t open = 0;
    for (size_t k = 0; k < work->places; k++) {
        const Shared *here = &work->shared[k];
        if (!weak && here->strong == NONE)
            continue;
        size_t kept = 0;
        for (size_t o = 0; o < open; o++) {
            const Place *other = &work->shared[work->open[o]].place;
            if (other->article == here->place.article && other->end > here->place.start)
                work->open[kept++] = work->open[o];
        }
        open = kept;
        work->open[open++] = k;
        for (size_t o = 0; o < open; o++) {
            const Shared *other = &work->shared[work->open[o]];
            if (!overlaps(&here->place, &other->place))
                continue;
            if (!weak) {
                join(work->all, here->strong, other->strong);
                continue;
            }
            if (here->weak != NONE && other->strong != NONE)
                settle(work, here, other);
            if (other->weak != NONE && here->strong != NONE && other != here)
                settle(work, other, here);
        }
    }
}

/* `number_groups`: give every passage its group: the first passage of that text. */
static void find_groups(Numbering *work)
{
    if (work->count > 1)
        qsort(work->all, work->count, sizeof(Numbered), compare_numbered);
    int any_weak = 0;
    for (size_t k = 0; k < work->count; k++) {
        work->all[k].group = k;
        work->settled[k] = NONE;
        any_weak |= work->all[k].weak;
    }
    find_places(work);
    find_overlaps(work, 0);
    if (any_weak)
        find_overlaps(work, 1);
    for (size_t k = 0; k < work->count; k++)
        if (!work->all[k].weak)
            work->settled[k] = find(work->all, k);
        else if (work->settled[k] == NONE)
            work->settled[k] = k;
}

/* Read a place by its attributes. */
static int read_place(PyObject *from, Place *place)
{
    int64_t *numbers[] = {&place->article, &place->start, &place->end};
    for (int k = 0; k < 3; k++) {
        PyObject *number = PyObject_GetAttrString(from, LOCUS[k]);
        if (number == NULL)
            return -1;
        *numbers[k] = PyLong_AsLongLong(number);
        Py_DECREF(number);
        if (*numbers[k] == -1 && PyErr_Occurred())
            return -1;
        if (*numbers[k] < 0 || *numbers[k] > INT64_MAX / 4)
            return wrong("a place is out of range");
    }
    return 0;
}

/* Read all drafts: (a, b, similarity, kind, weak, edits). */
static int read_drafts(PyObject *drafts, Numbering *work)
{
    for (size_t k = 0; k < work->count; k++) {
        PyObject *draft = PyTuple_GetItem(drafts, (Py_ssize_t)k), *a, *b, *kind, *edits;
        Numbered *one = &work->all[k];
        if (!PyTuple_Check(draft)
            || !PyArg_ParseTuple(draft, "OOdUpO", &a, &b, &one->similarity, &kind, &one->weak, &edits))
            return PyErr_Occurred() ? -1 : wrong("a draft must be a tuple");
        one->index = k;
        one->summary = PyUnicode_CompareWithASCIIString(kind, "summary") == 0;
        if (read_place(a, &one->side[0]) < 0 || read_place(b, &one->side[1]) < 0)
            return -1;
    }
    return 0;
}

/* Return the passages in order, with their numbers: strong ones are numbered first. */
static PyObject *passages_of(const Numbering *work, PyObject *drafts, const Maker *passage, size_t *number)
{
    size_t numbers = 0;
    for (int weak = 0; weak < 2; weak++)
        for (size_t k = 0; k < work->count; k++)
            if ((work->all[k].weak != 0) == weak && number[work->settled[k]] == 0)
                number[work->settled[k]] = ++numbers;
    PyObject *answer = PyTuple_New((Py_ssize_t)work->count);
    for (size_t k = 0; answer != NULL && k < work->count; k++) {
        PyObject *draft = PyTuple_GetItem(drafts, (Py_ssize_t)work->all[k].index);
        PyObject *fields[MOST_FIELDS];
        for (Py_ssize_t field = 0; field < 6; field++)
            fields[field] = Py_NewRef(PyTuple_GetItem(draft, field));
        fields[6] = PyLong_FromSize_t(number[work->settled[k]]);
        PyObject *made = make_value(passage, fields);
        if (made == NULL || PyTuple_SetItem(answer, (Py_ssize_t)k, made) < 0)
            Py_CLEAR(answer);
    }
    return answer;
}

#endif
