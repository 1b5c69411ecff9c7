"""What is read as a number is one: `²` and `②` are digits to Python, and no numbers."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted([*(ROOT / "core").rglob("*.py"), *(ROOT / "gui").rglob("*.py")])


def functions(tree: ast.AST) -> list[ast.AST]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.Lambda)]


@pytest.mark.parametrize("part", ["core", "gui"])
def test_no_function_trusts_isdigit_before_int(part: str) -> None:
    found = []
    for source in SOURCES:
        if part not in source.relative_to(ROOT).parts[:1]:
            continue
        text = source.read_text("utf-8")
        if ".isdigit()" not in text:
            continue
        for function in functions(ast.parse(text)):
            names = {
                node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
                for node in ast.walk(function)
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name)
            }
            if "isdigit" in names and "int" in names and "isascii" not in names:
                found.append(f"{source.relative_to(ROOT)}:{getattr(function, 'lineno', 0)}")
    assert found == [], "use isdecimal"
