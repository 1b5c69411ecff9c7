"""The label scheme: the project's own lists of span labels, relations, link kinds, event fields.

A label has a stable `key`, stored in files, and a displayed `name`. There are defaults; all of them
can be edited. A label in use is never removed, only `retired`: old annotations keep it, new ones
can't choose it.
"""

import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from dittomark.errors import UserError, read_small
from dittomark.messages import json_reason, system_reason


@dataclass(frozen=True, slots=True)
class Label:
    """One choice: `key` in files, `name` on screen (empty: the interface's own words for the key).

    `shortcut` is a single key or empty. `directed` is for relations: a direction may be given.
    """

    key: str
    name: str = ""
    color: str = ""
    description: str = ""
    shortcut: str = ""
    directed: bool = False
    retired: bool = False


def _labels(*labels: tuple[str, str, str]) -> tuple[Label, ...]:
    return tuple(Label(key, color=color, shortcut=shortcut) for key, color, shortcut in labels)


DEFAULT_SPAN_LABELS: Final = _labels(
    ("navigation", "#6b7785", "n"),
    ("related_links", "#8a6d3b", "r"),
    ("most_read", "#6d6259", "m"),
    ("advertisement", "#9a5b7d", "a"),
    ("byline_dateline", "#4a7a8c", "d"),
    ("caption", "#5d7f4f", "c"),
    ("share_subscribe", "#7a6ba8", "h"),
    ("comment_form", "#a0674b", "o"),
    ("copyright_notice", "#5f6f9a", "y"),
    ("markup_leftover", "#8d5a5a", "k"),
    ("repeated_text", "#7d6b8f", "v"),
    ("other_boilerplate", "#70706b", "p"),
)

DEFAULT_LINK_KINDS: Final = (
    Label("verbatim", color="#2f6f9f", directed=True),
    Label("light_edit", color="#3f8f86", directed=True),
    Label("rewrite", color="#b0742c", directed=True),
    Label("summary", color="#8a5aa8", directed=True),
    Label("translation", color="#b3566f", directed=True),
    Label("quotation", color="#6b7d2f"),
    Label("same_statement", color="#6f6f78"),
)

# The relation of identical articles, by which duplicate clusters are formed.
EXACT_DUPLICATE: Final = "exact_duplicate"

DEFAULT_RELATIONS: Final = (
    Label(EXACT_DUPLICATE, shortcut="1"),
    Label("wholly_derived", shortcut="2", directed=True),
    Label("partially_derived", shortcut="3", directed=True),
    Label("contains", shortcut="4", directed=True),
    Label("same_event", shortcut="5"),
    Label("unrelated", shortcut="6"),
    Label("unsure", shortcut="7"),
)


@dataclass(frozen=True, slots=True)
class LabelScheme:
    """The labels of one project, in their displayed order.

    `guidelines` is Markdown written by the lead for the annotators.
    """

    spans: tuple[Label, ...] = DEFAULT_SPAN_LABELS
    relations: tuple[Label, ...] = DEFAULT_RELATIONS
    event_fields: tuple[str, ...] = ("title", "date", "place", "participants", "aliases")
    guidelines: str = field(default="")
    links: tuple[Label, ...] = DEFAULT_LINK_KINDS

    def span_label(self, key: str) -> Label | None:
        """Return the span label of that key, retired ones included."""
        return next((label for label in self.spans if label.key == key), None)

    def relation(self, key: str) -> Label | None:
        """Return the relation of that key, retired ones included."""
        return next((label for label in self.relations if label.key == key), None)

    def link_kind(self, key: str) -> Label | None:
        """Return the kind of link of that key, retired ones included."""
        return next((label for label in self.links if label.key == key), None)


def retire(label: Label) -> Label:
    """Return the label in a form that old annotations keep and new ones can't choose."""
    return replace(label, retired=True)


def scheme_from_dict(plain: object) -> LabelScheme:
    """Return the scheme of plain JSON values; missing parts get the defaults.

    Raises `UserError` if it is not a scheme at all.
    """
    if not isinstance(plain, dict):
        raise UserError("This is not a label scheme: it has no fields.")
    try:
        fields: dict[str, Any] = {}
        for name in ("spans", "relations", "links"):
            if name in plain:
                fields[name] = tuple(_label_from_dict(label) for label in plain[name])
        if "event_fields" in plain:
            fields["event_fields"] = tuple(map(_text, plain["event_fields"]))
        if "guidelines" in plain:
            fields["guidelines"] = str(plain["guidelines"])
        return LabelScheme(**fields)
    except (UserError, TypeError, AttributeError) as error:
        reason = error.message if isinstance(error, UserError) else str(error)
        raise UserError("This is not a label scheme: {reason}.", reason=reason) from None


def _label_from_dict(plain: dict[str, Any]) -> Label:
    """Return a label; raises `TypeError` or `UserError` for fields that are not a label's."""
    label = Label(**plain)
    for name in ("key", "name", "color", "description", "shortcut"):
        _text(getattr(label, name))
    for name in ("directed", "retired"):
        if not isinstance(getattr(label, name), bool):
            raise UserError("“{name}” of {key} is neither true nor false", name=name, key=label.key)
    return label


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise UserError("{value} is not a text", value=repr(value))
    return value


def read_scheme(path: Path) -> LabelScheme:
    """Return the label scheme in a JSON file (`spans`, `relations`, `event_fields`, …).

    Raises `UserError` if the file can't be read or has other content.
    """
    try:
        plain = json.loads(read_small(path))
    except OSError as error:
        raise UserError(
            "{path} can't be read: {reason}.", path=path, reason=system_reason(error)
        ) from None
    except ValueError as error:
        raise UserError(
            "{path} is not JSON: {reason}.", path=path, reason=json_reason(error)
        ) from None
    except RecursionError:
        raise UserError("{path} is nested too deeply.", path=path) from None
    return scheme_from_dict(plain)
