"""The one connection the program can make: whether there is a newer version, when asked."""

import json
import socket
import ssl
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.error import URLError

import pytest

from dittomark import cli
from dittomark.errors import UserError
from dittomark.system import administration, releases

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


def test_only_a_safe_address_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    for address in (
        "http://releases.example/latest",
        "file:///etc/passwd",
        "http://localhost.evil/",
    ):
        monkeypatch.setenv("DITTOMARK_RELEASES", address)
        with pytest.raises(UserError, match="without an address"):
            releases.newest_release()


def test_where_the_systems_certificates_are_not_found_a_list_of_our_own_is_trusted(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    trusted: list[ssl.SSLContext] = []

    def opened(*_: object, context: ssl.SSLContext, **__: object) -> None:
        trusted.append(context)
        raise URLError(
            ssl.SSLCertVerificationError(1, "[SSL] unable to get local issuer certificate")
        )

    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none.pem"))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))
    monkeypatch.setenv("DITTOMARK_RELEASES", "https://releases.example/latest")
    monkeypatch.setattr("urllib.request.urlopen", opened)
    with pytest.raises(UserError, match="this computer does not trust its certificate"):
        releases.newest_release()
    assert trusted[0].verify_mode is ssl.CERT_REQUIRED
    assert trusted[0].cert_store_stats()["x509_ca"] > 50


def test_an_administrator_can_switch_it_off(
    server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    policy = tmp_path / "policy.toml"
    monkeypatch.setattr(administration, "POLICY_FILE", policy)
    assert releases.releases_address()
    policy.write_text("LookForUpdates = true\n")
    assert releases.releases_address()
    policy.write_text("LookForUpdates = false\n")
    assert releases.releases_address() == ""
    with pytest.raises(UserError, match="switched off on this computer"):
        releases.newest_release()
    assert server.asked == 0
