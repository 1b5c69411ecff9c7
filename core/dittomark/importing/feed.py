"""RSS and Atom feeds, exports of WordPress (WXR) and Blogger: one article per entry with a text.

Entries contain the whole text (`content:encoded`, Atom's `content`) or a summary; either is HTML.
Entries that a blog did not publish are left out, as are its menus, settings and comments.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from dittomark.annotations import NewArticle
from dittomark.errors import UnreadableFileError
from dittomark.importing import dates, markup
from dittomark.importing.language import language_of
from dittomark.importing.results import Failure, Item, Note, Options
from dittomark.importing.sources import Source
from dittomark.importing.text_file import MAX_ARTICLE_BYTES
from dittomark.messages import Message

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAX_BYTES: Final = 20 * MAX_ARTICLE_BYTES
_TEXTS: Final = ("encoded", "content", "description", "summary")
_DATES: Final = ("pubDate", "published", "date", "post_date", "updated")
_AUTHORS: Final = ("creator", "author")
# Namespaces of media elements in an entry, which have titles and descriptions of their own.
_OF_MEDIA: Final = ("http://search.yahoo.com/mrss", "http://www.itunes.com/dtds/")
_PUBLISHED: Final = frozenset({"publish", ""})
_ENTRIES: Final = frozenset({"post", "page"})  # kinds of entries in WordPress and Blogger
_KIND: Final = "http://schemas.google.com/g/2005#kind"
UNPUBLISHED: Final = Message(
    "Entries that the blog had not published (drafts, private ones, those in the bin) were left out."
)
SUMMARY: Final = Message("Some entries of the feed hold a summary only, not the whole text.")


def is_feed(source: Source, start: bytes) -> bool:
    """Return whether a file begins like a feed, and its name has no other format's ending."""
    if source.filename.lower().endswith((".html", ".htm", ".txt", ".csv", ".jsonl")):
        return False
    head = start[:4096]
    return any(tag in head for tag in (b"<rss", b"<feed", b"<rdf:RDF"))


def read(source: Source, _options: Options) -> Iterator[Item]:
    """Yield the entries of a feed. Raises `UnreadableFileError`."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, recover=True, huge_tree=False, load_dtd=False
    )
    try:
        root = etree.fromstring(source.read(limit=_MAX_BYTES), parser)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableFileError("This feed can't be read as XML.") from error
    if root is None:
        raise UnreadableFileError("This feed can't be read as XML.")
    outlet = ""
    entries = 0
    for element in root.iter():
        name = _name(element)
        if name == "title" and not outlet and entries == 0:
            outlet = markup.line_of(_text(element))
        if name in {"item", "entry"}:
            entries += 1
            yield from _entry(source, element, outlet, entries)
    if not entries:
        raise UnreadableFileError("This feed has no entries.")


def _name(element: "_Element") -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _text(element: "_Element") -> str:
    return "".join(element.itertext())


def _entry(source: Source, entry: "_Element", outlet: str, number: int) -> Iterator[Item]:
    found: dict[str, str] = {}
    links: dict[str, str] = {}
    for child in entry:
        name = _name(child)
        if name == "link":
            address = (child.get("href") or _text(child)).strip()
            links.setdefault(child.get("rel", "alternate"), address)
        elif name == "category" and child.get("scheme") == _KIND:
            found["post_type"] = child.get("term", "").rpartition("#")[2]
        elif not str(child.tag).startswith(tuple(f"{{{space}" for space in _OF_MEDIA)):
            text = _text(child) if name != "author" or not len(child) else _text(child[0])
            found.setdefault(name, text.strip())
    if found.get("post_type", "post") not in _ENTRIES:
        return  # blogs export their menus, pictures, settings and comments as entries, too
    if found.get("control", "no") != "no" or _status(found) not in _PUBLISHED:
        yield Note(source.name, UNPUBLISHED)
        return
    link = links.get("alternate") or links.get("self", "")
    written = next((name for name in _TEXTS if found.get(name)), "")
    text = markup.text_of(found[written]).strip() if written else ""
    if not text:
        yield Failure(source.name, Message("This entry of the feed has no text."), number)
        return
    if written in {"description", "summary"}:
        yield Note(source.name, SUMMARY)
    date = next((day for name in _DATES if (day := dates.parse_date(found.get(name, "")))), "")
    yield NewArticle(
        text,
        external_id=found.get("guid") or found.get("id") or link or f"{source.key}-{number}",
        title=markup.line_of(found.get("title", "")),
        source=outlet,
        url=link,
        date=date,
        language=language_of(text),
        author=next((found[name] for name in _AUTHORS if found.get(name)), ""),
        metadata={"file": source.inside},
    )


def _status(found: dict[str, str]) -> str:
    """Return the state of a WordPress entry; other feeds use the element for other things."""
    return found.get("status", "") if "post_type" in found else ""
