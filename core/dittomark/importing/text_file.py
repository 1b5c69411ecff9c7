"""Plain text: one file, one article."""

import re
from collections.abc import Iterator
from typing import Final

from dittomark.annotations import NewArticle
from dittomark.errors import UnreadableFileError
from dittomark.importing import dates, pan
from dittomark.importing.encoding import decode
from dittomark.importing.results import Item, Options
from dittomark.importing.sources import Source

MAX_ARTICLE_BYTES: Final = 20_000_000
_LONGEST_TITLE: Final = 150
_TITLE_LINES: Final = 30
_BENGALI_LETTER: Final = re.compile("[\u0985-\u09b9\u09dc-\u09df]")
_ANY_LETTER: Final = re.compile(r"[^\W\d_]")
_ASSAMESE_LETTER: Final = re.compile("[\u09f0\u09f1]")


def read(source: Source, options: Options) -> Iterator[Item]:
    """Yield the file's text as one article; title and date are taken from its first lines."""
    yield article_of(source.read(limit=MAX_ARTICLE_BYTES), source, options)


def article_of(data: bytes, source: Source, options: Options) -> NewArticle:
    """Return a text file's bytes as an article. Raises UnreadableFileError."""
    if not data:
        raise UnreadableFileError("This file is empty.")
    text, encoding = decode(data, encoding=options.encoding)
    if not text.strip():
        raise UnreadableFileError("There is no text in this file.")
    found = dates.article_date(text)
    return NewArticle(
        text=text,
        external_id=pan.name_of(source.key),
        title=title_of(text),
        date=found.value if found else "",
        language=language_of(text),
        encoding=encoding,
        metadata={"file": source.inside},
    )


def title_of(text: str) -> str:
    """Return the first line that can be a headline: two words or more, and not a date line."""
    for line in text.splitlines()[:_TITLE_LINES]:
        words = line.split()
        if len(words) >= 2 and not (len(line) < 100 and dates.find_dates(line)):
            return shortened(" ".join(words))
    return shortened(" ".join(text.split()))


def shortened(title: str) -> str:
    """Return a title that fits a list, cut between words."""
    if len(title) <= _LONGEST_TITLE:
        return title
    return title[:_LONGEST_TITLE].rsplit(" ", 1)[0] + "…"


def language_of(text: str) -> str:
    """Return `bn` for a text mostly in the Bengali script without Assamese letters, else ``."""
    sample = text[:4000]
    bengali = len(_BENGALI_LETTER.findall(sample))
    if bengali * 2 > len(_ANY_LETTER.findall(sample)) and not _ASSAMESE_LETTER.search(sample):
        return "bn"
    return ""
