"""Searching the texts of all articles, through an index beside the project."""

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
    """Bring the index up to date; return how many articles were added to it.

    `report(done, total)` counts articles. What was added stays where the person cancels.
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
    """Return the ids of the articles that hold all words of `wanted`, the best first.

    Words in quotation marks follow each other; the last word may go on. Only articles that
    `index_texts` has seen are found.
    """
    with TextIndex.open(search_path(project.store.path)) as index:
        return _there(project, index.find(wanted, limit=limit))


def with_sounds(project: OpenProject, wanted: ListFilter) -> ListFilter:
    """Return a filter that finds titles in other scripts by Latin letters, where there is an index."""
    latin = [word for word in wanted.words if is_latin(word)]
    path = search_path(project.store.path)
    if not latin or not path.exists():
        return wanted
    try:
        with TextIndex.open(path) as index:
            found = {word: tuple(index.sounding(word)) for word in latin}
    except UserError:
        return wanted  # a cache in a place that can't be written: the list is still right
    return dataclasses.replace(wanted, sounding=found)


def articles_like(project: OpenProject, article_id: str, *, limit: int = 20) -> list[str]:
    """Return the ids of the articles that share an article's telling words, the likest first."""
    article = _articles.article(project, article_id)
    with TextIndex.open(search_path(project.store.path)) as index:
        text = f"{article.info.title}\n{article.text}"
        return _there(project, index.alike(text, but=article_id, limit=limit))


def _there(project: OpenProject, ids: list[str]) -> list[str]:
    """Leave out articles that are no longer in the project."""
    return [info.id for info in _articles.article_infos(project, ids)]
