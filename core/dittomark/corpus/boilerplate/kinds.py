"""The kind of boilerplate of a line, and lines of one kind joined into spans.

Rules, the first that applies: the label that people gave this line, or its place (`known`, from
finished pages); readers' comments; a copy of a sentence of the article is `repeated_text`; menus and
archives; lists of headlines; a copy of the headline; the known form of the line itself; the names of
the tags around it, on a page that came as HTML; else its position: short lines are `navigation`,
headline-like ones `related_links`. Kinds by position are guesses: people correct them with one key.
How often they are right: docs/benchmarks-boilerplate.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from dittomark.corpus.boilerplate.areas import (
    HEADLINE_WORDS,
    Lines,
    archives,
    captions,
    comments,
    ends_path,
    lists,
    menus,
    tags,
)
from dittomark.corpus.boilerplate.doubles import cores
from dittomark.corpus.boilerplate.forms import Form
from dittomark.corpus.boilerplate.lines import Page, line_key
from dittomark.corpus.boilerplate.shape import ends_sentence
from dittomark.structures.array_types import Bools, Floats

REPEATED: Final = "repeated_text"
NAVIGATION: Final = "navigation"
COMMENTS: Final = "comment_form"
CAPTION: Final = "caption"
RELATED: Final = "related_links"
OTHER: Final = "other_boilerplate"
_SENTENCE_WORDS: Final = 8.0  # a judgement: shorter sentences are said twice by chance
# A path of pages may end in the headline, a caption begin with it.
_WITH_A_HEADLINE: Final = frozenset({NAVIGATION, CAPTION})
_MENU_WORDS: Final = frozenset({CAPTION, "advertisement", COMMENTS, "most_read", RELATED})
_FEW: Final = 0.1  # of a run's words; a judgement

UNSEEN: Final = 0.94
"""Highest score of doubtful proposals: those above .95 can be accepted without a look."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A stretch `[start, end)` of the text, in code points, proposed as boilerplate.

    `kind` is its label, `score` is 0–1.
    """

    start: int
    end: int
    kind: str
    score: float


def line_kinds(
    page: Page,
    keep: Bools,
    weight: Floats,
    *,
    known: Sequence[str | None],
    tagged: Sequence[str | None] = (),
) -> list[str | None]:
    """Return a kind for every line that is not kept, None for the others.

    `known` are the labels expected from finished pages, `tagged` the kinds that the tags of an HTML
    page denote (empty: it was plain text); None for lines without.
    """
    rules = _Rules(page, Lines.of(page, keep, weight), tagged)
    return [
        None if kept else label or rules.kind(at)
        for at, (kept, label) in enumerate(zip(keep, known, strict=True))
    ]


class _Rules:
    """The rules that name the kind of a line of one page."""

    def __init__(self, page: Page, lines: Lines, tagged: Sequence[str | None]) -> None:
        self._page = page
        self._lines = lines
        self._tagged = tagged
        self._menu = menus(lines)
        self._list = lists(lines, self._menu)
        self._archive, self._tags = archives(lines), tags(lines)
        self._comments, self._captions = comments(lines), captions(lines)
        self._prose, self._heads = _article_keys(page, lines.keep, lines.weight)
        self._core = cores(page, lines.weight)
        places = np.flatnonzero(lines.keep)
        self._first = int(places[0]) if places.size else len(lines)
        self._end = int(places[-1]) + 1 if places.size else 0

    def kind(self, at: int) -> str:
        """Return the kind of a line outside the article."""
        return self._by_area(at) or self._by_words(at) or self._by_tags(at) or self._by_place(at)

    def _by_area(self, at: int) -> str | None:
        """Return the kind of the area that the line is in, or of a sentence said twice."""
        if self._comments[at]:
            return COMMENTS
        if self._page.lines[at].key in self._prose:
            return REPEATED
        if self._tags[at]:
            return OTHER
        return NAVIGATION if self._menu[at] or self._archive[at] else self._list[at]

    def _by_words(self, at: int) -> str | None:
        """Return the kind that the words of the line denote: the headline's, or of a known form."""
        form = self._lines.forms[at]
        if self._core[at] in self._heads and (form is None or form.kind not in _WITH_A_HEADLINE):
            return NAVIGATION if ends_path(self._lines, at) else REPEATED
        if form is None or (self._tag(at) == NAVIGATION and self._menu_word(at, form)):
            return None
        return RELATED if form.kind == CAPTION and self._heads_list(at) else form.kind

    def _by_tags(self, at: int) -> str | None:
        """Return the kind that the tags denote; headlines in a menu of headlines are no menu."""
        kind = self._tag(at)
        if kind is None and self._captions[at]:
            return CAPTION
        return None if kind == NAVIGATION and self._lines.teaser(at) else kind

    def _by_place(self, at: int) -> str:
        lines = self._lines
        weight = lines.weight[at]
        if weight < HEADLINE_WORDS and _among_headlines(lines, at):
            return RELATED
        if at < self._first:
            if weight < HEADLINE_WORDS * 2:
                return NAVIGATION
            return RELATED if lines.teaser(at) else OTHER
        if at >= self._end:
            return RELATED if weight >= HEADLINE_WORDS else NAVIGATION
        return RELATED if weight >= HEADLINE_WORDS * 2 else OTHER

    def _tag(self, at: int) -> str | None:
        return self._tagged[at] if self._tagged else None

    def _menu_word(self, at: int, form: Form) -> bool:
        """Return whether a form is of a word or two that menus have too."""
        return form.kind in _MENU_WORDS and self._lines.weight[at] < HEADLINE_WORDS

    def _heads_list(self, at: int) -> bool:
        """Return whether a word like `Video` is above headlines outside the article."""
        lines = self._lines
        outside = not self._first <= at < self._end and at + 1 < len(lines)
        return outside and not lines.captioned(at) and lines.headline(at + 1)


