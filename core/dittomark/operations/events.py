"""The event registry, and the articles that report each event."""

import dataclasses
from collections.abc import Iterable

from dittomark import ids
from dittomark.annotations import HUMAN, Changes, Event, EventMembership, Origin
from dittomark.errors import InvalidAnnotationError, NotFoundError
from dittomark.messages import Message
from dittomark.operations import sight
from dittomark.operations.open_project import KEEP, THE_NOTE, Keep, OpenProject, named, storable
from dittomark.store.edits import Edit
from dittomark.store.rows import EVENTS, MEMBERSHIPS


def add_event(
    project: OpenProject,
    *,
    title: str,
    date: str = "",
    place: str = "",
    participants: Iterable[str] = (),
    aliases: Iterable[str] = (),
    parent: str | None = None,
    note: str = "",
    annotator: str | None = None,
    event_id: str = "",
) -> Event:
    """Add an event to the registry; raises `InvalidAnnotationError` without a title.

    `event_id` is its UUID in another project; the registry must not contain that id yet.
    """
    event = Event(
        event_id, title.strip(), date, place, tuple(participants), tuple(aliases), parent, note
    )
    with project.edit("add_event", annotator=annotator) as edit:
        return put_event(project, edit, event)


def edit_event(
    project: OpenProject,
    event_id: str,
    *,
    title: str | None = None,
    date: str | None = None,
    place: str | None = None,
    participants: Iterable[str] | None = None,
    aliases: Iterable[str] | None = None,
    parent: str | Keep | None = KEEP,
    note: str | None = None,
    annotator: str | None = None,
) -> Changes:
    """Change the given fields; raises `InvalidAnnotationError` for a loop of parents."""
    old = project.event(event_id)
    new = dataclasses.replace(
        old,
        title=old.title if title is None else title.strip(),
        date=old.date if date is None else date,
        place=old.place if place is None else place,
        participants=old.participants if participants is None else tuple(participants),
        aliases=old.aliases if aliases is None else tuple(aliases),
        parent=old.parent if parent is KEEP else parent,
        note=old.note if note is None else note,
    )
    check_event(project, new)
    with project.edit("edit_event", annotator=annotator) as edit:
        edit.put(EVENTS, new)
    return project.last_changes


def delete_event(project: OpenProject, event_id: str, *, annotator: str | None = None) -> Changes:
    """Delete an event; its articles lose it, its children get its parent."""
    event = project.event(event_id)
    with project.edit("delete_event", annotator=annotator) as edit:
        for membership in project.store.select(MEMBERSHIPS, event_id=event_id):
            edit.delete(MEMBERSHIPS, membership.id)
        _move_children(project, edit, event_id, event.parent)
        edit.delete(EVENTS, event_id)
    return project.last_changes


def merge_events(
    project: OpenProject, keep: str, gone: str, *, annotator: str | None = None
) -> Changes:
    """Merge two entries: `gone`'s articles, names and children move to `keep`.

    Raises `NotFoundError` for an unknown event, `InvalidAnnotationError` for the same one twice.
    """
    kept, merged = project.event(keep), project.event(gone)
    if keep == gone:
        raise InvalidAnnotationError("An event can't be merged with itself.")
    names = dict.fromkeys((*kept.aliases, merged.title, *merged.aliases))
    names.pop(kept.title, None)
    with project.edit("merge_events", annotator=annotator) as edit:
        for membership in project.store.select(MEMBERSHIPS, event_id=gone):
            edit.delete(MEMBERSHIPS, membership.id)
            put_membership(edit, dataclasses.replace(membership, event_id=keep))
        _move_children(project, edit, gone, None if merged.parent == keep else keep, but=keep)
        edit.put(
            EVENTS,
            dataclasses.replace(
                kept,
                aliases=tuple(names),
                participants=tuple(dict.fromkeys((*kept.participants, *merged.participants))),
                date=kept.date or merged.date,
                place=kept.place or merged.place,
                note="\n".join(note for note in (kept.note, merged.note) if note),
                parent=merged.parent if kept.parent == gone else kept.parent,
            ),
        )
        edit.delete(EVENTS, gone)
    return project.last_changes


