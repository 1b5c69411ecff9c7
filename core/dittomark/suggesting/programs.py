"""Users' programs that suggest: JSON lines in, JSON lines out, in any language.

A program is stored under a name among this user's settings, never in a project file: a file from
somebody else can't run anything. It reads one JSON object per line on standard input: first the
project, then every article (or every pair with both articles), and writes one suggestion per line
on standard output, as in `docs/formats.md`. A line `{"type": "progress", "done": 3, "total": 9}`
moves the progress bar. Its standard error is kept for the report.
"""

import json
import re
import shlex
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final, Literal, cast

from dittomark.annotations import Article, Suggestion, SuggestionKind
from dittomark.article_fields import metadata_in
from dittomark.errors import InvalidAnnotationError, UserError, writing
from dittomark.importing.file_events import FileEvents
from dittomark.importing.resolver import Resolver
from dittomark.importing.suggestions import suggestion_of
from dittomark.messages import Message, json_reason, system_reason
from dittomark.progress import Report
from dittomark.suggesting.protocol import Rejected
from dittomark.suggesting.view import ProjectView
from dittomark.system.line_process import LineProcess, LineTooLongError
from dittomark.system.user_folders import data_folder

Reads = Literal["articles", "pairs"]
KINDS: Final = frozenset({"span", "relation", "event", "pair", "link"})
PATIENCE: Final = 600.0
"""Seconds for which a program may neither read nor write; a model may take as long to load."""
_NAME: Final = re.compile(r"[\w.-]{1,40}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Program:
    """A program that suggests: its name, the command and its arguments, its input and its output.

    `patience` is the number of seconds without input or output after which it is stopped.
    """

    name: str
    command: tuple[str, ...]
    kinds: frozenset[SuggestionKind]
    reads: Reads = "articles"
    patience: float = PATIENCE


def programs_file() -> Path:
    """Return the path of the file with this user's programs."""
    return data_folder() / "suggesters.json"


def load_programs() -> list[Program]:
    """Return this user's programs, in the order of adding. Raises `UserError` for a broken list."""
    path = programs_file()
    try:
        rows = json.loads(path.read_text("utf-8"))
        return [_program(row) for row in rows]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise UserError(
            "{path} can't be read: {reason}", path=path, reason=system_reason(error)
        ) from error
    except UserError as error:
        raise UserError("{path}: {reason}", path=path, reason=error.message) from error
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise UserError(
            "{path} is no list of suggesters. Move it away to begin a new one.", path=path
        ) from error


def save_program(program: Program) -> None:
    """Store a program, replacing one of the same name. Raises `UserError`."""
    _check(program)
    others = [each for each in load_programs() if each.name != program.name]
    _write([*others, program])


def remove_program(name: str) -> None:
    """Delete a program; raises `UserError` if none has that name."""
    programs = load_programs()
    left = [each for each in programs if each.name != name]
    if len(left) == len(programs):
        raise UserError("There is no program “{name}” among your suggesters.", name=name)
    _write(left)


def command_of(line: str) -> tuple[str, ...]:
    """Return the words of a command line as the system's shell would split them.

    Raises `UserError` for unbalanced quotation marks.
    """
    try:
        words = shlex.split(line, posix=sys.platform != "win32")
    except ValueError as error:
        raise UserError("The command can't be read: {reason}", reason=str(error)) from error
    return tuple(word.strip('"') if sys.platform == "win32" else word for word in words)


def _check(program: Program) -> None:
    if not _NAME.fullmatch(program.name):
        raise UserError(
            "“{name}” can't be a suggester's name: take up to 40 letters, digits, “.”, “_” or “-”.",
            name=program.name,
        )
    if not program.command or not program.command[0]:
        raise UserError("Say which command to run.")
    if not program.patience > 0:
        raise UserError("Say after how many seconds of silence it is stopped: a number above 0.")
    if not program.kinds or not program.kinds <= KINDS:
        raise UserError("Say what it suggests: {kinds}.", kinds=", ".join(sorted(KINDS)))


def _program(row: Mapping[str, Any]) -> Program:
    program = Program(
        str(row["name"]),
        tuple(str(word) for word in row["command"]),
        cast("frozenset[SuggestionKind]", frozenset(row["kinds"])),
        "pairs" if row.get("reads") == "pairs" else "articles",
        float(row.get("patience", PATIENCE)),
    )
    _check(program)
    return program


def _write(programs: list[Program]) -> None:
    rows = [{**asdict(each), "kinds": sorted(each.kinds)} for each in programs]
    path = programs_file()
    draft = path.with_suffix(".new")
    with writing(path):
        draft.write_text(json.dumps(rows, ensure_ascii=False, indent=2), "utf-8")
        draft.replace(path)


class ProgramSuggester:
    """A program as a suggester. Its key is its name; its version that of its lines, else 1."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self.key = self.name = program.name
        self.version = "1"
        self.kinds = program.kinds
        self.errors = ""
        """The end of its standard error."""

    def suggest(self, view: ProjectView, report: Report) -> Iterator[Suggestion | Rejected]:
        """Run the program on the wanted items; a broken line is `Rejected` with its number.

        Raises `UserError` if it can't be started, is silent too long, or fails.
        """
        total = _how_many(view, self._program.reads)
        fed = Fed()
        process = LineProcess(
            self._program.command, _input(view, self._program.reads, fed), name=self.name
        )
        done, reports_progress = 0, False
        resolver = Resolver(view, {}, FileEvents(view.events(), by_title=True), annotator="")
        try:
            for line in process.lines(patience=self._program.patience, beat=0.1):
                if line is None:  # a time-out without a line
                    report(done if reports_progress else min(fed.count, total), total)
                    continue
                number, text = line
                if isinstance(text, LineTooLongError):
                    yield Rejected(number, Message("The line is longer than a suggestion can be."))
                    continue
                if not text.strip():
                    continue
                try:
                    fields = json.loads(text)
                    if not isinstance(fields, dict):
                        raise InvalidAnnotationError("This is not a JSON object.")
                    if fields.get("type") == "progress":
                        done, total, reports_progress = _progress(fields, total)
                        report(done, total)
                        continue
                    yield suggestion_of(fields, resolver)
                except UserError as error:
                    yield Rejected(number, error.message)
                except ValueError as error:
                    why = Message("This is not JSON ({reason}).", reason=json_reason(error))
                    yield Rejected(number, why)
                except RecursionError:
                    yield Rejected(number, Message("The line is nested too deeply."))
        finally:
            process.close()
            self.errors = process.errors
        process.check()


@dataclass
class Fed:
    """The number of articles or pairs that a program received."""

    count: int = 0


def _how_many(view: ProjectView, reads: Reads) -> int:
    if reads == "articles":
        return len(view.article_ids()) if view.selected is None else len(view.selected)
    return sum(1 for _ in view.wanted_pairs())


def _progress(fields: Mapping[str, Any], total: int) -> tuple[int, int, bool]:
    done, of = fields.get("done"), fields.get("total", total)
    if type(done) is not int or type(of) is not int or not 0 <= done <= of:
        raise InvalidAnnotationError("“done” and “total” are not numbers that count up.")
    return done, of, True


def _input(view: ProjectView, reads: Reads, fed: Fed) -> Iterator[str]:
    """Yield the lines that a program reads."""
    scheme = view.scheme
    yield _line(
        {
            "type": "project",
            "name": view.name,
            "offset_unit": "code_point",
            "span_labels": [label.key for label in scheme.spans if not label.retired],
            "relations": [label.key for label in scheme.relations if not label.retired],
            "events": [{"id": event.id, "title": event.title} for event in view.events()],
        }
    )
    if reads == "articles":
        for article in view.wanted_articles():
            yield _line({"type": "article", **_article(article)})
            fed.count += 1
        return
    for pair in view.wanted_pairs():
        yield _line(
            {
                "type": "pair",
                "id": pair.id,
                "a": _article(view.article(pair.a)),
                "b": _article(view.article(pair.b)),
                "score": pair.score,
            }
        )
        fed.count += 1


def _article(article: Article) -> dict[str, Any]:
    info = article.info
    return {
        "id": info.id,
        "external_id": info.external_id,
        **metadata_in(info),
        "text": article.text,
    }


def _line(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False) + "\n"
