"""The table of languages, and what the installers take from it."""

import configparser
import re
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree as ET

import pytest
from tests.helpers.scripts import script

import dittomark_resources as resources
from dittomark_resources.languages import languages, translated_languages

LINUX = Path(__file__).parents[2] / "packaging" / "linux"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture(scope="module")
def words() -> ModuleType:
    return script("packaging/system_words.py")


def test_english_comes_first_and_every_entry_is_whole() -> None:
    assert next(iter(languages())) == "en"
    assert "en" not in translated_languages()
    for code, one in languages().items():
        assert (one.code, one.direction in {"ltr", "rtl"}) == (code, True)
        assert one.plural_forms >= 1
        for word in (one.name, one.manual_title, one.program, one.kind, one.summary, one.windows):
            assert word.strip()
        unknown = set(one.fonts) - set(resources.SANS_FAMILIES)
        assert not unknown, "not in SANS_FAMILIES of resources/dittomark_resources/__init__.py"
        assert resources.families(code)[: len(one.fonts)] == one.fonts


def test_a_language_without_an_entry_has_the_fonts_that_ship() -> None:
    assert resources.families("zz") == resources.SANS_FAMILIES


def test_linux_shows_the_program_in_every_language(words: ModuleType) -> None:
    text = words.desktop_entry((LINUX / "dittomark.desktop").read_text("utf-8"))
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read_string(text)
    mime = ET.fromstring(words.mime_type((LINUX / "dittomark-mime.xml").read_text("utf-8")))
    [file] = LINUX.glob("*.metainfo.xml")
    meta = ET.fromstring(words.metainfo(file.read_text("utf-8")))
    names = {element.get(LANG): element.text for element in meta.findall("name")}
    types = {element.get(LANG): element.text for element in mime[0] if element.text}
    for code, one in translated_languages().items():
        assert entry["Desktop Entry"][f"Name[{code}]"] == one.program
        assert entry["Desktop Entry"][f"Comment[{code}]"] == one.summary
        assert names[code] == one.program
        assert types[code] == one.project_type


def test_the_windows_setup_has_every_text_in_every_language(
    words: ModuleType, tmp_path: Path
) -> None:
    made = words.nsis(tmp_path).read_text("utf-8-sig")
    named = {}
    for one in languages().values():
        assert re.search(rf'!insertmacro MUI_LANGUAGE(EX ".+")? "{one.windows}"', made)
        file = words.SETUP_LANGUAGES / f"{one.windows}-texts.nsh"
        assert str(file) in made
        text = file.read_text("utf-8-sig")
        symbol = f"${{LANG_{one.windows.upper()}}}"
        found = re.findall(r"^LangString (\w+) (\S+) ", text, re.MULTILINE)
        assert {place for _, place in found} == {symbol}
        named[one.code] = [name for name, _ in found]
    for code in translated_languages():
        assert named[code] == named["en"]
    script_text = (LINUX.parent / "windows" / "dittomark.nsi").read_text("utf-8")
    for name in (*named["en"], "PROJECT_TYPE"):
        assert f"$({name})" in script_text
