"""`dittomark list`: a project's rows and history, in the field names of the export."""

import argparse
from collections.abc import Callable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from dittomark.article_fields import SORTABLE
from dittomark.commands import list_team
from dittomark.commands.common import (
    add_json,
    add_project,
    day_or_moment,
    difference,
    positive,
    print_array,
    print_lines,
)
from dittomark.listing import ListFilter
from dittomark.project import Project
from dittomark.records import json_objects
from dittomark.records.json_objects import Record

if TYPE_CHECKING:
    from dittomark.annotations import Article, ArticleInfo, Judgement, Pair


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    add_project(parser)
    parser.add_argument("kind", choices=tuple(_KINDS), help="what to list")
    parser.add_argument("--annotator", help="only what this annotator marked, judged or changed")
    parser.add_argument(
        "--limit", type=positive, metavar="N", help="only the first N; of the changes, the newest"
    )
    parser.add_argument(
        "--order",
        choices=_ORDERS,
        help="of the articles; doubtful: whose suggestions the model is least sure of come first"
        f" (default: {_ORDERS[0]})",
    )
    parser.add_argument(
        "--for",
        dest="dealt_to",
        metavar="A",
        help="of the pairs: what is dealt to this annotator of the team, in their order",
    )
    suggestions = parser.add_argument_group("of the suggestions")
    suggestions.add_argument("--suggester", metavar="NAME", help="only this suggester's")
    suggestions.add_argument(
        "--all", action="store_true", default=None, help="accepted and refused ones too"
    )
    changes = parser.add_argument_group("of the changes")
    changes.add_argument("--operation", help="only steps of this kind, such as edit_span")
    changes.add_argument("--row", metavar="ID", help="only those of this span, judgement, event …")
    changes.add_argument(
        "--since",
        type=day_or_moment,
        metavar="TIME",
        help="from this day (2024-03-01) or moment on",
    )
    changes.add_argument(
        "--until", type=day_or_moment, metavar="TIME", help="up to this day or moment (UTC)"
    )
    add_json(parser)
    parser.set_defaults(wrong_usage=parser.error)


def run(arguments: argparse.Namespace) -> None:
    """Print the rows: one JSON array with `--json`, else one line each."""
    for option, kind in _OPTION_OF.items():
        if getattr(arguments, option) is not None and arguments.kind != kind:
            name = "for" if option == "dealt_to" else option
            arguments.wrong_usage(f"--{name} is for {kind}, not for {arguments.kind}")
    rows, columns = _KINDS[arguments.kind]
    with Project.open(arguments.project, read_only=True) as project:
        found = islice(rows(project, arguments), arguments.limit)
        if arguments.json:
            print_array(found)
        else:
            print_lines(found, columns)


def _articles(project: Project, arguments: argparse.Namespace) -> Iterator[Record]:
    ids = iter(
        project.listed_article_ids(
            ListFilter(sort=arguments.order or _ORDERS[0]), limit=arguments.limit
        )
    )
    while batch := list(islice(ids, _BATCH)):
        yield from map(json_objects.article_record, project.article_infos(batch))


def _pairs(project: Project, arguments: argparse.Namespace) -> Iterator[Record]:
    judgements: dict[str, list[Judgement]] = {}
    for judgement in project.judgements(annotator=arguments.annotator, seen_by=arguments.dealt_to):
        judgements.setdefault(judgement.pair_id, []).append(judgement)
    pairs = project.pairs() if arguments.dealt_to is None else _dealt_pairs(project, arguments)
    while batch := list(islice(pairs, _BATCH)):
        articles = dict.fromkeys(name for pair in batch for name in (pair.a, pair.b))
        infos = project.article_infos(list(articles))
        external_ids = {info.id: info.external_id for info in infos}
        for pair in batch:
            judged = judgements.get(pair.id, [])
            relation, direction = json_objects.agreed_relation(judged)
            yield {
                **json_objects.pair_record(pair, external_ids=external_ids),
                "relation": relation,
                "direction": direction,
                "judgements": [json_objects.judgement_record(judgement) for judgement in judged],
            }


def _dealt_pairs(project: Project, arguments: argparse.Namespace) -> Iterator["Pair"]:
    from dittomark.team.folder.dealing import deal
    from dittomark.team.folder.syncing import who_takes_part

    members = () if project.team() is None else who_takes_part(project).members
    wanted = ListFilter(dealt=deal(project, arguments.dealt_to, members=members))
    for name in project.queue_ids(wanted, annotator=arguments.dealt_to, limit=arguments.limit):
        yield project.pair(name)


def _events(project: Project, _arguments: argparse.Namespace) -> Iterator[Record]:
    articles: dict[str, dict[str, None]] = {}
    for membership in project.memberships():
        articles.setdefault(membership.event_id, {})[membership.article_id] = None
    for event in project.events():
        yield {**json_objects.event_record(event), "articles": list(articles.get(event.id, ()))}


