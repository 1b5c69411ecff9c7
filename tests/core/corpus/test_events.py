"""Likely events: what is grouped, what it is called, and what people's decisions change."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
from tests.helpers.command import run

from dittomark.annotations import NewArticle
from dittomark.corpus.events import clusters, propose
from dittomark.corpus.events.clusters import cluster, threshold_for
from dittomark.corpus.events.describe import describe
from dittomark.corpus.events.propose import EventArticle, propose_events
from dittomark.corpus.events.vectors import vectors
from dittomark.errors import Cancelled, InvalidAnnotationError
from dittomark.project import Project
from dittomark.suggesting.events import (
    merge_proposals,
    open_events,
    split_event,
    suggest_events,
)

FIRE = (
    (
        "খুলনার পাটকলে আগুন লেগে দুটি গুদাম পুড়ে গেছে। ফায়ার সার্ভিসের নয়টি দল আগুন নেভায়। পাটকলের মালিক রহিম শেখ "
        "বলেন, আগুনে রহিম শেখের দুই কোটি টাকার পাট নষ্ট হয়েছে।"
    ),
    (
        "পাটকলের আগুনে খুলনায় ব্যাপক ক্ষতি। রাতে পাটকলে আগুন লাগে, দুটি গুদাম পুড়ে যায়। মালিক রহিম শেখ কেঁদে ফেলেন, "
        "ফায়ার সার্ভিসের দল ভোরে আগুন নেভায়। রহিম শেখের পাশে দাঁড়িয়েছেন প্রতিবেশীরা।"
    ),
    (
        "খুলনার পাটকলের দুই গুদাম পুড়ে ছাই। আগুন নেভাতে ফায়ার সার্ভিসের নয়টি দল কাজ করে। মালিক রহিম শেখ ক্ষতিপূরণ "
        "চেয়েছেন, রহিম শেখের মতে তারের গোলযোগ থেকে আগুন লাগে।"
    ),
)  # fmt: skip
MATCH = (
    "সিলেটের মাঠে ফুটবল ফাইনালে মোহনা ক্লাব তিন গোলে জিতেছে। মোহনা ক্লাবের অধিনায়ক শিরোপা হাতে মাঠ ঘোরেন।",
    "ফুটবলের শিরোপা মোহনা ক্লাবের। সিলেটে ফাইনালে তিন গোল করে মোহনা ক্লাব, অধিনায়ক মাঠে শিরোপা তোলেন।",
    "তিন গোলে ফাইনাল জিতে শিরোপা ঘরে তুলল মোহনা ক্লাব। সিলেটের মাঠে ফুটবল দেখতে দর্শকের ঢল, অধিনায়ক খুশি।",
)


def articles() -> list[EventArticle]:
    return [
        EventArticle(f"{name}{at}", text, f"{name} {at}", f"2024-03-{11 + at}")
        for name, texts in (("fire", FIRE), ("match", MATCH))
        for at, text in enumerate(texts)
    ]


def companies(found: list[EventArticle]) -> list[set[str]]:
    return sorted((set(each.articles) for each in propose_events(found)), key=sorted)


def test_reports_of_one_event_are_grouped_and_others_are_not() -> None:
    assert companies(articles()) == [
        {"fire0", "fire1", "fire2"},
        {"match0", "match1", "match2"},
    ]


def test_a_new_event_is_described_from_its_articles() -> None:
    proposal = next(each for each in propose_events(articles()) if "fire0" in each.articles)
    description = proposal.description
    assert description is not None
    assert description.title.startswith("fire")
    assert description.date == "2024-03-11"
    assert any("রহিম শেখ" in name for name in description.participants)
    assert all(0.0 <= score <= 1.0 for score in proposal.scores)


def test_title_date_place_and_names_of_cased_scripts() -> None:
    texts = [
        "LONDON (Agency) -- The mayor Anna Bell opened the bridge. Crowds cheered Anna Bell.",
        "LONDON (Agency) -- A bridge was opened by Anna Bell on Monday, and Anna Bell smiled.",
    ]
    told = describe(texts, ["", "Bridge opened"], ["2024-05-02", "9999-12-31"], [0.4, 0.3])
    assert told.title.startswith("LONDON (Agency)")
    assert told.date == "2024-05-02"
    assert told.place == "London"
    assert "Anna Bell" in told.participants


def test_an_article_is_proposed_for_the_event_people_made_of_its_like() -> None:
    given = articles()
    given[0] = EventArticle("fire0", FIRE[0], event="E1")
    known = [each for each in propose_events(given) if each.event_id == "E1"]
    assert [set(each.articles) for each in known] == [{"fire1", "fire2"}]
    assert known[0].description is None


def test_two_events_of_the_registry_never_grow_together() -> None:
    groups = cluster(
        vectors([*FIRE, FIRE[0]]), [""] * 4, seeds=["A", None, None, "B"], threshold=0.05
    )
    assert [group.seed for group in groups] == ["A", "B"]
    assert sum(len(group.members) for group in groups) == 4


def test_what_was_refused_is_not_proposed_again() -> None:
    given = articles()
    everyone = frozenset({"fire1", "fire2"})
    given[0] = EventArticle("fire0", FIRE[0], refused_company=(everyone,))
    assert {"fire1", "fire2"} in companies(given)
    given[0] = EventArticle("fire0", FIRE[0], refused_events=frozenset({"E1"}))
    given[1] = EventArticle("fire1", FIRE[1], event="E1")
    assert {"fire2"} in companies(given)


def test_dates_far_apart_count_against() -> None:
    near = cluster(vectors(FIRE), ["2024-03-01"] * 3)
    far = cluster(vectors(FIRE), ["2024-03-01", "2019-03-01", "2014-03-01"])
    assert near[0].tie > far[0].tie if far else near


def test_a_linked_group_that_is_too_large_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "MOST_TOGETHER", 4)
    groups = cluster(vectors([FIRE[0]] * 10 + list(MATCH)), [""] * 13)
    members = [member for group in groups for member in group.members]
    assert len(members) == len(set(members))
    assert all(len(group.members) <= 4 for group in groups)


@pytest.mark.parametrize(
    "texts",
    [[], [""], ["শব্দ"], ["", ""], ["একই"] * 50, ["a" * 3_000_000, "b"], ["।", "…"]],
    ids=["none", "empty", "one word", "empties", "identical", "huge", "signs"],
)
def test_odd_articles_neither_fail_nor_group_what_is_empty(texts: list[str]) -> None:
    given = [
        EventArticle(str(at), text, "", "9999-12-31" if at else "0000-99-99")
        for at, text in enumerate(texts)
    ]
    assert all(len(each.articles) > 1 for each in propose_events(given))


def test_forty_scripts_at_once() -> None:
    dice = random.Random(2)
    given = []
    for base in range(0x400, 0x400 + 40 * 0x80, 0x80):
        words = ("".join(chr(base + dice.randrange(60)) for _ in range(6)) for _ in range(60))
        given.append(EventArticle(str(base), " ".join(words)))
    propose_events(given)


def test_cancelling_stops_the_work() -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        propose_events(articles(), report=stop)


def test_the_threshold_grows_with_the_corpus_up_to_its_limit() -> None:
    values = [threshold_for(count) for count in (0, 1, 50, 100, 400, 10**6)]
    assert values == sorted(values)
    assert values[-1] == threshold_for(5000)


def project_of_articles(path: Path) -> Project:
    project = Project.create(path)
    project.add_articles(
        NewArticle(each.text, external_id=each.id, title=each.title, date=each.date)
        for each in articles()
    )
    return project


def test_the_command_proposes_and_accepting_makes_one_event(tmp_path: Path) -> None:
    path = tmp_path / "work.ditto"
    project_of_articles(path).close()
    told = run("suggest", path, "--events", "--json").json["events"]
    assert told["new"] == 2
    with Project.open(path) as project:
        assert project.events() == []
        assert project.memberships() == []
        proposed = open_events(project)[0]
        first, *rest = proposed.suggestion_ids
        project.accept_suggestion(first, annotator="মিতা")
        project.accept_suggestions(rest, annotator="মিতা")
        (event,) = project.events()
        assert event.title == proposed.fields["title"]
        assert len(project.memberships(event_id=event.id)) == 3
    again = run("suggest", path, "--events", "--json").json["events"]
    assert again["new"] == 1
    assert again["known"] == 0


def test_a_refused_event_stays_away(tmp_path: Path) -> None:
    path = tmp_path / "work.ditto"
    with project_of_articles(path) as project:
        project.add_suggestions(suggest_events(project))
        for proposed in open_events(project):
            project.refuse_suggestions(proposed.suggestion_ids, annotator="মিতা")
        assert suggest_events(project) == []


def test_a_proposed_event_can_be_split_and_proposals_merged(tmp_path: Path) -> None:
    with project_of_articles(tmp_path / "work.ditto") as project:
        project.add_suggestions(suggest_events(project))
        first, second = open_events(project)
        split_event(project, first, first.articles[:1])
        assert sorted(len(each.articles) for each in open_events(project)) == [1, 2, 3]
        with pytest.raises(InvalidAnnotationError):
            split_event(project, second, second.articles)
        one, two, _ = open_events(project)
        merge_proposals(project, one, two)
        assert sorted(len(each.articles) for each in open_events(project)) == [1, 5]


def test_a_large_corpus_is_looked_at_in_windows_of_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(propose, "MOST_AT_ONCE", 3)
    given = [replace(each, date="2024-03-01" if "fire" in each.id else "") for each in articles()]
    seen: list[tuple[int, int]] = []
    found = propose_events(given[::-1], report=lambda done, total: seen.append((done, total)))
    assert {frozenset(each.articles) for each in found} == {
        frozenset({"fire0", "fire1", "fire2"}),
        frozenset({"match0", "match1", "match2"}),
    }
    assert all(done <= total == 12 for done, total in seen)


QUAKES = {
    "north": (
        ("A strong earthquake shook the harbour town of Velm on Monday. The mayor, Petra Lund, said two"
        " cranes had fallen into the basin. Rescue teams dug through the fish market with their hands."),
        ("Two cranes fell into the harbour basin of Velm in Monday's earthquake. Petra Lund, the mayor,"
        " thanked the rescue teams who dug through the fish market."),
        ("Velm counts its losses after the earthquake: two harbour cranes, the fish market, forty boats."
        " Rescue teams found nobody else, said Petra Lund."),
        ("The earthquake of Velm has ruined the fish market and two harbour cranes. Rescue teams went"
        " home on Tuesday, as Petra Lund told reporters."),
    ),
    "south": (
        ("A strong earthquake shook the mining district of Orro on Monday. Miners climbed out through a"
        " ventilation shaft, said Tomas Reyes of their union. Rescue teams closed the tunnel."),
        ("Miners of Orro climbed a ventilation shaft to escape Monday's earthquake. Tomas Reyes, of the"
        " union, said the tunnel was closed by rescue teams."),
        ("After the earthquake the tunnel of the Orro mine stays closed. Ninety miners left by the"
        " ventilation shaft, Tomas Reyes said; rescue teams counted them."),
        ("Rescue teams say the Orro tunnel can't be used since the earthquake. All miners had left by"
        " the ventilation shaft, as Tomas Reyes reported."),
    ),
}  # fmt: skip


def test_two_events_of_one_kind_stay_two() -> None:
    given = [
        EventArticle(f"{name}{at}", text)
        for name, texts in QUAKES.items()
        for at, text in enumerate(texts)
    ]
    assert companies(given) == [{f"{name}{at}" for at in range(4)} for name in ("north", "south")]


def test_names_are_whole_and_stand_once() -> None:
    texts = [
        "Although Lund was tired, Mayor Petra Lund spoke for an hour. Harbour Workers Union members clapped.",
        "Petra Lund spoke on Monday. Lund thanked the Harbour Workers Union and left for Velm Street.",
        "On Monday Lund spoke to the Harbour Workers Union on Velm Street, as AFP reports.",
    ]
    described = describe(texts, [""] * 3, [""] * 3, [0.5] * 3)
    assert set(described.participants) == {"Petra Lund", "Harbour Workers Union"}


def test_days_and_months_are_no_participants_and_endings_stay_whole() -> None:
    texts = [
        (
            "মঙ্গলবার ডিসেম্বর মাসের শেষ সভা বসে। সেখানে করিম শেখ নতুন ঘাটের দাবি তোলেন। মঙ্গলবার ডিসেম্বর মাসের ভাড়া নিয়ে "
            "করিম শেখের কথা সবাই শোনেন।"
        ),
        "নতুন ঘাট চান করিম শেখ নামের মাঝি। গত মঙ্গলবার ডিসেম্বর মাসের সভা তাঁকে ডাকে। সভা শেষে করিম শেখের দাবি মানা হয়।",
    ]
    assert describe(texts, ["", ""], ["", ""], [0.5, 0.5]).participants == ("করিম শেখ",)


def test_composed_and_decomposed_letters_are_one() -> None:
    composed, decomposed = "\u09df", "\u09af\u09bc"
    texts = [
        (
            f"পদ্মা{composed} নৌকাডুবিতে সা{composed}েম মি{composed}া নিখোঁজ রয়েছেন। সা{composed}েম মি{composed}া ঘাটে কাজ করতেন সেদিন।"
        ).replace(composed, sign)
        for sign in (composed, decomposed)
    ]
    first, second = vectors(texts)
    assert list(first.terms) == list(second.terms)
    described = describe(texts, ["", ""], ["", ""], [0.5, 0.5])
    assert described.participants == (f"সা{decomposed}েম মি{decomposed}া",)
