"""`dittomark suggest`, `suggester` and `training`: from a shell."""

import csv
import json
import shlex
import sys
from pathlib import Path

import pytest
from tests.helpers.command import run
from tests.helpers.projects import make_project
from tests.helpers.suggesters import READ_ARTICLES

from dittomark.project import Project

FIRST_LINES = READ_ARTICLES + (
    "for article in articles:\n"
    "    say(kind='span', article_id=article['id'], start=0,\n"
    "        end=article['text'].index('\\n'), label='navigation', score=0.75)\n"
)


@pytest.fixture(autouse=True)
def user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = tmp_path / "user"
    folder.mkdir()
    monkeypatch.setenv("DITTOMARK_DATA", str(folder))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with make_project(tmp_path) as project:
        return project.path


def add(folder: Path, code: str, *, name: str = "mine", kinds: tuple[str, ...] = ("span",)) -> None:
    file = folder / f"{name}.py"
    file.write_text(code, "utf-8")
    line = shlex.join([sys.executable, str(file)])
    added = run("suggester", "add", name, "--kinds", *kinds, "--command", line)
    assert (added.code, added.err) == (0, "")


def test_a_program_is_kept_listed_used_and_forgotten(path: Path, tmp_path: Path) -> None:
    add(tmp_path, FIRST_LINES)
    listed = run("suggest", path, "--list", "--json").json
    assert {"suggester": "mine", "name": "mine", "kinds": ["span"], "provider": "program"} in listed
    assert run("suggest", path, "--with", "mine").out == "mine 1: 3 spans.\n"
    rows = run("list", path, "suggestions", "--suggester", "mine", "--json").json
    assert [row["external_id"] for row in rows] == ["n0", "n1", "n2"]
    assert run("list", path, "suggestions", "--suggester", "other", "--json").json == []
    assert run("suggester", "remove", "mine").code == 0
    gone = run("suggest", path, "--with", "mine")
    assert (gone.code, "no suggester “mine”" in gone.err) == (1, True)


def test_the_same_predictions_again_are_no_failure(path: Path, tmp_path: Path) -> None:
    said = {"type": "suggestion", "kind": "span", "start": 0, "end": 3, "label": "navigation"}
    with Project.open(path) as project:
        [article, *_] = project.article_ids()
    lines = tmp_path / "said.jsonl"
    lines.write_text(json.dumps({**said, "article_id": article, "suggester": "mine"}) + "\n")
    assert run("import", path, lines).code == 0
    again = run("import", path, lines)
    assert again.code == 0
    assert "1 annotation was there already" in again.out


def test_a_program_may_suggest_links(path: Path, tmp_path: Path) -> None:
    code = READ_ARTICLES + (
        "a, b = articles[0]['id'], articles[1]['id']\n"
        "say(kind='link', a=a, b=b, a_start=0, a_end=4, b_start=2, b_end=6, label='verbatim')\n"
    )
    add(tmp_path, code, kinds=("link",))
    assert run("suggest", path, "--with", "mine").code == 0
    with Project.open(path) as project:
        [found] = project.suggestions()
        project.accept_suggestion(found.id, annotator="A1")
        assert [link.kind for link in project.links()] == ["verbatim"]


def test_chosen_articles_only(path: Path, tmp_path: Path) -> None:
    add(tmp_path, FIRST_LINES)
    done = run("suggest", path, "--with", "mine", "--articles", "n1", "--json").json
    assert done["mine"]["found"] == {"span": 1}
    unknown = run("suggest", path, "--with", "mine", "--articles", "n9")
    assert (unknown.code, "n9" in unknown.err) == (1, True)
    assert run("suggest", path, "--articles", "n1").code == 2


def test_what_can_not_be_taken_is_named_and_a_failure_is_exit_1(path: Path, tmp_path: Path) -> None:
    broken = FIRST_LINES + "print('not json')\nsys.exit('no more')\n"
    add(tmp_path, broken)
    ended = run("suggest", path, "--with", "mine")
    assert ended.code == 1
    assert ended.out == "mine 1: 3 spans; 1 could not be taken.\n"
    assert "mine, 4: This is not JSON (Expecting value" in ended.err
    assert "“mine” ended with code 1: no more" in ended.err


