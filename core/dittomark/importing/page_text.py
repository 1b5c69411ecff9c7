"""The visible text of an HTML page as blocks, and the blocks that are not part of the article."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HIDDEN: Final = frozenset({"script", "style", "template", "noscript", "svg", "head", "iframe"})
_INLINE: Final = frozenset(
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
        "em", "font", "i", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp",
        "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img",
    }
)  # fmt: skip
_SPACED: Final = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "section", "article", "header",
     "footer", "nav", "aside", "form", "figure", "blockquote", "main"}
)  # fmt: skip
_LISTS: Final = frozenset({"ul", "ol", "dl"})
_WHOLE: Final = frozenset({"html", "body"})
_NOT_SHOWN: Final = re.compile(r"display\s*:\s*none", re.IGNORECASE)
# ASCII white space only: a no-break space is part of the text.
_WHITE: Final = re.compile(r"[ \t\r\n\f]+")

KINDS: Final = (
    ("caption", re.compile(r"figcaption|caption")),
    ("comment_form", re.compile(r"comment|disqus|reply|respond")),
    ("share_subscribe", re.compile(r"share|social|subscri|newsletter|follow|signup|whatsapp")),
    ("most_read", re.compile(r"most[-_ ]?(?:read|view|popular)|popular|trending|latest|top[-_]news")),
    ("related_links", re.compile(r"relat|recommend|more[-_]|read[-_]?also|also[-_]?read|suggest")),
    ("advertisement", re.compile(r"(?:^|[\s_-])(?:ads?|advert\w*|sponsor\w*|promo\w*)(?:$|[\s_-])")),
    ("copyright_notice", re.compile(r"copyright|footer|legal|imprint")),
    ("byline_dateline", re.compile(r"byline|author|dateline|publish|meta|(?:^|\s)(?:time|date)")),
    ("navigation", re.compile(r"nav|menu|breadcrumb|header|toolbar|search|sidebar|logo|skip")),
)  # fmt: skip
"""Kinds of block by words in the enclosing tags, classes and ids; the first match is taken."""
# The same by the nearest elements alone, for proposals: no word that names half of a page (`header`,
# `sidebar`, `footer`, `meta`).
_NEAR_KINDS: Final = (
    ("caption", re.compile(r"caption|credit")),
    ("comment_form", re.compile(r"comment(?!ary|ator)|disqus|respond")),
    ("share_subscribe", re.compile(r"shar(?:e|ing)|social|subscri|newsletter|follow-|sign-?up|whatsapp")),
    ("most_read", re.compile(r"most[-_ ]?(?:read|view|popular)|popular|trending|latest|recent")),
    ("related_links", re.compile(r"relat(?:ed|ion)|recommend|read[-_]?also|also[-_]?read|read[-_]next")),
    ("advertisement", re.compile(r"(?:^|[\s_-])(?:ads?|advert\w*|sponsor\w*)(?:$|[\s_-])")),
    ("byline_dateline", re.compile(
        r"byline|author|dateline|publish|post-?meta|entry-?meta|posted-on|timestamp"
        r"|(?:^|[\s_-])(?:time|date)(?:$|[\s_-])"
    )),
    ("navigation", re.compile(r"(?:^|[\s_-])nav|navi|menu|breadcrumb|toolbar|skip-|pagination|pager")),
)  # fmt: skip
_NEAREST: Final = 5  # elements around a block; those further out enclose too much to denote a kind
_KIND_OF_TAG: Final = {"figcaption": "caption", "nav": "navigation"}
_COPYRIGHT: Final = re.compile(r"©|\(c\)|copyright|সর্বস্বত্ব|কপিরাইট|all rights reserved", re.I)
_MOSTLY: Final = 0.5  # of a list's letters, in links: a list of links to other pages
_HEADING: Final = re.compile(r"h[1-6]\b|\w+ h[12]\b")


@dataclass(frozen=True, slots=True)
class Place:
    """An element around a block: its number on the page, its tag, its classes, id and role."""

    number: int
    tag: str
    names: str
    hidden: bool

    @property
    def inline(self) -> bool:
        """Whether it stands within a line of text."""
        return self.tag in _INLINE


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text between block-level tags; `start` is its offset in the page's text.

    `context` holds the enclosing tags, classes and ids, innermost first, and `path` the enclosing
    elements, outermost first; `linked` is the share of its text in links (0–1). `list_` is the
    number of the list that contains it, 0 if none does; `holder` is the number of the element that
    contains this list, or the paragraph: a list and a paragraph that follow each other in one
    element have the same holder.
    """

    text: str
    start: int
    context: str
    linked: float
    gap: str
    holder: int = 0
    list_: int = 0
    path: tuple[Place, ...] = ()

    @property
    def end(self) -> int:
        """The offset of the block's end."""
        return self.start + len(self.text)


