/* Entries with a key that are collected and sorted by it: two numbers under each key. Included after
 * _steps.h.
 *
 * `put` adds an entry; `sort` leaves those with equal keys in the order in which they were added, as the
 * stable sorts of numpy do in the rules. Who has a list frees `of`.
 */

#ifndef DITTOMARK_ENTRIES_H
#define DITTOMARK_ENTRIES_H

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
    if (grow(&all->of, &all->room, all->count, sizeof(Entry)) < 0)
        return -1;
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

#endif
