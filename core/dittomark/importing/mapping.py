"""From the columns of a table, or the keys of a JSON object, to an article.

A mapping gives for each of our fields the column that fills it: `{"title": "headline"}`.
`"meta.outlet"` refers to a nested object. Columns without a field are kept as metadata.
"""

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from dittomark.annotations import NewArticle
from dittomark.article_fields import IMPORT_FIELDS, metadata_of
from dittomark.errors import UserError, read_small
from dittomark.importing import date_order, dates, language, markup
from dittomark.importing.plain_values import plain
from dittomark.importing.record_shapes import represented, text_in, words_of
from dittomark.importing.results import FIELDS
from dittomark.messages import Message
from dittomark.store.outputs import write_output


def value_at(row: Mapping[str, Any], column: str) -> object:
    """Return a column's value; `a.b` refers to a nested object. None if it is missing."""
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

    Names decide; if no name denotes the text, the column with the longest values is taken for it.
    """
    columns = list(columns)
    by_name = {plain_name(column): column for column in reversed(columns)}
    if by_name.keys() >= OF_ANNOTATIONS:  # Label Studio's times are those of the annotation
        by_name.pop("created_at", None)
    mapping = {
        field: by_name[name]
        for field in FIELDS
        for name in reversed(IMPORT_FIELDS[field])
        if name in by_name
    }
    if "text" not in mapping and (longest := _longest(set(columns) - set(mapping.values()), rows)):
        mapping["text"] = longest
    return mapping


# columns that Label Studio writes
OF_ANNOTATIONS: Final = frozenset({"annotation_id", "lead_time"})
LINKS: Final = Message(
    "These are links, not texts: fetch the pages first, then import them. A column of texts can be "
    "named with --map text=COLUMN."
)


def plain_name(column: str) -> str:
    """Return a column's name in the normal form of the known names."""
    plain = column.strip().lower().replace(" ", "_").replace("-", "_")
    return unicodedata.normalize("NFC", plain)  # য় and the like have two encodings


def named_text(record: Mapping[str, Any]) -> bool:
    """Return whether a record has a text under a name that denotes one."""
    names = {plain_name(str(key)): key for key in record}
    found = (text_in(record[names[name]]) for name in IMPORT_FIELDS["text"] if name in names)
    return any(isinstance(text, str) and text.strip() for text in found)


