"""Builds the chips of the label panel: events of the shown articles, and shared terms."""

from collections.abc import Iterable, Sequence

from dittomark.annotations import Article, Event, EventMembership, Suggestion
from dittomark.compare.comparison import Comparison, SharedTerm
from dittomark.project import Project
from dittomark_gui.i18n import day, translate
from dittomark_gui.panels.label_panel import EventChip, TermChip
from dittomark_gui.words import event_text


def attached_events(
    project: Project, articles: Sequence[Article], annotator: str
) -> Iterable[EventChip]:
    """Yield a chip for each event attached to the shown articles, with its annotators."""
    events = {event.id: event for event in project.events()}
    groups: dict[str, list[tuple[int, EventMembership]]] = {}
    for pane, article in enumerate(articles):
        for membership in project.memberships(article_id=article.id, seen_by=annotator):
            groups.setdefault(membership.event_id, []).append((pane, membership))
    for event_id, memberships in groups.items():
        event = events.get(event_id)
        if event is None:
            continue
        text = event_text(event)
        panes = sorted({pane for pane, _ in memberships})
        if len(panes) < len(articles):
            text = f"{_side(panes)} {text}"
        mine = [item for item in memberships if item[1].annotator == annotator]
        if not mine:
            text += f" ({', '.join(sorted({item.annotator for _, item in memberships}))})"
        ids = " ".join(membership.id for _, membership in mine or memberships)
        yield EventChip(ids, text, mine=bool(mine))


def suggested_events(
    project: Project, articles: Sequence[Article], annotator: str
) -> Iterable[EventChip]:
    """Yield a chip for each event suggested to an annotator for the shown articles."""
    events = {event.id: event for event in project.events()}
    for pane, article in enumerate(articles):
        for item in project.suggestions(article_id=article.id, kind="event", open_for=annotator):
            text = _suggested_text(item, events)
            if len(articles) > 1:
                text = f"{_side([pane])} {text}"
            yield EventChip(item.id, text, suggested=True)


def term_chips(comparison: Comparison) -> Iterable[TermChip]:
    """Yield a chip for each rare term that the first two articles share outside passages."""
    for term in comparison.shared_terms:
        place = _outside_passages(term, comparison)
        if place is not None:
            text = f"{term.term} ≈ {term.variant}" if term.variant else term.term
            yield TermChip(text, (0, *place))


def _outside_passages(term: SharedTerm, comparison: Comparison) -> tuple[int, int] | None:
    """Return an occurrence of a shared term in the first article outside all passages, or None.

    Terms inside a passage are visible there already.
    """
    if term.articles != (0, 1):
        return None
    taken = [
        (passage.a.start, passage.a.end)
        for passage in comparison.passages
        if not passage.weak and passage.a.article == 0
    ]
    for start, end in term.a:
        if not any(first <= start and end <= last for first, last in taken):
            return start, end
    return None


def _suggested_text(item: Suggestion, events: dict[str, Event]) -> str:
    known = events.get(item.event_id or "")
    if known is not None:
        return event_text(known)
    title = str(item.payload.get("title", "")) or translate("Presenter", "New event")
    date = str(item.payload.get("date", ""))
    return f"{title} · {day(date)}" if date else title


def _side(panes: list[int]) -> str:
    """Return the numbers of panes as circled digits."""
    return "".join("①②③④"[pane] for pane in panes)
