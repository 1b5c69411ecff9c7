"""Build the `.deb` and the portable archive from the frozen folder.

    build/venv/bin/python packaging/linux/build_deb.py build/frozen/dittomark dist

The package leaves out every library that Debian itself provides and names it in `Depends`; the
portable archive keeps them, and runs from any folder.
"""

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE.parent))
import icu_data  # noqa: E402
import needed_libraries  # noqa: E402
import release  # noqa: E402
import system_words  # noqa: E402

ARCHITECTURE = "amd64"
MAINTAINER = "The Dittomark contributors <dittomark@users.noreply.github.com>"
# The frozen Python itself; the other libraries in its folder came from the building Debian.
KEPT_LIBRARIES = re.compile(r"libpython3")
# Loaded by Qt's plugins at run time only, so dpkg-shlibdeps can't see all of them.
EXTRA_DEPENDS = [
    "libegl1",
    "libxcb-cursor0",
    "libxkbcommon-x11-0",
    "fontconfig",
    "shared-mime-info",
]
# The building Debian requires newer versions than the program: Qt uses four functions of zstd, all in
# 1.3, and the only function that libX11-xcb ever had.
OLD_ENOUGH = {"libx11-xcb1": "libx11-xcb1", "libzstd1": "libzstd1 (>= 1.3.0)"}
# The oldest system to be served, Ubuntu 22.04, has these, as it was released (`apt-cache show` there);
# a package that asks for more is refused.
OLDEST_SYSTEM = {
    "libc6": "2.35", "libdbus-1-3": "1.12.20", "libffi8": "3.4.2", "libfontconfig1": "2.13.1",
    "libfreetype6": "2.11.1", "libglib2.0-0": "2.72.1", "liblzma5": "5.2.5", "libsqlite3-0": "3.37.2",
    "libssl3": "3.0.2", "libstdc++6": "12", "libuuid1": "2.37.2", "libwayland-client0": "1.20.0",
    "libx11-xcb1": "2:1.7.5", "libxcb1": "1.14", "libxkbcommon0": "1.4.0", "libzstd1": "1.4.8",
    "zlib1g": "1:1.2.11",
}  # fmt: skip
PORTABLE_FOLDER = "dittomark-data"
LICENCES = "THIRD-PARTY-LICENCES.txt"
RECOMMENDS = "fonts-beng | fonts-noto-core, ibus | fcitx5, xdg-desktop-portal"


def run(*command: str | Path, cwd: Path | None = None) -> str:
    """Run a command and return its output; a failure ends the build."""
    done = subprocess.run(command, cwd=cwd, check=True, capture_output=True, text=True)
    return done.stdout


def strip(folder: Path) -> None:
    """Strip the debug symbols of Python itself and of the libraries that wheels left unchanged.

    A library whose folders a wheel's maker wrote into it (`auditwheel`) does not bear it.
    """
    targets = [*folder.glob("_internal/libpython*"), *folder.rglob("lib-dynload/*.so")]
    for path in sorted(folder.glob("_internal/*/**/*.so")):
        if path not in targets and not run("patchelf", "--print-rpath", path).strip():
            targets.append(path)
    for path in targets:
        run("strip", "--strip-unneeded", path)
    for path in [*targets, *folder.glob("_internal/*.so*")]:
        if needed_libraries.is_elf(path):
            run("patchelf", "--remove-rpath", path)


def portable(frozen: Path, dist: Path) -> Path:
    """Pack the folder as it is: unpack it anywhere, a USB stick too, and run `dittomark`.

    Beside it goes the folder that makes settings and backups stay on the stick.
    """
    target = dist / f"dittomark-{release.version()}-linux-x86_64.tar.xz"
    run(
        "tar", "--create", "--use-compress-program=xz -T1 --x86 --lzma2=preset=9e", f"--file={target}", "--sort=name",
        "--owner=0", "--group=0", "--numeric-owner", "--mode=u+rwX,go+rX,go-w",
        f"--mtime=@{release.epoch()}", f"--directory={frozen.parent}", frozen.name,
        f"--directory={HERE / 'portable'}", PORTABLE_FOLDER,
    )  # fmt: skip
    return target


def stage_program(frozen: Path, stage: Path) -> None:
    """Copy the program, without the libraries that Debian provides."""
    program = stage / "usr/lib/dittomark"
    shutil.copytree(frozen, program, symlinks=True)
    for library in (program / "_internal").glob("*.so*"):
        if not KEPT_LIBRARIES.match(library.name):
            library.unlink()
    (program / LICENCES).unlink()  # installed with the documents
    (stage / "usr/bin").mkdir(parents=True)
    (stage / "usr/bin/dittomark").symlink_to("../lib/dittomark/dittomark")


