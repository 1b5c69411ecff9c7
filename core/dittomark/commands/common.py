"""Helpers of several subcommands: the project argument, times, `--json`, progress on stderr."""

import argparse
import json
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final, TextIO

from dittomark.progress import Estimate
from dittomark.system.terminal import as_written, harmless

Record = Mapping[str, Any]

_LONG: Final = 45.0  # seconds


def add_project(parser: argparse.ArgumentParser) -> None:
    """Add the project file as the first argument."""
    parser.add_argument("project", type=Path, metavar="PROJECT", help="the .ditto file")


def add_json(parser: argparse.ArgumentParser) -> None:
    """Add `--json`."""
    parser.add_argument("--json", action="store_true", help="print JSON on stdout")


def positive(text: str) -> int:
    """Parse an integer from 1 on; for `type=` of an option."""
    if not text.isdecimal() or not int(text[:19]) >= 1 or len(text) > 18:
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number from 1 on")
    return int(text)


def number(text: str) -> int:
    """Parse an integer from 0 on; for `type=` of an option."""
    if not text.isdecimal() or len(text) > 18:
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number")
    return int(text)


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: `1 problem`, `2,000 problems`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def counted_kinds(counts: Mapping[str, int]) -> str:
    """Return the positive counts with their kinds: `1 event, 21 pairs`."""
    there = (counted(n, kind.removesuffix("s")) for kind, n in counts.items() if n)
    return ", ".join(there)


def day(text: str) -> str:
    """Parse a day of the command line as ISO 8601; for `type=` of an option."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a day like 2024-03-01") from None


def day_or_moment(text: str) -> str:
    """Parse a day, or a moment in UTC, in the journal's form; for `type=` of an option.

    A moment keeps its precision: `2024-03-01T12:30` is that whole minute.
    """
    try:
        datetime.strptime(text[:10], "%Y-%m-%d")
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"“{text}” is neither a day like 2024-03-01 nor a moment like 2024-03-01T12:30"
        ) from None
    if moment.tzinfo is None:
        return text.replace(" ", "T")
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat()


def print_json(value: object) -> None:
    """Print one JSON value; letters of all scripts are not escaped."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def print_array(records: Iterable[Record]) -> None:
    """Print one JSON array, one object per line, while the records are read."""
    separator = "[\n"
    for record in records:
        print(separator + json.dumps(record, ensure_ascii=False), end="")
        separator = ",\n"
    print("[]" if separator == "[\n" else "\n]")


def print_lines(records: Iterable[Record], columns: Iterable[str]) -> None:
    """Print the columns of the records, tab-separated, one record per line, below a header."""
    names = list(columns)
    print("\t".join(names))
    for record in records:
        print("\t".join(_cell(record.get(name)) for name in names))


def print_columns(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table: columns as wide as their longest cell, two spaces between them."""
    table = [list(map(harmless, row)) for row in (heads, *rows)]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        print("  ".join(map(str.ljust, row, widths)).rstrip())


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return harmless(" ".join(text.split()))


def difference(new: Record | None, old: Record | None) -> str:
    """Return the differences of two versions of a row, with old values in brackets: `end: 6 (5)`.

    A deleted row gives `deleted`; a row without an old version gives an empty string.
    """
    if new is None or new.get("deleted_at"):
        return "deleted"
    if old is None:
        return ""
    if old.get("deleted_at"):
        return "(deleted)"
    stamps = ("created_at", "updated_at", "deleted_at")
    return ", ".join(
        f"{name}: {_cell(new[name])} ({_cell(old.get(name))})"
        for name in new
        if name not in stamps and new[name] != old.get(name)
    )


class ProgressLine:
    """A `report(done, total)` that updates one line on stderr; silent in a pipe.

    For work of minutes it displays the remaining ones.
    """

    def __init__(self, what: str, stream: TextIO | None = None) -> None:
        self._what = what
        self._stream = as_written(stream or sys.stderr)
        self._shown = 0.0
        self._estimate = Estimate()

    def __call__(self, done: int, total: int) -> None:
        """Display the progress, at most ten times a second."""
        now = time.monotonic()
        if self._stream.isatty() and (now - self._shown > 0.1 or done == total):
            self._shown = now
            of = f" / {total}" if total else ""
            left = self._estimate.seconds_left(done, total) or 0.0
            rest = f", about {left / 60:.0f} min left" if left > _LONG else ""
            print(f"\r{self._what} {done}{of}{rest:20}", end="", file=self._stream, flush=True)

    def __enter__(self) -> "ProgressLine":
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            print(file=self._stream)
