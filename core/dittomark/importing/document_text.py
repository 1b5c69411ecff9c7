"""The text of a document as articles: one, or each article that a press archive exported."""

from collections.abc import Iterator, Sequence

from dittomark.annotations import NewArticle
from dittomark.errors import UnreadableFileError
from dittomark.importing import dates, press_archives
from dittomark.importing.language import language_of
from dittomark.importing.results import Item
from dittomark.importing.sources import Source, too_large
from dittomark.importing.text_file import MAX_ARTICLE_BYTES, shortened, title_of


def paragraphs_as_text(paragraphs: Sequence[str]) -> str:
    """Return paragraphs as a text, one per line; runs of empty ones become one."""
    lines: list[str] = []
    for paragraph in (one.rstrip() for one in paragraphs):
        if paragraph or (lines and lines[-1]):
            lines.append(paragraph)
    return "\n".join(lines).strip("\n")


def articles_of(source: Source, text: str, *, title: str = "") -> Iterator[Item]:
    """Yield the articles of a document's text: those of a press archive's export, or a single one.

    The author and the date in the document's properties are not used: they name the owner of the
    computer and the time of writing. Raises UnreadableFileError for a document without text.
    """
    if not text.strip():
        raise UnreadableFileError("There is no text in this document.")
    if len(text) > MAX_ARTICLE_BYTES:
        raise too_large(MAX_ARTICLE_BYTES)
    if archive := press_archives.archive_of(text):
        yield from press_archives.articles_of(source, text, archive)
        return
    found = dates.article_date(text)
    yield NewArticle(
        text=text,
        external_id=source.key,
        title=shortened(" ".join(title.split())) or title_of(text),
        date=found.value if found else "",
        language=language_of(text),
        metadata={"file": source.inside},
    )
