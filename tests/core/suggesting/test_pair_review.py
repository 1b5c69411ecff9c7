"""What becomes of pairs that were found: which are proposed, as what, and in which order."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.helpers.command import run
from tests.helpers.news import NewsMaker

from dittomark.annotations import NewArticle, NewPair
from dittomark.corpus.candidates import Candidate
from dittomark.project import Project
from dittomark.suggesting.candidate_pairs import (
    Proposal,
    propose_candidates,
    propose_pairs,
    put_into,
    rest_of_group,
)
from dittomark.suggesting.group_rest import count_left_out
from dittomark.system.cache_paths import index_path

AGENCY = """Ferry service across the Marl river resumes after nine weeks

HARLOW BRIDGE (Coastwire) - Ferry service across the Marl river resumed on Tuesday, nine weeks after a
barge struck the landing stage at Harlow Bridge and sank in the fairway.

The port authority said divers had lifted the last part of the wreck on Sunday and that the channel was
again four metres deep. "We could not open it a day earlier," harbour master Ines Calder told reporters.

The barge was carrying gravel for the new sea wall when its engine failed in the flood of 3 March. Its
crew of four swam ashore. An inquiry found that the engine had not been serviced for two years.

About 1,800 people use the ferry every day. While it was closed they went round by the motorway bridge,
which took an hour more, and the town paid for three extra buses."""

PAPER = """Marl ferry is back

After nine weeks the ferry across the Marl river runs again. Service resumed on Tuesday, the port authority
said, since divers lifted the last part of the wreck on Sunday and the channel is four metres deep again.

A barge struck the landing stage at Harlow Bridge on 3 March and sank in the fairway. It carried gravel for
the new sea wall, and its engine failed in the flood. The crew of four swam ashore. The engine, an
inquiry found, had not been serviced for two years.

"We could not open it a day earlier," said Ines Calder, the harbour master. Some 1,800 people who use the
ferry every day went round by the motorway bridge while it was closed, an hour more, and the town paid
for three extra buses."""


RETOLD = """Marl ferry is back

After nine weeks the Marl ferry runs again. It has crossed the river since Tuesday, the port authority said:
on Sunday divers raised the wreck's last part, so that the channel again has its four metres of depth.

When the flood of 3 March stopped its engine, a gravel barge hit the landing stage of Harlow Bridge; it sank.
All four of the crew reached the bank swimming. Nobody had serviced that engine for two years, an inquiry
found; the gravel was meant for the new sea wall.

Ines Calder, who has charge of the harbour, said that no earlier day had been possible. The 1,800 daily passengers
needed an hour more by motorway, in additional buses at the town's cost."""

OTHER = """Council votes for a second library

Readers in the north of Orsett will have a library of their own. The council voted eleven to four for a
building beside the old tram depot, with forty desks and a room for children.

Work is to begin next spring and to cost six million. The opposition asked where the librarians would
come from: two posts in the central library have been empty since last summer."""


def made(path: Path, articles: list[NewArticle]) -> Project:
    project = Project.create(path / "work.ditto")
    project.add_articles(articles)
    return project


def named(project: Project, proposal: Proposal) -> dict[frozenset[str], NewPair]:
    names = {info.id: info.external_id for info in project.article_infos()}
    return {frozenset((names[pair.a], names[pair.b])): pair for pair in proposal.pairs}


def queue(project: Project) -> list[float | None]:
    return [pair.score for pair in project.pairs()]


def test_a_rewritten_report_is_proposed_as_derived(tmp_path: Path) -> None:
    texts = {"agency": AGENCY, "paper": PAPER, "other": OTHER}
    articles = [NewArticle(text, external_id=name, source=name) for name, text in texts.items()]
    with made(tmp_path, articles) as project:
        found = named(project, propose_pairs(project))
        assert set(found) == {frozenset(("agency", "paper"))}
        (pair,) = found.values()
        assert pair.guess in {"wholly_derived", "partially_derived"}
        assert 0.3 < (pair.score or 0) < 1


