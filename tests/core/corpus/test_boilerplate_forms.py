"""Known forms: what a line of boilerplate is by its words alone."""

import pytest

from dittomark.corpus.boilerplate.forms import is_date_line, known_form


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("সর্বাধিক পঠিত", "most_read"),
        ("সম্পর্কিত", "related_links"),
        ("সম্পর্কিত খবর:", "related_links"),
        ("এই বিভাগের আরও খবর", "related_links"),
        ("Write Your Comment", "comment_form"),
        ("Your email address will not be published. Required fields are marked *", "comment_form"),
        ("মন্তব্য (12)", "comment_form"),
        ("মঙ্গলবার, ১২ মার্চ ২০২৪, ২৮ ফাল্গুন ১৪৩০ বঙ্গাব্দ", "byline_dateline"),
        ("Tuesday, 12 March 2024", "byline_dateline"),
        ("12 Mar 2024, 16:50", "byline_dateline"),
        ("নিজস্ব প্রতিবেদক", "byline_dateline"),
        ("খুলনা সংবাদদাতা:", "byline_dateline"),
        ("By Rahima Khatun", "byline_dateline"),
        ("/আরএস/", "byline_dateline"),
        ("© ২০২৪ নদী বার্তা", "copyright_notice"),
        ("All rights reserved", "copyright_notice"),
        ("সর্বস্বত্ব সংরক্ষিত", "copyright_notice"),
        ("শেয়ার করুন", "share_subscribe"),
        ("Share on Facebook", "share_subscribe"),
        ("নতুন সেতুর উদ্বোধন। ছবি: সংগৃহীত", "caption"),
        ("ভিডিও:", "caption"),
        ("[বিজ্ঞাপন_১]", "advertisement"),
        ("Advertisement", "advertisement"),
        ("Warning: Undefined variable $x in /home/site/post.php on line 12", "markup_leftover"),
        ("SQLSTATE[HY000]: General error", "markup_leftover"),
        ("<div class='ad'>", "markup_leftover"),
        ("{{ article.title }}", "markup_leftover"),
        ("প্রচ্ছদ", "navigation"),
        ("Читайте также", "related_links"),
        ("相关新闻", "related_links"),
        ("X", "other_boilerplate"),
    ],
)
def test_a_known_form_has_its_kind(line: str, kind: str) -> None:
    form = known_form(line)
    assert form is not None
    assert form.kind == kind
    assert form.confidence >= 0.7


@pytest.mark.parametrize(
    "line",
    [
        "জেলা প্রশাসন জানিয়েছে, বাঁধের কাজ আগামী মাসে শেষ হবে।",
        "মন্ত্রী বলেন, মন্তব্য করার সময় এখনো আসেনি, তদন্ত শেষ হলে সব জানানো হবে।",
        "The home of the family was searched on Tuesday, 12 March, police said.",
        "Share prices fell for the third day as investors waited for the central bank to decide.",
        "১৯৭১ সালের মার্চ মাসে তিনি গ্রামে ফিরে আসেন।",
        "",
    ],
)
def test_a_sentence_of_an_article_is_no_known_form(line: str) -> None:
    assert known_form(line) is None


def test_a_header_opens_a_list_and_a_sharing_button_does_not() -> None:
    most_read, share = known_form("Most read"), known_form("Share")
    assert most_read is not None
    assert most_read.header
    assert share is not None
    assert not share.header


@pytest.mark.parametrize(
    "line",
    ["১০:৫৯ পূর্বাহ্ন, ১৪ মে ২০২৩", "2024-03-12 10:11", "2024年3月12日", "5 января 2012 г., 10:28"],
)
def test_dates_in_several_scripts_are_date_lines(line: str) -> None:
    assert is_date_line(line)


@pytest.mark.parametrize("line", ["৩১০", "10", "Version 2.4 released", "মে দিবস আজ"])
def test_a_number_or_a_word_alone_is_no_date_line(line: str) -> None:
    assert not is_date_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "Home > News > Sport",
        "Home » Politics » A mayor resigns",
        "প্রচ্ছদ > জাতীয়",
        "News / World / Asia",
    ],
)
def test_a_path_through_the_site_is_navigation(line: str) -> None:
    form = known_form(line)
    assert form is not None
    assert form.kind == "navigation"


@pytest.mark.parametrize(
    "line", ["He said 5 > 3, and left.", "The and/or question is open", "Trains at 9 / 10"]
)
def test_signs_inside_a_sentence_are_no_path(line: str) -> None:
    assert known_form(line) is None
