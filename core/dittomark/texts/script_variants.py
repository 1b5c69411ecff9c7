"""Letters with several forms in one script: the forms that count as one, and each rule's source.

| script | forms that count as one | source |
|---|---|---|
| Arabic | alef with madda, with hamza above or below, wasla: alef | Lucene's `ArabicNormalizer` |
| Arabic | teh marbuta: heh; dotless yeh: yeh | the same |
| Arabic | vowel marks, tatweel: nothing; likewise the marks of the Koran | the same; the Unicode block |
| Arabic | Farsi yeh: yeh; keheh: kaf; heh goal, heh with yeh: heh; hamza above: nothing | Lucene's `PersianNormalizer` |
| Arabic | waw and yeh with hamza: without | often typed without: کئی, کیی |
| Hebrew | points and accents: nothing | Unicode 16, chapter 9.1: most text goes without |
| Devanagari | nukta: nothing; candrabindu: anusvara | Lucene's `HindiNormalizer` |
| Vietnamese | the tone of oa, oe, uy on its second letter: on the first | both in use since decision 240/QĐ of 1984 |
| Latin | i with the dot that small letters of the Turkish İ get: i | Unicode's CaseFolding, T and F |
| Cyrillic | ё: е | Rules of Russian Orthography of 1956, § 10 |

Full and half width, presentation forms, ligatures and letters in several encodings are NFKC's
(`fold`). Heh doachashmee (ھ) is a letter of its own in Urdu, and the nukta and candrabindu of
Bengali, Gurmukhi and Gujarati distinguish words: they are kept.

Limits: Pashto, Uighur, Sorani and Yiddish distinguish some of these; there a few different words
are folded into one.
"""

import re
from typing import Final

_ONE: Final = {
    "\u0627": "\u0622\u0623\u0625\u0671",  # alef
    "\u0648": "\u0624",  # waw
    "\u06cc": "\u064a\u0649\u0626",  # yeh
    "\u06a9": "\u0643",  # kaf
    "\u0647": "\u0629\u06c0\u06c1\u06c2\u06c3",  # heh
    "\u06d2": "\u06d3",  # barree yeh
    "\u0902": "\u0901",
    "\u0928": "\u0929",
    "\u0930": "\u0931",
    "\u0933": "\u0934",
    "\u0435": "\u0451",
}
_NOTHING: Final = (
    *range(0x0610, 0x061B),
    0x0640,
    *range(0x064B, 0x0660),
    0x0670,
    *range(0x06D6, 0x06DD),
    *range(0x06DF, 0x06E5),
    0x06E7,
    0x06E8,
    *range(0x06EA, 0x06EE),
    *range(0x08D3, 0x08E2),
    *range(0x08E3, 0x0900),
    *range(0x0591, 0x05BE),
    0x05BF,
    0x05C1,
    0x05C2,
    0x05C4,
    0x05C5,
    0x05C7,
    0x093C,
)
_TABLE: Final[dict[int, str | None]] = {
    **{ord(other): one for one, others in _ONE.items() for other in others},
    **dict.fromkeys(_NOTHING),
}
_VARIANT: Final = re.compile(f"[{''.join(map(chr, _TABLE))}]")
_DOTTED: Final = "i\u0307"
_TONES: Final = {
    plain + toned[k]: first[k] + last
    for plain, last, first, toned in (
        ("o", "a", "òóỏõọ", "àáảãạ"),
        ("o", "e", "òóỏõọ", "èéẻẽẹ"),
        ("u", "y", "ùúủũụ", "ỳýỷỹỵ"),
    )
    for k in range(5)
}
_TONE: Final = re.compile("|".join(_TONES))


def as_one_letter(text: str) -> str:
    """Return a text (NFC, casefolded) in which all forms of a letter are replaced by one."""
    if _VARIANT.search(text):
        text = text.translate(_TABLE)
    if _DOTTED in text:
        text = text.replace(_DOTTED, "i")
    return _TONE.sub(lambda tone: _TONES[tone[0]], text)