def stage_desktop(stage: Path) -> None:
    """Add the menu entry, the file type, the icons and the description for software centres."""
    share = stage / "usr/share"
    for source, target, translated in (
        ("dittomark.desktop", "applications/dittomark.desktop", system_words.desktop_entry),
        ("dittomark-mime.xml", "mime/packages/dittomark.xml", system_words.mime_type),
    ):
        (share / target).parent.mkdir(parents=True, exist_ok=True)
        (share / target).write_text(translated((HERE / source).read_text("utf-8")), "utf-8")
    meta = (HERE / "io.github.dittomark.Dittomark.metainfo.xml").read_text("utf-8")
    meta = system_words.metainfo(meta)
    meta = meta.replace("@VERSION@", release.version()).replace("@DATE@", release.date())
    (share / "metainfo").mkdir()
    (share / "metainfo/io.github.dittomark.Dittomark.metainfo.xml").write_text(meta)
    drawings = ROOT / "resources/dittomark_resources/icons"
    icons = share / "icons/hicolor"
    for name, kind, target in (
        ("dittomark", "apps", "dittomark"),
        ("ditto-file", "mimetypes", "application-vnd.dittomark.project"),
    ):
        for size in (16, 24, 32, 48, 64, 128, 256, 512):
            folder = icons / f"{size}x{size}" / kind
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / f"build/icons/{name}-{size}.png", folder / f"{target}.png")
        (icons / "scalable" / kind).mkdir(parents=True)
        shutil.copy(drawings / f"{name}.svg", icons / "scalable" / kind / f"{target}.svg")


def stage_completion(stage: Path) -> None:
    """Install shell completions; each shell reads a folder of its own."""
    from argcomplete.shell_integration import shellcode

    for shell, target in (
        ("bash", "bash-completion/completions/dittomark"),
        ("zsh", "zsh/vendor-completions/_dittomark"),
        ("fish", "fish/vendor_completions.d/dittomark.fish"),
    ):
        path = stage / "usr/share" / target
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(shellcode(["dittomark"], shell=shell) + "\n", "utf-8")


def compressed(text: str) -> bytes:
    """Return the text as gzip data without a time or file name in it."""
    return gzip.compress(text.encode(), compresslevel=9, mtime=0)


def stage_documents(stage: Path) -> None:
    """Add copyright, changelog, manual page and lintian's overrides."""
    documents = stage / "usr/share/doc/dittomark"
    documents.mkdir(parents=True)
    texts = (ROOT / "build/THIRD-PARTY-LICENCES.txt").read_text()
    (documents / "copyright").write_text(
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
        "Upstream-Name: Dittomark\n\nFiles: *\nCopyright: The Dittomark contributors\n"
        "License: MIT\n"
        + "".join(f" {line or '.'}\n" for line in (ROOT / "LICENSE").read_text().splitlines())
        + "\nComment: the licences of the libraries shipped with the program stand in\n"
        " THIRD-PARTY-LICENCES.gz beside this file. On Debian systems, the texts of the LGPL and\n"
        " the GPL (Qt, PySide6) are in /usr/share/common-licenses/LGPL-3 and GPL-3.\n"
    )
    (documents / "THIRD-PARTY-LICENCES.gz").write_bytes(compressed(texts))
    stamp = run("date", "-R", "-u", f"-d@{release.epoch()}").strip()
    (documents / "changelog.gz").write_bytes(
        compressed(
            f"dittomark ({release.version()}) unstable; urgency=medium\n\n"
            f"  * Release {release.version()}.\n\n -- {MAINTAINER}  {stamp}\n"
        )
    )
    manual = stage / "usr/share/man/man1"
    manual.mkdir(parents=True)
    run(sys.executable, HERE / "man_page.py", ROOT / "build/dittomark.1")
    (manual / "dittomark.1.gz").write_bytes(compressed((ROOT / "build/dittomark.1").read_text()))
    overrides = stage / "usr/share/lintian/overrides"
    overrides.mkdir(parents=True)
    shutil.copy(HERE / "lintian-overrides", overrides / "dittomark")


