"""The words of a report: English here; a caller with another language supplies its own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from dittomark.labels import Label, LabelScheme


def _name(label: Label | None, key: str) -> str:
    return (label.name if label else "") or key.replace("_", " ")


def _relation_name(scheme: LabelScheme, key: str) -> str:
    return _name(scheme.relation(key), key)


def _link_name(scheme: LabelScheme, key: str) -> str:
    return _name(scheme.link_kind(key), key)


def _span_name(scheme: LabelScheme, key: str) -> str:
    return _name(scheme.span_label(key), key)


_KINDS: Final = {
    "verbatim": "word for word",
    "near_verbatim": "nearly word for word",
    "rewrite": "rewritten",
    "summary": "summary",
}


@dataclass(frozen=True, slots=True)
class ReportWords:
    """Every word that the program itself prints on the page, with placeholders in `{…}`.

    `language` is the code read by browsers and screen readers. `letters` name the two articles.
    `number`, `percent` (of a share, 0–1) and `day` (of an ISO 8601 date, may be empty) format
    values for the language; the three label functions return the name of a key of the scheme.
    """

    language: str = "en"
    letters: tuple[str, str] = ("A", "B")
    pair: str = "Pair {id}"
    annotator: str = "Annotator"
    relation: str = "Relation"
    direction: str = "Direction"
    note: str = "Note"
    undecided: str = "undecided"
    not_judged: str = "Nobody has judged this pair yet."
    passages: str = "Shared passages: {list}"
    no_passages: str = "The two articles share no passage."
    kinds: Mapping[str, str] = field(default_factory=lambda: _KINDS)
    link: str = "Link"
    shared: str = "{percent} shared"
    event: str = "event: {title}"
    number: Callable[[int], str] = str
    percent: Callable[[float], str] = "{:.0%}".format
    day: Callable[[str], str] = str
    relation_name: Callable[[LabelScheme, str], str] = _relation_name
    span_name: Callable[[LabelScheme, str], str] = _span_name
    link_name: Callable[[LabelScheme, str], str] = _link_name


ENGLISH: Final = ReportWords()
