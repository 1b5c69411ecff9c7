"""Agreement over a project: collects the units judged by several annotators, and measures them."""

import dataclasses
from collections.abc import Iterable
from itertools import combinations
from typing import Any

from dittomark.annotations import JudgedPair
from dittomark.labels import EXACT_DUPLICATE
from dittomark.project import Project
from dittomark.structures.disjoint_sets import DisjointSets
from dittomark.team import opinions
from dittomark.team.agreement import measures
from dittomark.team.agreement.labels import as_table, counted, label_agreement
from dittomark.team.agreement.links import LinkedPair, link_agreement
from dittomark.team.agreement.results import Agreement, ClusterPair
from dittomark.team.agreement.spans import MarkedArticle, span_agreement


def agreement(
    project: Project,
    *,
    annotators: Iterable[str] | None = None,
    with_direction: bool = False,
    duplicates: Iterable[str] = (EXACT_DUPLICATE,),
    seed: int = 0,
) -> Agreement:
    """Return the agreement of annotators; `annotators` restricts it to these.

    `with_direction` counts a relation with another direction as a different one. `duplicates` are
    the relations that put two articles into one cluster. Intervals are the same for the same
    `seed`.
    """
    wanted = None if annotators is None else set(annotators)
    judged = [row for row in project.judged() if wanted is None or row.annotator in wanted]
    relations = [
        (
            row.pair_id,
            row.annotator,
            f"{row.relation} {row.direction}" if with_direction and row.direction else row.relation,
        )
        for row in judged
        if row.relation is not None
    ]
    order = [label.key for label in project.scheme.relations]
    return Agreement(
        label_agreement(relations, order=order, seed=seed),
        label_agreement(_events(project, wanted), seed=seed),
        _ratings(judged, seed),
        span_agreement(_marked(project, wanted, judged), seed=seed),
        _clusters(judged, frozenset(duplicates)),
        link_agreement(
            _linked(project, wanted, judged),
            order=[kind.key for kind in project.scheme.links],
            seed=seed,
        ),
    )


def _events(project: Project, wanted: set[str] | None) -> list[tuple[str, str, str]]:
    """Return each annotator's label for each article: its events, several as one label."""
    titles = {event.id: event.title for event in project.events()}
    return [
        (article, annotator, " + ".join(sorted(titles.get(event, event) for event in events)))
        for article, by_annotator in opinions.events(project, wanted).items()
        for annotator, events in by_annotator.items()
    ]


def _ratings(judged: list[JudgedPair], seed: int) -> dict[str, measures.Estimate]:
    """Return ordinal alpha of each scale that annotators rated."""
    scales = dict.fromkeys(scale for row in judged for scale in row.ratings)
    found = {}
    for scale in scales:
        ratings = [
            (row.pair_id, row.annotator, row.ratings[scale])
            for row in judged
            if scale in row.ratings
        ]
        steps = [f"{step:012d}" for step in sorted({value for *_, value in ratings})]
        named = ((unit, annotator, f"{value:012d}") for unit, annotator, value in ratings)
        *_, table = as_table(named, order=steps)
        found[scale] = measures.alpha(counted(table, len(steps)), level="ordinal", seed=seed)
    return found


def _marked(
    project: Project, wanted: set[str] | None, judged: list[JudgedPair]
) -> list[MarkedArticle]:
    """Return the marks in each article, of all who worked on it."""
    marks = opinions.marks(project, wanted, judged)
    lengths = {info.id: info.length for info in project.article_infos(marks)}
    return [
        MarkedArticle(
            lengths[article],
            {annotator: frozenset(own) for annotator, own in by_annotator.items()},
        )
        for article, by_annotator in marks.items()
        if article in lengths  # in a damaged file it may be gone
    ]


def _linked(
    project: Project, wanted: set[str] | None, judged: list[JudgedPair]
) -> list[LinkedPair]:
    """Return the links of each two articles, of all who worked on them."""
    return [
        LinkedPair(
            f"{a} {b}", {annotator: frozenset(links) for annotator, links in by_annotator.items()}
        )
        for (a, b), by_annotator in opinions.links(project, wanted, judged).items()
    ]


def _clusters(judged: list[JudgedPair], duplicates: frozenset[str]) -> tuple[ClusterPair, ...]:
    """Return B³ for each two annotators, over the articles both judged."""
    clusterings: dict[str, DisjointSets[str]] = {}
    seen: dict[str, set[str]] = {}
    for row in judged:
        if row.relation is None:
            continue
        groups = clusterings.setdefault(row.annotator, DisjointSets())
        seen.setdefault(row.annotator, set()).update((row.a, row.b))
        if row.relation in duplicates:
            groups.join(row.a, row.b)
    found = []
    for first, second in combinations(sorted(clusterings), 2):
        articles = seen[first] & seen[second]
        score = measures.b_cubed(
            {article: clusterings[first].find(article) for article in articles},
            {article: clusterings[second].find(article) for article in articles},
        )
        if score is not None:
            found.append(ClusterPair(first, second, score))
    return tuple(found)


def agreement_record(found: Agreement) -> dict[str, Any]:
    """Return agreement as plain JSON values."""
    return dataclasses.asdict(found)