def depends(stage: Path) -> str:
    """Return the Debian dependencies of the package's libraries, as computed by dpkg-shlibdeps."""
    work = stage.parent / "shlibdeps"
    (work / "debian").mkdir(parents=True, exist_ok=True)
    (work / "debian/control").write_text(
        "Source: dittomark\n\nPackage: dittomark\nArchitecture: any\n"
    )
    program = stage / "usr/lib/dittomark"
    binaries = sorted(path for path in program.rglob("*") if needed_libraries.is_elf(path))
    folders = sorted({path.parent for path in binaries})
    found = run(
        "dpkg-shlibdeps", "-O", "--ignore-missing-info",
        *(f"-l{folder}" for folder in folders), *(f"-e{binary}" for binary in binaries), cwd=work,
    )  # fmt: skip
    computed = found.strip().removeprefix("shlibs:Depends=").split(", ")
    computed = [OLD_ENOUGH.get(item.split(" ")[0], item) for item in computed]
    refuse_too_new(computed)
    named = {item.split(" ")[0] for item in computed}
    return ", ".join(sorted([*computed, *(name for name in EXTRA_DEPENDS if name not in named)]))


def refuse_too_new(depends: list[str]) -> None:
    """End the build if the package could not be installed on the oldest supported system."""
    for item in depends:
        if asked := re.fullmatch(r"(\S+) \(>= (\S+)\)", item):
            name, version = asked.groups()
            there = OLDEST_SYSTEM.get(name)
            if there and subprocess.call(["dpkg", "--compare-versions", there, "ge", version]):
                sys.exit(f"{item} is newer than the oldest system's {there}")


def control(stage: Path) -> str:
    """Return the package's control file."""
    size = sum(path.stat().st_size for path in stage.rglob("*") if not path.is_symlink()) // 1024
    return (
        f"Package: dittomark\nVersion: {release.version()}\nSection: text\nPriority: optional\n"
        f"Architecture: {ARCHITECTURE}\nMaintainer: {MAINTAINER}\nInstalled-Size: {size}\n"
        f"Depends: {depends(stage)}\nRecommends: {RECOMMENDS}\n"
        "Description: compare news articles side by side and label what they share\n"
        " Dittomark shows two or more news articles side by side, finds the passages they\n"
        " share, and lets you mark boilerplate, judge pairs and collect the articles that\n"
        " report one event. Everything stays in one file on your own computer; what you\n"
        " marked leaves as a labelled dataset.\n"
    )


def build_deb(frozen: Path, dist: Path) -> Path:
    """Build the package and return its file."""
    stage = ROOT / "build/deb/dittomark"
    shutil.rmtree(stage.parent, ignore_errors=True)
    stage.mkdir(parents=True)
    stage_program(frozen, stage)
    stage_desktop(stage)
    stage_completion(stage)
    stage_documents(stage)
    text = control(stage)
    for path in stage.rglob("*"):
        if not path.is_symlink():
            program = path.is_dir() or path.parent.name == "bin" or path.name == "dittomark"
            path.chmod(
                0o755 if path.is_dir() or (program and needed_libraries.is_elf(path)) else 0o644
            )
    files = sorted(path for path in stage.rglob("*") if path.is_file() and not path.is_symlink())
    sums = "".join(
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(stage)}\n"
        for path in files
    )
    (stage / "DEBIAN").mkdir()
    (stage / "DEBIAN/control").write_text(text)
    (stage / "DEBIAN/md5sums").write_text(sums)
    release.set_times(stage)
    target = dist / f"dittomark_{release.version()}_{ARCHITECTURE}.deb"
    os.environ["DPKG_DEB_THREADS_MAX"] = "1"  # several would write other bytes
    run("dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "-Sextreme", "--build", stage, target)
    return target


def list_parts(frozen: Path, licences: Path, artefact: Path, *options: str) -> None:
    """Write the licences of an artefact's components, and its SBOM beside it."""
    run(
        sys.executable, HERE.parent / "licences/collect.py", frozen, licences,
        artefact.with_name(artefact.name + ".cdx.json"), artefact.name,
        "--modules", ROOT / "build/work/dittomark/PYZ-00.toc", *options,
    )  # fmt: skip


def main(frozen: Path, dist: Path) -> None:
    """Build the package and the portable archive."""
    dist.mkdir(parents=True, exist_ok=True)
    for library in frozen.rglob("libicudata.so.*"):
        icu_data.main(library)
    for library in needed_libraries.unneeded(frozen):
        library.unlink()
    strip(frozen)
    version = release.version()
    deb = dist / f"dittomark_{version}_{ARCHITECTURE}.deb"
    archive = dist / f"dittomark-{version}-linux-x86_64.tar.xz"
    list_parts(frozen, ROOT / "build" / LICENCES, deb, "--without-host-libraries")
    list_parts(frozen, frozen / LICENCES, archive)
    release.set_times(frozen)
    for built in (build_deb(frozen, dist), portable(frozen, dist)):
        print(f"{built}: {built.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
