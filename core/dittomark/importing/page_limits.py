"""Limits of the log-odds of blocks: parts of pages that are, or are not, the article everywhere.

The regression of `page_odds` weighs dozens of features and has seen few pages with each of these
parts. They are told by a plain rule each, which holds whatever page they are on:

- paragraphs of the same form as those that the extractor found, where it lost the rest of a body;
- the cells of a price list or table made of `div` elements, between those that were found;
- captions that no run of the extractor took for the article;
- references to other articles (`Read more: ...`, `You might also like` with its list);
- articles within the article: the next ones of a blog or a live page;
- boxes about the author, tags, and the invitation to a newsletter below the text.

What each is worth: docs/benchmarks-boilerplate.md.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

import numpy as np

from dittomark.corpus.boilerplate.kind_forms import is_tag_header, named_form
from dittomark.importing.page_text import Block, Place
from dittomark.structures.array_types import Bools, Floats

Columns = dict[str, Floats]

# Log-odds. At least one of `_SURELY` keeps a block on any page; a cell in doubt is kept on most.
_SURELY: Final = 1.0
_RATHER: Final = 0.5
_NEVER: Final = -2.0
_NO_LIMIT: Final = 99.0
# Judgements, checked on the development pages (`tests/benchmarks/fit_page_odds.py`).
_PARAGRAPH: Final = 20  # least words of a paragraph that is known by its form
_FORM_VOTED: Final = 0.2  # least share of the words of that form that the extractor took
_UNLINKED: Final = 0.2  # most of a paragraph in links
_CELL_LINKED: Final = 0.4
_CELL_LEVELS: Final = 4  # elements up to one that holds votes above the cell and below it
_NEAR_CELL: Final = 40  # blocks to these votes
_REFERENCE: Final = 25  # most words of a line that refers to another article
_REFERENCE_LINKED: Final = 0.4  # least of it in links, if it is longer than a header
_HEADER: Final = 6  # words
_LIST_LINKED: Final = 0.6  # least of a line in links below such a header, where there is no list
_LIST: Final = 12  # blocks
_BOX: Final = 0.25  # most of the voted words in a box about the author
_INNER: Final = 0.5  # most of the voted words in an article within the article
_BELOW: Final = 0.05  # least of the voted words below an invitation that is part of the article
_BOX_BELOW: Final = 0.5  # the same for boxes about the author
_INVITATION: Final = 40  # most words
_NEAR: Final = 5  # enclosing elements whose names tell what a block is

_CELLS: Final = re.compile(r"table|pric(?:e|ing)|\bspecs?\b|\bpros\b|\bcons\b")
_AUTHOR: Final = re.compile(r"(?:^|[\s_-])(?:author|bio|abox|saboxplugin|contributor)")
_REFERS: Final = re.compile(
    r"^\W*(?:related(?: (?:stories|articles|posts|content|links|reading))?|read more|read also"
    r"|also read|see more|see also|more from|more on|more:|don.?t miss|watch(?: now)?:|keep reading"
    r"|you (?:might|may|.ll) also (?:like|love|enjoy)|recommended|further reading|up next|must read"
    r"|latest|click here|আরও পড়ুন|আরো পড়ুন|читайте также|lea también|leia também|lire aussi"
    r"|lesen sie auch|czytaj też|czytaj także|διαβάστε επίσης|baca juga)\b",
    re.IGNORECASE,
)
_TAGS: Final = re.compile(
    r"^(?:related )?(?:tags?|topics|filed under|keywords|categor(?:y|ies)|posted in|ট্যাগ|теги|tagi)\s*:",
    re.IGNORECASE,
)
_INVITES: Final = re.compile(
    r"newsletter|subscri|sign[- ]?up\b|follow (?:me|us|him|her|them|@)|\binbox\b|have a tip"
    r"|contributed (?:to this|reporting)|@\w+\.(?:com|co|org|net)|click here|সাবস্ক্রাইব|নিউজলেটার",
    re.IGNORECASE,
)


def limits(found: Sequence[Block], mean: Floats, columns: Columns) -> tuple[Floats, Floats]:
    """Return the least and the greatest log-odds of each block.

    `mean` are the shares of each block that the extractor's runs took for the article, and
    `columns` the features of `page_odds`. Where two rules disagree, the one against the article
    applies.
    """
    words = np.array([len(block.text.split()) for block in found], float)
    voted = mean * np.maximum(words, 1.0)
    total = max(1.0, float(voted.sum()))
    below = 1 - np.cumsum(voted) / total
    held = _held(found, voted)
    refers, listed = _references(found, words)
    low = np.full(len(found), -_NO_LIMIT)
    low[_cells(found, mean, columns) & ~refers] = _RATHER
    low[_lost_paragraphs(words, columns) & ~_nested(found)] = _SURELY
    never = (
        refers
        | listed
        | ((columns["near_caption"] > 0) & (mean < 0.5))
        | _boxes(found, held, total, below)
        | _inner_articles(found, held, total)
        | np.array([_tags(block) for block in found], bool)
        | _invitations(found, words, below)
    )
    high = np.where(never, _NEVER, _NO_LIMIT)
    return np.minimum(low, high), high


def _held(found: Sequence[Block], voted: Floats) -> dict[int, float]:
    """Return the number of voted words in each element, by its number."""
    held: dict[int, float] = defaultdict(float)
    for block, size in zip(found, voted.tolist(), strict=True):
        for place in block.path:
            held[place.number] += size
    return held


def _lost_paragraphs(words: Floats, columns: Columns) -> Bools:
    result: Bools = (
        (words >= _PARAGRAPH)
        & (columns["tag_p"] > 0)
        & (columns["near_body"] > 0)
        & (columns["alike_share"] > _FORM_VOTED)
        & (columns["linked"] < _UNLINKED)
        & (columns["in_aside"] + columns["in_footer"] == 0)
    )
    return result


def _nested(found: Sequence[Block]) -> Bools:
    return np.array([sum(place.tag == "article" for place in block.path) > 1 for block in found])


def _cells(found: Sequence[Block], mean: Floats, columns: Columns) -> Bools:
    """Return a mask of the blocks of tables and price lists between voted blocks of these."""
    named = np.array(
        [any(_CELLS.search(place.names) for place in block.path[-4:]) for block in found], bool
    )
    elsewhere = columns["tag_button"] + columns["in_aside"] + columns["in_footer"] > 0
    possible = named & (columns["linked"] < _CELL_LINKED) & ~elsewhere
    if not possible.any():
        return possible
    boxes = [tuple(place for place in block.path if not place.inline) for block in found]
    voted = np.flatnonzero(mean >= 0.5)
    result = np.zeros(len(found), bool)
    for at in np.flatnonzero(possible).tolist():
        after = int(np.searchsorted(voted, at, side="right"))
        before = int(np.searchsorted(voted, at, side="left")) - 1
        if before < 0 or after == len(voted):
            continue
        ends = int(voted[before]), int(voted[after])
        result[at] = all(
            abs(end - at) <= _NEAR_CELL and _levels(boxes[at], boxes[end]) <= _CELL_LEVELS
            for end in ends
        )
    return result


def _levels(box: Sequence[Place], other: Sequence[Place]) -> int:
    """Return the number of levels from a block up to the element that holds the other one too."""
    common = {place.number for place in other}
    for steps, place in enumerate(reversed(box)):
        if place.number in common:
            return steps
    return len(box)


def _references(found: Sequence[Block], words: Floats) -> tuple[Bools, Bools]:
    """Return masks of the lines that refer to other articles, and of the links below them."""
    refers = np.zeros(len(found), bool)
    listed = np.zeros(len(found), bool)
    header = None
    for at, block in enumerate(found):
        if _refers(block.text):
            short = words[at] <= _HEADER
            refers[at] = words[at] <= _REFERENCE and (short or block.linked > _REFERENCE_LINKED)
            header = at if block.linked <= 0.9 else header
        elif header is not None:
            if at - header <= _LIST and (block.list_ or block.linked > _LIST_LINKED):
                listed[at] = True
            else:
                header = None
    return refers, listed


def _refers(text: str) -> bool:
    if _REFERS.match(text) and len(text) <= 200:
        return True
    form = named_form(text)
    return form is not None and form.header and form.kind in {"related_links", "most_read"}


def _boxes(found: Sequence[Block], held: dict[int, float], total: float, below: Floats) -> Bools:
    """Return a mask of boxes about the author below the greater part of the text."""
    named = [
        any(
            _AUTHOR.search(place.names) and held[place.number] < _BOX * total
            for place in block.path[-_NEAR:]
        )
        for block in found
    ]
    result: Bools = np.array(named, bool) & (below < _BOX_BELOW)
    return result


def _inner_articles(found: Sequence[Block], held: dict[int, float], total: float) -> Bools:
    """Return a mask of the articles within an article that hold the smaller part of the text."""
    result = np.zeros(len(found), bool)
    for at, block in enumerate(found):
        articles = [place for place in block.path if place.tag == "article"]
        result[at] = len(articles) > 1 and held[articles[-1].number] < _INNER * total
    return result


def _tags(block: Block) -> bool:
    return _TAGS.match(block.text) is not None or is_tag_header(block.text)


def _invitations(found: Sequence[Block], words: Floats, below: Floats) -> Bools:
    """Return a mask of the invitations to write, follow or subscribe at the end of the text."""
    invites = np.array([_INVITES.search(block.text) is not None for block in found], bool)
    result: Bools = invites & (words <= _INVITATION) & (below < _BELOW)
    return result
