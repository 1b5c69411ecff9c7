"""Lists inside of long lines, and forms to fill in: boilerplate that looks like sentences to a scorer.

A page's lists often come as one line (a column of headlines, all places of a country). In a line of
more than a paragraph these are lists:

- more than 80 words without the end of a sentence (in scripts without spaces, without commas too);
- in scripts without spaces: five items or more in a row, set apart by spaces, without a comma or a
  full stop (headlines; prose has no spaces there).

Thai and Lao end their sentences with a space alone: nothing is said of their lines, nor of a page on
which nothing else stands.

A form has three or more lines that end with the mark of a required field; the sentences between
them ask for consent.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

import numpy as np
import regex

from dittomark.corpus.boilerplate.features import page_weights
from dittomark.corpus.boilerplate.lines import Line, Page, line_key
from dittomark.corpus.prints.word_hashes import split_words
from dittomark.structures.array_types import Bools, Floats

LONG_WORDS: Final = 150.0
"""Words of a line that holds more than a paragraph. (Of the development pages' lines, one in 300 that
are the article alone is so long.)
"""
# Judgements, by the pairs of real pages that share such lists (`tests/benchmarks/reuse_pairs.py`).
_LEAST_ITEMS: Final = 5  # a paragraph may have four names between spaces
_LEAST_LETTERS: Final = 4  # of an item; fewer are words that a page sets apart, or links
_MOST_LETTERS: Final = 60  # of an item; a paragraph is longer
_CLAUSE_LETTERS: Final = 40  # letters; clauses of prose are shorter
_LEAST_FIELDS: Final = 3  # lines; one or two may be footnotes
_FIELD_WORDS: Final = 15  # words
_FIELD_LINES: Final = 8  # lines between two fields of one form
_ITEM: Final = regex.compile(r"\S+")
_LETTER: Final = regex.compile(r"[\p{L}\p{N}]")
_COMMA: Final = regex.compile(r"[,，;；]")
_PROSE_SIGN: Final = regex.compile(r"[,，;；。]")
_ENDED_BY_SPACES: Final = regex.compile(r"[\p{Thai}\p{Lao}]")
_REQUIRED: Final = regex.compile(r"\*\s*[-–:]?$")


def cut_lists(
    page: Page, article: Floats, weight: Floats, *, least: float
) -> tuple[Page, Floats, Floats]:
    """Return the page with each long line cut into lists and the rest, and their numbers.

    `article` are the probabilities of being the article, `weight` the words, both by line. Lists get
    the probability 0, the rest of a long line 1: nothing is known of it. A page that would then have
    fewer than `least` words of the article stays whole.
    """
    long = weight >= LONG_WORDS
    if not long.any():
        return page, article, weight
    lines: list[Line] = []
    chances: list[float] = []
    for line, chance, is_long in zip(page.lines, article.tolist(), long.tolist(), strict=True):
        if not is_long:
            lines.append(line)
            chances.append(chance)
            continue
        for start, end, is_list in _stretches(line.text):
            text = line.text[start:end].strip()
            if text:
                begin = line.start + line.text.index(text, start)
                gap = line.gap if start == 0 else 0
                lines.append(Line(begin, begin + len(text), text, line_key(text), gap))
                chances.append(0.0 if is_list else 1.0)
    cut = replace(page, lines=tuple(lines))
    cut_article, cut_weight = np.array(chances), page_weights(cut)
    if float(cut_article @ cut_weight) < least:
        return page, np.where(long, 1.0, article), weight
    return cut, cut_article, cut_weight


def _stretches(text: str) -> list[tuple[int, int, bool]]:
    """Return the parts of a long line, in code points: start, end, whether it is a list."""
    if 2 * len(_ENDED_BY_SPACES.findall(text)) > len(text):
        return [(0, len(text), False)]
    words = split_words([text])
    if not words.hash.size:
        return [(0, len(text), True)]
    listed = np.zeros(len(text), np.bool_)
    starts = words.start[words.line].tolist()
    starts.append(len(text))
    for at, in_sentence in enumerate(words.line_ends.tolist()):
        listed[starts[at] : starts[at + 1]] = not in_sentence
    if words.dense[0]:
        for start, end, is_list in _runs(listed):
            clauses = len(_COMMA.findall(text, start, end))
            listed[start:end] = is_list and clauses * _CLAUSE_LETTERS < end - start
        _mark_items(text, listed)
    return list(_runs(listed))


def _runs(listed: Bools) -> Iterator[tuple[int, int, bool]]:
    """Yield the runs of equal flags: start, end, flag."""
    edges = [0, *(np.flatnonzero(listed[1:] != listed[:-1]) + 1).tolist(), listed.size]
    for start, end in pairwise(edges):
        yield start, end, bool(listed[start])


def _mark_items(text: str, listed: Bools) -> None:
    """Mark, in place, the runs of items between spaces."""
    run: list[regex.Match[str]] = []
    for item in [*_ITEM.finditer(text), None]:
        if item is not None and len(item[0]) <= _MOST_LETTERS and not _PROSE_SIGN.search(item[0]):
            run.append(item)
            continue
        if sum(len(_LETTER.findall(each[0])) >= _LEAST_LETTERS for each in run) >= _LEAST_ITEMS:
            listed[run[0].start() : run[-1].end()] = True
        run = []


def form_lines(page: Page) -> Bools:
    """Return a mask of the lines of a form to fill in: from its first field to its last.

    The line after the last field is its label or its consent, and belongs to it.
    """
    fields = [
        at
        for at, line in enumerate(page.lines)
        if _REQUIRED.search(line.text) and len(line.key.split()) <= _FIELD_WORDS
    ]
    mask = np.zeros(len(page.lines), np.bool_)
    apart = np.flatnonzero(np.diff(fields) > _FIELD_LINES) + 1
    for form in np.split(np.array(fields, np.int64), apart):
        if form.size >= _LEAST_FIELDS:
            mask[form[0] : form[-1] + 2] = True
    return mask
