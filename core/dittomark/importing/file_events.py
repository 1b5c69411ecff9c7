"""The events in a file, matched to the events of the project."""

import dataclasses
import uuid
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dittomark import ids
from dittomark.annotations import Event
from dittomark.errors import NotFoundError
from dittomark.importing.results import ReadRecord
from dittomark.records.json_objects import optional, text_in, texts, typed

Fields = Mapping[str, Any]


class FileEvents:
    """Finds the event of the project, or creates the new one, for a record.

    An event is identified by its id in the file, by its id in the project, then by its title (and
    its date, if the record has one). An id that is a UUID identifies the same event in all
    projects, so its event is not searched by title, unless `by_title` is set.
    """

    def __init__(self, registry: Iterable[Event], *, by_title: bool) -> None:
        self._registry = {event.id: event for event in registry}
        self._by_title = by_title
        self._ids: dict[str, str] = {}  # the file's id or title of an event → the project's id

    def event(self, fields: Fields) -> Event:
        """Return the event of a record, with the id that it has, or gets, in the project.

        Raises `InvalidAnnotationError` for fields that are missing or of another type.
        """
        parent = optional(fields, "parent", str)
        event = Event(
            "",
            typed(fields, "title", str).strip(),
            date=typed(fields, "date", str, ""),
            place=typed(fields, "place", str, ""),
            participants=texts(fields, "participants"),
            aliases=texts(fields, "aliases"),
            parent=self._ids.get(parent, parent) if parent else None,
            note=typed(fields, "note", str, ""),
            created_at=text_in(fields, "created_at"),
        )
        name = text_in(fields, "id")
        known = self.find(name, event.title, event.date)
        new = ids.event_id(event.title, event.date, event.place)
        event = dataclasses.replace(event, id=known or uuid_of(name) or new)
        self._registry.setdefault(event.id, event)
        for alias in filter(None, (name, event.title)):  # an empty string identifies no event
            self._ids.setdefault(alias, event.id)
        return event

    def find(self, name: str, title: str, date: str = "") -> str | None:
        """Return the id of the project's event for a record's id, title and date, or None."""
        if name and name in self._ids:
            return self._ids[name]
        if name in self._registry:
            return name
        if uuid_of(name) and not self._by_title:
            return None
        same = (event for event in self._registry.values() if event.title == title)
        return next((event.id for event in same if not date or event.date == date), None)

    def of_membership(self, fields: Fields) -> str:
        """Return the id of the event that an event label names; raises `NotFoundError`."""
        name, title = text_in(fields, "event_id"), text_in(fields, "title")
        found = self.find(name or title, title or name)
        if found is None:
            raise NotFoundError("There is no event {name} in this project.", name=name or title)
        return found


def parents_first(records: Iterable[ReadRecord]) -> Iterator[ReadRecord]:
    """Yield records of events in an order where each follows its parent."""
    named: dict[str, ReadRecord] = {}
    given = list(records)
    for record in given:
        for name in ("title", "id"):
            if text := text_in(record.fields, name):
                named.setdefault(text, record)
    placed: set[int] = set()
    for record in given:
        above: list[ReadRecord] = []
        next_: ReadRecord | None = record
        while next_ is not None and id(next_) not in placed:
            placed.add(id(next_))
            above.append(next_)
            next_ = named.get(text_in(next_.fields, "parent"))
        yield from reversed(above)


def uuid_of(name: object) -> str:
    """Return an id that is valid in every project (a UUID), or `` for another."""
    try:
        return str(uuid.UUID(name)) if isinstance(name, str) else ""
    except ValueError:
        return ""
