"""The log-odds that a block of an HTML page belongs to the article, from its tags and two votes.

Two runs of an extractor vote for blocks; but they examine one element at a time, and lose the rest
of an article that consists of several elements, or omit its lists and tables. Blocks in elements of
the same kind as voted ones, or in the same element, are probably part of the article too; blocks
that consist mostly of links, or whose names denote a menu, a box about the author or an offer,
probably are not. All of these are features of a logistic regression, which gives log-odds. Its
coefficients (`page_odds.json`) were fitted by `tests/benchmarks/fit_page_odds.py`: decision 0006.
What a plain rule knows better is limited by `page_limits`.
"""

import json
import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from functools import cache
from importlib import resources
from typing import Final

import numpy as np

from dittomark.importing.page_limits import limits
from dittomark.importing.page_text import KINDS, Block, Place
from dittomark.structures.array_types import Bools, Floats

MOST_BLOCKS: Final = 20_000
"""A page with more blocks is not an article; only its votes are used (bounds time)."""

# Meanings of a page's names for its parts, besides the kinds of boilerplate. Words of markup, in
# English, in which nearly all of it is written.
_NAMES: Final = (
    *KINDS,
    ("body", re.compile(r"body|content|entry|story|article|post[-_ ]?text|rich[-_]?text|prose|main")),
    ("author", re.compile(r"author|bio\b|contributor|byline")),
    ("contents", re.compile(r"\btoc\b|table-of-contents|jump|contents\b")),
    ("embedded", re.compile(r"embed|tweet|instagram|video|player|gallery|slide|carousel")),
    ("offer", re.compile(r"\bcta\b|banner|popup|modal|sign-?up|form|optin|paywall|cookie|consent")),
    ("card", re.compile(r"card|teaser|widget|promo|tile|grid-item|tag|categor")),
    ("questions", re.compile(r"faq|accordion|question")),
)  # fmt: skip
_OWN_TAGS: Final = (
    "p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "div", "figcaption", "a", "button",
    "dt", "dd",
)  # fmt: skip
_TAGS_AROUND: Final = (
    "article", "main", "aside", "nav", "footer", "header", "form", "figure", "table", "ul", "ol",
    "blockquote", "button", "section",
)  # fmt: skip
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NUMBER: Final = re.compile(r"\d+|[0-9a-f]{8,}")
_NEAR: Final = 4  # enclosing elements: the block's own, its box, and the section of the page
_FAR: Final = 60  # blocks; greater distances carry no information
_LEVELS: Final = (1, 2, 3)  # enclosing elements whose other blocks are examined
_LONG: Final = 8  # words; a voted block of as many is a paragraph
_GRAM: Final = 4  # consecutive words that rarely occur twice by chance
_CLIP: Final = 5.0  # standard deviations at which a feature is clipped


def block_odds(found: Sequence[Block], votes: Sequence[Sequence[float]], *, title: str) -> Floats:
    """Return for each block the log-odds that it belongs to the article.

    `votes` are the shares of each block (0 to 1) that the wide run of an extractor took for the
    article, and that the strict one did.
    """
    names, table = block_table(found, votes, title=title)
    centre, scale, weights, intercept = fitted(names)
    scaled = np.clip((table - centre) / scale, -_CLIP, _CLIP)
    low, high = block_limits(found, votes, names, table)
    result: Floats = np.clip(scaled @ weights + intercept, low, high)
    return result


def block_limits(
    found: Sequence[Block], votes: Sequence[Sequence[float]], names: Sequence[str], table: Floats
) -> tuple[Floats, Floats]:
    """Return the least and the greatest log-odds of each block, by the rules of `page_limits`.

    `names` and `table` are those of `block_table`.
    """
    columns = {name: table[:, at] for at, name in enumerate(names)}
    return limits(found, np.mean(np.array(votes, float), axis=0), columns)


def block_table(
    found: Sequence[Block], votes: Sequence[Sequence[float]], *, title: str
) -> tuple[tuple[str, ...], Floats]:
    """Return the names of the features, and a row of them for each block."""
    wide, strict = (np.array(vote, float) for vote in votes)
    words = np.array([len(block.text.split()) for block in found], float)
    weight = np.maximum(words, 1.0)
    mean: Floats = (wide + strict) / 2
    boxes = [tuple(place for place in block.path if not place.inline) for block in found]
    columns: dict[str, Floats] = {
        "wide": wide,
        "strict": strict,
        "both": np.minimum(wide, strict),
        **_kin(boxes, weight, mean),
        **_depths(boxes, weight, mean),
        **_around(words, weight, mean),
        **_own(found, boxes, words, mean, title),
        **_named(found),
    }
    columns |= _as_text(columns)
    return tuple(columns), np.column_stack(list(columns.values()))


def _as_text(columns: dict[str, Floats]) -> dict[str, Floats]:
    """Return the votes around each block, weighted by its share of text outside links."""
    text = (1 - columns["linked"]) * columns["log_words"]
    around = {
        name: np.maximum(0.0, columns[name]) for name in ("alike_share", "up1_share", "votes~8")
    }
    return {"text": text, **{f"text_{name}": text * share for name, share in around.items()}}


@cache
def fitted(names: tuple[str, ...]) -> tuple[Floats, Floats, Floats, float]:
    """Return centre, scale and coefficient of each feature, and the intercept.

    Raises ValueError if `page_odds.json` was fitted to other features.
    """
    place = resources.files("dittomark.importing") / "page_odds.json"
    data = json.loads(place.read_text("utf-8"))
    if tuple(data["numbers"]) != names:
        raise ValueError("page_odds.json was fitted to other numbers; fit it again")
    rows = np.array(list(data["numbers"].values()), float)
    return rows[:, 0], rows[:, 1], rows[:, 2], float(data["intercept"])


