"""A snapshot for exports holds what the project says, at one moment."""

from pathlib import Path

import pytest
from tests.helpers.busy_project import busy_project
from tests.helpers.files import run_sql

from dittomark.annotations import NewArticle, Suggestion
from dittomark.errors import ProjectFileError
from dittomark.project import Project
from dittomark.store.snapshot import Snapshot


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("busy") / "work.ditto"
    with busy_project(path) as project:
        a, b, *_ = project.article_ids()
        other = {"article_id": b, "start": 0, "end": 4}
        for name, suggester in (("l1", "mine"), ("l2", "mine")):
            project.add_suggestions(
                [
                    Suggestion(
                        name, "link", suggester, "1", 0.5, article_id=a, start=0, end=int(name[1]),
                        label="verbatim", payload=other,
                    )
                ]
            )  # fmt: skip
        project.refuse_suggestion("l1", annotator="Asha")
        project.add_articles([NewArticle("With a note.", metadata={"desk": "city"})])
    return path


def test_a_snapshot_holds_what_the_project_says(path: Path) -> None:
    with Project.open(path, read_only=True) as project, Snapshot(path) as snapshot:
        articles = list(snapshot.articles())
        ids = [each.info.id for each in articles]
        assert ids == sorted(project.article_ids())
        assert [each.info for each in articles] == project.article_infos(ids)
        assert list(snapshot.infos()) == project.article_infos(ids)
        texts = {each.id: each.text for each in project.articles()}
        for each in articles:
            assert each.text == texts[each.info.id]
            assert list(each.spans) == project.spans(each.info.id)
            assert [m.id for m in each.memberships] == [
                m.id
                for m in sorted(
                    project.memberships(article_id=each.info.id),
                    key=lambda m: (m.event_id, m.annotator, m.id),
                )
            ]
        assert snapshot.texts(ids[2:5]) == {name: texts[name] for name in ids[2:5]}
        [noted] = project.article_infos(snapshot.ids_with_metadata())
        assert noted.imported["metadata"] == {"desk": "city"}

        pairs = list(snapshot.pairs())
        outside = {info.id: info.external_id for info in project.article_infos(ids)}
        assert [each.pair.id for each in pairs] == sorted(pair.id for pair in project.pairs())
        for row in pairs:
            assert row.pair == project.pair(row.pair.id)
            assert (row.a_external_id, row.b_external_id) == (
                outside[row.pair.a],
                outside[row.pair.b],
            )
            assert list(row.judgements) == sorted(
                project.judgements(row.pair.id), key=lambda one: one.annotator
            )
        assert list(snapshot.links()) == sorted(project.links(), key=lambda link: link.id)
        assert list(snapshot.events()) == sorted(project.events(), key=lambda event: event.id)
        assert list(snapshot.decisions()) == sorted(project.decisions(), key=lambda one: one.id)
        assert snapshot.refused_links() == 1
        assert snapshot.name == project.name
        assert snapshot.counts.items() >= project.counts().items()
        assert snapshot.scheme_json["spans"]


def test_what_is_done_meanwhile_is_not_in_it(path: Path) -> None:
    with Project.open(path) as project, Snapshot(path) as snapshot:
        before = list(snapshot.events())
        counts = dict(snapshot.counts)
        project.add_event(title="Meanwhile")
        assert list(snapshot.events()) == before
        assert dict(snapshot.counts) == counts
        project.undo()


def test_it_is_of_a_project_and_changes_none(path: Path, tmp_path: Path) -> None:
    content = path.read_bytes()
    with Snapshot(path) as snapshot:
        list(snapshot.pairs())
    assert path.read_bytes() == content
    (tmp_path / "none.ditto").write_text("no project", "utf-8")
    with pytest.raises(ProjectFileError):
        Snapshot(tmp_path / "none.ditto")
    newer = tmp_path / "newer.ditto"
    Project.create(newer).close()
    run_sql(newer, "PRAGMA user_version = 99")
    with pytest.raises(ProjectFileError, match="newer"):
        Snapshot(newer)
