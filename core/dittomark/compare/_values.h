/* Frozen dataclasses with slots, made field by field: what their own `__init__` does, in a tenth of the
 * time. Included after _steps.h.
 */

#ifndef DITTOMARK_VALUES_H
#define DITTOMARK_VALUES_H

#define MOST_FIELDS 8

typedef struct {
    PyTypeObject *type;
    PyObject *field[MOST_FIELDS]; /* the descriptor of each slot */
    Py_ssize_t count;
    allocfunc allocate;
    descrsetfunc set;
} Maker;

static inline void release_maker(Maker *maker)
{
    for (Py_ssize_t k = 0; k < maker->count; k++)
        Py_DECREF(maker->field[k]);
    maker->count = 0;
}

/* Prepare to make values of a class; `names` are the names of its fields, in order, then NULL. */
static inline int prepare_maker(Maker *maker, PyObject *type, const char *const *names)
{
    maker->count = 0;
    if (!PyType_Check(type) || PyObject_HasAttrString(type, "__post_init__")) {
        PyErr_SetString(PyExc_TypeError, "a class without __post_init__ is expected");
        return -1;
    }
    maker->type = (PyTypeObject *)type;
    maker->allocate = (allocfunc)PyType_GetSlot(maker->type, Py_tp_alloc);
    maker->set = (descrsetfunc)PyType_GetSlot(&PyMemberDescr_Type, Py_tp_descr_set);
    for (; names[maker->count] != NULL && maker->count < MOST_FIELDS; maker->count++) {
        PyObject *field = PyObject_GetAttrString(type, names[maker->count]);
        if (field == NULL || Py_TYPE(field) != &PyMemberDescr_Type) {
            if (field != NULL)
                PyErr_SetString(PyExc_TypeError, "a class with slots is expected");
            Py_XDECREF(field);
            release_maker(maker);
            return -1;
        }
        maker->field[maker->count] = field;
    }
    return 0;
}

/* Return a value with these fields, one for each name; the references are given up in any case, and
 * NULL is an error that has been raised. */
static inline PyObject *make_value(const Maker *maker, PyObject *const *fields)
{
    PyObject *made = NULL;
    Py_ssize_t k = 0;
    while (k < maker->count && fields[k] != NULL)
        k++;
    if (k == maker->count)
        made = maker->allocate(maker->type, 0);
    for (k = 0; k < maker->count; k++) {
        if (made != NULL && maker->set(maker->field[k], made, fields[k]) < 0)
            Py_CLEAR(made);
        Py_XDECREF(fields[k]);
    }
    return made;
}

/* The same of a value none of whose fields leads on to others: the cycle collector need not look at it. */
static inline PyObject *make_leaf(const Maker *maker, PyObject *const *fields)
{
    PyObject *made = make_value(maker, fields);
    if (made != NULL)
        PyObject_GC_UnTrack(made);
    return made;
}

#endif
