"""Plain text: one file, one article."""

from collections.abc import Iterator
from typing import Final

from dittomark.annotations import NewArticle
from dittomark.errors import UnreadableFileError
from dittomark.importing import dates, pan
from dittomark.importing.encoding import decode, fitness
from dittomark.importing.language import language_of
from dittomark.importing.results import Item, Note, Options
from dittomark.importing.sources import Source
from dittomark.messages import Message

MAX_ARTICLE_BYTES: Final = 20_000_000
_LONGEST_TITLE: Final = 150
_SHOWN: Final = 60
_TITLE_LINES: Final = 30


def read(source: Source, options: Options) -> Iterator[Item]:
    """Yield the file's text as one article; title and date are taken from its first lines."""
    yield from items_of(source.read(limit=MAX_ARTICLE_BYTES), source, options)


def items_of(data: bytes, source: Source, options: Options) -> Iterator[Item]:
    """Yield a text file's bytes as an article, and notes on what was guessed."""
    article = article_of(data, source, options)
    if not options.encoding and not article.encoding.startswith(("utf-", "utf_")):
        yield Note(source.name, guessed_encoding(source.inside, article.encoding, article.text))
    yield article


def guessed_encoding(file: str, encoding: str, text: str) -> Message:
    """Return the note on a guessed encoding, with a line of text by which it can be checked."""
    lines = (line.strip() for line in text.splitlines())
    line = next((line for line in lines if not line.isascii()), "")[:_SHOWN]
    return Message(
        "{file} was read as {encoding}, which is a guess ({percent} of 100 special letters fit): "
        "“{line}”. Another one can be given as the encoding.",
        file=file,
        encoding=encoding,
        percent=fitness(text, encoding),
        line=line,
    )


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
