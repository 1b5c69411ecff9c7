"""A third language is added as CONTRIBUTING describes, in a copy of the repository.

Arabic, its texts made by machine: six plural forms, from right to left, digits and fonts of its own.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = ("core", "gui", "resources", "packaging")
ENTRY = """
[ar]
name = "العربية"
plural_forms = 6
direction = "rtl"
fonts = ["Noto Naskh Arabic"]
manual_title = "دليل ديتومارك"
program = "ديتومارك"
kind = "وسم المقالات"
summary = "اقرأ المقالات جنبا إلى جنب"
project_type = "مشروع ديتومارك"
windows = "Arabic"
"""
# What a person would see, asked of the program in a process of its own.
LOOK = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from dittomark.sample.demo_project import create_demo
from dittomark.messages import Message
from dittomark_gui import i18n
from dittomark_gui.app import App
from dittomark_gui.dialogs.manual_pages import pages
from dittomark_gui.look.apply import load_fonts
from dittomark_gui.user_settings import Settings

folder = Path(sys.argv[1])
application = QApplication(sys.argv[:1])
load_fonts()
settings = Settings(str(folder / "settings.ini"))
settings.update(annotator="A", tour_seen=True, language="ar")
create_demo(folder / "sample.ditto")
app = App(application, settings)
app.show(folder / "sample.ditto")
print("direction", application.layoutDirection() == Qt.LayoutDirection.RightToLeft)
print("chosen from", list(i18n.LANGUAGES))
print("one", i18n.translate("Counts", "%n pair(s)", "", 1))
print("few", i18n.translate("Counts", "%n pair(s)", "", 3))
print("many", i18n.translate("Counts", "%n pair(s)", "", 11))
print("said", i18n.localized(Message("An event needs a title.")))
print("font", application.font().families()[0])
print("manual", len(pages("ar")), pages("ar")[0].title)
actions = [action.text() for action in app.window.findChildren(QAction)]
print("actions", sum(text.startswith("كلمة") for text in actions))
app.close()
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("third language")
    for name in FOLDERS:
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    return root


Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def run(copy: Path) -> Run:
    """Runs Python on the copy instead of this repository."""
    paths = os.pathsep.join(str(copy / name) for name in ("core", "gui", "resources"))
    environment = {
        **os.environ,
        "PYTHONPATH": paths,
        "PYTHONUTF8": "1",
        "QT_QPA_PLATFORM": "offscreen",
        "DITTOMARK_DATA": str(copy / "data"),
    }

    def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *map(str, arguments)],
            cwd=copy,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return run


def translate(path: Path) -> None:
    """Write an Arabic word before every text, and each plural form's number, as Linguist would."""
    tree = ET.parse(path)
    for message in tree.iter("message"):
        source, translation = message.findtext("source", ""), message.find("translation")
        assert translation is not None
        translation.attrib.pop("type", None)
        forms = list(translation.iter("numerusform"))
        for number, form in enumerate(forms):
            form.text = f"كلمة{number} {source.replace('%n', '%Ln')}"
        if not forms:
            translation.text = f"كلمة {source}"
    text = ET.tostring(tree.getroot(), encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', "utf-8")


def test_a_third_language_is_added_as_the_recipe_says(copy: Path, run: Run) -> None:
    resources = copy / "resources" / "dittomark_resources"

    # 1. The entry in the table.
    with (resources / "languages.toml").open("a", encoding="utf-8") as table:
        table.write(ENTRY)

    # 2. The texts of the window: `make translations`, Qt Linguist, `make translations`.
    collect = copy / "packaging" / "setup" / "translations.py"
    first = run(collect)
    assert first.returncode == 1, first.stderr
    assert re.search(r"dittomark_ar\.ts: \d{3,} untranslated", first.stdout)
    translate(resources / "translations" / "dittomark_ar.ts")
    second = run(collect)
    assert second.returncode == 0, second.stderr
    assert "dittomark_ar.ts: 0 untranslated" in second.stdout

    # 3. The manual.
    shutil.copytree(resources / "manual" / "en", resources / "manual" / "ar")
    for page in (resources / "manual" / "ar").glob("*.md"):
        text = page.read_text("utf-8")
        page.write_text(re.sub(r"^# ", "# كلمة ", text, count=1, flags=re.MULTILINE), "utf-8")

    # 4. The Windows setup: NSIS brings Arabic itself, the setup's own texts are asked for by name.
    asked = run(copy / "packaging" / "system_words.py", "nsis", copy / "made")
    assert asked.returncode == 1
    assert "packaging/windows/languages/Arabic-texts.nsh is missing" in asked.stderr.replace(
        "\\", "/"
    )
    languages = copy / "packaging" / "windows" / "languages"
    english = (languages / "English-texts.nsh").read_text("utf-8-sig")
    arabic = english.replace("LANG_ENGLISH", "LANG_ARABIC").replace('"', '"كلمة ', 1)
    (languages / "Arabic-texts.nsh").write_text(arabic, encoding="utf-8-sig")
    assert run(copy / "packaging" / "system_words.py", "nsis", copy / "made").returncode == 0
    assert '!insertmacro MUI_LANGUAGE "Arabic"' in (copy / "made/languages.nsh").read_text("utf-8")

    # The texts that a person sees.
    looked = run("-W", "error", "-c", LOOK, copy)
    assert looked.returncode == 0, looked.stderr
    seen = dict(line.split(" ", 1) for line in looked.stdout.splitlines())
    assert seen["direction"] == "True"
    assert "'ar'" in seen["chosen"]
    assert [seen[key].split()[0] for key in ("one", "few", "many")] == ["كلمة1", "كلمة3", "كلمة4"]
    assert seen["said"] == "كلمة An event needs a title."
    assert seen["font"] == "Noto Naskh Arabic"
    assert seen["manual"].split(" ", 1)[0] == str(len(list((resources / "manual/en").glob("*.md"))))
    assert seen["manual"].split()[1] == "كلمة"
    assert int(seen["actions"]) > 50

    # The manual on the web, and the menu entry of Linux.
    built = run(
        "-c",
        "import sys; sys.path.insert(0, 'packaging/manual'); import build_manual as b; "
        "from pathlib import Path; b.write_pages('ar', Path('pages'))",
    )
    assert built.returncode == 0, built.stderr
    index = (copy / "pages" / "index.html").read_text("utf-8")
    assert '<html lang="ar" dir="rtl">' in index
    assert "دليل ديتومارك" in index
    entry = run(
        "-c",
        "import sys; sys.path.insert(0, 'packaging'); import system_words as w; "
        "print(w.desktop_entry(open('packaging/linux/dittomark.desktop', encoding='utf-8').read()))",
    )
    assert "\nName[ar]=ديتومارك\n" in entry.stdout
