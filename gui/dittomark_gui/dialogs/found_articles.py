"""Searches over all articles, and their results with the search words in context.

The functions run in a background thread and open the project file themselves, read-only.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dittomark.annotations import ArticleInfo
from dittomark.texts.romanise import is_latin, words_that_sound_like
from dittomark.texts.segmentation import snap
from dittomark_gui.compare_view.find_in_text import find_all

if TYPE_CHECKING:
    from dittomark.project import Project

_HITS: Final = 60
_BEFORE: Final = 30  # code points of context
_AFTER: Final = 90
_WHITE: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """A found article, the search words that occur in its text, and the first hit in context."""

    info: ArticleInfo
    words: str = ""
    context: str = ""


def articles_with_words(path: Path, wanted: str) -> list[FoundArticle]:
    """Return the articles of a project that contain all words of `wanted`, best match first."""
    from dittomark.project import Project

    with Project.open(path, read_only=True) as project:
        found = _infos(project, project.search_texts(wanted, limit=_HITS))
        plain = wanted.replace('"', " ").strip()
        return [_in_context(info, project.article(info.id).text, plain) for info in found]


def similar_articles(path: Path, article_id: str) -> list[FoundArticle]:
    """Return the articles that share the rare words of an article, most similar first."""
    from dittomark.project import Project

    with Project.open(path, read_only=True) as project:
        return [FoundArticle(info) for info in _infos(project, project.articles_like(article_id))]


def _infos(project: "Project", ids: Sequence[str]) -> list[ArticleInfo]:
    infos = {info.id: info for info in project.article_infos(ids)}
    return [infos[article_id] for article_id in ids if article_id in infos]


def _in_context(info: ArticleInfo, text: str, wanted: str) -> FoundArticle:
    words, hits = _hits(info.title, text, wanted)
    if not hits:
        return FoundArticle(info, words)
    start, end = hits[0]
    first, last = snap(text, max(start - _BEFORE, 0), min(end + _AFTER, len(text)))
    parts = (text[first:start], text[start:end], text[end:last])
    before, hit, after = (_WHITE.sub(" ", part) for part in parts)
    return FoundArticle(info, words, f"…{before}«{hit}»{after}…")


def _hits(title: str, text: str, wanted: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the search words that occur in the text, and their ranges.

    This is the whole phrase if it occurs, else the first word that occurs, else the words of the
    title that sound like the search words.
    """
    sounding = words_that_sound_like(wanted, title) if is_latin(wanted) else []
    for words in (wanted, *wanted.split(), " ".join(sounding), *sounding):
        hits = find_all(text, words)
        if hits:
            return words, hits
    return wanted, []
