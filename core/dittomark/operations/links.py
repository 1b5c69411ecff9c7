"""Links: corresponding spans of two articles or of one, as annotated."""

import dataclasses
from collections.abc import Iterable, Mapping
from sqlite3 import IntegrityError
from typing import Any

from dittomark import ids
from dittomark.annotations import HUMAN, TURNED, Changes, Direction, Link, Origin
from dittomark.errors import InvalidAnnotationError
from dittomark.labels import LabelScheme
from dittomark.messages import Message
from dittomark.operations import sight
from dittomark.operations.open_project import (
    KEEP,
    THE_NOTE,
    Keep,
    OpenProject,
    named,
    not_found,
    storable,
)
from dittomark.store import queries
from dittomark.store.edits import Edit
from dittomark.store.queries import TextExtent
from dittomark.store.rows import LINKS, Columns


def add_link(
    project: OpenProject,
    a: str,
    b: str,
    *,
    a_start: int,
    a_end: int,
    b_start: int,
    b_end: int,
    kind: str,
    annotator: str,
    direction: Direction | None = None,
    note: str = "",
    origin: Origin = HUMAN,
) -> Link:
    """Add a link: `[a_start, a_end)` of article `a` and `[b_start, b_end)` of `b` correspond.

    `a` and `b` may be one article, and be given in any order: the returned link has its sides in
    the order of `Link`, and a direction to match. An annotator links the same spans with the same
    kind once: a repeated call returns the existing link. Raises `NotFoundError` for an unknown
    article, `InvalidAnnotationError` for offsets outside a text, a span linked to itself, or a kind
    or direction that can't be chosen.
    """
    who = named(annotator)
    wanted = ordered(
        Link(
            "", a, a_start, a_end, b, b_start, b_end, kind, who, direction,
            storable(note, THE_NOTE), origin,
        )
    )  # fmt: skip
    with project.edit("add_link", annotator=who) as edit:
        return add_checked_link(project, edit, wanted)


def edit_link(
    project: OpenProject,
    link_id: str,
    *,
    a_start: int | None = None,
    a_end: int | None = None,
    b_start: int | None = None,
    b_end: int | None = None,
    kind: str | None = None,
    direction: Direction | Keep | None = KEEP,
    note: str | None = None,
    annotator: str | None = None,
) -> Changes:
    """Change the given fields of a link; the history names `annotator`, else the link's own.

    Offsets and direction are those of the link's own `a` and `b`. A link that came from a suggester
    and gets other offsets is marked in its origin (`moved`).
    """
    with project.edit("edit_link") as edit:
        before = _living_link(edit, link_id)
        old = LINKS.decode(before)
        project.sign(edit, annotator or old.annotator)
        new = dataclasses.replace(
            old,
            a_start=old.a_start if a_start is None else a_start,
            a_end=old.a_end if a_end is None else a_end,
            b_start=old.b_start if b_start is None else b_start,
            b_end=old.b_end if b_end is None else b_end,
            kind=old.kind if kind is None else kind,
            direction=old.direction if direction is KEEP else direction,
            note=old.note if note is None else storable(note, THE_NOTE),
        )
        if offsets_of(new) != offsets_of(old):
            new = ordered(new)
            if old.origin.by != HUMAN.by:
                new = dataclasses.replace(new, origin=dataclasses.replace(old.origin, moved=True))
            check_extents(project, new)
        check_link(new, project.scheme, was=old.kind)
        edit.put_over(LINKS, before, new)
    return project.last_changes


def delete_link(project: OpenProject, link_id: str, *, annotator: str | None = None) -> Changes:
    """Delete a link."""
    return delete_links(project, (link_id,), annotator=annotator)


def delete_links(
    project: OpenProject, link_ids: Iterable[str], *, annotator: str | None = None
) -> Changes:
    """Delete several links as one step."""
    with project.edit("delete_link", annotator=annotator) as edit:
        for place, link_id in enumerate(dict.fromkeys(link_ids)):
            columns = _living_link(edit, link_id)
            if place == 0:
                project.sign(edit, annotator or columns["annotator"])
            edit.bury(LINKS, columns)
    return project.last_changes


def links(
    project: OpenProject,
    a: str | None = None,
    b: str | None = None,
    *,
    annotator: str | None = None,
    kind: str | None = None,
    seen_by: str | None = None,
) -> list[Link]:
    """Return links in reading order, filtered by the given values.

    `a` alone: those that have a side in this article; `a` and `b`, in either order: those between
    two (the same twice: within one). With `seen_by` only those visible to this annotator
    (`dittomark.operations.sight`).
    """
    if a is not None and b is not None:
        found = queries.links_of(project.store, min(a, b), max(a, b), annotator=annotator)
    elif (only := a if a is not None else b) is not None:
        found = queries.links_at(project.store, only, annotator=annotator)
    else:
        found = project.store.select(LINKS, annotator=annotator)
    if kind is not None:
        found = [link for link in found if link.kind == kind]
    found = sight.seen(
        project, "links", found, seen_by, of=lambda link: ids.pair_id(link.a, link.b)
    )
    return sorted(found, key=lambda link: (link.a, link.b, *offsets_of(link), link.id))


