"""Writes the uninstaller's list of files: each file that the setup installs, and no other.

python packaging/windows/file_list.py FOLDER OUT.nsh
"""

import sys
from collections.abc import Iterator
from pathlib import Path


def lines(folder: Path) -> Iterator[str]:
    """Yield NSIS instructions for everything in the program folder, innermost folders first."""
    paths = sorted(path.relative_to(folder) for path in folder.rglob("*"))
    for path in paths:
        if not (folder / path).is_dir():
            yield f'Delete "$INSTDIR\\{_quoted(path)}"'
    folders = [path for path in paths if (folder / path).is_dir()]
    for path in sorted(folders, key=lambda one: (-len(one.parts), one)):
        yield f'RMDir "$INSTDIR\\{_quoted(path)}"'


def _quoted(path: Path) -> str:
    name = "\\".join(path.parts)
    return name.replace("$", "$$").replace('"', '$\\"')


def main(folder: Path, out: Path) -> None:
    """Write the file, with the mark by which NSIS recognises its encoding."""
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text("\n".join(lines(folder)) + "\n", encoding="utf-8-sig")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
