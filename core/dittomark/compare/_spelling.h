/* Words compared letter by letter, for the compiled steps that need it. Included after _steps.h. */

#ifndef DITTOMARK_SPELLING_H
#define DITTOMARK_SPELLING_H

/* The length of the longest common subsequence of two words of at most 64 letters (Hyyrö 2004). */
static inline int common_letters(const Py_UCS4 *one, Py_ssize_t rows, const Py_UCS4 *other,
                                 Py_ssize_t columns)
{
    uint64_t left = ~(uint64_t)0; /* a bit for each letter of `one`: 0 where the subsequence grows */
    int common = 0;
    for (Py_ssize_t k = 0; k < columns; k++) {
        uint64_t met = 0;
        for (Py_ssize_t row = 0; row < rows; row++)
            met |= (uint64_t)(one[row] == other[k]) << row;
        uint64_t both = left & met;
        left = (left + both) | (left - both);
    }
    for (Py_ssize_t row = 0; row < rows; row++)
        common += !(left >> row & 1);
    return common;
}

#endif
