"""Running the `dittomark` command in this process, as a shell would."""

import contextlib
import io
import json
from dataclasses import dataclass
from typing import Any

from dittomark.cli import main


@dataclass(frozen=True)
class Outcome:
    """The result of a run: exit code and output."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401
        """The output on stdout, parsed as JSON."""
        return json.loads(self.out)


def run(*argv: object) -> Outcome:
    """Run `dittomark ARGV…`; the exit code is that of a shell."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = main([str(argument) for argument in argv])
        except SystemExit as leaving:
            code = int(leaving.code or 0)
    return Outcome(code, out.getvalue(), err.getvalue())
