"""ProQuest exports: articles between lines of underscores, in named parts (`Full text:`)."""

import re
from collections.abc import Iterator
from typing import Final

from dittomark.importing.press_article import PressArticle, tidied

_RULE: Final = re.compile(r"^[ \t]*_{20,}[ \t]*$", re.MULTILINE)
_NAME: Final = re.compile(
    r"^(Title|Author|Authors|Publication info|Publication title|Publication date|Publication year|"
    r"Publication subject|Publisher|Place of publication|Country of publication|Full text|Abstract|"
    r"Subject|Location|People|Company / organization|Identifier / keyword|Pages|First page|Section|"
    r"Volume|Issue|Language of publication|Document type|ProQuest document ID|Document URL|"
    r"ProQuest document link|Source type|Copyright|Last updated|Database|ISSN|Links|Dateline|"
    r"Column|Credit|Word count|Source)[ \t]*:[ \t]*(.*)$"
)
_TELLING: Final = re.compile(r"^ProQuest document (?:ID|link)\b", re.MULTILINE)
_KEPT: Final = {
    "Section": "section", "Pages": "page", "Subject": "subject", "Location": "location",
    "Copyright": "copyright", "Abstract": "abstract", "Dateline": "dateline",
    "Document type": "document_type", "Publisher": "publisher",
}  # fmt: skip


def is_export(text: str) -> bool:
    """Return whether a text is a ProQuest export."""
    return _RULE.search(text) is not None and _TELLING.search(text) is not None


def articles(text: str) -> Iterator[PressArticle]:
    """Yield the articles of an export; text between two rules without a title is not one."""
    for piece in _RULE.split(text):
        parts = _parts(piece)
        if (
            "Title" not in parts
            or not {"Full text", "Abstract", "Publication title"} & parts.keys()
        ):
            continue
        line = {name: " ".join(" ".join(found).split()) for name, found in parts.items()}
        publication, info = line.get("Publication title", ""), line.get("Publication info", "")
        dated = re.search(r"\]\.?\s*([^:\]]+):?[^:]*$", info)
        yield PressArticle(
            text=tidied(parts.get("Full text", [])),
            title=line["Title"],
            source=(publication or info).split(";")[0].strip(),
            date=line.get("Publication date", "") or (dated[1].strip() if dated else ""),
            author=line.get("Author", "") or line.get("Authors", ""),
            language=line.get("Language of publication", ""),
            url=line.get("Document URL", "") or line.get("ProQuest document link", ""),
            id=line.get("ProQuest document ID", ""),
            more={ours: line[name] for name, ours in _KEPT.items() if line.get(name)},
        )


def _parts(piece: str) -> dict[str, list[str]]:
    """Return the parts of an article by their names.

    A name ends the text only after an empty line, because a sentence may begin with one of them.
    """
    parts: dict[str, list[str]] = {}
    name, empty = "", True
    for line in piece.split("\n"):
        match = _NAME.match(line.strip())
        if match and (name != "Full text" or empty) and match[1] not in parts:
            name = match[1]
            parts[name] = [match[2]]
        elif name:
            parts[name].append(line)
        empty = not line.strip()
    return parts