def test_suggesters_are_compared_and_the_table_is_written(path: Path, tmp_path: Path) -> None:
    add(tmp_path, FIRST_LINES, name="one")
    add(tmp_path, READ_ARTICLES, name="two")
    out = tmp_path / "table.csv"
    words = ("compare", path, "--kind", "span", "--with", "one", "two", "--out", out)
    few = run("suggester", *words)
    assert (few.code, "Too little was decided" in few.err) == (1, True)
    with Project.open(path) as project:
        from dittomark.annotations import NewArticle

        project.add_articles(NewArticle(f"More\nStory {number}") for number in range(5))
        for article in project.articles():
            end = article.text.index("\n")
            project.annotate_span(article.id, 0, end, label="navigation", annotator="A1")
    compared = run("suggester", *words, "--json")
    assert (compared.code, compared.err) == (0, "")
    one, two = compared.json["scores"]
    assert (one["f1"]["value"], two["suggested"]) == (1.0, 0)
    with out.open(encoding="utf-8", newline="") as stream:
        table = list(csv.DictReader(stream))
    assert [row["suggester"] for row in table] == ["one", "two", "one"]


def test_a_package_to_begin_with(tmp_path: Path) -> None:
    made = run("suggester", "new", tmp_path / "my-model")
    assert made.code == 0
    assert "dittomark suggest PROJECT --with my-model" in made.out
    assert (tmp_path / "my-model" / "src" / "my_model" / "__init__.py").exists()


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_training_spans_are_those_of_most_annotators(path: Path, tmp_path: Path) -> None:
    with Project.open(path) as project:
        first, second, _ = project.article_ids()
        for annotator, end in (("A1", 6), ("A2", 6), ("A3", 8)):
            project.annotate_span(first, 0, end, label="navigation", annotator=annotator)
        project.judge_pair(first, second, relation="unrelated", done=True, annotator="A1")
    out = tmp_path / "spans.jsonl"
    assert "2 articles" in run("training", path, "--kind", "span", "--out", out).out
    rows = {str(row["external_id"]): row for row in lines(out)}
    assert rows["n0"]["spans"] == [{"start": 0, "end": 6, "label": "navigation"}]
    assert rows["n1"]["spans"] == []  # finished, and nobody marked anything
    assert "n2" not in rows


def test_training_relations_have_both_texts_and_leave_disputes_out(
    path: Path, tmp_path: Path
) -> None:
    with Project.open(path) as project:
        a, b, c = project.article_ids()
        project.judge_pair(a, b, relation="contains", direction="a_to_b", annotator="A1", done=True)
        for annotator, relation in (("A1", "unrelated"), ("A2", "same_event")):
            project.judge_pair(a, c, relation=relation, annotator=annotator, done=True)
        texts = {article.id: article.text for article in project.articles()}
    out = tmp_path / "pairs.jsonl"
    ended = run("training", path, "--kind", "relation", "--out", out)
    [row] = lines(out)
    assert (row["text_a"], row["text_b"]) == (texts[str(row["a"])], texts[str(row["b"])])
    assert row["label"] == "contains"
    assert row["direction"] == ("a_to_b" if row["a"] == a else "b_to_a")
    assert "Not carried: 1 pair. Nobody judged them, or people disagree." in ended.out


def test_training_in_parts_keeps_copies_together(tmp_path: Path) -> None:
    from dittomark.annotations import NewArticle

    with Project.create(tmp_path / "work.ditto") as project:
        texts = [f"Story {number // 2}" for number in range(20)]
        project.add_articles(NewArticle(text, external_id=f"n{n}") for n, text in enumerate(texts))
        event = project.add_event(title="The event")
        for article in project.article_ids():
            project.label_event(article, event.id, annotator="A1")
    out = tmp_path / "events.jsonl"
    words = ("--kind", "event", "--split", "train=0.5,test=0.5", "--out", out)
    assert run("training", tmp_path / "work.ditto", *words).code == 0
    train, test = (lines(tmp_path / f"events.{part}.jsonl") for part in ("train", "test"))
    assert len(train) + len(test) == 20
    assert {row["text"] for row in train}.isdisjoint({row["text"] for row in test})
    assert train[0]["events"] == [{"id": event.id, "title": "The event"}]


