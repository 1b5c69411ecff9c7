"""Web pages saved as one file (MHTML, `.mhtml`, `.mht`), read like any other page."""

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from typing import Final

from dittomark.errors import UnreadableFileError
from dittomark.importing import html
from dittomark.importing.results import Item, Options
from dittomark.importing.sources import Source
from dittomark.importing.text_file import MAX_ARTICLE_BYTES

_MAX_BYTES: Final = 5 * MAX_ARTICLE_BYTES  # including its pictures


def is_mhtml(source: Source, start: bytes) -> bool:
    """Return whether a file begins like MHTML, and its name has no other format's ending."""
    if source.filename.lower().endswith((".txt", ".csv", ".jsonl", ".json", ".eml", ".mbox")):
        return False
    head = start[:2048].lower()
    return b"mime-version:" in head and (b"multipart/related" in head or b"text/html" in head)


def read(source: Source, options: Options) -> Iterator[Item]:
    """Yield the saved page as one article. Raises `UnreadableFileError`."""
    message = message_from_bytes(source.read(limit=_MAX_BYTES), policy=policy.compat32)
    for part in message.walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            payload = part.get_payload(decode=True)
            if not isinstance(payload, bytes) or not payload.strip():
                continue
            address = str(part.get("Content-Location") or message.get("Snapshot-Content-Location"))
            article = html.article_of_page(
                payload,
                encoding=options.encoding,
                charset=part.get_content_charset() or "",
                url=address if address.startswith(("http://", "https://")) else "",
            )
            metadata = {**article.metadata, "file": source.inside}
            yield replace(article, external_id=source.key, metadata=metadata)
            return
    raise UnreadableFileError("There is no web page in this file.")
