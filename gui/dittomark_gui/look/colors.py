"""The colours of the themes, as frozen values without Qt (see `dittomark_gui.look.theme`)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

ThemeName = Literal["light", "dark", "high_contrast"]


@dataclass(frozen=True, slots=True)
class Tint:
    """A passage colour: `fill` under the text, `line` around ribbons, `badge` under a number."""

    fill: str
    line: str
    badge: str
    badge_text: str = "#ffffff"


@dataclass(frozen=True, slots=True)
class Theme:
    """All colours of the interface, named after their use."""

    name: ThemeName
    dark: bool
    # Surfaces.
    window: str
    panel: str
    page: str
    gutter: str
    field: str
    rule: str
    border: str
    # Text on surfaces.
    text: str
    muted: str
    faint: str
    link: str
    source: str
    # Controls and states.
    accent: str
    accent_text: str
    accent_soft: str
    accent_soft_text: str
    success: str
    warning: str
    danger: str
    focus: str
    progress: str
    progress_track: str
    # Article text.
    selection: str
    selection_text: str
    selection_idle: str
    caret: str
    hit: str
    hit_current: str
    edit: str
    edit_soft: str
    variant: str
    form: str
    repeat: str
    sentence: str
    term: str
    weak: str
    invisible: str
    block: str
    block_hatch: str
    block_text: str
    tag: str
    tag_text: str
    chip: str
    chip_text: str
    viewport: str
    tints: tuple[Tint, ...]

    def tint(self, number: int) -> Tint:
        """Return the colour of the passage with a number from 1; colours repeat."""
        return self.tints[(number - 1) % len(self.tints)]

    def text_pairs(self) -> Iterator[tuple[str, str, str]]:
        """Yield (use, text colour, background colour) for every combination in use."""
        for surface in ("window", "panel", "page", "gutter", "field"):
            for words in ("text", "muted"):
                yield f"{words} on {surface}", getattr(self, words), getattr(self, surface)
        for words in ("link", "source", "success", "warning", "danger", "edit", "repeat"):
            for surface in ("page", "panel"):
                yield f"{words} on {surface}", getattr(self, words), getattr(self, surface)
        yield "text on accent", self.accent_text, self.accent
        yield "text on soft accent", self.accent_soft_text, self.accent_soft
        yield "selected text", self.selection_text, self.selection
        yield "text in an idle selection", self.text, self.selection_idle
        yield "text under a search hit", self.text, self.hit
        yield "text under the current search hit", self.text, self.hit_current
        yield "changed word", self.text, self.edit_soft
        yield "similar sentence", self.text, self.sentence
        yield "shared term", self.text, self.term
        yield "weak passage", self.text, self.weak
        yield "boilerplate", self.block_text, self.block
        yield "boilerplate hatch", self.block_text, self.block_hatch
        yield "tag", self.tag_text, self.tag
        yield "open tag", self.tag, self.page
        yield "chip", self.chip_text, self.chip
        for index, tint in enumerate(self.tints, 1):
            yield f"text in passage {index}", self.text, tint.fill
            yield f"boilerplate in passage {index}", self.block_text, tint.fill
            yield f"badge {index}", tint.badge_text, tint.badge
            yield f"ribbon label {index}", self.text, tint.fill


LIGHT: Final = Theme(
    name="light",
    dark=False,
    window="#ffffff",
    panel="#fcfaf8",
    page="#ffffff",
    gutter="#faf8f4",
    field="#ffffff",
    rule="#e6e2db",
    border="#cfc9be",
    text="#1b1b19",
    muted="#67615a",
    faint="#a8a299",
    link="#1f4e79",
    source="#b0440c",
    accent="#1f4e79",
    accent_text="#ffffff",
    accent_soft="#e1eaf5",
    accent_soft_text="#15304c",
    success="#1e704c",
    warning="#8a5a00",
    danger="#b3261e",
    focus="#2f74b5",
    progress="#c8772b",
    progress_track="#e6e2db",
    selection="#2f6db0",
    selection_text="#ffffff",
    selection_idle="#d5dde6",
    caret="#b0440c",
    hit="#fff0a3",
    hit_current="#ffc24d",
    edit="#c02a1d",
    edit_soft="#f7d3c4",
    variant="#8a5a00",
    form="#a8a299",
    repeat="#6b3fa8",
    sentence="#eef1f4",
    term="#e3efe8",
    weak="#f3f1ec",
    invisible="#3a7ca5",
    block="#f7f5f1",
    block_hatch="#efece5",
    block_text="#66605a",
    tag="#5f564e",
    tag_text="#ffffff",
    chip="#e3efe8",
    chip_text="#1b1b19",
    viewport="#8f887d",
    tints=(
        Tint("#fce7ba", "#dfa32c", "#9a6a10"),
        Tint("#d2e8f7", "#5b9ecb", "#2b71a3"),
        Tint("#d6eed8", "#67ad70", "#2f7d3c"),
        Tint("#f6dbe9", "#c77aa5", "#9c4377"),
        Tint("#f3efb1", "#b3a92b", "#726a08"),
        Tint("#e0ddf6", "#8b82cc", "#5a4fa8"),
        Tint("#fbd9c8", "#d88056", "#a8491c"),
        Tint("#cfeeea", "#4aa79c", "#1c7369"),
    ),
)

DARK: Final = Theme(
    name="dark",
    dark=True,
    window="#1e1d1b",
    panel="#232220",
    page="#191817",
    gutter="#1f1e1c",
    field="#2a2926",
    rule="#383531",
    border="#524d46",
    text="#ece8e1",
    muted="#b0a99f",
    faint="#6f6a62",
    link="#8cbdec",
    source="#ef9a63",
    accent="#8cbdec",
    accent_text="#10243a",
    accent_soft="#243a52",
    accent_soft_text="#e3eefa",
    success="#77c79d",
    warning="#e3b25f",
    danger="#f08a7e",
    focus="#8cbdec",
    progress="#d98b45",
    progress_track="#383531",
    selection="#3b6ea3",
    selection_text="#ffffff",
    selection_idle="#3b4149",
    caret="#ef9a63",
    hit="#5c5112",
    hit_current="#8a5b06",
    edit="#ff8a75",
    edit_soft="#6b2d22",
    variant="#e3b25f",
    form="#8b857c",
    repeat="#bda0f0",
    sentence="#262b30",
    term="#22332b",
    weak="#292723",
    invisible="#6fb2dc",
    block="#232220",
    block_hatch="#2b2926",
    block_text="#aca59b",
    tag="#cfc7bb",
    tag_text="#1e1d1b",
    chip="#22332b",
    chip_text="#ece8e1",
    viewport="#8f887d",
    tints=(
        Tint("#4a3810", "#b5852a", "#e6b550", "#241a02"),
        Tint("#15384f", "#4289b8", "#7ec0ee", "#06202f"),
        Tint("#1b4024", "#4d9659", "#84cf90", "#08240d"),
        Tint("#4c2239", "#b0648f", "#e59dc4", "#33081f"),
        Tint("#3e3b0c", "#989021", "#d6cc50", "#222000"),
        Tint("#322d5a", "#7a71bd", "#b2aaf2", "#16113f"),
        Tint("#532a17", "#bd6e48", "#f0a27c", "#330f00"),
        Tint("#12413c", "#3d9187", "#71d0c4", "#032421"),
    ),
)

HIGH_CONTRAST: Final = Theme(
    name="high_contrast",
    dark=True,
    window="#000000",
    panel="#000000",
    page="#000000",
    gutter="#000000",
    field="#000000",
    rule="#8a8a8a",
    border="#ffffff",
    text="#ffffff",
    muted="#e0e0e0",
    faint="#a0a0a0",
    link="#66ccff",
    source="#ffb266",
    accent="#ffe000",
    accent_text="#000000",
    accent_soft="#003a66",
    accent_soft_text="#ffffff",
    success="#66ff99",
    warning="#ffd24d",
    danger="#ff8f85",
    focus="#ffe000",
    progress="#ffb000",
    progress_track="#4a4a4a",
    selection="#ffe000",
    selection_text="#000000",
    selection_idle="#4a4a4a",
    caret="#ffe000",
    hit="#6b5d00",
    hit_current="#8a5200",
    edit="#ff9c8f",
    edit_soft="#7a1f12",
    variant="#ffd24d",
    form="#c0c0c0",
    repeat="#d9b8ff",
    sentence="#262626",
    term="#003d1c",
    weak="#1c1c1c",
    invisible="#66ccff",
    block="#000000",
    block_hatch="#262626",
    block_text="#e0e0e0",
    tag="#ffffff",
    tag_text="#000000",
    chip="#003d1c",
    chip_text="#ffffff",
    viewport="#ffffff",
    tints=(
        Tint("#4d3600", "#ffb000", "#ffb000", "#000000"),
        Tint("#00324d", "#4db8ff", "#4db8ff", "#000000"),
        Tint("#004015", "#4dff88", "#4dff88", "#000000"),
        Tint("#4d0030", "#ff8fcf", "#ff8fcf", "#000000"),
        Tint("#454000", "#fff04d", "#fff04d", "#000000"),
        Tint("#2a1f66", "#b9acff", "#b9acff", "#000000"),
        Tint("#5c2200", "#ff9a5c", "#ff9a5c", "#000000"),
        Tint("#00403a", "#4dffe6", "#4dffe6", "#000000"),
    ),
)

THEMES: Final[dict[ThemeName, Theme]] = {
    theme.name: theme for theme in (LIGHT, DARK, HIGH_CONTRAST)
}