def _spans(project: Project, arguments: argparse.Namespace) -> Iterator[Record]:
    known: dict[str, tuple[ArticleInfo, str]] = {}
    for span in project.spans(annotator=arguments.annotator):
        if span.article_id not in known:
            article = project.article(span.article_id)
            known = {span.article_id: (article.info, article.text)}  # one text at a time
        info, text = known[span.article_id]
        yield {
            "type": "span",
            **json_objects.span_record(span, text),
            "external_id": info.external_id,
        }


def _suggestions(project: Project, arguments: argparse.Namespace) -> Iterator[Record]:
    external_ids = {info.id: info.external_id for info in project.article_infos()}
    titles = {event.id: event.title for event in project.events()}
    found = project.suggestions(state=None if arguments.all else "open")
    about_pairs = any(each.pair_id is not None for each in found)
    sides = {pair.id: (pair.a, pair.b) for pair in project.pairs()} if about_pairs else {}
    for each in found:
        if arguments.suggester in {None, each.suggester}:
            yield json_objects.suggestion_record(
                each,
                external_ids=external_ids,
                sides=sides.get(each.pair_id or ""),
                title=titles.get(each.event_id or ""),
            )


def _links(project: Project, arguments: argparse.Namespace) -> Iterator[Record]:
    known: dict[str, Article] = {}
    for link in project.links(annotator=arguments.annotator):
        # Links are ordered by their articles: two texts at a time suffice.
        known = {name: known.get(name) or project.article(name) for name in (link.a, link.b)}
        yield json_objects.link_record(
            link,
            external_ids={name: article.info.external_id for name, article in known.items()},
            texts={name: article.text for name, article in known.items()},
        )


def _annotators(project: Project, _arguments: argparse.Namespace) -> Iterator[Record]:
    for annotator in project.annotators():
        judgements = project.judgements(annotator=annotator)
        yield {
            "type": "annotator",
            "annotator": annotator,
            "spans": len(project.spans(annotator=annotator)),
            "links": len(project.links(annotator=annotator)),
            "judgements": len(judgements),
            "done": sum(judgement.done for judgement in judgements),
            "events": len(project.memberships(annotator=annotator)),
            "seconds": sum(judgement.seconds for judgement in judgements),
        }


def _changes(project: Project, arguments: argparse.Namespace) -> Iterator[Record]:
    entries = project.history(
        annotator=arguments.annotator,
        operation=arguments.operation,
        row_id=arguments.row,
        since=arguments.since,
        until=arguments.until,
        limit=arguments.limit,
    )
    for entry in reversed(entries):
        record = json_objects.history_record(entry)
        yield record if arguments.json else {**record, "what": _changed_rows(record)}


def _changed_rows(change: Record) -> str:
    """Return the rows that a step added or changed, and the kind of change."""
    added = [f"{number} {kind} added" for kind, number in change["added"].items()]
    rows = [
        f"{row['entity']} {row['id']} {difference(row['after'], row['before'])}".rstrip()
        for row in change["changes"]
    ]
    return "; ".join([*added, *rows])


_ORDERS: Final = ("position", *SORTABLE, "length", "doubtful")
# Articles are looked up for so many pairs at a time: a project may have a million of them.
_BATCH: Final = 500

# Options that filter or order only one kind of rows.
_OPTION_OF: Final = {
    "order": "articles",
    "operation": "changes",
    "row": "changes",
    "since": "changes",
    "until": "changes",
    "suggester": "suggestions",
    "all": "suggestions",
    "dealt_to": "pairs",
}

_Rows = Callable[[Project, argparse.Namespace], Iterator[Record]]
_KINDS: Final[dict[str, tuple[_Rows, tuple[str, ...]]]] = {
    "articles": (_articles, ("id", "external_id", "source", "date", "length", "title")),
    "pairs": (
        _pairs,
        ("id", "a_external_id", "b_external_id", "score", "relation", "direction", "a", "b"),
    ),
    "events": (_events, ("id", "date", "place", "title")),
    "spans": (_spans, ("id", "article_id", "start", "end", "label", "annotator", "exact")),
    "suggestions": (
        _suggestions,
        (
            "suggester",
            "version",
            "kind",
            "score",
            "external_id",
            "start",
            "end",
            "label",
            "a_external_id",
            "b_external_id",
            "title",
            "state",
            "id",
        ),
    ),
    "links": (
        _links,
        (
            "id",
            "a_external_id",
            "a_start",
            "a_end",
            "b_external_id",
            "b_start",
            "b_end",
            "kind",
            "direction",
            "annotator",
            "a_exact",
            "b_exact",
        ),
    ),
    "annotators": (
        _annotators,
        ("annotator", "spans", "links", "judgements", "done", "events", "seconds"),
    ),
    "changes": (_changes, ("at", "annotator", "operation", "state", "id", "what")),
    "disagreements": (list_team.disagreements, ("kind", "target", "external_ids", "opinions")),
    "decisions": (list_team.decisions, ("kind", "target", "annotator", "content", "note")),
    "contradictions": (
        list_team.contradictions,
        ("annotator", "pair_id", "a_external_id", "b_external_id", "relation", "chain"),
    ),
    "clusters": (list_team.clusters, ("annotator", "external_ids", "pairs", "open_pairs")),
    "conflicts": (list_team.conflicts, ("entity", "id", "difference")),
}
