"""The fields of a project's rows in words, for the history and the conflicts."""

import json
from typing import Final

from dittomark.article_fields import METADATA
from dittomark.labels import LabelScheme
from dittomark_gui.i18n import QT_TRANSLATE_NOOP, day, number, translate
from dittomark_gui.words import field_name, relation_name, span_name

_FIELDS: Final = {
    "label": QT_TRANSLATE_NOOP("Fields", "label"),
    "start": QT_TRANSLATE_NOOP("Fields", "start"),
    "end": QT_TRANSLATE_NOOP("Fields", "end"),
    "note": QT_TRANSLATE_NOOP("Fields", "note"),
    "annotator": QT_TRANSLATE_NOOP("Fields", "annotator"),
    "relation": QT_TRANSLATE_NOOP("Fields", "relation"),
    "direction": QT_TRANSLATE_NOOP("Fields", "direction"),
    "done": QT_TRANSLATE_NOOP("Fields", "done"),
    "flagged": QT_TRANSLATE_NOOP("Fields", "flagged"),
    "skipped": QT_TRANSLATE_NOOP("Fields", "skipped"),
    "seconds": QT_TRANSLATE_NOOP("Fields", "seconds on screen"),
    "ratings": QT_TRANSLATE_NOOP("Fields", "ratings"),
    "place": QT_TRANSLATE_NOOP("Fields", "place"),
    "participants": QT_TRANSLATE_NOOP("Fields", "participants"),
    "aliases": QT_TRANSLATE_NOOP("Fields", "other names"),
    "parent": QT_TRANSLATE_NOOP("Fields", "part of"),
    "state": QT_TRANSLATE_NOOP("Fields", "state"),
    "score": QT_TRANSLATE_NOOP("Fields", "score"),
    "origin": QT_TRANSLATE_NOOP("Fields", "origin"),
    "content": QT_TRANSLATE_NOOP("Fields", "decision"),
}
_CHOICES: Final = {
    ("direction", "a_to_b"): QT_TRANSLATE_NOOP("Fields", "from the first article to the second"),
    ("direction", "b_to_a"): QT_TRANSLATE_NOOP("Fields", "from the second article to the first"),
    ("state", "open"): QT_TRANSLATE_NOOP("Fields", "open"),
    ("state", "accepted"): QT_TRANSLATE_NOOP("Fields", "accepted"),
    ("state", "refused"): QT_TRANSLATE_NOOP("Fields", "refused"),
}
_FLAGS: Final = frozenset({"done", "flagged", "skipped"})
_LISTS: Final = frozenset({"participants", "aliases"})


def field_words(scheme: LabelScheme, name: str, value: object) -> str:
    """Return a field's name and value in words: `label: Menu`."""
    if name in METADATA:
        shown = field_name(name).lower()
    else:
        shown = translate("Fields", _FIELDS[name]) if name in _FIELDS else name.replace("_", " ")
    return f"{shown}: {_value_words(scheme, name, value)}"


def _value_words(scheme: LabelScheme, name: str, value: object) -> str:
    if name in _FLAGS:
        return translate("Fields", "yes") if value else translate("Fields", "no")
    if value is None or value == "":
        return "–"
    if isinstance(value, int):
        return number(value)
    if not isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if (name, value) in _CHOICES:
        return translate("Fields", _CHOICES[name, value])
    return _text_words(scheme, name, value)


def _text_words(scheme: LabelScheme, name: str, text: str) -> str:
    match name:
        case "relation":
            return relation_name(scheme, text)
        case "label" if scheme.span_label(text) is None and scheme.relation(text) is not None:
            return relation_name(scheme, text)  # label of a relation suggestion
        case "label":
            return span_name(scheme, text)
        case "date":
            return day(text)
        case _ if name in _LISTS:
            return _names(text)
    return text


def _names(text: str) -> str:
    """Return the names in a JSON list; text that is no list is returned unchanged."""
    try:
        found = json.loads(text)
    except ValueError:
        return text
    return ", ".join(map(str, found)) or "–" if isinstance(found, list) else text
