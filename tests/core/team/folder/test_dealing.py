"""A team's queue is dealt: enough judgements for each pair, no double work, nobody forbidden."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.helpers.command import run
from tests.helpers.projects import TickingClock, make_project

from dittomark.annotations import NewArticle, NewPair, Suggestion
from dittomark.listing import Deal, ListFilter
from dittomark.project import Project
from dittomark.team.folder.dealing import at_pair, deal, offers, roster
from dittomark.team.folder.membership import Member
from dittomark.team.folder.syncing import create_team, rules, set_rules
from dittomark.team_rules import Rules

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
PEOPLE = ("A1", "A2", "A3", "A4")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Give a team's project with ten articles and forty-five pairs, each wanting two judgements."""
    clock = TickingClock()
    clock.now = NOW
    with Project.create(tmp_path / "lead.ditto", annotator="Lead", clock=clock) as project:
        added = project.add_articles(
            NewArticle(f"The text of page {number}", title=f"Page {number}") for number in range(10)
        ).added
        project.add_pairs(NewPair(a, b) for place, a in enumerate(added) for b in added[:place])
        create_team(
            project,
            tmp_path / "Shared",
            annotator="Lead",
            rules=Rules(dict.fromkeys(PEOPLE, "annotator"), overlap=2),
        )
        yield project


def share(project: Project, who: str, *members: Member) -> Deal:
    found = deal(project, who, members=members, clock=lambda: NOW + timedelta(minutes=5))
    assert found is not None
    return found


def queue(project: Project, who: str, *members: Member) -> list[str]:
    return project.queue_ids(ListFilter(dealt=share(project, who, *members)), annotator=who)


def meant(project: Project, who: str) -> set[str]:
    turns = share(project, who).turns
    return {name for name in queue(project, who) if turns[name[:3]] < 2}


def judge(project: Project, who: str, *pairs: str, done: bool = True) -> None:
    for name in pairs:
        pair = project.pair(name)
        project.judge_pair(pair.a, pair.b, relation="unrelated", annotator=who, done=done)


def at(pair: str, who: str, *, minutes: int = 0) -> Member:
    heard = (NOW + timedelta(minutes=5 - minutes)).isoformat(timespec="microseconds")
    return Member("0" * 32, who, pair=pair, since="3026", heard=heard)


def test_each_pair_is_meant_for_as_many_as_it_wants_and_all_begin_with_their_own(
    project: Project,
) -> None:
    mine = {who: meant(project, who) for who in PEOPLE}
    pairs = {pair.id for pair in project.pairs()}
    assert all(sum(name in own for own in mine.values()) == 2 for name in pairs)
    for who, own in mine.items():
        assert own, who
        assert set(queue(project, who)[: len(own)]) == own
    everything = sum(len(own) for own in mine.values())
    assert everything == 2 * len(pairs)
    assert {who: set(queue(project, who)) for who in PEOPLE} == dict.fromkeys(PEOPLE, pairs)


def test_people_who_work_apart_make_no_judgement_too_many(project: Project) -> None:
    for who in PEOPLE:
        judge(project, who, *meant(project, who))
    counts = {pair.id: len(project.judgements(pair.id)) for pair in project.pairs()}
    assert set(counts.values()) == {2}
    assert all(set(queue(project, who)) == meant(project, who) for who in PEOPLE)


def test_what_has_enough_is_left_out_but_never_what_is_ones_own(project: Project) -> None:
    first, second, third = queue(project, "A1")[:3]
    judge(project, "A2", first, second)
    judge(project, "A3", first, second)
    judge(project, "A3", third, done=False)  # not finished: it does not count
    judge(project, "A1", second, done=False)
    after = queue(project, "A1")
    assert first not in after
    assert after[0] == second
    assert third in after
    judge(project, "A1", after[1])
    assert queue(project, "A1")[:2] == after[:2]  # a judged pair stays where it stands


