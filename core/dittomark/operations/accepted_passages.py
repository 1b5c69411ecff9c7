"""Accepting and refusing the engine's passages."""

from collections.abc import Iterable, Sequence

from dittomark import ids
from dittomark.annotations import Changes, Direction, Link, Pair, Suggestion
from dittomark.compare import Comparison, Passage, Settings
from dittomark.operations import suggestion_sight
from dittomark.operations.links import add_checked_link, links, ordered
from dittomark.operations.open_project import OpenProject, named
from dittomark.operations.passage_links import (
    PASSAGES,
    is_covered,
    is_settled,
    kind_for,
    origin_of_passage,
    sides_of_passage,
    sides_of_suggestion,
)
from dittomark.store.rows import SUGGESTIONS
from dittomark.system.releases import installed_version

THE_DEFAULTS = Settings()


def accept_passages(
    project: OpenProject,
    pair: str | Pair | Sequence[str],
    comparison: Comparison,
    *,
    annotator: str,
    passages: Iterable[Passage] | None = None,
    kind: str | None = None,
    direction: Direction | None = None,
    settings: Settings = THE_DEFAULTS,
) -> list[Link]:
    """Make passages of a comparison the annotator's links, as one step; returns the new ones.

    `pair` is a pair (or its id) whose `a` and `b` were compared in this order, or the ids of the
    compared articles. `passages` default to all passages of the comparison that are neither weak
    nor refused. A passage already covered by links of this annotator is skipped. `kind` defaults
    to that of the passage, `direction` (from the passage's first article to its second, or back) to
    open. `settings` are those of the comparison.
    """
    who = named(annotator)
    articles = _compared_articles(project, pair)
    wanted = comparison.passages if passages is None else tuple(passages)
    taken: list[Link] = []
    with project.edit("accept_passages", annotator=who) as edit:
        project.sign(edit, who)
        for passage in wanted:
            sides = sides_of_passage(passage, articles)
            if passages is None and (passage.weak or _is_refused(project, sides, who)):
                continue
            a, b = sides
            own = links(project, a[0], b[0], annotator=who)
            if is_settled(sides, own):
                continue
            link = ordered(
                Link(
                    "", *a, *b,
                    kind_for(passage.kind, project.scheme) if kind is None else kind,
                    who,
                    direction,
                    origin=origin_of_passage(passage, settings, version=installed_version()),
                )
            )  # fmt: skip
            taken.append(add_checked_link(project, edit, link))
    return taken


def refuse_passages(
    project: OpenProject,
    pair: str | Pair | Sequence[str],
    passages: Iterable[Passage],
    *,
    annotator: str,
) -> Changes:
    """Refuse these passages, as one step: they are not offered again.

    `pair` is as in `accept_passages`. Refused passages are stored among the suggestions.
    """
    articles = _compared_articles(project, pair)
    with project.edit("refuse_passages", annotator=named(annotator)) as edit:
        for passage in passages:
            a, b = sorted(sides_of_passage(passage, articles))
            payload = {"article_id": b[0], "start": b[1], "end": b[2]}
            refused = Suggestion(
                ids.suggestion_id("link", PASSAGES, *a, payload),
                "link",
                PASSAGES,
                installed_version(),
                passage.similarity,
                article_id=a[0],
                start=a[1],
                end=a[2],
                label=passage.kind,
                payload=payload,
                state="refused",
            )
            existing = project.store.get(SUGGESTIONS, refused.id)
            if existing is not None and existing.state == "refused":
                # refused by a colleague, whose work may be hidden
                edit.note(SUGGESTIONS, refused.id)
            else:
                edit.put(SUGGESTIONS, refused)
    return project.last_changes


def refused_links(
    project: OpenProject, a: str, b: str, *, seen_by: str | None = None
) -> list[Suggestion]:
    """Return the refused links between two articles, by whomever they were suggested.

    With `seen_by` only those visible to that annotator: in a blind team not those that a colleague
    refused.
    """
    found = suggested_links(project, a, b, state="refused")
    return suggestion_sight.refused_for(project, found, seen_by)


def suggested_links(
    project: OpenProject, a: str, b: str, *, state: str | None = "open"
) -> list[Suggestion]:
    """Return suggested links between two articles, in either order (`state=None`: of any state)."""
    found = [
        suggestion
        for article in dict.fromkeys((a, b))
        for suggestion in project.store.select(
            SUGGESTIONS, article_id=article, kind="link", state=state
        )
    ]
    return [one for one in found if {one.article_id, one.payload.get("article_id")} == {a, b}]


def _compared_articles(project: OpenProject, pair: str | Pair | Sequence[str]) -> Sequence[str]:
    if isinstance(pair, str):
        pair = project.pair(pair)
    articles = (pair.a, pair.b) if isinstance(pair, Pair) else tuple(pair)
    for article in articles:
        project.article_info(article)
    return articles


def _is_refused(
    project: OpenProject,
    sides: tuple[tuple[str, int, int], tuple[str, int, int]],
    annotator: str,
) -> bool:
    refused = refused_links(project, sides[0][0], sides[1][0], seen_by=annotator)
    return is_covered(sides, map(sides_of_suggestion, refused))
