"""Qt answers with the thinned data of ICU as it does with all of it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest
from tests.core.test_pruning import load

icu_data = load("packaging/linux/icu_data.py")
LIBRARIES = sorted((Path(PySide6.__file__).parent / "Qt" / "lib").glob("libicudata.so.*"))
pytestmark = pytest.mark.skipif(not LIBRARIES, reason="Qt brings no ICU here")

# Everything that Qt leaves to ICU.
QUESTIONS = """
from PySide6.QtCore import QCollator, QDateTime, QLocale, QStringDecoder, QTimeZone
words = ["file10", "file9", "Äpfel", "apfel", "খবর", "কথা", "Zoo", "zoo1", "২", "১০", "ঝড়"]
for name in ("bn", "en", "de", "C"):
    collator = QCollator(QLocale(name))
    print(sorted(words, key=collator.sortKey))
    collator.setNumericMode(True)
    print(sorted(words, key=collator.sortKey))
print(QLocale("tr").toUpper("istanbul"), QLocale("de").toUpper("straße"), QLocale("tr").toLower("I"))
dhaka = QTimeZone(b"Asia/Dhaka")
print(dhaka.offsetFromUtc(QDateTime.currentDateTime()), dhaka.displayName(QTimeZone.StandardTime))
print(len(QTimeZone.availableTimeZoneIds()), QStringDecoder("UTF-8").isValid())
"""


def answers(libraries: Path | None) -> str:
    environment = {**os.environ, "LD_LIBRARY_PATH": str(libraries or "")}
    done = subprocess.run(
        [sys.executable, "-c", QUESTIONS], env=environment, capture_output=True, check=True
    )
    return done.stdout.decode()


@pytest.mark.skipif(not (shutil.which("as") and shutil.which("ld")), reason="needs binutils")
def test_qt_answers_as_before(tmp_path: Path) -> None:
    library = tmp_path / LIBRARIES[0].name
    shutil.copyfile(LIBRARIES[0], library)
    icu_data.main(library)
    assert library.stat().st_size < LIBRARIES[0].stat().st_size / 10
    assert answers(tmp_path) == answers(None)
    thinned = library.read_bytes()
    icu_data.main(library)
    assert library.read_bytes() == thinned


def test_what_is_written_can_be_read_again() -> None:
    package = icu_data.thinned(icu_data.read(LIBRARIES[0].read_bytes()))
    again = icu_data.read(icu_data.written(package))
    assert again == package
    assert f"{package.name}/coll/root.res" in package.items
    assert not [name for name in package.items if name.endswith(".cnv")]
