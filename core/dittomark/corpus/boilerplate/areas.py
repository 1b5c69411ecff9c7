"""Areas of a page outside the article, which decide the kind of the lines inside them.

One word says little: `Photos` is a caption under a picture, and an entry of a menu between `Sports`
and `Weather`. So menus, lists of headlines, feeds, archives and comments are found first, each as a
mask or a kind per line. Lines are given with their known forms; lines of the article belong to none.
"""

import itertools
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from dittomark.corpus.boilerplate.forms import Form
from dittomark.corpus.boilerplate.kind_forms import (
    closes_list,
    is_clock,
    is_first_page,
    is_first_rank,
    is_month,
    is_tag_header,
    named_form,
    starts_with_clock,
)
from dittomark.corpus.boilerplate.lines import Page
from dittomark.corpus.boilerplate.shape import ends_sentence
from dittomark.structures.array_types import Bools, Floats

HEADLINE_WORDS: Final = 4.0
"""A judgement: shorter lines are entries of menus more often than headlines."""
_LISTS: Final = frozenset({"related_links", "most_read"})
# Words of these kinds are entries of menus too; those of others (`©`, markup) are what they are.
_IN_MENUS: Final = frozenset(
    {"navigation", "caption", "advertisement", "comment_form", "share_subscribe", "related_links",
     "most_read", "other_boilerplate", "byline_dateline", "copyright_notice"}
)  # fmt: skip
_LIST_SMALL_PRINT: Final = frozenset(
    {"byline_dateline", "caption", "other_boilerplate", "navigation"}
)
# Judgements, checked on a sample of lines whose kinds were read (`tests/benchmarks`), in lines.
_MENU: Final = 5  # shortest run of entries that is a menu
_PLAIN: Final = 0.5  # least share of its entries without the form of something else
_FIRST_ENTRY: Final = 4  # from the header of a list to its first headline
_NEXT_ENTRY: Final = (
    4  # from one headline of a list to the next: a number, a date, a section between
)
_LISTED: Final = 3  # headlines directly below one another
_PATH: Final = 5  # from `Home` to the headline
_COMMENT: Final = 12  # from one sign of comments to the next
_FEED: Final = 3  # times, or dates, each beside a headline, that make a feed
_ARCHIVE: Final = 3  # months in a row
_SHARES: Final = 2  # names of networks in a row
_INVITING: Final = 2.0  # words: `RSS` and `YouTube` may be entries of a menu, `Follow us` is none
_TIMES: Final = 3  # a line between paragraphs as often as this is the caption of each picture
_WORDY: Final = 3.0  # words; `Watch again` is the header of a list, `Photo: a name` a credit
_TAGS: Final = 20  # most tags


@dataclass(frozen=True)
class Lines:
    """What the areas are found by, a value per line; `keep` are the lines of the article."""

    page: Page
    keep: Bools
    weight: Floats
    forms: tuple[Form | None, ...] = field(repr=False)

    @classmethod
    def of(cls, page: Page, keep: Bools, weight: Floats) -> "Lines":
        """Return the lines of a page with their forms."""
        return cls(page, keep, weight, tuple(named_form(line.text) for line in page.lines))

    def __len__(self) -> int:
        return len(self.forms)

    def text(self, at: int) -> str:
        """Return the text of a line."""
        return self.page.lines[at].text

    def form_is(self, at: int, kind: str) -> bool:
        """Return whether a line has a known form of this kind."""
        form = self.forms[at]
        return form is not None and form.kind == kind

    def captioned(self, at: int) -> bool:
        """Return whether a line is a caption or a credit, more than a word like `Video`."""
        wordy = self.weight[at] >= _WORDY or ":" in self.text(at)
        return wordy and self.form_is(at, "caption")

    def headline(self, at: int) -> bool:
        """Return whether a line may be a headline of another article."""
        form = self.forms[at]
        return not self.keep[at] and self.weight[at] >= HEADLINE_WORDS and form is None

    def teaser(self, at: int) -> bool:
        """Return whether a line is too long for the entry of a menu, and ends no sentence."""
        return (
            self.headline(at)
            and self.weight[at] >= 2 * HEADLINE_WORDS
            and not ends_sentence(self.text(at))
        )


