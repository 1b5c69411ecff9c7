"""PAN's corpora of text alignment (2012–2014): `susp/`, `src/`, `pairs`, and an XML file per pair.

An XML file names a suspicious document and, in each feature, the offsets of reused text in both
documents: `this_offset`, `this_length`, `source_reference`, `source_offset`, `source_length`, in
characters. A case becomes a link from the source to the suspicious document; PAN's `obfuscation`
determines its kind, and is also stored in the note if it is another word. `detected-plagiarism`
(the output of a program) is for `dittomark evaluate`; an import leaves it out.
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, Final

from dittomark.errors import UnreadableFileError
from dittomark.importing.encoding import decode
from dittomark.importing.results import Failure, Item, Options, ReadRecord
from dittomark.importing.sources import Source
from dittomark.messages import Message

_LARGEST: Final = 50_000_000
FOLDERS: Final = ("susp", "src")
DETECTED: Final = "detected-plagiarism"
OBFUSCATION: Final = "obfuscation: "  # precedes PAN's word in a link's note
_OFFSETS: Final = ("this_offset", "this_length", "source_offset", "source_length")
# PAN's words, and the kind of link for each; other words become a rewrite.
KINDS: Final = {
    "none": "verbatim",
    "light-edit": "light_edit",
    "low": "light_edit",
    "translation": "translation",
    "summary": "summary",
    "quotation": "quotation",
    "same-statement": "same_statement",
    "rewrite": "rewrite",
}
# The word that is written for a kind: the first one mapped to it.
WORDS: Final = {kind: word for word, kind in reversed(KINDS.items()) if word != "low"}
_PAIR: Final = re.compile(r"(\S.*?\.txt)\s+(\S.*?\.txt)\s*")


def is_pan(source: Source, start: bytes) -> bool:
    """Return whether a file is one that only PAN's corpora have: the texts next to it are texts."""
    return _is_pairs(source.filename, start) or _is_document(source.filename, start)


def _is_pairs(filename: str, start: bytes) -> bool:
    """Return whether a file is the list of pairs: two file names of texts per line."""
    first = start.decode("utf-8", "replace").lstrip("\ufeff").split("\n", 1)[0].rstrip("\r")
    return filename == "pairs" and _PAIR.fullmatch(first) is not None


def _is_document(filename: str, start: bytes) -> bool:
    """Return whether a file is one of PAN's XML files."""
    return filename.lower().endswith(".xml") and b"<document" in start and b"reference=" in start


def name_of(key: str) -> str:
    """Return the name of a text in a corpus: the name of its file in `susp/` or `src/`."""
    path = PurePosixPath(key)
    return path.name if path.parent.name in FOLDERS else key


def read(source: Source, options: Options) -> Iterator[Item]:
    """Yield the pairs of a list, or the cases of an XML file, as records."""
    if source.filename == "pairs":
        yield from _pairs(source, options)
        return
    for line, feature in features(source):
        if feature["name"] == DETECTED:
            continue
        if isinstance(feature["error"], Message):
            yield Failure(source.name, feature["error"], line)
            continue
        word = feature["obfuscation"]
        kind = KINDS.get(word, "rewrite")
        yield ReadRecord(
            source.name,
            line,
            {
                "type": "link",
                **{
                    name: feature[name]
                    for name in ("a", "a_start", "a_end", "b", "b_start", "b_end")
                },
                "kind": kind,
                "direction": "b_to_a",
                "note": "" if not word or WORDS.get(kind) == word else f"{OBFUSCATION}{word}",
            },
        )


def _pairs(source: Source, options: Options) -> Iterator[Item]:
    text, _ = decode(source.read(limit=_LARGEST), encoding=options.encoding)
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        found = _PAIR.fullmatch(line.strip())
        if found is None:
            yield Failure(source.name, Message("This line does not name two texts."), number)
        else:
            a, b = (stem(name) for name in found.groups())
            yield ReadRecord(source.name, number, {"type": "pair", "a": a, "b": b})


def features(source: Source) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield each case or detection of an XML file with its line.

    The keys are `name`, `a` (the suspicious document), `b` (the source), their offsets,
    `obfuscation`, and `error` (None, or the reason for which the feature can't be read). Raises
    `UnreadableFileError` for a file that is no such XML.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(source.read(limit=_LARGEST), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFileError(
            "This is not XML that can be read: {reason}.", reason=str(error)
        ) from None
    reference = root.get("reference")
    if root.tag != "document" or not reference:
        raise UnreadableFileError("This XML file is not one of a PAN corpus.")
    for element in root.iter("feature"):
        name = str(element.get("name", ""))
        if name != "plagiarism" and not name.endswith("-plagiarism"):
            continue
        if element.get("source_reference") is None:
            continue  # PAN also marks passages without a source
        feature: dict[str, Any] = {
            "name": name,
            "a": stem(str(reference)),
            "b": stem(str(element.get("source_reference"))),
            "obfuscation": str(element.get("obfuscation", "")),
            "error": None,
        }
        numbers = [str(element.get(part, "")) for part in _OFFSETS]
        if all(number.isascii() and number.isdecimal() for number in numbers):
            start, length, source_start, source_length = map(int, numbers)
            feature |= {"a_start": start, "a_end": start + length}
            feature |= {"b_start": source_start, "b_end": source_start + source_length}
        else:
            feature["error"] = Message("A case has no offsets that are numbers.")
        yield int(element.sourceline or 1), feature


def stem(name: str) -> str:
    """Return the name of a text without folder and suffix."""
    base = PurePosixPath(name.replace("\\", "/")).name
    return base.removesuffix(".txt")
