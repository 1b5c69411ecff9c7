"""The one connection the program can make: whether there is a newer version, when asked."""

import json
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from dittomark import cli
from dittomark.errors import UserError
from dittomark.system import releases

PAGE = "https://releases.example/v99.1"


class Answers(BaseHTTPRequestHandler):
    """Answers every question with the server's `answer`, and counts them."""

    def do_GET(self) -> None:
        assert isinstance(self.server, Server)
        self.server.asked += 1
        self.send_response(200)
        self.end_headers()
        self.wfile.write(self.server.answer)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        """Keep quiet."""


class Server(HTTPServer):
    answer = json.dumps({"tag_name": "v99.1.0", "html_url": PAGE}).encode()
    asked = 0


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A page that tells of a release, on this machine."""
    with Server(("127.0.0.1", 0), Answers) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        monkeypatch.setenv("DITTOMARK_RELEASES", f"http://127.0.0.1:{server.server_port}/latest")
        yield server
        server.shutdown()
        thread.join()


@pytest.mark.usefixtures("server")
def test_a_newer_version_is_told_of_with_its_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["version", "--newest", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found == {"version": releases.installed_version(), "newest": "99.1.0", "page": PAGE}
    assert releases.newest_release().is_newer


def test_the_same_version_is_not_newer(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    server.answer = json.dumps(
        {"tag_name": f"v{releases.installed_version()}", "html_url": PAGE}
    ).encode()
    assert cli.main(["version", "--newest"]) == 0
    assert "This is the newest version." in capsys.readouterr().out


def test_nobody_is_asked_unless_a_person_asks(server: Server) -> None:
    assert cli.main(["version"]) == 0
    assert server.asked == 0


@pytest.mark.parametrize("answer", [b"<html>", b"[]", b'{"tag_name": "v1"}'])
def test_an_answer_that_says_nothing_is_named(server: Server, answer: bytes) -> None:
    server.answer = answer
    with pytest.raises(UserError, match="does not say"):
        releases.newest_release()


def test_no_network_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DITTOMARK_RELEASES", "http://127.0.0.1:9/latest")
    with pytest.raises(UserError, match="could not be reached"):
        releases.newest_release()


def test_a_name_that_nobody_knows_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setenv("DITTOMARK_RELEASES", "https://releases.example/latest")
    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(UserError, match="there is no connection, or no such address"):
        releases.newest_release()


def test_a_program_that_knows_no_address_says_so() -> None:
    assert releases.releases_address() == ""
    with pytest.raises(UserError, match="without an address"):
        releases.newest_release()
