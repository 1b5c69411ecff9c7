"""The files that ship with the program: fonts with their licence, icons that take any colour."""

from xml.etree import ElementTree as ET

import pytest

import dittomark_resources as resources

COLOURED = {
    "control-check-dark",
    "control-check-light",
    "control-down",
    "control-up",
    "dittomark",
    "ditto-file",
    "mark",
}
ICONS = sorted(file.stem for file in resources.path("icons").glob("*.svg"))


def test_a_misspelt_name_is_an_error() -> None:
    with pytest.raises(FileNotFoundError, match="icons/undoo"):
        resources.path("icons/undoo.svg")


@pytest.mark.parametrize("icon", ICONS)
def test_an_icon_is_drawn_in_the_colour_asked_for(icon: str) -> None:
    drawn = resources.svg(icon, color="#123456")
    assert ET.fromstring(drawn).tag.endswith("svg")
    assert "currentColor" not in drawn
    assert ("#123456" in drawn) == (icon not in COLOURED)


def test_fonts_ship_with_their_licence() -> None:
    names = {file.name for file in resources.font_paths()}
    assert {"NotoSans-Regular.ttf", "NotoSansBengali-Regular.ttf"} <= names
    assert "SIL OPEN FONT LICENSE" in resources.text("fonts/OFL.txt")
