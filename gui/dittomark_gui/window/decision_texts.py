"""The text about adjudicated decisions for the shown articles, for their annotators."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dittomark.annotations import Article, Decision, Pair
from dittomark.project import Project
from dittomark_gui.i18n import translate
from dittomark_gui.words import relation_name

if TYPE_CHECKING:
    from dittomark.annotations import DecisionKind


def decision_text(project: Project, pair: Pair | None, articles: Sequence[Article]) -> str:
    """Return a line for each decision about a pair and its articles; empty if there is none."""
    return "\n".join(_line(project, found) for found in _decisions(project, pair, articles))


def _decisions(
    project: Project, pair: Pair | None, articles: Sequence[Article]
) -> Iterator[Decision]:
    asked: list[tuple[DecisionKind, str]] = []
    if pair is not None:
        asked += [("relation", pair.id), ("links", pair.id)]
    for article in articles:
        asked += [("spans", article.id), ("events", article.id)]
    for kind, target in asked:
        found = project.decision(kind, target)
        if found is not None:
            yield found


def _line(project: Project, found: Decision) -> str:
    match found.kind:
        case "relation":
            relation = str(found.content.get("relation") or "")
            words = translate("Settled", "{who} settled: {relation}").format(
                who=found.annotator, relation=relation_name(project.scheme, relation)
            )
        case "links":
            words = translate("Settled", "{who} settled the links").format(who=found.annotator)
        case "spans":
            words = translate("Settled", "{who} settled the spans of “{title}”").format(
                who=found.annotator, title=project.article_info(found.target).title
            )
        case "events":
            words = translate("Settled", "{who} settled the events of “{title}”").format(
                who=found.annotator, title=project.article_info(found.target).title
            )
    return f"{words} – {found.note}" if found.note else words
