/* What the spelling of words says, looked up for all words of a comparison at once; see traits.py.
 * Words are known by the object that holds their key: the same word has the same object as long as
 * word_numbers.py knows it, so that nothing of the object has to be read.
 */

#include "_steps.h"

/* Interface version: raised when results or arguments change; steps.py requires the same number. */
#define RULES 1

#define NAME "dittomark.compare._traits.store"

/* A key with its traits, and its letters: those from `at` on. */
typedef struct {
    PyObject *key; /* NULL: an empty slot */
    int64_t traits;
    size_t at, length;
} Known;

/* All known keys, in open addressing, and their letters. No pointer into it is kept while Python
 * code may run: another thread may enter. */
typedef struct {
    Known *slots;
    size_t capacity, count; /* a power of two, or 0 */
    Py_UCS4 *letters;
    size_t letters_used, letters_room;
} Store;

static void let_go(PyObject *capsule)
{
    Store *store = PyCapsule_GetPointer(capsule, NAME);
    for (size_t k = 0; store != NULL && k < store->capacity; k++)
        Py_XDECREF(store->slots[k].key);
    if (store != NULL) {
        PyMem_Free(store->slots);
        PyMem_Free(store->letters);
    }
    PyMem_Free(store);
}

/* The slot of a key, or the empty one for it; there is always an empty one. */
static Known *slot_of(Known *slots, size_t capacity, const PyObject *key)
{
    size_t at = (size_t)(((uint64_t)(uintptr_t)key * SPREAD) >> 32);
    for (;; at++) {
        Known *slot = &slots[at & (capacity - 1)];
        if (slot->key == key || slot->key == NULL)
            return slot;
    }
}

static int make_room(Store *store, size_t letters)
{
    size_t wanted = store->letters_used + letters;
    if (wanted > MOST)
        return wrong("there are too many letters");
    if (wanted > store->letters_room) {
        Py_UCS4 *larger = PyMem_Realloc(store->letters, (2 * wanted + 64) * sizeof *larger);
        if (larger == NULL) {
            PyErr_NoMemory();
            return -1;
        }
        store->letters = larger;
        store->letters_room = 2 * wanted + 64;
    }
    if (2 * (store->count + 1) <= store->capacity)
        return 0;
    size_t capacity = store->capacity ? 2 * store->capacity : 1024;
    Known *slots = room_for(capacity, sizeof *slots);
    if (slots == NULL)
        return -1;
    for (size_t k = 0; k < store->capacity; k++)
        if (store->slots[k].key != NULL)
            *slot_of(slots, capacity, store->slots[k].key) = store->slots[k];
    PyMem_Free(store->slots);
    store->slots = slots;
    store->capacity = capacity;
    return 0;
}

static int learn_one(Store *store, PyObject *key, PyObject *number)
{
    if (!PyUnicode_Check(key) || !PyLong_Check(number)) {
        PyErr_SetString(PyExc_TypeError, "keys must be strings, their traits numbers");
        return -1;
    }
    int64_t traits = PyLong_AsLongLong(number);
    size_t length = (size_t)PyUnicode_GetLength(key);
    if (PyErr_Occurred() || make_room(store, length) < 0)
        return -1;
    Known *slot = slot_of(store->slots, store->capacity, key);
    if (slot->key != NULL)
        return 0;
    if (length
        && PyUnicode_AsUCS4(key, store->letters + store->letters_used, (Py_ssize_t)length, 0) == NULL)
        return -1;
    *slot = (Known){Py_NewRef(key), traits, store->letters_used, length};
    store->letters_used += length;
    store->count++;
    return 0;
}

/* ---- the Python functions ---- */

PyDoc_STRVAR(new_doc, "store()\n--\n\nReturn a new store of keys, which knows none.");

static PyObject *new_store(PyObject *Py_UNUSED(module), PyObject *Py_UNUSED(nothing))
{
    Store *store = room_for(0, sizeof *store);
    PyObject *capsule = store == NULL ? NULL : PyCapsule_New(store, NAME, let_go);
    if (capsule == NULL)
        PyMem_Free(store);
    return capsule;
}

PyDoc_STRVAR(count_doc, "count(store, /)\n--\n\nReturn how many keys a store knows.");

