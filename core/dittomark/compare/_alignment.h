/* Two articles aligned word by word, for the compiled steps that need it: the longest common subsequence
 * of two stretches as blocks of equal words. Included after _blocks.h.
 *
 * The longest common subsequence is found in a bit matrix, 64 words at once (Hyyrö 2004), and
 * traced back from its end, as in rapidfuzz: of several of equal length both must find the same
 * one.
 */

#ifndef DITTOMARK_ALIGNMENT_H
#define DITTOMARK_ALIGNMENT_H

#define MOST_WORDS ((int64_t)1 << 40)

typedef struct {
    const int64_t *of;
    int64_t count;
} Words;

/* ---- the longest common subsequence ---- */

/* For each distinct word of one side, a bit mask of its positions; open addressing. */
typedef struct {
    int64_t *words;  /* of a slot */
    uint64_t *masks; /* `width` for each slot; the last ones are for words that do not occur */
    size_t capacity, width;
    char *used;
} Places;

static inline size_t slot_of(const Places *places, int64_t word)
{
    size_t at = (size_t)((uint64_t)word * SPREAD >> 32);
    for (;; at++) {
        at &= places->capacity - 1;
        if (!places->used[at] || places->words[at] == word)
            return at;
    }
}

static inline void forget(Places *places)
{
    PyMem_Free(places->words);
    PyMem_Free(places->masks);
    PyMem_Free(places->used);
}

static inline int note_places(Places *places, const int64_t *words, size_t count)
{
    places->width = (count + 63) / 64;
    places->capacity = 8;
    while (places->capacity < 2 * count)
        places->capacity *= 2;
    places->words = PyMem_Malloc(places->capacity * sizeof(int64_t));
    places->used = PyMem_Calloc(places->capacity, 1);
    places->masks = places->width > PY_SSIZE_T_MAX / sizeof(uint64_t) / places->capacity
        ? NULL : PyMem_Calloc(places->capacity * places->width, sizeof(uint64_t));
    if (places->words == NULL || places->used == NULL || places->masks == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (size_t k = 0; k < count; k++) {
        size_t slot = slot_of(places, words[k]);
        places->used[slot] = 1;
        places->words[slot] = words[k];
        places->masks[slot * places->width + k / 64] |= (uint64_t)1 << (k % 64);
    }
    return 0;
}

/* A row for each word of b, a bit for each word of a: 0 where the longest common subsequence is
 * longer with this word of a than without it. */
static inline uint64_t *matrix_of(const Places *places, const int64_t *b, size_t rows)
{
    const size_t width = places->width;
    uint64_t *matrix = rows > PY_SSIZE_T_MAX / sizeof(uint64_t) / width
        ? NULL : PyMem_Malloc(rows * width * sizeof(uint64_t));
    if (matrix == NULL) {
        PyErr_NoMemory();
        return NULL;
    }
    for (size_t row = 0; row < rows; row++) {
        const uint64_t *mask = places->masks + slot_of(places, b[row]) * width;
        uint64_t carry = 0;
        for (size_t k = 0; k < width; k++) {
            uint64_t before = row ? matrix[(row - 1) * width + k] : ~(uint64_t)0;
            uint64_t met = before & mask[k], sum = before + carry;
            carry = sum < carry;
            sum += met;
            carry |= sum < met;
            matrix[row * width + k] = sum | (before - met);
        }
    }
    return matrix;
}

static inline int is_set(const uint64_t *matrix, size_t width, size_t row, size_t column)
{
    return (int)(matrix[row * width + column / 64] >> (column % 64) & 1);
}

/* Add a block after those from `first` on, or extend the last one if it is adjacent. */
static inline int put_after(Blocks *blocks, size_t first, int64_t i, int64_t j, int64_t length)
{
    if (blocks->count > first) {
        Block *last = &blocks->of[blocks->count - 1];
        if (last->i + last->length == i && last->j + last->length == j) {
            last->length += length;
            return 0;
        }
    }
    return put(blocks, i, j, length);
}

/* Add the alignment of two stretches without a common prefix or suffix. */
static inline int align_middle(const int64_t *a, size_t columns, const int64_t *b, size_t rows, int64_t at_a,
                        int64_t at_b, Blocks *blocks, size_t first)
{
    Places places = {NULL, NULL, 0, 0, NULL};
    uint64_t *matrix = NULL;
    int64_t *met = NULL; /* pairs of places, from the last to the first */
    size_t count = 0;
    int failed = -1;
    if (note_places(&places, a, columns) == 0 && (matrix = matrix_of(&places, b, rows)) != NULL) {
        met = PyMem_Malloc(2 * (columns < rows ? columns : rows) * sizeof *met);
        if (met == NULL)
            PyErr_NoMemory();
        else
            failed = 0;
    }
    for (size_t column = columns, row = rows; !failed && column && row;) {
        if (is_set(matrix, places.width, row - 1, column - 1)) {
            column--;
        } else if (--row == 0 || is_set(matrix, places.width, row - 1, column - 1)) {
            column--;
            met[2 * count] = (int64_t)column;
            met[2 * count + 1] = (int64_t)row;
            count++;
        }
    }
    while (!failed && count--)
        failed = put_after(blocks, first, at_a + met[2 * count], at_b + met[2 * count + 1], 1);
    PyMem_Free(met);
    PyMem_Free(matrix);
    forget(&places);
    return failed ? -1 : 0;
}

/* Add the blocks of a longest common subsequence of two stretches. */
static inline int align(const Words *a, const Words *b, int64_t a0, int64_t a1, int64_t b0, int64_t b1,
                 Blocks *blocks)
{
    size_t first = blocks->count;
    int64_t head = 0, tail = 0;
    if (a0 >= a1 || b0 >= b1)
        return 0;
    while (a0 < a1 && b0 < b1 && a->of[a0] == b->of[b0]) {
        a0++;
        b0++;
        head++;
    }
    while (a0 < a1 && b0 < b1 && a->of[a1 - 1] == b->of[b1 - 1]) {
        a1--;
        b1--;
        tail++;
    }
    if (head && put(blocks, a0 - head, b0 - head, head) < 0)
        return -1;
    if (a0 < a1 && b0 < b1
        && align_middle(a->of + a0, (size_t)(a1 - a0), b->of + b0, (size_t)(b1 - b0), a0, b0, blocks,
                        first) < 0)
        return -1;
    return tail ? put_after(blocks, first, a1, b1, tail) : 0;
}

static inline int read_words(const Py_buffer *ids, Words *words)
{
    if (!is_wide(ids)
        || ids->len / (Py_ssize_t)sizeof(int64_t) > MOST_WORDS)
        return wrong("words must be numbers of 64 bits");
    words->of = ids->buf;
    words->count = ids->len / (Py_ssize_t)sizeof(int64_t);
    return 0;
}

#endif
