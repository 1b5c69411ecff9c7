"""Links: two stretches that correspond, made, changed, taken from the engine, refused, undone."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.helpers.command import run
from tests.helpers.projects import TEXTS, TickingClock, make_project

import dittomark
from dittomark.annotations import Link, NewArticle, Suggestion
from dittomark.compare import Comparison
from dittomark.errors import InvalidAnnotationError, NotFoundError
from dittomark.labels import Label, LabelScheme
from dittomark.project import Project
from dittomark.store.restoring import UndoConflictError

SENTENCE = "নদীতে নৌকা ডুবে তিনজন নিখোঁজ, উদ্ধারকাজ চলছে।"
IN_A = TEXTS[0].index(SENTENCE)
IN_B = TEXTS[1].index(SENTENCE)
LENGTH = len(SENTENCE)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with make_project(tmp_path, annotator="Rina") as project:
        yield project


def write_lines(path: Path, *records: dict[str, object]) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    return path


def link_sentence(project: Project, *, annotator: str = "Rina", kind: str = "verbatim") -> Link:
    a, b, _ = project.article_ids()
    return project.add_link(
        a, b, a_start=IN_A, a_end=IN_A + LENGTH, b_start=IN_B, b_end=IN_B + LENGTH,
        kind=kind, annotator=annotator, direction="a_to_b",
    )  # fmt: skip


def quotes(project: Project, link: Link) -> tuple[str, str]:
    return (
        project.article(link.a).text[link.a_start : link.a_end],
        project.article(link.b).text[link.b_start : link.b_end],
    )


def test_a_link_says_the_same_whichever_article_is_named_first(project: Project) -> None:
    a, b, _ = project.article_ids()
    made = link_sentence(project)
    assert quotes(project, made) == (SENTENCE, SENTENCE)
    assert made.a < made.b
    again = project.add_link(
        b, a, a_start=IN_B, a_end=IN_B + LENGTH, b_start=IN_A, b_end=IN_A + LENGTH,
        kind="verbatim", annotator="Rina", direction="b_to_a",
    )  # fmt: skip
    assert again == made
    assert (
        project.links() == project.links(a, b) == project.links(b, a) == project.links(b) == [made]
    )
    assert project.links(a, a) == []
    source = a if made.direction == ("a_to_b" if made.a == a else "b_to_a") else b
    assert source == a
    assert project.counts()["links"] == 1
    assert project.annotators() == ["Rina"]


def test_a_repeat_within_one_article(project: Project) -> None:
    a = project.article_ids()[0]
    link = project.add_link(
        a, a, a_start=9, a_end=12, b_start=0, b_end=3, kind="same_statement", annotator="Rina",
        direction="a_to_b",
    )  # fmt: skip
    assert (link.a_start, link.b_start, link.direction) == (0, 9, "b_to_a")
    assert project.links(a, a) == project.links(a) == [link]


@pytest.mark.parametrize(
    "wrong",
    [
        {"a_start": -1},
        {"a_end": 0},
        {"a_end": 10_000},
        {"b_start": 50, "b_end": 50},
        {"b_end": 10_000},
        {"kind": "hearsay"},
        {"direction": "sideways"},
        {"annotator": " "},
        {"note": "half \ud800"},
    ],
)
def test_what_is_no_link_is_refused(project: Project, wrong: dict[str, object]) -> None:
    a, b, _ = project.article_ids()
    good = {"a_start": 0, "a_end": 5, "b_start": 0, "b_end": 5, "kind": "rewrite", "annotator": "R"}
    with pytest.raises(InvalidAnnotationError):
        project.add_link(a, b, **{**good, **wrong})  # type: ignore[arg-type]
    assert project.links() == []


def test_a_stretch_is_not_linked_to_itself_nor_to_nothing(project: Project) -> None:
    a = project.article_ids()[0]
    with pytest.raises(InvalidAnnotationError):
        project.add_link(
            a, a, a_start=0, a_end=5, b_start=0, b_end=5, kind="rewrite", annotator="R"
        )
    with pytest.raises(NotFoundError):
        project.add_link(
            a, "nobody", a_start=0, a_end=5, b_start=0, b_end=5, kind="rewrite", annotator="R"
        )


def test_edit_delete_undo_and_history(project: Project) -> None:
    link = link_sentence(project)
    changes = project.edit_link(
        link.id, a_end=link.a_end - 1, kind="light_edit", note="no full stop"
    )
    assert changes.links == {link.id}
    assert changes.articles == {link.a, link.b}
    edited = project.link(link.id)
    assert (edited.kind, edited.note, edited.a_end) == (
        "light_edit",
        "no full stop",
        link.a_end - 1,
    )
    assert not edited.origin.moved  # a person's own
    project.edit_link(link.id, direction=None)
    assert project.link(link.id).direction is None
    project.delete_link(link.id)
    assert project.links() == []
    assert project.counts()["links"] == 0
    assert [entry.operation for entry in project.history(row_id=link.id)] == [
        "delete_link", "edit_link", "edit_link", "add_link",
    ]  # fmt: skip
    for _ in range(3):
        project.undo()
    assert project.link(link.id).kind == "verbatim"
    project.undo()
    assert project.links() == []
    for _ in range(3):
        project.redo()
    assert (project.link(link.id).kind, project.link(link.id).direction) == ("light_edit", None)


def test_a_link_made_again_after_its_deletion_is_another_one(project: Project) -> None:
    first = link_sentence(project)
    project.delete_link(first.id)
    second = link_sentence(project)
    assert second.id != first.id
    assert project.links() == [second]


def test_an_edit_that_turns_the_sides_of_a_repeat(project: Project) -> None:
    a = project.article_ids()[0]
    link = project.add_link(
        a, a, a_start=0, a_end=3, b_start=9, b_end=12, kind="rewrite", annotator="Rina",
        direction="a_to_b",
    )  # fmt: skip
    project.edit_link(link.id, a_start=20, a_end=25)
    turned = project.link(link.id)
    assert (turned.a_start, turned.b_start, turned.direction) == (9, 20, "b_to_a")
    assert run("check", project.path, "--json").json["problems"] == []


def test_an_article_that_is_linked_stays(project: Project) -> None:
    link_sentence(project, annotator="Shafiq")
    with pytest.raises(UndoConflictError, match="need"):
        project.undo()
    assert len(project.article_ids()) == 3


# --- from the engine ------------------------------------------------------------------------------

PARAGRAPHS = (
    "The ferry to Char Kukri left the northern landing before dawn with ninety people on board.",
    "Rescue boats searched the mouth of the river until midnight and found eleven survivors there.",
)


@pytest.fixture
def reused(tmp_path: Path) -> Iterator[Project]:
    """Two articles that share two paragraphs in another order."""
    texts = (
        f"{PARAGRAPHS[0]}\nThe owner could not be reached.\n{PARAGRAPHS[1]}",
        f"{PARAGRAPHS[1]}\nWeather was bad, the harbour master says today.\n{PARAGRAPHS[0]}",
    )
    path = tmp_path / "reused.ditto"
    with Project.create(path, annotator="Rina", clock=TickingClock()) as project:
        project.add_articles(NewArticle(text, external_id=f"n{n}") for n, text in enumerate(texts))
        project.add_pair(*project.article_ids())
        yield project


def compared(project: Project) -> tuple[list[str], Comparison]:
    articles = project.article_ids()
    return articles, dittomark.compare(*(project.article(name).text for name in articles))


def test_all_passages_are_taken_with_one_step(reused: Project) -> None:
    articles, comparison = compared(reused)
    links = reused.accept_passages(articles, comparison, annotator="Rina")
    assert {quotes(reused, link)[0].strip() for link in links} == set(PARAGRAPHS)
    for link in links:
        assert link.kind == "verbatim"
        assert link.origin.by == "passages"
        assert link.origin.version
        assert link.origin.score == 1.0
        assert "grouping=adaptive" in link.origin.settings
    assert reused.accept_passages(articles, comparison, annotator="Rina") == []
    assert len(reused.accept_passages(articles, comparison, annotator="Shafiq")) == 2
    reused.undo(annotator="Rina")
    assert {link.annotator for link in reused.links()} == {"Shafiq"}


def test_a_pair_may_be_named_by_its_row_or_id(reused: Project) -> None:
    [pair] = reused.pairs()
    comparison = dittomark.compare(reused.article(pair.a).text, reused.article(pair.b).text)
    assert len(reused.accept_passages(pair.id, comparison, annotator="A")) == 2
    assert len(reused.accept_passages(pair, comparison, annotator="B")) == 2


def test_a_taken_passage_that_was_moved_says_so(reused: Project) -> None:
    articles, comparison = compared(reused)
    link, _ = reused.accept_passages(articles, comparison, annotator="Rina")
    reused.edit_link(link.id, kind="rewrite")
    assert not reused.link(link.id).origin.moved
    reused.edit_link(link.id, a_start=link.a_start + 4)
    assert reused.link(link.id).origin.moved


def test_refused_passages_are_not_offered_again(reused: Project) -> None:
    articles, comparison = compared(reused)
    refused = comparison.passages[0]
    reused.refuse_passages(articles, [refused], annotator="Rina")
    assert len(reused.refused_links(*articles)) == 1
    assert reused.suggested_links(*articles) == []
    [link] = reused.accept_passages(articles, comparison, annotator="Rina")
    assert quotes(reused, link)[0].strip() == PARAGRAPHS[1]
    reused.undo()
    reused.undo()
    assert reused.refused_links(*articles) == []
    assert len(reused.accept_passages(articles, comparison, annotator="Rina")) == 2
    assert run("check", reused.path, "--json").json["problems"] == []


def test_a_kind_of_passage_that_the_scheme_lacks(reused: Project) -> None:
    articles, comparison = compared(reused)
    reused.set_scheme(LabelScheme(links=(Label("copied"), Label("told"))))
    links = reused.accept_passages(articles, comparison, annotator="Rina")
    assert {link.kind for link in links} == {"copied"}


def test_a_suggestion_of_anybodys_engine_is_accepted(reused: Project) -> None:
    a, b = reused.article_ids()
    reused.add_suggestions(
        [
            Suggestion(
                "", "link", "their-engine", "3.1", 0.8, article_id=b, start=0, end=10,
                label="rewrite", payload={"article_id": a, "start": 5, "end": 20, "direction": "a_to_b"},
            )
        ]
    )  # fmt: skip
    [suggestion] = reused.suggested_links(a, b)
    reused.accept_suggestion(suggestion.id, annotator="Rina")
    [link] = reused.links(a, b)
    assert (link.origin.by, link.origin.version, link.origin.suggestion) == (
        "their-engine", "3.1", suggestion.id,
    )  # fmt: skip
    source = link.a if link.direction == "a_to_b" else link.b
    assert source == b
    reused.undo()
    assert reused.links() == []
    with pytest.raises(InvalidAnnotationError):
        reused.add_suggestions(
            [Suggestion("", "link", "x", "1", 0.5, article_id=a, start=0, end=1, label="rewrite")]
        )


# --- scheme, files and commands -------------------------------------------------------------------


def test_a_kind_in_use_is_retired_and_not_removed(project: Project) -> None:
    link = link_sentence(project)
    project.set_scheme(LabelScheme(links=(Label("rewrite"),)))
    assert [(label.key, label.retired) for label in project.scheme.links] == [
        ("rewrite", False),
        ("verbatim", True),
    ]
    project.edit_link(link.id, note="stays")
    with pytest.raises(InvalidAnnotationError):
        link_sentence(project, annotator="Shafiq")


def test_list_and_annotate_speak_of_links(project: Project, tmp_path: Path) -> None:
    link_sentence(project)
    project.close()
    [row] = run("list", project.path, "links", "--json").json
    assert (row["type"], row["kind"], row["a_exact"], row["b_exact"]) == (
        "link", "verbatim", SENTENCE, SENTENCE,
    )  # fmt: skip
    assert {row["a_external_id"], row["b_external_id"]} == {"n0", "n1"}
    assert SENTENCE in run("list", project.path, "links").out
    lines = write_lines(
        tmp_path / "links.jsonl",
        {
            "type": "link", "a_external_id": "n0", "a_start": 0, "a_end": 6, "b_external_id": "n2",
            "b_start": 2, "b_end": 6, "kind": "translation", "direction": "a_to_b",
        },
        {"type": "link", "a": "n0", "a_start": 0, "a_end": 6, "b": "nobody", "b_start": 0,
         "b_end": 1, "kind": "verbatim"},
        {"type": "link", "a": "n0", "a_start": 0, "a_end": 6, "b": "n1", "b_start": 0,
         "b_end": 1000, "kind": "verbatim"},
        {"type": "link", "a": "n0", "a_start": 0, "a_end": 6, "b": "n1", "b_start": 0,
         "b_end": 1, "kind": "hearsay"},
    )  # fmt: skip
    outcome = run("annotate", project.path, "--from", lines, "--annotator", "Shafiq", "--json")
    assert outcome.code == 1
    assert outcome.json["applied"] == {"links": 1}
    assert [one["line"] for one in outcome.json["failed"]] == [2, 3, 4]
    again = run("annotate", project.path, "--from", lines, "--annotator", "Shafiq", "--json")
    assert (again.json["applied"], again.json["unchanged"]) == ({}, 1)
    [row] = run("list", project.path, "links", "--annotator", "Shafiq", "--json").json
    sides = {row["a_external_id"]: row["a_exact"], row["b_external_id"]: row["b_exact"]}
    assert sides == {"n0": TEXTS[0][:6], "n2": TEXTS[2][2:6]}
    source = row["a_external_id"] if row["direction"] == "a_to_b" else row["b_external_id"]
    assert source == "n0"
    with Project.open(project.path) as opened:
        assert opened.find_pair(*(opened.article_named(name) for name in ("n0", "n2"))) is not None


def test_links_are_handed_out_to_who_made_them(project: Project, tmp_path: Path) -> None:
    link_sentence(project)
    link_sentence(project, annotator="Shafiq", kind="rewrite")
    a, b, _ = project.article_ids()
    pair = project.add_pair(a, b)
    with Project.create(tmp_path / "part.ditto") as part:
        part.take_over(project, [pair.id], annotator="Shafiq")
        assert [link.kind for link in part.links()] == ["rewrite"]
    assert run("check", tmp_path / "part.ditto", "--json").json["problems"] == []
