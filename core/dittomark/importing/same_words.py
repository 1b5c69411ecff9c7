"""Articles of a project that differ from a text in white space alone."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from dittomark.annotations import Article


class Texts(Protocol):
    """The queries to the project: its texts."""

    def articles(self) -> Iterable[Article]:
        """Return the articles, one after the other."""
        ...

    def article(self, article_id: str) -> Article:
        """Return an article."""
        ...


class SameWords:
    """Finds the article with a text's words; the project is read once, at the first call."""

    def __init__(self, project: Texts) -> None:
        self._project = project
        self._known: dict[bytes, list[str]] | None = None

    def of(self, text: str) -> Article | None:
        """Return the article that differs in white space alone, if there is exactly one."""
        if self._known is None:
            self._known = {}
            for article in self._project.articles():
                self._known.setdefault(_bare(article.text), []).append(article.id)
        found = self._known.get(_bare(text), [])
        return self._project.article(found[0]) if len(found) == 1 else None


def _bare(text: str) -> bytes:
    return hashlib.sha256("".join(text.split()).encode("utf-8", "surrogatepass")).digest()


def moved(spans: Iterable[Mapping[str, Any]], text: str, ours: str) -> list[dict[str, Any]]:
    """Return spans of a text as spans of another that differs from it in white space alone.

    White space at their ends is cut off; spans of white space alone are unchanged.
    """
    before = [0]  # by offset in `text`: the number of preceding letters
    for char in text:
        before.append(before[-1] + (not char.isspace()))
    places = [at for at, char in enumerate(ours) if not char.isspace()]
    found: list[dict[str, Any]] = []
    for span in spans:
        start, end = span["start"], span["end"]
        if 0 <= start < end <= len(text) and before[start] < before[end]:
            start, end = places[before[start]], places[before[end] - 1] + 1
        found.append({**span, "start": start, "end": end})
    return found
