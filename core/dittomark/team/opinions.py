"""Each annotator's annotations of each article: the basis of comparisons between annotators."""

from collections.abc import Collection, Iterable

from dittomark.annotations import JudgedPair
from dittomark.operations.links import offsets_of
from dittomark.project import Project

Mark = tuple[int, int, str]  # start, end, label
ByAnnotator = dict[str, set[Mark]]
LinkMark = tuple[int, int, int, int, str, str]  # offsets for `a` and `b`, kind, direction or ""


def marks(
    project: Project, annotators: Collection[str] | None, judged: Iterable[JudgedPair]
) -> dict[str, ByAnnotator]:
    """Return the spans in each article that has any, by annotator (None: everybody's).

    Whoever marked a span in an article, or finished a pair with it and marks spans at all, counts
    as having worked on it: a finished article without a span is an opinion too, an empty one.
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


def links(
    project: Project, annotators: Collection[str] | None, judged: Iterable[JudgedPair]
) -> dict[tuple[str, str], dict[str, set[LinkMark]]]:
    """Return the links between any two articles that have any, by annotator (None: everybody's).

    As with spans: whoever finished the pair and makes links at all has an opinion on it.
    """
    found: dict[tuple[str, str], dict[str, set[LinkMark]]] = {}
    makers = set()
    for link in project.links():
        if annotators is None or link.annotator in annotators:
            makers.add(link.annotator)
            by_annotator = found.setdefault((link.a, link.b), {})
            by_annotator.setdefault(link.annotator, set()).add(
                (*offsets_of(link), link.kind, link.direction or "")
            )
    for row in judged:
        if row.done and row.annotator in makers and (row.a, row.b) in found:
            found[row.a, row.b].setdefault(row.annotator, set())
    return found


def events(project: Project, annotators: Collection[str] | None) -> dict[str, dict[str, set[str]]]:
    """Return the ids of the events of each article that has any, by annotator."""
    found: dict[str, dict[str, set[str]]] = {}
    for membership in project.memberships():
        if annotators is None or membership.annotator in annotators:
            by_annotator = found.setdefault(membership.article_id, {})
            by_annotator.setdefault(membership.annotator, set()).add(membership.event_id)
    return found
