"""Characters that look like digits but are no numbers are shown unchanged."""

import pytest
from tests.helpers.window import Person

from dittomark_gui.i18n import day, decimal


@pytest.mark.parametrize("text", ["²", "②", "202²", "2024-0²", "2024-②-01", "⁵", "¼"])
def test_a_date_of_odd_signs_is_shown_as_it_is(text: str) -> None:
    assert day(text) == text


def test_digits_of_other_scripts_are_a_date() -> None:
    assert "2024" in day("২০২৪-০৫-২৭")


@pytest.mark.parametrize(("language", "shown"), [("en", "−0.22"), ("bn", "−০.২২")])
def test_a_number_below_zero_has_a_real_minus(person: Person, language: str, shown: str) -> None:
    person.app.settings.update(language=language)
    person.settle()
    assert decimal(-0.22, 2) == shown


def test_nothing_but_zeros_has_no_minus() -> None:
    assert decimal(-0.001, 2) == decimal(0, 2)
