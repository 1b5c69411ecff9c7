"""Records of anybody's annotations, attributed to one annotator."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dittomark.annotations import NewArticle
from dittomark.errors import InvalidAnnotationError, UnreadableFileError
from dittomark.importing.resolver import says_something
from dittomark.importing.results import Failure, Item, ReadRecord
from dittomark.records.json_objects import objects

Fields = Mapping[str, Any]


def annotations_of(annotator: str, items: Iterable[Item]) -> Iterator[Item]:
    """Yield the annotations of all records as the annotator's; the articles are left out.

    Raises `UnreadableFileError` for a file that can't be read at all.
    """
    for item in items:
        match item:
            case Failure(line=None):
                raise UnreadableFileError(item.located_message)
            case ReadRecord():
                try:
                    yield ReadRecord(item.path, item.line, _fields_of(annotator, item.fields))
                except InvalidAnnotationError as error:
                    yield Failure(item.path, error.message, item.line)
            case Failure():
                yield item
            case NewArticle():
                pass


def _fields_of(annotator: str, fields: Fields) -> Fields:
    match fields["type"]:
        case "span" | "membership" | "link":
            return _signed(annotator, fields)
        case "article":
            return {
                "type": "article",
                **{name: fields.get(name) for name in ("id", "external_id", "sha256")},
                "spans": [_signed(annotator, span) for span in fields["spans"]],
                "events": [_signed(annotator, label) for label in fields["events"]],
            }
        case "pair":
            attributed = _signed(annotator, _judgement_in_pair(annotator, fields))
            sides = {
                f"{side}{end}": fields.get(f"{side}{end}")
                for side in ("a", "b")
                for end in ("", "_external_id", "_sha256")
            }
            return {
                "type": "pair", "pair_id": fields.get("pair_id"), **sides, "judgements": [attributed]
            }  # fmt: skip
        case "event" | "suggestion":
            return fields
        case other:
            raise InvalidAnnotationError("“{other}” is not a type of annotation.", other=other)


def _signed(annotator: str, fields: Fields) -> dict[str, Any]:
    """Return an annotation with this annotator; its id and time are another's and left out."""
    return {**fields, "annotator": annotator, "id": None, "created_at": None}


def _judgement_in_pair(annotator: str, fields: Fields) -> Fields:
    """Return the annotator's judgement from an exported pair, and any other record unchanged."""
    if says_something(fields):
        return fields
    judgements = objects(fields, "judgements")
    own = [judgement for judgement in judgements if judgement.get("annotator") == annotator]
    if len(own or judgements) != 1:
        raise InvalidAnnotationError("The line says no relation of the pair.")
    return (own or judgements)[0]
