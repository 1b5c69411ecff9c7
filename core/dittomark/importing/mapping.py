"""From the columns of a table, or the keys of a JSON object, to an article.

A mapping says for each of our fields which column of theirs fills it: `{"title": "headline"}`.
`"meta.outlet"` reaches into nested objects. What no field takes is kept as metadata.
"""

import json
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from dittomark.annotations import NewArticle
from dittomark.article_fields import IMPORT_FIELDS, metadata_of
from dittomark.errors import UserError
from dittomark.importing import dates
from dittomark.importing.results import FIELDS
from dittomark.messages import Message
from dittomark.records import finite
from dittomark.store.outputs import write_output


def value_at(row: Mapping[str, Any], column: str) -> object:
    """Return a column's value; `a.b` reaches into a nested object. None when it isn't there."""
    if column in row:
        return row[column]
    value: object = row
    for part in column.split("."):
        if not isinstance(value, Mapping) or part not in value:
            return None
        value = value[part]
    return value


def guess(columns: Iterable[str], rows: Iterable[Mapping[str, Any]] = ()) -> dict[str, str]:
    """Return the likely mapping of our fields to these columns.

    Names decide; when no name says where the text is, the column with the longest values has it.
    """
    columns = list(columns)
    by_name = {_plain(column): column for column in reversed(columns)}
    mapping = {
        field: by_name[name]
        for field in FIELDS
        for name in reversed(IMPORT_FIELDS[field])
        if name in by_name
    }
    if "text" not in mapping and (longest := _longest(set(columns) - set(mapping.values()), rows)):
        mapping["text"] = longest
    return mapping


def _plain(column: str) -> str:
    plain = column.strip().lower().replace(" ", "_").replace("-", "_")
    return unicodedata.normalize("NFC", plain)  # য় and its like are written in two ways


def _longest(columns: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> str:
    lengths = dict.fromkeys(sorted(columns), 0)
    for row in rows:
        for column in lengths:
            value = row.get(column)
            lengths[column] += len(value) if isinstance(value, str) else 0
    best = max(lengths, key=lambda column: lengths[column], default="")
    return best if best and lengths[best] > 0 else ""


def own_keys(row: Mapping[str, Any]) -> set[str]:
    """Return the keys by which a row of another tool's file says that it was exported by us.

    They say nothing of the article: its id is made of its text and identity again.
    """
    ours = "article_id" in row and {"external_id", "title", "url", "language"} <= row.keys()
    return {"article_id", "decisions"} & row.keys() if ours else set()


def article_from(
    row: Mapping[str, Any], mapping: Mapping[str, str], *, encoding: str
) -> NewArticle | Message:
    """Return the article in a row, or a sentence why there is none."""
    text = value_at(row, mapping["text"]) if "text" in mapping else None
    if text is None:
        wanted = mapping.get("text")
        if wanted:
            return Message("It has no “{column}”.", column=wanted)
        return Message("Which part is the text can't be told.")
    if not isinstance(text, str):
        return Message("Its “{column}” is not text.", column=mapping["text"])
    if not text.strip():
        return Message("Its text is empty.")
    fields: dict[str, Any] = {
        field: as_text(value_at(row, column))
        for field, column in mapping.items()
        if field not in {"text", "date"}
    }
    taken = {column.split(".")[0] for column in mapping.values()}
    metadata = {key: value for key, value in row.items() if key not in taken and value != ""}
    given = as_text(value_at(row, mapping["date"])) if "date" in mapping else ""
    date = dates.parse_date(given)
    if given and not date:
        metadata["date_as_given"] = given
    return NewArticle(
        text=text,
        external_id=fields.get("external_id", ""),
        **{**metadata_of(fields), "date": date},
        encoding=encoding,
        metadata=finite(metadata),
    )


def as_text(value: object) -> str:
    """Return a cell's value as one line of text."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def check(mapping: Mapping[str, str]) -> None:
    """Raise UserError for a mapping whose left sides are not fields of an article."""
    if unknown := sorted(set(mapping) - set(FIELDS)):
        raise UserError(
            "“{name}” is not a field of an article. The fields are: {fields}.",
            name=unknown[0],
            fields=", ".join(FIELDS),
        )


def save(mapping: Mapping[str, str], path: Path, *, inputs: Iterable[Path] = ()) -> None:
    """Write a mapping as JSON, to be used again for files of the same kind. Raises UserError.

    None of the `inputs` is written over, nor a project.
    """
    check(mapping)
    text = json.dumps(dict(mapping), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    write_output(path, text, inputs=inputs)


def load(path: Path) -> dict[str, str]:
    """Read a saved mapping. Raises UserError when the file is not one."""
    try:
        value = json.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise UserError("There is no mapping file {path}.", path=path) from error
    except (OSError, ValueError) as error:
        raise UserError("{path} is not a saved mapping.", path=path) from error
    if not isinstance(value, dict) or not all(isinstance(v, str) for v in value.values()):
        raise UserError("{path} is not a saved mapping.", path=path)
    check(value)
    return value
