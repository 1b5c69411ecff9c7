"""Collects the messages of core for translation; see `dittomark.messages`.

They are read from the syntax tree: the first argument of `Message(…)` and of every kind of
`UserError(…)`. What the commands alone say (`core/dittomark/commands`) stays English.
"""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Formatter

ROOT = Path(__file__).resolve().parents[2]
CORE = ROOT / "core" / "dittomark"
CONTEXT = "Core"
_HANDS_ON = CORE / "errors.py"  # `UserError` passes its arguments on to the sentence
_WHOLE = "write the whole template here, and what fills it as keywords"


def templates() -> set[str]:
    """Return every message template of core that the window can show."""
    return {
        call.args[0].value
        for _, call in _calls()
        if call.args and isinstance(call.args[0], ast.Constant)
    }


def mistakes() -> list[str]:
    """Return `file:line: why` for each message that cannot be collected or filled in."""
    return [
        f"{path.relative_to(ROOT)}:{call.lineno}: {why}"
        for path, call in _calls()
        if (why := _mistake(path, call))
    ]


def _mistake(path: Path, call: ast.Call) -> str:
    names = {keyword.arg for keyword in call.keywords}
    match call.args:
        case [ast.Constant(value=str() as template)]:
            wanted = {field for _, field, _, _ in Formatter().parse(template) if field is not None}
            return "" if wanted == names else f"“{template}” needs the fields {sorted(wanted)}"
        case [ast.Name() | ast.Attribute() | ast.Subscript()]:
            made_before = not names and _name(call) != "Message"
            return "" if made_before or path == _HANDS_ON else _WHOLE
    return _WHOLE


def _calls() -> Iterator[tuple[Path, ast.Call]]:
    """Yield every call that creates a message, with its file."""
    trees = {
        path: ast.parse(path.read_text("utf-8"))
        for path in sorted(CORE.rglob("*.py"))
        if "commands" not in path.relative_to(CORE).parts
    }
    makers = {"Message"} | _kinds_of_error(trees.values())
    for path, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _name(node) in makers:
                yield path, node


def _kinds_of_error(trees: Iterable[ast.Module]) -> set[str]:
    """Return the names of `UserError` and of all classes derived from it."""
    bases = {
        node.name: {base.id for base in node.bases if isinstance(base, ast.Name)}
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    found, more = set[str](), {"UserError"}
    while more:
        found |= more
        more = {name for name, above in bases.items() if above & found} - found
    return found


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""
