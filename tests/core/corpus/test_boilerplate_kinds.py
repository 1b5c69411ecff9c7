"""The kind that a line outside the article gets, by what stands around it."""

import numpy as np
import pytest

from dittomark.corpus.boilerplate.features import page_weights
from dittomark.corpus.boilerplate.kinds import line_kinds
from dittomark.corpus.boilerplate.lines import split_page

STORY = (
    "The ferry to the island will sail twice a day from next week, the harbour office said.",
    "Farmers had asked for it since the bridge was closed to lorries in the spring floods.",
)


def kinds(*lines: str, tagged: tuple[str | None, ...] = (), title: str = "") -> list[str | None]:
    """The kinds of a page's lines; those of `STORY` are the article."""
    page = split_page("\n".join(lines), title=title)
    keep = np.array([line.text in STORY for line in page.lines])
    known = [None] * len(page.lines)
    return line_kinds(page, keep, page_weights(page), known=known, tagged=tagged)


@pytest.mark.parametrize("word", ["Photos", "Advertising", "Comment", "RSS", "Video", "ছবি"])
def test_a_word_in_a_menu_is_an_entry_of_it(word: str) -> None:
    menu = ["News", "Sports", "Weather", word, "Business", "Jobs"]
    assert kinds(*menu, *STORY)[:6] == ["navigation"] * 6


def test_the_same_words_elsewhere_are_what_they_say() -> None:
    found = kinds(STORY[0], "Advertisement", STORY[1], "12 comments", "Follow us on Facebook")
    assert found == [None, "advertisement", None, "comment_form", "share_subscribe"]


def test_networks_in_a_row_are_buttons_within_a_menu_too() -> None:
    found = kinds(
        *STORY, "About", "Jobs", "Press", "Terms", "Help", "Facebook", "Twitter", "YouTube"
    )
    assert found[2:] == ["navigation"] * 5 + ["share_subscribe"] * 3


@pytest.mark.parametrize(
    "header", ["Latest", "Recent posts", "সর্বশেষ খবর", "• Latest", "Последние новости", "最新新闻"]
)
def test_the_latest_headlines_are_with_the_most_read(header: str) -> None:
    list_ = [
        header,
        "Council votes on the new school roof",
        "12",
        "Two boats lost in the spring storm",
    ]
    assert kinds(*STORY, *list_)[2:] == ["most_read"] * 4


def test_a_list_ends_where_a_menu_begins() -> None:
    list_ = [
        "Most read",
        "Council votes on the new school roof",
        "Two boats lost in the spring storm",
    ]
    menu = ["Home", "Sports", "Weather", "Culture", "Business", "Jobs"]
    assert kinds(*STORY, *list_, *menu)[2:] == ["most_read"] * 3 + ["navigation"] * 6


def test_headlines_beside_times_are_the_latest() -> None:
    feed = ["09:12", "Council votes on the new school roof", "08:40", "Two boats lost in the storm"]
    feed += ["08:05", "A baker wins the island race again"]
    assert kinds(*STORY, *feed)[2:] == ["most_read"] * 6


def test_the_months_of_an_archive_are_a_menu() -> None:
    found = kinds(*STORY, "March 2014 (3)", "February 2014 (12)", "January 2014", "2013年12月")
    assert found[2:] == ["navigation"] * 4
    assert kinds("3 March 2014", *STORY)[0] == "byline_dateline"


def test_what_stands_in_the_comments_belongs_to_them() -> None:
    said = [
        "2 comments",
        "Rowshan",
        "3 May 2014 8:02 am",
        STORY[0] + " Really?",
        "Reply",
        "Ann",
        "4 votes",
    ]
    assert kinds(*STORY, *said)[2:] == ["comment_form"] * 7


def test_a_picture_credit_is_no_copyright_notice() -> None:
    found = kinds(
        "Image: © NASA/A Person", STORY[0], "© Reuters / A Person", STORY[1], "© 2014 A Paper"
    )
    assert found == ["caption", None, "caption", None, "copyright_notice"]


def test_a_path_of_pages_that_ends_in_the_headline_is_navigation() -> None:
    head = "Ferry to sail twice a day"
    page = split_page(
        "\n".join([f"Home > News > {head}", f"{head} - The Paper", head, *STORY]), title=head
    )
    keep = np.array([False, False, True, True, True])
    found = line_kinds(page, keep, page_weights(page), known=[None] * 5)
    assert found[:2] == ["navigation", "repeated_text"]


