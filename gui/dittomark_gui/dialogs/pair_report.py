"""A pair as a page to print or send: both texts with their passages, and what was said of them."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from dittomark_gui.i18n import translate

if TYPE_CHECKING:
    from dittomark.project import Project
    from dittomark_gui.panels.frame import Frame


def ask_report(window: "Frame") -> None:
    """Ask for a file and write the report of the pair on the desk."""
    pair = window.workspace.pair
    if pair is None:
        return
    name, _ = QFileDialog.getSaveFileName(
        window,
        translate("PairReport", "Report of this pair"),
        str(window.session.projects_folder() / "report.html"),
        ";;".join(
            (translate("PairReport", "Web page (*.html)"), translate("PairReport", "PDF (*.pdf)"))
        ),
    )
    if name:
        write_report(window, Path(name))


def write_report(window: "Frame", path: Path) -> None:
    """Write the report of the pair on the desk; what it is follows from the file's ending."""
    from dittomark import reporting

    pair = window.workspace.pair
    if pair is None:
        return
    window.label_panel.note.flush()
    session = window.session

    def write(project: "Project") -> Path:
        reporting.write_report(reporting.pair_report(project, pair.a, pair.b), path)
        return path

    if session.run(write):
        session.messages.tell(
            translate("PairReport", "Report written to {path}.").format(path=path)
        )
