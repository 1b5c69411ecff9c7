"""Environment variables of this process, and those passed to other programs.

A program with a bundled Python and Qt must not load parts of another one because a variable names
them, and must not make other programs load its own.
"""

import os
import sys
from collections.abc import MutableMapping
from pathlib import Path
from typing import Final

# These variables load another Python's modules or another Qt's plugins and styles. The display
# settings (QT_QPA_PLATFORM, QT_SCALE_FACTOR …) are the user's and are kept.
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
# suffix of the variables in which the freezer stores the original search paths
_AS_GIVEN: Final = "_ORIG"


def leave_out_foreign_parts(environment: MutableMapping[str, str] | None = None) -> None:
    """Delete the variables that would make this program load parts of another Python or Qt."""
    variables = os.environ if environment is None else environment
    for name in _FOREIGN:
        variables.pop(name, None)


def for_other_programs() -> dict[str, str]:
    """Return the variables for another program: as they were before our libraries.

    An installed program finds its libraries by a search path that others would use too: a browser,
    or a user's Python suggester, would load our Qt and our C++ library, and crash.
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
    """Whether every path of a search path is in this program's folder."""
    home = str(Path(sys.executable).parent)
    places = [place for place in value.split(os.pathsep) if place]
    return bool(places) and all(place.startswith(home) for place in places)