def test_a_report_told_anew_without_a_passage_is_proposed_if_wanted(tmp_path: Path) -> None:
    texts = {"agency": AGENCY, "paper": RETOLD, "other": OTHER}
    articles = [NewArticle(text, external_id=name, source=name) for name, text in texts.items()]
    with made(tmp_path, articles) as project:
        found = named(project, propose_pairs(project))
        assert set(found) == {frozenset(("agency", "paper"))}
        (pair,) = found.values()
        assert pair.passage is None
        assert pair.guess in {"wholly_derived", "partially_derived"}
        assert propose_pairs(project, rebuild=True, rewritten=False).pairs == ()


def test_a_menu_that_two_pages_of_a_source_share_makes_no_pair(tmp_path: Path) -> None:
    menu = (
        "Home\nNews | Sport | Weather | Traffic | Letters | Jobs | Homes | Motors | Notices | Shop | "
        "Business | Politics | Culture | Film | Music | Books | Food | Travel | Archive | Contact\n"
        "Most read: Storm closes coast road - Two held after fire at warehouse - Mill town win again"
        " - Prices of bread rise - New head for the grammar school - Bus strike ends on Friday"
    )
    articles = [
        NewArticle(f"{menu}\n\n{text}\n\n{menu}", external_id=name, source="The Herald")
        for name, text in (("ferry", AGENCY), ("library", OTHER))
    ]
    with made(tmp_path, articles) as project:
        assert propose_pairs(project).pairs == ()


@pytest.mark.parametrize("sources", [("The Herald",) * 5, ("a", "b", "c", "d", "e")])
@pytest.mark.parametrize(
    "page",
    [
        "Loading",
        "Home | News | Sport\nFollow us on Facebook\nAll rights reserved\nContact us\nAdvertise with us",
    ],
)
def test_pages_without_an_article_make_no_pair(
    tmp_path: Path, page: str, sources: tuple[str, ...]
) -> None:
    articles = [
        NewArticle(page, external_id=str(number), source=source)
        for number, source in enumerate(sources)
    ]
    with made(tmp_path, articles) as project:
        assert propose_pairs(project, same_event=True).pairs == ()


HEADLINES = (
    "灣岸大橋今晨通車 市長剪綵 老街夜市重新開張 人潮擠爆 職棒開季首戰爆滿！ 颱風轉向 漁民鬆一口氣 "
    "圖書館延長夜間開放 國道連假匝道管制 山城茶園採收季開始 研究：走路上班更健康 高鐵加開十班列車 "
    "學童營養午餐將調價？ 水庫蓄水率回升九成 博物館展出百年地圖 夜間動物園今夏登場 港口貨櫃量創新高 "
    "市場菜價回跌 主婦安心 老樹搬家 居民送行 海邊淨灘撿出三噸垃圾 機場捷運試乘免費 偏鄉小學迎來新校車 "
    "溫泉鄉湯圓節登場 民宿業者：訂房八成滿 農會推新米禮盒 河濱公園自行車道整修 公車轉乘優惠延到年底 "
    "女籃聯賽爆冷 衛冕隊首輪出局 天文館看流星雨 名額有限！ 老戲院修復完工 週末免費參觀 海鮮價格創三年新高 "
    "校園書展開跑 作家現身簽名會 公園櫻花提前綻放 假日實施交通管制 漁港拍賣改用平板喊價"
)
FERRY = (
    "停駛九週之後，往返河口兩岸的渡輪星期二恢復行駛。港務局表示，潛水員在星期日吊起沉船的最後一段，航道"
    "水深已經恢復到四公尺。當時一艘載著砂石的駁船因為引擎故障撞上碼頭，船上四名船員自行游泳上岸。"
)
DESKS = (
    "城北的讀者就要有自己的圖書館了。市議會以十一票對四票通過，在舊電車廠旁邊興建新館，預計有四十張書桌和"
    "一間兒童閱覽室。工程明年春天開始，經費六百萬元，在野黨則質疑館員從哪裡來。"
)
PLACES = " ".join(f"Lower {a}{b}" for a in ["Ash", "Birch", "Cedar", "Dun", "Elm", "Fern", "Gorse", "Holm"]
                  for b in ["by", "combe", "dale", "field", "ford", "gate", "ham", "hurst", "ley", "mere", "stead", "wick", "wold"])  # fmt: skip


