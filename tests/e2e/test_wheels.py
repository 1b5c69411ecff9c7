"""The two distributions: their contents, and that the library works alone, without Qt.

Nothing is fetched: the fresh environment sees the packages of this one, but for Qt and ours.
`make test-wheels` lets the package index resolve them instead.
"""

import os
import subprocess
import sys
import sysconfig
import zipfile
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMPILED = {".so", ".pyd"}
HIDDEN = ("PySide6", "shiboken6", "dittomark", "__editable__", "_dittomark")


def build(source: Path, out: Path, target: str = "wheel", **environment: str) -> Path:
    """Build a distribution and return its file."""
    out.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(out)],
        cwd=source,
        capture_output=True,
        check=True,
        env=os.environ | environment,
    )
    [built] = out.iterdir()
    return built


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def metadata(wheel: Path) -> Message:
    with zipfile.ZipFile(wheel) as archive:
        [name] = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        return message_from_bytes(archive.read(name))


@pytest.fixture(scope="module")
def core(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(ROOT / "core", tmp_path_factory.mktemp("core"))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(ROOT, tmp_path_factory.mktemp("whole"))


def test_library_and_window_share_no_file_and_leave_none_out(core: Path, whole: Path) -> None:
    assert not names(core) & names(whole)
    for folder, wheel in (("core", core), ("resources", core), ("gui", whole)):
        for package in (ROOT / folder).glob("dittomark*/"):
            files = {
                path.relative_to(ROOT / folder).as_posix()
                for path in package.rglob("*")
                if path.is_file()
                and "__pycache__" not in path.parts
                and path.suffix not in COMPILED
            }
            assert files <= names(wheel)
    assert any(name.endswith("licenses/LICENSE") for name in names(core))


def test_only_the_window_asks_for_qt(core: Path, whole: Path) -> None:
    assert not [need for need in metadata(core).get_all("Requires-Dist", []) if "PySide" in need]
    needs = metadata(whole).get_all("Requires-Dist", [])
    assert f"dittomark-core=={metadata(core)['Version']}" in needs
    assert any(need.startswith("pyside6-essentials") for need in needs)


def test_the_source_distribution_builds_the_same_library(core: Path, tmp_path: Path) -> None:
    archive = build(ROOT / "core", tmp_path / "sdist", "sdist")
    unpacked = tmp_path / "unpacked"
    unpacked.mkdir()
    subprocess.run(["tar", "-xf", archive, "-C", unpacked], check=True)
    [folder] = unpacked.iterdir()
    assert names(build(folder, tmp_path / "again")) == names(core)


def test_one_wheel_serves_every_python_of_its_system(core: Path) -> None:
    has_it = [name for name in names(core) if Path(name).suffix in COMPILED]
    assert bool(has_it) == ("-cp311-abi3-" in core.name)
    assert has_it or core.name.endswith("-py3-none-any.whl")


@pytest.mark.skipif(os.name == "nt", reason="there setuptools looks for the compiler")
def test_without_a_compiler_the_library_is_built_all_the_same(core: Path, tmp_path: Path) -> None:
    without = build(ROOT / "core", tmp_path, CC=str(tmp_path / "no-such-compiler"))
    assert without.name.endswith("-py3-none-any.whl")
    assert names(without) == {name for name in names(core) if Path(name).suffix not in COMPILED}


@dataclass(frozen=True)
class Environment:
    """A new virtual environment with only the library."""

    folder: Path

    def run(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        scripts = self.folder / ("Scripts" if os.name == "nt" else "bin")
        program, *rest = map(str, arguments)
        environment = {
            name: value
            for name, value in os.environ.items()
            if name not in {"PYTHONPATH", "COV_CORE_SOURCE"}
        }
        return subprocess.run(
            [scripts / program, *rest],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            env=environment | {"PYTHONUTF8": "1"},
        )


@pytest.fixture(scope="module")
def alone(core: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    folder = tmp_path_factory.mktemp("alone")
    subprocess.run(
        [sys.executable, "-m", "venv", "--without-pip", str(folder / "venv")], check=True
    )
    environment = Environment(folder / "venv")
    python = environment.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    needed = folder / "needed"
    needed.mkdir()
    for package in Path(sysconfig.get_path("purelib")).iterdir():
        if not package.name.startswith(HIDDEN) and package.suffix != ".pth":
            (needed / package.name).symlink_to(package)
    install = [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--offline", "--no-deps"]
    subprocess.run([*install, "--python", str(python), str(core)], check=True)
    found = environment.run(
        "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"
    )
    (Path(found.stdout.strip()) / "needed.pth").write_text(str(needed), encoding="utf-8")
    return environment


@pytest.mark.skipif(os.name == "nt", reason="links need a right that few have on Windows")
def test_the_library_alone_works_and_says_where_the_window_is(alone: Environment) -> None:
    tested = alone.run("dittomark", "self-test")
    assert tested.returncode == 0, tested.stdout + tested.stderr
    assert "skipped window: not installed here (dittomark-core)" in tested.stdout
    refused = alone.run("python", "-m", "dittomark", "work.ditto")
    assert refused.returncode == 1
    assert refused.stderr.startswith("dittomark: The window is not installed here: `pip install d")
    found = alone.run("python", "-c", "import dittomark; print(dittomark.Project.__module__)")
    assert found.stdout.strip() == "dittomark.project"