def link(project: OpenProject, link_id: str) -> Link:
    """Return one link; raises `NotFoundError`."""
    return project.found(LINKS, link_id, Message("link"))


# --- one link -------------------------------------------------------------------------------


def add_checked_link(project: OpenProject, edit: Edit, wanted: Link) -> Link:
    """Write an ordered link unless an equal one exists; raises as `add_link`."""
    check_link(wanted, project.scheme)
    check_extents(project, wanted)
    existing = queries.same_link(project.store, wanted)
    return _put_link(project, edit, wanted) if existing is None else existing


def _put_link(project: OpenProject, edit: Edit, link: Link) -> Link:
    """Write a new link; its id is derived from its content unless that id is taken."""
    try:
        return edit.put_new(LINKS, link, row_id=link_name(link))
    except IntegrityError:
        return edit.put_new(LINKS, link, row_id=project.new_id())


def _living_link(edit: Edit, link_id: str) -> Columns:
    columns = edit.columns(LINKS, link_id)
    if columns is None or columns["deleted_at"] is not None:
        raise not_found(Message("link"), link_id)
    return columns


def check_extents(project: OpenProject, link: Link) -> None:
    """Raise unless both spans are inside their articles' texts."""
    for article, start, end in sides_of(link):
        extent = queries.text_extent(project.store, article)
        if extent is None:
            raise not_found(Message("article"), article)
        check_extent(extent, start, end)


def check_extent(extent: TextExtent, start: int, end: int) -> None:
    """Raise `InvalidAnnotationError` unless a span is inside the text of this extent."""
    if not 0 <= start < end <= extent.length:
        raise InvalidAnnotationError(
            "A link must lie inside its texts: {start}–{end} does not fit “{title}” of "
            "{length} characters.",
            start=start,
            end=end,
            title=extent.title or extent.id,
            length=extent.length,
        )


def ordered(link: Link) -> Link:
    """Return the link with its sides in the canonical order."""
    first, second = sides_of(link)
    if first <= second:
        return link
    return turned(link)


def turned(link: Link) -> Link:
    """Return the link with `a` and `b` exchanged, and the direction reversed."""
    return dataclasses.replace(
        link,
        a=link.b,
        a_start=link.b_start,
        a_end=link.b_end,
        b=link.a,
        b_start=link.a_start,
        b_end=link.a_end,
        direction=None if link.direction is None else TURNED.get(link.direction, link.direction),
    )


def sides_of(link: Link) -> tuple[tuple[str, int, int], tuple[str, int, int]]:
    """Return the two spans as `(article, start, end)`."""
    return (link.a, link.a_start, link.a_end), (link.b, link.b_start, link.b_end)


def offsets_of(link: Link) -> tuple[int, int, int, int]:
    """Return `(a_start, a_end, b_start, b_end)`."""
    return link.a_start, link.a_end, link.b_start, link.b_end


def link_name(link: Link) -> str:
    """Return the id derived from the content of a link."""
    return ids.link_id(*sides_of(link), kind=link.kind, annotator=link.annotator)


def settled_links(content: Mapping[str, Any], annotator: str) -> list[Link]:
    """Return the links of a decision, as the annotator's.

    Raises `InvalidAnnotationError` for content that is not a decision's.
    """
    a, b, rows = content.get("a"), content.get("b"), content.get("links")
    if not isinstance(a, str) or not isinstance(b, str) or not isinstance(rows, list):
        raise InvalidAnnotationError("A decision on links needs “a”, “b” and “links”.")
    links = []
    for row in rows:
        if not isinstance(row, list) or [type(part) for part in row[:5]] != [int] * 4 + [str]:
            raise InvalidAnnotationError(
                "“links” is not a list of [a_start, a_end, b_start, b_end, kind, direction]."
            )
        a_start, a_end, b_start, b_end, kind, *more = row
        direction = more[0] if more else None
        links.append(
            ordered(Link("", a, a_start, a_end, b, b_start, b_end, kind, annotator, direction))
        )
    return links


def check_link(link: Link, scheme: LabelScheme, *, was: str | None = None) -> None:
    """Raise `InvalidAnnotationError` for a link to itself, or an unknown kind or direction.

    `was` is the link's present kind, which it may keep even if it is retired. The offsets are
    checked elsewhere.
    """
    first, second = sides_of(link)
    if first == second:
        raise InvalidAnnotationError("A link needs two different stretches.")
    if link.direction not in (None, *TURNED):
        raise InvalidAnnotationError(
            "“{direction}” is not a direction: a_to_b or b_to_a.", direction=str(link.direction)
        )
    label = scheme.link_kind(link.kind)
    if label is None or (label.retired and link.kind != was):
        raise InvalidAnnotationError(
            "“{kind}” is not a kind of link of this project.", kind=link.kind
        )
