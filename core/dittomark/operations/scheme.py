"""The label scheme, the name of the project and other settings stored in the file."""

import dataclasses

from dittomark.annotations import Changes
from dittomark.errors import UserError
from dittomark.labels import Label, LabelScheme, retire
from dittomark.messages import Message
from dittomark.operations.open_project import OpenProject
from dittomark.store import queries
from dittomark.store.codecs import to_json
from dittomark.store.reading import Json, from_json
from dittomark.store.rows import ENTITIES


def name(project: OpenProject) -> str:
    """Return the project's name."""
    return project.store.meta("name") or project.store.path.stem


def rename(project: OpenProject, name: str) -> Changes:
    """Rename the project."""
    with project.edit("rename") as edit:
        edit.set_meta("name", name)
    return project.last_changes


def set_scheme(project: OpenProject, scheme: LabelScheme) -> Changes:
    """Replace the label scheme; a label in use that the new one lacks is kept as retired."""
    check_scheme(scheme)
    spans_used, relations_used, links_used = queries.labels_in_use(project.store)
    scheme = dataclasses.replace(
        scheme,
        spans=(*scheme.spans, *_missing(scheme.spans, project.scheme.spans, spans_used)),
        relations=(
            *scheme.relations,
            *_missing(scheme.relations, project.scheme.relations, relations_used),
        ),
        links=(*scheme.links, *_missing(scheme.links, project.scheme.links, links_used)),
    )
    with project.edit("set_scheme") as edit:
        edit.set_meta("scheme", to_json(dataclasses.asdict(scheme)))
    return project.last_changes


def counts(project: OpenProject) -> dict[str, int]:
    """Return the number of rows of each kind (suggestions: open ones), from stored counters."""
    counters = project.store.counters()
    return {table: counters.get(table, 0) for table in ENTITIES}


def setting(project: OpenProject, key: str) -> Json:
    """Return a setting kept in the file (JSON), or None."""
    return from_json(project.store.meta(f"setting/{key}"))


def set_setting(project: OpenProject, key: str, value: object) -> Changes:
    """Store a setting in the file. The journal records it, but undo skips it."""
    with project.edit("set_setting", undoable=False) as edit:
        edit.set_meta(f"setting/{key}", to_json(value))
    return project.last_changes


def _missing(
    new: tuple[Label, ...], old: tuple[Label, ...], used: frozenset[str]
) -> tuple[Label, ...]:
    kept = {label.key for label in new}
    return tuple(retire(label) for label in old if label.key in used and label.key not in kept)


def check_scheme(scheme: LabelScheme) -> None:
    """Raise `UserError` for a label without a key, or two with the same one."""
    for what, labels in (
        (Message("span label"), scheme.spans),
        (Message("relation"), scheme.relations),
        (Message("kind of link"), scheme.links),
    ):
        keys = [label.key for label in labels]
        if not all(key.strip() for key in keys):
            raise UserError("A {what} of the scheme has no key.", what=what)
        doubles = {key for key in keys if keys.count(key) > 1}
        if doubles:
            raise UserError("The scheme has the {what} “{key}” twice.", what=what, key=min(doubles))
