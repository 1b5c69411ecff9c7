"""The demo project: the sample's articles in a project that is ready to annotate."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from dittomark.annotations import NewPair
from dittomark.project import Project
from dittomark.sample import articles as sample
from dittomark.store.disk import new_file
from dittomark.suggesting.candidate_pairs import propose_pairs, put_into
from dittomark.system.cache_paths import index_path

NAME = "Sample"


def create_demo(path: str | os.PathLike[str]) -> None:
    """Create a project with the sample's articles, a queue of pairs, some events and suggestions.

    The queue begins with the pairs for a new user, in that order; the search for pairs then adds
    its scores, its suggested relations and further pairs.

    There are no judgements and no spans: those are left to the user. A link of every kind shows
    what links are; their annotator is “Sample”. Raises `ProjectFileError` if `path` exists or can't
    be written.
    """
    with new_file(Path(path)) as draft, Project.create(draft, name=NAME) as project:
        project.add_articles(item.article for item in sample.articles())
        ids = {info.external_id: info.id for info in project.article_infos()}
        texts = {item.key: item.article.text for item in sample.articles()}
        project.add_pairs(
            NewPair(ids[pair.a], ids[pair.b], score=_shared(texts[pair.a], texts[pair.b]))
            for pair in sample.pairs()
        )
        put_into(project, propose_pairs(project, same_event=True))
        shutil.rmtree(index_path(project.path), ignore_errors=True)
        _register_events(project)
        _link(project, ids, texts)


def _shared(a: str, b: str) -> float:
    """Return the larger share of one text that occurs in the other: shown in the queue's bar."""
    from dittomark.compare import compare

    return max(compare(a, b).coverage)


def _link(project: Project, ids: Mapping[str, str], texts: Mapping[str, str]) -> None:
    """Add the sample's links; `ids` and `texts` are by the articles' keys."""
    for link in sample.links():
        a_start, b_start = texts[link.a].index(link.a_text), texts[link.b].index(link.b_text)
        project.add_link(
            ids[link.a],
            ids[link.b],
            a_start=a_start,
            a_end=a_start + len(link.a_text),
            b_start=b_start,
            b_end=b_start + len(link.b_text),
            kind=link.kind,
            direction=link.direction,
            annotator=NAME,
        )


def _register_events(project: Project) -> None:
    """Add the events of the initial registry; the others are left to be added."""
    registered: dict[str, str] = {}
    for event in sample.events():
        if event.registered:
            row = project.add_event(
                title=event.title,
                date=event.date,
                place=event.place,
                participants=event.participants,
                aliases=event.aliases,
                parent=registered.get(event.parent or ""),
            )
            registered[event.key] = row.id
