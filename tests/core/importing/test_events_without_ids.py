"""Nothing empty is ever a name: events that a file gives no id stay events of their own."""

import json
from pathlib import Path

from dittomark import importing
from dittomark.annotations import NewArticle
from dittomark.project import Project


def events_of(project: Project) -> dict[str, list[str]]:
    titles = {event.id: event.title for event in project.events()}
    found: dict[str, list[str]] = {title: [] for title in titles.values()}
    for membership in project.memberships():
        info = project.article_info(membership.article_id)
        found[titles[membership.event_id]].append(info.external_id)
    return found


def task(number: int, text: str, event: str) -> dict[str, object]:
    choice = {
        "id": "e", "from_name": "event", "to_name": "text", "type": "choices",
        "value": {"choices": [event]},
    }  # fmt: skip
    return {
        "id": number,
        "data": {"text": text, "external_id": f"t{number}"},
        "annotations": [{"completed_by": 1, "result": [choice]}],
    }


def test_two_events_of_label_studio_stay_two(tmp_path: Path) -> None:
    file = tmp_path / "tasks.json"
    tasks = [
        task(1, "First article about a ferry.", "Ferry accident"),
        task(2, "Second article about a bridge.", "Bridge opening"),
        task(3, "Third article about a ferry.", "Ferry accident"),
    ]
    file.write_text(json.dumps(tasks), "utf-8")
    with Project.create(tmp_path / "p.ditto") as project:
        assert importing.import_into(project, file).failures == ()
        assert events_of(project) == {"Ferry accident": ["t1", "t3"], "Bridge opening": ["t2"]}


def test_events_of_our_own_records_stay_apart_without_ids(tmp_path: Path) -> None:
    file = tmp_path / "events.jsonl"
    records = [
        {"type": "event", "title": "E1"},
        {"type": "event", "title": "E2", "date": "2024-01-02"},
        {"type": "event", "title": "E3", "id": "", "parent": ""},
        {"type": "membership", "external_id": "n", "event": "E2"},
    ]
    file.write_text("\n".join(map(json.dumps, records)), "utf-8")
    with Project.create(tmp_path / "p.ditto") as project:
        project.add_articles([NewArticle("A text of two lines.", external_id="n")])
        assert importing.import_into(project, file).failures == ()
        assert events_of(project) == {"E1": [], "E2": ["n"], "E3": []}


def test_pairs_without_ids_are_not_one_pair(tmp_path: Path) -> None:
    file = tmp_path / "pairs.jsonl"
    records = [
        {"type": "pair", "a_external_id": "1", "b_external_id": "2", "relation": "unrelated"},
        {"type": "pair", "a_external_id": "3", "b_external_id": "2", "relation": "same_event"},
        {"type": "decision", "kind": "relation", "target": "", "annotator": "L",
         "content": {"relation": "unsure"}},
    ]  # fmt: skip
    file.write_text("\n".join(map(json.dumps, records)), "utf-8")
    with Project.create(tmp_path / "p.ditto") as project:
        project.add_articles(NewArticle(f"Text {n}.", external_id=str(n)) for n in (1, 2, 3))
        report = importing.import_into(project, file)
        assert sorted(str(j.relation) for j in project.judgements()) == ["same_event", "unrelated"]
        assert [failure.line for failure in report.failures] == [3]
