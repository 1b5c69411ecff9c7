"""The state shared by all parts of an import: counts, progress, and new labels."""

import dataclasses
from dataclasses import dataclass, field
from typing import Any

from dittomark.annotations import Judgement
from dittomark.labels import Label, LabelScheme
from dittomark.operations.imported_records import Refuse
from dittomark.operations.open_project import OpenProject
from dittomark.store.codecs import to_json
from dittomark.store.edits import Edit
from dittomark.store.rows import Entity


@dataclass
class Annotating:
    """The state of the second half of `add_dataset`."""

    edit: Edit
    refuse: Refuse
    update: bool
    written: dict[str, int] = field(default_factory=dict)
    unchanged: int = 0

    def count(self, entity: Entity[Any], number: int = 1) -> None:
        """Count rows as written."""
        if number:
            self.written[entity.table] = self.written.get(entity.table, 0) + number

    def has(self, entity: Entity[Any], row_id: str) -> bool:
        """Return whether the row exists and is not deleted."""
        row = self.edit.columns(entity, row_id)
        return row is not None and row["deleted_at"] is None


def learn_scheme(project: OpenProject, edit: Edit, other: LabelScheme) -> None:
    """Add the labels and relations that this project's scheme does not have."""
    scheme = project.scheme
    spans = [label for label in other.spans if scheme.span_label(label.key) is None]
    relations = [label for label in other.relations if scheme.relation(label.key) is None]
    links = [label for label in other.links if scheme.link_kind(label.key) is None]
    if spans or relations or links:
        scheme = dataclasses.replace(
            scheme,
            spans=(*scheme.spans, *spans),
            relations=(*scheme.relations, *relations),
            links=(*scheme.links, *links),
        )
        edit.set_meta("scheme", to_json(dataclasses.asdict(scheme)))
        project.adopt_scheme(scheme)


def know_relation(project: OpenProject, edit: Edit, judgement: Judgement) -> None:
    """Add the relation of an imported judgement to the scheme."""
    if judgement.relation and project.scheme.relation(judgement.relation) is None:
        label = Label(judgement.relation, directed=judgement.direction is not None)
        learn_scheme(project, edit, LabelScheme(spans=(), relations=(label,), links=()))
