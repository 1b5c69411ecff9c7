"""What is far from the article is not kept with it, and nothing is swept away without a reason."""

import numpy as np

from dittomark.corpus.boilerplate.extent import without_teasers
from dittomark.corpus.boilerplate.features import page_features, page_weights
from dittomark.corpus.boilerplate.kinds import UNSEEN
from dittomark.corpus.boilerplate.lines import split_page
from dittomark.corpus.boilerplate.propose import PageInput, PageProposals, propose

STORY = [
    "Ferry to the islands stops for a week",
    (
        "The ferry between the harbour and the outer islands will stop for a week from Monday, the "
        "company that runs it said. Its only ship goes into the dock for a new engine."
    ),
    (
        "Four hundred people live on the islands all year round. Their food, their post and their "
        "schoolchildren come and go by ship, and nobody on the council had been asked."
    ),
    (
        "The mayor said that fishing boats would carry whoever has to go to hospital, and that the shop "
        "on the largest island has flour and milk for nine days."
    ),
    (
        "The company offered to bring the post by helicopter if the wind allows it. It said that a "
        "second ship had been ordered two years ago and would come next spring."
    ),
]
BUTTONS = [
    "Share", "Tweet", "Share on Facebook", "Email this article", "Print", "Comments (14)",
    "Post a comment", "Log in", "Sign up to our newsletter", "Subscribe", "Newest", "Oldest",
    "Report abuse", "Leave a comment", "All rights reserved", "Privacy policy", "Contact us",
    "Terms of use",
]  # fmt: skip
NAMES = (
    "Anna Brook",
    "Tom Field",
    "Ruth Hill",
    "Paul Marsh",
    "Jane Wood",
    "Mark Stone",
    "Eve Lake",
)
TEASERS = [
    f"Not her best day! {name} steps out of the {place} in a green coat and a hat that nobody will "
    f"forget {age} years on"
    for name in NAMES
    for place, age in (("theatre", 10), ("night train", 20), ("opera", 30))
]
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PLAN = [
    line
    for week in range(1, 7)
    for day in DAYS
    for line in (
        f"Week {week}, {day}",
        f"Breakfast: oats and {week} figs",
        "Lunch: lentils",
        "Dinner: rice",
    )
]


def propose_one(lines: list[str]) -> tuple[str, PageProposals]:
    text = "\n".join(lines)
    (found,) = propose([PageInput("p", text)])
    return text, found


def test_a_column_of_long_teasers_behind_the_buttons_is_not_the_article() -> None:
    text, found = propose_one([*STORY, *BUTTONS, *TEASERS])
    proposed = "\n".join(text[each.start : each.end] for each in found.proposals)
    assert all(teaser in proposed for teaser in TEASERS)
    assert not any(paragraph in proposed for paragraph in STORY)


def kept_of(lines: list[str], wanted: list[str]) -> list[str]:
    """The lines that stay of those a scorer would keep."""
    page = split_page("\n".join(lines))
    features = page_features(page, np.ones(len(page.lines)), pages=1)
    keep = np.array([line.text in wanted for line in page.lines])
    stay = without_teasers(keep, page_weights(page), features)
    return [line.text for line, stays in zip(page.lines, stay, strict=True) if stays]


def test_what_the_scorer_takes_for_prose_behind_the_buttons_goes_unless_it_is_sentences() -> None:
    assert kept_of([*STORY, *BUTTONS, *TEASERS], [*STORY, *TEASERS]) == STORY
    assert kept_of([*TEASERS, *BUTTONS, *STORY], [*STORY, *TEASERS]) == STORY
    # The second half of an article behind a row of buttons is the article.
    assert kept_of([*STORY[:3], *BUTTONS, *STORY[3:]], STORY) == STORY
    # A list near the article is part of it.
    assert kept_of([*STORY, *TEASERS], [*STORY, *TEASERS]) == [*STORY, *TEASERS]


def test_a_plan_of_short_lines_is_never_taken_without_a_look() -> None:
    """Nothing says that it is no part of the page: no other page has it, no line is known."""
    text, found = propose_one([*STORY[:2], *PLAN, STORY[2]])
    unseen = "\n".join(text[one.start : one.end] for one in found.proposals if one.score > UNSEEN)
    assert not any(line in unseen for line in PLAN)


def test_what_several_pages_carry_is_still_taken_without_a_look() -> None:
    menu = ["Home", "Weather", "Ferries", "Harbour news", "Islands", "Letters", "Jobs", "Tides"]
    pages = [
        PageInput(str(at), "\n".join([*menu, f"{town}: {STORY[0]}", *STORY[1:], *BUTTONS]), "s")
        for at, town in enumerate(("Aldby", "Benton", "Colmere", "Dunwick", "Eastrop"))
    ]
    # Five reports that share nothing but the frame.
    pages = [
        PageInput(
            one.id,
            one.text.replace("island", f"isle {one.id} ").replace("ferry", f"boat {one.id}"),
            "s",
        )
        for one in pages
    ]
    for one, found in zip(pages, propose(pages), strict=True):
        unseen = "\n".join(
            one.text[each.start : each.end] for each in found.proposals if each.score > UNSEEN
        )
        assert sum(line in unseen for line in menu) >= len(menu) - 1