def test_what_others_began_comes_first(project: Project) -> None:
    own = sorted(meant(project, "A1"))
    other = next(name for name in queue(project, "A1") if name not in own)
    judge(project, "A3", own[-1], other)
    assert queue(project, "A1")[0] == own[-1]
    # What is not one's own by turn waits a day for whose turn it is.
    assert queue(project, "A1").index(other) == len(own)
    later = deal(project, "A1", clock=lambda: NOW + timedelta(days=2))
    assert project.queue_ids(ListFilter(dealt=later), annotator="A1")[:2] == [own[-1], other]


def test_a_settled_pair_is_dealt_to_nobody(project: Project) -> None:
    name = queue(project, "A1")[0]
    project.decide_relation(name, relation="unrelated", annotator="Lead")
    assert all(name not in queue(project, who) for who in PEOPLE)


def test_who_is_at_a_pair_is_told_and_others_take_it_last(project: Project) -> None:
    first = queue(project, "A1")[0]
    judge(project, "A3", first)
    member = at(first, "A2")
    assert at_pair(project, [member], first, clock=lambda: NOW + timedelta(minutes=5)) == ("A2",)
    assert queue(project, "A1", member)[-1] == first  # one is missing, and A2 is at it
    assert queue(project, "A2", member)[0] == first or first not in meant(project, "A2")
    lapsed = at(first, "A2", minutes=31)
    assert queue(project, "A1", lapsed)[0] == first
    assert at_pair(project, [lapsed], first, clock=lambda: NOW + timedelta(minutes=5)) == ()


def test_who_is_at_a_pair_oneself_or_with_a_device_that_was_removed_is_nobody_else(
    project: Project,
) -> None:
    before = queue(project, "A1")
    first = before[0]
    other = at(first, "A2")
    assert queue(project, "A1", at(first, "A1"), other) == queue(project, "A1", other)
    assert queue(project, "A1", at(first, "A1")) == before
    both = [other, replace(at(first, "A3"), device="1" * 32)]
    assert queue(project, "A1", *both)[-1] == first  # with theirs it has enough
    assert at_pair(project, both, first, clock=lambda: NOW) == ("A2", "A3")
    set_rules(project, replace(rules(project), removed=("1" * 32,)))
    assert queue(project, "A1", *both) == queue(project, "A1", other)
    assert at_pair(project, both, first, clock=lambda: NOW) == ("A2",)


def test_progress_counts_ones_own_share(project: Project) -> None:
    own = sorted(meant(project, "A1"))
    judge(project, "A1", own[0])
    judge(project, "A2", own[1])
    judge(project, "A3", own[1])
    found = project.progress(annotator="A1", day_began=NOW, dealt=share(project, "A1"))
    assert (found.total, found.done) == (len(own) - 1, 1)


def test_the_whole_queue_is_for_who_leads_or_where_nothing_is_dealt(project: Project) -> None:
    assert deal(project, "Lead") is None
    assert roster(project) == PEOPLE
    set_rules(project, Rules(rules(project).roles, away=("A4",), overlap=2))
    assert roster(project) == PEOPLE[:3]
    set_rules(project, Rules(rules(project).roles))
    assert deal(project, "A1") is None


def test_blind_annotators_see_nothing_of_others_until_it_is_settled(project: Project) -> None:
    pair = project.pair(queue(project, "A1")[0])
    for who in ("A1", "A2"):
        judge(project, who, pair.id)
        project.annotate_span(pair.a, 0, 3, label="caption", annotator=who)
        project.add_link(
            pair.a, pair.b, a_start=0, a_end=3, b_start=0, b_end=3, kind="rewrite", annotator=who
        )
        event = project.add_event(title="Flood", annotator="Lead")
        project.label_event(pair.a, event.id, annotator=who)

    def seen(who: str) -> list[list[str]]:
        found = (
            project.judgements(pair.id, seen_by=who),
            project.spans(pair.a, seen_by=who),
            project.links(pair.a, pair.b, seen_by=who),
            project.memberships(pair.a, seen_by=who),
        )
        return [sorted(row.annotator for row in rows) for rows in found]

    both, one = ["A1", "A2"], ["A1"]
    assert seen("A1") == [both] * 4
    set_rules(project, Rules(rules(project).roles, overlap=2, blind=True))
    assert seen("A1") == [one] * 4
    assert seen("Lead") == [both] * 4
    assert seen("A3") == [[]] * 4
    assert project.annotators(seen_by="A1") == ["A1"]
    assert not offers(project, "A1").sees_others
    project.decide_relation(pair.id, relation="unrelated", annotator="Lead")
    project.decide_spans(pair.a, [(0, 3, "caption")], annotator="Lead")
    assert seen("A1") == [both, both, one, one]
    assert seen("A3") == [both, both, [], []]  # … who said nothing of them
    project.leave_team()
    assert seen("A1") == [both] * 4


