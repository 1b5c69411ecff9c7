"""The feature table of a page: one row of numbers per line, for the scorer.

`page_features(page, counts, pages)` combines the shape of each line (`shape`), the number of pages
of its source with that line (`repeats`), its position, its neighbours, and the article as a plain
rule finds it: the run of lines with the greatest sum, where a long line with a sentence counts
positively and a short, repeated or known line negatively. Every number is scaled so that it means
the same in a page of ten lines and of ten thousand. No feature depends on a language except the
known forms inside `shape`.
"""

from collections import Counter
from typing import Final

import numpy as np

from dittomark.corpus.boilerplate.doubles import SHORTEST, cores
from dittomark.corpus.boilerplate.lines import Page, line_key
from dittomark.corpus.boilerplate.shape import SHAPE_NAMES, line_shape, line_weight
from dittomark.structures.array_types import Bools, Floats

_LOG_WEIGHT: Final = SHAPE_NAMES.index("log_weight")
_SENTENCE: Final = SHAPE_NAMES.index("ends_sentence")
_HEADER: Final = SHAPE_NAMES.index("header")
_FIRST_FORM: Final = SHAPE_NAMES.index("header") + 1
# Judgements that the shipped trees were fitted with (decision 0006): another value wants another
# fit (`tests/benchmarks/fit_boilerplate.py`).
_TEXT_LINE_WORDS: Final = 12.0  # least words of a line of prose
_KNOWN: Final = 0.7  # least confidence of a known form that counts
_FAR: Final = 40.0  # lines; greater distances count as this
_NEIGHBOURS: Final = (-3, -2, -1, 1, 2, 3)  # lines; a teaser is picture, headline, date, and again
_WINDOWS: Final = (3, 8)  # lines to either side: a paragraph's surroundings, and a block's

CONTEXT_NAMES: Final = (
    "count", "share", "repeated", "pages", "in_repeated_run",
    "at", "words_before", "from_top", "from_bottom", "lines", "words", "of_longest",
    "gap_before", "gap_after", "gaps",
    "times_here", "twice_in_a_row", "seen_above", "holds_another", "headline",
    "rule_inside", "rule_from_start", "rule_from_end", "rule_words",
    "text_above", "text_below", "header_above", "in_first_line", "title", "topic",
    "prose_share", "unended_share", "prose_before", "forms_since_prose",
    *(f"{name}{offset:+d}" for name in ("weight", "sentence", "share", "form")
      for offset in _NEIGHBOURS),
    *(f"{name}~{width}" for name in ("weight", "sentence", "share", "form") for width in _WINDOWS),
)  # fmt: skip

FEATURE_NAMES: Final = (*SHAPE_NAMES, *CONTEXT_NAMES)


def page_weights(page: Page) -> Floats:
    """Return the length of each line in words."""
    return np.array([line_weight(line.key) for line in page.lines])


def page_features(page: Page, counts: Floats, *, pages: int) -> Floats:
    """Return a row of `FEATURE_NAMES` per line.

    `counts` is the number of pages of the source that carry each line, `pages` the number of its
    pages.
    """
    if not page.lines:
        return np.zeros((0, len(FEATURE_NAMES)))
    shape = np.array([line_shape(line.text, line.key) for line in page.lines])
    weight = page_weights(page)
    share = (counts - 1) / max(1, pages - 1)
    form = shape[:, _FIRST_FORM:].max(axis=1)
    text_line = (weight >= _TEXT_LINE_WORDS) & (shape[:, _SENTENCE] > 0) & (counts < 3)
    rule = _rule_block(weight, shape[:, _SENTENCE], form, counts, pages)
    signals = (shape[:, _LOG_WEIGHT], shape[:, _SENTENCE], share, form)
    context = [
        *_repeat_columns(counts, share, pages),
        *_place_columns(weight),
        *_gap_columns(page),
        *_double_columns(page, weight),
        *_rule_columns(weight, rule),
        _since(text_line),
        _since(text_line[::-1])[::-1],
        _since(shape[:, _HEADER] > 0),
        *_word_columns(page, rule),
        *_prose_columns(weight, shape[:, _SENTENCE] > 0, text_line, form),
        *(_shifted(signal, offset) for signal in signals for offset in _NEIGHBOURS),
        *(_windowed(signal, width) for signal in signals for width in _WINDOWS),
    ]
    return np.column_stack([shape, *context])


def best_run(values: Floats) -> tuple[int, int]:
    """Return the run `[start, end)` of the greatest sum (Kadane); empty if no value is positive."""
    sums = np.concatenate([[0.0], np.cumsum(values)])
    gain = sums - np.minimum.accumulate(sums)
    end = int(np.argmax(gain))
    start = int(np.argmin(sums[: end + 1]))
    return start, end


def _rule_block(
    weight: Floats, sentence: Floats, form: Floats, counts: Floats, pages: int
) -> tuple[int, int]:
    value = np.where(sentence > 0, np.minimum(weight, 60.0), 0.4 * np.minimum(weight, 20.0)) - 7.0
    repeated = counts >= (3 if pages > 5 else 2)
    value = np.where(repeated, -4.0, value)
    value = np.where(form >= _KNOWN, np.minimum(value, -4.0), value)
    return best_run(value)


