"""From paths to a stream of items: detects the format, reads, reports failures."""

import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from dittomark.annotations import NewArticle
from dittomark.errors import Cancelled, UnreadableFileError, UserError
from dittomark.importing import bijoy, mapping, refused
from dittomark.importing.encoding import split_override
from dittomark.importing.formats import FORMATS, format_of
from dittomark.importing.language import language_of
from dittomark.importing.results import FONTS, Failure, Item, Note, Options, ReadRecord
from dittomark.importing.sources import Source, find_sources, reason
from dittomark.messages import Message
from dittomark.progress import Report

_SAMPLE: Final = 4096
_log: Final = logging.getLogger("dittomark.importing")


def read(
    paths: Path | str | Iterable[Path | str],
    *,
    format: str | None = None,  # noqa: A002  (the word people know from the command)
    encoding: str | None = None,
    mapping: Mapping[str, str] | None = None,
    report: Report | None = None,
) -> Iterator[NewArticle | Failure]:
    """Yield the articles of files, folders and zip archives, as a stream.

    One bad file, row or line is a `Failure` among the articles. `format` is one of `FORMATS`,
    `encoding` a codec's name, `mapping` maps our fields to their columns; each that is omitted is
    detected for each file. `report(done, total)` counts bytes. Raises UserError for an invalid
    format, encoding or mapping.
    """
    options = Options(format=format or "", encoding=encoding or "", mapping=mapping or {})
    for item in read_items(paths, options, report=report):
        if isinstance(item, NewArticle | Failure):
            yield item
        elif isinstance(item, ReadRecord) and item.article is not None:
            yield item.article


def read_items(
    paths: Path | str | Iterable[Path | str], options: Options, *, report: Report | None = None
) -> Iterator[Item]:
    """Yield articles, records of annotations that came with them, and failures; see `read`.

    Raises `UserError` for invalid options.
    """
    if options.format and options.format not in FORMATS:
        raise UserError(
            "“{format}” is not a format that can be read: {formats}.",
            format=options.format,
            formats=", ".join(FORMATS),
        )
    if options.encoding:
        split_override(options.encoding)
    if options.fonts and options.fonts not in FONTS:
        raise UserError(
            "“{font}” is not a font that can be converted: {fonts}.",
            font=options.fonts,
            fonts=", ".join(FONTS),
        )
    mapping.check(options.mapping)
    given = [paths] if isinstance(paths, Path | str) else paths
    empty: list[str] = []
    something = False
    for source in find_sources(given, report):
        holds = False
        for item in [source] if isinstance(source, Failure) else items_of(source, options):
            holds = True
            yield item
        something = something or holds
        if not holds and isinstance(source, Source):
            empty.append(source.name)
    # an export's lists may be empty; for an import of nothing else a failure is reported
    if not something:
        yield from (Failure(name, NO_RECORDS) for name in empty)


NO_RECORDS: Final = Message("This file holds no records.")


def items_of(source: Source, options: Options) -> Iterator[Item]:
    """Yield the items of one file; every error in it is a failure among the items."""
    for item in _items_as_they_are(source, options):
        article = item.article if isinstance(item, ReadRecord) else item
        if isinstance(article, NewArticle) and bijoy.is_bijoy(article.text):
            yield from _of_old_font(source, item, article, options)
        else:
            yield item


OLD_FONT: Final = Message(
    "Some texts are in the letters of an old Bengali font (Bijoy, SutonnyMJ). They came in as they are; "
    "they can be converted to Unicode instead."
)


def _of_old_font(
    source: Source, item: Item, article: NewArticle, options: Options
) -> Iterator[Item]:
    """Yield an article in the encoding of a legacy font: in Unicode, if that is wanted."""
    if options.fonts != "bijoy":
        yield Note(source.name, OLD_FONT)
        yield item
    elif item is not article:
        why = Message("Its marks count in the letters of the old font: it was not converted.")
        yield Failure(source.name, why, item.line if isinstance(item, ReadRecord) else None)
        yield item
    else:
        text = bijoy.to_unicode(article.text)
        kept = {"text_in_old_font": article.text}
        title = article.title if _is_unicode(article.title) else bijoy.to_unicode(article.title)
        yield replace(
            article,
            text=text,
            title=title,
            language=article.language or language_of(text),
            candidates=(),
            metadata={**article.metadata, **kept},
        )


def _is_unicode(title: str) -> bool:
    return any("\u0980" <= char <= "\u09ff" for char in title)


def _items_as_they_are(source: Source, options: Options) -> Iterator[Item]:
    try:
        start = source.sample(_SAMPLE)
        format_ = options.format or format_of(source, start)
        if not options.format and format_ in {"text", "tsv", "csv", "jsonl", "json"}:
            refused.refuse(source.filename, start)
        refused.refuse_content(start)
        yield from FORMATS[format_].read(source, options)
    except UnreadableFileError as error:
        yield Failure(source.name, error.message)
    except UnicodeDecodeError as error:
        why = Message(
            "It ends, or is damaged, in the middle of a character of {encoding}; what stands before "
            "was read.",
            encoding=error.encoding,
        )
        yield Failure(source.name, why)
    except OSError as error:
        yield Failure(source.name, reason(error))
    except (UserError, Cancelled):
        raise
    except RecursionError:
        yield Failure(source.name, Message("This file is nested too deeply."))
    except Exception as error:  # noqa: BLE001  (an exception fails that file alone)
        _log.info("%s", source.name, exc_info=True)
        yield Failure(
            source.name,
            Message("This file can't be read: {reason}.", reason=f"{type(error).__name__}"),
        )
