"""From words of an article without its boilerplate to offsets in its text."""

from collections.abc import Callable, Sequence

import numpy as np

from dittomark.corpus.index.adding import RawPairs
from dittomark.corpus.index.shelf import Shelf
from dittomark.corpus.prints.fingerprint import BLOCK_CHARACTERS
from dittomark.corpus.prints.spooling import MOST_CHARACTERS
from dittomark.corpus.prints.word_hashes import word_places
from dittomark.structures.array_types import Ints

Passage = tuple[int, int, int, int]
Row = tuple[int, int, int, int]
"""Row of the result, text in the block, first and last word of the page (-1: the whole text)."""


def locate(shelf: Shelf, raw: RawPairs, kept: Ints, text_of: Callable[[str], str]) -> list[Passage]:
    """Return the passage of each pair in `kept` (indices in `raw`), in code points."""
    if not kept.size:
        return []
    matches = raw.matches
    article = np.concatenate([raw.a[kept], raw.b[kept]])
    first = np.concatenate([matches.a_start[kept], matches.b_start[kept]])
    last = np.concatenate([matches.a_end[kept], matches.b_end[kept]]) - 1
    whole = last < 0  # identical, but too short for a chain
    last[whole] = shelf.articles["words"][article[whole]].astype(np.int64) - 1
    spans = np.zeros((article.size, 2), np.int64)
    order = np.argsort(article, kind="stable")
    block: list[str] = []
    rows: list[Row] = []
    runs = shelf.runs()
    size, previous = 0, -1
    for row in order.tolist():
        if article[row] != previous:
            if size >= BLOCK_CHARACTERS:
                fill_spans(spans, block, rows)
                block, rows, size = [], [], 0
            previous = int(article[row])
            block.append(text_of(shelf.ids[previous])[:MOST_CHARACTERS])
            size += len(block[-1])
            begin = int(shelf.articles["first_run"][previous])
            left = runs[begin : begin + int(shelf.articles["runs"][previous])]
        rows.append(
            (
                row,
                len(block) - 1,
                page_word(left, int(first[row])),
                page_word(left, int(last[row])),
            )
        )
    fill_spans(spans, block, rows)
    half = kept.size
    return [(*a, *b) for a, b in zip(spans[:half].tolist(), spans[half:].tolist(), strict=True)]


def page_word(runs: Ints, word: int) -> int:
    """Return the index on the page of a word of the masked article."""
    for first, count in runs.tolist():
        if word < count:
            return int(first) + word
        word -= count
    return -1  # no word is left: the pair is identical pages of boilerplate


def fill_spans(spans: Ints, block: Sequence[str], rows: list[Row]) -> None:
    """Write the code points of the rows of one block of texts to `spans`."""
    if not block:
        return
    start, end, text_start = word_places(block)
    begin = np.searchsorted(start, text_start)
    for row, text, first, last in rows:
        if last < 0:
            spans[row] = 0, len(block[text])
        else:
            spans[row] = start[begin[text] + first], end[begin[text] + last]
            spans[row] -= text_start[text]
