"""Cut the fonts that Dittomark ships out of Debian's `fonts-noto-core`.

    apt-get install fonts-noto-core && python packaging/fonts/make_fonts.py

Latin, Greek and Cyrillic, all of Bengali, and the few signs the interface draws as text are kept,
with every OpenType feature (Bengali can't be set without them). Hinting is left out: the program
draws at the resolutions of today's screens, and a third of each file is hinting.
"""

import sys
from pathlib import Path

from fontTools import subset

SOURCE = Path("/usr/share/fonts/truetype/noto")
TARGET = Path(__file__).parents[2] / "resources/dittomark_resources/fonts"

LATIN = "U+0020-024F,U+0259,U+02B0-02FF,U+0300-036F,U+0370-03FF,U+0400-04FF,U+1E00-1EFF"
SIGNS = "U+2000-206F,U+2070-209F,U+20A0-20BF,U+2100-214F,U+2190-2193,U+2212,U+25CC,U+FEFF,U+FFFD"
BENGALI = "U+0000-10FFFF"
ARROWS = "←↑→↓↔⇄↶↷≈"
MARKS = "▾▴●○✓✕⌫⌘⇧⚠★☆"

FONTS = {
    "NotoSans-Regular": f"{LATIN},{SIGNS}",
    "NotoSans-Bold": f"{LATIN},{SIGNS}",
    "NotoSerif-Regular": f"{LATIN},{SIGNS}",
    "NotoSerif-Bold": f"{LATIN},{SIGNS}",
    "NotoSansBengali-Regular": BENGALI,
    "NotoSansBengali-Bold": BENGALI,
    "NotoSerifBengali-Regular": BENGALI,
    "NotoSerifBengali-Bold": BENGALI,
    "NotoSansSymbols2-Regular": ",".join(f"U+{ord(sign):04X}" for sign in MARKS),
    "NotoSansMath-Regular": ",".join(f"U+{ord(sign):04X}" for sign in ARROWS),
}


def main() -> int:
    """Write the cut fonts; returns the exit code."""
    if not SOURCE.is_dir():
        print(f"{SOURCE} is missing: apt-get install fonts-noto-core", file=sys.stderr)
        return 1
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, unicodes in FONTS.items():
        target = TARGET / f"{name}.ttf"
        subset.main(
            [
                str(SOURCE / f"{name}.ttf"),
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
    sys.exit(main())