def _kin(boxes: Sequence[tuple[Place, ...]], weight: Floats, mean: Floats) -> dict[str, Floats]:
    """Return the share of votes among other blocks of the same kind, and in the same element."""
    groups: dict[str, list[Hashable]] = {"alike": [_form(box) for box in boxes]}
    for level in _LEVELS:
        groups[f"up{level}"] = [box[-1 - level].number if len(box) > level else 0 for box in boxes]
    columns = {}
    for name, keys in groups.items():
        number = np.unique([hash(key) for key in keys], return_inverse=True)[1]
        size, hit = np.bincount(number, weight)[number], np.bincount(number, weight * mean)[number]
        others = size - weight
        columns[f"{name}_share"] = np.where(
            others > 0, (hit - weight * mean) / np.maximum(others, 1), -1.0
        )
        columns[f"{name}_of_voted"] = hit / max(1.0, float(weight @ mean))
    return columns


def _form(box: Sequence[Place]) -> tuple[str, ...]:
    """Return the names of an element and of the two around it, without numbers."""
    return tuple(f"{place.tag}.{_NUMBER.sub('', place.names.split(' ')[0])}" for place in box[-3:])


def _depths(boxes: Sequence[tuple[Place, ...]], weight: Floats, mean: Floats) -> dict[str, Floats]:
    """Return the number of levels up to an element with 50 % and 90 % of the voted text."""
    held: dict[int, float] = defaultdict(float)
    for box, size in zip(boxes, weight * mean, strict=True):
        for place in box:
            held[place.number] += size
    voted = float(weight @ mean)
    columns = {}
    for name, share in (("to_half", 0.5), ("to_most", 0.9)):
        columns[name] = np.array([_outwards(box, held, share * voted) for box in boxes])
    return columns


def _outwards(box: Sequence[Place], held: dict[int, float], wanted: float) -> float:
    if wanted > 0:
        for steps, place in enumerate(reversed(box)):
            if held[place.number] >= wanted:
                return min(12.0, steps)
    return 12.0


def _around(words: Floats, weight: Floats, mean: Floats) -> dict[str, Floats]:
    """Return the position of each block relative to the voted blocks."""
    size = len(words)
    at = np.arange(size)
    long = (mean >= 0.5) & (words >= _LONG)
    last = np.maximum.accumulate(np.where(long, at, -_FAR))
    following = np.minimum.accumulate(np.where(long, at, size + _FAR)[::-1])[::-1]
    sums = np.concatenate([[0.0], np.cumsum(weight * mean)])
    sizes = np.concatenate([[0.0], np.cumsum(weight)])
    columns = {
        "above": np.log1p(np.minimum(at - last, _FAR)),
        "below": np.log1p(np.minimum(following - at, _FAR)),
    }
    padded = np.concatenate([[-1.0, -1.0], mean, [-1.0, -1.0]])
    for offset in (-2, -1, 1, 2):
        columns[f"vote{offset:+d}"] = padded[2 + offset : 2 + offset + size]
    for width in (3, 8):
        low, high = np.maximum(at - width, 0), np.minimum(at + width + 1, size)
        columns[f"votes~{width}"] = (sums[high] - sums[low]) / (sizes[high] - sizes[low])
    return columns


def _own(
    found: Sequence[Block],
    boxes: Sequence[tuple[Place, ...]],
    words: Floats,
    mean: Floats,
    title: str,
) -> dict[str, Floats]:
    """Return the features of each block by itself."""
    tags = [box[-1].tag if box else "" for box in boxes]
    around = [{place.tag for place in block.path} for block in found]
    plain = "".join(title.split())
    return {
        "linked": np.array([block.linked for block in found]),
        "log_words": np.log1p(words),
        "title": _flags(bool(plain) and "".join(b.text.split()) == plain for b in found),
        "said_elsewhere": _said_elsewhere(found, mean),
        "heading": _flags(tag in _HEADINGS for tag in tags),
        "hidden": _flags(any(place.hidden for place in block.path) for block in found),
        **{f"tag_{name}": _flags(tag == name for tag in tags) for name in _OWN_TAGS},
        **{f"in_{name}": _flags(name in each for each in around) for name in _TAGS_AROUND},
    }


def _said_elsewhere(found: Sequence[Block], mean: Floats) -> Floats:
    """Return the share of an unvoted block that is repeated in voted blocks: a second copy."""
    said: set[tuple[str, ...]] = set()
    grams = [_grams(block.text.split()) for block in found]
    for own, vote in zip(grams, mean, strict=True):
        if vote >= 0.5:
            said.update(own)
    share = [
        len(own & said) / len(own) if own and vote < 0.5 else 0.0
        for own, vote in zip(grams, mean, strict=True)
    ]
    return np.array(share)


def _grams(words: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + _GRAM]) for at in range(len(words) - _GRAM + 1)}


def _named(found: Sequence[Block]) -> dict[str, Floats]:
    """Return the meanings of the names of the nearest enclosing elements, and of outer ones."""
    known: dict[int, Bools] = {}

    def says(places: Sequence[Place]) -> Bools:
        result = np.zeros(len(_NAMES), bool)
        for place in places:
            if place.number not in known:
                known[place.number] = np.array(
                    [pattern.search(place.names) is not None for _, pattern in _NAMES]
                )
            result |= known[place.number]
        return result

    near = np.array([says(block.path[-_NEAR:]) for block in found], float)
    far = np.array([says(block.path[:-_NEAR]) for block in found], float)
    return {
        f"{where}_{name}": table[:, at]
        for where, table in (("near", near), ("far", far))
        for at, (name, _) in enumerate(_NAMES)
    }


def _flags(values: Iterable[bool]) -> Floats:
    return np.array(list(values), float)
