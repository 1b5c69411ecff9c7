"""The reference for engineers as Markdown: commands from the parser, Python API from docstrings.

Nothing of it is written by hand or kept in the tree, so it can't be out of date.
"""

import argparse
import dataclasses
import importlib
import inspect
import os
import textwrap
from collections.abc import Iterator
from types import ModuleType
from typing import Final

from dittomark.cli import build_parser

# What is public, in the order in which somebody learns it.
MODULES: Final = (
    "dittomark.project",
    "dittomark.annotations",
    "dittomark.labels",
    "dittomark.errors",
    "dittomark.compare",
    "dittomark.compare.comparison",
    "dittomark.texts.segmentation",
    "dittomark.importing",
    "dittomark.exporting",
    "dittomark.suggesting.candidate_pairs",
    "dittomark.suggesting.boilerplate",
    "dittomark.team.merge",
    "dittomark.team.hand_out",
    "dittomark.team.agreement",
    "dittomark.team.adjudication",
    "dittomark.team.consistency",
)


def commands() -> str:
    """Return the help of every subcommand as one page of Markdown."""
    os.environ["COLUMNS"] = "88"
    parser = build_parser()
    parts = ["# The dittomark command", _block(parser.format_help())]
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, sub in action.choices.items():
                parts += [f"## dittomark {name}", _block(sub.format_help())]
    return "\n\n".join(parts) + "\n"


def python_api() -> str:
    """Return the public functions, classes and their methods as one page of Markdown."""
    parts = ["# Python API"]
    for name in MODULES:
        module = importlib.import_module(name)
        parts += [f"## {name}", inspect.getdoc(module) or ""]
        for member in _members(module):
            parts.extend(_entry(member))
    return "\n\n".join(part for part in parts if part) + "\n"


def _members(module: ModuleType) -> Iterator[type | object]:
    """Yield what a module offers: its `__all__`, else what it defines itself."""
    names = getattr(module, "__all__", None)
    for name, member in vars(module).items():
        own = getattr(member, "__module__", "") == module.__name__
        public = name in names if names is not None else own and not name.startswith("_")
        if public and (inspect.isclass(member) or inspect.isfunction(member)):
            yield member


def _entry(member: type | object) -> Iterator[str]:
    name = getattr(member, "__name__", "")
    yield f"### {name}"
    if not inspect.isclass(member):
        yield _signature(name, member)
        yield inspect.getdoc(member) or ""
        return
    if dataclasses.is_dataclass(member):
        fields = ", ".join(field.name for field in dataclasses.fields(member))
        yield _block(f"{name}({fields})")
    yield inspect.getdoc(member) or ""
    for method_name, method in inspect.getmembers(member, _is_documented):
        if not method_name.startswith("_"):
            yield f"#### {name}.{method_name}"
            if isinstance(method, property):
                yield inspect.getdoc(method) or ""
            else:
                yield _signature(f"{name}.{method_name}", method)
                yield inspect.getdoc(method) or ""


def _is_documented(member: object) -> bool:
    callable_here = inspect.isfunction(member) or inspect.ismethod(member)
    return (callable_here or isinstance(member, property)) and bool(inspect.getdoc(member))


def _signature(name: str, function: object) -> str:
    try:
        text = f"{name}{inspect.signature(function)}"  # type: ignore[arg-type]
    except (TypeError, ValueError):
        text = name
    return _block("\n".join(textwrap.wrap(text, 96, subsequent_indent="    ")))


def _block(text: str) -> str:
    return f"```\n{text.rstrip()}\n```"
