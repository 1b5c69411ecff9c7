"""Label Studio and doccano as servers: our export goes in by their API, and theirs comes back.

Each server has an environment of its own (`make test-interop` makes them), keeps its data in a
temporary folder, listens on the loopback interface alone, and is ended by its process id.
"""

import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from tests.helpers.datasets import annotations_of, small_project
from tests.interop.conftest import SERVERS

from dittomark import exporting, importing
from dittomark.exporting import Selection
from dittomark.project import Project

TOKEN = "0123456789abcdef0123456789abcdef01234567"
PASSWORD = "pass-word-1"
_SECONDS = 1200  # until a server answers: its database is made first, on a busy machine too


class Api:
    """What is asked of a server."""

    def __init__(self, port: int) -> None:
        self.base = f"http://127.0.0.1:{port}"
        self.token = ""

    def call(
        self,
        method: str,
        path: str,
        body: Any = None,  # noqa: ANN401
        *,
        data: bytes = b"",
        kind: str = "",
    ) -> bytes:
        headers = {"Content-Type": kind or "application/json"}
        if self.token:
            headers["Authorization"] = f"Token {self.token}"
        sent = data or (None if body is None else json.dumps(body).encode())
        request = urllib.request.Request(self.base + path, sent, headers, method=method)
        with urllib.request.urlopen(request, timeout=120) as answer:
            content: bytes = answer.read()
        return content

    def json(self, method: str, path: str, body: Any = None) -> Any:  # noqa: ANN401
        return json.loads(self.call(method, path, body) or b"null")

    def wait(self, path: str) -> None:
        for _ in range(_SECONDS):
            try:
                self.call("GET", path)
            except (OSError, urllib.error.URLError):
                time.sleep(1)
            else:
                return
        raise TimeoutError(self.base + path)


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@contextmanager
def running(*command: object, folder: Path, **environment: str) -> Iterator[None]:
    """Run a server while the block runs; what it says is in `log.txt`."""
    env = {**os.environ, "HOME": str(folder), **environment}
    with (folder / "log.txt").open("ab") as log:
        process = subprocess.Popen(
            [str(part) for part in command], env=env, cwd=folder, stdout=log, stderr=log
        )
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def label_studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Api]:
    program = SERVERS / "label-studio" / "bin" / "label-studio"
    if not program.exists():
        pytest.skip("Label Studio is not installed: make test-interop does it")
    folder, port = tmp_path_factory.mktemp("label-studio"), free_port()
    api = Api(port)
    with running(
        program, "start", "--no-browser", "--internal-host", "127.0.0.1", "--port", port,
        "--username", "a@b.example", "--password", PASSWORD, "--user-token", TOKEN,
        "--enable-legacy-api-token", "--agree-fix-sqlite",
        folder=folder, LABEL_STUDIO_BASE_DATA_DIR=str(folder), DJANGO_DB="sqlite",
        LATEST_VERSION_CHECK="false", COLLECT_ANALYTICS="false", SENTRY_DSN="",
        FRONTEND_SENTRY_DSN="",
    ):  # fmt: skip
        api.wait("/api/version")
        api.token = TOKEN
        yield api


@pytest.mark.tool("label-studio", "Label Studio 1.23.2 server")
def test_label_studio_brings_everything_back(label_studio: Api, tmp_path: Path) -> None:
    with small_project(tmp_path / "first.ditto") as first:
        pair = next(iter(first.pairs()))
        first.judge_pair(
            pair.a, pair.b, relation="unsure", annotator="শিলা", flagged=True, done=True,
            ratings={"Overall": 3}, note="B",
        )  # fmt: skip
        first.decide_relation(pair.id, relation="unsure", annotator="L", note="why")
        exporting.export(first, format="label-studio", out=tmp_path / "ls")
        exporting.export(first, format="jsonl", out=tmp_path / "before.jsonl")
    (tmp_path / "back").mkdir()
    for kind in ("articles", "pairs"):
        view = (tmp_path / "ls" / f"{kind}.xml").read_text("utf-8")
        made = label_studio.json("POST", "/api/projects", {"title": kind, "label_config": view})
        tasks = json.loads((tmp_path / "ls" / f"{kind}.json").read_text("utf-8"))
        label_studio.json("POST", f"/api/projects/{made['id']}/import", tasks)
        back = label_studio.call(
            "GET", f"/api/projects/{made['id']}/export?exportType=JSON&download_all_tasks=true"
        )
        (tmp_path / "back" / f"{kind}.json").write_bytes(back)
    with Project.create(tmp_path / "second.ditto") as second:
        assert importing.import_into(second, tmp_path / "back").failures == ()
        exporting.export(second, format="jsonl", out=tmp_path / "after.jsonl")
    before, after = (
        {r["id"]: r for r in annotations_of(tmp_path / f"{name}.jsonl")}
        for name in ("before", "after")
    )
    reported = {
        label["event_id"]
        for r in before.values()
        if r["type"] == "article"
        for label in r["events"]
    }
    for name, record in before.items():
        if record["type"] != "event" or name in reported:  # a task has only what it reports
            assert after[name] == record


