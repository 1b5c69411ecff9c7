"""Run an export: choose, split, write, report."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, Protocol

from dittomark.errors import UserError
from dittomark.exporting import (
    brat,
    cas_json,
    cas_xmi,
    clean_text,
    clusters,
    conll,
    csv_files,
    doccano,
    huggingface,
    jsonl,
    label_studio,
    pair_texts,
    pan,
    parquet,
    prodigy,
    read_back,
    semeval,
    spacy_docs,
    split,
    sqlite,
    training,
    web_annotation,
    webanno_tsv,
    xlsx,
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
from dittomark.exporting.split_proof import WrittenSplit, torn_bonds
from dittomark.messages import Message
from dittomark.progress import Report
from dittomark.store.snapshot import Snapshot

Writer = Callable[[Dataset, Output, str], None]
ReadBack = Callable[[Path, str], Iterator[read_back.Written]]


@dataclass(frozen=True, slots=True)
class Format:
    """How a format is written: a folder of files, or one file with this suffix.

    `write(dataset, output, name)` writes the dataset into the file, or below the folder, of that
    name, and counts written and lost data in `dataset.tally`. `read_back(folder, name)` yields the
    articles in the written files, from which a split is proved not to leak. It is None only if the
    files do not identify their articles. `needs_text` is true for formats that require the texts.
    `everything` is true for those that contain adjudicated decisions and all imported metadata,
    too; `links` for those that contain links.
    """

    name: str
    write: Writer
    read_back: ReadBack | None
    folder: bool = False
    ending: str = ""
    needs_text: bool = False
    everything: bool = False
    links: bool = False


FORMATS: Final[dict[str, Format]] = {
    kind.name: kind
    for kind in (
        Format(
            "jsonl", jsonl.write, read_back.in_jsonl, ending=".jsonl", everything=True, links=True
        ),
        Format("csv", csv_files.write, read_back.in_csv, folder=True, everything=True, links=True),
        Format("xlsx", xlsx.write, read_back.in_xlsx, ending=".xlsx", everything=True, links=True),
        Format(
            "sqlite",
            sqlite.write,
            read_back.in_sqlite,
            ending=".sqlite",
            everything=True,
            links=True,
        ),
        Format(
            "parquet", parquet.write, read_back.in_parquet, folder=True, everything=True, links=True
        ),
        Format(
            "huggingface",
            huggingface.write,
            read_back.in_huggingface,
            folder=True,
            everything=True,
            links=True,
        ),
        Format("spacy", spacy_docs.write, read_back.in_spacy, folder=True, needs_text=True),
        Format(
            "label-studio",
            label_studio.write,
            read_back.in_label_studio,
            folder=True,
            needs_text=True,
            links=True,
        ),
        Format("doccano", doccano.write, read_back.in_doccano, ending=".jsonl", needs_text=True),
        Format("brat", brat.write, read_back.in_brat, folder=True, needs_text=True),
        Format("pan", pan.write, read_back.in_pan, folder=True, needs_text=True, links=True),
        Format(
            "web-annotation",
            web_annotation.write,
            read_back.in_web_annotation,
            ending=".jsonld",
            links=True,
        ),
        Format("conll", conll.write, read_back.in_conll, ending=".conll", needs_text=True),
        Format("prodigy", prodigy.write, read_back.in_prodigy, ending=".jsonl", needs_text=True),
        Format("cas-json", cas_json.write, read_back.in_cas_json, folder=True, needs_text=True),
        Format("cas-xmi", cas_xmi.write, read_back.in_cas_xmi, folder=True, needs_text=True),
        Format(
            "webanno-tsv",
            webanno_tsv.write,
            read_back.in_webanno_tsv,
            folder=True,
            needs_text=True,
        ),
        Format("semeval", semeval.write, None, ending=".csv"),
        Format(
            "pair-texts", pair_texts.write, read_back.in_training, ending=".jsonl", needs_text=True
        ),
        Format("clusters", clusters.write, read_back.in_clusters, ending=".jsonl"),
        Format(
            "clean-text",
            clean_text.write,
            read_back.in_clean_text,
            ending=".jsonl",
            needs_text=True,
        ),
    )
}
# Formats for trainers, by the kind of annotation: `dittomark training`.
TRAINING: Final[dict[str, Format]] = {
    kind.name: kind
    for kind in (
        Format(
            "training-span",
            training.write_spans,
            read_back.in_training,
            ending=".jsonl",
            needs_text=True,
        ),
        Format(
            "training-relation",
            training.write_relations,
            read_back.in_training,
            ending=".jsonl",
            needs_text=True,
        ),
        Format(
            "training-event",
            training.write_events,
            read_back.in_training,
            ending=".jsonl",
            needs_text=True,
        ),
    )
}
_EVERY: Final = {**FORMATS, **TRAINING}


class HasPath(Protocol):
    """An open project, of which only the path of its file is used."""

    @property
    def path(self) -> Path:
        """The path of the project's file."""
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
    """Write a project, or a part of it, as a dataset; the old export stays intact until the end.

    `project` may be open in another thread: the export reads the file through a separate
    connection, as it is at this moment. `text` is `full`, `none` or `hash` (the texts are left out,
    so that others match the file to their own copies). `parts` maps the parts of a split to their
    shares; duplicate groups stay within one part, and so do the groups in `keep_together`
    (`events`, `sources`). `licence` is named in a dataset card. `report(done, total)` counts
    articles and may raise Cancelled. Raises UserError for data that can't be written, with the old
    files unchanged.
    """
    _check(format, text, keep_together)
    kind, target, tally = _EVERY[format], Path(out), Tally()
    path = project if isinstance(project, Path) else project.path
    with Snapshot(path) as snapshot:
        dataset = partial(
            Dataset, snapshot, selection or Selection(), text=text, licence=licence, report=report
        )
        whole = dataset(tally=Tally())  # for reading without counting
        plan = None
        if parts is not None:
            shares = checked_split(parts)
            plan = split.plan(whole, shares, seed=seed, keep=keep_together)
        if not kind.links:
            unsaid = sum(1 for _ in whole.links())
            tally.lose("links", Message("This format has no links."), unsaid)
        proof = None
        with (
            folder_output(target, format_=kind.name)
            if kind.folder
            else file_output(target) as output
        ):
            if plan is None:
                kind.write(dataset(tally=tally), output, "" if kind.folder else target.name)
            else:
                proof = write_split(
                    dataset,
                    plan,
                    kind,
                    output,
                    name="" if kind.folder else target.name,
                    tally=tally,
                )
                tally.lose("pairs", Message("They join articles of two parts."), proof.crossing)
            if not kind.everything:
                _tell_of_the_rest(whole, tally)
    files = tuple((target if kind.folder else target.parent) / name for name in output.names)
    return ExportReport(format, target, files, tally.counts, tally.losses, proof)