def test_tags_after_their_word_are_not_a_menu() -> None:
    found = kinds(*STORY, "Related tags:", "harbours", "ferries", "spring floods")
    assert found[2:] == ["other_boilerplate"] * 4


def test_code_and_empty_signs_are_left_from_markup() -> None:
    found = kinds(
        STORY[0], "\u200d", "2014-05-03T08:02:00+01:00", "https://a.example/b.jpg", STORY[1]
    )
    assert found[1:4] == ["markup_leftover"] * 3


def test_tags_of_a_page_name_what_the_words_leave_open() -> None:
    lines = ("A man on a quay", *STORY, "Photos")
    assert kinds(*lines, tagged=("caption", None, None, "navigation")) == [
        "caption", None, None, "navigation",
    ]  # fmt: skip
    assert kinds(*lines)[0] == "navigation"


def test_a_reference_inside_the_article_is_a_related_link() -> None:
    found = kinds(STORY[0], "Read more: A roof for the school", "আরও পড়ুন: সেতুর টোল কমল", STORY[1])
    assert found[1:3] == ["related_links"] * 2


MOST_READ = [
    "Most read",
    "Council votes on the new school roof",
    "Two boats lost in the spring storm",
    "A baker wins the island race again",
]
OTHERS = ["Farmers ask for a second bridge", "Why the old mill was sold twice"]


@pytest.mark.parametrize("header", ["Podcasts", "Video", "Canada News"])
def test_a_second_list_behind_the_most_read_is_of_other_articles(header: str) -> None:
    found = kinds(*STORY, *MOST_READ, header, *OTHERS)
    assert found[2:] == ["most_read"] * 4 + ["related_links"] * 3


def test_a_second_ranking_is_of_the_most_watched() -> None:
    ranked = [f"{at + 1}: {line}" for at, line in enumerate(MOST_READ[1:])]
    found = kinds(*STORY, "Most read", *ranked, "Video/Audio", *ranked)
    assert found[2:] == ["most_read"] * 8


@pytest.mark.parametrize("closing", ["more", "More : Sports"])
def test_the_way_to_more_closes_the_most_read(closing: str) -> None:
    found = kinds(*STORY, *MOST_READ, closing, *OTHERS)
    assert found[2:6] == ["most_read"] * 4
    assert found[7:] == ["related_links"] * 2


def test_sections_between_the_most_read_begin_no_second_list() -> None:
    mixed = ["Most read"]
    for section, headline in zip(("Sports", "Culture", "Sports"), MOST_READ[1:], strict=True):
        mixed += [section, headline]
    assert kinds(*STORY, *mixed)[2:] == ["most_read"] * 7


def test_headlines_behind_their_times_are_the_latest() -> None:
    feed = [f"{10 + at}:2{at} {line}" for at, line in enumerate(MOST_READ[1:])]
    assert kinds(*STORY, *feed)[2:] == ["most_read"] * 3


@pytest.mark.parametrize("first", ["Home", "Breadcrumb", "প্রচ্ছদ", "Αρχική"])
def test_a_path_of_a_page_a_line_that_ends_in_the_headline_is_navigation(first: str) -> None:
    head = "Ferry to sail twice a day"
    path = [first, "News", "Islands"]
    page = split_page("\n".join([*path, head, head, *STORY]), title=head)
    keep = np.array([False] * 4 + [True] * 3)
    found = line_kinds(page, keep, page_weights(page), known=[None] * 7)
    assert found[:4] == ["navigation"] * 4
    page = split_page("\n".join([head, head, *STORY]), title=head)
    keep = np.array([False, True, True, True])
    assert line_kinds(page, keep, page_weights(page), known=[None] * 4)[0] == "repeated_text"


@pytest.mark.parametrize(
    "line",
    [
        "বিনা অনুমতিতে এই সাইটের সংবাদ, ছবি ও ভিডিও ব্যবহার করা বেআইনি",
        "অনুমতি ছাড়া এই ওয়েবসাইটের কোনো লেখা কপি করা দণ্ডনীয় অপরাধ",
        "No part of this site may be reproduced without written permission",
    ],
)
def test_that_copying_is_forbidden_is_a_copyright_notice(line: str) -> None:
    assert kinds(*STORY, line)[2] == "copyright_notice"


@pytest.mark.parametrize("line", ["বাসস, ঢাকা", "ইউএনবি", "Reuters, London", "AFP"])
def test_an_agency_with_its_place_is_a_dateline(line: str) -> None:
    assert kinds(line, *STORY)[0] == "byline_dateline"
    assert kinds(STORY[0], line, STORY[1])[1] == "byline_dateline"
