"""Compares a rendered picture with a reviewed reference picture.

To take new pictures (and look at them!): `DITTOMARK_NEW_PICTURES=1 pytest tests/gui/...`.
"""

import os
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

_FOLDER: Final = Path(__file__).resolve().parents[1] / "data" / "pictures"
_TILE: Final = 12
# How much the mean of a tile may differ (of 255): another version of the font engine smooths
# letters otherwise; a badge, a tint or a word that is missing differs far more.
_TOLERANCE: Final = 24.0


def assert_looks_like(picture: QImage, name: str) -> None:
    """Fail if the picture differs visibly from `tests/data/pictures/<name>.png`."""
    path = _FOLDER / f"{name}.png"
    if os.environ.get("DITTOMARK_NEW_PICTURES"):
        picture.save(str(path))
    expected = QImage(str(path))
    assert not expected.isNull(), f"no picture {path}"
    assert picture.size() == expected.size()
    difference = _tile_differences(_pixels(picture), _pixels(expected))
    worst = difference.max()
    row, column = np.unravel_index(difference.argmax(), difference.shape)
    if worst > _TOLERANCE:
        seen = path.with_suffix(".seen.png")
        picture.save(str(seen))
        raise AssertionError(
            f"{name} differs by {worst:.0f} at x={column * _TILE}, y={row * _TILE}; see {seen}"
        )


def _pixels(picture: QImage) -> npt.NDArray[np.float64]:
    image = picture.convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(image.constBits(), np.uint8)
    return flat.reshape(image.height(), image.bytesPerLine() // 4, 4)[..., :3].astype(float)


def _tile_differences(
    one: npt.NDArray[np.float64], other: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    height, width = (size // _TILE * _TILE for size in one.shape[:2])
    difference = (one - other)[:height, :width]
    tiles = difference.reshape(height // _TILE, _TILE, width // _TILE, _TILE, 3)
    differences: npt.NDArray[np.float64] = np.abs(tiles.mean(axis=(1, 3))).max(axis=2)
    return differences
