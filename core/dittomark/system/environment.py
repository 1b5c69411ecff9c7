"""The variables that this process was started with, and those that it hands on.

A program that brings its own Python and Qt must not load another's parts because a variable names
them, and must not make other programs load its own.
"""

import os
import sys
from collections.abc import MutableMapping
from pathlib import Path
from typing import Final

# By these another Python's modules or another Qt's plugins and styles would be loaded. How the window
# is shown (QT_QPA_PLATFORM, QT_SCALE_FACTOR …) is the user's own business and stays.
_FOREIGN: Final = (
    "QT_PLUGIN_PATH",
    "QT_QPA_GENERIC_PLUGINS",
    "QT_QPA_PLATFORM_PLUGIN_PATH",
    "QT_QPA_PLATFORMTHEME",
    "QT_STYLE_OVERRIDE",
    "QML_IMPORT_PATH",
    "QML2_IMPORT_PATH",
    "PYTHONHOME",
    "PYTHONPATH",
    "PYTHONPLATLIBDIR",
    "PYTHONSTARTUP",
)
_LIBRARIES: Final = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "LIBPATH")
_AS_GIVEN: Final = "_ORIG"  # what the freezer calls a search path before it put ours in front


def leave_out_foreign_parts(environment: MutableMapping[str, str] | None = None) -> None:
    """Forget the variables that would make this program load parts of another Python or Qt."""
    variables = os.environ if environment is None else environment
    for name in _FOREIGN:
        variables.pop(name, None)


def for_other_programs() -> dict[str, str]:
    """Return the variables for a program that is not ours: as they were before our libraries.

    An installed program finds its libraries by a search path that others would follow too: a
    browser, or a Python that suggests, would load our Qt and our C++ library, and end.
    """
    variables = dict(os.environ)
    if not getattr(sys, "frozen", False):
        return variables
    for name in _LIBRARIES:
        before = variables.pop(name + _AS_GIVEN, None)
        if before is not None:
            variables[name] = before
        elif _is_ours(variables.get(name, "")):
            del variables[name]
    ours = [name for name, value in variables.items() if name in _FOREIGN and _is_ours(value)]
    for name in [*ours, *(name for name in variables if name.startswith("_PYI_"))]:
        del variables[name]
    return variables


def _is_ours(value: str) -> bool:
    """Whether every place of a search path lies in this program's folder."""
    home = str(Path(sys.executable).parent)
    places = [place for place in value.split(os.pathsep) if place]
    return bool(places) and all(place.startswith(home) for place in places)
