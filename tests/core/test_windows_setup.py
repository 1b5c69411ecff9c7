"""The Windows setup removes what it brought, and nothing else."""

import re
from pathlib import Path

from tests.helpers.scripts import script

ROOT = Path(__file__).parents[2]


def test_the_uninstaller_names_each_file_and_only_empty_folders(tmp_path: Path) -> None:
    (tmp_path / "lib/deep").mkdir(parents=True)
    for name in ("Dittomark.exe", "lib/a.dll", "lib/deep/cost $5.txt"):
        (tmp_path / name).touch()
    out = tmp_path.parent / "remove.nsh"
    script("packaging/windows/file_list.py").main(tmp_path, out)
    assert out.read_text("utf-8-sig").splitlines() == [
        r'Delete "$INSTDIR\Dittomark.exe"',
        r'Delete "$INSTDIR\lib\a.dll"',
        r'Delete "$INSTDIR\lib\deep\cost $$5.txt"',
        r'RMDir "$INSTDIR\lib\deep"',
        r'RMDir "$INSTDIR\lib"',
    ]


def test_no_folder_is_removed_with_whatever_is_in_it_but_the_programs_own_data() -> None:
    text = (ROOT / "packaging/windows/dittomark.nsi").read_text("utf-8")
    assert set(re.findall(r"RMDir /r (.+)", text)) == {
        r'"$APPDATA\Dittomark"',
        r'"$LOCALAPPDATA\Dittomark"',
    }
