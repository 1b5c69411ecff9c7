"""What `dittomark list` says of a team: disagreements, decisions, contradictions, conflicts."""

import argparse
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from dittomark import records
from dittomark.commands.common import difference
from dittomark.project import Project
from dittomark.records import Record

if TYPE_CHECKING:
    from dittomark.adjudication import Item


def disagreements(project: Project, arguments: argparse.Namespace) -> Iterator[Record]:
    """Yield what annotators answered differently and nobody settled."""
    from dittomark.adjudication import disagreements as found

    titles = {event.id: event.title for event in project.events()}
    for item in found(project):
        if arguments.annotator in (None, *item.opinions):
            yield {
                "type": "disagreement",
                "kind": item.kind,
                "target": item.target,
                **_articles(project, item.articles),
                "opinions": _opinions(item, titles),
            }


def _opinions(item: "Item", titles: dict[str, str]) -> Record:
    said: dict[str, Any] = dict(item.opinions)
    match item.kind:
        case "relation":
            return {
                who: {"relation": relation, "direction": direction}
                for who, (relation, direction) in said.items()
            }
        case "spans":
            return {
                who: [{"start": start, "end": end, "label": label} for start, end, label in spans]
                for who, spans in said.items()
            }
        case "events":
            return {
                who: [{"event_id": name, "title": titles.get(name, "")} for name in events]
                for who, events in said.items()
            }


def decisions(project: Project, arguments: argparse.Namespace) -> Iterator[Record]:
    """Yield what adjudicators settled."""
    for decision in project.decisions():
        if arguments.annotator in (None, decision.annotator):
            yield records.decision_record(decision)


def contradictions(project: Project, arguments: argparse.Namespace) -> Iterator[Record]:
    """Yield judgements that can't be right together with others of the same annotator."""
    from dittomark.consistency import contradictions as found

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
    """Yield the articles that annotators call the same, the largest clusters first."""
    from dittomark.consistency import clusters as found

    for cluster in found(project, annotator=arguments.annotator):
        yield {
            "type": "cluster",
            "annotator": cluster.annotator,
            **_articles(project, cluster.articles),
            "pairs": list(cluster.pairs),
            "open_pairs": list(cluster.open_pairs),
        }


def conflicts(project: Project, _arguments: argparse.Namespace) -> Iterator[Record]:
    """Yield rows that people changed differently in files that were merged."""
    for conflict in project.conflicts():
        yield {
            "type": "conflict",
            "entity": conflict.entity,
            "id": conflict.row_id,
            "kept": dict(conflict.kept),
            "other": dict(conflict.other),
            "difference": difference(conflict.kept, conflict.other),
        }


def _articles(project: Project, article_ids: Iterable[str]) -> Record:
    names = list(article_ids)
    return {"articles": names, "external_ids": _external_ids(project, names)}


def _external_ids(project: Project, article_ids: Iterable[str]) -> list[str]:
    names = list(article_ids)
    known = {info.id: info.external_id for info in project.article_infos(names)}
    return [known.get(name, "") for name in names]
