"""What the installers leave out is what the program does not use."""

import ast
import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


def load(path: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location("pruning", ROOT / path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


pruning = load("packaging/pyinstaller/pruning.py")
# Optional extras that the installers do without: the program says so where one is asked for.
EXTRAS = {"pandas", "pyarrow", "pyspark", "scipy", "sklearn"}
SHORT = {"np": "numpy", "pa": "pyarrow"}


def used_names(source: Path) -> set[str]:
    """Return the dotted names that a module imports or reaches through an import."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {item.name for item in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{item.name}" for item in node.names} | {node.module}
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            names.add(f"{SHORT.get(node.value.id, node.value.id)}.{node.attr}")
    return names


def test_nothing_that_is_left_out_is_used() -> None:
    left_out = set(pruning.EXCLUDED_MODULES) - EXTRAS
    for folder in ("core/dittomark", "gui/dittomark_gui", "resources/dittomark_resources"):
        for source in (ROOT / folder).rglob("*.py"):
            for name in used_names(source):
                for module in left_out:
                    assert name != module, f"{source} uses {name}"
                    assert not name.startswith(f"{module}."), f"{source} uses {name}"


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
        "PySide6/Qt/lib/libQt6Widgets.so.6",
        "PySide6/Qt6Core.dll",
        "PySide6/Qt/lib/QtWidgets.framework/Versions/A/QtWidgets",
        "dittomark_resources/fonts/NotoSansBengali-Regular.ttf",
        "babel/locale-data/bn.dat",
    ],
)
def test_what_the_window_needs_is_kept(name: str) -> None:
    assert pruning.is_kept(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/lib/libQt6Qml.so.6",
        "PySide6\\Qt6Quick.dll",
        "PySide6/Qt/lib/QtQml.framework/Versions/A/QtQml",
        "PySide6/Qt/lib/QtPdf.framework/Versions/A/Resources/Info.plist",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/sqldrivers/libqsqlite.so",
        "PySide6/opengl32sw.dll",
        "PySide6/Qt/translations/qtbase_fi.qm",
        "libgtk-3.so.0",
        "babel/locale-data/fi.dat",
        "dittomark-0.1.0.dist-info/direct_url.json",
        "numpy/_core/_simd.cp312-win_amd64.pyd",
    ],
)
def test_what_it_does_not_need_is_left_out(name: str) -> None:
    assert not pruning.is_kept(name)


def test_every_resource_is_kept() -> None:
    """But the sources of translations, and what only type checkers read."""
    folder = ROOT / "resources"
    for path in folder.rglob("*"):
        if path.is_file() and path.suffix not in {".ts", ".pyc", ".py"} and path.name != "py.typed":
            assert pruning.is_kept(path.relative_to(folder).as_posix()), path


# A pair as PDF in a process that has nothing of what is left out, docstrings included.
PDF = """
import sys
from pathlib import Path

left_out, folder = sys.argv[1].split(), Path(sys.argv[2])


class LeftOut:
    def find_spec(self, name, path=None, target=None):
        if any(name == one or name.startswith(one + ".") for one in left_out):
            raise ImportError(name)


sys.meta_path.insert(0, LeftOut())
from dittomark import Project, reporting
from dittomark.sample.demo_project import create_demo

create_demo(folder / "sample.ditto")
with Project.open(folder / "sample.ditto") as project:
    pair = next(iter(project.pairs()))
    reporting.write_report(reporting.pair_report(project, pair.a, pair.b), folder / "report.pdf")
"""


def test_a_pdf_is_written_without_what_is_left_out(tmp_path: Path) -> None:
    left_out = " ".join(pruning.EXCLUDED_MODULES)
    command = [sys.executable, "-OO", "-c", PDF, left_out, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
