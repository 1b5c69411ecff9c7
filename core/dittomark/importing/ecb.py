"""ECB+ (`.xml`): tokens as a text, mentions as spans, coreferring actions as events.

The corpus holds tokens only: they are joined by blanks, a sentence a line.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from dittomark.errors import UnreadableFileError
from dittomark.importing import annotated_text
from dittomark.importing.results import Item, Options
from dittomark.importing.sources import Source
from dittomark.importing.text_file import MAX_ARTICLE_BYTES
from dittomark.importing.xml_tree import attribute, local_name, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAX_BYTES: Final = 5 * MAX_ARTICLE_BYTES
_ACTIONS: Final = ("ACTION", "NEG_ACTION")


def is_ecb(_source: Source, start: bytes) -> bool:
    """Return whether a file begins like a document of ECB+."""
    return b"<Document" in start and b"<token" in start and b"t_id=" in start


def read(source: Source, _options: Options) -> Iterator[Item]:
    """Yield the document with its mentions and its events. Raises `UnreadableFileError`."""
    root = parse_xml(source.read(limit=_MAX_BYTES))
    text, places = _text(root)
    if not text:
        raise UnreadableFileError("There is no text in this file.")
    spans: list[dict[str, Any]] = []
    titles: dict[str, tuple[str, str]] = {}  # of instances: title and id, by number
    kinds: dict[str, str] = {}
    markables = next((one for one in root if local_name(one) == "Markables"), None)
    for markable in markables if markables is not None else ():
        kind, number = local_name(markable), attribute(markable, "m_id")
        anchors = [attribute(one, "t_id") for one in markable]
        if not anchors and kind:
            title = attribute(markable, "TAG_DESCRIPTOR")
            titles[number] = title, attribute(markable, "instance_id") or title
            continue
        kinds[number] = kind
        spans += _spans(kind, [places[anchor] for anchor in anchors if anchor in places])
    events = [
        {"event_id": name, "title": title.replace("_", " ")}
        for title, name in _events(root, kinds, titles)
    ]
    name = attribute(root, "doc_name").removesuffix(".xml")
    yield annotated_text.record_of(source, 1, text, spans, name=name, events=events)


def _text(root: "_Element") -> tuple[str, dict[str, tuple[int, int]]]:
    """Return the text, and the offsets of each token in it."""
    pieces: list[str] = []
    places: dict[str, tuple[int, int]] = {}
    at, sentence = 0, ""
    for token in root.iter():
        if local_name(token) != "token" or not token.text:
            continue
        if pieces:
            pieces.append(" " if attribute(token, "sentence") == sentence else "\n")
            at += 1
        sentence = attribute(token, "sentence")
        places[attribute(token, "t_id")] = at, at + len(token.text)
        pieces.append(token.text)
        at += len(token.text)
    return "".join(pieces), places


def _spans(kind: str, places: list[tuple[int, int]]) -> Iterator[dict[str, Any]]:
    """Yield the spans of a mention, one for each of its pieces."""
    joined: list[list[int]] = []
    for start, end in sorted(places):
        if joined and start - joined[-1][1] == 1:
            joined[-1][1] = end
        else:
            joined.append([start, end])
    for start, end in joined:
        yield {"start": start, "end": end, "label": kind.lower()}


def _events(
    root: "_Element", kinds: dict[str, str], titles: dict[str, tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """Yield the events whose mentions are actions, each once."""
    found: dict[tuple[str, str], None] = {}
    for relation in root.iter():
        if local_name(relation) not in {"CROSS_DOC_COREF", "INTRA_DOC_COREF"}:
            continue
        ends = {local_name(one): attribute(one, "m_id") for one in relation}
        event = titles.get(ends.get("target", ""))
        if event and event[0] and kinds.get(ends.get("source", ""), "").startswith(_ACTIONS):
            found[event] = None
    yield from found
