"""Groups the event suggestions of several articles by event."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dittomark.annotations import ArticleInfo, Event, Suggestion

if TYPE_CHECKING:
    from dittomark.project import Project


@dataclass(frozen=True, slots=True)
class SuggestedEvent:
    """A suggested event (existing or new), with the ids of its suggestions by article.

    `event_id` is None for an event that is not in the registry yet.
    """

    event: Event
    event_id: str | None
    ids: dict[str, str]

    def accept(
        self, project: "Project", article_ids: Collection[str], *, annotator: str
    ) -> str | None:
        """Accept the suggestions of these articles; return the event's id, or None without any."""
        wanted = [suggestion for article, suggestion in self.ids.items() if article in article_ids]
        if not wanted:
            return self.event_id
        project.accept_suggestions(wanted, annotator=annotator)
        if self.event_id is not None:
            return self.event_id
        from dittomark import ids

        return ids.event_id(self.event.title, self.event.date, self.event.place)


def suggested_events(
    project: "Project", articles: Iterable[ArticleInfo], annotator: str
) -> list[SuggestedEvent]:
    """Return the events suggested to an annotator, those of most articles first."""
    from dittomark.operations.suggestions import new_event

    known = {event.id: event for event in project.events()}
    grouped: dict[tuple[str, str, str], dict[str, Suggestion]] = defaultdict(dict)
    events: dict[tuple[str, str, str], Event] = {}
    for info in articles:
        for item in project.suggestions(article_id=info.id, kind="event", open_for=annotator):
            event = known.get(item.event_id or "") or new_event(item.payload)
            key = (event.title, event.date, event.place)
            events[key] = event
            grouped[key].setdefault(info.id, item)
    found = [
        SuggestedEvent(
            events[key],
            events[key].id or None,
            {article: item.id for article, item in each.items()},
        )
        for key, each in grouped.items()
    ]
    return sorted(found, key=lambda each: -len(each.ids))