def _longest(columns: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """Return the column with the longest prose; empty if none has any."""
    lengths = dict.fromkeys(sorted(columns), 0)
    prose = dict.fromkeys(lengths, 0)
    count = 0
    for row in rows:
        count += 1
        for column in lengths:
            value = row.get(column)
            if isinstance(value, str):
                lengths[column] += len(value)
                prose[column] += is_prose(value)
    best = max(lengths, key=lambda column: lengths[column], default="")
    return best if best and 2 * prose[best] > count else ""


_FEWEST_WORDS: Final = 4
_LETTERS_WITHOUT_SPACES: Final = 12  # of a script that does not separate words by spaces


def is_prose(value: str) -> bool:
    """Return whether a value can be an article's text: several words, not an address or a code."""
    words = value.split()
    if len(words) == 1:
        return not value.isascii() and len(value) >= _LETTERS_WITHOUT_SPACES
    # Vowel signs of Indic scripts are not letters in Unicode, but count as letters here.
    letters = sum(char.isalpha() or char > "\x7f" for char in value)
    return len(words) >= _FEWEST_WORDS and 2 * letters > len(value)


# --- properties of all rows of a file ----------------------------------------------------------

ROWS_LOOKED_AT: Final = 1000  # rows from which the conventions of a file are derived


@dataclass(frozen=True, slots=True)
class Habits:
    """The conventions of a file: HTML in its texts, months before days; `notes` report them."""

    html: bool = False
    month_first: bool = False
    notes: tuple[Message, ...] = ()


AS_IT_IS: Final = Habits()


def habits_of(
    rows: Sequence[Mapping[str, Any]], mapping: Mapping[str, str], *, dates: str = ""
) -> Habits:
    """Return the conventions that the first rows show; `dates` is an order given by the user."""
    notes: list[Message] = []
    texts = [str(text_in(value_at(row, mapping["text"])) or "") for row in rows
             ] if "text" in mapping else []  # fmt: skip
    html = bool(texts) and 2 * sum(map(markup.is_html, texts)) >= len(texts)
    if html:
        notes.append(Message("The texts are HTML; what a browser shows of them was taken."))
    month_first = dates == "month-first"
    if "date" in mapping and not dates:
        proved = date_order.orders_proved(as_text(value_at(row, mapping["date"])) for row in rows)
        month_first = proved == {"month-first"}
        if month_first:
            notes.append(
                Message(
                    "The month stands first in dates such as 04/13/2024: it was read so in all."
                )
            )
        elif len(proved) > 1:
            notes.append(
                Message(
                    "Some dates have the day first and some the month; those that may be either "
                    "were read with the day first. Say otherwise with --dates."
                )
            )
    return Habits(html, month_first, tuple(notes))


def own_keys(row: Mapping[str, Any]) -> set[str]:
    """Return the keys of a row in another tool's file that show that our export wrote it.

    They describe no property of the article: its id is computed again from text and identity.
    """
    ours = "article_id" in row and {"external_id", "title", "url", "language"} <= row.keys()
    return {"article_id", "decisions"} & row.keys() if ours else set()


def article_from(
    row: Mapping[str, Any],
    mapping: Mapping[str, str],
    *,
    encoding: str,
    habits: Habits = AS_IT_IS,
) -> NewArticle | Message:
    """Return the article of a row, or the reason for which there is none."""
    column = mapping.get("text", "")
    text = text_in(value_at(row, column)) if column else None
    # some records of a feed use another key for the text
    if text is None and column and named_text(row):
        column = guess(row)["text"]
        text = text_in(row[column])
    if text is None:
        if column:
            return Message("It has no “{column}”.", column=column)
        return (
            LINKS
            if {"url", "title"} <= mapping.keys()
            else Message("Which part is the text can't be told.")
        )
    if not isinstance(text, str):
        return Message("Its “{column}” is not text.", column=column)
    if not text.strip():
        return Message("Its text is empty.")
    fields: dict[str, Any] = {
        field: as_text(words_of(represented(value_at(row, name))))
        for field, name in mapping.items()
        if field not in {"text", "date"}
    }
    # some records of a service use another key for the title
    if mapping.get("title") and not fields["title"]:
        other = next((key for key in row if plain_name(key) in _TITLES and row[key]), "")
        fields["title"] = as_text(represented(row[other])) if other else ""
        mapping = {**mapping, "title": other or mapping["title"]}
    taken = {name.split(".")[0] for name in (*mapping.values(), column)}
    metadata = {key: value for key, value in row.items() if key not in taken and value != ""}
    given = as_text(represented(value_at(row, mapping["date"]))) if "date" in mapping else ""
    date = dates.parse_date(given, month_first=habits.month_first)
    if habits.html and column == mapping.get("text"):
        text = markup.text_of(text)
        if not text.strip():
            return Message("Its text is empty.")
    if markup.is_html(fields.get("title", "")):
        fields["title"] = markup.line_of(fields["title"])
    _place_address(fields)
    fields["language"] = language.code_of(fields.get("language", "")) or language.language_of(text)
    if given and not date:
        metadata["date_as_given"] = given
    return NewArticle(
        text=text,
        external_id=fields.get("external_id", ""),
        **{**metadata_of(fields), "date": date},
        encoding=encoding,
        metadata=plain(metadata),
    )


_TITLES: Final = frozenset(IMPORT_FIELDS["title"])


def _place_address(fields: dict[str, Any]) -> None:
    """If the source is a URL, move it to the field URL and set the source to its host."""
    source = fields.get("source", "")
    if not source.startswith(("http://", "https://")):
        return
    try:
        host = urlsplit(source).hostname or ""
    except ValueError:
        return
    if host:
        fields["url"] = fields.get("url") or source
        fields["source"] = host.removeprefix("www.")


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
    """Raise UserError for a mapping whose keys are not fields of an article."""
    if unknown := sorted(set(mapping) - set(FIELDS)):
        raise UserError(
            "“{name}” is not a field of an article. The fields are: {fields}.",
            name=unknown[0],
            fields=", ".join(FIELDS),
        )


def save(mapping: Mapping[str, str], path: Path, *, inputs: Iterable[Path] = ()) -> None:
    """Write a mapping as JSON, to be used again for files of the same kind. Raises UserError.

    None of the `inputs` and no project is overwritten.
    """
    check(mapping)
    text = json.dumps(dict(mapping), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    write_output(path, text, inputs=inputs)


def load(path: Path) -> dict[str, str]:
    """Read a saved mapping. Raises UserError if the file does not contain one."""
    try:
        value = json.loads(read_small(path))
    except FileNotFoundError as error:
        raise UserError("There is no mapping file {path}.", path=path) from error
    except (OSError, ValueError, RecursionError) as error:
        raise UserError("{path} is not a saved mapping.", path=path) from error
    if not isinstance(value, dict) or not all(isinstance(v, str) for v in value.values()):
        raise UserError("{path} is not a saved mapping.", path=path)
    check(value)
    return value
