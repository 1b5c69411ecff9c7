"""The kind of boilerplate of a line, and lines of one kind joined into spans.

Rules, the first that applies: the label that people gave this line, or its place (`known`, from
finished pages); a copy of a line of the article is `repeated_text`; lines under the header of a
list belong to the list, until a line of the article, a copy of one, or a known form that does not
occur in lists; the known form of the line itself; else its position: short lines above the article
are `navigation`, headline-like lines after it `related_links`. Kinds by position are guesses:
people correct them with one key.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from dittomark.corpus.boilerplate.forms import Form, known_form
from dittomark.corpus.boilerplate.lines import Page
from dittomark.structures.array_types import Bools, Floats

REPEATED: Final = "repeated_text"
# A judgement: shorter lines after the article are menu entries more often than headlines.
_HEADLINE_WORDS: Final = 4.0
_LISTS: Final = frozenset({"related_links", "most_read"})
# Forms that may stand inside a list without ending it: a date or a credit under each headline.
_INSIDE_A_LIST: Final = frozenset({"byline_dateline", "caption", "navigation", "other_boilerplate"})
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
) -> list[str | None]:
    """Return a kind for every line that is not kept, None for the others."""
    article_keys = {line.key for line, kept in zip(page.lines, keep, strict=True) if kept}
    first = int(np.argmax(keep)) if keep.any() else len(keep)
    last = len(keep) - int(np.argmax(keep[::-1])) if keep.any() else 0
    kinds: list[str | None] = []
    under: str | None = None
    for at, line in enumerate(page.lines):
        if keep[at]:
            kinds.append(None)
            under = None
            continue
        form = known_form(line.text)
        marked = known[at]
        under = _list_after(form, under)
        if marked is not None:
            kinds.append(marked)
        elif line.key in article_keys and weight[at] >= _HEADLINE_WORDS:
            kinds.append(REPEATED)
            under = None
        elif under is not None:
            kinds.append(under)
        elif form is not None:
            kinds.append(form.kind)
        else:
            kinds.append(_kind_by_place(at, weight[at], first, last))
    return kinds


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


def _list_after(form: Form | None, under: str | None) -> str | None:
    """Return the list that this line belongs to or begins; None if it is in no list."""
    if form is None:
        return under
    if form.kind in _LISTS:
        return form.kind if form.header or under is None else under
    return under if form.kind in _INSIDE_A_LIST else None


def _kind_by_place(at: int, weight: float, first: int, last: int) -> str:
    if at < first:
        return "navigation" if weight < _HEADLINE_WORDS * 2 else "other_boilerplate"
    if at >= last:
        return "related_links" if weight >= _HEADLINE_WORDS else "navigation"
    return "related_links" if weight >= _HEADLINE_WORDS * 2 else "other_boilerplate"