def menus(lines: Lines) -> Bools:
    """Return a mask of the entries of menus: runs of short lines, most of them of no other form.

    Names of networks in a row stay buttons to share, also within a menu.
    """
    entries = np.array([_entry(lines, at) for at in range(len(lines))], bool)
    plain = np.array([_plain(form) for form in lines.forms], bool)
    share = np.array([lines.form_is(at, "share_subscribe") for at in range(len(lines))], bool)
    for first, end in _runs(share, _SHARES):
        entries[first:end] = False
    result = np.zeros(len(lines), bool)
    for first, end in _runs(entries, _MENU):
        if plain[first:end].mean() >= _PLAIN:
            result[first:end] = True
    return result


def _entry(lines: Lines, at: int) -> bool:
    form = lines.forms[at]
    short = lines.weight[at] < HEADLINE_WORDS and not ends_sentence(lines.text(at))
    return (
        not lines.keep[at]
        and short
        and (form is None or form.kind in _IN_MENUS)
        and any(char.isalpha() for char in lines.text(at))
        and not any(char in "©" or char.isdigit() for char in lines.text(at))
        and not (form is not None and form.kind == "byline_dateline" and form.confidence > 0.9)
        and not (form is not None and form.kind == "share_subscribe" and _invites(lines, at))
    )


def _invites(lines: Lines, at: int) -> bool:
    """Return whether a line invites to share or to follow, in as many words."""
    return bool(lines.weight[at] >= _INVITING)


def _plain(form: Form | None) -> bool:
    return form is None or form.kind == "navigation"


def archives(lines: Lines) -> Bools:
    """Return a mask of months and years in a row: the menu of an archive."""
    dated = np.array([_month_or_year(line.text) for line in lines.page.lines], bool) & ~lines.keep
    result = np.zeros(len(lines), bool)
    for first, end in _runs(dated, _ARCHIVE):
        result[first:end] = True
    return result


def _month_or_year(text: str) -> bool:
    return is_month(text) or (len(text) == 4 and text.isdigit())


def comments(lines: Lines) -> Bools:
    """Return a mask of readers' comments with the form for them.

    From a sign of comments (`Reply`, `3 votes`, `12 comments`) to the next; a line of the article
    or the header of a list between them ends the comments.
    """
    signs = [at for at in range(len(lines)) if lines.form_is(at, "comment_form")]
    result = np.zeros(len(lines), bool)
    for at, then in itertools.pairwise(signs):
        between = range(at + 1, then)
        if then - at <= _COMMENT and not any(
            lines.keep[each] or _opens_list(lines, each) for each in between
        ):
            result[at : then + 1] = True
    return result


def tags(lines: Lines) -> Bools:
    """Return a mask of the tags of the article: short lines after the word for them."""
    result = np.zeros(len(lines), bool)
    for at in range(len(lines)):
        if lines.keep[at] or not is_tag_header(lines.text(at)):
            continue
        end = at + 1
        while end < min(len(lines), at + _TAGS) and (
            not lines.keep[end] and lines.weight[end] < HEADLINE_WORDS and lines.forms[end] is None
        ):
            end += 1
        result[at:end] = end > at + 1
    return result


def captions(lines: Lines) -> Bools:
    """Return a mask of captions by their place: one text under several pictures in the article."""
    places = np.flatnonzero(lines.keep)
    result = np.zeros(len(lines), bool)
    if not places.size:
        return result
    inside = range(int(places[0]) + 1, int(places[-1]))
    alike = Counter(lines.page.lines[at].key for at in inside if lines.headline(at))
    for at in inside:
        result[at] = lines.headline(at) and alike[lines.page.lines[at].key] >= _TIMES
    return result


def lists(lines: Lines, menu: Bools) -> list[str | None]:
    """Return for each line the kind of the list of headlines that it belongs to, None for others.

    A list begins with its header, or without one as a feed: headlines, each beside a time or a
    date. It goes on while headlines follow; what stands between them (numbers, dates, sections,
    names) belongs to it.
    """
    result: list[str | None] = [None] * len(lines)
    at = 0
    while at < len(lines):
        if _opens_list(lines, at) and not menu[at]:
            form = lines.forms[at]
            kind = form.kind if form is not None else ""
            end = _end_of_list(lines, at, menu)
            if end > at + 1:
                second = _second_list(lines, at, end) if kind == "most_read" else end
                for each in range(at, end):
                    its = kind if each < second else "related_links"
                    result[each] = "caption" if lines.captioned(each) else its
                at = end
                continue
        at += 1
    _feeds(lines, result)
    timed = [
        not lines.keep[at] and result[at] is None and starts_with_clock(lines.text(at))
        for at in range(len(lines))
    ]
    for first, end in _runs(np.array(timed, bool), _FEED):
        result[first:end] = ["most_read"] * (end - first)
    return result


