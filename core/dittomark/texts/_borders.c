/* Where words and sentences begin and end, compiled: the answers of word_borders.py and
 * sentence_borders.py, which say the rules, in less time. tests/core/texts/test_compiled.py holds
 * the two against each other.
 *
 * It knows nothing of Unicode: what a character is stands in tables that Python hands in, one entry
 * for each code point, filled as characters are met. An entry of 0 is a character not met yet; then
 * the answer is None, and Python fills the table and asks again.
 *
 * Only the stable interface of Python 3.11 is used, so one file serves every later version.
 */

#define PY_SSIZE_T_CLEAN
#define Py_LIMITED_API 0x030B0000
#include <Python.h>
#include <stdint.h>

/* Raised whenever an answer changes; compiled.py wants the same number. */
#define RULES 1

#define CODE_POINTS 0x110000

/* As in characters.py. */
enum { GAP = 1, APOSTROPHE, POINT, IGNORED, LETTER, MARK, DIGIT, SINGLE, SINGLE_MARK };

/* As in sentence_borders.py. */
enum { SPACE = 2, STOP = 4, DOT = 8, LINE_BREAK = 16, CLOSING = 32, OPENING = 64, ALPHA = 128,
       LOWER = 256 };
#define MOST_QUOTES 40
#define SURE_LETTERS 6

typedef struct {
    Py_UCS4 *code;
    Py_ssize_t length;
} Text;

/* Read the text and look every character up; 1 if all are known, 0 if not, -1 on an error. */
static int read_text(PyObject *source, const Py_buffer *table, size_t entry, Text *text)
{
    if (table->len != (Py_ssize_t)(CODE_POINTS * entry)) {
        PyErr_SetString(PyExc_ValueError, "the table must have an entry for every code point");
        return -1;
    }
    text->length = PyUnicode_GetLength(source);
    text->code = PyUnicode_AsUCS4Copy(source);
    if (text->code == NULL)
        return -1;
    int known = 1;
    if (entry == 1) {
        const uint8_t *kinds = table->buf;
        for (Py_ssize_t i = 0; i < text->length; i++)
            known &= kinds[text->code[i]] != 0;
    } else {
        const uint16_t *kinds = table->buf;
        for (Py_ssize_t i = 0; i < text->length; i++)
            known &= kinds[text->code[i]] != 0;
    }
    return known;
}

/* ---- words ---- */

static int is_spaced(uint8_t kind)
{
    return kind >= LETTER && kind <= DIGIT;
}

/* Fill in the borders and return how many words there are. */
static Py_ssize_t find_words(const Text *text, const uint8_t *kinds, int64_t *starts, int64_t *ends)
{
    Py_ssize_t count = 0;
    int open = 0, after_single = 0;
    uint8_t before = GAP, kind = text->length ? kinds[text->code[0]] : GAP;
    for (Py_ssize_t i = 0; i < text->length; i++) {
        uint8_t after = i + 1 < text->length ? kinds[text->code[i + 1]] : GAP;
        int inside = kind >= IGNORED
            || (kind == APOSTROPHE && is_spaced(before) && is_spaced(after))
            || (kind == POINT && before == DIGIT && after == DIGIT);
        int base = kind == LETTER || kind == DIGIT;
        int begins = inside && (!open || kind == SINGLE || (base && after_single));
        if (open && (begins || !inside))
            ends[count - 1] = i;
        if (begins)
            starts[count++] = i;
        open = inside;
        if (base || kind == SINGLE || !inside)
            after_single = kind == SINGLE;
        before = kind;
        kind = after;
    }
    if (open)
        ends[count - 1] = text->length;
    return count;
}

static PyObject *cut_out(PyObject *source, Py_ssize_t count, const int64_t *starts,
                         const int64_t *ends)
{
    PyObject *words = PyList_New(count);
    if (words == NULL)
        return NULL;
    for (Py_ssize_t k = 0; k < count; k++) {
        PyObject *word = PyUnicode_Substring(source, (Py_ssize_t)starts[k], (Py_ssize_t)ends[k]);
        if (word == NULL || PyList_SetItem(words, k, word) < 0) {
            Py_DECREF(words);
            return NULL;
        }
    }
    return words;
}

PyDoc_STRVAR(words_doc,
"words(text, kinds, /)\n--\n\n"
"Return the words, their starts and their ends (as bytes of 64-bit numbers).");

static PyObject *words(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    PyObject *source, *answer = NULL;
    Py_buffer table;
    Text text = {NULL, 0};
    int64_t *borders = NULL;
    if (!PyArg_ParseTuple(arguments, "Uy*:words", &source, &table))
        return NULL;
    int known = read_text(source, &table, 1, &text);
    if (known == 0)
        answer = Py_NewRef(Py_None);
    if (known > 0) {
        /* At most a word a character. */
        borders = PyMem_Malloc(2 * (size_t)(text.length + 1) * sizeof(int64_t));
        if (borders == NULL) {
            PyErr_NoMemory();
        } else {
            int64_t *starts = borders, *ends = borders + text.length;
            Py_ssize_t count = find_words(&text, table.buf, starts, ends);
            Py_ssize_t size = count * (Py_ssize_t)sizeof(int64_t);
            PyObject *found = cut_out(source, count, starts, ends);
            if (found != NULL)
                answer = Py_BuildValue("(Ny#y#)", found, (char *)starts, size, (char *)ends, size);
        }
    }
    PyMem_Free(borders);
    PyMem_Free(text.code);
    PyBuffer_Release(&table);
    return answer;
}

/* ---- sentences ---- */

typedef struct {
    Text text;
    const uint16_t *traits;
    PyObject *source;
    PyObject *is_abbreviated;
} Reading;

