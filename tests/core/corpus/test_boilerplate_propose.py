"""What is proposed for a page, and what is left of it."""

import os
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers.bengali_pages import bengali_pages

from dittomark.corpus.boilerplate.main_text import MainText, main_stretches
from dittomark.corpus.boilerplate.propose import PageInput, PageProposals, propose
from dittomark.errors import Cancelled
from dittomark.labels import LabelScheme

SEEDS = Path(os.environ.get("DITTOMARK_SEEDS", Path(__file__).parents[4] / "shared" / "seeds"))
KINDS = {label.key for label in LabelScheme().spans}


def page(text: str, **more: str) -> PageInput:
    return PageInput(more.get("id", "p"), text, more.get("source", ""), more.get("title", ""))


def left(text: str, found: PageProposals) -> str:
    """What is left of the page when every proposal is taken."""
    kept = list(text)
    for each in found.proposals:
        kept[each.start : each.end] = "\0" * (each.end - each.start)
    return "".join(kept).replace("\0", "")


def kinds_of(text: str, found: PageProposals) -> dict[str, str]:
    return {
        line.strip(): each.kind
        for each in found.proposals
        for line in text[each.start : each.end].splitlines()
        if line.strip()
    }


def test_one_page_of_a_source_is_enough_for_its_known_forms() -> None:
    first = bengali_pages()[0]
    (found,) = propose([page(first.text, title=first.title)])
    kinds = kinds_of(first.text, found)
    assert kinds["সর্বাধিক পঠিত"] == "most_read"
    assert kinds["আলুর দাম কমল বাজারে"] == "most_read"
    assert kinds["মন্তব্য করুন"] == "comment_form"
    assert kinds["© ২০২৪ নদীর কণ্ঠ, সর্বস্বত্ব সংরক্ষিত"] == "copyright_notice"
    assert kinds["3 মার্চ ২০২৪, ১০:৩0"] == "byline_dateline"
    for line in first.article:
        assert line in left(first.text, found)


def test_pages_of_one_source_show_their_template() -> None:
    pages = bengali_pages()
    inputs = [
        page(each.text, id=str(at), source="নদীর কণ্ঠ", title=each.title)
        for at, each in enumerate(pages)
    ]
    for each, found in zip(pages, propose(inputs), strict=True):
        remaining = [line for line in left(each.text, found).splitlines() if line.strip()]
        assert remaining == list(each.article)


def test_proposals_are_whole_lines_of_known_kinds_and_never_overlap() -> None:
    text = bengali_pages()[1].text
    (found,) = propose([page(text)])
    last = 0
    for each in found.proposals:
        assert last <= each.start < each.end <= len(text)
        assert each.start == 0 or text[each.start - 1] == "\n"
        assert each.end == len(text) or text[each.end] == "\n"
        assert each.kind in KINDS
        assert 0.0 <= each.score <= 1.0
        last = each.end
    neighbours = zip(found.proposals, found.proposals[1:], strict=False)
    for before, after in neighbours:
        assert before.kind != after.kind or text[before.end : after.start].strip()


def test_of_a_body_that_stands_twice_one_is_proposed() -> None:
    first = bengali_pages()[2]
    body = "\n\n".join(first.article)
    text = f"{body}\n\nWrite Your Comment\n\n{body}"
    (found,) = propose([page(text)])
    assert left(text, found).count(first.article[1]) == 1


def test_what_a_person_settled_is_not_proposed() -> None:
    text = bengali_pages()[0].text
    (before,) = propose([page(text)])
    settled = (before.proposals[0].start, before.proposals[0].end)
    (after,) = propose([PageInput("p", text, settled=(settled,))])
    assert all(each.end <= settled[0] or each.start >= settled[1] for each in after.proposals)
    assert after.proposals


def test_main_text_of_an_html_page_decides_what_lines_alone_leave_open() -> None:
    text = "মেলা\n\nকাল থেকে মেলা\n\nমাঠে প্রস্তুতি চলছে।\n\nবাজারে আলু\n\nকাল বৃষ্টি হতে পারে"
    stretches = main_stretches(text, "কাল থেকে মেলা\nমাঠে প্রস্তুতি চলছে।")
    (found,) = propose([PageInput("p", text, main=MainText(stretches, stretches))])
    assert "কাল থেকে মেলা\n\nমাঠে প্রস্তুতি চলছে।" in left(text, found)
    assert "বাজারে আলু" not in left(text, found)


def test_a_strict_reading_that_lost_the_article_takes_nothing_away() -> None:
    steps = [f"Turn the screw number {n} until the plate sits flat on the frame." for n in range(9)]
    text = "\n".join(("How to mend a chair", *steps, "Home | Shop | Contact"))
    article, first = (0, text.index("\nHome")), (0, len("How to mend a chair"))

    (found,) = propose([PageInput("p", text, main=MainText((article,), (first,)))])

    assert left(text, found).count("Turn the screw") == 9
    assert "Home" not in left(text, found)