TEASER = (
    "Two held after fire guts old mill by the harbour: owner of the bakery next door tells how his son "
    "saved six horses and a cat"
)
FORM = """Read this page with a free account
Your name *
Your address *
Town *
Password *
I agree that the publisher of this newspaper may use what I have written above to send me letters about \
its other newspapers, books and journeys, and may hand it to the firms that print and carry them for as \
long as I do not object to it in writing.
This field is needed
*
I confirm that the name and the address above are my own and that I am older than sixteen years, and I \
know that an account in the name of another person will be closed at once."""


@pytest.mark.parametrize(
    ("ferry", "library", "beside"),
    [
        pytest.param(FERRY, DESKS, HEADLINES, id="headlines in one line"),
        pytest.param(AGENCY, OTHER, PLACES, id="places in one line"),
        pytest.param(AGENCY, OTHER, TEASER, id="teaser"),
        pytest.param(AGENCY, OTHER, FORM, id="form"),
    ],
)
def test_what_stands_beside_the_articles_of_a_source_makes_no_pair(
    tmp_path: Path, ferry: str, library: str, beside: str
) -> None:
    articles = [
        NewArticle(f"{text}\n\n{beside}", external_id=name, source="The Herald")
        for name, text in (("ferry", ferry), ("library", library))
    ]
    with made(tmp_path, articles) as project:
        assert propose_pairs(project).pairs == ()


def test_a_paragraph_is_found_behind_a_list_that_two_sources_share(tmp_path: Path) -> None:
    shared = (
        "The barge was carrying gravel for the new sea wall when its engine failed in the flood of "
        "3 March. Its crew of four swam ashore, and an inquiry found that nobody had served the engine."
    )
    own = [
        AGENCY.split("\n\n")[:3],
        OTHER.split("\n\n"),
    ]
    articles = [
        NewArticle("\n\n".join([PLACES, *text, shared]), external_id=name, source=name)
        for name, text in zip(("herald", "post"), own, strict=True)
    ]
    with made(tmp_path, articles) as project:
        (pair,) = named(project, propose_pairs(project)).values()
        assert pair.passage is not None
        texts = {info.id: project.article(info.id).text for info in project.article_infos()}
        start, end = pair.passage[:2]
        assert texts[pair.a][start:end].strip() in shared
        assert end - start > 150


def test_a_footer_of_two_pages_in_one_line_makes_no_pair(tmp_path: Path) -> None:
    footer = (
        "Comments are read before they appear. We print letters of up to two hundred words and may "
        "shorten them. The views of those who write to us are not those of this newspaper. Whoever "
        "has a complaint may write to the editor, who answers within a week."
    )
    maker = NewsMaker()
    articles = [
        NewArticle(
            " ".join(f"{text} {maker.body(maker.some_words(150))} {footer}".split()),
            external_id=name,
            source="The Herald",
        )
        for name, text in (("ferry", AGENCY), ("library", OTHER))
    ]
    with made(tmp_path, articles) as project:
        assert propose_pairs(project).pairs == ()


def copies(count: int, maker: NewsMaker) -> list[NewArticle]:
    """Return updates of one article, each with a little more of it changed than the one before."""
    words = maker.some_words(200)
    states = []
    for number in range(count):
        states.append(NewArticle(maker.body(words), external_id=f"s{number}", source="live"))
        words = [*maker.edited(words, 0.03), *maker.some_words(5)]
    return states


def test_of_a_live_blog_the_nearest_few_are_shown_and_all_can_be(tmp_path: Path) -> None:
    with made(tmp_path, copies(20, NewsMaker())) as project:
        few = propose_pairs(project)
        assert few.more > 0
        assert len(few.pairs) <= 5 * 20
        put_into(project, few)
    said = run("pairs", tmp_path / "work.ditto", "--nearest", "0", "--rebuild", "--json").json
    assert (said["found"], said["more"]) == (len(few.pairs) + few.more, 0)


