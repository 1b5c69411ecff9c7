"""Lists, orders and counts are what somebody finds who goes through everything by hand."""

import itertools
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from statistics import median_high
from typing import Any

import pytest
from tests.helpers.busy_project import PEOPLE, RELATIONS, busy_project

from dittomark.annotations import ArticleInfo, Judgement, Pair
from dittomark.listing import Deal, ListFilter
from dittomark.project import Project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """Return a project that no test here changes."""
    with busy_project(tmp_path_factory.mktemp("busy") / "work.ditto") as project:
        yield project


def said(project: Project, who: str) -> dict[str, Judgement]:
    return {row.pair_id: row for row in project.judgements(annotator=who)}


def articles(project: Project) -> dict[str, ArticleInfo]:
    return {info.id: info for info in project.article_infos()}


def pairs(project: Project) -> dict[str, Pair]:
    return {pair.id: pair for pair in project.pairs()}


def shown(info: ArticleInfo) -> str:
    return info.title or info.external_id


# --- which ---------------------------------------------------------------------------------------

STATES: dict[str, Callable[[Judgement | None], bool]] = {
    "open": lambda row: row is None or not row.done,
    "done": lambda row: row is not None and row.done,
    "skipped": lambda row: row is not None and row.skipped and not row.done,
    "flagged": lambda row: row is not None and row.flagged,
}


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("status", STATES)
@pytest.mark.parametrize("relation", ["", "unrelated"])
def test_a_queue_of_one_status_or_relation(
    project: Project, who: str, status: str, relation: str
) -> None:
    mine = said(project, who)
    wanted = ListFilter(status=status, relation=relation, judged_by="Bimal")
    expected = [
        name
        for name in project.queue_ids(annotator=who)
        if STATES[status](mine.get(name))
        and (not relation or (name in mine and mine[name].relation == relation))
        and name in said(project, "Bimal")
    ]
    assert project.queue_ids(wanted, annotator=who) == expected
    assert project.queue_ids(wanted, annotator=who, limit=2) == expected[:2]


FILTERS: list[tuple[ListFilter, Callable[[ArticleInfo, str], bool]]] = [
    (ListFilter(words=("ferry",)), lambda info, _: "Ferry" in info.title),
    (ListFilter(words=("0%",)), lambda info, _: "0%" in info.title),
    (ListFilter(words=("a_",)), lambda info, _: "a_" in info.title),
    (ListFilter(words=("m\\w",)), lambda info, _: "m\\w" in info.title),
    (ListFilter(words=("২০২৪-০৩",)), lambda info, _: info.date.startswith("2024-03")),
    (ListFilter(words=("x7",)), lambda info, _: info.external_id == "x7"),
    (
        ListFilter(words=("river", "2024")),
        lambda info, _: info.source == "River Post" and "2024" in info.date,
    ),
    (ListFilter(text="the dam"), lambda _, text: "the dam" in text),
    (ListFilter(text="The dam"), lambda _, text: "The dam" in text),
    (ListFilter(metadata={"source": "River Post"}), lambda info, _: info.source == "River Post"),
    (
        ListFilter(metadata={"language": "bn", "author": "Rina"}),
        lambda info, _: info.language == "bn" and info.author == "Rina",
    ),
]


@pytest.mark.parametrize(("wanted", "fits"), FILTERS)
def test_a_filter_lets_articles_and_pairs_of_them_through(
    project: Project, wanted: ListFilter, fits: Callable[[ArticleInfo, str], bool]
) -> None:
    texts = {each.id: each.text for each in project.articles()}
    infos = articles(project)
    right = [name for name in project.article_ids() if fits(infos[name], texts[name])]
    assert project.listed_article_ids(wanted) == right
    assert project.listed_article_ids(wanted, limit=1) == right[:1]
    if len(wanted.words) + len(wanted.metadata) < 2:  # each of several may be met by another one
        known = pairs(project)
        assert project.queue_ids(wanted, annotator="Asha") == [
            name
            for name in project.queue_ids(annotator="Asha")
            if known[name].a in right or known[name].b in right
        ]


