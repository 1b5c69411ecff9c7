"""Ids of what an import added: few bytes each, and counted right over many rows."""

import json
from pathlib import Path

from dittomark import ids, importing
from dittomark.project import Project


def test_a_list_of_ids_is_like_a_tuple_of_them() -> None:
    given = [ids.random_id() for _ in range(5)]
    kept = ids.IdList()
    kept.append(given[0])
    kept.extend(given[1:])
    assert (len(kept), list(kept), kept[-1], kept[1:3]) == (5, given, given[-1], given[1:3])
    assert kept == tuple(given)
    assert kept != given[:4]
    assert given[2] in kept
    assert ids.IdList() == ()


def test_what_a_file_holds_twice_is_told_from_what_was_there(tmp_path: Path) -> None:
    rows = [{"id": f"a{n}", "text": f"The river rose {n} metres."} for n in range(450)]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, [*rows, *rows[:3]])), "utf-8")
    (tmp_path / "b.jsonl").write_text(
        "\n".join(map(json.dumps, [rows[7], {"id": "a7", "text": "Another text."}])), "utf-8"
    )
    with Project.create(tmp_path / "p.ditto") as project:
        first = importing.import_into(project, tmp_path / "a.jsonl")
        assert (len(first.added), first.already_there, first.repeated) == (450, 3, 3)
        assert list(first.added) == [info.id for info in project.article_infos()]
        assert first.notes == ()
        again = importing.import_into(project, tmp_path / "a.jsonl")
        assert (len(again.added), again.already_there, again.repeated) == (0, 453, 0)
        project.undo()
        back = importing.import_into(project, tmp_path / "a.jsonl")
        assert (len(back.added), back.already_there, back.repeated) == (450, 3, 3)
        other = importing.import_into(project, tmp_path / "b.jsonl")
        assert ["external id a7" in str(note) for note in other.notes] == [True]
