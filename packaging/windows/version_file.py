"""Writes the version resource of the Windows programs for PyInstaller.

python packaging/windows/version_file.py OUT
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
import release


def main(target: Path) -> None:
    """Write the file."""
    version = release.version()
    numbers = (*(int(part) for part in version.split(".")), 0)
    strings = {
        "CompanyName": "The Dittomark contributors",
        "FileDescription": "Dittomark",
        "FileVersion": version,
        "ProductName": "Dittomark",
        "ProductVersion": version,
        "LegalCopyright": "MIT licence",
    }
    table = ", ".join(f"StringStruct({key!r}, {value!r})" for key, value in strings.items())
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, "
        "flags=0, OS=0x40004, fileType=1, subtype=0, date=(0, 0)), "
        f"kids=[StringFileInfo([StringTable('040904B0', [{table}])]), "
        "VarFileInfo([VarStruct('Translation', [1033, 1200])])])\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
