"""Signs that look like digits and are no numbers: shown as they are, never a crash."""

import pytest

from dittomark_gui.i18n import day


@pytest.mark.parametrize("text", ["²", "②", "202²", "2024-0²", "2024-②-01", "⁵", "¼"])
def test_a_date_of_odd_signs_is_shown_as_it_is(text: str) -> None:
    assert day(text) == text


def test_digits_of_other_scripts_are_a_date() -> None:
    assert "2024" in day("২০২৪-০৫-২৭")
