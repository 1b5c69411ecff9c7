"""The suggestions that are open for one annotator of a team.

A suggestion that an annotator settled is not open for them any more, even if a colleague, who had
settled it too, has reverted that, and it is open again.

In a blind team a suggestion that a colleague settled is not among the project's open ones; its
disappearance would reveal the colleague's decision. So for an annotator who may not see others'
work it stays open until they settle it themselves, or the question is decided. A suggestion
refused by a lead or adjudicator is refused for all.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain
from typing import Final

from dittomark import ids
from dittomark.annotations import DecisionKind, Suggestion, SuggestionKind
from dittomark.operations import sight
from dittomark.operations.open_project import OpenProject
from dittomark.operations.passage_links import sides_of_suggestion
from dittomark.operations.scheme import setting
from dittomark.store import team_records
from dittomark.store.rows import DECISIONS, SUGGESTIONS
from dittomark.store.suggestion_decisions import open_again, refused_by, settled
from dittomark.store.suggestion_queries import NO_DIFFERENCES, Differences
from dittomark.team_rules import SETTING, rules_from

REFUSE: Final = "refuse_suggestion"
_ASKED: Final[dict[SuggestionKind, DecisionKind]] = {
    "span": "spans",
    "event": "events",
    "relation": "relation",
    "link": "links",
}


def open_for(project: OpenProject, found: Iterable[Suggestion], annotator: str) -> list[Suggestion]:
    """Return those of some suggestions, of any state, that are open for that annotator."""
    rows = list(found)
    if not team_records.is_in_team(project.store):
        return [row for row in rows if row.state == "open"]
    if not sight.is_blind(project, annotator):
        rows = [row for row in rows if row.state == "open"]
        own = {
            settlement.suggestion
            for settlement in settled(project.store, [row.id for row in rows])
            if settlement.annotator == annotator
        }
        return [row for row in rows if row.id not in own]
    decided = rules_from(setting(project, SETTING))
    own = set[str]()
    others = defaultdict[str, list[bool]](list)
    for settlement in settled(project.store, [row.id for row in rows]):
        if settlement.annotator == annotator:
            own.add(settlement.suggestion)
        else:
            final = settlement.operation == REFUSE and not decided.hides_others_from(
                settlement.annotator
            )
            others[settlement.suggestion].append(final)
    names = {row.id: _question(row) for row in rows if row.state != "open"}
    closed = {row.id for row in project.store.select_ids(DECISIONS, set(names.values()))}
    return [
        replace(row, state="open")
        for row in rows
        if row.id not in own
        and (
            row.state == "open"
            or (others[row.id] and not any(others[row.id]) and names[row.id] not in closed)
        )
    ]


def differences(project: OpenProject, annotator: str) -> Differences:
    """Return the suggestions that are open or closed for that annotator contrary to their state."""
    if not team_records.is_in_team(project.store):
        return NO_DIFFERENCES
    stated = project.store.select_ids(SUGGESTIONS, open_again(project.store, annotator))
    found = open_for(project, stated, annotator)
    without = {row.id for row in stated} - {row.id for row in found}
    if not sight.is_blind(project, annotator):
        return Differences((), without)
    others = chain.from_iterable(
        project.store.select(SUGGESTIONS, state=state) for state in ("accepted", "refused")
    )
    return Differences([row.id for row in open_for(project, others, annotator)], without)


def refused_for(
    project: OpenProject, refused: Sequence[Suggestion], annotator: str | None
) -> list[Suggestion]:
    """Return those of some refused suggestions that are refused for that annotator; None: all."""
    if annotator is None or not refused or not sight.is_blind(project, annotator):
        return list(refused)
    decided = rules_from(setting(project, SETTING))
    final = {name for name in decided.roles if not decided.hides_others_from(name)}
    known = refused_by(project.store, {annotator, *final})
    names = {row.id: _question(row) for row in refused}
    closed = {row.id for row in project.store.select_ids(DECISIONS, set(names.values()))}
    return [row for row in refused if row.id in known or names[row.id] in closed]


def _question(suggestion: Suggestion) -> str:
    """Return the id of the question that a decision about the suggestion answers."""
    target = suggestion.pair_id or suggestion.article_id or ""
    if suggestion.kind in ("span", "event"):
        target = suggestion.article_id or ""
    if suggestion.kind == "link":
        target = ids.pair_id(*(side[0] for side in sides_of_suggestion(suggestion)))
    return ids.decision_id(_ASKED[suggestion.kind], target)