def _second_list(lines: Lines, header: int, end: int) -> int:
    """Return where another list begins within the list of this header; `end` if none does.

    When headlines stand directly below one another, there are no numbers, dates and sections
    between them; a word or two after them, and headlines again, are then the header of another
    list. What leads to more of the list (`More`) closes it.
    """
    in_a_row = 0
    for at in range(header + 1, end):
        if lines.headline(at):
            in_a_row += 1
        elif in_a_row >= _LISTED and closes_list(lines.text(at)):
            return at + 1
        elif in_a_row >= _LISTED and _heads(lines, at, end):
            return at
        else:
            in_a_row = 0
    return end


def _heads(lines: Lines, at: int, end: int) -> bool:
    """Return whether a line may be the header of a list: a few words of no author or date.

    Another ranking (`Video/Audio`, then `1: …`) is of what is most watched, and no other list.
    """
    form = lines.forms[at]
    return (
        (form is None or form.kind in ("navigation", "caption"))
        and not lines.captioned(at)
        and any(char.isalpha() for char in lines.text(at))
        and at + 1 < end
        and lines.headline(at + 1)
        and not is_first_rank(lines.text(at + 1))
    )


def ends_path(lines: Lines, at: int) -> bool:
    """Return whether a line is the end of a path of pages, one page a line from `Home` on."""
    for near in range(at - 1, max(-1, at - 1 - _PATH), -1):
        if is_first_page(lines.text(near)):
            return not lines.keep[near]
        if lines.keep[near] or lines.weight[near] > HEADLINE_WORDS:
            return False
    return False


def _opens_list(lines: Lines, at: int) -> bool:
    form = lines.forms[at]
    return form is not None and form.kind in _LISTS and form.header and not lines.keep[at]


def _end_of_list(lines: Lines, header: int, menu: Bools) -> int:
    """Return the end of the list that this header begins; the next line if it begins none."""
    end = last = header + 1
    reach = _FIRST_ENTRY
    at = header + 1
    while at < len(lines) and at < last + reach:
        form = lines.forms[at]
        if lines.keep[at] or menu[at]:
            break
        if form is not None and form.kind not in _LIST_SMALL_PRINT:
            if form.kind not in _LISTS or (form.header and at > header + 1 and end > header + 1):
                break
            if form.header and at > header + 1:
                break
        if lines.headline(at):
            end = last = at + 1
            reach = _NEXT_ENTRY
        at += 1
    return end


def _feeds(lines: Lines, kinds: list[str | None]) -> None:
    """Set the kind of headlines beside times (the latest ones) or dates, where there is none yet."""
    dated = np.array([lines.form_is(at, "byline_dateline") for at in range(len(lines))], bool)
    beside = [
        at
        for at in np.flatnonzero(dated & ~lines.keep).tolist()
        if kinds[at] is None
        and any(lines.headline(near) for near in (at - 1, at + 1) if 0 <= near < len(lines))
    ]
    start = 0
    while start < len(beside):
        end = start + 1
        while (
            end < len(beside)
            and beside[end] - beside[end - 1] <= _NEXT_ENTRY
            and not any(lines.keep[beside[end - 1] : beside[end]])
        ):
            end += 1
        if end - start >= _FEED:
            clocks = sum(is_clock(lines.text(at)) for at in beside[start:end])
            kind = "most_read" if 2 * clocks > end - start else "related_links"
            first, last = beside[start], beside[end - 1]
            first -= first > 0 and lines.headline(first - 1)
            last += last + 1 < len(lines) and lines.headline(last + 1)
            for at in range(first, last + 1):
                kinds[at] = kinds[at] or kind
        start = end


def _runs(flags: Bools, shortest: int) -> list[tuple[int, int]]:
    """Return the runs `[first, end)` of flagged lines with at least `shortest` lines."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], flags.astype(int), [0]])))
    pairs: list[list[int]] = edges.reshape(-1, 2).tolist()
    return [(first, end) for first, end in pairs if end - first >= shortest]
