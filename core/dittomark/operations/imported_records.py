"""What another project or tool wrote of articles, as `add_dataset` takes it."""

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
    """What the other project had made of an article's title, source, url, date or language."""

    article_id: str
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ImportedJudgement:
    """What one annotator says of a pair: those fields of a `Judgement` that are said."""

    annotator: str
    fields: Mapping[str, Any]
    origin: Origin
    created_at: str = ""


@dataclass(frozen=True, slots=True)
class PairWithJudgements:
    """A pair with what people said of it; directions are relative to the project's order."""

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
    """Where an annotation stands: a file, and its line from 1 (or the row of a table)."""

    path: str
    line: int | None


Located = tuple[Annotation, SourceLocation]
Refuse = Callable[[SourceLocation, Message], None]
