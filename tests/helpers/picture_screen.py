"""The screen for screenshots: offscreen, in the size of the variable `SCREEN`, such as 1366x700."""

import json
import os
from pathlib import Path


def _pixels() -> tuple[int, int]:
    width, height = os.environ.get("SCREEN", "1440x900").split("x")
    return int(width), int(height)


def use_screen(folder: Path) -> None:
    """Set the size of the offscreen screen: dialogs fit themselves into it."""
    if os.environ.get("QT_QPA_PLATFORM") != "offscreen":
        return
    width, height = _pixels()
    screen = {"name": "pictures", "x": 0, "y": 0, "width": width, "height": height}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    path = folder / "screen.json"
    path.write_text(json.dumps({"screens": [screen]}), "utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={path}"


def size_of_window() -> tuple[int, int]:
    """Return the window's size in logical pixels, which are larger with a scale factor."""
    width, height = _pixels()
    scale = float(os.environ.get("QT_SCALE_FACTOR", "1"))
    return round(width / scale), round(height / scale)
