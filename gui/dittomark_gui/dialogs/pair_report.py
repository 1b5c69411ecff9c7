"""Writes the report of a pair: both texts with their passages and judgements, for print."""

from pathlib import Path
from typing import TYPE_CHECKING, get_args

from PySide6.QtWidgets import QFileDialog

from dittomark.compare.comparison import PassageKind
from dittomark.system.optional_parts import PDF
from dittomark_gui.i18n import day, interface_language, number, percent, translate
from dittomark_gui.words import link_kind_name, passage_kind, relation_name, span_name

if TYPE_CHECKING:
    from dittomark.annotations import Pair
    from dittomark.project import Project
    from dittomark.reporting import ReportWords
    from dittomark_gui.panels.frame import Frame
    from dittomark_gui.session import Session


def ask_report(window: "Frame", pair: "Pair") -> None:
    """Ask for a file name and write the report of a pair."""
    kinds = [translate("PairReport", "Web page (*.html)")]
    if PDF.is_offered:
        kinds.append(translate("PairReport", "PDF (*.pdf)"))
    name, _ = QFileDialog.getSaveFileName(
        window,
        translate("PairReport", "Report of this pair"),
        str(window.session.projects_folder() / "report.html"),
        ";;".join(kinds),
    )
    if name:
        write_report(window.session, pair, Path(name))


def report_words() -> "ReportWords":
    """Return the words of a report in the language of the interface."""
    from dittomark.reporting import ReportWords

    return ReportWords(
        language=interface_language(),
        letters=(translate("PairReport", "A"), translate("PairReport", "B")),
        pair=translate("PairReport", "Pair {id}"),
        annotator=translate("PairReport", "Annotator"),
        relation=translate("PairReport", "Relation"),
        direction=translate("PairReport", "Direction"),
        note=translate("PairReport", "Note"),
        undecided=translate("PairReport", "undecided"),
        not_judged=translate("PairReport", "Nobody has judged this pair yet."),
        passages=translate("PairReport", "Shared passages: {list}"),
        no_passages=translate("PairReport", "The two articles share no passage."),
        kinds={kind: passage_kind(kind) for kind in get_args(PassageKind)},
        link=translate("PairReport", "Link"),
        shared=translate("PairReport", "{percent} shared"),
        event=translate("PairReport", "event: {title}"),
        number=number,
        percent=percent,
        day=day,
        relation_name=relation_name,
        span_name=span_name,
        link_name=link_kind_name,
    )


def write_report(session: "Session", pair: "Pair", path: Path) -> None:
    """Write the report of a pair; the suffix of `path` determines the format."""
    from dittomark import reporting

    words = report_words()

    session.flush()

    def write(project: "Project") -> Path:
        report = reporting.pair_report(
            project, pair.a, pair.b, words=words, seen_by=session.annotator
        )
        reporting.write_report(report, path)
        return path

    if session.run(write):
        session.messages.show(
            translate("PairReport", "Report written to {path}.").format(path=path)
        )