def test_the_choices_of_a_filter_are_what_articles_have(project: Project) -> None:
    infos = articles(project).values()
    choices = project.filter_choices()
    assert choices["source"] == ["Dhaka Daily", "River Post"]
    for field, values in choices.items():
        assert values == sorted({getattr(info, field) for info in infos} - {""})


# --- in which order ------------------------------------------------------------------------------


def in_order(names: list[str], *keys: Callable[[str], Any]) -> list[str]:
    """Return the names sorted by the last key, then by the one before …, as a stable sort does."""
    for key in keys:
        names = sorted(names, key=key)
    return names


@pytest.mark.parametrize("sort", ["title", "source", "author", "language", "length", "date"])
@pytest.mark.parametrize("collation", [None, str.casefold])
def test_articles_stand_in_the_order_of_a_field(
    project: Project, sort: str, collation: Callable[[str], Any] | None
) -> None:
    infos = articles(project)
    found = project.listed_article_ids(ListFilter(sort=sort, collation=collation))
    if sort in ("length", "date"):
        newest_first = sorted({getattr(info, sort) for info in infos.values()}, reverse=True)
        expected = in_order(
            project.article_ids(), lambda name: newest_first.index(getattr(infos[name], sort))
        )
    elif collation is None:
        expected = in_order(project.article_ids(), lambda name: getattr(infos[name], sort))
    else:
        expected = in_order(
            project.article_ids(),
            lambda name: collation(
                shown(infos[name]) if sort == "title" else getattr(infos[name], sort)
            ),
        )
    assert found == expected
    wanted = ListFilter(sort=sort, collation=collation)
    assert project.listed_article_ids(wanted, limit=3) == expected[:3]


@pytest.mark.parametrize("sort", ["title", "source", "author", "language"])
@pytest.mark.parametrize("collation", [None, str.casefold])
def test_pairs_stand_in_the_order_of_both_articles(
    project: Project, sort: str, collation: Callable[[str], Any] | None
) -> None:
    infos, known = articles(project), pairs(project)

    def words(name: str) -> Any:  # noqa: ANN401
        a, b = infos[known[name].a], infos[known[name].b]
        if sort == "title":
            return [a.title] if collation is None else [collation(shown(a))]
        both = [getattr(a, sort), getattr(b, sort)]
        return both if collation is None else [collation(one) for one in both]

    expected = in_order(project.queue_ids(annotator="Asha"), words)
    wanted = ListFilter(sort=sort, collation=collation)
    assert project.queue_ids(wanted, annotator="Asha") == expected
    assert project.queue_ids(wanted, annotator="Asha", limit=5) == expected[:5]


def test_pairs_stand_in_the_order_of_score_date_and_status(project: Project) -> None:
    infos, known, mine = articles(project), pairs(project), said(project, "Asha")
    queue = project.queue_ids(annotator="Asha")

    def listed(sort: str) -> list[str]:
        return project.queue_ids(ListFilter(sort=sort), annotator="Asha")

    assert listed("score") == in_order(queue, lambda name: -(known[name].score or 0.0))
    dates = {name: max(infos[known[name].a].date, infos[known[name].b].date) for name in queue}
    newest_first = sorted(set(dates.values()), reverse=True)
    assert listed("date") == in_order(queue, lambda name: newest_first.index(dates[name]))
    state = dict.fromkeys(queue, (False, False)) | {
        name: (row.done, row.skipped) for name, row in mine.items()
    }
    assert listed("status") == in_order(queue, lambda name: state[name])


def test_a_list_of_one_status_stands_in_any_order_too(project: Project) -> None:
    done = {name for name, row in said(project, "Asha").items() if row.done}
    orders = (("title", None), ("status", None), ("score", None), ("title", str.casefold))
    for sort, collation in orders:
        in_full = project.queue_ids(ListFilter(sort=sort, collation=collation), annotator="Asha")
        wanted = ListFilter(sort=sort, collation=collation, status="done", words=("ferry",))
        with_ferry = project.queue_ids(ListFilter(words=("ferry",)), annotator="Asha")
        assert project.queue_ids(wanted, annotator="Asha") == [
            name for name in in_full if name in done and name in with_ferry
        ]


