"""The history describes every operation in words."""

import ast
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import dittomark
import dittomark_gui
from dittomark_gui.words import OPERATIONS, one_line, short_line

# The calls that begin an operation, with its key among the first arguments or as `operation`; `_step`
# is that of undo and redo. The window only groups what core does.
_IN_CORE = {"_edit", "edit", "batch", "_step", "Edit"}
_IN_THE_WINDOW = {"batch"}


def operations_written(module: ModuleType, beginnings: set[str]) -> Iterator[str]:
    """Yield the keys of the operations that a package's code writes to the history."""
    for path in Path(str(module.__file__)).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _called(node) in beginnings:
                named = [word.value for word in node.keywords if word.arg == "operation"]
                for value in (*node.args[:2], *named):
                    if isinstance(value, ast.Constant) and isinstance(value.value, str):
                        yield value.value


def _called(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def test_every_operation_has_plain_words_and_no_other() -> None:
    written = {
        *operations_written(dittomark, _IN_CORE),
        *operations_written(dittomark_gui, _IN_THE_WINDOW),
    }
    assert "annotate_span" in written
    assert sorted(OPERATIONS) == sorted(written)


def test_a_text_that_is_cut_short_keeps_its_last_cluster_whole() -> None:
    text = "ক্ষ" * 20  # three code points a cluster
    assert short_line(text, 12) == "ক্ষ" * 3 + "…"
    assert short_line("two\nlines", 12) == "two lines"


def test_a_title_with_breaks_and_direction_marks_is_one_readable_line() -> None:
    assert one_line("Ferry\n stops\u202e at\u2028noon\u200f ") == "Ferry stops at noon"
