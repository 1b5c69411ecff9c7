"""Run an export: choose, split, write, report."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, Protocol

from dittomark.errors import UserError
from dittomark.exporting import (
    brat,
    cas_json,
    clean_text,
    clusters,
    conll,
    csv_files,
    doccano,
    huggingface,
    jsonl,
    label_studio,
    parquet,
    prodigy,
    semeval,
    spacy_docs,
    split,
    training,
    web_annotation,
)
from dittomark.exporting.dataset import Dataset
from dittomark.exporting.options import (
    TEXT_MODES,
    ExportReport,
    Selection,
    SplitReport,
    Tally,
    TextMode,
    checked_split,
)
from dittomark.exporting.output import Output, file_output, folder_output
from dittomark.messages import Message
from dittomark.progress import Report
from dittomark.store.snapshot import Snapshot

Writer = Callable[[Dataset, Output, str], None]


@dataclass(frozen=True, slots=True)
class Format:
    """How a format is written: a folder of files, or one file with this ending.

    `needs_text` is true for formats that are nothing without the texts.
    """

    write: Writer
    folder: bool = False
    ending: str = ""
    needs_text: bool = False


FORMATS: Final[dict[str, Format]] = {
    "jsonl": Format(jsonl.write, ending=".jsonl"),
    "csv": Format(csv_files.write, folder=True),
    "parquet": Format(parquet.write, folder=True),
    "huggingface": Format(huggingface.write, folder=True),
    "spacy": Format(spacy_docs.write, folder=True, needs_text=True),
    "label-studio": Format(label_studio.write, folder=True, needs_text=True),
    "doccano": Format(doccano.write, ending=".jsonl", needs_text=True),
    "brat": Format(brat.write, folder=True, needs_text=True),
    "web-annotation": Format(web_annotation.write, ending=".jsonld"),
    "conll": Format(conll.write, ending=".conll", needs_text=True),
    "prodigy": Format(prodigy.write, ending=".jsonl", needs_text=True),
    "cas-json": Format(cas_json.write, folder=True, needs_text=True),
    "semeval": Format(semeval.write, ending=".csv"),
    "clusters": Format(clusters.write, ending=".jsonl"),
    "clean-text": Format(clean_text.write, ending=".jsonl", needs_text=True),
}
# What a trainer reads, by the kind of annotation: `dittomark training`.
TRAINING: Final[dict[str, Format]] = {
    "training-span": Format(training.write_spans, ending=".jsonl", needs_text=True),
    "training-relation": Format(training.write_relations, ending=".jsonl", needs_text=True),
    "training-event": Format(training.write_events, ending=".jsonl", needs_text=True),
}
_EVERY: Final = {**FORMATS, **TRAINING}


class HasPath(Protocol):
    """An open project, of which only the place of its file is used."""

    @property
    def path(self) -> Path:
        """Where the project's file is."""
        ...


def export(
    project: HasPath | Path,
    *,
    format: str,  # noqa: A002  (the word people know from the command)
    out: Path | str,
    selection: Selection | None = None,
    text: TextMode = "full",
    parts: Mapping[str, float] | None = None,
    seed: int = 0,
    keep_together: Iterable[str] = (),
    licence: str = "",
    report: Report | None = None,
) -> ExportReport:
    """Write a project, or a part of it, as a dataset; the old export stays whole until the end.

    `project` may be open in another thread: the export reads the file through a connection of its
    own, as it is at this moment. `text` is `full`, `none` or `hash` (the texts are left out, so
    that others join the file with their own copies). `parts` maps the parts of a split to their
    shares; duplicate groups stay within one part, and so do what `keep_together` names (`events`,
    `sources`). `licence` is named in a dataset card. `report(done, total)` counts articles and may raise Cancelled.
    Raises UserError for what can't be written, with the old files untouched.
    """
    _check(format, text, keep_together)
    kind, target, tally = _EVERY[format], Path(out), Tally()
    path = project if isinstance(project, Path) else project.path
    with Snapshot(path) as snapshot:
        dataset = partial(
            Dataset, snapshot, selection or Selection(), text=text, licence=licence, report=report
        )
        plan = None
        if parts is not None:
            shares = checked_split(parts)
            plan = split.plan(dataset(tally=Tally()), shares, seed=seed, keep=keep_together)
        proof = None
        with folder_output(target) if kind.folder else file_output(target) as output:
            if plan is None:
                kind.write(dataset(tally=tally), output, "" if kind.folder else target.name)
            else:
                proof = _write_split(partial(dataset, tally=tally), plan, kind, output, target)
                tally.lose("pairs", Message("They join articles of two parts."), proof.crossing)
    files = tuple((target if kind.folder else target.parent) / name for name in output.names)
    return ExportReport(format, target, files, tally.counts, tally.losses, proof)


def _check(format_: str, text: str, keep_together: Iterable[str]) -> None:
    """Raise `UserError` for what can't be exported so."""
    if format_ not in _EVERY:
        raise UserError(
            "“{format}” is not a format that can be written: {formats}.",
            format=format_,
            formats=", ".join(FORMATS),
        )
    if text not in TEXT_MODES:
        raise UserError(
            "“{text}” is not a way to export texts: {ways}.", text=text, ways=", ".join(TEXT_MODES)
        )
    if wrong := set(keep_together) - set(split.KEEPABLE):
        raise UserError(
            "“{name}” can't be kept together: {kinds}.",
            name=min(wrong),
            kinds=", ".join(split.KEEPABLE),
        )
    if _EVERY[format_].needs_text and text != "full":
        raise UserError(
            "The format {format} needs the texts. Use jsonl, csv or parquet.", format=format_
        )


def _write_split(
    dataset: Callable[..., Dataset], plan: split.Plan, kind: Format, output: Output, target: Path
) -> SplitReport:
    """Write each part of a split; return what the parts themselves say of it."""
    pairs: dict[str, int] = {}
    for part in plan.shares:
        narrowed = dataset(part=part, parts=plan.part_of, all_parts=tuple(plan.shares))
        name = f"{part}/" if kind.folder else f"{target.stem}.{part}{target.suffix}"
        before = narrowed.tally.counts.get("pairs", 0)
        kind.write(narrowed, output, name)
        pairs[part] = narrowed.tally.counts.get("pairs", 0) - before
    return plan.prove(pairs)