@pytest.mark.parametrize(
    "text",
    ["", "শব্দ", "\n\n\n", "a" * 300_000, "একই কথা\n" * 3000, "x\n" * 25_000, "\ufeff\u200b\n।\n…"],
    ids=["empty", "one word", "blank", "one long line", "identical", "many lines", "signs"],
)
def test_odd_pages_neither_fail_nor_lose_everything(text: str) -> None:
    (found,) = propose([page(text)])
    assert not text.strip() or left(text, found).strip()


def test_identical_pages_of_a_source_keep_their_article() -> None:
    first = bengali_pages()[3]
    inputs = [page(first.text, id=str(at), source="s", title=first.title) for at in range(12)]
    for found in propose(inputs):
        assert first.article[1] in left(first.text, found)


def test_forty_scripts_in_one_source() -> None:
    dice = random.Random(4)
    inputs = [
        page(
            "\n".join("".join(chr(base + dice.randrange(60)) for _ in range(40)) for _ in range(9))
        )
        for base in range(0x400, 0x400 + 40 * 0x80, 0x80)
    ]
    assert len(propose(inputs)) == 40


@given(st.text(max_size=300))
def test_any_text_gets_proposals_inside_it(text: str) -> None:
    (found,) = propose([page(text)])
    assert all(0 <= each.start < each.end <= len(text) for each in found.proposals)
    assert 0.0 <= found.doubt <= 1.0


def test_cancelling_stops_the_work() -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        propose([page("এক\nদুই")], report=stop)


@pytest.mark.skipif(not SEEDS.is_dir(), reason=f"no seed pages in {SEEDS} (set DITTOMARK_SEEDS)")
def test_the_five_seed_pages() -> None:
    texts = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    found = [propose([page(text)])[0] for text in texts]
    by_line = [kinds_of(text, each) for text, each in zip(texts, found, strict=True)]
    assert by_line[0]["X"] == "other_boilerplate"
    assert by_line[0]["ভিডিও:"] == "caption"
    assert by_line[0]["সর্বাধিক পঠিত"] == "most_read"
    assert by_line[1]["Write Your Comment"] == "comment_form"
    assert [k for line, k in by_line[2].items() if "SQLSTATE" in line] == ["markup_leftover"]
    assert by_line[3]["[বিজ্ঞাপন_২]"] == "advertisement"
    assert by_line[4]["ট্রেন্ডিং"] == "most_read"
    assert sum(kind == "most_read" for kind in by_line[4].values()) == 11
    bodies = ("হ্যান্ডশেক করেন।", "আলোচনা করেছে", "নেভিচি", "স্পেসস্যুট", "কামানের গোলা")
    for text, each, words in zip(texts, found, bodies, strict=True):
        assert left(text, each).count(words) == 1


def test_main_text_is_found_again_on_the_page() -> None:
    text = "মেনু\nপ্রথম অনুচ্ছেদে চারটি কথা আছে।\nএক\nদুই\nতিন\nবিজ্ঞাপন\nশেষ অনুচ্ছেদে আরও কথা আছে।"
    main = "প্রথম অনুচ্ছেদে চারটি কথা আছে।\n| এক | দুই | তিন |\nশেষ অনুচ্ছেদে আরও কথা আছে।"
    first, second = main_stretches(text, main)
    assert text[slice(*first)] == "প্রথম অনুচ্ছেদে চারটি কথা আছে।\nএক\nদুই\nতিন"
    assert text[slice(*second)] == "শেষ অনুচ্ছেদে আরও কথা আছে।"


def test_main_text_survives_the_project_file() -> None:
    main = MainText(((0, 4),), ((1, 3), (5, 9)))
    assert MainText.from_json(main.to_json()) == main
    damaged: tuple[object, ...] = (None, [], {"wide": 3}, {"wide": [[1]], "strict": []})
    for nonsense in damaged:
        assert MainText.from_json(nonsense) is None


def test_articles_of_one_day_with_a_long_column_of_teasers_are_no_copies() -> None:
    """The column is longer than the articles; it is template all the same, and they are not."""
    names = ("Anna Brook", "Tom Field", "Ruth Hill", "Paul Marsh", "Jane Wood", "Mark Stone")
    column = [
        f"{name} was seen at the harbour fair with a red umbrella and {at} dancing dogs behind her"
        for at, name in enumerate(names)
    ]
    towns = ("Aldby", "Benton", "Colmere", "Dunwick", "Eastrop")
    stories = [
        [
            f"The bridge at {town} will be closed for repairs until the end of the month, the council said.",
            f"Drivers from {town} have to take the ferry, which runs every twenty minutes after six.",
        ]
        for town in towns
    ]
    pages = [
        page("\n".join([*story, *column]), id=str(at), source="s")
        for at, story in enumerate(stories)
    ]
    for one, story, found in zip(pages, stories, propose(pages), strict=True):
        rest = left(one.text, found)
        assert all(line in rest for line in story)
        assert not any(line in rest for line in column)
