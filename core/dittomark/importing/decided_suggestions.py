"""Lines with a decision on a suggestion: `{"type": "suggestion", …, "state": "accepted"}`."""

from collections.abc import Iterable, Iterator
from typing import Final

from dittomark.errors import InvalidAnnotationError, NotFoundError, UserError
from dittomark.importing.file_events import FileEvents
from dittomark.importing.resolver import Resolver
from dittomark.importing.results import Failure, Item, ReadRecord
from dittomark.importing.suggestions import suggestion_of
from dittomark.messages import Message
from dittomark.operations.suggestion_rows import suggestion_id
from dittomark.progress import Report
from dittomark.project import Project

_STATES: Final = frozenset({"accepted", "refused"})


def without_decisions(items: Iterable[Item], decided: list[ReadRecord]) -> Iterator[Item]:
    """Yield items; decisions go to `decided`, those that give an id alone only there."""
    for item in items:
        if isinstance(item, ReadRecord) and item.fields.get("type") == "suggestion":
            state = item.fields.get("state", "open")
            if state not in {"open", *_STATES}:
                why = Message("“{state}” is not a state of a suggestion.", state=str(state))
                yield Failure(item.path, why, item.line)
                continue
            if state in _STATES:
                decided.append(item)
                if item.fields.get("kind") is None:  # it is identified by its id alone
                    continue
        yield item


def decide(
    project: Project,
    decided: Iterable[ReadRecord],
    *,
    annotator: str,
    report: Report | None,
) -> tuple[dict[str, int], int, list[Failure]]:
    """Accept and refuse the suggestions of the lines, as that annotator.

    A suggestion is identified by its `id`, else by its content. Returns counts, the number of
    unchanged suggestions, and failures.
    """
    resolver = Resolver(
        project, {}, FileEvents(project.events(), by_title=True), annotator=annotator
    )
    counts = dict.fromkeys(sorted(_STATES), 0)
    unchanged, failures = 0, []
    for number, each in enumerate(decided):
        if report is not None and number % 100 == 0:
            report(1, 1)
        state = str(each.fields["state"])
        try:
            (name, was) = _named(project, each, resolver)
            if was == state:
                unchanged += 1
                continue
            if state == "accepted":
                project.accept_suggestions((name,), annotator=annotator)
            else:
                project.refuse_suggestions((name,), annotator=annotator)
            counts[state] += 1
        except UserError as error:
            failures.append(Failure(each.path, error.message, each.line))
    return {state: count for state, count in counts.items() if count}, unchanged, failures


def _named(project: Project, record: ReadRecord, resolver: Resolver) -> tuple[str, str]:
    """Return id and state of the suggestion that a line identifies; raises `UserError`."""
    name = record.fields.get("id")
    found = project.listed_suggestions([name]) if isinstance(name, str) else []
    if not found and record.fields.get("kind") is not None:
        suggestion = suggestion_of(record.fields, resolver)
        if suggestion.kind == "pair":
            raise InvalidAnnotationError("A pair goes into the queue at once: judge it there.")
        found = project.listed_suggestions([suggestion_id(suggestion)])
    if not found:
        raise NotFoundError("There is no such suggestion in this project.")
    return found[0].id, found[0].state