static int has(const Reading *in, Py_ssize_t at, uint16_t trait)
{
    return at < in->text.length && (in->traits[in->text.code[at]] & trait) != 0;
}

static Py_ssize_t after_space(const Reading *in, Py_ssize_t at)
{
    while (has(in, at, SPACE))
        at++;
    return at;
}

static Py_ssize_t before_space(const Reading *in, Py_ssize_t begin, Py_ssize_t end)
{
    while (end > begin && has(in, end - 1, SPACE))
        end--;
    return end;
}

/* Whether what follows begins in lower case. */
static int goes_on(const Reading *in, Py_ssize_t at)
{
    if (!has(in, at, ALPHA))
        for (int k = 0; k < MOST_QUOTES && has(in, at, OPENING); k++)
            at++;
    return has(in, at, LOWER);
}

static int is_latin(Py_UCS4 code)
{
    return (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z');
}

/* Whether more Latin letters stand before a full stop than any abbreviation has. */
static int after_long_word(const Reading *in, Py_ssize_t at)
{
    if (at < SURE_LETTERS)
        return 0;
    for (Py_ssize_t k = at - SURE_LETTERS; k < at; k++)
        if (!is_latin(in->text.code[k]))
            return 0;
    return 1;
}

/* Whether marks that begin with a full stop end a sentence: 1, 0, or -1 on an error. */
static int ends_sentence(const Reading *in, Py_ssize_t at, Py_ssize_t stop_end, Py_ssize_t end,
                         Py_ssize_t after)
{
    for (Py_ssize_t k = at; k < stop_end; k++)
        if (!has(in, k, DOT))
            return 1;
    if ((end == after && after < in->text.length) || goes_on(in, after))
        return 0;
    if (stop_end - at > 1 || after_long_word(in, at))
        return 1;
    PyObject *told = PyObject_CallFunction(in->is_abbreviated, "On", in->source, at);
    if (told == NULL)
        return -1;
    int abbreviated = PyObject_IsTrue(told);
    Py_DECREF(told);
    return abbreviated < 0 ? -1 : !abbreviated;
}

static int break_between(const Reading *in, Py_ssize_t first, Py_ssize_t last)
{
    for (; first < last; first++)
        if (has(in, first, LINE_BREAK))
            return 1;
    return 0;
}

static int add(PyObject *found, Py_ssize_t begin, Py_ssize_t end)
{
    PyObject *span = Py_BuildValue("(nn)", begin, end);
    int failed = span == NULL ? -1 : PyList_Append(found, span);
    Py_XDECREF(span);
    return failed;
}

static int find_sentences(const Reading *in, PyObject *found)
{
    Py_ssize_t length = in->text.length, begin = after_space(in, 0), at = 0;
    while (at < length) {
        if (!has(in, at, STOP | LINE_BREAK)) {
            at++;
            continue;
        }
        Py_ssize_t stop_end = at + 1, after;
        if (has(in, at, LINE_BREAK)) {
            after = after_space(in, stop_end);
            if (at > begin && !goes_on(in, after)) {
                if (add(found, begin, before_space(in, begin, at)) < 0)
                    return -1;
                begin = after;
            }
            at = after;
            continue;
        }
        while (has(in, stop_end, STOP))
            stop_end++;
        Py_ssize_t next = after = after_space(in, stop_end), end = stop_end;
        if (end == after) { /* no white space, so quotes may close here */
            for (int k = 0; k < MOST_QUOTES && has(in, end, CLOSING); k++)
                end++;
            after = after_space(in, end);
        }
        int ends = !has(in, at, DOT) ? 1 : ends_sentence(in, at, stop_end, end, after);
        if (ends < 0)
            return -1;
        if (ends || (break_between(in, end, after) && !goes_on(in, after))) {
            if (add(found, begin, end) < 0)
                return -1;
            begin = after;
        }
        at = next;
    }
    return begin < length ? add(found, begin, before_space(in, begin, length)) : 0;
}

PyDoc_STRVAR(sentences_doc,
"sentences(text, traits, is_abbreviated, /)\n--\n\n"
"Return (start, end) of every sentence; is_abbreviated(text, at) is asked of a full stop.");

static PyObject *sentences(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    PyObject *answer = NULL;
    Py_buffer table;
    Reading in = {{NULL, 0}, NULL, NULL, NULL};
    if (!PyArg_ParseTuple(arguments, "Uy*O:sentences", &in.source, &table, &in.is_abbreviated))
        return NULL;
    in.traits = table.buf;
    int known = read_text(in.source, &table, 2, &in.text);
    if (known == 0)
        answer = Py_NewRef(Py_None);
    if (known > 0) {
        answer = PyList_New(0);
        if (answer != NULL && find_sentences(&in, answer) < 0)
            Py_CLEAR(answer);
    }
    PyMem_Free(in.text.code);
    PyBuffer_Release(&table);
    return answer;
}

/* ---- the module ---- */

static PyMethodDef functions[] = {
    {"words", words, METH_VARARGS, words_doc},
    {"sentences", sentences, METH_VARARGS, sentences_doc},
    {NULL, NULL, 0, NULL},
};

static int fill(PyObject *module)
{
    return PyModule_AddIntConstant(module, "RULES", RULES);
}

static PyModuleDef_Slot slots[] = {{Py_mod_exec, fill}, {0, NULL}};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT,
    .m_name = "_borders",
    .m_doc = "Where words and sentences begin and end, compiled.",
    .m_size = 0,
    .m_methods = functions,
    .m_slots = slots,
};

PyMODINIT_FUNC PyInit__borders(void)
{
    return PyModuleDef_Init(&definition);
}
