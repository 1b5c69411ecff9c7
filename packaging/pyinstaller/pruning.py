"""Lists which parts of Qt and of the libraries the frozen program leaves out.

PyInstaller collects everything a library might use; this file lists the parts in use. The size
targets (`.deb` 44 MB, Windows setup 36 MB, portable archive 50 MB) are met by this file.
"""

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

# Modules that nothing reaches at run time.
EXCLUDED_MODULES = [
    "IPython",
    "PIL",
    "PySide6.QtDBus",
    "PySide6.QtDesigner",
    "PySide6.QtNetwork",
    "PySide6.QtOpenGL",
    "PySide6.QtOpenGLWidgets",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtSql",
    "PySide6.QtTest",
    "PySide6.QtUiTools",
    "_pydecimal",
    "_pytest",
    "distutils",
    "doctest",
    "fontTools.afmLib",
    "fontTools.cu2qu",
    "fontTools.diff",
    "fontTools.fontBuilder",
    "fontTools.merge",
    "fontTools.mtiLib",
    "fontTools.qu2cu",
    "fontTools.t1Lib",
    "fontTools.tfmLib",
    "fontTools.ttx",
    "fontTools.ufoLib",
    "fontTools.voltLib",
    "lib2to3",
    "lxml.html._difflib",
    "lxml.html.diff",
    "lxml.isoschematron",
    "lxml.objectify",
    "matplotlib",
    "mypy",
    "numpy.distutils",
    "numpy.f2py",
    "numpy.fft",
    "numpy.polynomial",
    "numpy.testing",
    "pandas",
    "pip",
    "pyarrow",
    "pydoc",
    "pyspark",
    "pytest",
    "scipy",
    "setuptools",
    "sklearn",
    "tkinter",
    "turtle",
    "xmlrpc",
]

# Modules whose machine code is left out: the wheel has the same in Python beside it.
IN_PYTHON = [
    "fontTools.misc.bezierTools",
    "fontTools.pens.momentsPen",
    "fontTools.varLib.iup",
]

# Qt plugins that are kept, by folder; a folder that is not named goes as a whole.
KEPT_PLUGINS = {
    "iconengines": {"qsvgicon"},
    "imageformats": {"qico", "qjpeg", "qsvg"},
    "platforminputcontexts": {
        "composeplatforminputcontextplugin",
        "ibusplatforminputcontextplugin",
    },
    "platforms": {
        "qcocoa",
        "qoffscreen",
        "qwayland",
        "qwayland-egl",
        "qwayland-generic",
        "qwindows",
        "qxcb",
    },
    "platformthemes": {"qxdgdesktopportal"},
    "printsupport": {"cupsprintersupport", "windowsprintersupport"},
    "styles": {"qmacstyle", "qmodernwindowsstyle", "qwindowsvistastyle"},
    "wayland-decoration-client": {"adwaita", "bradient"},
    "wayland-graphics-integration-client": {"qt-plugin-wayland-egl", "shm-emulation-server"},
    "wayland-shell-integration": {"xdg-shell"},
    "xcbglintegrations": {"qxcb-egl-integration", "qxcb-glx-integration"},
}

