"""Detection of a file's encoding, and its text.

Valid UTF-8 is taken for UTF-8 before anything is guessed: a text in another encoding is almost
never valid UTF-8 by accident. Only then is charset-normalizer asked. A file in the encoding of a
legacy Bengali font decodes as the Latin letters that it stores; `bijoy` converts it on request.
"""

import codecs
import itertools
import re
import unicodedata
from typing import Final

from dittomark.errors import UnreadableFileError
from dittomark.importing import bijoy

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE: Final = 1 << 20
_ASCII_CONTROLS: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MAGIC: Final = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF", b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"\x7fELF",
    b"MZ", b"\xd0\xcf\x11\xe0", b"SQLite format 3\x00", b"RIFF", b"OggS", b"ID3", b"7z\xbc\xaf",
    b"PAR1", b"\xfd7zXZ",
)  # fmt: skip


def split_override(encoding: str) -> tuple[str, str]:
    """Return `(codec, error handler)` of an encoding as given (`utf-8`, `utf-8:replace`).

    Raises UnreadableFileError for an encoding that Python does not know.
    """
    name, _, errors = encoding.partition(":")
    try:
        codecs.lookup(name)
        codecs.lookup_error(errors or "strict")
        "".encode(name)
    except (LookupError, ValueError) as error:
        raise UnreadableFileError(
            "The encoding “{encoding}” is not known. Give one such as utf-8, utf-16 or cp1252.",
            encoding=encoding,
        ) from error
    return name, errors or "strict"


def is_binary(data: bytes) -> bool:
    """Return whether the bytes are not text in any supported encoding."""
    if data.startswith(tuple(bom for bom, _ in _BOMS)):
        return False
    if data.startswith(_MAGIC):
        return True
    if b"\x00" in data:
        return not _utf16_without_bom(data)
    return len(_ASCII_CONTROLS.findall(data[:_SAMPLE])) > len(data[:_SAMPLE]) // 50


