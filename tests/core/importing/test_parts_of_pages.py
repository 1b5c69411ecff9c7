"""Parts of web pages that are, or are not, the article, and the kinds that their tags denote."""

import json
from pathlib import Path

import pytest

from dittomark import importing
from dittomark.annotations import NewArticle
from dittomark.corpus.boilerplate.main_text import MainText
from dittomark.corpus.boilerplate.propose import PageInput, propose

HEAD = "A second ferry for the “island”"
TITLE = HEAD.replace("“", "&quot;").replace("”", "&quot;")  # as heads of pages have it
STORY = [
    "The ferry to the island will sail twice a day from next week, the harbour office said on Monday.",
    "Farmers had asked for it since the bridge was closed to lorries after the floods in the spring.",
    "The crossing takes forty minutes. A lorry pays the same as before, and bicycles travel for free.",
    "The council will count the passengers until autumn, and decide then whether the second boat stays.",
    "Fishermen fear that the larger boat will drive the herring out of the narrow part of the sound.",
    "The harbour master does not share that fear: the old steamer, he says, drew a metre more of water.",
]


def proposed(tmp_path: Path, body: str) -> dict[str, str]:
    """Return the kind of each line that is proposed on a page with this body."""
    path = tmp_path / "page.html"
    markup = f"<html lang=en><head><title>{HEAD} | The Paper</title><meta property='og:title' content='{TITLE}'>"
    path.write_text(f"{markup}</head><body>{body}</body></html>", "utf-8")
    (article,) = importing.read(path)
    assert isinstance(article, NewArticle)
    main = MainText.from_json(json.loads(json.dumps(article.metadata["main_text"])))
    (found,) = propose([PageInput("", article.text, title=article.title, main=main)])
    return {
        line: each.kind
        for each in found.proposals
        for line in article.text[each.start : each.end].splitlines()
        if line
    }


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def test_the_headline_stays_where_it_is_a_heading(tmp_path: Path) -> None:
    path = f"<nav class=breadcrumb><ul><li>Home</li><li>News</li><li>{HEAD}</li></ul></nav>"
    page = f"{path}<main><article><h1>{HEAD}</h1>{paragraphs(STORY)}</article></main>"
    assert HEAD in proposed(tmp_path, page)
    (article,) = importing.read(tmp_path / "page.html")
    assert isinstance(article, NewArticle)
    main = MainText.from_json(article.metadata["main_text"])
    (found,) = propose([PageInput("", article.text, title=article.title, main=main)])
    heading = article.text.rindex(HEAD)
    assert not any(each.start <= heading < each.end for each in found.proposals)


@pytest.mark.parametrize(
    "part",
    [
        "<p><a href=/1>Read more: A new roof for the school on the hill</a></p>",
        "<p>You might also like:</p><ul><li><a href=/1>A new roof for the school on the hill</a></li></ul>",
        "<p>Tags: harbours, ferries, A new roof for the school on the hill</p>",
        "<figure><p class=wp-caption-text>A new roof for the school on the hill</p></figure>",
    ],
    ids=["reference", "list of references", "tags", "caption"],
)
def test_what_refers_elsewhere_is_proposed_inside_the_article(tmp_path: Path, part: str) -> None:
    body = paragraphs(STORY[:3]) + part + paragraphs(STORY[3:])
    found = proposed(tmp_path, f"<article class=entry-content><h1>{HEAD}</h1>{body}</article>")
    assert any("A new roof" in line for line in found)
    assert not any(line in found for line in (HEAD, *STORY))


def test_the_articles_that_follow_in_a_blog_are_proposed(tmp_path: Path) -> None:
    others = "".join(
        f"<article class=post><h2>Post {n}</h2><p>Number {n}: the council met on the hill, and it "
        f"voted on the roof of school number {n}, which the storm took away.</p></article>"
        for n in range(3)
    )
    body = f"<article class=post><h1>{HEAD}</h1>{paragraphs(STORY)}{others}</article>"
    found = proposed(tmp_path, body)
    assert sum("Number" in line for line in found) == 3
    assert not any(line in found for line in STORY)


def test_a_price_list_of_boxes_stays_in_the_article(tmp_path: Path) -> None:
    rows = "".join(
        f"<div class=pricing-table__row><p>{what} on the ferry</p><div class=pricing-table__price>"
        f"<div>{price} crowns</div></div><p>({note})</p></div>"
        for what, price, note in [
            ("A lorry with its load", 90, "the driver travels for free"),
            ("A car of any length", 45, "the driver pays a ticket too"),
            ("A horse or a cow", 20, "only on weekdays, on the lower deck"),
        ]
    )
    body = paragraphs(STORY[:3]) + f"<div class=pricing-table>{rows}</div>" + paragraphs(STORY[3:])
    found = proposed(tmp_path, f"<article class=entry-content><h1>{HEAD}</h1>{body}</article>")
    assert not any("crowns" in line or "on the ferry" in line for line in found)


def test_the_names_of_elements_tell_the_kind(tmp_path: Path) -> None:
    outside = (
        "<div class=post-author><p>Rowshan Ara lives by the harbour</p></div>"
        "<div class=social-bar><p>Tell it to a friend of yours</p></div>"
        "<div class=trending><p>A new roof for the school on the hill</p></div>"
    )
    body = f"<article class=entry-content><h1>{HEAD}</h1>{paragraphs(STORY)}</article>{outside}"
    found = proposed(tmp_path, body)
    assert found["Rowshan Ara lives by the harbour"] == "byline_dateline"
    assert found["Tell it to a friend of yours"] == "share_subscribe"
    assert found["A new roof for the school on the hill"] == "most_read"