static PyObject *count(PyObject *Py_UNUSED(module), PyObject *capsule)
{
    Store *store = PyCapsule_GetPointer(capsule, NAME);
    return store == NULL ? NULL : PyLong_FromSize_t(store->count);
}

PyDoc_STRVAR(learn_doc,
"learn(store, keys, traits, /)\n--\n\nStore the traits of every key, a number, and its letters.");

static PyObject *learn(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    PyObject *capsule, *keys, *traits;
    if (!PyArg_ParseTuple(arguments, "OO!O!:learn", &capsule, &PyList_Type, &keys, &PyList_Type,
                          &traits))
        return NULL;
    Store *store = PyCapsule_GetPointer(capsule, NAME);
    if (store == NULL)
        return NULL;
    if (PyList_Size(keys) != PyList_Size(traits)) {
        wrong("there must be as many traits as keys");
        return NULL;
    }
    for (Py_ssize_t k = 0; k < PyList_Size(keys); k++)
        if (learn_one(store, PyList_GetItem(keys, k), PyList_GetItem(traits, k)) < 0)
            return NULL;
    return Py_NewRef(Py_None);
}

/* Return the traits, places and letters of keys whose slots were found. */
static PyObject *answer_of(const Store *store, const Known **found, size_t keys, size_t letters)
{
    PyObject *answer = NULL;
    int64_t *traits = room_for(2 * keys + 1, sizeof *traits);
    Py_UCS4 *spelt = room_for(letters, sizeof *spelt), *next = spelt;
    if (traits != NULL && spelt != NULL) {
        int64_t *at = traits + keys;
        for (size_t k = 0; k < keys; k++) {
            traits[k] = found[k]->traits;
            at[k] = next - spelt;
            for (size_t letter = 0; letter < found[k]->length; letter++)
                *next++ = store->letters[found[k]->at + letter];
        }
        at[keys] = next - spelt;
        answer = Py_BuildValue(
            "(y#y#y#)", (char *)traits, (Py_ssize_t)(keys * sizeof *traits), (char *)at,
            (Py_ssize_t)((keys + 1) * sizeof *at), (char *)spelt, (Py_ssize_t)(letters * sizeof *spelt));
    }
    PyMem_Free(traits);
    PyMem_Free(spelt);
    return answer;
}

PyDoc_STRVAR(of_doc,
"of(store, keys, /)\n--\n\n"
"Return the traits of every key, where its letters begin (and where the last ones end), all letters.\n\n"
"If the store does not know all keys, a list of the unknown ones is returned.");

static PyObject *of(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    PyObject *capsule, *keys, *answer = NULL, *unknown = PyList_New(0);
    if (unknown == NULL || !PyArg_ParseTuple(arguments, "OO!:of", &capsule, &PyList_Type, &keys)) {
        Py_XDECREF(unknown);
        return NULL;
    }
    const Store *store = PyCapsule_GetPointer(capsule, NAME);
    size_t count = (size_t)PyList_Size(keys), letters = 0;
    const Known **found = store == NULL ? NULL : room_for(count, sizeof *found);
    int failed = found == NULL;
    /* No Python code runs from here until everything is copied. */
    for (size_t k = 0; !failed && k < count; k++) {
        PyObject *key = PyList_GetItem(keys, (Py_ssize_t)k);
        found[k] = store->capacity ? slot_of(store->slots, store->capacity, key) : NULL;
        if (found[k] != NULL && found[k]->key != NULL)
            letters += found[k]->length;
        else
            failed = PyList_Append(unknown, key);
        if (letters > MOST)
            failed = wrong("there are too many letters");
    }
    if (!failed && PyList_Size(unknown) == 0)
        answer = answer_of(store, found, count, letters);
    else if (!failed)
        answer = Py_NewRef(unknown);
    Py_DECREF(unknown);
    PyMem_Free(found);
    return answer;
}

/* ---- the module ---- */

static PyMethodDef functions[] = {
    {"store", new_store, METH_NOARGS, new_doc},
    {"count", count, METH_O, count_doc},
    {"learn", learn, METH_VARARGS, learn_doc},
    {"of", of, METH_VARARGS, of_doc},
    {NULL, NULL, 0, NULL},
};

COMPILED_STEPS(_traits, "What the spelling of words says, compiled.", functions)