class _Builder:
    """Collects the blocks during a walk through the tree."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._parts: list[str] = []
        self._linked = 0
        self._gap = ""
        self._length = 0
        self._places: dict[HtmlElement, Place] = {}

    def _number_of(self, element: "HtmlElement | None") -> int:
        return 0 if element is None else self._place_of(element).number

    def _place_of(self, element: "HtmlElement") -> Place:
        if (place := self._places.get(element)) is None:
            place = self._places[element] = _place(element, len(self._places) + 1)
        return place

    def add(self, text: str | None, *, in_link: bool, verbatim: bool) -> None:
        if text:
            self._parts.append(text if verbatim else _WHITE.sub(" ", text))
            self._linked += len(text.strip()) if in_link else 0

    def close(self, path: Sequence["HtmlElement"], gap: str) -> None:
        """End the block; `gap` is the white space between it and the next one."""
        text = "".join(self._parts).strip(" \t\r\n\f")
        text = re.sub(r" *\n *", "\n", re.sub("  +", " ", text)) if "  " in text else text
        if text:
            before = self._gap if self.blocks else ""
            start = self._length + len(before)
            linked = min(1.0, self._linked / max(1, len(text)))
            holder, list_ = map(self._number_of, _holder(path))
            places = tuple(self._place_of(each) for each in path if each.tag not in _WHOLE)
            self.blocks.append(
                Block(text, start, _context(path), linked, before, holder, list_, places)
            )
            self._length = start + len(text)
            self._gap = gap
        else:
            self._gap = max(self._gap, gap, key=len)
        self._parts, self._linked = [], 0


def _context(path: Sequence["HtmlElement"]) -> str:
    words = (
        f"{element.tag} {element.get('class') or ''} {element.get('id') or ''}"
        for element in reversed(path)
        if element.tag not in _WHOLE
    )
    return " ".join(words).lower()


def _place(element: "HtmlElement", number: int) -> Place:
    names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('role') or ''}"
    hidden = (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or _NOT_SHOWN.search(element.get("style") or "") is not None
    )
    return Place(number, element.tag, names.strip().lower(), hidden)


def _holder(
    path: Sequence["HtmlElement"],
) -> tuple["HtmlElement | None", "HtmlElement | None"]:
    """Return the element around the outermost list, or around the paragraph; and the list."""
    around: HtmlElement | None = None
    before: HtmlElement | None = None
    for element in path:
        if element.tag in _LISTS:
            return before, element
        if element.tag not in _INLINE:
            around, before = before, element
    return around, None


def blocks(tree: "HtmlElement") -> list[Block]:
    """Return the blocks of a parsed page in their order. No visible text is left out."""
    from lxml import etree

    builder = _Builder()
    path: list[HtmlElement] = []
    hidden = links = verbatim = 0
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        tag = element.tag
        if not isinstance(tag, str):
            if event in {"comment", "pi"} and not hidden:
                builder.add(element.tail, in_link=links > 0, verbatim=verbatim > 0)
            continue
        gap = "\n\n" if tag in _SPACED else "\n"
        if event == "start":
            if tag not in _INLINE and not hidden:
                builder.close(path, gap)
            path.append(element)
            hidden += tag in _HIDDEN
            links += tag == "a"
            verbatim += tag == "pre"
            if not hidden:
                builder.add(element.text, in_link=links > 0, verbatim=verbatim > 0)
            continue
        if tag not in _INLINE and not hidden:
            builder.close(path, gap)
        path.pop()
        hidden -= tag in _HIDDEN
        links -= tag == "a"
        verbatim -= tag == "pre"
        if not hidden:
            builder.add(element.tail, in_link=links > 0, verbatim=verbatim > 0)
    builder.close(path, "\n")
    return builder.blocks


def joined(found: Sequence[Block]) -> str:
    """Return the page's text: the blocks with the line breaks between them."""
    return "".join(block.gap + block.text for block in found)


