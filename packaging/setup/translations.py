"""Collects the texts of the interface and of core for Qt Linguist, and compiles the translations.

    python packaging/setup/translations.py

Run it after texts changed, translate the unfinished texts in the `.ts` files (they open in Qt
Linguist: `pyside6-linguist`), and run it again. The texts are read from the syntax tree: lupdate
overlooks calls whose number is an expression, and plurals altogether. English has a file for its
plurals alone. A translation writes `%Ln` for `%n`: the number in the language's own digits.
"""

import ast
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import core_texts
import qt_texts

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "resources"))
from dittomark_resources.languages import SOURCE_LANGUAGE, languages  # noqa: E402

FOLDER = ROOT / "resources" / "dittomark_resources" / "translations"
SHOWN = 20  # untranslated texts that are printed
FUNCTIONS = ("translate", "QT_TRANSLATE_NOOP")


def main() -> int:
    """Update every language's files; return 1 if a text is untranslated."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    messages = collected()
    unfinished = 0
    for language, entry in languages().items():
        path = FOLDER / f"dittomark_{language}.ts"
        kept = translations(path)
        missing = write(path, language, entry.plural_forms, messages, kept)
        print(f"{path.relative_to(ROOT)}: {len(missing)} untranslated")
        if len(missing) <= SHOWN:
            for context, text in missing:
                print(f"    {context}: {text}")
        unfinished += len(missing)
        compiled = path.with_suffix(".new.qm")
        subprocess.run([tool("lrelease"), "-silent", str(path), "-qm", str(compiled)], check=True)
        compiled.replace(path.with_suffix(".qm"))  # a running window has the old one mapped
    return 1 if unfinished else 0


def collected() -> list[tuple[str, str]]:
    """Return (context, text) of every text of the interface, in order.

    Those are the constant arguments of `translate` and `QT_TRANSLATE_NOOP`, core's sentences, and
    some texts of Qt.
    """
    found: set[tuple[str, ...]] = set(qt_texts.texts())
    found.update((core_texts.CONTEXT, template) for template in core_texts.templates())
    for path in (ROOT / "gui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in FUNCTIONS and node.args:
                found.add(tuple(_constant(path, node, place) for place in (0, 1)))
    return sorted((context, text) for context, text in found if text)


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else ""


def _constant(path: Path, call: ast.Call, place: int) -> str:
    value = getattr(call.args[place], "value", None)
    if isinstance(value, str):
        return value
    if _name(call.func) == "translate" and place == 1:
        return ""  # a text of a table, marked where the table is defined
    sys.exit(f"{path.relative_to(ROOT)}:{call.lineno}: a context must be a plain text")


def translations(path: Path) -> dict[tuple[str, str], list[str]]:
    """Return the translations in a file: one text, or one for each plural form."""
    kept: dict[tuple[str, str], list[str]] = {}
    if not path.exists():
        return kept
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            element = message.find("translation")
            if element is None or element.get("type") == "unfinished":
                continue
            forms = [form.text or "" for form in element.iter("numerusform")]
            key = (context.findtext("name", ""), message.findtext("source", ""))
            kept[key] = forms or [element.text or ""]
    return kept


def write(
    path: Path,
    language: str,
    forms: int,
    messages: list[tuple[str, str]],
    kept: dict[tuple[str, str], list[str]],
) -> list[tuple[str, str]]:
    """Write a language's file; return its untranslated texts."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    missing = []
    for name, source in messages:
        plural = "%n" in source
        if language == SOURCE_LANGUAGE and not plural:
            continue
        if name not in contexts:
            contexts[name] = ET.SubElement(root, "context")
            ET.SubElement(contexts[name], "name").text = name
        message = ET.SubElement(contexts[name], "message", {"numerus": "yes"} if plural else {})
        ET.SubElement(message, "source").text = source
        translated = kept.get((name, source))
        element = ET.SubElement(message, "translation")
        if translated is None:
            element.set("type", "unfinished")
            missing.append((name, source))
        if plural:
            for form in translated or [""] * forms:
                ET.SubElement(element, "numerusform").text = form
        else:
            element.text = (translated or [""])[0]
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', "utf-8")
    return missing


def tool(name: str) -> str:
    """Return the path of one of Qt's translation tools, which is beside this Python."""
    return str(Path(sys.executable).with_name(f"pyside6-{name}"))


if __name__ == "__main__":
    sys.exit(main())
