"""What README, CONTRIBUTING and the documents name is there: files, folders, commands of make."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
MANUAL = sorted((ROOT / "resources" / "dittomark_resources" / "manual").rglob("*.md"))
MADE = ("build/", "dist/", ".venv/")  # made by a command that stands beside it
FOLDERS = {path.name for path in ROOT.iterdir() if path.is_dir()}


@pytest.mark.parametrize("document", [*DOCUMENTS, *MANUAL], ids=lambda path: path.name)
def test_every_link_leads_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#\s]+)", text):
        if "://" in target or target.startswith("../../releases"):
            continue
        assert (document.parent / target).exists(), target


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_path_that_is_named_exists(document: Path) -> None:
    text = re.sub(r"```.*?```", "", document.read_text(encoding="utf-8"), flags=re.DOTALL)
    for name in re.findall(r"`([^`]+)`", text):
        path = re.sub(r"\s+", "", name)
        head = path.split("/")[0]
        if "/" in path and head in FOLDERS and not path.startswith(MADE) and "*" not in path:
            assert (ROOT / path).exists(), name


def test_every_make_target_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    for document in DOCUMENTS:
        for name in re.findall(r"`make ([a-z-]+)`", document.read_text(encoding="utf-8")):
            assert name in targets, f"{document.name}: make {name}"


def test_the_map_of_the_house_is_true() -> None:
    """Each line of CONTRIBUTING's map names folders and files that are there."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    [house] = re.findall(r"## The house\n\n```\n(.*?)```", text, re.DOTALL)
    above = ROOT
    for line in house.splitlines():
        if line.startswith(" " * 20):
            continue  # goes on with what the line before says
        names = re.split(r"\s{2,}", line.strip())[0].split()
        if line.startswith(" "):
            folder = above
        else:
            folder, above = ROOT, ROOT / names[0]
        for name in names:
            assert (folder / name).exists(), line
