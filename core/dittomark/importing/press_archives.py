"""Exports of press archives: many articles in one text (Nexis, Factiva, ProQuest).

The text may be plain or extracted from a Word, RTF, PDF or HTML file. The archive is recognised by
lines that only its exports have; each article keeps the metadata that the archive gives.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final, Literal

from dittomark.annotations import NewArticle
from dittomark.importing import dates, factiva, nexis, proquest, text_file
from dittomark.importing.encoding import decode
from dittomark.importing.language import language_of
from dittomark.importing.press_article import PressArticle
from dittomark.importing.results import Failure, Item, Options
from dittomark.importing.sources import Source, too_large
from dittomark.importing.text_file import shortened, title_of
from dittomark.messages import Message

Archive = Literal["nexis", "factiva", "proquest"]
_TELLING: Final[dict[Archive, Callable[[str], bool]]] = {
    "nexis": nexis.is_export,
    "factiva": factiva.is_export,
    "proquest": proquest.is_export,
}
_SPLIT: Final[dict[Archive, Callable[[str], Iterator[PressArticle]]]] = {
    "nexis": nexis.articles,
    "factiva": factiva.articles,
    "proquest": proquest.articles,
}


_MAX_BYTES: Final = 200_000_000
# Every export contains one of these; searched in the bytes, so that a text is decoded once.
_MARKS: Final = tuple(
    mark.encode(codec)
    for mark in ("DOCUMENT", "Document", "ProQuest")
    for codec in ("ascii", "utf-16-le", "utf-16-be")
)


def read(source: Source, options: Options) -> Iterator[Item]:
    """Yield the articles of a plain text: those of an archive's export, else the text as one."""
    data = source.read(limit=_MAX_BYTES)
    if options.format != "text" and any(mark in data for mark in _MARKS):
        text, encoding = decode(data, encoding=options.encoding)
        if archive := archive_of(text):
            yield from articles_of(source, text, archive, encoding=encoding)
            return
    if len(data) > text_file.MAX_ARTICLE_BYTES:
        raise too_large(text_file.MAX_ARTICLE_BYTES)
    yield from text_file.items_of(data, source, options)


def archive_of(text: str) -> Archive | None:
    """Return the archive that exported a text; None for other texts."""
    text = text.replace("\r\n", "\n")
    return next((name for name, recognises in _TELLING.items() if recognises(text)), None)


def articles_of(
    source: Source, text: str, archive: Archive, *, encoding: str = "utf-8"
) -> Iterator[Item]:
    """Yield the articles of an export; a failure with its number for one without text."""
    for number, found in enumerate(_SPLIT[archive](text.replace("\r\n", "\n")), start=1):
        if not found.text.strip():
            why = Message("Article {number} of this file has no text.", number=number)
            yield Failure(source.name, why)
            continue
        yield NewArticle(
            found.text,
            external_id=found.id or f"{source.key}-{number}",
            title=shortened(found.title) or title_of(found.text),
            source=found.source,
            url=found.url,
            date=dates.parse_date(found.date),
            language=language_of(found.text) or _LANGUAGES.get(found.language.lower(), ""),
            author=re.sub(r"^[Bb][Yy]:? ", "", found.author),
            encoding=encoding,
            metadata={**found.more, "file": source.inside},
        )


_LANGUAGES: Final = {
    "english": "en", "french": "fr", "german": "de", "spanish": "es", "portuguese": "pt",
    "italian": "it", "dutch": "nl", "bengali": "bn", "hindi": "hi", "arabic": "ar", "urdu": "ur",
    "russian": "ru", "chinese": "zh", "japanese": "ja", "turkish": "tr", "polish": "pl",
    "englisch": "en", "deutsch": "de", "anglais": "en", "français": "fr", "español": "es",
}  # fmt: skip
