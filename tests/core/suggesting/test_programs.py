"""A program of the user's suggests: articles go in as lines, suggestions come out as lines."""

import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.helpers.projects import make_project
from tests.helpers.suggesters import READ_ARTICLES, program

from dittomark.article_fields import METADATA
from dittomark.errors import Cancelled, UserError
from dittomark.labels import retire
from dittomark.project import Project
from dittomark.suggesting.programs import (
    Program,
    ProgramSuggester,
    command_of,
    load_programs,
    programs_file,
    remove_program,
    save_program,
)
from dittomark.suggesting.running import SuggesterReport, run_suggester


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with make_project(tmp_path) as project:
        yield project


def run(project: Project, folder: Path, code: str, **options: float) -> SuggesterReport:
    return run_suggester(project, ProgramSuggester(program(folder, code, **options)))  # type: ignore[arg-type]


def test_a_program_reads_articles_and_writes_spans_in_code_points(
    project: Project, tmp_path: Path
) -> None:
    code = READ_ARTICLES + (
        "for article in articles:\n"
        "    say(kind='span', external_id=article['external_id'], start=0,\n"
        "        end=article['text'].index('\\n'), label=project['span_labels'][0], score=0.75)\n"
    )
    report = run(project, tmp_path, code)
    assert (report.found, report.failure, report.rejected_count) == ({"span": 3}, None, 0)
    first = project.suggestions(project.article_ids()[0])[0]
    assert (first.start, first.end, first.score, first.suggester) == (0, 17, 0.75, "mine")


def test_a_program_is_told_no_retired_labels(project: Project, tmp_path: Path) -> None:
    scheme = project.scheme
    span, relation = scheme.spans[0], scheme.relations[0]
    project.set_scheme(
        replace(
            scheme,
            spans=(retire(span), *scheme.spans[1:]),
            relations=(retire(relation), *scheme.relations[1:]),
        )
    )
    code = READ_ARTICLES + (
        f"gone = {span.key!r} in project['span_labels'] or {relation.key!r} in project['relations']\n"
        "left = len(project['span_labels']) > 1 and len(project['relations']) > 1\n"
        "say(kind='span', article_id=articles[0]['id'], start=0, end=8, label='caption',"
        " score=float(left and not gone))\n"
    )
    run(project, tmp_path, code)
    assert project.suggestions(project.article_ids()[0])[0].score == 1.0


def test_a_program_is_told_every_field_of_an_article(project: Project, tmp_path: Path) -> None:
    first = project.article_ids()[0]
    project.edit_article(first, **{key: f"its {key}" for key in METADATA})
    code = READ_ARTICLES + (
        f"said = all(articles[0][key] == 'its ' + key for key in {METADATA!r})\n"
        "say(kind='span', article_id=articles[0]['id'], start=0, end=8, label='caption', score=float(said))\n"
    )
    run(project, tmp_path, code)
    assert project.suggestions(first)[0].score == 1.0


def test_a_program_reads_pairs_with_both_texts(project: Project, tmp_path: Path) -> None:
    a, b, _ = project.article_ids()
    project.add_pair(a, b)
    code = (
        "import json, sys\n"
        "for line in sys.stdin:\n"
        "    row = json.loads(line)\n"
        "    if row['type'] == 'pair':\n"
        "        longer = len(row['a']['text']) > len(row['b']['text'])\n"
        "        print(json.dumps({'type': 'suggestion', 'kind': 'relation', 'a': row['a']['id'],\n"
        "            'b': row['b']['id'], 'relation': 'contains', 'score': 0.5,\n"
        "            'direction': 'a_to_b' if longer else 'b_to_a'}))\n"
    )
    made = program(tmp_path, code, reads_pairs=True)
    report = run_suggester(project, ProgramSuggester(made))
    assert report.found == {"relation": 1}
    [relation] = project.suggestions(kind="relation")
    assert relation.label == "contains"
    assert relation.payload["direction"] == ("a_to_b" if a < b else "b_to_a")


