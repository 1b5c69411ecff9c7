"""Detection of boilerplate lines, so that they don't make articles look similar.

A line counts as boilerplate if

- it occurs on 3 pages or more of its source (6, if longer than 18 words);
- or it is such a line in 3 sources or more (the forms of a common page template);
- or it is short, ends no sentence and occurs twice in a row (a headline under its picture);
- or it is in a run of 3 or more short lines without a sentence end that each occur on 2 pages or
  more of the source (link lists that change from day to day);
- or it is in a run of 5 or more such lines, wherever they occur, on a page with some prose (lists
  of links, numbers, names: they are no evidence of copying);
- or it is one of at most two lines between such lines, each without a sentence end or of less
  than 8 words.

Fewer than 8 masked words between other lines are unmasked: if a page has no line breaks, its
"lines" are a few words long (see `word_hashes.split_words`), and some are stock phrases.

Pages of one source that carry one article over and over (updates, reprints) count as one page: they
have their longest line that isn't on a great part of the source's pages in common, and most of
their other words occur on a second page of the source too. A teaser or a policy under articles of
their own is the longest line of many pages as well, but most words of those pages occur nowhere
else. This mask is for finding candidates only; displayed suggestions are made elsewhere.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from dittomark.corpus.mask.line_counts import (
    LineCounts,
    article_slices,
    count_pages,
    key_slices,
    pages_of,
)
from dittomark.corpus.prints.word_hashes import mix
from dittomark.structures.array_types import Bools, Hashes, Ints

# Judgements, from reading pairs of pages that were wrong; held by the precision and recall of
# `tests/benchmarks/candidates.py compare`. The module's docstring describes their use.
SHORT_WORDS: Final = 18  # words; a headline has fewer, a sentence of prose mostly more
PAGES_SHORT: Final = 3  # two pages may be a report and its update
PAGES_LONG: Final = 6  # a long line on few pages may be an agency's sentence, and not boilerplate
TEMPLATE_SOURCES: Final = 3  # two sources may belong to one publisher
RUN_LINES: Final = 3  # lines; two short ones are a headline and a byline
LIST_LINES: Final = 5  # lines; fewer may be a table in the article
LEAST_PROSE: Final = 60  # words
GAP_LINES: Final = 2  # lines; a date and a name between two links
REPRINTED: Final = 0.5
"""Share of a reprint's words that are on two pages, those on a great part of the pages not counted.
"""

_SMALL_SOURCE: Final = 10  # pages; below, a few copies of one article look like boilerplate
_LEAST_LEFT: Final = 20  # words
_LEAST_BOILERPLATE: Final = 8  # words
_SIGNATURE_WORDS: Final = 8  # words; a shorter longest line does not identify an article
# a line on more, and on more than a tenth, does not identify an article
_SIGNATURE_PAGES: Final = 30


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of some articles; see `fingerprint.Prints`. `article` and `source` count from 0.

    `source` has one entry per article, the other arrays one per line.
    """

    hash: Hashes
    words: Ints
    ends: Bools
    first: Bools
    article: Ints
    source: Ints

    def part(self, place: slice) -> "Lines":
        """Return some of the lines, with the sources of all articles."""
        return Lines(
            self.hash[place],
            self.words[place],
            self.ends[place],
            self.first[place],
            self.article[place],
            self.source,
        )


@dataclass(frozen=True, slots=True)
class Mask:
    """`boilerplate` has one entry per line; the other fields are the basis for later pages."""

    boilerplate: Bools
    counts: LineCounts
    templates: Hashes


