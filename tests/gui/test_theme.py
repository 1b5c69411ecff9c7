"""Every theme is readable, and every painting widget follows a change of theme."""

import itertools
from collections.abc import Sequence

import pytest

from dittomark_gui.look import theme
from dittomark_gui.look.palettes import PALETTES, STRENGTHS, with_palette

MINIMUM = 4.5
# How a colour in linear light is seen by people with full and with reduced colour vision: G. M.
# Machado et al., "A Physiologically-based Model for Simulation of Color Vision Deficiency" (2009).
VISION = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.1523, 1.0526, -0.2049), (0.1145, 0.7863, 0.0992), (-0.0039, -0.0481, 1.0520)),
    "deuteranopia": (
        (0.3673, 0.8606, -0.2280),
        (0.2801, 0.6725, 0.0474),
        (-0.0118, 0.0429, 0.9689),
    ),
    "tritanopia": ((1.2555, -0.0767, -0.1788), (-0.0784, 0.9308, 0.1476), (0.0047, 0.6914, 0.3039)),
}
TOLD_APART = 10  # a distance in CIELAB that is seen at a glance


EVERY_LOOK = list(itertools.product(theme.THEMES, PALETTES, STRENGTHS))


@pytest.mark.parametrize(("name", "palette", "strength"), EVERY_LOOK)
def test_all_words_contrast_with_what_is_under_them(
    name: theme.ThemeName, palette: str, strength: str
) -> None:
    chosen = with_palette(theme.THEMES[name], palette, strength)
    too_weak = [
        f"{what}: {theme.contrast(ink, paper):.2f}"
        for what, ink, paper in chosen.text_pairs()
        if theme.contrast(ink, paper) < MINIMUM
    ]
    assert too_weak == []


def test_contrast_is_that_of_wcag() -> None:
    assert theme.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert theme.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_a_label_colour_of_ones_own_gets_readable_words() -> None:
    for background in ("#ffe000", "#6b7785", "#102030", "#f0f0f0"):
        assert theme.contrast(theme.readable_on(background), background) >= MINIMUM


def test_a_change_of_theme_is_told_once() -> None:
    heard: list[theme.Theme] = []
    theme.changes().changed.connect(heard.append)
    try:
        theme.set_current(theme.DARK)
        theme.set_current(theme.DARK)
        assert theme.current() is theme.DARK
        assert heard == [theme.DARK]
    finally:
        theme.changes().changed.disconnect(heard.append)
        theme.set_current(theme.LIGHT)


def test_passage_colours_come_round() -> None:
    count = len(theme.LIGHT.tints)
    assert theme.LIGHT.tint(1) == theme.LIGHT.tint(count + 1)


def lab(value: str, vision: str) -> tuple[float, float, float]:
    """Return `#rrggbb` in CIELAB (D65), as people with that colour vision see it."""
    shares = [int(value[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    light = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares]
    red, green, blue = (min(max(dot(row, light), 0), 1) for row in VISION[vision])
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def dot(row: Sequence[float], values: Sequence[float]) -> float:
    return sum(one * other for one, other in zip(row, values, strict=True))


@pytest.mark.parametrize("vision", list(VISION))
@pytest.mark.parametrize("palette", [item for item in PALETTES if item != "grey"])
@pytest.mark.parametrize("name", list(theme.THEMES))
def test_passages_that_follow_each_other_are_told_apart_by_everybody(
    name: theme.ThemeName, palette: str, vision: str
) -> None:
    """All but the grey ones, which only their numbers distinguish."""
    lines = [tint.line for tint in with_palette(theme.THEMES[name], palette).tints]
    for one, other in itertools.pairwise((*lines, lines[0])):
        distances = zip(lab(one, vision), lab(other, vision), strict=True)
        assert sum((a - b) ** 2 for a, b in distances) ** 0.5 >= TOLD_APART, (one, other)


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("name", list(theme.THEMES))
def test_stronger_colours_stand_out_more(name: theme.ThemeName, palette: str) -> None:
    base = theme.THEMES[name]
    looks = [with_palette(base, palette, strength) for strength in ("soft", "normal", "strong")]
    for number in range(1, len(looks[0].tints) + 1):
        steps = [theme.contrast(look.tint(number).fill, base.page) for look in looks]
        assert steps == sorted(set(steps)), number


def test_a_palette_that_is_unknown_is_the_default() -> None:
    assert with_palette(theme.LIGHT, "gone") is theme.LIGHT
