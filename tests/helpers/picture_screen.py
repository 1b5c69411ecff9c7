"""The screen that pictures are taken on: offscreen, as large as `SCREEN` says, for instance 1366x700."""

import json
import os
from pathlib import Path


def _pixels() -> tuple[int, int]:
    width, height = os.environ.get("SCREEN", "1440x900").split("x")
    return int(width), int(height)


def use_screen(folder: Path) -> None:
    """Make the screen that is nowhere so large: dialogs fit themselves into it."""
    if os.environ.get("QT_QPA_PLATFORM") != "offscreen":
        return
    width, height = _pixels()
    screen = {"name": "pictures", "x": 0, "y": 0, "width": width, "height": height}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    path = folder / "screen.json"
    path.write_text(json.dumps({"screens": [screen]}), "utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={path}"


def size_of_window() -> tuple[int, int]:
    """Return the size of the window in its own pixels, which are larger in large letters."""
    width, height = _pixels()
    scale = float(os.environ.get("QT_SCALE_FACTOR", "1"))
    return round(width / scale), round(height / scale)
