/* Shared by the compiled steps of the engine: checks of buffers, errors, memory, and the module itself.
 *
 * Included first: only the stable interface of Python 3.11 is used, so one file serves every later
 * version. A source file defines `RULES`, its functions, and ends with `COMPILED_STEPS`.
 */

#ifndef DITTOMARK_STEPS_H
#define DITTOMARK_STEPS_H

#define PY_SSIZE_T_CLEAN
#define Py_LIMITED_API 0x030B0000
#include <Python.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* The numbers in a buffer, which must outlive them. */
typedef struct {
    const int64_t *of;
    size_t count;
} Numbers;

/* Whether the items of a buffer have 64 bits; numpy fills in the item size in any case. */
static inline int is_wide(const Py_buffer *of)
{
    return of->itemsize == sizeof(int64_t) && of->len % (Py_ssize_t)sizeof(int64_t) == 0
        && (uintptr_t)of->buf % sizeof(int64_t) == 0;
}

static inline int64_t smaller(int64_t one, int64_t other)
{
    return one < other ? one : other;
}

static inline int64_t larger(int64_t one, int64_t other)
{
    return one < other ? other : one;
}

#define MOST ((size_t)1 << 30)     /* most words, ids or letters: no product of two overflows */
#define NONE ((size_t)-1)          /* no index */
#define SPREAD 0x9E3779B97F4A7C15u /* spreads numbers over hashes: 2^64 over the golden ratio */

/* Raise ValueError. */
static inline int wrong(const char *what)
{
    PyErr_SetString(PyExc_ValueError, what);
    return -1;
}

/* Return memory of `count` items and one more, all zero, or NULL with MemoryError. */
static inline void *room_for(size_t count, size_t size)
{
    void *made = count > PY_SSIZE_T_MAX / size - 1 ? NULL : PyMem_Calloc(count + 1, size);
    if (made == NULL)
        PyErr_NoMemory();
    return made;
}

/* Read numbers in [0, `end`), at most `most`: the ids of the words of an article, or their places. */
static inline int read_numbers(const Py_buffer *from, size_t end, size_t most, Numbers *numbers)
{
    numbers->of = from->buf;
    numbers->count = (size_t)from->len / sizeof(int64_t);
    if (!is_wide(from) || numbers->count > most || end > MOST)
        return wrong("an article is too long, or its ids are not numbers of 64 bits");
    for (size_t k = 0; k < numbers->count; k++)
        if (numbers->of[k] < 0 || (uint64_t)numbers->of[k] >= end)
            return wrong("a word is out of range");
    return 0;
}

/* Read the sums of what words tell: one for each of the first 0, 1, … `words` words of an article. */
static inline int read_sums(const Py_buffer *from, int64_t words, const double **sums)
{
    *sums = from->buf;
    if (!is_wide(from) || from->len != (Py_ssize_t)((words + 1) * (int64_t)sizeof(double)))
        return wrong("there must be a sum for each word of a, and one more");
    return 0;
}

/* Make room for one more item in a growing array; `array` is the address of the pointer to its items, of
 * which there are `count`, with room for `room`. */
static inline int grow(void *array, size_t *room, size_t count, size_t size)
{
    void *items;
    if (count < *room)
        return 0;
    size_t wanted = 2 * *room + 64;
    memcpy(&items, array, sizeof items); /* it is a pointer of another type */
    items = wanted > PY_SSIZE_T_MAX / size ? NULL : PyMem_Realloc(items, wanted * size);
    if (items == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    memcpy(array, &items, sizeof items);
    *room = wanted;
    return 0;
}

/* Append a new item and give up the reference to it; NULL is an error that has been raised. */
static inline int append(PyObject *list, PyObject *item)
{
    int failed = item == NULL ? -1 : PyList_Append(list, item);
    Py_XDECREF(item);
    return failed;
}

/* Return `length` numbers as a tuple. */
static inline PyObject *tuple_of(const int64_t *of, Py_ssize_t length)
{
    PyObject *made = PyTuple_New(length);
    for (Py_ssize_t k = 0; made != NULL && k < length; k++) {
        PyObject *number = PyLong_FromLongLong(of[k]);
        if (number == NULL || PyTuple_SetItem(made, k, number) < 0)
            Py_CLEAR(made);
    }
    return made;
}

/* Define the module `name` with its table of functions; `RULES` is its interface version. */
#define COMPILED_STEPS(name, doc, functions) \
    static int fill(PyObject *module) \
    { \
        return PyModule_AddIntConstant(module, "RULES", RULES); \
    } \
    static PyModuleDef_Slot slots[] = {{Py_mod_exec, fill}, {0, NULL}}; \
    static struct PyModuleDef definition = { \
        PyModuleDef_HEAD_INIT, .m_name = #name, .m_doc = doc, .m_methods = functions, .m_slots = slots \
    }; \
    PyMODINIT_FUNC PyInit_##name(void) \
    { \
        return PyModuleDef_Init(&definition); \
    }

#endif
