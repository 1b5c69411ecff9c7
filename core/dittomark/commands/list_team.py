"""The rows of `dittomark list` on a team: disagreements, decisions, contradictions, conflicts."""

import argparse
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, cast

from dittomark.commands.common import difference
from dittomark.project import Project
from dittomark.records import json_objects
from dittomark.records.json_objects import Record

if TYPE_CHECKING:
    from dittomark.team.adjudication import Item, Opinion


def disagreements(project: Project, arguments: argparse.Namespace) -> Iterator[Record]:
    """Yield open questions with different answers."""
    from dittomark.team.adjudication import disagreements as found

    for item in found(project):
        if arguments.annotator in (None, *item.opinions):
            yield question_record(project, item)


def decisions(project: Project, arguments: argparse.Namespace) -> Iterator[Record]:
    """Yield adjudicated decisions."""
    for decision in project.decisions():
        if arguments.annotator in (None, decision.annotator):
            yield json_objects.decision_record(decision)


def contradictions(project: Project, arguments: argparse.Namespace) -> Iterator[Record]:
    """Yield judgements that contradict others of the same annotator."""
    from dittomark.team.consistency import contradictions as found

    for one in found(project, annotator=arguments.annotator):
        pair = project.pair(one.pair_id)
        a, b = _external_ids(project, (pair.a, pair.b))
        yield {
            "type": "contradiction",
            "annotator": one.annotator,
            "pair_id": one.pair_id,
            "a": pair.a,
            "b": pair.b,
            "a_external_id": a,
            "b_external_id": b,
            "relation": one.says,
            "chain": list(one.chain),
        }


def clusters(project: Project, arguments: argparse.Namespace) -> Iterator[Record]:
    """Yield the articles that annotators judged the same, the largest clusters first."""
    from dittomark.team.consistency import clusters as found

    for cluster in found(project, annotator=arguments.annotator):
        yield {
            "type": "cluster",
            "annotator": cluster.annotator,
            **_articles(project, cluster.articles),
            "pairs": list(cluster.pairs),
            "open_pairs": list(cluster.open_pairs),
        }


def conflicts(project: Project, _arguments: argparse.Namespace) -> Iterator[Record]:
    """Yield rows that annotators changed differently in files that were merged."""
    for conflict in project.conflicts():
        yield {
            "type": "conflict",
            "entity": conflict.entity,
            "id": conflict.row_id,
            "kept": dict(conflict.kept),
            "other": dict(conflict.other),
            "difference": difference(conflict.kept, conflict.other),
        }


def question_record(project: Project, item: "Item") -> Record:
    """Return a question with different answers, and its decision, if any."""
    settled = item.decision
    return {
        "type": "disagreement",
        "kind": item.kind,
        "target": item.target,
        **_articles(project, item.articles),
        "opinions": {
            annotator: _answer(project, item, opinion)
            for annotator, opinion in item.opinions.items()
        },
        **({} if settled is None else {"decision": json_objects.decision_record(settled)}),
    }


def _answer(project: Project, item: "Item", opinion: "Opinion") -> Any:  # noqa: ANN401  (JSON)
    match item.kind:
        case "relation":
            return dict(zip(("relation", "direction"), opinion, strict=True))
        case "spans":
            spans = cast("tuple[tuple[int, int, str], ...]", opinion)
            return [dict(zip(("start", "end", "label"), span, strict=True)) for span in spans]
        case "links":
            links = cast("tuple[tuple[int, int, int, int, str, str], ...]", opinion)
            names = ("a_start", "a_end", "b_start", "b_end", "kind")
            return [
                {**dict(zip(names, link, strict=False)), "direction": link[-1] or None}
                for link in links
            ]
        case "events":
            events = [project.event(name) for name in cast("tuple[str, ...]", opinion)]
            return [{"event_id": event.id, "title": event.title} for event in events]


def _articles(project: Project, article_ids: Iterable[str]) -> Record:
    names = list(article_ids)
    return {"articles": names, "external_ids": _external_ids(project, names)}


def _external_ids(project: Project, article_ids: Iterable[str]) -> list[str]:
    names = list(article_ids)
    known = {info.id: info.external_id for info in project.article_infos(names)}
    return [known.get(name, "") for name in names]
