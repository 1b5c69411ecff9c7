"""`doccano`: JSONL that doccano imports into a sequence labelling project; UTF-16 offsets.

doccano's browser page counts as JavaScript does, in UTF-16 units. Metadata are further keys, which
doccano keeps and exports at top level. Spans are in `label`, the column that its import dialog
reads.
"""

from typing import Any

from dittomark.exporting.common import (
    article_details,
    encode_json,
    full_text,
    lose_pairs_and_events,
    merged_spans,
)
from dittomark.exporting.dataset import Dataset, ExportedArticle
from dittomark.exporting.output import Output
from dittomark.messages import Message
from dittomark.texts.segmentation import OffsetTable


def write(dataset: Dataset, output: Output, name: str) -> None:
    """Write one line per article."""
    with output.text(name) as stream:
        for article in dataset.articles():
            stream.write(encode_json(_example(article, dataset)) + "\n")
    lose_pairs_and_events(
        dataset, Message("doccano has one text at a time, and no registry of events.")
    )


def _example(article: ExportedArticle, dataset: Dataset) -> dict[str, Any]:
    text = full_text(article)
    table = OffsetTable(text)
    spans = merged_spans(article, dataset)
    dataset.tally.lose(
        "notes", Message("doccano's spans have no notes."), sum(bool(s.note) for s in spans)
    )
    info = article.info
    return {
        "text": text,
        "label": [
            [table.to_utf16(span.start), table.to_utf16(span.end), span.label] for span in spans
        ],
        "offset_unit": "utf16",
        "article_id": info.id,
        **article_details(info),
    }
