"""Removes the parts of ICU's data that Qt never uses: 32 MB become 2.

    python packaging/linux/icu_data.py _internal/PySide6/Qt/lib/libicudata.so.73

Qt has its own tables for the forms of numbers and dates and for the borders of characters, words
and lines. Of ICU it uses the order of words (file names in dialogs), the case of letters and the
time zones; converters of old encodings, names of countries, currencies and units, dictionaries and
transliteration lie idle. ICU answers from its root data where a language's own is missing.

The library holds one package of data: a header, a table of names and places, the items. It is read,
thinned and linked again with binutils; the code of ICU and Qt stays as the wheels bring it.
"""

import re
import struct
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).parents[2] / "resources"))
from dittomark_resources.languages import languages

_MAGIC: Final = b"CmnD"
_MAGIC_PLACE: Final = 12  # of "CmnD" in the header
_ALIGNMENT: Final = 16
_LANGUAGES: Final = rf"(root|pool|res_index|{'|'.join(languages())})"
_KEPT: Final = re.compile(
    rf"(coll/)?{_LANGUAGES}\.res|coll/ucadata\.icu|"
    r"(supplementalData|likelySubtags|langInfo|keyTypeData|numberingSystems|metadata|"
    r"zoneinfo64|timezoneTypes|windowsZones|metaZones)\.res|"
    r"(?!unames)[^/]+\.icu|[^/]+\.nrm"
)


@dataclass(frozen=True, slots=True)
class Package:
    """ICU's data: the unchanged header, and the items by name, in their order."""

    header: bytes
    items: dict[str, bytes]

    @property
    def name(self) -> str:
        """The prefix of every item's name, such as `icudt73l`."""
        return next(iter(self.items)).split("/")[0]


def read(library: bytes) -> Package:
    """Return the data package in a libicudata file."""
    start = library.index(_MAGIC) - _MAGIC_PLACE
    (size,) = struct.unpack_from("<H", library, start)
    table = start + size
    (count,) = struct.unpack_from("<I", library, table)
    places = [struct.unpack_from("<II", library, table + 4 + 8 * row) for row in range(count)]
    names = [_text(library, table + name) for name, _ in places]
    starts = [table + data for _, data in places]
    ends = [*starts[1:], len(library)]  # the last item's true end isn't stored
    items = {name: library[begin:end] for name, begin, end in zip(names, starts, ends, strict=True)}
    return Package(library[start:table], items)


def _text(data: bytes, place: int) -> str:
    return data[place : data.index(b"\0", place)].decode("ascii")


def thinned(package: Package) -> Package:
    """Return the package with only the items that Qt uses."""
    kept = {
        name: item for name, item in package.items.items() if _KEPT.fullmatch(name.split("/", 1)[1])
    }
    return Package(package.header, kept)


def written(package: Package) -> bytes:
    """Return the package as ICU reads it: sorted by name, every item aligned to 16 bytes."""
    names = sorted(package.items)
    place = 4 + 8 * len(names)
    labels = b""
    label_places = []
    for name in names:
        label_places.append(place + len(labels))
        labels += name.encode("ascii") + b"\0"
    place += len(labels)
    body = b""
    rows = b""
    for name, label in zip(names, label_places, strict=True):
        body += bytes(-(len(package.header) + place + len(body)) % _ALIGNMENT)
        rows += struct.pack("<II", label, place + len(body))
        body += package.items[name]
    return package.header + struct.pack("<I", len(names)) + rows + labels + body


def link(data: bytes, symbol: str, library: Path) -> None:
    """Write a shared library that exports `data` under a symbol."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "data").write_bytes(data)
        (folder / "data.s").write_text(
            f".section .rodata\n.balign {_ALIGNMENT}\n.globl {symbol}\n.type {symbol}, @object\n"
            f'{symbol}: .incbin "data"\n.size {symbol}, . - {symbol}\n'
            '.section .note.GNU-stack,"",@progbits\n'
        )
        run = partial(subprocess.run, cwd=folder, check=True)
        run(["as", "data.s", "-o", "data.o"])
        run(
            ["ld", "-shared", "-Bsymbolic", "-z", "relro", "--build-id=none", "--strip-all",
             "-soname", library.name, "data.o", "-o", "library"],
        )  # fmt: skip
        library.write_bytes((folder / "library").read_bytes())


def main(library: Path) -> None:
    """Reduce the library in place; calling it again changes nothing."""
    whole = read(library.read_bytes())
    small = thinned(whole)
    if len(small.items) < len(whole.items):
        link(written(small), f"{small.name[:-1]}_dat", library)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
