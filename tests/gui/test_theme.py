"""Every theme can be read, and a change of theme reaches those who paint."""

import pytest

from dittomark_gui.look import theme

MINIMUM = 4.5


@pytest.mark.parametrize("name", list(theme.THEMES))
def test_all_words_contrast_with_what_is_under_them(name: theme.ThemeName) -> None:
    chosen = theme.THEMES[name]
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
