"""Every number that the engine and the searches were set to says where it comes from."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import dittomark

PACKAGE = Path(dittomark.__file__).parent


def constants(module: str) -> Iterator[tuple[str, bool]]:
    """Yield the names of a module's numbers, and whether a reason stands by each.

    A reason is a comment on the lines of the constant or right above them, a docstring below, or
    its name in the module's docstring. What is worked out by a call is no number that somebody chose.
    """
    tree, lines = ast.parse(module), module.splitlines()
    page, body = ast.get_docstring(tree) or "", tree.body
    for at, node in enumerate(body):
        if isinstance(node, ast.AnnAssign):
            target: ast.expr = node.target
        elif isinstance(node, ast.Assign):
            target = node.targets[0]
        else:
            continue
        if not isinstance(target, ast.Name) or node.value is None or not has_number(node.value):
            continue
        below = body[at + 1 : at + 2]
        yield (
            target.id,
            any("#" in line for line in lines[node.lineno - 1 : node.end_lineno])
            or lines[node.lineno - 2].lstrip().startswith("#")
            or any(isinstance(one, ast.Expr) and is_text(one.value) for one in below)
            or f"`{target.id}`" in page,
        )


def has_number(value: ast.expr) -> bool:
    parts = list(ast.walk(value))
    chosen = [one.value for one in parts if isinstance(one, ast.Constant)]
    return not any(isinstance(one, ast.Call | ast.comprehension) for one in parts) and any(
        isinstance(one, int | float) and not isinstance(one, bool) for one in chosen
    )


def is_text(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and isinstance(value.value, str)


@pytest.mark.parametrize(
    ("module", "reasons"),
    [
        ("A = 3\n", {"A": False}),
        ("A: Final = (1, 2.5)\n# of the next\nB = {'x': 3}\nC = 4\n", {"A": False, "B": True, "C": False}),
        ("A = 3  # words\nB = 4\n'''Days.'''\nC = [\n    5,  # pages\n]\n", {"A": True, "B": True, "C": True}),
        ("'''Of three, `A` is one.'''\nA = 3\nB = 4\n", {"A": True, "B": False}),
        ("A = 'text'\nB = True\nC = range(3)\nD = [n for n in E[:2]]\nclass F:\n    g = 1\n", {}),
    ],
)  # fmt: skip
def test_what_a_reason_is(module: str, reasons: dict[str, bool]) -> None:
    assert dict(constants(module)) == reasons


def test_no_number_stands_without_a_reason() -> None:
    without = {
        f"{path.relative_to(PACKAGE).as_posix()}: {name}"
        for part in ("compare", "corpus")
        for path in (PACKAGE / part).rglob("*.py")
        for name, reason in constants(path.read_text(encoding="utf-8"))
        if not reason
    }
    assert without == set(), "say what it is, and what it was measured by or that it is a judgement"