def test_broken_lines_are_named_by_number_and_the_rest_is_used(
    project: Project, tmp_path: Path
) -> None:
    code = READ_ARTICLES + (
        "print('not json')\n"
        "say(kind='span', external_id='n0', start=0, end=4, label='caption')\n"
        "print('[1, 2]')\n"
        "say(kind='span', external_id='n99', start=0, end=4, label='caption')\n"
        "say(kind='span', external_id='n0', start='0', end=4, label='caption')\n"
        "print('')\n"
        "print('[' * 100_000)\n"
        'print(\'{"type": "suggestion", "kind": "span", "exter\', end=\'\')\n'
    )
    report = run(project, tmp_path, code)
    assert report.found == {"span": 1}
    assert [each.number for each in report.rejected] == [1, 3, 4, 5, 7, 8]
    assert "n99" in report.rejected[2].reason


def test_a_program_that_can_not_be_started_is_named(project: Project) -> None:
    missing = Program("mine", ("/no/such/program",), frozenset({"span"}))
    report = run_suggester(project, ProgramSuggester(missing))
    assert report.failure == "“/no/such/program” can't be started: No such file or directory"


def test_a_program_that_dies_says_why_and_what_it_gave_is_there(
    project: Project, tmp_path: Path
) -> None:
    code = READ_ARTICLES + (
        "say(kind='span', external_id='n0', start=0, end=4, label='caption')\n"
        "sys.exit('no model here')\n"
    )
    report = run(project, tmp_path, code)
    assert report.failure == "“mine” ended with code 1: no model here"
    assert len(project.suggestions()) == 1


def test_a_program_that_closes_its_output_and_stays_is_stopped_and_said_to_be(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dittomark.system.line_process.END_GRACE", 0.2)
    code = READ_ARTICLES + (
        "import os, time\n"
        "say(kind='span', external_id='n0', start=0, end=4, label='caption')\n"
        "os.close(1)\ntime.sleep(60)\n"
    )
    report = run(project, tmp_path, code)
    assert report.failure == "“mine” closed its output, but did not end and was stopped."
    assert len(project.suggestions()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="there are no signals")
@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (
            "SIGKILL",
            "“mine” was killed (SIGKILL): by somebody, or by the system because the memory ",
        ),
        ("SIGTERM", "“mine” was ended by the signal SIGTERM: loading"),
    ],
)
def test_a_program_that_is_killed_is_said_to_be_and_what_it_gave_is_there(
    project: Project, tmp_path: Path, name: str, sentence: str
) -> None:
    code = READ_ARTICLES + (
        "import os, signal\n"
        "say(kind='span', external_id='n0', start=0, end=4, label='caption')\n"
        f"print('loading', file=sys.stderr, flush=True)\nos.kill(os.getpid(), signal.{name})\n"
    )
    report = run(project, tmp_path, code)
    assert report.failure is not None
    assert report.failure.startswith(sentence)
    assert len(project.suggestions()) == 1


def test_megabytes_of_errors_hold_nothing_up(project: Project, tmp_path: Path) -> None:
    code = READ_ARTICLES + (
        "for _ in range(200):\n    sys.stderr.write('x' * 50_000)\n"
        "sys.stderr.write('\\nthe end\\n')\n"
        "say(kind='span', external_id='n0', start=0, end=4, label='caption')\n"
    )
    suggester = ProgramSuggester(program(tmp_path, code))
    report = run_suggester(project, suggester)
    assert report.failure is None
    assert report.found == {"span": 1}
    assert suggester.errors.endswith("the end\n")
    assert len(suggester.errors) <= 64_000


def test_a_line_without_end_is_passed_over(project: Project, tmp_path: Path) -> None:
    code = READ_ARTICLES + (
        "for _ in range(100):\n    sys.stdout.write('y' * 100_000)\n"
        "print()\n"
        "say(kind='span', external_id='n0', start=0, end=4, label='caption')\n"
    )
    report = run(project, tmp_path, code)
    assert report.found == {"span": 1}
    assert [each.number for each in report.rejected] == [1]
    assert "longer than a suggestion" in report.rejected[0].reason


