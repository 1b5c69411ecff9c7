"""A saved page gives its article, and everything around it as boilerplate candidates."""

from pathlib import Path

import pytest

from dittomark import importing
from dittomark.annotations import NewArticle

STORY = [
    "জেলা প্রশাসন জানিয়েছে, নদীর পাড়ে নতুন বাঁধের কাজ আগামী মাসে শেষ হবে। শ্রমিকেরা দিনরাত কাজ করছেন।",
    "স্থানীয় বাসিন্দারা বলছেন, গত বর্ষায় তিনটি গ্রাম পানির নিচে ছিল। এবার তাঁরা আশা করছেন, ফসল রক্ষা পাবে।",
    "প্রকৌশলী রওশন আরা বলেন, বাঁধটি সাত কিলোমিটার দীর্ঘ। এর উপর দিয়ে একটি পাকা সড়কও হবে।",
]
PAGE = f"""<!DOCTYPE html><html lang="bn"><head><title>নদীর পাড়ে নতুন বাঁধ | নদী বার্তা</title>
<meta property="og:site_name" content="নদী বার্তা"><meta property="og:title" content="নদীর পাড়ে নতুন বাঁধ">
<meta property="og:url" content="https://nodibarta.example/1"><meta name="author" content="রওশন আরা">
<meta property="article:published_time" content="2023-09-13T11:19:00+06:00">
<script>var hidden = 1;</script></head><body>
<nav class="menu"><a href="/">প্রচ্ছদ</a> <a href="/s">খেলা</a></nav>
<article><h1>নদীর পাড়ে নতুন বাঁধ</h1>{"".join(f"<p>{p}</p>" for p in STORY)}</article>
<div class="most-read"><h3>সর্বাধিক পঠিত</h3><ul><li><a href="/2">সেতুর টোল কমল</a></li></ul></div>
<footer>© ২০২৩ নদী বার্তা. সর্বস্বত্ব সংরক্ষিত</footer></body></html>"""


def page(tmp_path: Path, markup: str | bytes) -> NewArticle:
    path = tmp_path / "page.html"
    path.write_bytes(markup.encode() if isinstance(markup, str) else markup)
    (article,) = importing.read(path)
    assert isinstance(article, NewArticle)
    return article


def test_nothing_on_the_page_is_thrown_away(tmp_path: Path) -> None:
    article = page(tmp_path, PAGE)
    for part in (*STORY, "প্রচ্ছদ", "সর্বাধিক পঠিত", "সেতুর টোল কমল", "© ২০২৩"):
        assert part in article.text
    assert "hidden" not in article.text


def test_metadata_is_filled_in(tmp_path: Path) -> None:
    article = page(tmp_path, PAGE)
    assert article.title == "নদীর পাড়ে নতুন বাঁধ"
    assert article.source == "নদী বার্তা"
    assert article.url == "https://nodibarta.example/1"
    assert article.date == "2023-09-13T11:19:00+06:00"
    assert article.language == "bn"
    assert article.author == "রওশন আরা"


def test_what_is_not_the_article_becomes_candidates(tmp_path: Path) -> None:
    article = page(tmp_path, PAGE)
    found = {label: article.text[start:end] for start, end, label in article.candidates}
    assert "প্রচ্ছদ" in found["navigation"]
    assert "সেতুর টোল কমল" in found["most_read"]
    assert "সর্বস্বত্ব" in found["copyright_notice"]
    marked = "".join(found.values())
    assert not any(paragraph in marked for paragraph in STORY)


def test_a_declared_charset_is_believed(tmp_path: Path) -> None:
    markup = '<html><head><meta charset="windows-1252"></head><body><p>Größe und Stärke</p></body>'
    article = page(tmp_path, markup.encode("cp1252"))
    assert article.text == "Größe und Stärke"
    assert article.encoding == "cp1252"


def test_deep_nesting_loses_no_text_in_silence(tmp_path: Path) -> None:
    article = page(tmp_path, "<html><body>" + "<div>" * 1000 + "গভীর লেখা")
    assert article.text == "গভীর লেখা"
    (tmp_path / "abyss.html").write_text("<html><body>" + "<div>" * 100_000 + "লেখা", "utf-8")
    (failure,) = importing.read(tmp_path / "abyss.html")
    assert isinstance(failure, importing.Failure)
    assert "too deep" in failure.message


def test_a_byline_keeps_its_last_vowel_sign(tmp_path: Path) -> None:
    byline = '<div class="byline">মুন্সীগঞ্জ প্রতিনিধি</div>'
    markup = PAGE.replace('<meta name="author" content="রওশন আরা">', "").replace(
        "</h1>", f"</h1>{byline}"
    )
    assert page(tmp_path, markup).author == "মুন্সীগঞ্জ প্রতিনিধি"