def test_a_part_counts_an_article_once_however_many_pairs_it_stands_in(tmp_path: Path) -> None:
    from dittomark.annotations import NewArticle

    with Project.create(tmp_path / "work.ditto") as project:
        project.add_articles(NewArticle(f"Story {n}", external_id=f"n{n}") for n in range(6))
        ids = project.article_ids()
        for a, b, c in (ids[:3], ids[3:]):
            for one, two in ((a, b), (b, c), (a, c)):
                project.judge_pair(one, two, relation="exact_duplicate", annotator="A1", done=True)
    words = ("--kind", "relation", "--out", tmp_path / "t.jsonl", "--split", "train=0.5,test=0.5")
    split = run("training", tmp_path / "work.ditto", *words, "--json").json["split"]
    assert [part["articles"] for part in split["parts"].values()] == [3, 3]
    assert [part["pairs"] for part in split["parts"].values()] == [3, 3]


def test_names_that_are_taken_and_patience_that_is_none_are_refused(path: Path) -> None:
    taken = run("suggester", "add", "events", "--kinds", "event", "--command", "python3 x.py")
    assert (taken.code, "already" in taken.err) == (1, True)
    words = ("--kinds", "span", "--command", "python3 x.py", "--patience", "-3")
    assert run("suggester", "add", "mine", *words).code == 1
    assert run("suggester", "list").out.count("\n") == 5
    assert path.exists()


def test_a_comparison_says_which_suggester_failed(path: Path, tmp_path: Path) -> None:
    from dittomark.annotations import NewArticle

    with Project.open(path) as project:
        project.add_articles(NewArticle(f"More\nStory {number}") for number in range(5))
        for article in project.article_ids():
            project.annotate_span(article, 0, 4, label="navigation", annotator="A1")
    add(tmp_path, "import sys\nsys.exit('no model')\n")
    ended = run("suggester", "compare", path, "--kind", "span", "--with", "mine")
    assert ended.code == 1
    assert "“mine” ended with code 1: no model" in ended.err


def test_lines_of_which_none_can_be_taken_are_exit_1(path: Path, tmp_path: Path) -> None:
    add(tmp_path, READ_ARTICLES + "print('Loading model…')\nsay(kind='span', start=0, end=3)\n")
    ended = run("suggest", path, "--with", "mine")
    assert ended.code == 1
    assert "The line names no article" in ended.err
    assert "Nothing that “mine” suggested could be taken." in ended.err


@pytest.mark.parametrize("kind", ["span", "relation", "event"])
def test_training_where_nothing_was_decided_is_refused(
    path: Path, tmp_path: Path, kind: str
) -> None:
    out = tmp_path / "nothing.jsonl"
    ended = run("training", path, "--kind", kind, "--out", out)
    assert (ended.code, "nothing to train on" in ended.err) == (1, True)
    assert not out.exists()


def test_a_part_of_a_split_that_is_empty_is_told(path: Path, tmp_path: Path) -> None:
    with Project.open(path) as project:
        project.annotate_span(project.article_ids()[0], 0, 3, label="caption", annotator="A1")
    out = tmp_path / "spans.jsonl"
    words = ("--kind", "span", "--out", out, "--split", "train=0.5,test=0.5")
    ended = run("training", path, *words)
    assert ended.code == 0
    [empty] = [part for part in ("train", "test") if not lines(tmp_path / f"spans.{part}.jsonl")]
    assert f"“{empty}” is empty: too little was decided for so many parts." in ended.out
    nothing = run("training", path, "--kind", "event", "--out", out, "--split", "a=0.5,b=0.5")
    assert (nothing.code, "nothing to train on" in nothing.err) == (1, True)


