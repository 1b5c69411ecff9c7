"""The Bengali texts of window and manual use the glossary's word for each term."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.helpers.scripts import script

import dittomark_resources as resources
from dittomark_resources.languages import languages

ROOT = Path(__file__).parents[2]
GLOSSARY = ROOT / "docs/glossary-bengali.md"
# What is no English of ours: fields and values in brackets or quotation marks, options, other tools.
_NO_WORDS = re.compile(r"\{[^}]*\}|\[[^\]]*\]|“\w+”|--[\w-]+|\(s\)|Label Studio")


class Entry(NamedTuple):
    """A row of the glossary."""

    english: re.Pattern[str]
    bengali: list[str]
    wrong: list[str]


def entries() -> list[Entry]:
    found = []
    for line in GLOSSARY.read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| ") and cells[0] != "English":
            words = "|".join(word.strip() for word in cells[0].split(","))
            found.append(
                Entry(
                    re.compile(rf"(?<![\w-])({words})(?![\w-])", re.IGNORECASE),
                    cells[1].split(" / "),
                    [word.strip() for word in cells[2].split(",") if word.strip()],
                )
            )
    return found


def translated() -> Iterator[tuple[str, str]]:
    """Yield every English text of ours with each form of its Bengali translation."""
    tool = script("packaging/setup/translations.py")
    kept = tool.translations(resources.path("translations/dittomark_bn.ts"))
    for (context, source), forms in kept.items():
        if not re.match(r"Q[A-Z]", context):  # Qt's own texts have Qt's words
            yield from ((source, form) for form in set(forms) if form)


def manual() -> Iterator[tuple[str, str]]:
    for page in sorted(resources.path("manual/bn").glob("*.md")):
        yield page.name, page.read_text("utf-8")


def system_words() -> Iterator[tuple[str, str]]:
    """Yield the texts that systems and the setup show about the program."""
    entry = languages()["bn"]
    yield "languages.toml", " ".join((entry.program, entry.kind, entry.summary, entry.project_type))
    for path in sorted((ROOT / "packaging/windows/languages").glob("Bengali*")):
        yield path.name, path.read_text("utf-8-sig")


def test_every_text_has_the_glossarys_words() -> None:
    rows = entries()
    assert len(rows) > 50
    others = [
        f"{source} → {bengali}: {match[0]} is {' or '.join(row.bengali)}"
        for source, bengali in translated()
        for row in rows
        if (match := row.english.search(_NO_WORDS.sub(" ", source)))
        and not any(word in bengali for word in row.bengali)
    ]
    assert others == []


def test_words_that_mean_something_else_stand_nowhere() -> None:
    wrong = [(word, row.bengali[0]) for row in entries() for word in row.wrong]
    assert len(wrong) > 30
    found = [
        f"{where[:60]}: {word}, which is {right}"
        for where, text in [*translated(), *manual(), *system_words()]
        for word, right in wrong
        if word in text
    ]
    assert found == []


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        (r"[০-৯}n] %", "no space before %"),
        (r"%n", "%Ln gives the number in Bengali digits"),
        (r"\b(মি|সে|ঘ)\.", "units of time in whole words"),
        (r"[a-z]।", "a command needs quotation marks before the full stop"),
        (r"[‘’]", "quotation marks are “ ”"),
    ],
)
def test_how_bengali_is_written(pattern: str, why: str) -> None:
    found = [
        text for _, text in [*translated(), *manual(), *system_words()] if re.search(pattern, text)
    ]
    assert [text[:80] for text in found] == [], why


def test_what_has_a_letter_for_the_alt_key_keeps_it() -> None:
    tool = script("packaging/setup/translations.py")
    kept = tool.translations(resources.path("translations/dittomark_bn.ts"))
    letter = re.compile(r"&(\w)")
    lost = [
        source
        for (_, source), forms in kept.items()
        if (wanted := letter.search(source))
        and not any((got := letter.search(form)) and got[1] == wanted[1].upper() for form in forms)
    ]
    assert lost == []
