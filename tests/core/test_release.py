"""What a release says and what its workflow does: which file, what to check, and who waits for whom."""

import hashlib
import re
import tomllib
from pathlib import Path

import pytest
from tests.helpers.scripts import script

ROOT = Path(__file__).parents[2]
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


def job(workflow: str, name: str) -> str:
    """Return the text of one job of a workflow."""
    text = (ROOT / f".github/workflows/{workflow}.yml").read_text("utf-8")
    [found] = re.findall(rf"^  {name}:\n((?:    .*\n|\n)+)", text, re.MULTILINE)
    return str(found)


def test_the_page_of_a_release_tells_the_file_the_warnings_and_the_checks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("GITHUB_REPOSITORY", "somebody/dittomark")
    monkeypatch.setenv("MINISIGN_PUBLIC_KEY", "RWQkey")
    text = script("packaging/release.py").notes()
    for words in (
        f"dittomark-{VERSION}-windows-x86_64-setup.exe",
        "Run anyway",
        "Open Anyway",
        "sha256sum",
        "gh attestation verify FILE --repo somebody/dittomark",
        "minisign -V -m SHA256SUMS -P RWQkey",
        f"https://github.com/somebody/dittomark/blob/v{VERSION}/docs/installing.md",
    ):
        assert words in text
    assert not re.search(r"@[A-Z]+@", text)
    assert text.count("### ") > 2  # what is new, by its headings


def test_publishing_waits_for_the_tests_of_every_system_and_for_the_tag() -> None:
    [needs] = re.findall(r"needs: \[(.+)\]", job("release", "publish"))
    assert {"tests", "texts", "wheels", "linux", "windows", "macos"} == set(needs.split(", "))
    assert "pull-request.yml" in job("release", "tests")
    assert "workflow_call" in (ROOT / ".github/workflows/pull-request.yml").read_text("utf-8")
    assert "release.py version" in job("release", "texts")  # the tag must name it


def test_sums_are_attested_and_signed_before_anything_is_published() -> None:
    publish = job("release", "publish")
    order = [
        publish.index(words)
        for words in ("sha256sum", "minisign -S", "attest-build-provenance@", "gh release create")
    ]
    assert order == sorted(order)
    assert "attestations: write" in publish


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_foreign_actions_are_named_by_their_hash(workflow: Path) -> None:
    for used in re.findall(r"uses: (\S+)", workflow.read_text("utf-8")):
        assert used.startswith("./") or re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", used), used


def test_winget_gets_one_setup_for_a_user_and_for_everybody(tmp_path: Path) -> None:
    setup = tmp_path / "setup.exe"
    setup.write_bytes(b"MZ")
    winget = script("packaging/windows/winget.py")
    assert winget.main(setup, "https://example.org/setup.exe", tmp_path / "out") == 0
    files = {path.name: path.read_text("utf-8") for path in (tmp_path / "out").iterdir()}
    assert len(files) == 3
    for text in files.values():
        assert f"PackageVersion: {VERSION}\n" in text
        assert re.search(r"^ManifestType: (version|installer|defaultLocale)$", text, re.MULTILINE)
        assert "{" not in text
    installer = files["Dittomark.Dittomark.installer.yaml"]
    sums = re.findall(r"InstallerSha256: (\w+)", installer)
    assert sums == [hashlib.sha256(b"MZ").hexdigest().upper()] * 2
    assert re.findall(r"Scope: (\w+)", installer) == ["user", "machine"]
    assert "Custom: /ALLUSERS" in installer
    assert winget.main(setup, "http://example.org/setup.exe", tmp_path / "out") == 1


def test_the_codes_that_winget_knows_are_those_of_the_setup() -> None:
    codes = set(
        re.findall(
            r"SetErrorLevel (\d)", (ROOT / "packaging/windows/dittomark.nsi").read_text("utf-8")
        )
    )
    told = script("packaging/windows/winget.py").manifests(Path(__file__), "https://example.org")
    known = re.findall(r"InstallerReturnCode: (\d)", told["Dittomark.Dittomark.installer.yaml"])
    assert set(known) <= codes


def test_a_package_that_the_oldest_system_cannot_install_is_refused() -> None:
    build = script("packaging/linux/build_deb.py")
    build.refuse_too_new(["libc6 (>= 2.35)", "libx11-xcb1", "fontconfig"])
    with pytest.raises(SystemExit, match="newer than the oldest"):
        build.refuse_too_new(["libc6 (>= 2.36)"])


def test_the_flatpak_is_the_same_program_without_a_network() -> None:
    text = (ROOT / "packaging/linux/flatpak/io.github.dittomark.Dittomark.yml").read_text("utf-8")
    [name] = re.findall(r"app-id: (\S+)", text)
    assert (ROOT / f"packaging/linux/{name}.metainfo.xml").exists()
    assert "--share=network" not in text
    assert "--filesystem=home" not in text


def test_files_get_a_date_where_there_is_no_git(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert script("packaging/release.py").date() == "2023-11-14"