RELATIONS = (
    "import json, sys\n"
    "for line in sys.stdin:\n"
    "    row = json.loads(line)\n"
    "    if row['type'] == 'pair':\n"
    "        print(json.dumps({'type': 'suggestion', 'kind': 'relation', 'pair_id': row['id'],\n"
    "            'relation': 'contains', 'direction': 'a_to_b', 'score': 0.8}))\n"
)


def test_a_pair_is_named_by_its_id_and_the_list_names_its_articles(
    path: Path, tmp_path: Path
) -> None:
    with Project.open(path) as project:
        a, b, _ = project.article_ids()
        project.judge_pair(a, b, flagged=True, annotator="A1")
        first = project.article_info(min(a, b)).external_id
    file = tmp_path / "relations.py"
    file.write_text(RELATIONS, "utf-8")
    line = shlex.join([sys.executable, str(file)])
    run("suggester", "add", "copies", "--reads", "pairs", "--kinds", "relation", "--command", line)
    assert run("suggest", path, "--with", "copies").out == "copies 1: 1 relation.\n"
    [row] = run("list", path, "suggestions", "--json").json
    assert (row["label"], row["direction"], row["a_external_id"]) == ("contains", "a_to_b", first)
    heads, values = (text.split("\t") for text in run("list", path, "suggestions").out.splitlines())
    shown = dict(zip(heads, values, strict=True))
    assert {shown["a_external_id"], shown["b_external_id"]} == {"n0", "n1"}


def test_suggestions_are_accepted_and_refused_by_lines(path: Path, tmp_path: Path) -> None:
    add(tmp_path, FIRST_LINES)
    run("suggest", path, "--with", "mine")
    first, second, third = run("list", path, "suggestions", "--json").json
    decided = tmp_path / "decided.jsonl"
    rows = [
        {**first, "state": "accepted"},
        {"type": "suggestion", "id": second["id"], "state": "refused"},
        {"type": "suggestion", "id": "nobody's", "state": "accepted"},
        {**third, "state": "perhaps"},
    ]
    decided.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    ended = run("annotate", path, "--from", decided, "--annotator", "A1")
    assert ended.code == 1
    assert ended.out == "1 suggestion accepted, 1 suggestion refused\n"
    assert ":3: There is no such suggestion in this project." in ended.err
    assert ":4: “perhaps” is not a state of a suggestion." in ended.err
    with Project.open(path) as project:
        [span] = project.spans(annotator="A1")
        states = {each.id: each.state for each in project.suggestions(state=None)}
        assert (span.origin.by, span.origin.suggestion) == ("mine", first["id"])
        assert [states[each["id"]] for each in (first, second, third)] == [
            "accepted",
            "refused",
            "open",
        ]
        project.undo()
        assert (project.spans(), len(project.suggestions())) == ([], 3)
    again = run("annotate", path, "--from", decided, "--annotator", "A1")
    assert again.out == ended.out


def test_the_comparison_is_a_table_that_people_can_read(path: Path, tmp_path: Path) -> None:
    add(tmp_path, FIRST_LINES, name="one")
    add(tmp_path, READ_ARTICLES, name="two")
    with Project.open(path) as project:
        from dittomark.annotations import NewArticle

        project.add_articles(NewArticle(f"More\nStory {number}") for number in range(5))
        for article in project.articles():
            end = article.text.index("\n")
            project.annotate_span(article.id, 0, end, label="navigation", annotator="A1")
    shown = run("suggester", "compare", path, "--kind", "span", "--with", "one", "two").out
    table = [text.split() for text in shown.splitlines()]
    assert table[1] == ["suggester", "version", "items", "suggested", "precision", "recall", "F1"]
    assert table[2] == [
        *("one", "1", "8", "8"),
        *("1.000", "(1.000…1.000)") * 3,
    ]
    assert table[3][:5] == ["two", "1", "8", "0", "–"]
    assert table[-1][:4] == ["one", "−", "two", "1.000"]
    assert max(map(len, shown.splitlines())) < 100