def _among_headlines(lines: Lines, at: int) -> bool:
    """Return whether headlines stand both above and below a line, with at most one line between."""
    above = any(lines.headline(near) for near in (at - 2, at - 1) if near >= 0)
    return above and any(lines.headline(near) for near in (at + 1, at + 2) if near < len(lines))


def _article_keys(page: Page, keep: Bools, weight: Floats) -> tuple[set[str], set[str]]:
    """Return the keys of the article's sentences, and of its headline."""
    kept = [page.lines[at] for at in np.flatnonzero(keep)]
    sizes = weight[keep]
    prose = {
        line.key
        for line, size in zip(kept, sizes, strict=True)
        if size >= _SENTENCE_WORDS and ends_sentence(line.text)
    }
    title = line_key(page.title)
    heads = {
        line.key
        for at, (line, size) in enumerate(zip(kept, sizes, strict=True))
        if size >= HEADLINE_WORDS and (at == 0 or line.key == title)
    }
    return prose, heads


def join_lines(
    page: Page,
    kinds: Sequence[str | None],
    article: Floats,
    weight: Floats,
    *,
    prose: Bools,
    unproven: Bools,
) -> list[Proposal]:
    """Return one proposal per run of lines of one kind; its score is the mean, weighted by words.

    A run that contains `prose`, or more than a few `unproven` words, has a score below the one from
    which people accept proposals without a look. Both are masks of lines.
    """
    proposals = []
    start = 0
    while start < len(kinds):
        kind = kinds[start]
        end = start + 1
        while end < len(kinds) and kinds[end] == kind:
            end += 1
        if kind is not None:
            sure = float(np.average(1.0 - article[start:end], weights=weight[start:end]))
            open_to_doubt = weight[start:end] @ unproven[start:end]
            if prose[start:end].any() or open_to_doubt > _FEW * weight[start:end].sum():
                sure = min(sure, UNSEEN)
            span = page.lines[start].start, page.lines[end - 1].end
            proposals.append(Proposal(*span, kind, round(sure, 3)))
        start = end
    return proposals
