"""The facts of a release that all installers use: version, date, file names.

python packaging/release.py version|epoch|date|notes
"""

import os
import re
import subprocess
import sys
import tomllib
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]


def version() -> str:
    """Return the version in pyproject.toml."""
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"])


def epoch() -> int:
    """Return the timestamp of all built files: SOURCE_DATE_EPOCH, else that of the last commit.

    Where there is no Git, or no commit (an unpacked archive), it is one day for all.
    """
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    try:
        found = subprocess.run(
            ["git", "log", "-1", "--format=%ct"],
            cwd=ROOT, capture_output=True, text=True, check=False,
        ).stdout  # fmt: skip
    except FileNotFoundError:
        found = ""
    return int(found.strip() or 1_700_000_000)


def date() -> str:
    """Return the date of the release, ISO 8601."""
    return datetime.fromtimestamp(epoch(), UTC).date().isoformat()


def notes() -> str:
    """Return the text of the release's page: files, system requirements, changes.

    The workflow's variables name the repository; `MINISIGN_PUBLIC_KEY`, if set, is named too.
    """
    server = os.environ.get("GITHUB_SERVER_URL", "https://github.com")
    name = os.environ.get("GITHUB_REPOSITORY", "dittomark/dittomark")
    key = os.environ.get("MINISIGN_PUBLIC_KEY", "")
    signed = f" By the maintainers' key: `minisign -V -m SHA256SUMS -P {key}`." if key else ""
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    newest = re.split(r"^## .*$", changes, maxsplit=2, flags=re.MULTILINE)[1].strip()
    text = (ROOT / "packaging/release-notes.md").read_text("utf-8")
    for field, value in (
        ("VERSION", version()),
        ("REPOSITORY", f"{server}/{name}"),
        ("NAME", name),
        ("KEY", signed),
        ("CHANGES", newest),
    ):
        text = text.replace(f"@{field}@", value)
    return text


def write_address(folder: Path) -> Path:
    """Write the file with the address at which the program asks for newer versions; return it.

    The release workflow knows which repository it runs for; a build elsewhere names nobody.
    """
    repository = os.environ.get("GITHUB_REPOSITORY")
    address = f"https://api.github.com/repos/{repository}/releases/latest" if repository else ""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "releases-address.txt"
    file.write_text(address, encoding="ascii")
    return file


def write_metadata(folder: Path) -> Path:
    """Write the metadata from which the program reads its own version; return the file.

    The build environment's own copy names that machine's folders.
    """
    metadata = folder / f"dittomark_core-{version()}.dist-info"
    metadata.mkdir(parents=True, exist_ok=True)
    (metadata / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: dittomark-core\nVersion: {version()}\n", encoding="utf-8"
    )
    return metadata


def set_times(folder: Path) -> None:
    """Set the release's time on every file below `folder`, so that two builds are equal."""
    for path in [*folder.rglob("*"), folder]:
        os.utime(path, (epoch(), epoch()), follow_symlinks=False)


if __name__ == "__main__":
    print({"version": version, "epoch": epoch, "date": date, "notes": notes}[sys.argv[1]]())