def test_an_order_that_a_list_has_not_is_that_of_adding(project: Project) -> None:
    assert project.listed_article_ids(ListFilter(sort="score")) == project.article_ids()
    queue = project.queue_ids(ListFilter(sort="length"), annotator="Asha")
    assert queue == [pair.id for pair in project.pairs()]


def test_articles_of_which_a_model_is_least_sure_come_first(project: Project) -> None:
    doubts: dict[str, float] = {}
    for each in project.suggestions(kind="span"):
        if "doubt" in each.payload:
            article = str(each.article_id)
            doubts[article] = max(doubts.get(article, 0.0), each.payload["doubt"])
    assert project.listed_article_ids(ListFilter(sort="doubtful")) == in_order(
        project.article_ids(), lambda name: -doubts.get(name, -1.0)
    )


# --- what a line shows ---------------------------------------------------------------------------


@pytest.mark.parametrize("who", PEOPLE)
def test_a_line_of_the_queue_shows_the_pair_and_ones_own_judgement(
    project: Project, who: str
) -> None:
    infos, known, mine = articles(project), pairs(project), said(project, who)
    queue = project.queue_ids(annotator=who)
    rows = project.queue_rows([*queue, "no such pair"], annotator=who)
    assert [row.pair_id for row in rows] == queue
    for row in rows:
        pair, own = known[row.pair_id], mine.get(row.pair_id)
        a, b = infos[pair.a], infos[pair.b]
        assert (row.title_a, row.title_b) == (shown(a), shown(b))
        assert (row.source_a, row.source_b) == (a.source, b.source)
        assert (row.score, row.guess) == (pair.score, pair.guess)
        assert row.shares_text is (pair.origin.by != "same-event")
        assert row.note == (own.note if own else "")
        assert row.relation == (own.relation if own else None)
        assert (row.done, row.flagged, row.skipped) == (
            (own.done, own.flagged, own.skipped) if own else (False, False, False)
        )


