"""Annotations from another project or tool, as accepted by `add_dataset`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from dittomark.annotations import (
    Decision,
    Event,
    EventMembership,
    Link,
    NewPair,
    Origin,
    Span,
    Suggestion,
)
from dittomark.labels import LabelScheme
from dittomark.messages import Message


@dataclass(frozen=True, slots=True)
class EditedMetadata:
    """The edits of the other project to an article's metadata."""

    article_id: str
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ImportedJudgement:
    """One annotator's judgement of a pair: the fields of a `Judgement` that are given."""

    annotator: str
    fields: Mapping[str, Any]
    origin: Origin
    created_at: str = ""


@dataclass(frozen=True, slots=True)
class PairWithJudgements:
    """A pair with its judgements; directions are relative to the project's order."""

    pair: NewPair
    judgements: tuple[ImportedJudgement, ...] = ()


Annotation = (
    EditedMetadata
    | LabelScheme
    | Event
    | Span
    | Link
    | PairWithJudgements
    | EventMembership
    | Decision
    | Suggestion
)


@dataclass(frozen=True, slots=True)
class SourceLocation:
    """The location of an annotation: a file, and its line from 1 (or the row of a table)."""

    path: str
    line: int | None


Located = tuple[Annotation, SourceLocation]
Refuse = Callable[[SourceLocation, Message], None]
