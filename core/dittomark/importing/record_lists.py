"""The list of records in a JSON file that wraps it: NewsAPI, Elasticsearch, pandas and others.

The list of records is recognised by its content: objects that have a text. `--records articles`
names it if several are possible (`hits.hits` refers to a nested object).
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from dittomark.errors import UnreadableFileError
from dittomark.importing import mapping
from dittomark.importing.record_shapes import is_span, represented, unfolded

_DEEPEST: Final = 4
_LOOKED_AT: Final = 20  # records by which a list is recognised
Record = dict[str, Any]


def records_in(value: Record, wanted: str) -> list[Any] | None:
    """Return the records that an object wraps, None if the object is a record itself.

    `wanted` is the path of their list, if the user gave one. Raises `UnreadableFileError` if there
    is no list at that path, or if several lists are possible.
    """
    if wanted:
        found = mapping.value_at(value, wanted)
        if not isinstance(found, list):
            raise UnreadableFileError("There is no list “{path}” in this file.", path=wanted)
        return [_inner(record) for record in found]
    for shape in (_of_pandas, _of_spacy):
        if found := shape(value):
            return found
    _refuse_answers(value)
    every = dict(_lists(value, "", 0))
    lists = {path: found for path, found in every.items() if _has_texts(found)}
    if not lists:
        return next((found for found in every.values() if _has_links(found)), None)
    if len(lists) > 1 and not mapping.named_text(value):
        most = max(len(found) for found in lists.values())
        best = [path for path, found in lists.items() if len(found) == most]
        if len(best) > 1:
            raise UnreadableFileError(
                "Several lists in this file may be the articles: {lists}. Name one with --records.",
                lists=", ".join(sorted(lists)),
            )
        return [_inner(record) for record in lists[best[0]]]
    if mapping.named_text(value):
        return None  # an article that contains lists
    return [_inner(record) for record in next(iter(lists.values()))]


def lists_of(value: object) -> list[str]:
    """Return the paths of the possible lists, for the user to choose from."""
    if not isinstance(value, dict):
        return []
    return [path for path, found in _lists(value, "", 0) if found]


def _lists(value: Mapping[str, Any], path: str, depth: int) -> Iterator[tuple[str, list[Any]]]:
    for key, inner in value.items():
        place = f"{path}.{key}" if path else str(key)
        if _is_list(inner):
            yield place, inner
        elif isinstance(inner, dict) and depth < _DEEPEST:
            yield from _lists(inner, place, depth + 1)


def _is_list(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) > 0
        and all(isinstance(one, dict) for one in value)
        and not all(map(is_span, value))
    )


def _has_texts(found: list[Any]) -> bool:
    some = [_inner(record) for record in found[:_LOOKED_AT]]
    return any(mapping.named_text(record) or mapping.guess(record, [record]).get("text")
               for record in some)  # fmt: skip


def _has_links(found: list[Any]) -> bool:
    return all({"url", "title"} <= mapping.guess(record).keys() for record in found[:_LOOKED_AT])


def _inner(record: Any) -> Any:  # noqa: ANN401
    """Return the document of an Elasticsearch hit and the like, any other record unchanged."""
    return dict(unfolded(record, mapping.named_text)) if isinstance(record, dict) else record


def _refuse_answers(value: Record) -> None:
    """Raise `UnreadableFileError` for an error response of a service, which holds no articles."""
    if mapping.named_text(value):
        return
    if str(value.get("status", "")).lower() in _FAILED or value.get("error") or value.get("fault"):
        why = next(
            (value[key] for key in ("message", "error", "fault", "code") if value.get(key)), ""
        )
        why = why if isinstance(why, str) else str(represented(why))
        raise UnreadableFileError(
            "There are no articles here, but an error that a service answered: {reason}", reason=why
        )
    empty = [key for key in _LISTS if value.get(key) == []]
    if empty and not any(isinstance(one, list | dict) and one for one in value.values()):
        raise UnreadableFileError("The list “{name}” of this file is empty.", name=empty[0])


_FAILED: Final = frozenset({"error", "fail", "failed"})
_LISTS: Final = (
    "articles",
    "results",
    "docs",
    "hits",
    "items",
    "data",
    "stories",
    "posts",
    "value",
)


def _of_spacy(value: Record) -> list[Any] | None:
    """Return the examples of `{"classes": …, "annotations": [[text, {"entities": …}], null]}`."""
    given = value.get("annotations")
    if not isinstance(given, list) or "classes" not in value:
        return None
    return [
        {"text": one[0], **one[1]}
        for one in given
        if isinstance(one, list) and len(one) == 2 and isinstance(one[1], dict)
    ]


def _of_pandas(value: Record) -> list[Any] | None:
    """Return the rows of a data frame that pandas wrote: by column, by row, or split."""
    columns, data = value.get("columns"), value.get("data")
    if isinstance(columns, list) and isinstance(data, list) and "index" in value:
        return [dict(zip(map(str, columns), row, strict=False)) for row in data
                if isinstance(row, list)]  # fmt: skip
    inner = list(value.values())
    if len(inner) < 1 or not all(isinstance(one, dict) and one for one in inner):
        return None
    if all(key.lstrip("-").isdigit() for key in value):  # by row: {"0": {"text": …}, "1": …}
        return inner
    if all(key.lstrip("-").isdigit() for one in inner for key in one):  # by column
        rows = list(dict.fromkeys(key for one in inner for key in one))
        return [{column: cells.get(row) for column, cells in value.items()} for row in rows]
    return None
