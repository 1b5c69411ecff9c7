"""A team in a shared folder, from a shell."""

import json
import shutil
import zlib
from pathlib import Path

import pytest
from tests.helpers.command import run
from tests.helpers.projects import make_project

from dittomark.project import Project
from dittomark.team.folder.transport import Folder, StoredFile


def judge(path: Path, annotator: str, relation: str) -> str:
    with Project.open(path, annotator=annotator) as project:
        a, b, _ = project.article_ids()
        return project.judge_pair(a, b, relation=relation, annotator=annotator, done=True).id


def judgements(path: Path) -> set[tuple[str, str | None]]:
    with Project.open(path, read_only=True) as project:
        return {(each.annotator, each.relation) for each in project.judgements()}


def sync(*paths: Path) -> list[dict[str, object]]:
    return [run("team", "sync", path, "--json").json for path in paths]


@pytest.mark.usefixtures("folder")
def test_what_one_judges_is_at_the_other_after_a_sync(tmp_path: Path) -> None:
    lead, rina = tmp_path / "lead.ditto", tmp_path / "rina.ditto"
    with Project.open(rina, read_only=True) as project:
        assert len(project.article_ids()) == 3
        assert project.name == "lead"
        assert project.counts()["pairs"] == 2
    judge(rina, "Rina", "same_event")
    judge(lead, "Lead", "unrelated")
    sync(rina, lead, rina)
    both = {("Rina", "same_event"), ("Lead", "unrelated")}
    assert judgements(lead) == judgements(rina) == both
    assert [each["taken_in"] for each in sync(rina, lead)] == [0, 0]
    with Project.open(rina, annotator="Rina") as project:
        project.undo()
    sync(rina, lead)
    assert judgements(lead) == {("Lead", "unrelated")}
    for path in (lead, rina):
        assert run("check", path, "--json").json["problems"] == []


@pytest.mark.usefixtures("folder")
def test_status_says_who_takes_part_and_who_is_behind(tmp_path: Path) -> None:
    lead, rina = tmp_path / "lead.ditto", tmp_path / "rina.ditto"
    judge(rina, "Rina", "same_event")
    waiting = run("team", "status", rina, "--json").json
    assert waiting["waiting"] == 1
    sync(rina)
    status = run("team", "status", lead, "--json").json
    roles = {each["annotator"]: (each["role"], each["behind"]) for each in status["members"]}
    assert roles["Lead"] == ("lead", 1)
    assert roles["Rina"][0] == "annotator"
    said = run("team", "status", lead).out
    assert "Lead (lead)" in said
    assert "behind 1 device" in said


@pytest.mark.usefixtures("folder")
def test_the_scheme_of_the_lead_counts_everywhere(tmp_path: Path) -> None:
    lead, rina = tmp_path / "lead.ditto", tmp_path / "rina.ditto"
    with Project.open(lead, annotator="Lead") as project:
        scheme = project.scheme
        project.set_scheme(
            type(scheme)(scheme.spans[:3], scheme.relations, guidelines="Look twice")
        )
        project.rename("Floods")
    sync(lead, rina)
    with Project.open(rina, read_only=True) as project:
        assert project.scheme.guidelines == "Look twice"
        assert project.name == "Floods"


def test_a_folder_that_is_gone_costs_nothing(folder: Path, tmp_path: Path) -> None:
    lead, rina = tmp_path / "lead.ditto", tmp_path / "rina.ditto"
    aside = folder.rename(tmp_path / "aside")
    judge(rina, "Rina", "same_event")
    gone = run("team", "sync", rina)
    assert (gone.code, "folder is not there" in gone.err) == (1, True)
    assert str(folder) in gone.err
    assert "not there" not in gone.out
    assert f"{folder}: The team's folder is not there" in run("team", "status", rina).out
    left = run("team", "leave", rina)
    assert (left.code, "not left" in left.err) == (1, True)
    aside.rename(folder)
    sync(rina, lead)
    assert judgements(lead) == {("Rina", "same_event")}


def test_an_emptied_folder_is_filled_again(folder: Path, tmp_path: Path) -> None:
    lead, rina = tmp_path / "lead.ditto", tmp_path / "rina.ditto"
    judge(rina, "Rina", "same_event")
    sync(rina, lead)
    shutil.rmtree(folder)
    assert run("team", "create", lead, folder, "--annotator", "Lead").code == 0
    sync(rina, lead)
    new = tmp_path / "new.ditto"
    assert run("team", "join", folder, new, "--annotator", "Shafiq").code == 0
    assert judgements(new) == {("Rina", "same_event")}