def list_items(
    found: Sequence[Block], kept: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield the items of lists between two kept paragraphs of the same element.

    Extractors omit some (`li > span`, where they look for paragraphs alone); an article contains
    the lists between its paragraphs. Lists of links, and those whose classes mark them as something
    else, are not part of it.
    """
    plain = [block for block in found if not block.list_]
    paragraphs = iter(_inside(plain, kept))
    after_kept: dict[int, bool] = {}  # by holder: whether its last paragraph is kept
    pending: dict[int, dict[int, list[Block]]] = {}  # by holder, by list
    for block in found:
        if block.list_:
            if after_kept.get(block.holder):
                lists = pending.setdefault(block.holder, {})
                lists.setdefault(block.list_, []).append(block)
            continue
        belongs = after_kept[block.holder] = next(paragraphs)
        lists = pending.pop(block.holder, {})
        for items in lists.values() if belongs else ():
            if not _leads_elsewhere(items):
                yield from ((one.start, one.end) for one in items)


def _leads_elsewhere(items: Sequence[Block]) -> bool:
    """Return whether a list consists of links, or has classes of text outside the article."""
    links = sum(one.linked * len(one.text) for one in items)
    return links > _MOSTLY * sum(len(one.text) for one in items) or any(
        pattern.search(one.context) for one in items for _, pattern in KINDS
    )


def _inside(found: Sequence[Block], kept: Sequence[tuple[int, int]]) -> list[bool]:
    """Return for each block whether half of it is kept; both sequences are sorted."""
    return [2 * share >= 1 for share in shares_inside(found, kept)]


def shares_inside(found: Sequence[Block], kept: Sequence[tuple[int, int]]) -> list[float]:
    """Return the kept share of each block (0 to 1); both sequences are sorted."""
    result: list[float] = []
    first = 0
    for block in found:
        while first < len(kept) and kept[first][1] <= block.start:
            first += 1
        within = 0
        for start, end in itertools.islice(kept, first, None):
            if start >= block.end:
                break
            within += min(block.end, end) - max(block.start, start)
        result.append(within / len(block.text))
    return result


def candidates(
    found: Sequence[Block], kept: Sequence[tuple[int, int]], *, title: str
) -> tuple[tuple[int, int, str], ...]:
    """Return `(start, end, label)` of text that is not `kept`; adjacent blocks of a kind as one."""
    merged: list[tuple[int, int, str]] = []
    last_was_main = True
    for block in found:
        if _belongs(block, kept, title):
            last_was_main = True
            continue
        label = _kind(block)
        if merged and not last_was_main and merged[-1][2] == label:
            merged[-1] = (merged[-1][0], block.end, label)
        else:
            merged.append((block.start, block.end, label))
        last_was_main = False
    return tuple(merged)


def _belongs(block: Block, kept: Sequence[tuple[int, int]], title: str) -> bool:
    if title and _plain(block.text) == _plain(title) and _HEADING.match(block.context):
        return True
    inside = sum(max(0, min(block.end, end) - max(block.start, start)) for start, end in kept)
    return 2 * inside >= len(block.text)


def _plain(text: str) -> str:
    return "".join(text.split())


def _kind(block: Block) -> str:
    if _COPYRIGHT.search(block.text):
        return "copyright_notice"
    for label, pattern in KINDS:
        if pattern.search(block.context):
            return label
    return "related_links" if block.linked > 0.5 else "other_boilerplate"


def headlines(found: Sequence[Block], title: str) -> list[int]:
    """Return the positions of the blocks that are the title, first those in a main heading.

    Words are compared: the title of the page's head often has other quotation marks.
    """
    from dittomark.corpus.boilerplate.lines import line_key

    wanted = line_key(title)
    copies = [at for at, block in enumerate(found) if wanted and line_key(block.text) == wanted]
    return sorted(copies, key=lambda at: not is_main_heading(found[at]))


def is_main_heading(block: Block) -> bool:
    """Return whether a block is in a heading of the highest level."""
    return any(place.tag == "h1" for place in block.path)


def joined_kinds(found: Sequence[Block]) -> tuple[tuple[int, int, str], ...]:
    """Return `(start, end, label)` of the blocks whose nearest elements denote a kind.

    Adjacent blocks of a kind are one.
    """
    merged: list[tuple[int, int, str]] = []
    before: str | None = None
    for block in found:
        kind = _near_kind(block)
        if kind is not None and kind == before:
            merged[-1] = (merged[-1][0], block.end, kind)
        elif kind is not None:
            merged.append((block.start, block.end, kind))
        before = kind
    return tuple(merged)


def _near_kind(block: Block) -> str | None:
    """Return the kind that the nearest element with a telling name or tag denotes."""
    for place in reversed(block.path[-_NEAREST:]):
        if place.tag in _KIND_OF_TAG:
            return _KIND_OF_TAG[place.tag]
        for label, pattern in _NEAR_KINDS:
            if pattern.search(place.names):
                return label
    return None
