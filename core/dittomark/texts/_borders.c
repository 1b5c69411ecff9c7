/* Segmentation into words and sentences, and numbering of equal words, compiled: the results of
 * word_borders.py, sentence_borders.py and word_numbers.py, which define the rules, in less time.
 * tests/core/texts/test_compiled.py compares the two.
 *
 * It contains no Unicode data: the classes of characters are in tables passed in by Python, one entry
 * for each code point, filled on demand. An entry of 0 is a character not classified yet; then the
 * result is None, and Python fills the table and calls again.
 *
 * Only the stable interface of Python 3.11 is used, so one binary works with every later version.
 */

#define PY_SSIZE_T_CLEAN
#define Py_LIMITED_API 0x030B0000
#include <Python.h>
#include <stdint.h>
#include <string.h>

/* Raised whenever a result changes; compiled.py requires the same number. */
#define RULES 3

#define CODE_POINTS 0x110000

/* Words ahead of which slots are fetched from memory. */
#define AHEAD 6
#ifdef __GNUC__
#define FETCH(address) __builtin_prefetch(address)
#else
#define FETCH(address) ((void)0)
#endif

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
        if (open && !after_single) { /* nearly all characters: the word goes on */
            while (is_spaced(kind)) {
                before = kind;
                i++;
                kind = i < text->length ? kinds[text->code[i]] : GAP;
            }
            if (i == text->length)
                break;
        }
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
        /* At most one word per character. */
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
    PyObject *abbreviations, *is_abbreviated;
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

/* Whether the following text begins in lower case. */
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

/* Whether more Latin letters precede a full stop than any abbreviation has. */
static int after_long_word(const Reading *in, Py_ssize_t at)
{
    if (at < SURE_LETTERS)
        return 0;
    for (Py_ssize_t k = at - SURE_LETTERS; k < at; k++)
        if (!is_latin(in->text.code[k]))
            return 0;
    return 1;
}

static int told_abbreviated(const Reading *in, Py_ssize_t at)
{
    PyObject *told = PyObject_CallFunction(in->is_abbreviated, "On", in->source, at);
    if (told == NULL)
        return -1;
    int abbreviated = PyObject_IsTrue(told);
    Py_DECREF(told);
    return abbreviated;
}

/* Whether the word before a full stop is an abbreviation: 1, 0, or -1 on an error. For all words
 * but plain Latin letters after a space, Python is called. */
static int is_abbreviated(const Reading *in, Py_ssize_t at)
{
    char word[SURE_LETTERS];
    Py_ssize_t length = 0;
    while (length < SURE_LETTERS && length < at && is_latin(in->text.code[at - 1 - length]))
        length++;
    if (length == 0 || (length < SURE_LETTERS && length < at && in->text.code[at - 1 - length] != ' '))
        return told_abbreviated(in, at);
    for (Py_ssize_t k = 0; k < length; k++)
        word[k] = (char)(in->text.code[at - length + k] | 0x20); /* in lower case */
    if (length == 1)
        return 1;
    PyObject *key = PyUnicode_FromStringAndSize(word, length);
    int known = key == NULL ? -1 : PySet_Contains(in->abbreviations, key);
    Py_XDECREF(key);
    return known;
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
    int abbreviated = is_abbreviated(in, at);
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
"sentences(text, traits, abbreviations, is_abbreviated, /)\n--\n\n"
"Return (start, end) of every sentence; is_abbreviated(text, at) is asked of a full stop after what\n"
"is no plain Latin word.");

