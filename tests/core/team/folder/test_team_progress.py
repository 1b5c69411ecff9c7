"""What the lead sees of a team: who did what, how they agree, what is to be settled."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.helpers.command import run
from tests.helpers.projects import TickingClock, make_project

from dittomark.annotations import NewPair
from dittomark.project import Project
from dittomark.team.agreement.growth import AgreementThen, agreement_by_day

DAY = datetime(2026, 11, 27, 12, tzinfo=UTC)


def test_agreement_grows_with_each_day_on_which_a_pair_is_judged_twice() -> None:
    judged = [
        ("p", "A1", "unrelated", "2026-11-25"),
        ("p", "A2", "unrelated", "2026-11-26"),
        ("q", "A1", "unrelated", "2026-11-26"),
        ("q", "A2", "same_event", "2026-11-27"),
        ("r", "A1", "same_event", "2026-11-27"),
    ]
    first, second = agreement_by_day(judged)
    assert first == AgreementThen("2026-11-26", 1, 1.0, None)
    assert (second.day, second.pairs, second.observed) == ("2026-11-27", 2, 0.5)
    assert second.alpha is not None
    assert abs(second.alpha) < 1e-9
    assert agreement_by_day(judged[:1]) == ()


def test_the_lead_sees_how_far_all_are_and_the_annotators_what_was_settled(tmp_path: Path) -> None:
    lead, rina, kamal, folder = (
        tmp_path / name for name in ("lead.ditto", "rina.ditto", "kamal.ditto", "Shared")
    )
    with make_project(tmp_path, name="lead") as made:
        a, b, c = made.article_ids()
        made.add_pairs([NewPair(a, b), NewPair(b, c)])
    run("team", "create", lead, folder, "--annotator", "Lead", "--overlap", "2")
    for path, who in ((rina, "Rina"), (kamal, "Kamal")):
        assert run("team", "join", folder, path, "--annotator", who).code == 0
    said = {rina: ("same_event", "unrelated"), kamal: ("unrelated", "unrelated")}
    for days, (path, relations) in enumerate(said.items()):
        who = path.stem.title()
        clock = TickingClock()
        clock.now = DAY + timedelta(days=days)
        with Project.open(path, annotator=who, clock=clock) as project:
            for articles, relation in zip(((a, b), (b, c)), relations, strict=True):
                project.judge_pair(*articles, relation=relation, annotator=who, done=True)
        run("team", "sync", path)
    run("team", "sync", lead)
    found = run("team", "status", lead, "--json").json["progress"]
    people = {each["annotator"]: each for each in found["people"]}
    assert (found["pairs"], found["begun"], found["enough"]) == (2, 0, 2)
    assert sum(people["Rina"]["days"].values()) == people["Rina"]["done"] == 2
    assert people["Rina"]["share"] == people["Kamal"]["share"] == 2
    assert people["Lead"]["share"] is None
    assert found["agreement"][-1]["observed"] == 0.5
    assert found["disagreements"] == {"relation": 1, "spans": 0, "links": 0, "events": 0}
    shown = run("team", "status", lead).out
    assert "2 of 2 pairs have 2 judgements, 0 have some." in shown
    assert "agree in 50% of 2 judged twice" in shown
    assert "To be settled: 1 about relations." in shown
    with Project.open(lead, annotator="Lead") as project:
        pair = project.find_pair(a, b)
        assert pair is not None
        project.decide_relation(pair.id, relation="same_event", annotator="Lead", note="Look")
    for path in (lead, rina):
        run("team", "sync", path)
    settled = run("list", rina, "decisions", "--json").json
    assert [(each["target"], each["note"]) for each in settled] == [(pair.id, "Look")]
    later = run("team", "status", rina, "--json").json["progress"]
    assert (later["settled"], later["disagreements"]["relation"]) == (1, 0)