def find_boilerplate(
    lines: Lines,
    *,
    known: tuple[LineCounts, ...] = (),
    templates: Hashes | None = None,
    source_sizes: Ints | None = None,
) -> Mask:
    """Return the mask of the lines.

    `known`, `templates` and `source_sizes` (pages by source, without these articles) describe
    earlier pages. The returned counts are of these lines alone, the templates of both.
    """
    templates = np.zeros(0, np.uint64) if templates is None else templates
    sizes = np.bincount(lines.source, minlength=0 if source_sizes is None else source_sizes.size)
    if source_sizes is not None:
        sizes[: source_sizes.size] += source_sizes
    if not lines.hash.size:
        return Mask(np.zeros(0, np.bool_), LineCounts(), templates)

    source_hash = mix(lines.source.astype(np.uint64) + np.uint64(1))
    keys = mix(lines.hash ^ source_hash[lines.article])
    counted = lines.first
    if lines.source.size > 1:  # a single article was printed once
        counted = counted & _distinct_pages(lines)[lines.article]
        pages = pages_of(keys, counted, known)
        counted &= _once_an_article(lines, pages, sizes)[lines.article]
    pages, counts = count_pages(keys, counted, known)
    templates = _templates(lines, keys, pages, templates)
    mask = np.zeros(lines.hash.size, np.bool_)
    for place in article_slices(lines.article):
        part = lines.part(place)
        mask[place] = mask_lines(part, pages[place], _in_sorted(part.hash, templates), sizes)
    return Mask(mask, counts, templates)


def kept_lines(lines: Lines, boilerplate: Bools) -> Bools:
    """Return a mask of the lines to look for: no boilerplate, and of repeated ones the first.

    The piece of a sentence (a long line is cut into pieces) stays wherever its words come again.
    """
    piece: Bools = lines.ends & (lines.words <= SHORT_WORDS)
    kept: Bools = (lines.first | piece) & ~boilerplate
    return kept


def _templates(lines: Lines, keys: Hashes, pages: Ints, known: Hashes) -> Hashes:
    """Return the lines that are frequent in several sources, sorted, including known ones."""
    often = stands_often(lines.words, pages)
    found = []
    for chosen in key_slices(keys):
        masked = chosen[often[chosen]]
        found.append(lines.hash[masked[np.unique(keys[masked], return_index=True)[1]]])
    line, sources = np.unique(np.concatenate(found), return_counts=True)
    common = line[sources >= TEMPLATE_SOURCES]
    return np.union1d(known, common) if common.size else known


def stands_often(words: Ints, pages: Ints) -> Bools:
    """Return a mask of the lines on enough pages of their source."""
    often: Bools = (pages >= PAGES_LONG) | ((words <= SHORT_WORDS) & (pages >= PAGES_SHORT))
    return often


def mask_lines(lines: Lines, pages: Ints, is_template: Bools, sizes: Ints) -> Bools:
    """Return a mask of boilerplate lines, each article by itself.

    `pages` and `is_template` have one entry per line, `sizes` (pages) one per source.
    """
    mask = stands_often(lines.words, pages) | is_template
    same = np.zeros(mask.size + 1, np.bool_)  # same article as the previous line
    np.equal(lines.article[1:], lines.article[:-1], out=same[1:-1])
    plain = (lines.words <= SHORT_WORDS) & ~lines.ends
    double = same[1:-1] & (lines.hash[1:] == lines.hash[:-1]) & plain[1:]
    mask[1:] |= double
    mask[:-1] |= double
    weak = mask | (plain & (pages >= 2))
    mask |= weak & plain & (_run_lengths(weak, same) >= RUN_LINES)
    mask |= plain & (_run_lengths(plain, same) >= LIST_LINES) & _has_prose(lines, plain)
    _fill_gaps(mask, plain | (lines.words < _LEAST_BOILERPLATE), same)
    _spare_stock_phrases(mask, lines.words, same)
    _spare_small_sources(mask, lines, sizes)
    return mask


def _distinct_pages(lines: Lines) -> Bools:
    """Return for each article whether it is the first of its source with just these lines."""
    start = np.flatnonzero(np.append(True, lines.article[1:] != lines.article[:-1]))
    said = np.add.reduceat(mix(lines.hash), start)
    owner = lines.article[start]
    said ^= mix(lines.source[owner].astype(np.uint64))
    distinct = np.ones(lines.source.size, np.bool_)
    distinct[owner] = False
    distinct[owner[np.unique(said, return_index=True)[1]]] = True
    return distinct


