"""Build the documentation as one web site: manual, Python guide, reference, formats, decisions.

    python packaging/docs/build_docs.py OUT

The sources stay where they are (`docs/`, the manual that ships with the program, the library's own
docstrings); here they are put side by side for Sphinx. A link that leads nowhere, or a name that is
not there, ends the build.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / name) for name in ("core", "resources", "packaging/manual")]
import reference  # noqa: E402

from dittomark_resources.languages import languages  # noqa: E402

MANUAL: Final = ROOT / "resources" / "dittomark_resources" / "manual"
REPOSITORY: Final = "https://github.com/dittomark/dittomark/blob/main/"

# The pages of the reference: what each is about, and the modules whose names it explains.
REFERENCE: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "project": ("Projects", ("dittomark.project",)),
    "annotations": (
        "What a project holds",
        ("dittomark.annotations", "dittomark.listing", "dittomark.labels"),
    ),
    "compare": (
        "Comparing",
        ("dittomark.compare.comparison", "dittomark.compare.settings"),
    ),
    "importing": (
        "Files in",
        ("dittomark.importing.run", "dittomark.importing.results"),
    ),
    "exporting": ("Datasets out", ("dittomark.exporting.run", "dittomark.exporting.options")),
    "suggesting": (
        "Suggesters",
        ("dittomark.suggesting.protocol", "dittomark.suggesting.view"),
    ),
    "errors": ("Errors", ("dittomark.errors", "dittomark.messages")),
}


def write_sources(folder: Path) -> None:
    """Put everything that Sphinx reads into one folder."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "docs", folder)
    shutil.copy(Path(__file__).with_name("conf.py"), folder)
    shutil.copy(Path(__file__).with_name("index.md"), folder)
    for path in folder.rglob("*.md"):
        path.write_text(_with_outside_links(path.read_text("utf-8"), path, folder), "utf-8")
    _write_manual(folder / "manual")
    _write_reference(folder / "reference")
    decisions = folder / "decisions"
    index = (decisions / "README.md").read_text("utf-8")
    names = sorted(path.stem for path in decisions.glob("[0-9]*.md"))
    (decisions / "README.md").write_text(index + _contents(names), "utf-8")


def _with_outside_links(text: str, path: Path, folder: Path) -> str:
    """Make links to repository files that the site lacks point to the repository."""

    def replaced(found: re.Match[str]) -> str:
        target, _, anchor = found[1].partition("#")
        place = (ROOT / "docs" / path.relative_to(folder)).parent / target
        if "://" in target or not target or place.resolve().is_relative_to(ROOT / "docs"):
            return found[0]
        inside = place.resolve().relative_to(ROOT).as_posix()
        return f"]({REPOSITORY}{inside}{'#' if anchor else ''}{anchor})"

    return re.sub(r"\]\(([^)\s]+)\)", replaced, text)


def _write_manual(folder: Path) -> None:
    for code, language in languages().items():
        (folder / code).mkdir(parents=True)
        names = []
        for page in sorted((MANUAL / code).glob("*.md")):
            # Anchors for the program's own help; the site may have a target at the same place.
            text = re.sub(r'<a id="[^"]+"></a>', "", page.read_text("utf-8"))
            (folder / code / page.name).write_text(text, "utf-8")
            names.append(page.stem)
        index = f"# {language.manual_title}\n" + _contents(names)
        (folder / code / "index.md").write_text(index, "utf-8")
    shutil.copytree(MANUAL / "pictures", folder / "pictures")


def _write_reference(folder: Path) -> None:
    folder.mkdir()
    (folder / "commands.md").write_text(reference.commands(), "utf-8")
    for name, (title, modules) in REFERENCE.items():
        parts = [title, "=" * len(title), ""]
        for module in modules:
            parts += [f".. automodule:: {module}", "   :members:", "   :imported-members: no", ""]
        text = "\n".join(line for line in parts if "imported-members" not in line)
        (folder / f"{name}.rst").write_text(text, "utf-8")


def _contents(names: list[str]) -> str:
    listed = "\n".join(names)
    return f"\n```{{toctree}}\n:maxdepth: 1\n:hidden:\n\n{listed}\n```\n"


def main(out: Path) -> int:
    """Build the site; returns Sphinx's exit code."""
    source = out.parent / f"{out.name}-source"
    write_sources(source)
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html"]
    done = subprocess.run([*command, str(source), str(out)], check=False)
    if done.returncode == 0:
        print(out / "index.html")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
