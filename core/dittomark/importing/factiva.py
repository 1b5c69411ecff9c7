"""Factiva exports: articles that end with `Document` and their number.

With codes (`HD`, `BY`, `PD`, `SN`, `LP`, `TD`) each part follows its code; without codes, the lines
are in the order title, author, length, date, outlet, code, language, copyright.
"""

import re
from collections.abc import Iterator
from typing import Final

from dittomark.importing import dates
from dittomark.importing.press_article import PressArticle, tidied

_END: Final = re.compile(
    r"^[ \t|]*(?:AN[ \t|]+)?Document[ \t]+([A-Z][A-Z0-9]{2,7}0000[0-9a-z]{8,24})[ \t|]*$",
    re.MULTILINE,
)
_CODES: Final = (
    "SE", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "LA", "CY", "LP", "TD", "CT",
    "RF", "CO", "IN", "NS", "RE", "IPD", "IPC", "PUB", "AN", "ART", "CLM", "VOL", "DLN", "PBC",
)  # fmt: skip
_CODE: Final = re.compile(rf"^({'|'.join(_CODES)})(?:(?:\t|  +|[ ]*\|)\s*(\S.*))?$")
_WORDS: Final = re.compile(r"^\d[\d,. ]*(?:words|mots|Wörter|palabras)$", re.IGNORECASE)
_CLOCK: Final = re.compile(r"^\d{1,2}:\d{2}$")
_SOURCE_CODE: Final = re.compile(r"^[A-Z0-9]{2,8}$")
_COPYRIGHT: Final = re.compile(r"^(?:©|\(c\)|Copyright\b)", re.IGNORECASE)


def is_export(text: str) -> bool:
    """Return whether a text is a Factiva export."""
    return _END.search(text) is not None


def articles(text: str) -> Iterator[PressArticle]:
    """Yield the articles of an export."""
    start = 0
    for end in _END.finditer(text):
        lines = [line.strip().strip("|").strip() for line in text[start : end.start()].split("\n")]
        coded = sum(_CODE.match(line) is not None for line in lines) >= 3
        found = _coded(lines) if coded else _plain(lines)
        found.id = end[1]
        start = end.end()
        yield found


def _coded(lines: list[str]) -> PressArticle:
    parts: dict[str, list[str]] = {}
    code = ""
    for line in lines:
        if match := _CODE.match(line):
            code = match[1]
            parts.setdefault(code, [])
            if match[2]:
                parts[code].append(match[2].strip())
        elif code:
            parts[code].append(line)
    first = {code: " ".join(" ".join(found).split()) for code, found in parts.items()}
    more = {name: first[code] for code, name in _KEPT if first.get(code)}
    clock = first.get("ET", "")
    return PressArticle(
        text=tidied([*parts.get("LP", []), "", *parts.get("TD", [])]),
        title=first.get("HD", ""),
        source=first.get("SN", ""),
        date=f"{first.get('PD', '')} {clock}".strip(),
        author=first.get("BY", ""),
        language=first.get("LA", ""),
        more=more,
    )


_KEPT: Final = (
    ("SE", "section"), ("WC", "length"), ("ED", "edition"), ("PG", "page"), ("CY", "copyright"),
    ("CO", "company"), ("NS", "subject"), ("RE", "region"), ("PUB", "publisher"),
)  # fmt: skip


def _plain(lines: list[str]) -> PressArticle:
    """Return an article without codes: its head ends at the copyright or an unknown line."""
    found = PressArticle()
    at = next((i for i, line in enumerate(lines) if _WORDS.match(line)), None)
    if at is None:
        found.text = tidied(lines)
        return found
    above = [line for line in lines[:at] if line]
    if len(above) > 1 and re.match(r"by\b", above[-1], re.IGNORECASE):
        found.author = above.pop()
    found.title = above[-1] if above else ""
    if len(above) > 1:
        found.more["section"] = above[0]
    found.more["length"] = lines[at]
    at += 1
    while at < len(lines):
        line = lines[at]
        if not line or _SOURCE_CODE.match(line):
            pass
        elif not found.date and len(line) < 40 and dates.find_dates(line):
            found.date = line
        elif found.date and not found.source and _CLOCK.match(line):
            found.date += f" {line}"
        elif not found.source:
            found.source = line
        elif not found.language and line.isalpha():
            found.language = line
        elif _COPYRIGHT.match(line):
            found.more["copyright"] = line
            at += 1
            break
        elif len(line) < 30 and re.match(r"\d+|[A-Z]\d+", line):
            found.more["page"] = line
        else:
            break
        at += 1
    found.text = tidied(lines[at:])
    return found
