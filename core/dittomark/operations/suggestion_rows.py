"""Suggestions from outside on their way into a project: their ids, their pairs, files of them."""

from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import islice
from typing import Final

from dittomark import ids
from dittomark.annotations import NewPair, Origin, Suggestion
from dittomark.errors import UserError
from dittomark.operations import pairs
from dittomark.operations.imported_records import Refuse, SourceLocation
from dittomark.operations.open_project import OpenProject
from dittomark.operations.passage_links import sides_of_suggestion
from dittomark.operations.suggestion_checks import Known, articles_of, check_suggestion
from dittomark.store import queries
from dittomark.store.edits import Edit
from dittomark.store.rows import SUGGESTIONS
from dittomark.store.store import Store

_BATCH: Final = 1000
_REMEMBERED: Final = 100_000  # articles; as many as a file's names are remembered for


def suggestion_id(each: Suggestion) -> str:
    """Return the id of a suggestion that has none: who proposes what of which article or pair.

    Neither version nor score is in it, nor a payload, but for a direction, and a new event, which is
    nothing else than its payload: so what a person refused stays refused.
    """
    key, payload = each.suggester, each.payload
    match each.kind:
        case "span":
            return ids.suggestion_id("span", key, each.article_id, each.start, each.end, each.label)
        case "event":
            fields = (str(payload.get(name, "")) for name in ("title", "date", "place"))
            target = each.event_id or ids.event_id(*fields)
            return ids.suggestion_id("event", key, each.article_id, target)
        case "link":
            a, b = sorted(sides_of_suggestion(each))
            return ids.suggestion_id("link", key, *a, *b, each.label)
        case "pair":
            return ids.suggestion_id("pair", key, each.pair_id)
        case kind:
            kept = {name: value for name, value in payload.items() if name not in {"a", "b"}}
            return ids.suggestion_id(
                kind, key, None, each.pair_id, None, None, None, each.label, kept
            )


def as_stored(each: Suggestion) -> Suggestion:
    """Return a suggestion as it stands in the project: named, with a doubt, without its pair's articles."""
    payload = dict(each.payload)
    if each.kind == "relation":
        payload.pop("a", None)
        payload.pop("b", None)
    if each.kind == "span" and "doubt" not in payload:
        payload["doubt"] = 1 - abs(2 * each.score - 1)  # of a score taken for a probability
    return Suggestion(  # in full: `replace` takes three times as long, and there may be a million
        each.id or suggestion_id(each),
        each.kind,
        each.suggester,
        each.version,
        each.score,
        each.article_id,
        each.pair_id,
        each.event_id,
        each.start,
        each.end,
        each.label,
        payload,
        each.state,
    )


def new_pair(each: Suggestion) -> NewPair:
    """Return the pair that a suggestion proposes, or speaks of."""
    payload = each.payload
    passage = payload.get("passage")
    return NewPair(
        str(payload["a"]),
        str(payload["b"]),
        payload.get("score", each.score) if each.kind == "pair" else None,
        payload.get("guess"),
        None if passage is None else tuple(passage),
        payload.get("cluster"),
        Origin(each.suggester, each.version, each.score),
    )


def take_in_suggestions(
    project: OpenProject,
    edit: Edit,
    given: Iterator[tuple[Suggestion, SourceLocation]],
    refuse: Refuse,
) -> tuple[int, int]:
    """Add suggestions of a file, and the pairs that they speak of.

    Returns how many were new, and how many were there (a proposed pair is there once it is queued).

    `refuse` is told the place of each that could not become an annotation, and why. One that is there
    already, in whatever state, stays as it is.
    """
    new = unchanged = 0
    extents = _Extents(project.store)
    while batch := list(islice(given, _BATCH)):
        fit = list(_fit(project, extents, batch, refuse))
        written = _add_pairs(project, edit, fit)
        rows = {each.id: each for each in map(as_stored, fit) if each.kind != "pair"}
        there = queries.known_rows(project.store, "suggestions", list(rows))
        fresh = [each for name, each in rows.items() if name not in there]
        edit.add(SUGGESTIONS, [SUGGESTIONS.encode(each) for each in fresh])
        back = [rows[name] for name, deleted in there.items() if deleted]
        for each in back:
            edit.put(SUGGESTIONS, each)
        written += len(fresh) + len(back)
        new += written
        unchanged += len(fit) - written
    return new, unchanged


class _Extents:
    """How long articles are, remembered: a million suggestions speak of the same few articles.

    Articles neither come nor go while it is used.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, queries.TextExtent] = {}

    def of(self, article_ids: Set[str]) -> Mapping[str, queries.TextExtent]:
        """Return the extents of these articles, those that there are, and perhaps of others."""
        if len(self._known) > _REMEMBERED:
            self._known = {}
        self._known |= queries.text_extents(self._store, article_ids - self._known.keys())
        return self._known


def _fit(
    project: OpenProject,
    extents: _Extents,
    given: Iterable[tuple[Suggestion, SourceLocation]],
    refuse: Refuse,
) -> Iterator[Suggestion]:
    """Yield the suggestions that could become annotations; the articles of pairs are known."""
    store, suggestions = project.store, [each for each, _ in given]
    known = Known(
        extents.of(articles_of(suggestions)),
        queries.known_rows(store, "pairs", {s.pair_id for s in suggestions if s.pair_id}),
        queries.known_rows(store, "events", {s.event_id for s in suggestions if s.event_id}),
        project.scheme,
    )
    for each, place in given:
        try:
            if each.kind == "pair":
                pairs.sorted_pair(new_pair(each), position=0)
            else:
                check_suggestion(each, known, pair_comes="a" in each.payload)
        except UserError as error:
            refuse(place, error.message)
            continue
        yield each


def _add_pairs(project: OpenProject, edit: Edit, given: Iterable[Suggestion]) -> int:
    """Add the pairs that are proposed, and those of relations that are not in the queue yet.

    Returns how many of the proposed ones were not in the queue.
    """
    named = {each.pair_id: each for each in given if "a" in each.payload and each.pair_id}
    there = queries.known_rows(project.store, "pairs", list(named))
    new = [
        new_pair(each)
        for name, each in named.items()
        if each.kind == "pair" or there.get(name, True)
    ]
    if new:
        pairs.add_pair_batch(project, edit, new, queries.last_position(project.store))
    return sum(each.kind == "pair" and there.get(name, True) for name, each in named.items())
