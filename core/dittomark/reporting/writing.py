"""Writing a report to disk, in the format of its suffix."""

from pathlib import Path

from dittomark.errors import UserError
from dittomark.exporting.output import file_output, is_standard_output
from dittomark.reporting import html, pdf
from dittomark.reporting.content import PairReport


def write_report(report: PairReport, out: Path) -> None:
    """Write a report as `.html` or `.pdf`; an existing file is replaced once all is written.

    `-` is the standard output, as HTML. Raises UserError for another suffix, and for a path that
    can't be written.
    """
    ending = ".html" if is_standard_output(out) else out.suffix.lower()
    if ending not in {".html", ".htm", ".pdf"}:
        raise UserError("A report is an .html or a .pdf file: give --out such a name.")
    with file_output(out) as output:
        if ending == ".pdf":
            pdf.write(report, output.path(out.name))
        else:
            output.path(out.name).write_text(html.page(report), "utf-8")
