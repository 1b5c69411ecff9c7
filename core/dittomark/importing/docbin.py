"""spaCy's `DocBin` (`.spacy`): texts with their spans and entities (needs the spaCy library)."""

from collections.abc import Iterator
from typing import Any, Final

from dittomark.article_fields import METADATA
from dittomark.errors import UnreadableFileError
from dittomark.importing import annotated_text
from dittomark.importing.results import Item, Options
from dittomark.importing.sources import Source
from dittomark.system.optional_parts import SPACY_FILES

_MAX_BYTES: Final = 2_000_000_000


def read(source: Source, _options: Options) -> Iterator[Item]:
    """Yield the text of each document with the spans of `doc.spans` and `doc.ents`.

    Raises `UnreadableFileError` for a damaged file, or if spaCy is missing.
    """
    try:
        from spacy.tokens import DocBin
        from spacy.vocab import Vocab
    except ImportError as error:
        raise UnreadableFileError(SPACY_FILES.missing) from error
    data = source.read(limit=_MAX_BYTES)
    try:
        docs = list(DocBin(store_user_data=True).from_bytes(data).get_docs(Vocab()))
    except Exception as error:  # a damaged file can raise any exception
        raise UnreadableFileError("This is not a DocBin of spaCy, or it is damaged.") from error
    for number, doc in enumerate(docs, start=1):
        spans: dict[tuple[int, int, str], dict[str, Any]] = {}
        for span in (*doc.ents, *(span for group in doc.spans.values() for span in group)):
            place = (span.start_char, span.end_char, span.label_ or "span")
            spans[place] = dict(zip(("start", "end", "label"), place, strict=True))
        known = {
            name: value
            for name in ("external_id", *METADATA)
            if isinstance(value := doc.user_data.get(name), str)
        }
        name = f"{source.key}-{number}" if len(docs) > 1 else ""
        yield annotated_text.record_of(
            source, number, doc.text, list(spans.values()), name=name, fields=known
        )
