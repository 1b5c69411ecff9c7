"""The language of a text, detected by its letters."""

from collections import Counter
from typing import Final

_BENGALI_LETTERS: Final = frozenset(map(chr, (*range(0x0985, 0x09BA), *range(0x09DC, 0x09E0))))
_ASSAMESE_LETTERS: Final = frozenset("\u09f0\u09f1")
_LOOKED_AT: Final = 4000


def language_of(text: str) -> str:
    """Return `bn` for a text mostly in the Bengali script without Assamese letters, else ``."""
    if text.isascii():
        return ""
    counts = Counter(text[:_LOOKED_AT])
    if not _ASSAMESE_LETTERS.isdisjoint(counts):
        return ""
    bengali = sum(number for char, number in counts.items() if char in _BENGALI_LETTERS)
    letters = sum(number for char, number in counts.items() if char.isalpha())
    return "bn" if bengali * 2 > letters else ""


# Three-letter codes (ISO 639-2 and 639-3) and English names, as used by news services.
_CODES: Final = {
    name: code
    for code, names in {
        "ar": "ara arabic", "as": "asm assamese", "bn": "ben bengali bangla বাংলা", "cs": "ces cze czech",
        "da": "dan danish", "de": "deu ger german", "el": "ell gre greek", "en": "eng english",
        "es": "spa spanish", "fa": "fas per persian", "fi": "fin finnish", "fr": "fra fre french",
        "gu": "guj gujarati", "he": "heb hebrew", "hi": "hin hindi", "hu": "hun hungarian",
        "id": "ind indonesian", "it": "ita italian", "ja": "jpn japanese", "kn": "kan kannada",
        "ko": "kor korean", "ml": "mal malayalam", "mr": "mar marathi", "my": "mya bur burmese",
        "ne": "nep nepali", "nl": "nld dut dutch", "no": "nor norwegian", "or": "ori odia oriya",
        "pa": "pan punjabi", "pl": "pol polish", "pt": "por portuguese", "ro": "ron rum romanian",
        "ru": "rus russian", "si": "sin sinhala", "sv": "swe swedish", "ta": "tam tamil",
        "te": "tel telugu", "th": "tha thai", "tr": "tur turkish", "uk": "ukr ukrainian",
        "ur": "urd urdu", "vi": "vie vietnamese", "zh": "zho chi chinese",
    }.items()
    for name in names.split()
}  # fmt: skip


def code_of(given: str) -> str:
    """Return the code of a language name in a file: `bn` for `ben`, `Bengali`, `bn-BD`, `bn_IN`.

    Chinese keeps its script or country, which decides its writing; unknown names are returned
    unchanged.
    """
    plain = given.strip().lower()
    main = plain.replace("_", "-").split("-")[0]
    if code := _CODES.get(plain) or _CODES.get(main):
        return code
    return main if len(main) == 2 and main.isascii() and main != "zh" else given.strip()
