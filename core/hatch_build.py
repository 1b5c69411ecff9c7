"""Build hook of dittomark-core: adds resources and compiled code to the wheel.

Resources are in `resources/` in the repository, and next to the package in the source distribution.
Each C file of the package is compiled into a module if a C compiler and Python's headers are
available; without them, or with DITTOMARK_PURE=1, none is, and the library does the same in Python
(docs/decisions/0027, 0028).
"""

import os
import re
import shlex
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any, Final

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCES: Final = "dittomark/*/_*.c"
ENDING: Final = ".pyd" if os.name == "nt" else ".abi3.so"


class CoreBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds `dittomark_resources` and the compiled modules to the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the folder of resources; an editable install (`version`) finds it by its path."""
        root = Path(self.root)
        if version == "editable":
            # They are imported from the folder of their sources.
            compile_modules(root, root, self.app.display_warning)
            return
        beside = root / "dittomark_resources"
        folder = beside if beside.exists() else root.parent / "resources" / "dittomark_resources"
        build_data["force_include"][str(folder)] = "dittomark_resources"
        self._made = tempfile.TemporaryDirectory(prefix="dittomark-")
        made = Path(self._made.name)
        modules = compile_modules(root, made, self.app.display_warning)
        for module in modules:
            build_data["force_include"][str(module)] = module.relative_to(made).as_posix()
        if modules:
            build_data["pure_python"] = False
            # The stable ABI: one wheel serves every Python from 3.11 on.
            build_data["tag"] = f"cp311-abi3-{_platform(modules)}"

    def finalize(self, _version: str, _build_data: dict[str, Any], _artifact: str) -> None:
        """Delete the compiled files, which the wheel contains now."""
        if hasattr(self, "_made"):
            self._made.cleanup()


def compile_modules(root: Path, into: Path, warn: Any) -> list[Path]:  # noqa: ANN401  (a function)
    """Compile all modules into the same folders of `into`, or none with a warning of the reason."""
    sources = sorted(root.glob(SOURCES))
    modules = [
        into / source.relative_to(root).with_name(f"{source.stem}{ENDING}") for source in sources
    ]
    for module in modules:
        module.unlink(missing_ok=True)
        module.parent.mkdir(parents=True, exist_ok=True)
    if os.environ.get("DITTOMARK_PURE") or sys.implementation.name != "cpython":
        return []
    if sysconfig.get_config_var("Py_GIL_DISABLED"):  # they do not support the stable ABI
        return []
    for source, module in zip(sources, modules, strict=True):
        try:
            if os.name == "nt":
                _with_setuptools(source, module)
            else:
                _with_compiler_of_python(source, module)
        except (ImportError, OSError, subprocess.CalledProcessError) as error:
            said = getattr(error, "stderr", None) or error
            warn(f"{source.name} is not compiled, the library is slower but does the same: {said}")
            for one in modules:
                one.unlink(missing_ok=True)
            return []
    return modules


def _with_compiler_of_python(source: Path, target: Path) -> None:
    """Use the compiler and the options with which this Python was built."""
    options = {
        # libpython is not linked, so no folder of it is searched at run time.
        name: [
            option
            for option in shlex.split(str(sysconfig.get_config_var(name) or ""))
            if not option.startswith("-Wl,-rpath")
        ]
        for name in ("LDSHARED", "CFLAGS", "CCSHARED", "LDFLAGS")
    }
    compiler = shlex.split(os.environ.get("CC", "")) or options["LDSHARED"][:1]
    command = [*compiler, *options["LDSHARED"][1:], *options["CFLAGS"], *options["CCSHARED"]]
    # Neither times nor folders are stored in the file, so that the same source gives the same
    # bytes. A product and a sum are two steps, on every processor, as they are in Python.
    command += ["-O2", "-g0", "-ffp-contract=off", f"-ffile-prefix-map={source.parent}=."]
    command += [f"-I{sysconfig.get_path('include')}", source.name, "-o", str(target)]
    subprocess.run(
        command + options["LDFLAGS"], cwd=source.parent, check=True, capture_output=True, text=True
    )


def _with_setuptools(source: Path, target: Path) -> None:
    """Use the compiler found by setuptools: that of Visual Studio."""
    from setuptools import Distribution, Extension
    from setuptools.command.build_ext import build_ext

    name = target.name.removesuffix(ENDING)
    extension = Extension(name, [source.name], py_limited_api=True)
    with tempfile.TemporaryDirectory() as work:
        command = build_ext(Distribution({"ext_modules": [extension]}))
        command.build_lib = command.build_temp = work
        before = Path.cwd()
        os.chdir(source.parent)  # relative, or the whole path is created again below `work`
        try:
            command.ensure_finalized()
            command.run()
        except Exception as error:  # of many kinds, in modules that change from release to release
            raise OSError(str(error)) from error
        finally:
            os.chdir(before)
        [built] = Path(work).glob(f"{name}*.pyd")
        target.write_bytes(built.read_bytes())


def _platform(modules: list[Path]) -> str:
    """Return the tag of this system, for Linux with the oldest supported C library."""
    name = sysconfig.get_platform().replace("-", "_").replace(".", "_")
    if name.startswith("linux_"):
        from packaging.tags import platform_tags

        wanted = [(2, 17), *(v for made in modules for v in _versions_of_the_c_library(made))]
        newest = "manylinux_{}_{}".format(*max(wanted))
        fitting = (tag for tag in platform_tags() if tag.startswith((newest, "musllinux")))
        name = next(fitting, name)
    return name


def _versions_of_the_c_library(made: Path) -> list[tuple[int, int]]:
    """Return the versions of glibc whose functions a compiled file requires."""
    found = re.findall(rb"GLIBC_([0-9]+)\.([0-9]+)", made.read_bytes())
    return [(int(major), int(minor)) for major, minor in found]
