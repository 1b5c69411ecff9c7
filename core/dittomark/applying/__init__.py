"""Annotations from a JSONL file into a project: one object a line, whatever tool wrote it.

The `type` of a line is `span`, `pair` (also `judgement`, `relation`), `event` or `membership`;
`article` lines as the JSONL export writes them bring their `spans` and `events`. Articles are named
by `id` or `external_id`. See `docs/file-format.md`.
"""

from collections.abc import Iterable
from pathlib import Path

from dittomark.applying.fields import parsed
from dittomark.applying.placer import Placer
from dittomark.applying.result import Applied
from dittomark.errors import UserError
from dittomark.progress import Report
from dittomark.project import Project
from dittomark.sentences import system_reason

__all__ = ["Applied", "apply_file", "apply_lines"]


def apply_file(
    project: Project, path: Path, *, annotator: str, report: Report | None = None
) -> Applied:
    """Apply a JSONL file as one step of the history; lines that can't be placed are listed.

    Raises `UserError` when the file can't be read at all.
    """
    try:
        with path.open("rb") as file:
            return apply_lines(project, file, annotator=annotator, report=report)
    except OSError as error:
        raise UserError(
            "{path} can't be read: {reason}.", path=path, reason=system_reason(error)
        ) from None


def apply_lines(
    project: Project, lines: Iterable[bytes], *, annotator: str, report: Report | None = None
) -> Applied:
    """Apply lines of JSON in UTF-8; see `apply_file`."""
    result = Applied()
    with project.batch("apply_annotations", annotator=annotator):
        placer = Placer(project, annotator, result)
        for number, line in enumerate(lines, start=1):
            if line.strip(b"\xef\xbb\xbf \t\r\n"):
                result.lines += 1
                try:
                    placer.place(parsed(line))
                except UserError as error:
                    result.failed.append((number, str(error)))
            if report is not None and number % 100 == 0:
                report(number, 0)
    return result
