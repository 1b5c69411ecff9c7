"""Takes every kind of step in a project, one after the other; reads the contents of a file."""

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from dittomark.annotations import NewArticle, NewPair, Suggestion
from dittomark.labels import Label
from dittomark.project import Project
from dittomark.store.rows import ENTITIES

Rows = dict[str, dict[str, dict[str, Any]]]
Step = Callable[[Project], object]


def rows_of(path: Path) -> Rows:
    """Return the file's rows by table and id, without the columns for the last write."""
    found: Rows = {}
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        for table in ENTITIES:
            rows = connection.execute(f"SELECT * FROM {table} WHERE deleted_at IS NULL").fetchall()
            found[table] = {
                row["id"]: {name: row[name] for name in row.keys() if name not in _OWN}  # noqa: SIM118
                for row in rows
            }
        found["meta"] = {
            row["key"]: dict(row)
            for row in connection.execute("SELECT * FROM meta WHERE key IN ('name', 'scheme')")
        }
    return found


_OWN = ("seq", "updated_at", "added_by")


def one(project: Project, table: str, which: int = 0) -> Any:  # noqa: ANN401
    ways: dict[str, Callable[[], Iterable[Any]]] = {
        "articles": project.article_ids,
        "pairs": project.pairs,
        "spans": lambda: project.spans(annotator="Asha"),
        "links": lambda: project.links(annotator="Asha"),
        "events": project.events,
        "memberships": lambda: project.memberships(annotator="Asha"),
        "judgements": lambda: project.judgements(annotator="Asha"),
        "decisions": project.decisions,
    }
    return list(ways[table]())[which]


def _unjudged(project: Project) -> tuple[str, str]:
    mine = {row.pair_id for row in project.judgements(annotator="Asha")}
    pair = next(pair for pair in project.pairs() if pair.id not in mine)
    return pair.a, pair.b


def _new_label(project: Project) -> object:
    scheme = project.scheme
    return project.set_scheme(replace(scheme, spans=(*scheme.spans, Label("headline"))))


def _more_suggestions(project: Project) -> object:
    return project.add_suggestions(
        Suggestion(
            "", "span", "new", "1", 0.5, article_id=one(project, "articles"), start=1, end=end,
            label="caption",
        )
        for end in (5, 9)
    )  # fmt: skip


def _open(project: Project, kind: str) -> str:
    return next(each.id for each in project.suggestions() if each.kind == kind)


STEPS: Final[dict[str, Step]] = {
    "articles": lambda p: p.add_articles([NewArticle("One more."), NewArticle("Two more.")]),
    "article with spans": lambda p: p.add_articles(
        [NewArticle("With spans.", spans=((0, 4, "caption"),), candidates=((5, 10, "navigation"),))]
    ),
    "edit an article": lambda p: p.edit_article(one(p, "articles"), title="Another title"),
    "pair": lambda p: p.add_pair(*_new_pair(p)),
    "pairs": lambda p: p.add_pairs([NewPair(*_new_pair(p), 0.75), NewPair(*_ends(p), 0.625)]),
    "span": lambda p: p.annotate_span(
        one(p, "articles"), 2, 9, label="navigation", annotator="Asha"
    ),
    "edit a span": lambda p: p.edit_span(one(p, "spans").id, note="why"),
    "delete a span": lambda p: p.delete_span(one(p, "spans").id),
    "delete two spans": lambda p: p.delete_spans((one(p, "spans").id, one(p, "spans", -1).id)),
    "link": lambda p: p.add_link(
        *_ends(p), a_start=2, a_end=5, b_start=3, b_end=9, kind="rewrite", annotator="Asha"
    ),
    "edit a link": lambda p: p.edit_link(one(p, "links").id, b_end=6),
    "delete a link": lambda p: p.delete_link(one(p, "links").id),
    "judge": lambda p: p.judge_pair(*_unjudged(p), annotator="Asha", relation="same_event"),
    "judge what is no pair": lambda p: p.judge_pair(*_new_pair(p), annotator="Asha", done=True),
    "judge again": lambda p: p.judge_pair(
        *_ends_of(p, one(p, "judgements").pair_id), annotator="Asha", note="again", done=True
    ),
    "unjudge": lambda p: p.unjudge_pair(one(p, "judgements").id),
    "event": lambda p: p.add_event(title="Storm", annotator="Asha"),
    "event below": lambda p: p.add_event(
        title="Wind", parent=one(p, "events").id, annotator="Asha"
    ),
    "edit an event": lambda p: p.edit_event(one(p, "events").id, place="Here", annotator="Asha"),
    "label": lambda p: p.label_event(one(p, "articles", -1), one(p, "events").id, annotator="Asha"),
    "unlabel": lambda p: p.unlabel_event(one(p, "memberships").id),
    "decide": lambda p: p.decide_spans(one(p, "articles"), [(0, 4, "caption")], annotator="Lead"),
    "withdraw a decision": lambda p: p.withdraw_decision(one(p, "decisions").id),
    "suggest": _more_suggestions,
    "refuse": lambda p: p.refuse_suggestion(_open(p, "span"), annotator="Asha"),
    "accept a span": lambda p: p.accept_suggestion(_open(p, "span"), annotator="Chitra"),
    "accept a relation": lambda p: p.accept_suggestion(_open(p, "relation"), annotator="Chitra"),
    "rename": lambda p: p.rename("Another name"),
    "scheme": _new_label,
}


def _ends(project: Project) -> tuple[str, str]:
    pair = one(project, "pairs")
    return pair.a, pair.b


def _ends_of(project: Project, pair_id: str) -> tuple[str, str]:
    pair = project.pair(pair_id)
    return pair.a, pair.b


def _new_pair(project: Project) -> tuple[str, str]:
    ids = project.article_ids()
    return next(
        (a, b) for at, a in enumerate(ids) for b in ids[at + 1 :] if project.find_pair(a, b) is None
    )
