"""Adding suggestions of other programs to a project: their ids, their pairs, files of them."""

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
_REMEMBERED: Final = 100_000  # articles whose ids are remembered for a file


def suggestion_id(each: Suggestion) -> str:
    """Return the id of a suggestion that has none: from suggester, article or pair, and content.

    It depends neither on version nor score, nor on the payload, except a direction and a new event,
    which consists of its payload: so a refused suggestion stays refused.
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
    """Return a suggestion as stored: with id and doubt, without the articles of its pair."""
    payload = dict(each.payload)
    if each.kind == "relation":
        payload.pop("a", None)
        payload.pop("b", None)
    if each.kind == "span" and "doubt" not in payload:
        # for a score that is taken for a probability
        payload["doubt"] = 1 - abs(2 * each.score - 1)
    return Suggestion(  # all arguments: `replace` takes three times as long, for up to a million
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
    """Return the pair that a suggestion proposes, or to which it refers."""
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
    """Add suggestions of a file, and the pairs to which they refer.

    Returns the numbers of new and of existing ones (a proposed pair exists once it is queued).

    `refuse` is called with the location of each that could not become an annotation, and the
    reason. An existing one, in whatever state, is left unchanged.
    """
    new = unchanged = 0
    extents = _Extents(project.store)
    while batch := list(islice(given, _BATCH)):
        fit = list(_fit(project, extents, batch, refuse))
        written = _add_pairs(project, edit, fit)
        rows = {each.id: each for each in map(as_stored, fit) if each.kind != "pair"}
        existing = queries.known_rows(project.store, "suggestions", list(rows))
        fresh = [each for name, each in rows.items() if name not in existing]
        edit.add(SUGGESTIONS, [SUGGESTIONS.encode(each) for each in fresh])
        back = [rows[name] for name, deleted in existing.items() if deleted]
        for each in back:
            edit.put(SUGGESTIONS, each)
        written += len(fresh) + len(back)
        new += written
        unchanged += len(fit) - written
    return new, unchanged


class _Extents:
    """A cache of articles' lengths: a million suggestions refer to the same few articles.

    Articles are neither added nor deleted while it is used.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, queries.TextExtent] = {}

    def of(self, article_ids: Set[str]) -> Mapping[str, queries.TextExtent]:
        """Return the extents of these articles, of those that exist, and possibly of others."""
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
    """Add the proposed pairs, and those of relations that are not in the queue yet.

    Returns the number of proposed ones that were not in the queue.
    """
    named = {each.pair_id: each for each in given if "a" in each.payload and each.pair_id}
    existing = queries.known_rows(project.store, "pairs", list(named))
    new = [
        new_pair(each)
        for name, each in named.items()
        if each.kind == "pair" or existing.get(name, True)
    ]
    if new:
        pairs.add_pair_batch(project, edit, new, queries.last_position(project.store))
    return sum(each.kind == "pair" and existing.get(name, True) for name, each in named.items())
