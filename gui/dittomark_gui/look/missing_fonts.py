"""Detects scripts without a font on this computer, and names a font for them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QFontDatabase

from dittomark_gui.i18n import QT_TRANSLATE_NOOP

_System = QFontDatabase.WritingSystem
# Only the beginning of a text is examined: it shows the article's script.
_LOOKED_AT: Final = 4000  # code points
# A few letters may be a quotation or a typing error, and need no font.
_LETTERS: Final = 5


@dataclass(frozen=True, slots=True)
class Script:
    """A script without shipped font: its letters, Qt's writing system, and a font to install.

    `package` is the font's package in Debian and Ubuntu.
    """

    name: str
    letters: re.Pattern[str]
    system: QFontDatabase.WritingSystem
    font: str
    package: str = "fonts-noto-core"


def _script(name: str, letters: str, system: QFontDatabase.WritingSystem, font: str = "") -> Script:
    return Script(name, re.compile(f"[{letters}]"), system, font or f"Noto Sans {name}")


def _chinese(name: str, letters: str, system: QFontDatabase.WritingSystem) -> Script:
    return Script(name, re.compile(f"[{letters}]"), system, "Noto Sans CJK", "fonts-noto-cjk")


SCRIPTS: Final = (
    _script(QT_TRANSLATE_NOOP("Scripts", "Gurmukhi"), "\u0a00-\u0a7f", _System.Gurmukhi),
    _script(QT_TRANSLATE_NOOP("Scripts", "Gujarati"), "\u0a80-\u0aff", _System.Gujarati),
    _script(QT_TRANSLATE_NOOP("Scripts", "Oriya"), "\u0b00-\u0b7f", _System.Oriya),
    _script(QT_TRANSLATE_NOOP("Scripts", "Tamil"), "\u0b80-\u0bff", _System.Tamil),
    _script(QT_TRANSLATE_NOOP("Scripts", "Telugu"), "\u0c00-\u0c7f", _System.Telugu),
    _script(QT_TRANSLATE_NOOP("Scripts", "Kannada"), "\u0c80-\u0cff", _System.Kannada),
    _script(QT_TRANSLATE_NOOP("Scripts", "Malayalam"), "\u0d00-\u0d7f", _System.Malayalam),
    _script(QT_TRANSLATE_NOOP("Scripts", "Sinhala"), "\u0d80-\u0dff", _System.Sinhala),
    _script(QT_TRANSLATE_NOOP("Scripts", "Thai"), "\u0e00-\u0e7f", _System.Thai),
    _script(QT_TRANSLATE_NOOP("Scripts", "Lao"), "\u0e80-\u0eff", _System.Lao),
    _script(
        QT_TRANSLATE_NOOP("Scripts", "Tibetan"),
        "\u0f00-\u0fff",
        _System.Tibetan,
        "Noto Serif Tibetan",
    ),
    _script(QT_TRANSLATE_NOOP("Scripts", "Myanmar"), "\u1000-\u109f", _System.Myanmar),
    _script(
        QT_TRANSLATE_NOOP("Scripts", "Georgian"), "\u10a0-\u10ff\u1c90-\u1cbf", _System.Georgian
    ),
    _script(QT_TRANSLATE_NOOP("Scripts", "Khmer"), "\u1780-\u17ff", _System.Khmer),
    _script(QT_TRANSLATE_NOOP("Scripts", "Armenian"), "\u0530-\u058f", _System.Armenian),
    _script(QT_TRANSLATE_NOOP("Scripts", "Syriac"), "\u0700-\u074f", _System.Syriac),
    _script(QT_TRANSLATE_NOOP("Scripts", "Thaana"), "\u0780-\u07bf", _System.Thaana),
    _chinese(QT_TRANSLATE_NOOP("Scripts", "Japanese"), "\u3040-\u30ff", _System.Japanese),
    _chinese(QT_TRANSLATE_NOOP("Scripts", "Korean"), "\u1100-\u11ff\uac00-\ud7af", _System.Korean),
    _chinese(QT_TRANSLATE_NOOP("Scripts", "Chinese"), "\u3400-\u9fff", _System.SimplifiedChinese),
)


def missing_scripts(texts: Iterable[str], reported: Iterable[str] = ()) -> list[Script]:
    """Return the scripts of the texts for which this computer has no font.

    `reported` are names of scripts to leave out.
    """
    heads = [text[:_LOOKED_AT] for text in texts]
    known = set(reported)
    return [
        script
        for script in SCRIPTS
        if script.name not in known
        and any(len(script.letters.findall(head)) >= _LETTERS for head in heads)
        and not _has_font(script)
    ]


def _has_font(script: Script) -> bool:
    if QFontDatabase.families(script.system):
        return True
    # Fonts for the other Chinese writing, or for Japanese, have most of these letters.
    return script.system == _System.SimplifiedChinese and any(
        QFontDatabase.families(system) for system in (_System.TraditionalChinese, _System.Japanese)
    )