def events(project: OpenProject) -> list[Event]:
    """Return the registry, in the order of adding."""
    return project.store.select(EVENTS)


def event_named(project: OpenProject, name: str) -> str:
    """Return the id of the event with this id or title.

    Raises `NotFoundError` if there is none, `InvalidAnnotationError` if there are several.
    """
    registry = events(project)
    if any(event.id == name for event in registry):
        return name
    found = [event.id for event in registry if event.title == name]
    if not found:
        raise NotFoundError("There is no event {name} in this project.", name=name)
    if len(found) > 1:
        raise InvalidAnnotationError(
            "{count} events are called {name}: name the one by its id.",
            count=len(found),
            name=name,
        )
    return found[0]


def label_event(
    project: OpenProject,
    article_id: str,
    event_id: str,
    *,
    annotator: str,
    note: str = "",
    origin: Origin = HUMAN,
) -> EventMembership:
    """Record that the article reports the event; a repeated call changes at most the note."""
    project.article_info(article_id)
    project.event(event_id)
    who = named(annotator)
    with project.edit("label_event", annotator=who) as edit:
        return put_membership(
            edit,
            EventMembership("", article_id, event_id, who, storable(note, THE_NOTE), origin),
        )


def unlabel_event(
    project: OpenProject, membership_id: str, *, annotator: str | None = None
) -> Changes:
    """Remove an event label from an article."""
    membership = project.found(MEMBERSHIPS, membership_id, Message("event label"))
    with project.edit("unlabel_event", annotator=annotator or membership.annotator) as edit:
        edit.delete(MEMBERSHIPS, membership_id)
    return project.last_changes


def memberships(
    project: OpenProject,
    article_id: str | None = None,
    event_id: str | None = None,
    *,
    annotator: str | None = None,
    seen_by: str | None = None,
) -> list[EventMembership]:
    """Return the event labels: which article reports which event, by which annotator.

    With `seen_by` only those visible to this annotator (`dittomark.operations.sight`).
    """
    found = project.store.select(
        MEMBERSHIPS, article_id=article_id, event_id=event_id, annotator=annotator
    )
    return sight.seen(project, "events", found, seen_by, of=lambda one: one.article_id)


def put_event(project: OpenProject, edit: Edit, event: Event) -> Event:
    """Write a new event; its id is derived from its content unless that id is taken."""
    check_event(project, event)
    name = event.id or ids.event_id(event.title, event.date, event.place)
    if edit.columns(EVENTS, name) is not None:
        name = project.new_id()
    return edit.put_new(EVENTS, event, row_id=name)


def put_membership(edit: Edit, membership: EventMembership) -> EventMembership:
    """Write a membership, under the id derived from its content."""
    name = ids.membership_id(membership.article_id, membership.event_id, membership.annotator)
    return edit.put(MEMBERSHIPS, dataclasses.replace(membership, id=name))


def _move_children(
    project: OpenProject, edit: Edit, event_id: str, parent: str | None, *, but: str | None = None
) -> None:
    for child in project.store.select(EVENTS, parent=event_id):
        if child.id != but:
            edit.put(EVENTS, dataclasses.replace(child, parent=parent))


def check_event(project: OpenProject, event: Event) -> None:
    """Raise `InvalidAnnotationError` without a title, or for a loop of parents."""
    if not event.title:
        raise InvalidAnnotationError("An event needs a title.")
    for text in (event.title, event.place, event.note, *event.participants, *event.aliases):
        storable(text, Message("The event"))
    above, seen = event.parent, set[str]()
    while above is not None:
        if above == event.id or above in seen:  # a damaged file can contain a loop
            raise InvalidAnnotationError("An event can't be part of itself.")
        seen.add(above)
        above = project.event(above).parent