def _once_an_article(lines: Lines, pages: Ints, sizes: Ints) -> Bools:
    """Return for each article whether it is not a reprint of an earlier one of its source."""
    signature = np.zeros(lines.source.size, np.uint64)
    reprinted = np.zeros(lines.source.size, np.bool_)
    for place in article_slices(lines.article):
        part, often = lines.part(place), pages[place]
        size = sizes[part.source[part.article]]
        common = (often > np.maximum(_SIGNATURE_PAGES, size // 10)) | (
            (size > 2) & (often * 2 > size)
        )
        length = np.where(common, 0, np.minimum(part.words, 0xFFFF)).astype(np.uint64)
        start = np.flatnonzero(np.append(True, part.article[1:] != part.article[:-1]))
        longest = (length << np.uint64(48)) | (part.hash >> np.uint64(16))
        signature[part.article[start]] = np.maximum.reduceat(longest, start)
        words = np.where(common, 0, part.words).astype(np.int64)
        twice = np.add.reduceat(np.where(often >= 2, words, 0), start)
        reprinted[part.article[start]] = twice >= REPRINTED * np.add.reduceat(words, start)
    known = (signature >> np.uint64(48)) >= _SIGNATURE_WORDS
    own = mix(signature ^ mix(lines.source.astype(np.uint64)))
    first = np.zeros(signature.size, np.bool_)
    first[np.unique(own, return_index=True)[1]] = True
    once: Bools = first | ~known | ~reprinted
    return once


def _in_sorted(values: Hashes, table: Hashes) -> Bools:
    if not table.size:
        return np.zeros(values.size, np.bool_)
    place = np.minimum(np.searchsorted(table, values), table.size - 1)
    found: Bools = table[place] == values
    return found


def _runs(flags: Bools, same: Bools) -> tuple[Ints, Ints]:
    """Return the starts of runs of equal flags inside one article, and their lengths."""
    start = np.flatnonzero(np.append(True, (flags[1:] != flags[:-1]) | ~same[1:-1]))
    return start, np.diff(np.append(start, flags.size))


def _run_lengths(flags: Bools, same: Bools) -> Ints:
    start, length = _runs(flags, same)
    return np.repeat(np.where(flags[start], length, 0), length)


def _fill_gaps(mask: Bools, small: Bools, same: Bools) -> None:
    """Mask, in place, one or two small lines between masked ones of the same article."""
    start, length = _runs(mask, same)
    end = start + length
    inner = ~mask[start] & (length <= GAP_LINES) & same[start] & same[end]
    for offset in range(GAP_LINES):
        inner &= small[np.minimum(start + offset, end - 1)]
    for offset in range(GAP_LINES):
        mask[np.minimum(start + offset, end - 1)[inner]] = True


def _has_prose(lines: Lines, plain: Bools) -> Bools:
    """Return for each line whether its article has enough words in other lines."""
    words = np.bincount(lines.article, lines.words * ~plain, lines.source.size)
    enough: Bools = (words >= LEAST_PROSE)[lines.article]
    return enough


def _spare_stock_phrases(mask: Bools, words: Ints, same: Bools) -> None:
    """Unmask, in place, a few masked words inside an article's text."""
    start, length = _runs(mask, same)
    end = start + length
    few = np.add.reduceat(words, start, dtype=np.int64) < _LEAST_BOILERPLATE
    inner = mask[start] & few & same[start] & same[end]
    mask &= ~np.repeat(inner, length)


def _spare_small_sources(mask: Bools, lines: Lines, sizes: Ints) -> None:
    """Unmask, in place, articles of small sources that would otherwise be nearly empty."""
    left = np.bincount(lines.article, lines.words * ~mask, lines.source.size)
    spare = (sizes[lines.source] < _SMALL_SOURCE) & (left < _LEAST_LEFT)
    mask &= ~spare[lines.article]
