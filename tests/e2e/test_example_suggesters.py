"""The examples of `examples/suggesters` make suggestions when run by the real command."""

import json
import shlex
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from tests.helpers.command import run

from dittomark.annotations import NewArticle
from dittomark.project import Project
from dittomark.sample import articles as sample

EXAMPLES = Path(__file__).parents[2] / "examples" / "suggesters"


@pytest.fixture(autouse=True)
def user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "user").mkdir()
    monkeypatch.setenv("DITTOMARK_DATA", str(tmp_path / "user"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Project.create(tmp_path / "work.ditto") as project:
        project.add_articles(each.article for each in sample.articles())
        ids = {info.external_id: info.id for info in project.article_infos()}
        for pair in sample.pairs():
            project.add_pair(ids[pair.a], ids[pair.b])
    return tmp_path / "work.ditto"


def add(name: str, program: Path, *words: str, kinds: str, reads: str = "articles") -> None:
    command = shlex.join([sys.executable, str(program), *words])
    done = run("suggester", "add", name, "--kinds", kinds, "--reads", reads, "--command", command)
    assert done.code == 0, done.err


def test_the_program_without_libraries_finds_copies(path: Path) -> None:
    add("copies", EXAMPLES / "shell" / "copies.py", kinds="relation", reads="pairs")
    ended = run("suggest", path, "--with", "copies", "--json")
    assert (ended.code, ended.err) == (0, "")
    with Project.open(path, read_only=True) as project:
        ids = {info.id: info.external_id for info in project.article_infos()}
        found = {
            frozenset((ids[pair.a], ids[pair.b])): suggestion.label
            for pair in project.pairs()
            for suggestion in project.suggestions(pair_id=pair.id)
        }
    copies = [pair for pair in sample.pairs() if pair.relation == "exact_duplicate"]
    assert copies
    labels = {found.get(frozenset((pair.a, pair.b))) for pair in copies}
    assert labels <= {"wholly_derived", "partially_derived"}  # their boilerplate differs
    unrelated = [pair for pair in sample.pairs() if pair.relation == "unrelated"]
    assert not any(frozenset((pair.a, pair.b)) in found for pair in unrelated)


def test_the_line_classifier_learns_from_marks(
    path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.syspath_prepend(str(EXAMPLES / "line-classifier" / "src"))
    site = tmp_path / "site" / "line_classifier-0.1.0.dist-info"
    site.mkdir(parents=True)
    (site / "METADATA").write_text("Metadata-Version: 2.1\nName: line-classifier\nVersion: 0.1.0\n")
    (site / "entry_points.txt").write_text(
        "[dittomark.suggesters]\nline-classifier = line_classifier:LineClassifier\n"
    )
    monkeypatch.syspath_prepend(str(site.parent))
    untaught = run("suggest", path, "--with", "line-classifier")
    assert (untaught.code, "nothing to learn" in untaught.err) == (1, True)
    truth = {each.key: each.boilerplate for each in sample.articles()}
    with Project.open(path) as project:
        for info in project.article_infos()[:-2]:
            for start, end, label in truth[info.external_id]:
                project.annotate_span(info.id, start, end, label=label, annotator="A1")
        held_out = {info.id: truth[info.external_id] for info in project.article_infos()[-2:]}
    ended = run("suggest", path, "--with", "line-classifier", "--json")
    assert ended.code == 0, ended.err
    with Project.open(path, read_only=True) as project:
        for article, spans in held_out.items():
            found = {(each.start, each.end) for each in project.suggestions(article, kind="span")}
            covered = [
                any(start <= (one[0] or 0) and (one[1] or 0) <= end for one in found)
                for start, end, _ in spans
            ]
            assert sum(covered) >= len(covered) / 2
    sys.modules.pop("line_classifier", None)


class Model(BaseHTTPRequestHandler):
    """A stand-in for a language model: it returns the first words of the article as event title."""

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        text = asked["messages"][0]["content"].split("\n\n", 1)[1]
        answer: dict[str, Any] = {"title": " ".join(text.split()[:4]), "date": "2024-03-01"}
        answer |= {"place": "Chandpur", "participants": ["Police"], "score": 0.8}
        said = "Certainly: " + json.dumps(answer) if "mute" not in text else "I don't know."
        body = json.dumps({"choices": [{"message": {"content": said}}]}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Suppress the request log on stderr."""


@pytest.fixture
def url() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Model)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/v1"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_language_model_suggests_events(tmp_path: Path, url: str) -> None:
    path = tmp_path / "work.ditto"
    with Project.create(path) as project:
        project.add_articles(
            [
                NewArticle("A ferry sank near Chandpur.", external_id="n1"),
                NewArticle("mute", external_id="n2"),
            ]
        )
    add("llm", EXAMPLES / "llm" / "events.py", "--url", url, "--model", "stand-in", kinds="event")
    ended = run("suggest", path, "--with", "llm", "--json")
    assert (ended.code, ended.json["llm"]["found"]) == (0, {"event": 1}), ended.err
    with Project.open(path, read_only=True) as project:
        [found] = project.suggestions(kind="event")
    assert found.payload["title"] == "A ferry sank near"
    assert (found.version, found.score) == ("stand-in", 0.8)


def test_a_model_that_does_not_answer_is_one_sentence(path: Path) -> None:
    words = ("--url", "http://127.0.0.1:9/v1", "--model", "none")
    add("llm", EXAMPLES / "llm" / "events.py", *words, kinds="event")
    ended = run("suggest", path, "--with", "llm")
    assert ended.code == 1
    assert "http://127.0.0.1:9/v1 does not answer" in ended.err


def test_training_data_goes_home_and_comes_back_as_predictions(path: Path, tmp_path: Path) -> None:
    """Export decisions, train on them elsewhere, import the predictions, decide on them."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    truth = {each.key: each.boilerplate for each in sample.articles()}
    with Project.open(path) as project:
        for info in project.article_infos():
            for start, end, label in truth[info.external_id]:
                project.annotate_span(info.id, start, end, label=label, annotator="A1")
    out = tmp_path / "spans.jsonl"
    words = ("--kind", "span", "--split", "train=0.7,test=0.3", "--out", out)
    assert run("training", path, *words).code == 0

    def rows(part: str) -> list[tuple[str, tuple[int, int], str, bool]]:
        """Return article, range, text and label of each line of a part."""
        found = []
        for line in (tmp_path / f"spans.{part}.jsonl").read_text("utf-8").splitlines():
            article = json.loads(line)
            at = 0
            for text in article["text"].split("\n"):
                inside = any(
                    span["start"] <= at < span["end"] for span in article["spans"] if text.strip()
                )
                if text.strip():
                    found.append((article["external_id"], (at, at + len(text)), text, inside))
                at += len(text) + 1
        return found

    train, test = rows("train"), rows("test")
    model = make_pipeline(
        TfidfVectorizer(analyzer="char_wb", ngram_range=(1, 3)), LogisticRegression()
    )
    model.fit([text for _, _, text, _ in train], [inside for *_, inside in train])
    chances = model.predict_proba([text for _, _, text, _ in test])[:, 1]
    predictions = tmp_path / "predictions.jsonl"
    with predictions.open("w", encoding="utf-8") as stream:
        for (name, (start, end), _, _), chance in zip(test, chances, strict=True):
            if chance > 0.5:
                row = {"type": "suggestion", "kind": "span", "external_id": name, "start": start}
                row |= {"end": end, "label": "other_boilerplate", "score": round(chance, 3)}
                stream.write(json.dumps({**row, "suggester": "home", "version": "1"}) + "\n")
    assert run("import", path, predictions).code == 0
    with Project.open(path) as project:
        found = [each for each in project.suggestions() if each.suggester == "home"]
        held_out = {name for name, *_ in test}
        ids = {info.id: info.external_id for info in project.article_infos()}
        assert found
        assert {ids[each.article_id or ""] for each in found} <= held_out
        project.accept_suggestion(found[0].id, annotator="A1")
        assert any(span.origin.by == "home" for span in project.spans())


def test_the_guide_s_model_is_trained_suggests_and_is_measured_on_what_it_has_not_seen(
    tmp_path: Path,
) -> None:
    guide = (EXAMPLES.parents[1] / "docs" / "guide" / "bring-your-model.md").read_text("utf-8")
    part = guide[guide.index("### There and back with scikit-learn") :]
    train, lines = (code.split("```")[0] for code in part.split("```python\n")[1:3])
    (tmp_path / "train.py").write_text(train, "utf-8")
    (tmp_path / "lines.py").write_text(lines, "utf-8")
    path = tmp_path / "work.ditto"
    with Project.create(path) as project:
        for number in range(20):
            first = f"Home | News | Section {number}"
            text = f"{first}\nIn Hatgaon, {number} boats stayed in port on Monday, people said."
            project.add_articles([NewArticle(text, external_id=f"n{number}")])
        for info in project.article_infos():
            end = project.article(info.id).text.index("\n")
            project.annotate_span(info.id, 0, end, label="navigation", annotator="A1")
    out = tmp_path / "spans.jsonl"
    words = ("--kind", "span", "--out", out, "--split", "train=0.8,test=0.2")
    assert run("training", path, *words).code == 0
    model = tmp_path / "lines.joblib"
    trained = [
        sys.executable,
        *(str(tmp_path / name) for name in ("train.py", "spans.train.jsonl", "lines.joblib")),
    ]
    subprocess.run(trained, check=True)
    add("lines", tmp_path / "lines.py", str(model), kinds="span")
    suggested = run("suggest", path, "--with", "lines")
    assert (suggested.err, suggested.out) == ("", "lines 1: 20 spans.\n")
    test = tmp_path / "spans.test.jsonl"
    compare = ("suggester", "compare", path, "--kind", "span", "--with", "lines", "--json")
    [score] = run(*compare, "--only", test).json["scores"]
    assert (score["items"], score["f1"]["value"]) == (4, 1.0)
    test.write_text("[]\n", "utf-8")
    wrong = run(*compare, "--only", test)
    assert (wrong.code, "is not what `dittomark training` wrote" in wrong.err) == (1, True)
    assert run(*compare, "--only", tmp_path / "none.jsonl").code == 1
