"""`dittomark training`: decided annotations as input for trainers, one JSON object per line.

It contains only decided cases: articles that somebody marked or finished, judged pairs, articles
with an event. Of several annotators' answers the majority counts. Parts of a split never share a
duplicate group.
"""

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from dittomark.annotations import EventMembership, Span
from dittomark.errors import UserError
from dittomark.exporting.common import article_details, encode_json, full_text
from dittomark.exporting.dataset import Dataset
from dittomark.exporting.output import Output
from dittomark.messages import Message, system_reason

KINDS: Final = ("span", "relation", "event")
_TEXTS: Final = 200  # pairs whose texts are read together


def write_spans(dataset: Dataset, output: Output, name: str) -> None:
    """Write `{"id", "text", "spans": [{"start", "end", "label"}], …}` for each decided article."""
    finished = _finished(dataset)
    written = 0
    with output.text(name) as stream:
        for article in dataset.quiet().articles():
            if not article.spans and article.info.id not in finished:
                continue
            record = {
                **article_details(article.info),
                "id": article.info.id,
                "text": full_text(article),
                "spans": [
                    {"start": start, "end": end, "label": label}
                    for start, end, label in spans_by_most(article.spans)
                ],
            }
            stream.write(encode_json(record) + "\n")
            written += 1
    _count(dataset, "articles", written)


def write_relations(dataset: Dataset, output: Output, name: str) -> None:
    """Write `{"id", "text_a", "text_b", "label", "direction", …}` for each pair with agreement."""
    batch: list[dict[str, Any]] = []
    undecided = written = 0
    with output.text(name) as stream:
        for pair in dataset.quiet().pairs():
            if pair.relation is None:
                undecided += 1
                continue
            written += 1
            batch.append(
                {
                    "id": pair.pair.id,
                    "a": pair.pair.a,
                    "b": pair.pair.b,
                    "label": pair.relation,
                    "direction": pair.direction,
                }
            )
            if len(batch) == _TEXTS:
                stream.writelines(_with_texts(dataset, batch))
                batch = []
        stream.writelines(_with_texts(dataset, batch))
    _count(dataset, "pairs", written)
    why = Message("Nobody judged them, or people disagree.")
    dataset.tally.lose("pairs", why, undecided)


def write_events(dataset: Dataset, output: Output, name: str) -> None:
    """Write `{"id", "text", "events": [{"id", "title"}], …}` for each article with an event."""
    titles = dataset.event_titles
    written = 0
    with output.text(name) as stream:
        for article in dataset.quiet().articles():
            if not article.memberships:
                continue
            record = {
                **article_details(article.info),
                "id": article.info.id,
                "text": full_text(article),
                "events": [
                    {"id": event, "title": titles.get(event, "")}
                    for event in events_by_most(article.memberships)
                ],
            }
            stream.write(encode_json(record) + "\n")
            written += 1
    _count(dataset, "articles", written)


def _count(dataset: Dataset, what: str, written: int) -> None:
    """Count the written lines, and report a part of a split without any.

    Raises `UserError` if the whole output is empty.
    """
    dataset.tally.count(what, written)
    if written:
        return
    last = not dataset.part or dataset.part == dataset.all_parts[-1]
    if last and not dataset.tally.counts[what]:
        raise UserError("Nothing of that kind was decided yet: there is nothing to train on.")
    why = Message("“{part}” is empty: too little was decided for so many parts.", part=dataset.part)
    dataset.tally.lose("parts", why)


def spans_by_most(spans: Iterable[Span]) -> list[tuple[int, int, str]]:
    """Return the spans marked by at least half of the article's annotators, in order."""
    given = list(spans)
    people = len({span.annotator for span in given})
    votes = Counter({(span.start, span.end, span.label, span.annotator) for span in given})
    counted = Counter((start, end, label) for start, end, label, _ in votes)
    return sorted(mark for mark, number in counted.items() if 2 * number >= people)


def events_by_most(memberships: Iterable[EventMembership]) -> list[str]:
    """Return the events given by at least half of those who labelled the article, in order."""
    given = {(each.event_id, each.annotator) for each in memberships}
    people = len({annotator for _, annotator in given})
    counted = Counter(event for event, _ in given)
    return sorted(event for event, number in counted.items() if 2 * number >= people)


def _finished(dataset: Dataset) -> frozenset[str]:
    """Return the articles of pairs that somebody finished: decided even without a span."""
    return frozenset(
        article
        for pair in dataset.quiet().pairs()
        if any(judgement.done for judgement in pair.judgements)
        for article in (pair.pair.a, pair.pair.b)
    )


def _with_texts(dataset: Dataset, pairs: list[dict[str, Any]]) -> list[str]:
    texts = dataset.texts({pair[side] for pair in pairs for side in ("a", "b")})
    return [
        encode_json({**pair, "text_a": texts[pair["a"]], "text_b": texts[pair["b"]]}) + "\n"
        for pair in pairs
    ]


def ids_of(path: Path) -> frozenset[str]:
    """Return the ids of the articles or pairs in a file written here.

    Raises `UserError` for a file that can't be read or has another format.
    """
    try:
        with path.open(encoding="utf-8") as stream:
            return frozenset(json.loads(line)["id"] for line in stream if line.strip())
    except OSError as error:
        raise UserError(
            "{path} can't be read: {reason}", path=path, reason=system_reason(error)
        ) from error
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise UserError(
            "{path} is not what `dittomark training` wrote: a line has no id.", path=path
        ) from error
