"""Searching the texts of all articles, by an index next to the project."""

import dataclasses
from itertools import islice

from dittomark.errors import UserError
from dittomark.listing import ListFilter
from dittomark.operations import articles as _articles
from dittomark.operations.open_project import OpenProject
from dittomark.progress import Report
from dittomark.store.text_index import TextIndex
from dittomark.system.cache_paths import search_path
from dittomark.texts.romanise import is_latin

_BATCH = 200


def index_texts(project: OpenProject, *, report: Report | None = None) -> int:
    """Update the index; returns the number of articles that were added to it.

    `report(done, total)` counts articles. Articles added before a cancellation stay in the index.
    """
    with TextIndex.open(search_path(project.store.path)) as index:
        missing = index.missing(_articles.article_ids(project))
        source = iter(missing)
        done = 0
        while batch := list(islice(source, _BATCH)):
            found = [_articles.article(project, article_id) for article_id in batch]
            index.add((each.id, each.info.title, each.text) for each in found)
            done += len(batch)
            if report is not None:
                report(done, len(missing))
        return len(missing)


def search_texts(project: OpenProject, wanted: str, *, limit: int = 100) -> list[str]:
    """Return the ids of the articles that contain all words of `wanted`, the best first.

    Words in quotation marks are searched as a phrase; the last word may be a prefix. Only articles
    that `index_texts` has indexed are found.
    """
    with TextIndex.open(search_path(project.store.path)) as index:
        return _existing(project, index.find(wanted, limit=limit))


def with_sounds(project: OpenProject, wanted: ListFilter) -> ListFilter:
    """Return a filter that finds titles in other scripts by Latin letters, if there is an index."""
    latin = [word for word in wanted.words if is_latin(word)]
    path = search_path(project.store.path)
    if not latin or not path.exists():
        return wanted
    try:
        with TextIndex.open(path) as index:
            found = {word: tuple(index.sounding(word)) for word in latin}
    except UserError:
        return wanted  # the cache's folder can't be written to: the list is correct without it
    return dataclasses.replace(wanted, sounding=found)


def articles_like(project: OpenProject, article_id: str, *, limit: int = 20) -> list[str]:
    """Return the ids of articles that share an article's distinctive words, most similar first."""
    article = _articles.article(project, article_id)
    with TextIndex.open(search_path(project.store.path)) as index:
        text = f"{article.info.title}\n{article.text}"
        return _existing(project, index.alike(text, but=article_id, limit=limit))


def _existing(project: OpenProject, ids: list[str]) -> list[str]:
    """Leave out articles that are no longer in the project."""
    return [info.id for info in _articles.article_infos(project, ids)]