LIST = """<ul><li><span>প্রথম দফায় তিনটি গ্রামে নলকূপ বসানো হবে।</span></li>
<li><p>দ্বিতীয় দফায় ঘাটের সিঁড়ি মেরামত হবে আগামী চৈত্রে।</p></li></ul>
<ol><li>শেষ দফায় হাটের রাস্তায় বাতি বসবে ঈদের আগে।</li></ol>
<ul class="related"><li>আরও খবর আসছে বিকেলের পাতায়</li></ul>
<ul><li><a href="/7">সেতুর টোল কমেছে অর্ধেক</a></li><li><a href="/8">হাটে ইলিশের দাম চড়া</a></li></ul>
<blockquote>আমরা আর কথা শুনতে চাই না, বলেন একজন জেলে।</blockquote>"""


@pytest.mark.parametrize("element", ["article", "div", "section"])
def test_the_lists_of_an_article_stay_in_it_and_lists_of_links_do_not(
    tmp_path: Path, element: str
) -> None:
    markup = PAGE.replace(f"<p>{STORY[1]}</p>", f"<p>{STORY[1]}</p>{LIST}")
    article = page(tmp_path, markup.replace("article>", f"{element}>"))
    main = article.metadata["main_text"]
    assert isinstance(main, dict)
    for vote in ("wide", "strict"):
        kept = "\n".join(article.text[start:end] for start, end in main[vote])
        for part in ("প্রথম দফায়", "দ্বিতীয় দফায়", "শেষ দফায়", "আমরা আর কথা", *STORY):
            assert part in kept
        for part in ("সেতুর টোল", "ইলিশের", "আরও খবর"):
            assert part not in kept
    marked = "".join(article.text[start:end] for start, end, _ in article.candidates)
    assert "দফায়" not in marked
    assert "সেতুর টোল" in marked


LONG = [
    "ইউনিয়ন পরিষদের চেয়ারম্যান জানান, বাঁধের মাটি আনা হচ্ছে দুই কিলোমিটার দূরের চর থেকে, নৌকায়।",
    "গত তিন মাসে কাজ দুবার থেমেছিল, একবার বৃষ্টিতে, আরেকবার শ্রমিকদের মজুরি নিয়ে বিরোধে।",
    "মৎস্যজীবীরা চান, বাঁধের দুই মাথায় নৌকা ভেড়ানোর ঘাট থাকুক। প্রকৌশলীরা বলেছেন, নকশায় তা নেই।",
    "নদী গবেষক মতিউর রহমান মনে করেন, পাড়ে গাছ না লাগালে পাঁচ বছরের মধ্যে বাঁধ আবার ভাঙবে।",
    "আগামী সপ্তাহে জেলা প্রশাসক নিজে কাজ দেখতে আসবেন, এবং গ্রামের লোকজনের সঙ্গে কথা বলবেন।",
    "কাজ শেষ হলে প্রায় চার হাজার একর জমি বর্ষাতেও চাষ করা যাবে, কৃষি বিভাগ জানিয়েছে।",
]


def test_an_article_cut_by_advertisements_stays_whole(tmp_path: Path) -> None:
    """Some sites set an article in several elements of one class, an advertisement between."""
    parts = [[" ".join(STORY[:2]), " ".join([STORY[2], *LONG[:2]])], [" ".join(LONG[2:])]]
    body = '<div class="ad-slot">বিজ্ঞাপন</div>'.join(
        f'<div class="article__body">{"".join(f"<p>{p}</p>" for p in part)}</div>' for part in parts
    )
    start, end = PAGE.index("<p>"), PAGE.index("</article>")
    markup = (PAGE[:start] + body + PAGE[end:]).replace("article>", "main>")
    article = page(tmp_path, markup)
    marked = "".join(article.text[start:end] for start, end, _ in article.candidates)
    assert not any(paragraph in marked for paragraph in (*STORY, *LONG))
    assert "সেতুর টোল কমল" in marked


def test_the_box_about_the_author_is_not_the_article(tmp_path: Path) -> None:
    about = (
        "রওশন আরা দশ বছর ধরে নদী ও পানি নিয়ে লেখেন। তিনি থাকেন ময়মনসিংহে, পড়ান স্থানীয় কলেজে, "
        "আর অবসরে নৌকা চালান।"
    )
    box = f'<div class="author-box"><div class="author-bio"><p>{about}</p></div></div>'
    body = "".join(f"<p>{p}</p>" for p in LONG)
    article = page(tmp_path, PAGE.replace("</article>", f"{body}{box}</article>"))
    marked = "".join(article.text[start:end] for start, end, _ in article.candidates)
    assert about in marked
    assert not any(paragraph in marked for paragraph in (*STORY, *LONG))


def test_a_second_copy_of_the_article_in_one_line_is_not_the_article(tmp_path: Path) -> None:
    """Pages with slides keep the whole text once more, for readers without scripts."""
    copy = f"<div class='slide-text'>{' '.join(STORY + LONG)}</div>"
    body = "".join(f"<p>{p}</p>" for p in LONG)
    markup = PAGE.replace("</article>", f"{body}</article>").replace("<footer>", f"{copy}<footer>")
    article = page(tmp_path, markup)
    left = article.text
    for start, end, _ in sorted(article.candidates, reverse=True):
        left = left[:start] + left[end:]
    assert all(left.count(paragraph) == 1 for paragraph in (*STORY, *LONG))