def test_a_new_laptop_goes_on_from_a_copy(folder: Path, tmp_path: Path) -> None:
    lead, rina, laptop = (tmp_path / f"{name}.ditto" for name in ("lead", "rina", "laptop"))
    shutil.copy(rina, laptop)
    for path, relation in ((rina, "same_event"), (laptop, "unrelated")):
        with Project.open(path, annotator="Rina") as project:
            a, b, c = project.article_ids()
            pair = (a, b) if path == rina else (b, c)
            project.judge_pair(*pair, relation=relation, annotator="Rina")
    sync(rina, laptop, lead, rina, laptop)
    assert judgements(lead) == judgements(rina) == judgements(laptop)
    assert len(judgements(lead)) == 2
    assert len(list((folder / "members").iterdir())) == 3


def test_who_left_keeps_everything_and_can_come_back(folder: Path, tmp_path: Path) -> None:
    lead, rina = tmp_path / "lead.ditto", tmp_path / "rina.ditto"
    judge(rina, "Rina", "same_event")
    assert run("team", "leave", rina).code == 0
    assert run("team", "sync", rina).code == 1
    sync(lead)
    assert judgements(lead) == judgements(rina) == {("Rina", "same_event")}
    judge(rina, "Rina", "unrelated")
    assert run("team", "join", folder, rina, "--annotator", "Rina").code == 0
    sync(lead)
    assert judgements(lead) == {("Rina", "unrelated")}


def test_another_project_can_not_join(folder: Path, tmp_path: Path) -> None:
    with make_project(tmp_path, name="other"):
        pass
    refused = run("team", "join", folder, tmp_path / "other.ditto", "--annotator", "X")
    assert (refused.code, "another project" in refused.err) == (1, True)
    nobody = run("team", "join", tmp_path / "none", tmp_path / "x.ditto", "--annotator", "X")
    assert (nobody.code, "no team" in nobody.err) == (1, True)
    again = run("team", "create", tmp_path / "other.ditto", folder, "--annotator", "X")
    assert (again.code, "a team already" in again.err) == (1, True)


