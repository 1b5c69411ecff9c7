"""Links from another project, a tool or a script, many at a time."""

import dataclasses
from collections.abc import Iterable

from dittomark import ids
from dittomark.annotations import Link, NewPair
from dittomark.errors import UserError
from dittomark.labels import Label
from dittomark.operations import pairs as queue
from dittomark.operations.imported_records import Refuse, SourceLocation
from dittomark.operations.links import check_extents, check_link, link_name, offsets_of, ordered
from dittomark.operations.open_project import THE_NOTE, OpenProject, storable
from dittomark.store import queries
from dittomark.store.codecs import to_json
from dittomark.store.edits import Edit
from dittomark.store.rows import LINKS


def take_links(
    project: OpenProject,
    edit: Edit,
    links: Iterable[tuple[Link, SourceLocation]],
    *,
    refuse: Refuse,
    new_kinds: bool,
) -> tuple[int, int]:
    """Write links that do not exist yet; returns the numbers of written and of existing ones.

    With `new_kinds`, kinds that the scheme lacks are added to it; else such links are refused.
    """
    batch = list(links)
    if new_kinds:
        know_kinds(project, edit, {link.kind for link, _ in batch})
    existing = queries.links_there(project.store, {link.a for link, _ in batch})
    fresh: list[Link] = []
    unchanged = 0
    for given, place in batch:
        link = ordered(given)
        try:
            check_link(link, project.scheme, was=link.kind if new_kinds else None)
            check_extents(project, link)
            storable(link.note, THE_NOTE)
        except UserError as error:
            refuse(place, error.message)
            continue
        key = _identity(link)
        if key in existing:
            unchanged += 1
        else:
            existing.add(key)
            fresh.append(link)
    written, known = _put_fresh_links(project, edit, fresh)
    return written, unchanged + known


def _put_fresh_links(project: OpenProject, edit: Edit, links: list[Link]) -> tuple[int, int]:
    """Write links with new content; one with an imported id that is in use is left unchanged."""
    _queue_linked_pairs(project, edit, links)
    fresh = {link.id or link_name(link): link for link in links}
    written = known = 0
    for name, deleted in queries.known_rows(project.store, "links", list(fresh)).items():
        link = fresh.pop(name)
        if deleted:
            edit.put(LINKS, dataclasses.replace(link, id=name))
            written += 1
        elif link.id:
            known += 1
        else:
            fresh[project.new_id()] = link
    rows = [LINKS.encode(dataclasses.replace(link, id=name)) for name, link in fresh.items()]
    for row in rows:
        row["created_at"] = row["created_at"] or edit.now
    edit.add(LINKS, rows)
    return written + len(rows), known


def _queue_linked_pairs(project: OpenProject, edit: Edit, links: Iterable[Link]) -> None:
    """Add the missing pairs to the queue: otherwise nobody would see their links."""
    pairs = {ids.pair_id(link.a, link.b): (link.a, link.b) for link in links}
    known = queries.known_rows(project.store, "pairs", list(pairs))
    new = [NewPair(a, b) for name, (a, b) in pairs.items() if a != b and known.get(name, True)]
    queue.add_pair_batch(project, edit, new, queries.last_position(project.store))


def know_kinds(project: OpenProject, edit: Edit, kinds: set[str]) -> None:
    """Add the kinds of imported links to the scheme."""
    unknown = sorted(kind for kind in kinds if project.scheme.link_kind(kind) is None)
    if unknown:
        scheme = dataclasses.replace(
            project.scheme,
            links=(*project.scheme.links, *(Label(kind, directed=True) for kind in unknown)),
        )
        edit.set_meta("scheme", to_json(dataclasses.asdict(scheme)))
        project.adopt_scheme(scheme)


def _identity(link: Link) -> tuple[str, str, int, int, int, int, str, str]:
    return link.a, link.b, *offsets_of(link), link.kind, link.annotator
