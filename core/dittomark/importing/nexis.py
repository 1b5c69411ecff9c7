"""Nexis and Nexis Uni exports: files in which a fixed line ends (or begins) each article.

In Nexis Uni the line `End of Document` ends each article; in the older Nexis `3 of 12 DOCUMENTS`
begins it. Head lines (`Length:`, `Byline:`, `Section:`) precede the text, foot lines (`Load-Date:`,
`Language:`) follow it.
"""

import re
from collections.abc import Iterator
from typing import Final

from dittomark.importing import dates
from dittomark.importing.press_article import PressArticle, tidied

_END: Final = re.compile(r"^[ \t]*End of Document[ \t]*$", re.MULTILINE)
_NUMBERED: Final = re.compile(
    r"^[ \t]*(?:Document[ \t]+)?\d+[ \t]+(?:of|de|von|sur)[ \t]+\d+[ \t]+DOCUMENTS?[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_HEAD: Final = re.compile(
    r"^(SECTION|LENGTH|BYLINE|DATELINE|HIGHLIGHT|HEADLINE|DISTRIBUTION|TYPE|CORRECTION-DATE)"
    r"[ \t]*:[ \t]*(.*)$",
    re.IGNORECASE,
)
_FOOT: Final = re.compile(
    r"^(LOAD-DATE|LANGUAGE|URL|GRAPHIC|PUBLICATION-TYPE|JOURNAL-CODE|DOCUMENT-TYPE|SUBJECT|COMPANY|"
    r"ORGANIZATION|PERSON|GEOGRAPHIC|COUNTRY|STATE|CITY|INDUSTRY|TICKER|CLASSIFICATION|NOTES|SERIES)"
    r"[ \t]*:[ \t]*(.*)$",
    re.IGNORECASE,
)
_FOOT_STARTS: Final = re.compile(
    r"^(?:(?:LOAD-DATE|LANGUAGE|PUBLICATION-TYPE|URL|JOURNAL-CODE|GRAPHIC)[ \t]*:|(?:Graphic|"
    r"Classification)$)",
    re.IGNORECASE,
)
_COPYRIGHT: Final = re.compile(r"^(?:©|Copyright\b)", re.IGNORECASE)
_LENGTH: Final = re.compile(r"^LENGTH[ \t]*:[ \t]*[\d.,]+", re.MULTILINE | re.IGNORECASE)
_LOADED: Final = re.compile(r"^LOAD-DATE[ \t]*:", re.MULTILINE | re.IGNORECASE)
_BODY: Final = frozenset({"body", "texte", "texto", "text"})


def is_export(text: str) -> bool:
    """Return whether a text is a Nexis export."""
    marked = _END.search(text) is not None or _NUMBERED.search(text) is not None
    return marked and (_LENGTH.search(text) is not None or _LOADED.search(text) is not None)


def articles(text: str) -> Iterator[PressArticle]:
    """Yield the articles of an export."""
    if _END.search(text):
        parts = _END.split(text)
        pieces = parts if _has_article(parts[-1]) else parts[:-1]
    else:
        pieces = _NUMBERED.split(text)[1:]
    for piece in pieces:
        lines = piece.replace("\f", "\n").split("\n")
        if any(line.strip() for line in lines):
            yield _article([line.strip() for line in lines])


def _has_article(piece: str) -> bool:
    return _LENGTH.search(piece) is not None or _LOADED.search(piece) is not None


def _article(lines: list[str]) -> PressArticle:
    found = PressArticle()
    first = next((i for i, line in enumerate(lines) if _HEAD.match(line)), len(lines))
    _take_top([line for line in lines[:first] if line], found)
    body = next((i for i in range(first, len(lines)) if lines[i].lower() in _BODY), None)
    at = first
    while at < len(lines):
        match = _HEAD.match(lines[at])
        if match is None and (lines[at] or at == body):
            if body is None or at >= body:
                break
        elif match is not None:
            at = _take_field(lines, at, match[1], match[2], found)
            continue
        at += 1
    if body is not None:
        at = body + 1
    foot = next((i for i in range(at, len(lines)) if _begins_foot(lines, i)), len(lines))
    _take_foot(lines[foot:], found)
    kept = [line for line in lines[at:foot] if not _is_copyright(line, found)]
    found.text = tidied(kept)
    return found


def _begins_foot(lines: list[str], at: int) -> bool:
    """Return whether the foot lines begin at `at`; some of the names may also begin a sentence."""
    return _FOOT_STARTS.match(lines[at]) is not None and (at == 0 or not lines[at - 1])


def _is_copyright(line: str, found: PressArticle) -> bool:
    if _COPYRIGHT.match(line) and len(line) < 200:
        found.more.setdefault("copyright", line)
        return True
    return line.lower() == "all rights reserved"


# The cover page before the first article: the query, and a list of the results.
_COVER: Final = re.compile(
    r"^(?:User Name|Date and Time|Job Number|Client/Matter|Search Terms|Search Type|Narrowed by|"
    r"Documents? \(\d+\)$)",
    re.IGNORECASE,
)


def _below_cover(lines: list[str]) -> list[str]:
    """Return the top of an article without a cover page: title, outlet and date are last."""
    if not any(map(_COVER.match, lines)):
        return lines
    dated = [i for i, line in enumerate(lines) if not _COVER.match(line) and dates.find_dates(line)]
    return lines[max(dated[-1] - 2, 0) :] if dated else lines[-2:]


def _take_top(lines: list[str], found: PressArticle) -> None:
    """Take outlet, date and title, which precede the head lines in one of two orders."""
    lines = _below_cover([line for line in lines if not _is_copyright(line, found)])
    dated = next(
        (i for i, line in enumerate(lines) if len(line) < 80 and dates.find_dates(line)), None
    )
    if dated is None:
        found.title = lines[0] if lines else ""
        found.source = lines[1] if len(lines) > 1 else ""
        return
    found.date = lines[dated]
    before, after = lines[:dated], lines[dated + 1 :]
    if len(before) >= 2:  # title, outlet, date
        found.title, found.source = " ".join(before[:-1]), before[-1]
    else:  # outlet, date, edition, title
        found.source = before[0] if before else ""
        found.title = after[-1] if after else ""
        if len(after) > 1:
            found.more["edition"] = " ".join(after[:-1])


def _take_field(lines: list[str], at: int, name: str, value: str, found: PressArticle) -> int:
    """Take a head line and its continuation lines; return the index of the next line."""
    at += 1
    while value and at < len(lines) and lines[at] and not _HEAD.match(lines[at]):
        if lines[at].lower() in _BODY or len(value) < 60:
            break
        value = f"{value} {lines[at]}"
        at += 1
    match name.upper():
        case "BYLINE":
            found.author = value
        case "HEADLINE":
            found.title = value
        case _:
            found.more[name.lower()] = value
    return at


def _take_foot(lines: list[str], found: PressArticle) -> None:
    name = ""
    for line in lines:
        if match := _FOOT.match(line):
            name = match[1].upper()
            if name == "URL":
                found.url = match[2]
            elif name == "LANGUAGE":
                found.language = match[2].split(";")[0].strip()
            elif match[2]:
                found.more[name.lower()] = match[2]
        elif line.lower() in {"graphic", "classification"}:
            name = line.upper()
        elif line and name and not _is_copyright(line, found):
            found.more[name.lower()] = f"{found.more.get(name.lower(), '')} {line}".strip()