def test_a_file_that_can_not_be_read_holds_up_its_own_device_alone(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where a sync client locks a file, or has not fetched what it shows."""
    lead, rina, other = (tmp_path / f"{name}.ditto" for name in ("lead", "rina", "other"))
    assert run("team", "join", folder, other, "--annotator", "Shafiq").code == 0
    judge(rina, "Rina", "same_event")
    sync(rina)
    locked = newest_segment(folder, rina).name
    judge(other, "Shafiq", "unrelated")
    sync(other)
    judge(lead, "Lead", "unsure")
    read = Folder.read

    def refuse(self: Folder, device: str, name: str, *, limit: int | None = None) -> bytes:
        if name == locked and device == Path(newest_segment(folder, rina)).parent.name:
            raise PermissionError(13, "Permission denied")
        return read(self, device, name, limit=limit)

    with monkeypatch.context() as patch:
        patch.setattr(Folder, "read", refuse)
        told = run("team", "sync", lead)
    assert told.code == 0, told.err
    assert "Not taken in from Rina" in told.out
    assert "Nothing can be written" not in told.out
    assert judgements(lead) == {("Shafiq", "unrelated"), ("Lead", "unsure")}
    sync(lead, other)
    assert len(judgements(other)) == 3


def test_an_area_that_can_not_be_listed_holds_up_its_own_device_alone(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lead, rina, other = (tmp_path / f"{name}.ditto" for name in ("lead", "rina", "other"))
    assert run("team", "join", folder, other, "--annotator", "Shafiq").code == 0
    sync(lead)
    judge(other, "Shafiq", "unrelated")
    sync(other)
    closed = newest_segment(folder, rina).parent.name
    files = Folder.files

    def refuse(self: Folder, device: str) -> list[StoredFile]:
        if device == closed:
            raise PermissionError(13, "Permission denied")
        return files(self, device)

    monkeypatch.setattr(Folder, "files", refuse)
    told = run("team", "sync", lead)
    assert (told.code, "its files can't be read" in told.out) == (0, True), told.out
    assert judgements(lead) == {("Shafiq", "unrelated")}
    mine = run("team", "sync", rina)
    assert (mine.code, "Permission denied" in mine.err) == (1, True)


@pytest.mark.usefixtures("folder")
def test_an_empty_mount_point_is_not_taken_for_the_folder(folder: Path, tmp_path: Path) -> None:
    """The share is unmounted between a look and a write."""
    device = newest_segment(folder, tmp_path / "rina.ditto").parent.name
    there = Folder(folder)
    assert device in there.devices()
    shutil.rmtree(folder)
    folder.mkdir()
    with pytest.raises(FileNotFoundError):
        there.put(device, "000000000009.segment", b"lost")
    assert list(folder.iterdir()) == []


def test_a_giant_is_refused_before_it_is_read(folder: Path, tmp_path: Path) -> None:
    lead, rina = tmp_path / "lead.ditto", tmp_path / "rina.ditto"
    judge(rina, "Rina", "same_event")
    sync(rina)
    with newest_segment(folder, rina).open("r+b") as file:
        file.truncate(1 << 42)  # a hole: it takes no room, and fits in no memory
    told = run("team", "sync", lead)
    assert "Not taken in from Rina: it is too large." in told.out
    assert told.code == 0


# --- what is refused ------------------------------------------------------------------------------


def newest_segment(folder: Path, path: Path) -> Path:
    with Project.open(path, read_only=True) as project:
        record = project.team()
    assert record is not None
    return sorted((folder / "members" / record.device).glob("*.segment"))[-1]


def rewritten(data: bytes, *, lines: list[bytes] | None = None, **header: object) -> bytes:
    """Return a segment with another header, and perhaps other lines, that hangs together."""
    import hashlib

    line, _, body = data.partition(b"\n")
    if lines is not None:
        body = zlib.compress(b"".join(each + b"\n" for each in lines))
    said = {**json.loads(line), **header}
    said |= {"length": len(body), "sha256": hashlib.sha256(body).hexdigest()}
    return json.dumps(said).encode() + b"\n" + body


def lines_of(data: bytes) -> list[bytes]:
    return zlib.decompress(data.partition(b"\n")[2]).splitlines()


def spoilt(kind: str, data: bytes) -> bytes:
    lines = lines_of(data)
    judgement = next(n for n, line in enumerate(lines) if b'"judgements"' in line)
    match kind:
        case "of another project":
            return rewritten(data, project="11111111-1111-4111-8111-111111111111")
        case "another device wrote it":
            return rewritten(data, device="0" * 32)
        case "not yet":
            return rewritten(
                data, lines=[line.replace(b'"updated_at":"2', b'"updated_at":"3') for line in lines]
            )
        case "names what is not there":
            lines[judgement] = lines[judgement].replace(
                json.loads(lines[judgement])[2]["pair_id"].encode(), b"no-such-pair"
            )
            return rewritten(data, lines=lines)
        case "unpacks to more":
            return rewritten(data, lines=[bytes(330_000_000)])
        case "can't be read":
            return rewritten(data, lines=[b"[" * 100_000])
        case "what cannot be chosen":
            lines[judgement] = lines[judgement].replace(
                b'"direction":null', b'"direction":"upwards"'
            )
            return rewritten(data, lines=lines)
        case "a step can't be read":
            old, new = b'"entity":"judgements"', b'"entity":["judgements"]'
            return rewritten(data, lines=[line.replace(old, new) for line in lines])
        case "newer Dittomark":
            return rewritten(data, format=99, more="fields")
        case _:
            return b"MZ this is a program"


@pytest.mark.parametrize(
    "kind",
    [
        "of another project", "another device wrote it", "not yet", "names what is not there",
        "unpacks to more", "can't be read", "what cannot be chosen", "newer Dittomark",
        "a step can't be read", "no segment",
    ],
)  # fmt: skip
def test_a_hostile_segment_is_refused_by_name_and_the_rest_goes_on(
    kind: str, folder: Path, tmp_path: Path
) -> None:
    lead, rina, other = (tmp_path / f"{name}.ditto" for name in ("lead", "rina", "other"))
    assert run("team", "join", folder, other, "--annotator", "Shafiq").code == 0
    judge(rina, "Rina", "same_event")
    sync(rina)
    segment = newest_segment(folder, rina)
    sound = segment.read_bytes()
    segment.write_bytes(spoilt(kind, sound))
    judge(other, "Shafiq", "unrelated")
    sync(other)
    told = run("team", "sync", lead)
    assert "Not taken in from Rina" in told.out
    assert kind in told.out
    assert judgements(lead) == {("Shafiq", "unrelated")}
    segment.write_bytes(sound)
    sync(lead)
    assert len(judgements(lead)) == 2
    assert run("check", lead, "--json").json["problems"] == []


def test_a_new_device_begins_with_a_snapshot(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dittomark.team.folder import round_work

    monkeypatch.setattr(round_work, "_SNAPSHOT_FILES", 3)
    lead, rina = tmp_path / "lead.ditto", tmp_path / "rina.ditto"
    for relation in ("same_event", "unrelated", "unsure", "same_event"):
        judge(rina, "Rina", relation)
        sync(rina, lead)
    sync(lead, rina, lead, rina, lead)
    assert list(folder.rglob("snapshot-*.segment"))
    assert len(list(folder.rglob("0*.segment"))) < 6
    new = tmp_path / "new.ditto"
    assert run("team", "join", folder, new, "--annotator", "Shafiq").code == 0
    assert judgements(new) == judgements(rina) == {("Rina", "same_event")}
    judge(new, "Shafiq", "unrelated")
    sync(new, lead, rina)
    assert len(judgements(rina)) == 2
    for path in (lead, rina, new):
        assert run("check", path, "--json").json["problems"] == []