def test_of_refused_links_blind_annotators_see_their_own_and_those_that_are_settled(
    project: Project,
) -> None:
    pair = project.pair(queue(project, "A1")[0])

    def suggested(name: str, end: int) -> Suggestion:
        other = {"article_id": pair.b, "start": 0, "end": 3}
        return Suggestion(
            name, "link", "mine", "1", 0.5, article_id=pair.a, start=0, end=end, label="rewrite",
            payload=other,
        )  # fmt: skip

    def seen(who: str) -> set[str]:
        return {each.id for each in project.refused_links(pair.a, pair.b, seen_by=who)}

    project.add_suggestions(suggested(name, end) for end, name in enumerate(("s1", "s2", "s3"), 3))
    for who, name in (("A1", "s1"), ("A2", "s2"), ("Lead", "s3")):
        project.refuse_suggestion(name, annotator=who)
    assert seen("A1") == {"s1", "s2", "s3"}
    set_rules(project, Rules(rules(project).roles, overlap=2, blind=True))
    assert (seen("A1"), seen("A2"), seen("A3")) == ({"s1", "s3"}, {"s2", "s3"}, {"s3"})
    assert seen("Lead") == {"s1", "s2", "s3"}
    project.decide_links(pair.a, pair.b, [], annotator="Lead")
    assert seen("A3") == {"s1", "s2", "s3"}


def test_what_the_window_offers_goes_by_role(project: Project) -> None:
    roles = {**rules(project).roles, "A4": "adjudicator"}
    set_rules(project, Rules(roles, overlap=2))
    said = {who: (offers(project, who).leads, offers(project, who).adjudicates) for who in roles}
    assert said["Lead"] == (True, True)
    assert said["A1"] == (False, False)
    assert said["A4"] == (False, True)


def test_the_command_deals_too(tmp_path: Path) -> None:
    lead, rina, folder = tmp_path / "lead.ditto", tmp_path / "rina.ditto", tmp_path / "Shared"
    with make_project(tmp_path, name="lead") as made:
        a, b, c = made.article_ids()
        made.add_pairs([NewPair(a, b), NewPair(b, c)])
    created = run(
        "team", "create", lead, folder, "--annotator", "Lead", "--overlap", "1", "--blind",
        "--role", "Rina=annotator", "--role", "Chief=adjudicator",
    )  # fmt: skip
    assert created.code == 0, created.err
    assert run("team", "join", folder, rina, "--annotator", "Rina").code == 0
    said = run("team", "rules", rina).out
    assert "Chief: adjudicator" in said
    assert "Each pair wants 1 judgement; the queue is dealt." in said
    assert "hidden until it is settled" in said
    with Project.open(lead, annotator="Lead") as made:
        made.judge_pair(a, b, relation="unrelated", annotator="Lead", done=True)
    for path in (lead, rina):
        assert run("team", "sync", path).code == 0
    assert len(run("list", rina, "pairs", "--json").json) == 2
    dealt = run("list", rina, "pairs", "--for", "Rina", "--json").json
    assert [{each["a"], each["b"]} for each in dealt] == [{b, c}]
    changed = run("team", "rules", lead, "--no-blind", "--overlap", "2", "--json").json
    assert (changed["blind"], changed["overlap"]) == (False, 2)
    for path in (lead, rina):
        assert run("team", "sync", path).code == 0
    assert run("team", "rules", rina, "--json").json == changed
    both = run("list", rina, "pairs", "--for", "Rina", "--json").json
    assert sorted(len(each["judgements"]) for each in both) == [0, 1]
    assert run("team", "rules", lead, "--overlap", "9999999").code == 1