def test_the_rest_of_one_group_comes_into_the_queue(tmp_path: Path) -> None:
    maker = NewsMaker()
    first, second = copies(12, maker), copies(10, maker)
    others = [replace(each, external_id=f"o{n}") for n, each in enumerate(second)]
    with made(tmp_path, [*first, *others]) as project:
        few = propose_pairs(project)
        put_into(project, few)
        before = len(queue(project))
    whole = len(few.pairs) + few.more
    path = tmp_path / "work.ditto"
    said = run("pairs", path, "--group-of", "s3", "--json").json
    with Project.open(path) as project:
        assert len(queue(project)) == before + said["added"]
        [pair, *_] = project.pairs(article_id=project.article_named("o3"))
        rest = rest_of_group(project, pair.cluster)
        assert said["added"] + rest.fresh == few.more
        assert count_left_out(project, pair.cluster) == rest.fresh
        put_into(project, rest)
        assert len(queue(project)) == whole
        assert count_left_out(project, pair.cluster) == 0
        guessed = {each.pair_id for each in project.suggestions(kind="relation")}
        assert {each.pair_id for each in rest.suggestions} <= guessed
        project.undo()
        assert rest_of_group(project, pair.cluster).fresh == rest.fresh
    assert run("pairs", path, "--group-of", "s3", "--json").json["added"] == 0


def test_what_was_left_out_stays_with_groups_that_grow_together(tmp_path: Path) -> None:
    states = copies(24, NewsMaker())
    apart, between = [*states[:8], *states[16:]], states[8:16]
    with made(tmp_path, apart) as project:
        put_into(project, propose_pairs(project))
        project.add_articles(between)
        put_into(project, propose_pairs(project))
        groups = {pair.cluster for pair in project.pairs()}
        left = sum(rest_of_group(project, group).fresh for group in groups)
        everything = propose_pairs(project, most=0, rebuild=True)
        assert len(queue(project)) + left == len(everything.pairs)


def test_a_damaged_list_of_the_rest_is_passed_over(tmp_path: Path) -> None:
    with made(tmp_path, copies(12, NewsMaker())) as project:
        put_into(project, propose_pairs(project))
        [pair, *_] = project.pairs()
        kept = index_path(project.path) / "more.jsonl"
        lines = kept.read_bytes().splitlines(keepends=True)
        kept.write_bytes(lines[0] + b"[1, \xff\n[1, 2]\n" + lines[1][:40])
        assert rest_of_group(project, pair.cluster).fresh == 1
        kept.unlink()
        assert rest_of_group(project, pair.cluster).fresh == 0


def test_an_order_is_that_of_the_whole_queue(tmp_path: Path) -> None:
    maker = NewsMaker()
    with made(tmp_path, copies(6, maker)) as project:
        put_into(project, propose_pairs(project))
        assert queue(project) == sorted(queue(project), key=lambda score: -(score or 0))
        put_into(project, propose_pairs(project, order="random", seed=3))
        shuffled = queue(project)
        assert shuffled != sorted(shuffled, key=lambda score: -(score or 0))
        put_into(project, propose_pairs(project))
        assert queue(project) == shuffled  # nothing was asked for, nothing moves
        put_into(project, propose_pairs(project, order="alike"))
        assert queue(project) == sorted(shuffled, key=lambda score: -(score or 0))
        assert len(shuffled) == len(set(project.pairs()))


def test_the_guess_carries_a_probability_and_its_doubt(tmp_path: Path) -> None:
    texts = {"agency": AGENCY, "copy": AGENCY, "paper": PAPER}
    articles = [
        NewArticle(text, external_id=name, source=name, title=name) for name, text in texts.items()
    ]
    with made(tmp_path, articles) as project:
        proposal = propose_pairs(project)
        by_label = {each.label: each for each in proposal.suggestions}
        sure = by_label.pop("exact_duplicate")
        unsure = next(iter(by_label.values()))
        assert 0.2 < unsure.score < sure.score <= 1
        assert unsure.payload["doubt"] > sure.payload["doubt"]
        assert sum(unsure.payload["probabilities"].values()) == pytest.approx(1, abs=0.01)


def test_an_external_id_of_two_articles_names_neither(tmp_path: Path) -> None:
    articles = [
        NewArticle(AGENCY, external_id="7", source="a"),
        NewArticle(OTHER, external_id="7", source="b"),
        NewArticle(PAPER, external_id="8", source="c"),
    ]
    with made(tmp_path, articles) as project:
        found = Candidate("7", "8", 0.9, "wholly_derived", (0, 50, 0, 50), 20, 0.9, 0.9)
        assert propose_candidates(project, [found]).pairs == ()
