"""Texts with spans from other tools that do not name an article: matched by equal text."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from dittomark.annotations import NewArticle
from dittomark.article_fields import metadata_of
from dittomark.importing import dates
from dittomark.importing.language import language_of
from dittomark.importing.results import ReadRecord
from dittomark.importing.sources import Source
from dittomark.importing.text_file import title_of

# The key of a record whose article is only added if no article of the project has its text.
JOINED: str = "joined_by_text"


def record_of(
    source: Source,
    line: int,
    text: str,
    spans: Sequence[Mapping[str, Any]],
    *,
    name: str = "",
    title: str = "",
    language: str = "",
    events: Sequence[Mapping[str, Any]] = (),
    fields: Mapping[str, str] | None = None,
) -> ReadRecord:
    """Return a text and its annotations as a record.

    `name` is the tool's name for the text; `fields` holds further metadata of the article. If the
    project has exactly one article with this text, the spans are added to that article.
    """
    known = fields or {}
    found = dates.article_date(text)
    metadata = metadata_of(known)
    metadata["title"] = metadata["title"] or title or title_of(text)
    metadata["date"] = metadata["date"] or (found.value if found else "")
    metadata["language"] = metadata["language"] or language or language_of(text)
    article = NewArticle(
        text=text,
        external_id=known.get("external_id", "") or name or source.key,
        **metadata,
        metadata={"file": source.inside},
    )
    return ReadRecord(
        source.name,
        line,
        {
            "type": "article",
            "sha256": hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
            "spans": list(spans),
            "events": list(events),
            JOINED: True,
        },
        article,
    )
