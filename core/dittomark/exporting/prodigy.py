"""`prodigy`: JSONL for Prodigy's `spans.manual` and `ner.manual`, a line per article and annotator.

Offsets are code points. Prodigy adds tokens and hashes itself (`db-in`); the annotator of a line is
in `_annotator_id`. An article without spans has the answer `ignore`.
"""

from collections.abc import Iterator
from typing import Any

from dittomark.exporting.common import (
    article_details,
    encode_json,
    full_text,
    lose_pairs_and_events,
)
from dittomark.exporting.dataset import Dataset, ExportedArticle
from dittomark.exporting.output import Output
from dittomark.messages import Message


def write(dataset: Dataset, output: Output, name: str) -> None:
    """Write the lines."""
    with output.text(name) as stream:
        for article in dataset.articles():
            for task in _tasks(article, dataset):
                stream.write(encode_json(task) + "\n")
    lose_pairs_and_events(dataset, Message("A Prodigy task has one text."))


def _tasks(article: ExportedArticle, dataset: Dataset) -> Iterator[dict[str, Any]]:
    info = article.info
    meta = {"article_id": info.id, **article_details(info)}
    task = {"text": full_text(article), "meta": meta, "_view_id": "spans_manual"}
    people = sorted({span.annotator for span in article.spans})
    if not people:
        yield {**task, "spans": [], "answer": "ignore"}
    for person in people:
        spans = [
            {"start": span.start, "end": span.end, "label": span.label}
            for span in article.spans
            if span.annotator == person
        ]
        yield {**task, "spans": spans, "answer": "accept", "_annotator_id": person}
    noted = sum(bool(span.note) for span in article.spans)
    dataset.tally.lose("notes", Message("A span in Prodigy has no note."), noted)