# --- how far -------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", [*PEOPLE, "Nobody"])
def test_progress_is_counted_of_one_annotator(project: Project, who: str) -> None:
    mine = list(said(project, who).values())
    done = [row for row in mine if row.done]
    times = sorted(row.updated_at for row in done)
    began = (
        datetime.fromisoformat(times[len(times) // 2])
        if times
        else datetime(2024, 1, 1, tzinfo=UTC)
    )
    found = project.progress(annotator=who, day_began=began)
    seconds = [row.seconds for row in done if row.seconds > 0]
    assert found.total == len(pairs(project))
    assert found.done == len(done)
    assert found.flagged == sum(row.flagged for row in mine)
    assert found.skipped == sum(row.skipped and not row.done for row in mine)
    assert found.today == sum(datetime.fromisoformat(row.updated_at) >= began for row in done)
    assert found.seconds == (median_high(seconds) if seconds else 0.0)


def test_the_dashboard_counts_what_people_did(project: Project) -> None:
    found = project.statistics()
    done = [row for row in project.judgements() if row.done]
    assert found.pairs_judged == len({row.pair_id for row in done})
    assert (found.articles, found.pairs, found.events) == (10, 24, 2)
    for counted, names in (
        (found.relations, [row.relation for row in done if row.relation is not None]),
        (found.labels, [span.label for span in project.spans()]),
        (found.links, [link.kind for link in project.links()]),
    ):
        expected = sorted(Counter(names).items(), key=lambda each: (-each[1], each[0]))
        assert list(counted.items()) == expected
    assert found.days == Counter(row.updated_at[:10] for row in done)
    everybody = {person.annotator: person for person in found.annotators}
    assert list(everybody) == list(PEOPLE)
    for name, person in everybody.items():
        rows = project.judgements(annotator=name)
        assert person.done == sum(row.done for row in rows)
        assert person.flagged == sum(row.flagged for row in rows)
        assert person.skipped == sum(row.skipped and not row.done for row in rows)
        assert person.spans == len(project.spans(annotator=name))
        assert person.links == len(project.links(annotator=name))
        assert sorted(person.seconds) == sorted(
            row.seconds for row in rows if row.done and row.seconds > 0
        )


def test_people_and_days_and_judgements_of_a_pair_are_counted(project: Project) -> None:
    rows = project.judgements()
    assert project.days_of_people() == {
        who: Counter(row.updated_at[:10] for row in rows if row.done and row.annotator == who)
        for who in PEOPLE
    }
    done = Counter(row.pair_id for row in rows if row.done)
    assert project.pairs_by_judgements() == Counter(done.values())
    assert sorted(project.judged_days()) == sorted(
        (row.pair_id, row.annotator, row.relation, row.updated_at[:10])
        for row in rows
        if row.relation is not None
    )


@pytest.mark.parametrize("who", PEOPLE)
def test_the_last_judgements_are_those_that_say_a_relation(project: Project, who: str) -> None:
    newest = sorted(
        (row for row in said(project, who).values() if row.relation in RELATIONS),
        key=lambda row: row.updated_at,
        reverse=True,
    )
    assert project.recent_judgements(annotator=who, limit=4) == [row.pair_id for row in newest[:4]]


# --- what a team deals ---------------------------------------------------------------------------

DEALS = [
    Deal(
        overlap, {slot: int(slot, 16) % 3 for slot in map("{:03x}".format, range(4096))}, at, begun
    )
    for overlap, at, begun in itertools.product(
        (1, 2), ({}, {"some": 1}), ("", "when somebody began", "9")
    )
]


def with_pairs(deal: Deal, project: Project) -> Deal:
    """Return the deal with others at every third pair, where it has any, and a time of the project."""
    finished = sorted(row.updated_at for row in project.judgements() if row.done)
    at = dict.fromkeys(list(pairs(project))[::3], 1) if deal.at else {}
    begun = deal.begun_before if len(deal.begun_before) < 2 else finished[len(finished) // 2]
    return Deal(deal.overlap, deal.turns, at, begun)


@pytest.mark.parametrize("deal", DEALS)
@pytest.mark.parametrize("who", PEOPLE)
def test_a_share_of_the_queue_is_dealt(project: Project, deal: Deal, who: str) -> None:
    deal = with_pairs(deal, project)
    mine = said(project, who)
    others: dict[str, list[str]] = {}
    for row in project.judgements():
        if row.done and row.annotator != who:
            others.setdefault(row.pair_id, []).append(row.updated_at)
    settled = {each.target for each in project.decisions("relation")}

    def is_left(name: str) -> bool:
        enough = len(others.get(name, ())) >= deal.overlap or name in settled
        return name in mine or not enough

    def place(name: str) -> tuple[int, float]:
        turn, number = deal.turns[name[:3]], len(others.get(name, ()))
        if name in mine:
            return 0, began.index(name)
        if deal.at.get(name) and deal.at[name] + number >= deal.overlap:
            return 6, turn
        if turn < deal.overlap:
            return (1 if number else 3), 0
        if number:
            return (2 if min(others[name]) < deal.begun_before else 4), turn
        return 5, turn

    rows = project.judgements(annotator=who)
    began = [row.pair_id for row in sorted(rows, key=lambda row: row.created_at)]
    left = [name for name in project.queue_ids(annotator=who) if is_left(name)]
    assert project.queue_ids(ListFilter(dealt=deal), annotator=who) == in_order(left, place)
    assert (
        project.queue_ids(ListFilter(dealt=deal), annotator=who, limit=3)
        == (in_order(left, place)[:3])
    )
    by_score = project.queue_ids(ListFilter(sort="score"), annotator=who)
    dealt_by_score = project.queue_ids(ListFilter(sort="score", dealt=deal), annotator=who)
    assert dealt_by_score == [name for name in by_score if name in left]
    assert project.progress(
        annotator=who, day_began=datetime(2024, 1, 1, tzinfo=UTC), dealt=deal
    ).total == sum(
        name in mine or (name in left and deal.turns[name[:3]] < deal.overlap)
        for name in pairs(project)
    )
