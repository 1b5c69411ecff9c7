"""Bengali in the encoding of legacy fonts (Bijoy: SutonnyMJ and the like), converted to Unicode.

Such a text consists of Latin letters and signs that only its font displays as Bengali. Signs are
stored in visual order: a vowel left of its consonant precedes it, the reph follows it.
"""

import re
from typing import Final

# The meaning of each sign. Those that begin with a hasanta (্) are displayed below or behind the
# preceding letter, those that end with one above or before the next letter.
_IN_ORDER: Final = (
    "অ ই ঈ উ ঊ ঋ এ ঐ ও ঔ ক খ গ ঘ ঙ চ ছ জ ঝ ঞ ট ঠ ড ঢ ণ ত থ দ ধ ন প ফ ব ভ ম য র ল শ ষ স হ ড় ঢ় য় ৎ"
)
_LETTERS: Final = dict(
    zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ_`abcdefghijklmnopqr", _IN_ORDER.split(), strict=True)
)
_PAIRS: Final = (
    "°=ক্ক ±=ক্ট ²=ক্ষ্ম ³=ক্ত ´=ক্ম µ=ক্র ¶=ক্ষ ÿ=ক্ষ ·=ক্স ¹=জ্ঞ º=গ্দ »=গ্ধ ¼=ঙ্ক ½=ঙ্গ ¾=জ্জ À=জ্ঝ "
    "Á=জ্ঞ Â=ঞ্চ Ã=ঞ্ছ Ä=ঞ্জ Å=ঞ্ঝ Æ=ট্ট Ç=ড্ড È=ণ্ট É=ণ্ঠ Ê=ণ্ড Ë=ত্ত Ì=ত্থ Î=ত্র Ï=দ্দ ×=দ্ধ Ø=দ্ব Ù=দ্ম "
    "Ú=ন্ঠ Û=ন্ড Ü=ন্ধ Ý=ন্স Þ=প্ট ß=প্ত à=প্প á=প্স â=ব্জ ã=ব্দ ä=ব্ধ å=ভ্র ç=ম্ফ é=ল্ক ê=ল্গ ë=ল্ট ì=ল্ড "
    "í=ল্প î=ল্ফ ð=শ্চ ñ=শ্ছ ò=ষ্ণ ó=ষ্ট ô=ষ্ঠ õ=ষ্ফ ö=স্খ ÷=স্ট ù=স্ফ ý=হ্ন þ=হ্ম"
)
_CLUSTERS: Final = dict(pair.split("=") for pair in _PAIRS.split())
_WITH_VOWEL: Final = {"¸": "গু", "ï": "শু", "û": "হু", "ü": "হৃ"}
_BEFORE: Final = {
    "•": "ঙ্", "”": "চ্", "˜": "দ্", "™": "দ্", "š": "ন্", "›": "ন্", "¤": "ম্", "®": "ষ্", "¯": "স্",
}  # fmt: skip
_BEHIND: Final = {
    "‹": "্ক", "Œ": "্ক্র", "—": "্ত", "Í": "্ত", "¿": "্ত্র", "‘": "্তু", "’": "্থ", "œ": "্ন", "è": "্ণ",
    "ú": "্প", "^": "্ব", "¡": "্ব", "¦": "্ব", "Ÿ": "্ব", "¢": "্ভ", "£": "্ভ্র", "¥": "্ম", "§": "্ম", "¨": "্য",
    "ª": "্র", "«": "্র", "Ö": "্র", "¬": "্ল", "\xad": "্ল", "ø": "্ল",
}  # fmt: skip
_VOWELS: Final = {
    "v": "া", "x": "ী", "y": "ু", "z": "ু", "æ": "ু", "“": "ু", "–": "ু", "~": "ূ", "ƒ": "ূ", "‚": "ূ",
    "„": "ৃ", "…": "ৃ", "Š": "ৗ",
}  # fmt: skip
_LEFT: Final = {"w": "ি", "†": "ে", "‡": "ে", "ˆ": "ৈ", "‰": "ৈ"}
_SIGNS: Final = {"s": "ং", "t": "ঃ", "u": "ঁ", "&": "্"}
_REPH: Final = "©"
_OTHERS: Final = {
    **dict(zip("0123456789", "০১২৩৪৫৬৭৮৯", strict=True)),
    "|": "।", "Ò": "“", "Ó": "”", "Ô": "‘", "Õ": "’", "Ñ": "—", "Ð": "–",
}  # fmt: skip
# Files were decoded as Windows-1252 or as Latin-1, which differ in these characters.
_AS_WINDOWS: Final = {
    code: character
    for code in range(0x80, 0xA0)
    if (character := bytes([code]).decode("cp1252", "ignore"))
}
_BASE: Final = {**_LETTERS, **_CLUSTERS, **_WITH_VOWEL}


def _any(table: dict[str, str]) -> str:
    return "[" + "".join(map(re.escape, table)) + "]"


# A letter with all the signs displayed around it.
_SYLLABLE: Final = re.compile(
    f"(?P<left>{_any(_LEFT)}?)(?P<base>{_any(_BEFORE)}*{_any(_BASE)}{_any(_BEHIND)}*|"
    f"{_any(_BEFORE)}+{_any(_BEHIND)}+)"
    f"(?P<right>(?:{_any(_VOWELS)}|{_any(_BEHIND)}|{_REPH})*)(?P<signs>{_any(_SIGNS)}*)"
)
_ALL: Final = {**_BASE, **_BEFORE, **_BEHIND, **_VOWELS, **_LEFT, **_SIGNS, **_OTHERS}
_ADDRESS: Final = re.compile(r"\b(?:https?://|www\.)\S+|\b[\w.+-]+@[\w-]+\.[\w.]+")


def to_unicode(text: str) -> str:
    """Return a text in the encoding of the font as Unicode; URLs and addresses stay as they are."""
    text = text.translate(_AS_WINDOWS)
    pieces: list[str] = []
    at = 0
    for address in _ADDRESS.finditer(text):
        pieces += [_converted(text[at : address.start()]), address[0]]
        at = address.end()
    pieces.append(_converted(text[at:]))
    return "".join(pieces)


def _converted(text: str) -> str:
    pieces: list[str] = []
    at = 0
    for match in _SYLLABLE.finditer(text):
        pieces.append("".join(_ALL.get(sign, sign) for sign in text[at : match.start()]))
        pieces.append(_syllable(match))
        at = match.end()
    pieces.append("".join(_ALL.get(sign, sign) for sign in text[at:]))
    return "".join(pieces).replace("অা", "আ")


def _syllable(match: re.Match[str]) -> str:
    base = "".join(_ALL[sign] for sign in match["base"]).replace("্্", "্")
    right = match["right"]
    reph = "র্" if _REPH in right else ""
    hanging = "".join(_BEHIND.get(sign, "") for sign in right)
    vowels = "".join(_VOWELS.get(sign, "") for sign in right)
    left = _LEFT.get(match["left"], "")
    vowels = {"ে" + "া": "ো", "ে" + "ৗ": "ৌ"}.get(left + vowels, left + vowels)
    if base[-1] in "ুৃ":  # the vowel of গু and the like is displayed behind all signs below
        base, vowels = base[:-1], base[-1] + vowels
    return reph + base + hanging + vowels + "".join(_SIGNS[sign] for sign in match["signs"])


# Frequent words of Bengali news, with at least two letters.
_IN_NEWS: Final = (
    "না এই করে এবং থেকে হয় তার জন্য বলেন করা হয়েছে তিনি সঙ্গে কথা করেন করতে আর এক একটি নিয়ে পর হয়ে তাদের কোনো "
    "এর যে কিন্তু দিয়ে গত জানান মধ্যে বাংলাদেশ ঢাকা সরকার দুই করেছেন হবে ছিল আগে সময় মানুষ নেই কাছে আছে"
)
_WORDS: Final = frozenset(_IN_NEWS.split())
_ALWAYS: Final = "†‡\x86\x87"  # the vowel e, which every sentence contains
_TELLING: Final = re.compile("[†‡©¨ªÖ¯‰\x86\x87]")
_BENGALI: Final = re.compile("[\u0985-\u09df]")
_FEWEST: Final = 3  # words of the list; a text of a few sentences has as many
_SHARE: Final = 0.03  # of all words; about a fifth in real news, none in other languages
_LOOKED_AT: Final = 6000


def is_bijoy(text: str) -> bool:
    """Return whether a text is Bengali in the encoding of the font."""
    start = text[:_LOOKED_AT]
    if start.isascii() or not any(sign in start for sign in _ALWAYS):
        return False
    if len(_TELLING.findall(start)) * 100 < len(start) or _BENGALI.search(start):
        return False
    words = re.findall(r"[\u0980-\u09ff]+", to_unicode(start))
    known = sum(word in _WORDS for word in words)
    return known >= _FEWEST and known >= _SHARE * len(words)
