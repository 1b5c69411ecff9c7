"""Many annotators' files become one: in any order, any number of times, with the same result."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from functools import reduce
from pathlib import Path
from typing import Final

from dittomark.errors import UserError
from dittomark.labels import (
    DEFAULT_LINK_KINDS,
    DEFAULT_RELATIONS,
    DEFAULT_SPAN_LABELS,
    Label,
    LabelScheme,
)
from dittomark.messages import Message
from dittomark.progress import Report
from dittomark.project import Project
from dittomark.store.backups import back_up
from dittomark.store.codecs import to_json
from dittomark.store.conflicts import Conflict
from dittomark.store.disk import new_file

_DEFAULT_ORDER: Final = {
    label.key: place
    for place, label in enumerate((*DEFAULT_SPAN_LABELS, *DEFAULT_RELATIONS, *DEFAULT_LINK_KINDS))
}


@dataclass(frozen=True, slots=True)
class MergeReport:
    """The result of a merge.

    `added` and `updated` count rows by kind; `labels` describes in sentences how different label
    schemes were reconciled; `conflicts` are rows that annotators changed differently, the newest is
    kept; `same_text` are groups of articles with equal texts and different metadata. `backup` is
    the project as it was before files were merged into it.
    """

    files: tuple[Path, ...]
    added: dict[str, int]
    updated: dict[str, int]
    labels: tuple[Message, ...]
    conflicts: tuple[Conflict, ...]
    same_text: tuple[tuple[str, ...], ...]
    backup: Path | None = None


def merge(out: Path, inputs: Sequence[Path], *, report: Report | None = None) -> MergeReport:
    """Write the union of project files to the new file `out`; the inputs are not changed.

    Raises `ProjectFileError` if one of them is not a sound project or `out` exists, and exceptions
    of `report`; then there is no `out`.
    """
    if not inputs:
        raise UserError("Name at least one project file to merge.")
    with ExitStack() as stack:
        others = [stack.enter_context(Project.open(path, read_only=True)) for path in inputs]
        scheme, labels = reconcile([other.scheme for other in others])
        names = {other.name for other in others}
        name = names.pop() if len(names) == 1 else out.stem
        with (
            new_file(out) as draft,
            Project.create(draft, name=name, scheme=scheme) as project,
        ):
            return _joined(project, others, inputs, labels, report=report)


def merge_into(
    project: Project, inputs: Sequence[Path], *, report: Report | None = None
) -> MergeReport:
    """Merge files into the open project, after a backup of it; undo does not revert a merge.

    Raises `ProjectFileError` if one of them is not a sound project; then nothing was changed.
    """
    with ExitStack() as stack:
        others = [stack.enter_context(Project.open(path, read_only=True)) for path in inputs]
        backup = back_up(project.path)
        scheme, labels = reconcile([project.scheme, *(other.scheme for other in others)])
        joined = _joined(project, others, inputs, labels, report=report, scheme=scheme)
        return replace(joined, backup=backup)


def _joined(
    project: Project,
    others: Sequence[Project],
    inputs: Sequence[Path],
    labels: tuple[Message, ...],
    *,
    report: Report | None,
    scheme: LabelScheme | None = None,
) -> MergeReport:
    joined = project.join(others, scheme=scheme, report=report)
    return MergeReport(
        tuple(inputs),
        joined.added,
        joined.updated,
        labels,
        tuple(project.conflicts()),
        tuple(project.articles_of_same_text()),
    )


# --- label schemes -------------------------------------------------------------------------------


def reconcile(schemes: Sequence[LabelScheme]) -> tuple[LabelScheme, tuple[Message, ...]]:
    """Return one scheme with the labels of all, and a sentence for each difference.

    The result does not depend on the order of the schemes, nor on how they are grouped.
    """
    first, differences = schemes[0], list[Message]()
    spans = _labels(Message("span label"), [scheme.spans for scheme in schemes], differences)
    relations = _labels(Message("relation"), [scheme.relations for scheme in schemes], differences)
    links = _labels(Message("kind of link"), [scheme.links for scheme in schemes], differences)
    fields = first.event_fields
    if any(scheme.event_fields != fields for scheme in schemes):
        fields = tuple(sorted({name for scheme in schemes for name in scheme.event_fields}))
        differences.append(
            Message("The event fields differ: all are kept ({fields}).", fields=", ".join(fields))
        )
    guidelines = max((scheme.guidelines for scheme in schemes), key=lambda text: (len(text), text))
    if len({scheme.guidelines for scheme in schemes} - {""}) > 1:
        differences.append(Message("The guidelines differ: the longest are kept."))
    return LabelScheme(spans, relations, fields, guidelines, links), tuple(differences)


def _labels(
    kind: Message, lists: Sequence[tuple[Label, ...]], differences: list[Message]
) -> tuple[Label, ...]:
    """Return the labels of all lists; unchanged if all lists are equal."""
    if all(labels == lists[0] for labels in lists):
        return lists[0]
    versions: dict[str, set[Label]] = {}
    for labels in lists:
        for label in labels:
            versions.setdefault(label.key, set()).add(label)
    kept = {key: max(different, key=_preference) for key, different in versions.items()}
    for key, label in sorted(kept.items()):
        missing = sum(all(label.key != key for label in labels) for labels in lists)
        if missing:
            differences.append(
                Message(
                    "The {what} “{key}” is missing from {missing} of {all} label schemes: it is "
                    "kept.",
                    what=kind,
                    key=key,
                    missing=missing,
                    all=len(lists),
                )
            )
        if len(versions[key]) > 1:
            differences.append(
                Message(
                    "The {what} “{key}” is not the same in all label schemes: {differs}.",
                    what=kind,
                    key=key,
                    differs=reduce(_both, _differences(label, versions[key] - {label})),
                )
            )
    order = sorted(kept, key=lambda key: (_DEFAULT_ORDER.get(key, 999), key))
    return tuple(kept[key] for key in order)


_FIELDS: Final = {
    "key": Message("key"),
    "name": Message("name"),
    "color": Message("color"),
    "description": Message("description"),
    "shortcut": Message("shortcut"),
}
_IT_IS: Final = {
    ("directed", True): Message("it is directed"),
    ("directed", False): Message("it is not directed"),
    ("retired", True): Message("it is retired"),
    ("retired", False): Message("it is not retired"),
}


def _differences(kept: Label, others: Iterable[Label]) -> Iterator[Message]:
    """Yield the differences of a label to other descriptions of it: `name “Menu”, not “Top”`."""
    for name, value in asdict(kept).items():
        different = sorted({str(getattr(other, name)) for other in others} - {str(value)})
        if isinstance(value, bool) and different:
            yield _IT_IS[name, value]
        elif different:
            yield Message(
                "{field} {value}, not {others}",
                field=_FIELDS[name],
                value=_quoted(value),
                others=reduce(_either, map(_quoted, different)),
            )


def _quoted(value: str) -> Message:
    return Message("“{text}”", text=value) if value else Message("empty")


def _both(one: Message, other: Message) -> Message:
    return Message("{one}; {other}", one=one, other=other)


def _either(one: Message, other: Message) -> Message:
    return Message("{one} or {other}", one=one, other=other)


def _preference(label: Label) -> tuple[bool, str]:
    """Order descriptions of one label: one that can still be chosen is preferred."""
    return not label.retired, to_json(asdict(label))
