"""The events of a file, and which events of the project they are."""

import uuid

from dittomark.applying.fields import Line, first
from dittomark.applying.result import Applied
from dittomark.errors import NotFoundError
from dittomark.project import Project
from dittomark.records import optional, texts, typed


class FileEvents:
    """Finds or adds the event that a line speaks of.

    An event is known by the id or the title that the file gave it, then by the project's own ids,
    then by its title (and date, where the line has one).
    """

    def __init__(self, project: Project, result: Applied) -> None:
        self._project = project
        self._result = result
        self._registry = {event.id: event for event in project.events()}
        self._ids: dict[str, str] = {}  # the file's event id or title → the project's event id

    def take(self, line: Line) -> str:
        """Return the project's event for an event line; it is added if it is not there."""
        title = typed(line, "title", str).strip()
        name = typed(line, "id", str, "") or typed(line, "event_id", str, "")
        known = self._known(name, title, typed(line, "date", str, ""))
        self._result.count("events", changed=known is None)
        event_id = known or self._add(line, name, title)
        for alias in (name, title):
            self._ids.setdefault(alias, event_id)
        return event_id

    def of_membership(self, line: Line) -> str:
        """Return the event that a membership line names; one with a title may be new."""
        name = str(first(line, ("event_id", "event", "event_title", "title")))
        if name in self._ids:
            return self._ids[name]
        title = str(first(line, ("event_title", "title", "event")))
        known = self._known(name, title, typed(line, "date", str, ""))
        if known is not None:
            return known
        if not (line.get("event_title") or line.get("title")):
            raise NotFoundError("There is no event {name} in this project.", name=name)
        return self.take({"id": line.get("event_id") or "", "title": title})

    def _known(self, name: str, title: str, date: str) -> str | None:
        if name in self._ids:
            return self._ids[name]
        if name in self._registry:
            return name
        same = (event for event in self._registry.values() if event.title == title)
        return next((event.id for event in same if not date or event.date == date), None)

    def _add(self, line: Line, name: str, title: str) -> str:
        parent = optional(line, "parent", str)
        event = self._project.add_event(
            title=title,
            date=typed(line, "date", str, ""),
            place=typed(line, "place", str, ""),
            participants=texts(line, "participants"),
            aliases=texts(line, "aliases"),
            parent=None if parent is None else self._ids.get(parent, parent),
            note=typed(line, "note", str, ""),
            event_id=name if _is_uuid(name) else "",
        )
        self._registry[event.id] = event
        return event.id


def _is_uuid(name: str) -> bool:
    try:
        return str(uuid.UUID(name)) == name
    except ValueError:
        return False