def test_a_silent_program_is_stopped(project: Project, tmp_path: Path) -> None:
    report = run(project, tmp_path, "import time\ntime.sleep(600)\n", patience=0.5)
    assert report.failure == "“mine” was silent for 0.5 seconds and was stopped."


@pytest.mark.skipif(sys.platform == "win32", reason="processes are looked up in /proc")
def test_cancelling_leaves_nothing_running(project: Project, tmp_path: Path) -> None:
    code = (
        "import os, subprocess, sys, time\n"
        f"child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        f"open({str(tmp_path / 'pids')!r}, 'w').write(f'{{os.getpid()}} {{child.pid}}')\n"
        "time.sleep(600)\n"
    )
    calls = []

    def cancel(_done: int, _total: int) -> None:
        calls.append(1)
        if (tmp_path / "pids").exists() and (tmp_path / "pids").read_text():
            raise Cancelled

    with pytest.raises(Cancelled):
        run_suggester(project, ProgramSuggester(program(tmp_path, code)), report=cancel)
    for pid in (tmp_path / "pids").read_text().split():
        wait_until_gone(Path("/proc") / pid)


def wait_until_gone(process: Path) -> None:
    while process.exists() and "Z" not in (process / "stat").read_text().rsplit(")", 1)[1]:
        time.sleep(0.02)


def test_a_program_that_does_not_read_is_no_fault(project: Project, tmp_path: Path) -> None:
    big = "x " * 500_000
    from dittomark.annotations import NewArticle

    project.add_articles([NewArticle(big + str(number)) for number in range(20)])
    line = '{"type": "suggestion", "kind": "span", "external_id": "n0", "start": 0, "end": 4, '
    report = run(project, tmp_path, f'print(\'{line}"label": "caption"}}\')\n')
    assert (report.found, report.failure) == ({"span": 1}, None)


def test_progress_lines_move_the_bar(project: Project, tmp_path: Path) -> None:
    code = READ_ARTICLES + "print(json.dumps({'type': 'progress', 'done': 7, 'total': 9}))\n"
    seen = []
    made = ProgramSuggester(program(tmp_path, code))
    run_suggester(project, made, report=lambda done, total: seen.append((done, total)))
    assert (7, 9) in seen


def test_programs_are_kept_among_the_user_s_settings(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DITTOMARK_DATA", str(tmp_path))
    one = Program("one", ("python", "my model.py"), frozenset({"span"}))
    two = Program("two", ("Rscript", "guess.R"), frozenset({"relation"}), "pairs", 30.0)
    save_program(one)
    save_program(two)
    assert load_programs() == [one, two]
    remove_program("one")
    assert load_programs() == [two]
    with pytest.raises(UserError, match="no program “one”"):
        remove_program("one")
    programs_file().write_text("{", "utf-8")
    with pytest.raises(UserError, match="no list of suggesters"):
        load_programs()


@pytest.mark.parametrize("name", ["", "a b", "../x", "ক", "x" * 41])
def test_odd_names_are_refused(name: str) -> None:
    with pytest.raises(UserError, match="can't be a suggester's name"):
        save_program(Program(name, ("python",), frozenset({"span"})))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows parts its command lines otherwise")
def test_a_command_line_is_parted_as_a_shell_would() -> None:
    assert command_of("python3 'my model.py' --top 3") == ("python3", "my model.py", "--top", "3")
    with pytest.raises(UserError, match="can't be read"):
        command_of("python3 'my model")


@pytest.mark.parametrize(
    "written",
    ["not JSON", '{"name": "mine"}', '[{"name": "a b", "command": ["x"], "kinds": ["span"]}]'],
)
def test_a_broken_list_of_programs_is_named(
    written: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DITTOMARK_DATA", str(tmp_path))
    programs_file().write_text(written, "utf-8")
    with pytest.raises(UserError, match=r"suggesters\.json"):
        load_programs()