static PyObject *sentences(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    PyObject *answer = NULL;
    Py_buffer table;
    Reading in = {{NULL, 0}, NULL, NULL, NULL, NULL};
    if (!PyArg_ParseTuple(arguments, "Uy*OO:sentences", &in.source, &table, &in.abbreviations,
                          &in.is_abbreviated))
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

/* ---- words as numbers ---- */

/* A known word, by its code points; `length` is 0 in an empty slot. */
typedef struct {
    uint64_t hash;
    size_t at; /* of its first code point among `letters` */
    Py_ssize_t length;
    size_t key;
    PyObject *word;
} Slot;

/* The key of a word; `id` is its number in the call that has its stamp. */
typedef struct {
    PyObject *text;
    uint64_t stamp;
    int64_t id;
} Key;

/* All known words, in open addressing, and their keys. Code that calls Python, during which another
 * thread may enter, keeps no pointer into it meanwhile. */
typedef struct {
    Slot *slots;
    size_t capacity, count; /* a power of two, or 0 */
    Py_UCS4 *letters;
    size_t letters_used, letters_room;
    Key *keys;
    size_t keys_used, keys_room;
    PyObject *numbers; /* of keys, by their text */
    uint64_t stamp, seed;
} Lexicon;

static void forget(Lexicon *all)
{
    for (size_t k = 0; k < all->capacity; k++)
        Py_XDECREF(all->slots[k].word);
    for (size_t k = 0; k < all->keys_used; k++)
        Py_DECREF(all->keys[k].text);
    PyMem_Free(all->slots);
    PyMem_Free(all->letters);
    PyMem_Free(all->keys);
    Py_XDECREF(all->numbers);
    uint64_t stamp = all->stamp, seed = all->seed;
    memset(all, 0, sizeof *all);
    all->stamp = stamp;
    all->seed = seed;
}

/* Make room for one more of `used` items of a size; 0, or -1 on an error. */
static int make_room(void **things, size_t used, size_t more, size_t *room, size_t size)
{
    if (used + more <= *room)
        return 0;
    size_t wanted = 2 * (used + more) + 64;
    void *larger = PyMem_Realloc(*things, wanted * size);
    if (larger == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    *things = larger;
    *room = wanted;
    return 0;
}

static uint64_t hash_of(const Lexicon *all, const Py_UCS4 *code, Py_ssize_t length)
{
    uint64_t hash = all->seed;
    for (Py_ssize_t i = 0; i < length; i += 2) { /* two letters at once */
        uint64_t letters = code[i] | (i + 1 < length ? (uint64_t)code[i + 1] << 32 : 0);
        hash = (hash ^ letters) * 0x9E3779B97F4A7C15u; /* 2^64 over the golden ratio */
        hash ^= hash >> 32;
    }
    return hash;
}

/* Return the slot of a word, or the empty one for it; there is always an empty one. */
static Slot *slot_of(const Lexicon *all, uint64_t hash, const Py_UCS4 *code, Py_ssize_t length)
{
    for (size_t k = hash;; k++) {
        Slot *slot = &all->slots[k & (all->capacity - 1)];
        if (slot->length == 0
            || (slot->hash == hash && slot->length == length
                && memcmp(all->letters + slot->at, code, (size_t)length * sizeof *code) == 0))
            return slot;
    }
}

static int widen(Lexicon *all)
{
    if (all->capacity > 2 * (all->count + 1))
        return 0;
    size_t capacity = all->capacity ? 2 * all->capacity : 1024;
    Slot *slots = PyMem_Calloc(capacity, sizeof *slots);
    if (slots == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (size_t k = 0; k < all->capacity; k++) {
        if (all->slots[k].length == 0)
            continue;
        size_t to = all->slots[k].hash & (capacity - 1);
        while (slots[to].length != 0)
            to = (to + 1) & (capacity - 1);
        slots[to] = all->slots[k];
    }
    PyMem_Free(all->slots);
    all->slots = slots;
    all->capacity = capacity;
    return 0;
}

/* Return the number of a key, a new one if need be; -1 on an error. */
static Py_ssize_t number_of_key(Lexicon *all, PyObject *text)
{
    PyObject *known = PyDict_GetItemWithError(all->numbers, text);
    if (known != NULL)
        return PyLong_AsSsize_t(known);
    if (PyErr_Occurred()
        || make_room((void **)&all->keys, all->keys_used, 1, &all->keys_room, sizeof(Key)) < 0)
        return -1;
    PyObject *number = PyLong_FromSize_t(all->keys_used);
    if (number == NULL || PyDict_SetItem(all->numbers, text, number) < 0) {
        Py_XDECREF(number);
        return -1;
    }
    Py_DECREF(number);
    all->keys[all->keys_used] = (Key){Py_NewRef(text), 0, 0};
    return (Py_ssize_t)all->keys_used++;
}

static int learn_one(Lexicon *all, PyObject *word, PyObject *text)
{
    Py_ssize_t length = PyUnicode_GetLength(word), key;
    Py_UCS4 *code = PyUnicode_AsUCS4Copy(word);
    int failed = -1;
    if (code == NULL)
        return -1;
    if (widen(all) == 0
        && make_room((void **)&all->letters, all->letters_used, (size_t)length,
                     &all->letters_room, sizeof *code) == 0
        && (key = number_of_key(all, text)) >= 0) {
        uint64_t hash = hash_of(all, code, length);
        Slot *slot = slot_of(all, hash, code, length);
        if (slot->length == 0) {
            memcpy(all->letters + all->letters_used, code, (size_t)length * sizeof *code);
            *slot = (Slot){hash, all->letters_used, length, (size_t)key, Py_NewRef(word)};
            all->letters_used += (size_t)length;
            all->count++;
        }
        failed = 0;
    }
    PyMem_Free(code);
    return failed;
}

/* Store the keys that Python returns for new words. */
static int learn(Lexicon *all, PyObject *words, PyObject *fold)
{
    PyObject *texts = PyObject_CallFunctionObjArgs(fold, words, NULL);
    if (texts == NULL)
        return -1;
    int failed = PyList_Check(texts) && PyList_Size(texts) == PyList_Size(words) ? 0 : -1;
    if (failed)
        PyErr_SetString(PyExc_TypeError, "fold must return a list as long as it got");
    if (all->numbers == NULL && !failed) {
        PyObject *numbers = PyDict_New();
        if (all->numbers == NULL)
            all->numbers = numbers;
        else
            Py_XDECREF(numbers);
        failed = all->numbers == NULL ? -1 : 0;
    }
    for (Py_ssize_t k = 0; !failed && k < PyList_Size(words); k++)
        failed = learn_one(all, PyList_GetItem(words, k), PyList_GetItem(texts, k));
    Py_DECREF(texts);
    return failed;
}

/* One text of a call, its words, and their numbers. */
typedef struct {
    Text text;
    int64_t *starts, *ends, *ids;
    uint64_t *hashes;
    Py_ssize_t count;
    PyObject **words;
} Cut;

/* Look all words up, their slots go into `ids`; return a list of the unknown ones. */
static PyObject *new_words(const Lexicon *all, PyObject *texts, Cut *cuts)
{
    PyObject *found = PyDict_New(); /* for their order of occurrence, each once */
    for (Py_ssize_t t = 0; found != NULL && t < PyTuple_Size(texts); t++) {
        Cut *cut = &cuts[t];
        for (Py_ssize_t k = 0; k < cut->count; k++)
            cut->hashes[k] = hash_of(all, cut->text.code + cut->starts[k],
                                     (Py_ssize_t)(cut->ends[k] - cut->starts[k]));
        for (Py_ssize_t k = 0; k < cut->count; k++) {
            const Py_UCS4 *code = cut->text.code + cut->starts[k];
            Py_ssize_t length = (Py_ssize_t)(cut->ends[k] - cut->starts[k]);
            if (all->capacity) {
                if (k + AHEAD < cut->count)
                    FETCH(&all->slots[cut->hashes[k + AHEAD] & (all->capacity - 1)]);
                const Slot *slot = slot_of(all, cut->hashes[k], code, length);
                cut->ids[k] = slot - all->slots;
                if (slot->length)
                    continue;
            }
            PyObject *word = PyUnicode_Substring(PyTuple_GetItem(texts, t),
                                                 (Py_ssize_t)cut->starts[k],
                                                 (Py_ssize_t)cut->ends[k]);
            int failed = word == NULL ? -1 : PyDict_SetItem(found, word, Py_None);
            Py_XDECREF(word);
            if (failed) {
                Py_DECREF(found);
                return NULL;
            }
        }
    }
    return found;
}

/* Number all words, whose slots are known, in the order in which their keys occur; the keys are
 * returned in it. No Python code runs here. */
static size_t number(Lexicon *all, Cut *cuts, Py_ssize_t texts, PyObject **keys)
{
    size_t met = 0;
    all->stamp++;
    for (Py_ssize_t t = 0; t < texts; t++) {
        Cut *cut = &cuts[t];
        for (Py_ssize_t k = 0; k < cut->count; k++) {
            const Slot *slot = &all->slots[cut->ids[k]];
            Key *key = &all->keys[slot->key];
            if (key->stamp != all->stamp) {
                key->stamp = all->stamp;
                key->id = (int64_t)met;
                keys[met++] = Py_NewRef(key->text);
            }
            cut->ids[k] = key->id;
            cut->words[k] = Py_NewRef(slot->word);
        }
    }
    return met;
}

/* Return a list of the objects of an array, whose references it takes over. */
static PyObject *list_of(PyObject **things, Py_ssize_t count)
{
    PyObject *list = PyList_New(count);
    for (Py_ssize_t k = 0; list != NULL && k < count; k++) {
        PyList_SetItem(list, k, things[k]);
        things[k] = NULL;
    }
    return list;
}

static PyObject *answer_of(Cut *cuts, Py_ssize_t texts, PyObject **keys, size_t met)
{
    PyObject *every = PyTuple_New(texts);
    for (Py_ssize_t t = 0; every != NULL && t < texts; t++) {
        Cut *cut = &cuts[t];
        Py_ssize_t size = cut->count * (Py_ssize_t)sizeof(int64_t);
        PyObject *words = list_of(cut->words, cut->count);
        PyObject *one = words == NULL ? NULL
            : Py_BuildValue("(Ny#y#y#)", words, (char *)cut->starts, size, (char *)cut->ends, size,
                            (char *)cut->ids, size);
        if (one == NULL || PyTuple_SetItem(every, t, one) < 0)
            Py_CLEAR(every);
    }
    PyObject *of_keys = every == NULL ? NULL : list_of(keys, (Py_ssize_t)met);
    if (of_keys == NULL) {
        Py_XDECREF(every);
        return NULL;
    }
    return Py_BuildValue("(NN)", every, of_keys);
}

/* Find the borders of every text; 1 if all characters are known, 0 if not, -1 on an error. */
static int cut_all(PyObject *texts, const Py_buffer *table, Cut *cuts, size_t *words)
{
    for (Py_ssize_t t = 0; t < PyTuple_Size(texts); t++) {
        Cut *cut = &cuts[t];
        PyObject *source = PyTuple_GetItem(texts, t);
        if (!PyUnicode_Check(source)) {
            PyErr_SetString(PyExc_TypeError, "texts must be strings");
            return -1;
        }
        int known = read_text(source, table, 1, &cut->text);
        if (known <= 0)
            return known;
        size_t most = (size_t)cut->text.length + 1; /* at most one word per character */
        cut->starts = PyMem_Malloc(2 * most * sizeof(int64_t));
        if (cut->starts == NULL) {
            PyErr_NoMemory();
            return -1;
        }
        cut->ends = cut->starts + most;
        cut->count = find_words(&cut->text, table->buf, cut->starts, cut->ends);
        cut->ids = PyMem_Malloc(((size_t)cut->count + 1) * sizeof(int64_t));
        cut->hashes = PyMem_Malloc(((size_t)cut->count + 1) * sizeof(uint64_t));
        cut->words = PyMem_Calloc((size_t)cut->count + 1, sizeof(PyObject *));
        if (cut->ids == NULL || cut->hashes == NULL || cut->words == NULL) {
            PyErr_NoMemory();
            return -1;
        }
        *words += (size_t)cut->count;
    }
    return 1;
}

static PyObject *number_all(Lexicon *all, PyObject *texts, Cut *cuts, size_t words, PyObject *fold)
{
    for (;;) {
        PyObject *unknown = new_words(all, texts, cuts);
        if (unknown == NULL)
            return NULL;
        if (PyDict_Size(unknown) == 0) { /* so no Python code ran since they were looked up */
            Py_DECREF(unknown);
            break;
        }
        PyObject *list = PyDict_Keys(unknown);
        Py_DECREF(unknown);
        int failed = list == NULL ? -1 : learn(all, list, fold);
        Py_XDECREF(list);
        if (failed)
            return NULL;
    }
    PyObject **keys = PyMem_Calloc(words + 1, sizeof *keys);
    if (keys == NULL)
        return PyErr_NoMemory();
    size_t met = words ? number(all, cuts, PyTuple_Size(texts), keys) : 0;
    PyObject *answer = answer_of(cuts, PyTuple_Size(texts), keys, met);
    for (size_t k = 0; k < met; k++)
        Py_XDECREF(keys[k]);
    PyMem_Free(keys);
    return answer;
}

PyDoc_STRVAR(numbered_doc,
"numbered(texts, kinds, fold, most_known, /)\n--\n\n"
"Return the words, starts, ends and ids of every text, and the key of every id.\n\n"
"fold(words) returns the keys of words not met before; after most_known all are forgotten.");

static PyObject *numbered(PyObject *module, PyObject *arguments)
{
    Lexicon *all = PyModule_GetState(module);
    PyObject *texts, *fold, *answer = NULL;
    Py_buffer table;
    Py_ssize_t most_known;
    size_t words = 0;
    if (!PyArg_ParseTuple(arguments, "O!y*On:numbered", &PyTuple_Type, &texts, &table, &fold,
                          &most_known))
        return NULL;
    Py_ssize_t count = PyTuple_Size(texts);
    Cut *cuts = PyMem_Calloc((size_t)count + 1, sizeof *cuts);
    int known = cuts == NULL ? -1 : cut_all(texts, &table, cuts, &words);
    if (cuts == NULL)
        PyErr_NoMemory();
    if (known == 0)
        answer = Py_NewRef(Py_None);
    if (known > 0) {
        if (all->count > (size_t)most_known)
            forget(all);
        answer = number_all(all, texts, cuts, words, fold);
    }
    for (Py_ssize_t t = 0; cuts != NULL && t < count; t++) {
        for (Py_ssize_t k = 0; cuts[t].words != NULL && k < cuts[t].count; k++)
            Py_XDECREF(cuts[t].words[k]);
        PyMem_Free(cuts[t].words);
        PyMem_Free(cuts[t].ids);
        PyMem_Free(cuts[t].hashes);
        PyMem_Free(cuts[t].starts);
        PyMem_Free(cuts[t].text.code);
    }
    PyMem_Free(cuts);
    PyBuffer_Release(&table);
    return answer;
}

/* ---- the module ---- */

static PyMethodDef functions[] = {
    {"words", words, METH_VARARGS, words_doc},
    {"sentences", sentences, METH_VARARGS, sentences_doc},
    {"numbered", numbered, METH_VARARGS, numbered_doc},
    {NULL, NULL, 0, NULL},
};

static void clear(void *module)
{
    Lexicon *all = PyModule_GetState(module);
    if (all != NULL)
        forget(all);
}

static int fill(PyObject *module)
{
    Lexicon *all = PyModule_GetState(module);
    memset(all, 0, sizeof *all);
    all->seed = (uint64_t)(uintptr_t)all; /* so that no text is slow on every computer */
    return PyModule_AddIntConstant(module, "RULES", RULES);
}

static PyModuleDef_Slot slots[] = {{Py_mod_exec, fill}, {0, NULL}};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT,
    .m_name = "_borders",
    .m_doc = "Where words and sentences begin and end, compiled.",
    .m_size = sizeof(Lexicon),
    .m_free = clear,
    .m_methods = functions,
    .m_slots = slots,
};

PyMODINIT_FUNC PyInit__borders(void)
{
    return PyModuleDef_Init(&definition);
}
