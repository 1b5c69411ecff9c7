"""Selects the manual's pictures among those that `make screenshots` rendered.

Usage: pick_pictures.py SCREENSHOTS. A picture of the manual is `NAME-LANGUAGE.png`; few colours are
enough for an interface and keep the installers small.
"""

import os
import sys
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from dittomark_resources.languages import languages

ROOT: Final = Path(__file__).resolve().parents[2]
MANUAL: Final = ROOT / "resources" / "dittomark_resources" / "manual" / "pictures"

WIDTH: Final = 1080
COLORS: Final = 64
PICTURES: Final = (
    "start-page",
    "queue",
    "saved",
    "palette",
    "bengali-pair",
    "relation",
    "marked",
    "label-menu",
    "event-chooser",
    "dashed",
    "find_pairs",
    "hand_out",
    "team_folder",
    "team",
    "export",
    "shortcuts",
    "import",
    "scheme",
    "dashboard",
)


def pick(screenshots: Path, language: str, name: str) -> QImage:
    """Return the picture of that name in the light theme; there must be exactly one."""
    [path] = (screenshots / f"{language}-light").glob(f"[0-9]*-{name}.png")
    return QImage(str(path))


def few_colors(picture: QImage) -> QImage:
    """Return the picture with a palette of its most frequent colours."""
    if picture.width() > WIDTH:
        picture = picture.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(picture.constBits(), dtype=np.uint32)
    colors, counts = np.unique(pixels, return_counts=True)
    table = colors[np.argsort(-counts, kind="stable")[:256]].tolist()
    return picture.convertToFormat(
        QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.ThresholdDither
    )


def main(screenshots: Path) -> None:
    """Copy the pictures beside the manual's pages."""
    MANUAL.mkdir(exist_ok=True)
    for language in languages():
        for name in PICTURES:
            picture = pick(screenshots, language, name)
            few_colors(picture).save(str(MANUAL / f"{name}-{language}.png"), quality=0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