def _utf16_without_bom(data: bytes) -> str:
    """Return `utf-16-le` or `utf-16-be` if the zero bytes are placed as in UTF-16 text."""
    sample = data[:4096]
    sample = sample[: len(sample) // 2 * 2]
    if len(sample) < 4:
        return ""
    for codec, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        # Every line break, space and Latin letter has a zero as its high byte, and the letters of a
        # Unicode block share one high byte, so the high bytes take few values.
        if 0 in high and len(set(high)) <= max(4, len(high) // 20):
            try:
                text = sample.decode(codec)
            except UnicodeDecodeError:
                continue
            if not any(c < " " and c not in "\t\n\r\f\x1b" for c in text):
                return codec
    return ""


def detect(data: bytes, *, declared: str = "") -> str:
    """Return the encoding of a text's bytes (the whole file, or its beginning cut anywhere).

    `declared` is the encoding that the file states (an HTML page's charset); it is used if the
    file's bytes are not UTF-8 and can be decoded with it. Raises UnreadableFileError if no encoding
    fits.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return name
    if is_binary(data):
        raise UnreadableFileError("This is not a text file.")
    if wide := _utf16_without_bom(data):
        return wide
    bad = _first_bad_utf8(data)
    if bad is None:
        return "utf-8"
    if declared and _decodes(data, declared):
        return codecs.lookup(declared).name
    if _is_damaged_utf8(data):
        raise UnreadableFileError(
            "This is UTF-8 text, but byte {position} is not valid. Mend the file, or import it with "
            "the encoding utf-8:replace to get a � in such places.",
            position=bad + 1,
        )
    return _guess(data)


def _first_bad_utf8(data: bytes) -> int | None:
    """Return the offset of the first byte that is not UTF-8; a last character cut off is valid."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data, len(data) < _SAMPLE)
    except UnicodeDecodeError as error:
        return error.start
    return None


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (LookupError, ValueError):
        return False
    return True


def _is_damaged_utf8(data: bytes) -> bool:
    """Return whether nearly all bytes beyond ASCII form UTF-8 characters."""
    text = data[:_SAMPLE].decode("utf-8", "replace")
    bad = text.count("�")
    good = sum(c > "\x7f" for c in text) - bad
    return good > 0 and bad <= max(3, good // 20)


# 8-bit encodings with the letters beyond ASCII that running text in their languages has: a file is
# in the encoding under which nearly all of its other bytes are such letters. The order decides a
# draw.
_CANDIDATES: Final = (
    ("cp1252", "éèêëàâäáãåæçîïíìñôöóòõøœßùûüúÿÉÈÊÀÂÄÁÇÎÖÓØÜÚÑ’‘“”«»–—…€°·•"),
    ("cp1250", "ěščřžýáíéúůóďťňĚŠČŘŽÝÁÍÉÚŮÓĎŤŇąćęłńśźżĄĆĘŁŃŚŹŻőűäöüßľĺŕđ„”“’–—…"),
    ("iso8859-2", "ěščřžýáíéúůóďťňĚŠČŘŽÝÁÍÉÚŮÓĎŤŇąćęłńśźżĄĆĘŁŃŚŹŻőűäöüßľĺŕđ"),
    ("cp1251", "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ"),
    ("koi8-r", "абвгдежзийклмнопрстуфхцчшщъыьэюяё"),
    ("iso8859-5", "абвгдежзийклмнопрстуфхцчшщъыьэюяё"),
    ("cp1254", "ğışçöüİĞŞÇÖÜâî’“”–"),
    ("cp1256", "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئ،؛؟ًٌَُِّْپچژگ"),
    ("cp1253", "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώ’“”–"),
    ("cp1255", "אבגדהוזחטיךכלםמןנסעףפץצקרשת"),
)
_LATIN: Final = frozenset({"cp1252", "cp1250", "iso8859-2", "cp1254"})
_SURE: Final = 0.9  # of the bytes beyond ASCII; a text has a few signs and capitals too


def _guess(data: bytes) -> str:
    if bijoy.is_bijoy(data[:_SAMPLE].decode("latin-1")):
        return "cp1252" if _decodes(data, "cp1252") else "iso8859-1"
    if name := _by_letters(data[:_SAMPLE]):
        return name
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None or not _decodes(data, best.encoding):
        raise UnreadableFileError(
            "The encoding of this file can't be told. Give it, for example as cp1252."
        )
    return best.encoding


def _by_letters(data: bytes) -> str:
    """Return the 8-bit encoding whose languages' letters the bytes are; empty if uncertain."""
    best, best_share = "", _SURE
    plain = sum(65 <= byte <= 90 or 97 <= byte <= 122 for byte in data)
    dense = sum(byte > 0x7F for byte in data) > plain
    for name, letters in _CANDIDATES:
        if dense and name in _LATIN:  # their languages write most letters without an accent
            continue
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        beyond = [char for char in text if char > "\x7f"]
        if any("\x80" <= char < "\xa0" for char in beyond) or _has_odd_capitals(text):
            continue  # control characters, or capitals inside words
        share = sum(char in letters for char in beyond) / len(beyond) if beyond else 0.0
        if share > best_share:
            best, best_share = name, share
    return best


def _has_odd_capitals(text: str) -> bool:
    """Return whether capitals beyond ASCII often follow small letters: swapped cases."""
    odd = sum(
        before.islower() and char.isupper() and char > "\x7f"
        for before, char in itertools.pairwise(text)
    )
    return odd * 20 > sum(char > "\x7f" for char in text)


def fitness(text: str, encoding: str) -> int:
    """Return the percentage of letters beyond ASCII that fit a guessed encoding.

    Letters fit if running text in the encoding's languages has them; for an encoding without a
    known set, if they are letters or punctuation at all.
    """
    beyond = [char for char in text[:_SAMPLE] if char > "\x7f"]
    if not beyond:
        return 100
    letters = dict(_CANDIDATES).get(encoding.replace("_", "-"), "")
    fit = sum(
        char in letters if letters else unicodedata.category(char)[0] in "LMPZ" for char in beyond
    )
    return 100 * fit // len(beyond)


def decode(data: bytes, *, encoding: str = "", declared: str = "") -> tuple[str, str]:
    """Return `(text, encoding)` of a whole file; line ends and all characters are unchanged.

    A byte order mark is not part of the text. Raises UnreadableFileError.
    """
    if encoding:
        name, errors = split_override(encoding)
        name = "utf-8-sig" if codecs.lookup(name).name == "utf-8" else name
    else:
        name, errors = detect(data, declared=declared), "strict"
    try:
        text = data.decode(name, errors)
    except UnicodeDecodeError as error:
        raise UnreadableFileError(
            "Byte {position} of this file is not valid in the encoding {name}.",
            position=error.start + 1,
            name=name,
        ) from error
    return text, public_name(name)


def public_name(codec: str) -> str:
    """Return the common name of a codec."""
    return {"utf-8-sig": "utf-8", "ascii": "utf-8"}.get(codec, codec.replace("_", "-"))
