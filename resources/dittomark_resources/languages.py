"""The languages of the interface, as `languages.toml` lists them."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal

FILE: Final = Path(__file__).with_name("languages.toml")
SOURCE_LANGUAGE: Final = "en"  # the language of the texts in the source code


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the interface; the fields are described at the top of `languages.toml`."""

    code: str
    name: str
    plural_forms: int
    direction: Literal["ltr", "rtl"]
    fonts: tuple[str, ...]
    manual_title: str
    program: str
    kind: str
    summary: str
    project_type: str
    windows: str


@cache
def languages() -> dict[str, Language]:
    """Return the languages by their codes, English first, in the order of the table."""
    tables = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {
        code: Language(**{**table, "code": code, "fonts": tuple(table["fonts"])})
        for code, table in tables.items()
    }


def translated_languages() -> dict[str, Language]:
    """Return the languages that the program's texts are translated into: all but English."""
    return {code: one for code, one in languages().items() if code != SOURCE_LANGUAGE}
