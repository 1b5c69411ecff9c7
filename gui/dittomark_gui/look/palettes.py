"""The palettes for passages that a user can choose, and the strength of their tints.

A palette is a list of hues; the colours of a passage (tint under the text, line, badge) are mixed
from a hue and the theme's page colour, as far as text on them stays readable. The default palette
is tuned by hand for every theme (`colors.py`).

Sources: M. Okabe, K. Ito, "Color Universal Design" (2008); P. Tol, "Colour Schemes", SRON technical
note (2021), schemes *bright* and *muted*. All three are made for colour-blind readers.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, partial
from typing import Final

from dittomark_gui.look.colors import Theme, Tint
from dittomark_gui.look.mixing import contrast, mixed

DEFAULT_PALETTE: Final = "dittomark"
# Ordered so that neighbours differ for every kind of colour vision.
HUES: Final[dict[str, tuple[str, ...]]] = {
    "okabe_ito": ("#e69f00", "#009e73", "#d55e00", "#0072b2", "#cc79a7", "#f0e442", "#56b4e9"),
    "tol_bright": ("#4477aa", "#ccbb44", "#66ccee", "#228833", "#aa3377", "#ee6677"),
    "tol_muted": (
        "#117733",
        "#332288",
        "#cc6677",
        "#88ccee",
        "#ddcc77",
        "#44aa99",
        "#999933",
        "#882255",
    ),
    "grey": ("#8a8a8a", "#8a8a8a"),
}
PALETTES: Final = (DEFAULT_PALETTE, *HUES)
NORMAL: Final = "normal"
# Factor of a tint's contrast with the page, by name.
STRENGTHS: Final[dict[str, float]] = {"soft": 0.5, NORMAL: 1.0, "strong": 2.0}

_READABLE: Final = 4.55  # WCAG 2 requires 4.5; the rest is for rounding
_VISIBLE: Final = 2.0  # lines only repeat the number in the badge
# Contrast of a tint with the page, minus 1.
_STANDS_OUT: Final = {"light": 0.25, "dark": 0.5, "high_contrast": 0.7}
_EVERY_OTHER_GREY: Final = 0.5  # without hues, every other passage has a paler grey
_STEPS: Final = 40


@lru_cache(maxsize=64)
def with_palette(theme: Theme, palette: str, strength: str = NORMAL) -> Theme:
    """Return the theme with the passage colours of a palette; unknown names mean the default.

    The same arguments return the same object, so that themes can be compared by identity.
    """
    factor = STRENGTHS.get(strength, 1.0)
    hues = HUES.get(palette)
    if hues is None and factor == 1.0:
        return theme
    if factor > 1:
        # Stronger tints need stronger text where boilerplate overlaps a passage.
        theme = replace(theme, block_text=mixed(theme.block_text, theme.text, 0.5))
    if hues is None:
        tints = tuple(_scaled_tint(theme, tint, factor) for tint in theme.tints)
    else:
        weights = [
            _EVERY_OTHER_GREY if palette == "grey" and i % 2 else 1.0 for i in range(len(hues))
        ]
        wanted = [1 + _STANDS_OUT[theme.name] * factor * weight for weight in weights]
        tints = tuple(map(partial(_mixed_tint, theme), hues, wanted))
    return replace(theme, tints=tints)


def _mixed_tint(theme: Theme, hue: str, wanted: float) -> Tint:
    badge_text = theme.page if theme.dark else "#ffffff"
    line = _towards(hue, theme.text, lambda value: contrast(value, theme.page) >= _VISIBLE)
    badge = _towards(hue, theme.text, lambda value: contrast(value, badge_text) >= _READABLE)
    return Tint(_fill(theme, theme.page, line, wanted), line, badge, badge_text)


def _scaled_tint(theme: Theme, tint: Tint, factor: float) -> Tint:
    wanted = 1 + (contrast(tint.fill, theme.page) - 1) * factor
    ends = (theme.page, tint.fill) if factor < 1 else (tint.fill, tint.line)
    return replace(tint, fill=_fill(theme, *ends, wanted))


def _fill(theme: Theme, start: str, end: str, wanted: float) -> str:
    """Return the first mixture from `start` to `end` with the wanted contrast to the page.

    It stops earlier if text on it would become unreadable.
    """
    fill = start
    for step in range(_STEPS + 1):
        candidate = mixed(start, end, step / _STEPS)
        if min(contrast(ink, candidate) for ink in (theme.text, theme.block_text)) < _READABLE:
            break
        fill = candidate
        if contrast(fill, theme.page) >= wanted:
            break
    return fill


def _towards(value: str, end: str, is_enough: Callable[[str], bool]) -> str:
    """Return `value`, mixed with as little of `end` as is enough."""
    candidates = (mixed(value, end, step / _STEPS) for step in range(_STEPS + 1))
    return next(filter(is_enough, candidates), end)
