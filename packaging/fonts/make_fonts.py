"""Cut the fonts that Dittomark ships out of Debian's `fonts-noto-core`.

    apt-get download fonts-noto-core && dpkg -x fonts-noto-core_*.deb /tmp/noto
    python packaging/fonts/make_fonts.py /tmp/noto/usr/share/fonts/truetype/noto [FONT …]

A name of `FONTS`, or several, makes these alone: another release of Noto draws the others a little
differently, and who adds a script need not change them.

Latin, Greek and Cyrillic, all of Bengali, Devanagari, Arabic (with the letters of Urdu, Persian and
others; Nastaliq in one weight, for those who choose it) and Hebrew, and the few signs the interface
draws as text are kept, with every OpenType feature (Bengali and Arabic can't be set without them). Hinting is left out: the program draws at the resolutions of
today's screens, and a third of each file is hinting. The ditto mark 〃
is in none of these fonts: it gets a font of its own, drawn here. Needs `fonttools`.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

TARGET = Path(__file__).parents[2] / "resources/dittomark_resources/fonts"

LATIN = "U+0020-024F,U+0259,U+02B0-02FF,U+0300-036F,U+0370-03FF,U+0400-04FF,U+1E00-1EFF"
SIGNS = "U+2000-206F,U+2070-209F,U+20A0-20BF,U+2100-214F,U+2190-2193,U+2212,U+25CC,U+FEFF,U+FFFD"
WHOLE = "U+0000-10FFFF"
# Without the marks of direction: the first font that has one sets the height of its line.
UNMARKED = "U+0000-200D,U+2010-10FFFF"
ARROWS = "←↑→↓↔⇄↶↷≈≠≤≥"
MARKS = "▸◂▾▴▲▼□○●☰✓✕⌫⌘⇧⚠★☆"
NUMBERS = "①②③④⑤⑥⑦⑧⑨⚑"

FONTS = {
    "NotoSans-Regular": f"{LATIN},{SIGNS}",
    "NotoSans-Bold": f"{LATIN},{SIGNS}",
    "NotoSansBengali-Regular": WHOLE,
    "NotoSansBengali-Bold": WHOLE,
    "NotoNaskhArabic-Regular": UNMARKED,
    "NotoNaskhArabic-Bold": UNMARKED,
    "NotoSansHebrew-Regular": UNMARKED,
    "NotoSansHebrew-Bold": UNMARKED,
    "NotoSansDevanagari-Regular": UNMARKED,
    "NotoSansDevanagari-Bold": UNMARKED,
    "NotoNastaliqUrdu-Regular": UNMARKED,
    "NotoSansSymbols-Regular": ",".join(f"U+{ord(sign):04X}" for sign in NUMBERS),
    "NotoSansSymbols2-Regular": ",".join(f"U+{ord(sign):04X}" for sign in MARKS),
    "NotoSansMath-Regular": ",".join(f"U+{ord(sign):04X}" for sign in ARROWS),
}


def ditto_mark() -> None:
    """Draw the glyph 〃 as two slanted bars, as in the program's icon, into a font of one glyph."""
    pen = TTGlyphPen(None)
    for left in (200, 520):
        pen.moveTo((left, 0))
        for point in ((left + 200, 700), (left + 340, 700), (left + 140, 0)):
            pen.lineTo(point)
        pen.closePath()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "ditto"])
    builder.setupCharacterMap({0x3003: "ditto"})
    builder.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "ditto": pen.glyph()})
    builder.setupHorizontalMetrics({".notdef": (1000, 0), "ditto": (1060, 200)})
    builder.setupHorizontalHeader(ascent=1069, descent=-293)
    builder.setupNameTable({"familyName": "Dittomark Signs", "styleName": "Regular"})
    builder.setupOS2(
        sTypoAscender=1069, sTypoDescender=-293, usWinAscent=1069, usWinDescent=293, fsType=0
    )
    builder.setupPost()
    builder.updateHead(created=0, modified=0)
    builder.font.recalcTimestamp = False
    builder.save(str(TARGET / "DittomarkSigns.ttf"))


def main(source: Path, *names: str) -> int:
    """Write the fonts, or those that are named; return the exit code."""
    if unknown := set(names) - FONTS.keys():
        print(f"FONTS has no {', '.join(sorted(unknown))}", file=sys.stderr)
        return 1
    if not source.is_dir():
        print(f"{source} is missing: see the head of this file", file=sys.stderr)
        return 1
    TARGET.mkdir(parents=True, exist_ok=True)
    if not names:
        ditto_mark()
    for name, unicodes in FONTS.items():
        if names and name not in names:
            continue
        target = TARGET / f"{name}.ttf"
        subset.main(
            [
                str(source / f"{name}.ttf"),
                f"--unicodes={unicodes}",
                "--layout-features=*",
                "--no-hinting",
                "--name-IDs=*",
                "--notdef-outline",
                "--no-recalc-timestamp",
                f"--output-file={target}",
            ]
        )
        print(f"{target.name}: {target.stat().st_size // 1024} KiB")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:]))
