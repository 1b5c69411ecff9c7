"""The texts that a system shows about the program, in every language of `languages.toml`.

The installers' files are in English; their texts in other languages come from the table.

    python packaging/system_words.py nsis FOLDER     the languages of the Windows setup
"""

import re
import sys
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "resources"))
from dittomark_resources.languages import (  # noqa: E402
    Language,
    languages,
    translated_languages,
)

SETUP_LANGUAGES: Final = Path(__file__).parent / "windows" / "languages"


def desktop_entry(text: str) -> str:
    """Return a `.desktop` file with its names in every language."""
    for key, word in (
        ("Name", lambda one: one.program),
        ("GenericName", lambda one: one.kind),
        ("Comment", lambda one: one.summary),
    ):
        text = _behind(rf"^{key}=.*$", text, _lines(f"{key}[{{code}}]={{word}}", word))
    return text


def mime_type(text: str) -> str:
    """Return the description of the file type in every language."""
    line = '    <comment xml:lang="{code}">{word}</comment>'
    return _behind(r"^ *<comment>.*$", text, _lines(line, lambda one: escape(one.project_type)))


def metainfo(text: str) -> str:
    """Return the metadata for software centres with name and summary in every language."""
    for key, word in (
        ("name", lambda one: escape(one.program)),
        ("summary", lambda one: escape(one.summary)),
    ):
        line = f'  <{key} xml:lang="{{code}}">{{word}}</{key}>'
        text = _behind(rf"^ *<{key}>.*$", text, _lines(line, word))
    return text


def nsis(folder: Path) -> Path:
    """Write the language includes of the Windows setup; return the file.

    A language that NSIS does not bring has its own words in `packaging/windows/languages`; every
    one has the setup's own texts there. Exits with a sentence where those are missing.
    """
    begin, texts = [], []
    for one in languages().values():
        own = SETUP_LANGUAGES / f"{one.windows}.nlf"
        if own.exists():
            begin.append(f'!insertmacro MUI_LANGUAGEEX "{SETUP_LANGUAGES}" "{one.windows}"')
        else:
            begin.append(f'!insertmacro MUI_LANGUAGE "{one.windows}"')
        file = SETUP_LANGUAGES / f"{one.windows}-texts.nsh"
        if not file.exists():
            sys.exit(f"The setup has no texts in {one.name}: {file.relative_to(ROOT)} is missing.")
        symbol = f"${{LANG_{one.windows.upper()}}}"
        texts += [
            f'LangString PROJECT_TYPE {symbol} "{one.project_type}"',
            f'LangString LANGUAGE_CODE {symbol} "{one.code}"',
            f'!include "{file}"',
        ]
    folder.mkdir(parents=True, exist_ok=True)
    out = folder / "languages.nsh"
    # NSIS detects the encoding by the byte order mark.
    out.write_text("\n".join([*begin, *texts]) + "\n", encoding="utf-8-sig")
    return out


def _lines(line: str, word: Callable[[Language], str]) -> Iterable[str]:
    return [line.format(code=one.code, word=word(one)) for one in translated_languages().values()]


def _behind(pattern: str, text: str, lines: Iterable[str]) -> str:
    """Insert lines after the one that matches the pattern."""
    found = re.search(pattern, text, re.MULTILINE)
    if found is None:
        sys.exit(f"no line is {pattern}")
    return "\n".join([text[: found.end()], *lines]) + text[found.end() :]


if __name__ == "__main__":
    if sys.argv[1:2] != ["nsis"] or len(sys.argv) != 3:
        sys.exit(__doc__)
    nsis(Path(sys.argv[2]))