def _tell_of_the_rest(dataset: Dataset, tally: Tally) -> None:
    """Count as lost the data that only the complete formats contain."""
    why = Message("The format has no place for it.")
    settled = sum(1 for _ in dataset.decisions()) - tally.counts.get("decisions", 0)
    tally.lose("decisions", why, max(settled, 0))
    tally.lose("metadata", why, dataset.with_metadata())


def _check(format_: str, text: str, keep_together: Iterable[str]) -> None:
    """Raise `UserError` for a combination that can't be exported."""
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


def write_split(
    dataset: Callable[..., Dataset],
    plan: split.Plan,
    kind: Format,
    output: Output,
    *,
    name: str = "",
    tally: Tally | None = None,
) -> SplitReport:
    """Write each part of a split; returns the report, counted from the written files.

    `dataset` makes the dataset of the whole, or of a part; `name` is that of the file that is
    split, empty for formats of a folder.
    """
    tally = tally or Tally()
    pairs: dict[str, int] = {}
    written = WrittenSplit()
    plain = Path(name)
    for part in plan.shares:
        narrowed = dataset(tally=tally, part=part, parts=plan.part_of, all_parts=tuple(plan.shares))
        place = f"{part}/" if kind.folder else f"{plain.stem}.{part}{plain.suffix}"
        before = tally.counts.get("pairs", 0)
        kind.write(narrowed, output, place)
        pairs[part] = tally.counts.get("pairs", 0) - before
        if kind.read_back is not None:
            written.see(part, kind.read_back(output.folder, place))
    torn = None
    if kind.read_back is not None:
        every = dataset(tally=Tally())
        torn = torn_bonds(every, written, keep=plan.keep, relations=split.TEXT_REUSE)
    return plan.report(written, pairs, torn=torn)
