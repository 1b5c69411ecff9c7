"""`jsonl`: all data, one object per line: articles, pairs, links, events, decisions, the project.

This is the lossless format; `docs/formats.md` and the JSON Schema describe it.
"""

from typing import IO, Any, Final

from dittomark.exporting import links
from dittomark.exporting.common import count_events, encode_json
from dittomark.exporting.dataset import Dataset, ExportedArticle, ExportedPair
from dittomark.exporting.output import Output
from dittomark.records.json_objects import (
    Record,
    article_record,
    decision_record,
    event_record,
    judgement_record,
    membership_record,
    pair_record,
    span_record,
)

VERSION: Final = 1


def write(dataset: Dataset, output: Output, name: str) -> None:
    """Write the dataset as one file of JSON lines."""
    with output.binary(name) as stream:
        for article in dataset.articles():
            _line(stream, full_article(article, dataset))
        for pair in dataset.pairs():
            _line(stream, full_pair(pair))
        for link in links.records(dataset):
            _line(stream, link)
        for event in dataset.events():
            _line(stream, event_record(event))
        count_events(dataset)
        for decision in dataset.decisions():
            dataset.tally.count("decisions")
            _line(stream, decision_record(decision))
        _line(stream, project_record(dataset))


def _line(stream: IO[bytes], record: Record) -> None:
    stream.write(encode_json(record).encode() + b"\n")


def full_article(article: ExportedArticle, dataset: Dataset) -> Record:
    """Return an article with its text (unless left out), spans and events."""
    record = article_record(article.info)
    if article.text is not None:
        record["text"] = article.text
    record["spans"] = [span_record(span, article.text) for span in article.spans]
    titles = dataset.event_titles if article.memberships else {}
    record["events"] = [
        membership_record(membership, title=titles.get(membership.event_id, ""))
        for membership in article.memberships
    ]
    return record


def full_pair(pair: ExportedPair) -> Record:
    """Return a pair with its judgements and the relation on which they agree."""
    external_ids = {pair.pair.a: pair.a_external_id, pair.pair.b: pair.b_external_id}
    record = pair_record(pair.pair, external_ids=external_ids)
    record["relation"] = pair.relation
    record["direction"] = pair.direction
    record["adjudicated"] = pair.adjudicated
    record["judgements"] = [judgement_record(judgement) for judgement in pair.judgements]
    return record


def project_record(dataset: Dataset) -> dict[str, Any]:
    """Return the last line: a description of the file, and the label scheme."""
    record: dict[str, Any] = {
        "type": "project",
        "format": "dittomark",
        "version": VERSION,
        "name": dataset.name,
        "offset_unit": "code_point",
        "text": dataset.text,
        "scheme": dataset.scheme,
    }
    if dataset.part:
        record["part"] = dataset.part
    return record
