"""Dates as pages write them become the article's date."""

from datetime import date

import pytest

from dittomark.importing import dates
from dittomark.importing.date_order import is_ambiguous, orders_proved


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("১৪ সেপ্টেম্বর ২০২৩, ১০:২৭", "2023-09-14T10:27:00"),
        ("প্রকাশ: ১৪ সেপ্টেম্বর ২০২৩, ১০:২৭আপডেট : ১৪ সেপ্টেম্বর ২০২৩, ১০:৫২", "2023-09-14T10:27:00"),
        ("১১:১৯ পিএম, ১৩ সেপ্টেম্বর ২০২৩", "2023-09-13T23:19:00"),
        ("16 Sep 2023, 16:50", "2023-09-16T16:50:00"),
        ("September 13th, 2023 at 5:30 PM", "2023-09-13T17:30:00"),
        ("Wednesday, 05 November, 2025", "2025-11-05"),
        ("৩ ফেব্রু\u09dfারি ২০২৪", "2024-02-03"),
        ("৩ ফেব্রু\u09af\u09bcারি ২০২৪", "2024-02-03"),
        ("१३ सितंबर २०२३", "2023-09-13"),
        ("١٣ سبتمبر ٢٠٢٣", "2023-09-13"),
        ("١٣ أيلول ٢٠٢٣", "2023-09-13"),
        ("3 janvier 2024", "2024-01-03"),
        ("সোমবার, ২৯ ডিসেম্বর ২০২৫, ১৫ পৌষ ১৪৩২ বঙ্গাব্দ", "2025-12-29"),
        ("ঢাকা, বুধবার, ২৯ ভাদ্র ১৪৩০ বঙ্গাব্দ", "2023-09-13"),
        ("2023-09-13T11:19:00Z", "2023-09-13T11:19:00+00:00"),
        ("2023-09", "2023-09"),
        ("13/09/2023", "2023-09-13"),
        ("03.09.2023", "2023-09-03"),
        ("1694599140", "2023-09-13T09:59:00+00:00"),
    ],
)
def test_a_date_field_is_understood(written: str, iso: str) -> None:
    assert dates.parse_date(written) == iso


@pytest.mark.parametrize("written", ["", "yesterday", "32 May 2023", "গতকাল", "0", "n/a"])
def test_what_is_no_date_gives_none(written: str) -> None:
    assert dates.parse_date(written) == ""


def test_the_hour_of_publication_wins_over_the_masthead() -> None:
    page = (
        "শুক্রবার, ০৯ মে ২০২৫\n২৬ বৈশাখ ১৪৩২\n\nনদীর পাড়ে নতুন বাঁধ\n"
        "১৪ সেপ্টেম্বর ২০২৩, ১০:২৭\n\nবাঁধের কাজ ২৬ মার্চ ১৯৯৮ তারিখে শুরু হয়েছিল।\n"
    )
    found = dates.article_date(page)
    assert found is not None
    assert found.value == "2023-09-14T10:27:00"
    assert page[found.start : found.end] == "১৪ সেপ্টেম্বর ২০২৩, ১০:২৭"


def test_a_masthead_alone_is_marked_as_one() -> None:
    found = dates.article_date("সোমবার, ২৯ ডিসেম্বর ২০২৫\n\nনদীর পাড়ে নতুন বাঁধ\n")
    assert found is not None
    assert found.masthead
    assert found.value == "2025-12-29"


def test_a_date_inside_a_long_paragraph_is_not_the_articles() -> None:
    story = "বাঁধ নির্মাণের প্রথম পরিকল্পনা হয়েছিল ২৬ মার্চ ১৯৯৮ তারিখে। " * 6
    assert dates.article_date(story) is None


def test_the_bengali_new_year_is_the_14th_of_april() -> None:
    assert dates.bengali_to_gregorian(1432, 1, 1) == date(2025, 4, 14)
    assert dates.bengali_to_gregorian(1432, 12, 30) == date(2026, 4, 13)
    assert dates.bengali_to_gregorian(1432, 13, 1) is None


@pytest.mark.parametrize(
    ("values", "proved"),
    [
        (["13/04/2024"], {"day-first"}),
        (["04/13/2024"], {"month-first"}),
        (["12/13/24"], {"month-first"}),
        (["১৩-০৪-২০২৪"], {"day-first"}),
        (["13.12.2024"], {"day-first"}),
        (["03/04/2024", "12/12/2024"], set()),
        (["13/13/2024"], set()),  # no date at all
        (["13/04/2024", "04/13/2024"], {"day-first", "month-first"}),
        (["2024-13-04", "13 April 2024", ""], set()),
    ],
)
def test_a_number_above_twelve_proves_what_stands_first(
    values: list[str], proved: set[str]
) -> None:
    assert orders_proved(values) == proved


@pytest.mark.parametrize(
    ("value", "ambiguous"),
    [("03/04/2024", True), ("১৩/০৪/২৪", True), ("2024-03-04", False), ("3 April 2024", False)],
)
def test_a_date_in_numbers_alone_may_be_read_either_way(value: str, *, ambiguous: bool) -> None:
    assert is_ambiguous(value) is ambiguous
