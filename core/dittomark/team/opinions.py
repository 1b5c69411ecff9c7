"""What each annotator says of each article: the ground on which they are compared."""

from collections.abc import Collection, Iterable

from dittomark.annotations import JudgedPair
from dittomark.project import Project

Mark = tuple[int, int, str]  # start, end, label
ByAnnotator = dict[str, set[Mark]]


def marks(
    project: Project, annotators: Collection[str] | None, judged: Iterable[JudgedPair]
) -> dict[str, ByAnnotator]:
    """Return the spans in each article that has any, by annotator (None: everybody's).

    Whoever marked something in an article, or finished a pair with it and marks spans at all, has
    worked on it: a finished article without a span is an opinion too, an empty one.
    """
    found: dict[str, ByAnnotator] = {}
    markers = set()
    for span in project.spans():
        if annotators is None or span.annotator in annotators:
            markers.add(span.annotator)
            by_annotator = found.setdefault(span.article_id, {})
            by_annotator.setdefault(span.annotator, set()).add((span.start, span.end, span.label))
    for row in judged:
        if row.done and row.annotator in markers:
            for article in (row.a, row.b):
                if article in found:
                    found[article].setdefault(row.annotator, set())
    return found


def events(project: Project, annotators: Collection[str] | None) -> dict[str, dict[str, set[str]]]:
    """Return the ids of the events of each article that has any, by annotator."""
    found: dict[str, dict[str, set[str]]] = {}
    for membership in project.memberships():
        if annotators is None or membership.annotator in annotators:
            by_annotator = found.setdefault(membership.article_id, {})
            by_annotator.setdefault(membership.annotator, set()).add(membership.event_id)
    return found
