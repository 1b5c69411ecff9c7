/* The letters of words, and what two words have in common, for the compiled steps that compare spellings.
 * Included after _steps.h. Letters are code points; those of word w are letters[at[w]] to
 * letters[at[w + 1]].
 */

#ifndef DITTOMARK_SPELLING_H
#define DITTOMARK_SPELLING_H

/* Check the places and letters of a number of words. */
static inline int read_spelling(const Py_buffer *places, const Py_buffer *letters, size_t words)
{
    const int64_t *at = places->buf;
    if (!is_wide(places) || (uintptr_t)letters->buf % sizeof(uint32_t) != 0
        || (size_t)places->len != (words + 1) * sizeof(int64_t))
        return wrong("every word must have letters, at numbers of 64 bits");
    for (size_t word = 0; word <= words; word++)
        if (at[word] < (word ? at[word - 1] : 0)
            || (uint64_t)at[word] > (size_t)letters->len / sizeof(uint32_t))
            return wrong("a letter is out of range");
    return 0;
}

/* The length of the longest common subsequence of two words of at most 64 letters (Hyyrö 2004). */
static inline size_t common_letters(const uint32_t *one, size_t rows, const uint32_t *other,
                                    size_t columns)
{
    uint64_t left = ~(uint64_t)0; /* a bit for each letter of `one`: 0 where the subsequence grows */
    size_t common = 0;
    for (size_t k = 0; k < columns; k++) {
        uint64_t met = 0;
        for (size_t row = 0; row < rows; row++)
            met |= (uint64_t)(one[row] == other[k]) << row;
        met &= left;
        left = (left + met) | (left - met);
    }
    for (size_t row = 0; row < rows; row++)
        common += !(left >> row & 1);
    return common;
}

#endif
