"""Draw the program's icons for every system from the two SVG drawings.

    python packaging/icons/make_icons.py build/icons

Writes `dittomark-<size>.png` and `ditto-file-<size>.png`, `.ico` for Windows and `.icns` for macOS,
and the two pictures of the Windows setup.
"""

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).parents[2] / "resources/dittomark_resources/icons"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
SIDE_COLOUR = "#eef2f7"  # the ground of the setup's first and last page
_ICNS_TYPES = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}


def png(drawing: Path, size: int) -> bytes:
    """Return the drawing as a PNG of `size` × `size` pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(drawing.read_bytes())).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def setup_picture(drawing: Path, width: int, height: int, edge: int, ground: str) -> bytes:
    """Return the drawing, `edge` pixels wide, centred on a background, as a bitmap for NSIS."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    place = QRectF((width - edge) / 2, (height - edge) / 2, edge, edge)
    QSvgRenderer(QByteArray(drawing.read_bytes())).render(painter, place)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.convertToFormat(QImage.Format.Format_RGB888).save(buffer, "BMP")
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """Return a Windows icon file that contains the pictures as PNG."""
    chosen = {size: picture for size, picture in pictures.items() if size <= 256}
    offset = 6 + 16 * len(chosen)
    entries = b""
    for size, picture in chosen.items():
        edge = size % 256  # 256 is written as 0
        entries += struct.pack("<BBBBHHII", edge, edge, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return struct.pack("<HHH", 0, 1, len(chosen)) + entries + b"".join(chosen.values())


def icns(pictures: dict[int, bytes]) -> bytes:
    """Return a macOS icon file that contains the pictures as PNG."""
    blocks = b"".join(
        _ICNS_TYPES[size] + struct.pack(">I", 8 + len(picture)) + picture
        for size, picture in pictures.items()
        if size in _ICNS_TYPES
    )
    return b"icns" + struct.pack(">I", 8 + len(blocks)) + blocks


def main(target: Path) -> None:
    """Write all icons into the folder `target`."""
    target.mkdir(parents=True, exist_ok=True)
    application = QGuiApplication(["make_icons", "-platform", "offscreen"])
    for name in ("dittomark", "ditto-file"):
        pictures = {size: png(ICONS / f"{name}.svg", size) for size in SIZES}
        for size, picture in pictures.items():
            (target / f"{name}-{size}.png").write_bytes(picture)
        (target / f"{name}.ico").write_bytes(ico(pictures))
        (target / f"{name}.icns").write_bytes(icns(pictures))
    # The sizes are those of NSIS's pages.
    drawing = ICONS / "dittomark.svg"
    (target / "setup-side.bmp").write_bytes(setup_picture(drawing, 164, 314, 104, SIDE_COLOUR))
    (target / "setup-head.bmp").write_bytes(setup_picture(drawing, 150, 57, 45, "#ffffff"))
    application.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