@pytest.fixture(scope="module")
def doccano(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Api]:
    program = SERVERS / "doccano" / "bin" / "doccano"
    if not program.exists():
        pytest.skip("doccano is not installed: make test-interop does it")
    folder, port = tmp_path_factory.mktemp("doccano"), free_port()
    environment = {
        "HOME": str(folder),
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3",
        "SECRET_KEY": uuid.uuid4().hex,
        "STANDALONE": "True",
        "MEDIA_ROOT": str(folder / "media"),
    }
    said = {"env": {**os.environ, **environment}, "cwd": folder, "capture_output": True}
    account = ["--username", "admin", "--password", PASSWORD, "--email", "a@b.example"]
    subprocess.run([program, "init"], check=True, **said)  # type: ignore[call-overload]
    subprocess.run([program, "createuser", *account], check=True, **said)  # type: ignore[call-overload]
    (backend,) = (SERVERS / "doccano" / "lib").glob("python3*/site-packages/backend")
    api = Api(port)
    environment.pop("HOME")
    with (
        # Its own command for the web server would listen on every interface.
        running(
            program.with_name("gunicorn"),
            "--chdir",
            backend,
            "--bind",
            f"127.0.0.1:{port}",
            "config.wsgi",
            folder=folder,
            **environment,
        ),
        running(program, "task", "--concurrency", 1, folder=folder, **environment),
    ):
        api.wait("/v1/health")
        login = {"username": "admin", "password": PASSWORD}
        api.token = api.json("POST", "/v1/auth/login/", login)["key"]
        yield api


def ended(api: Api, task: dict[str, str]) -> str:
    """Wait for the end of a task of doccano's queue; return its id."""
    for _ in range(_SECONDS):
        if api.json("GET", f"/v1/tasks/status/{task['task_id']}")["ready"]:
            return task["task_id"]
        time.sleep(1)
    raise TimeoutError(task["task_id"])


@pytest.mark.tool("doccano", "doccano 1.8.4 server")
def test_doccano_brings_the_spans_back_with_its_default_settings(
    doccano: Api, tmp_path: Path
) -> None:
    mita = "মিতা"

    def spans(project: Project, annotator: str) -> set[tuple[str, int, int, str]]:
        return {
            (project.article_info(s.article_id).external_id, s.start, s.end, s.label)
            for s in project.spans(annotator=annotator)
        }

    with small_project(tmp_path / "first.ditto") as first:
        selection = Selection(annotators=(mita,))
        exporting.export(first, format="doccano", out=tmp_path / "a.jsonl", selection=selection)
        expected = spans(first, mita)
    kind = "SequenceLabeling"
    made = doccano.json(
        "POST", "/v1/projects",
        {"name": "t", "description": "t", "project_type": kind, "guideline": "", "tags": [],
         "random_order": False, "collaborative_annotation": False, "allow_overlapping": True,
         "single_class_classification": False, "grapheme_mode": False, "use_relation": False,
         "allow_member_to_create_label_type": False, "resourcetype": f"{kind}Project"},
    )  # fmt: skip
    edge = uuid.uuid4().hex
    head = (
        f'--{edge}\r\nContent-Disposition: form-data; name="filepond"; filename="a.jsonl"\r\n\r\n'
    )
    data = head.encode() + (tmp_path / "a.jsonl").read_bytes() + f"\r\n--{edge}--\r\n".encode()
    upload = doccano.call(
        "POST", "/v1/fp/process/", data=data, kind=f"multipart/form-data; boundary={edge}"
    ).decode()
    project = f"/v1/projects/{made['id']}"
    ended(doccano, doccano.json("POST", f"{project}/upload", {
        "format": "JSONL", "task": kind, "uploadIds": [upload], "column_data": "text",
        "column_label": "label", "delimiter": "", "encoding": "utf_8",
    }))  # fmt: skip
    wanted = {"format": "JSONL", "exportApproved": False}
    task = ended(doccano, doccano.json("POST", f"{project}/download", wanted))
    back = tmp_path / "back.zip"
    back.write_bytes(doccano.call("GET", f"{project}/download?taskId={task}"))
    with Project.create(tmp_path / "second.ditto") as second:
        assert importing.import_into(second, back).failures == ()
        assert spans(second, "admin") == expected  # the file's name is the annotator's