# Qt libraries that only dropped plugins and modules use.
_DROPPED_LIBRARIES = re.compile(
    r"(lib)?Qt6?(Designer|EglFS|Labs|Lottie|Network(?!Information$)|OpenGLWidgets|Pdf|Qml|Quick|Sql|Test|"
    r"UiTools|VirtualKeyboard|WaylandCompositor|WebSockets)[A-Za-z0-9]*\.",
    re.IGNORECASE,
)
# On a Mac each library is a framework, a folder whose binary has no ending.
_DROPPED_FRAMEWORKS = re.compile(
    r"(^|/)Qt(Designer|Labs|Lottie|Network|OpenGLWidgets|Pdf|Qml|Quick|Sql|Test|UiTools|VirtualKeyboard|"
    r"WebSockets)[A-Za-z0-9]*\.framework/",
    re.IGNORECASE,
)
# The gtk3 theme plugin would pull these in from the building system.
_GTK = re.compile(r"lib(gtk|gdk|cairo|pango|atk|epoxy|harfbuzz-gobject|gdk_pixbuf)[^/]*\.so")
# Of Microsoft's run-time library, what Qt does not ask for.
_RUNTIME = re.compile(r"(^|/)(concrt140|vcamp140|vccorlib140|vcomp140)\.dll$", re.IGNORECASE)
# What only numpy's own tests import.
_NUMPY_TESTS = re.compile(r"numpy/_core/(_simd|_\w+_tests)\.")
# Software OpenGL for Windows: 20 MB for a program that draws with the raster engine.
_OPENGL = re.compile(r"(^|/)(opengl32sw|d3dcompiler_\d+)\.dll$", re.IGNORECASE)
# Words of the interface come from Qt only for its own buttons ("Cancel"); English needs no file.
_QT_TRANSLATION = re.compile(r"translations/(?!qtbase_(bn|en)\.qm$)")
# Babel knows 1,100 locales; it is there for the language names that web addresses contain.
_BABEL_LOCALE = re.compile(r"babel/locale-data/(?!(root|en|bn)\.dat$)")
# Dates are parsed with offsets and the system's own time zones.
_TIME_ZONES = re.compile(r"pytz/zoneinfo/(?!(UTC|GMT)$)")
# Function words for finding the main text of a page whose markup says nothing: the languages that
# most articles are in; other pages lose only this last resort.
_STOPLISTS = re.compile(
    r"justext/stoplists/(?!(Arabic|Bengali|English|French|German|Greek|Hindi|Indonesian|Italian|"
    r"Nepali|Persian|Polish|Portuguese|Russian|Spanish|Tamil|Telugu|Turkish|Urdu|Vietnamese)\.txt$)"
)
# rapidfuzz has a build for every processor beside those for some; both take
# the same time for our calls (3,000 words aligned: 0.07 s by either).
_FOR_ONE_PROCESSOR = re.compile(r"rapidfuzz/(fuzz|distance/metrics)_cpp_(avx2|sse2)\.")
# Fonts are only cut to the letters of a report: Python does that as fast as anybody looks.
_FONT_MACHINE_CODE = re.compile(r"fontTools/.*\.(so|pyd)$")
# How a package came into the build environment: names that machine's folders.
_INSTALLED_BY = re.compile(r"\.dist-info/(RECORD|INSTALLER|REQUESTED|direct_url\.json|uv_)")
_NEVER = re.compile(
    r"(\.pyi|\.ts|\.pxd|\.pyx|\.pxi|\.hpp|\.h|py\.typed|\.lib)$|/tests?/|"
    r"lxml/(objectify|isoschematron|html/(_?diff|_difflib)\.)"
)


def is_kept(name: str) -> bool:
    """Return whether a collected file is shipped, by its path inside the program's folder."""
    path = name.replace("\\", "/")
    plugin = re.search(r"plugins/([^/]+)/([^/]+)$", path)
    if plugin and "PySide6" in path:
        stem = PurePosixPath(plugin[2]).name.split(".")[0].removeprefix("lib")
        return stem in KEPT_PLUGINS.get(plugin[1], set())
    base = PurePosixPath(path).name
    if "PySide6" in path and ("/qml/" in path or _QT_TRANSLATION.search(path)):
        return False
    dropped = (
        _DROPPED_LIBRARIES.match(base)
        or _DROPPED_FRAMEWORKS.search(path)
        or _GTK.match(base)
        or _OPENGL.search(path)
        or _RUNTIME.search(path)
        or _NUMPY_TESTS.search(path)
        or _BABEL_LOCALE.search(path)
        or _TIME_ZONES.search(path)
        or _STOPLISTS.search(path)
        or _FOR_ONE_PROCESSOR.search(path)
        or _FONT_MACHINE_CODE.search(path)
        or _INSTALLED_BY.search(path)
        or _NEVER.search(path)
    )
    return not dropped


def kept(entries: Iterable[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Return the shipped entries of PyInstaller's table of contents, in a fixed order."""
    return sorted(entry for entry in entries if is_kept(entry[0]))
