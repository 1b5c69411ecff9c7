"""Makes the system libraries that Windows has and Wine 8 lacks, so that Qt can be loaded in Wine.

    build/venv/bin/python packaging/windows/wine_stubs.py PROGRAM-FOLDER SYSTEM32

For tests under Wine only; never shipped. Every function that Qt imports from these libraries
returns 0, which Qt takes as "not available".
"""

import subprocess
import sys
from pathlib import Path

import pefile

MISSING_IN_WINE = ("icuuc.dll", "mscms.dll")


def imported(folder: Path) -> dict[str, set[str]]:
    """Return the functions that the program imports from libraries that Wine lacks."""
    found: dict[str, set[str]] = {name: set() for name in MISSING_IN_WINE}
    for library in folder.rglob("*.dll"):
        image = pefile.PE(str(library), fast_load=True)
        image.parse_data_directories([pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_IMPORT"]])
        for entry in getattr(image, "DIRECTORY_ENTRY_IMPORT", []):
            name = entry.dll.decode().lower()
            if name in found:
                found[name] |= {item.name.decode() for item in entry.imports if item.name}
    return found


def main(program: Path, system: Path) -> None:
    """Build the stubs into Wine's system folder."""
    for name, functions in imported(program).items():
        if not functions:
            continue
        source = system / f"{name}.c"
        source.write_text(
            "".join(
                f"__declspec(dllexport) void *{function}(void) {{ return 0; }}\n"
                for function in sorted(functions)
            )
        )
        subprocess.run(
            ["x86_64-w64-mingw32-gcc", "-shared", "-fno-builtin", "-o", system / name, source],
            check=True,
        )
        source.unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
