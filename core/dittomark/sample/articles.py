"""The sample: twelve invented articles of four invented outlets, with their correct annotations.

Every relation, boilerplate kind and event situation occurs. The articles are stored in one file
each: `key: value` lines, an empty line, then the text with its boilerplate marked as `⟦label⟧…⟦/⟧`.
The marks are removed on reading; tests compare results with them, and they never enter a project.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import dittomark_resources as resources
from dittomark.annotations import Direction, NewArticle

_MARK: Final = re.compile(r"⟦([a-z_/]+)⟧")


@dataclass(frozen=True, slots=True)
class SampleArticle:
    """An article and its boilerplate: `(start, end, label)` in code points of the text."""

    article: NewArticle
    boilerplate: tuple[tuple[int, int, str], ...]

    @property
    def key(self) -> str:
        """The article's name, which is also its `external_id`."""
        return self.article.external_id


@dataclass(frozen=True, slots=True)
class SamplePair:
    """Two articles, by their keys, and their relation."""

    a: str
    b: str
    relation: str
    direction: Direction | None


@dataclass(frozen=True, slots=True)
class SampleLink:
    """Two corresponding spans: their text in `a` and in `b` (at its first occurrence there)."""

    a: str
    b: str
    a_text: str
    b_text: str
    kind: str
    direction: Direction | None


@dataclass(frozen=True, slots=True)
class SampleEvent:
    """An event and the articles that report it; `registered` ones are in the demo's registry."""

    key: str
    title: str
    date: str
    place: str
    participants: tuple[str, ...]
    aliases: tuple[str, ...]
    parent: str | None
    registered: bool
    articles: tuple[str, ...]


def articles() -> Iterator[SampleArticle]:
    """Yield the sample's articles in a fixed order."""
    for file in sorted(resources.path("sample/articles").glob("*.txt")):
        head, marked = file.read_text(encoding="utf-8").split("\n\n", 1)
        fields: dict[str, Any] = dict(line.split(": ", 1) for line in head.splitlines())
        text, boilerplate = _take_out_marks(marked.rstrip("\n"))
        yield SampleArticle(NewArticle(text=text, external_id=file.stem, **fields), boilerplate)


def pairs() -> tuple[SamplePair, ...]:
    """Return the pairs worth judging, in the order in which a newcomer should meet them."""
    return tuple(SamplePair(**row) for row in _truth()["pairs"])


def links() -> tuple[SampleLink, ...]:
    """Return links of every default kind, between articles of the sample."""
    return tuple(SampleLink(**row) for row in _truth()["links"])


def events() -> tuple[SampleEvent, ...]:
    """Return the events that the articles report, parents before their children."""
    return tuple(SampleEvent(**row) for row in _truth()["events"])


def _truth() -> dict[str, list[dict[str, Any]]]:
    def freeze(row: dict[str, Any]) -> dict[str, Any]:
        return {
            key: tuple(value) if isinstance(value, list) else value for key, value in row.items()
        }

    truth = json.loads(resources.text("sample/truth.json"))
    return {kind: [freeze(row) for row in rows] for kind, rows in truth.items()}


def _take_out_marks(marked: str) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    """Return the text without its marks, and the marked spans as offsets in that text."""
    parts = _MARK.split(marked)
    text = parts[0]
    spans: list[tuple[int, int, str]] = []
    opened: tuple[int, str] | None = None
    for mark, stretch in zip(parts[1::2], parts[2::2], strict=True):
        if mark == "/" and opened:
            spans.append((opened[0], len(text), opened[1]))
            opened = None
        elif mark != "/" and opened is None:
            opened = (len(text), mark)
        else:
            raise ValueError(f"marks of the sample don't pair up at {text[-40:]!r}")
        text += stretch
    return text, tuple(spans)