def _repeat_columns(counts: Floats, share: Floats, pages: int) -> list[Floats]:
    repeated = (counts > 1).astype(float)
    around = (_shifted(repeated, -1) + _shifted(repeated, 1)) / 2
    return [np.log1p(counts - 1), share, repeated, np.full(len(counts), np.log(pages)), around]


def _place_columns(weight: Floats) -> list[Floats]:
    size = len(weight)
    at = np.arange(size)
    before = np.concatenate([[0.0], np.cumsum(weight)[:-1]])
    return [
        at / size,
        before / weight.sum(),
        np.log1p(at),
        np.log1p(size - 1 - at),
        np.full(size, np.log1p(size)),
        np.full(size, np.log1p(weight.sum())),
        weight / weight.max(),
    ]


def _gap_columns(page: Page) -> list[Floats]:
    before = np.minimum([line.gap for line in page.lines], 3).astype(float)
    after = _shifted(before, 1)
    return [before, after, np.full(len(before), np.minimum(before, 1).mean())]


def _double_columns(page: Page, weight: Floats) -> list[Floats]:
    keys = [line.key for line in page.lines]
    said = cores(page, weight)
    times = Counter(said)
    seen: set[str] = set()
    above = []
    for core in said:
        above.append(float(core in seen))
        seen.add(core)
    row = [
        float(core in said[max(0, at - 2) : at] or core in said[at + 1 : at + 3])
        for at, core in enumerate(said)
    ]
    title = line_key(page.title)
    heads = [
        float(at > 0 and size >= SHORTEST and (key in keys[0] or (bool(title) and key in title)))
        for at, (key, size) in enumerate(zip(keys, weight, strict=True))
    ]
    holds = [float(core != key) for core, key in zip(said, keys, strict=True)]
    return [np.log([times[core] for core in said]), *map(np.array, (row, above, holds, heads))]


def _rule_columns(weight: Floats, rule: tuple[int, int]) -> list[Floats]:
    at = np.arange(len(weight))
    start, end = rule
    return [
        ((at >= start) & (at < end)).astype(float),
        np.clip(at - start, -_FAR, _FAR),
        np.clip(at - end + 1, -_FAR, _FAR),
        np.full(len(weight), np.log1p(weight[start:end].sum())),
    ]


def _prose_columns(weight: Floats, sentence: Bools, text_line: Bools, form: Floats) -> list[Floats]:
    """Return the shares of prose and of unended lines, and the prose and the forms above each line.

    A page of teasers has long lines that end no sentence; lines after a page's prose and its
    buttons to share and to comment are no longer the article.
    """
    unended = (weight >= _TEXT_LINE_WORDS) & ~sentence
    prose = np.concatenate([[0.0], np.cumsum(weight * text_line)])
    known = np.cumsum((form >= _KNOWN) & (prose[:-1] > 0))
    return [
        np.full(len(weight), prose[-1] / weight.sum()),
        np.full(len(weight), (weight * unended).sum() / weight.sum()),
        prose[:-1] / max(1.0, prose[-1]),
        np.log1p(known.astype(float)),
    ]


def _word_columns(page: Page, rule: tuple[int, int]) -> list[Floats]:
    """Return the share of each line's words that occur in the first line, title and article."""
    bags = [_bag(line.key) for line in page.lines]
    title = _bag(line_key(page.title))
    inside: Counter[str] = Counter()
    for bag in bags[rule[0] : rule[1]]:
        inside.update(bag)
    topic = []
    for at, bag in enumerate(bags):
        own = rule[0] <= at < rule[1]
        topic.append(_share(bag, {word for word in bag if inside[word] > own}))
    return [
        np.array([_share(bag, bags[0]) if at else 0.0 for at, bag in enumerate(bags)]),
        np.array([_share(bag, title) for bag in bags]),
        np.array(topic),
    ]


def _bag(key: str) -> set[str]:
    """Return the longer words of a line; for scripts without spaces, its character bigrams."""
    words = key[:2000].split()
    bag = {word for word in words if 4 <= len(word) < 20}
    for word in words:
        if len(word) >= 20 or ord(word[0]) > 0x2E80:
            bag.update(word[at : at + 2] for at in range(len(word) - 1))
    return bag


def _share(bag: set[str], other: set[str]) -> float:
    return len(bag & other) / len(bag) if bag else 0.0


def _since(flags: Bools) -> Floats:
    """Return for each row the logarithm of the distance to the last flagged row above."""
    at = np.arange(len(flags))
    last = np.maximum.accumulate(np.where(flags, at, -_FAR))
    before = np.concatenate([[-_FAR], last[:-1]])
    result: Floats = np.log1p(np.minimum(at - before, _FAR))
    return result


def _shifted(values: Floats, offset: int) -> Floats:
    """Return the value `offset` rows further down (-1 where there is no such row)."""
    result = np.full(len(values), -1.0)
    if abs(offset) >= len(values):
        return result
    if offset > 0:
        result[:-offset] = values[offset:]
    else:
        result[-offset:] = values[:offset]
    return result


def _windowed(values: Floats, width: int) -> Floats:
    """Return the mean over `width` rows to either side."""
    sums = np.concatenate([[0.0], np.cumsum(values)])
    at = np.arange(len(values))
    low, high = np.maximum(at - width, 0), np.minimum(at + width + 1, len(values))
    result: Floats = (sums[high] - sums[low]) / (high - low)
    return result
