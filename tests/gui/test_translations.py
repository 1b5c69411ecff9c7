"""The interface is complete in every language it speaks."""

import re
from types import ModuleType

import pytest
from PySide6.QtCore import QTranslator
from tests.helpers.scripts import script

import dittomark_resources as resources
from dittomark_gui import i18n
from dittomark_gui.i18n import Language

_FIELD = re.compile(r"\{(\w*)[^}]*\}|(%n|%\d)")  # how a number is written is the language's own


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """The script that collects the texts."""
    return script("packaging/setup/translations.py")


def test_every_text_is_translated_and_released(tool: ModuleType) -> None:
    texts = tool.collected()
    assert len(texts) > 500
    kept = tool.translations(resources.path("translations/dittomark_bn.ts"))
    translator = QTranslator()
    assert translator.load(str(resources.path("translations/dittomark_bn.qm")))
    missing = [text for text in texts if not all(kept.get(text, [""]))]
    assert missing == []
    stale = [
        (context, source)
        for context, source in texts
        if translator.translate(context, source, "", 2 if "%n" in source else -1)
        != kept[context, source][-1]
    ]
    assert stale == [], "run make translations"


def test_placeholders_survive_translation(tool: ModuleType) -> None:
    kept = tool.translations(resources.path("translations/dittomark_bn.ts"))
    torn = [
        (source, form)
        for (_, source), forms in kept.items()
        for form in forms
        if sorted(_FIELD.findall(form.replace("%L", "%"))) != sorted(_FIELD.findall(source))
    ]
    assert torn == []


def test_bengali_has_its_own_digits_months_and_plurals(qapp: object) -> None:
    assert qapp is not None
    language = Language()
    language.install("bn")
    try:
        assert i18n.number(1234) == "১,২৩৪"
        assert i18n.day("2024-05-27") == "২৭ মে ২০২৪"
        assert i18n.day("2024-05").endswith("২০২৪")
        assert i18n.translate("Counts", "%n pair(s)", "", 12) == "১২টি জোড়া"
    finally:
        language.install("en")
        assert i18n.translate("Counts", "%n pair(s)", "", 1) == "1 pair"
        assert i18n.translate("Counts", "%n pair(s)", "", 2) == "2 pairs"
        language.uninstall()
