"""The shipped fonts set Bengali, Hindi, Arabic, Urdu, Hebrew and the signs of the interface, on a machine that has no fonts."""

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QRawFont
from PySide6.QtWidgets import QAbstractItemView, QApplication
from tests.helpers.window import Person

import dittomark_resources as resources
from dittomark_gui.dialogs.manual import Manual

ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءؤئًٌٍَُِّْ،؛؟٠٩"
URDU = "ٹڈڑںےہھگچپژکۂۃ۰۹۔"
HINDI = "अआइकखगङचञटणतनपमयरलवशषसहक्षज्ञािीुूृेैोौंःँ्ड़ढ़०९।॥"
HEBREW = "אבגדהוזחטיכלמנסעפצקרשתםןץףךָֹ׳״"


@pytest.mark.usefixtures("qapp")
def test_the_shipped_families_cover_what_is_shown() -> None:
    families = resources.SANS_FAMILIES
    shipped: set[str] = set()
    fonts = []
    for file in resources.font_paths():
        number = QFontDatabase.addApplicationFont(str(file))
        assert number >= 0, file.name
        names = set(QFontDatabase.applicationFontFamilies(number))
        if names & set(families):
            shipped |= names
            fonts.append(QRawFont(str(file), 16.0))
    assert set(families) <= shipped
    for character in (
        "অক্ষরড়ঢ়য়ৎং।॥০১৯৳AzÄłЖ“”’—…←→↔≈≥✓✕⚠⚑①②☰▸▼〃\u200c\u200d" + ARABIC + URDU + HEBREW + HINDI
    ):
        assert any(font.supportsCharacter(ord(character)) for font in fonts), (
            f"{ord(character):04X}"
        )


@pytest.mark.usefixtures("qapp")
def test_urdu_can_be_set_in_nastaliq() -> None:
    """It must be chosen in the preferences: not everybody wants lines twice as high."""
    [file] = [path for path in resources.font_paths() if "Nastaliq" in path.name]
    number = QFontDatabase.addApplicationFont(str(file))
    assert QFontDatabase.applicationFontFamilies(number) == ["Noto Nastaliq Urdu"]
    font = QRawFont(str(file), 16.0)
    assert all(font.supportsCharacter(ord(character)) for character in ARABIC + URDU)


def test_lists_are_set_in_the_shipped_fonts_whatever_the_system_gives_lists(person: Person) -> None:
    """Windows sets a font of its own for lists, again whenever its settings change."""
    QApplication.setFont(QFont("Some Serif"), "QAbstractItemView")  # type: ignore[arg-type]  # a str in truth
    person.do("manual")
    manual = person.window.findChild(Manual)
    assert isinstance(manual, Manual)
    for view in (manual.list, *person.window.findChildren(QAbstractItemView)):
        view.ensurePolished()
        assert view.font().families()[0] in resources.SANS_FAMILIES
    manual.close()
    QApplication.setFont(QApplication.font())  # for all kinds of widgets again
