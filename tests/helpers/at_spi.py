"""A minimal screen reader: reads the long texts of the programs on the accessibility bus.

Run by a Python that has the AT-SPI bindings, apart from the tests; prints its findings as JSON.
"""

import json
import sys
from collections.abc import Iterator
from typing import Any

import gi  # type: ignore[import-not-found]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # type: ignore[import-not-found]  # noqa: E402  (version first)


def everything(thing: Any) -> Iterator[Any]:  # noqa: ANN401  (the bindings have no types)
    """Yield an accessible and all its descendants."""
    yield thing
    for index in range(thing.get_child_count()):
        child = thing.get_child_at_index(index)
        if child is not None:
            yield from everything(child)


def panes() -> list[Any]:
    """Return the accessibles with a long text."""
    desktop = Atspi.get_desktop(0)
    programs = [desktop.get_child_at_index(n) for n in range(desktop.get_child_count())]
    return [
        thing
        for program in programs
        for thing in everything(program)
        if "Text" in thing.get_interfaces() and thing.get_character_count() > 200
    ]


def read(pane: Any, caret: int) -> dict[str, object]:  # noqa: ANN401
    """Read from a pane at an offset, put the caret there and select the word."""
    pane.set_caret_offset(caret)
    word = pane.get_string_at_offset(caret, Atspi.TextGranularity.WORD)
    line = pane.get_string_at_offset(caret, Atspi.TextGranularity.LINE)
    caret_told = pane.get_caret_offset()
    pane.add_selection(word.start_offset, word.end_offset)
    # `get_selection` is the accessible's of that name in newer bindings.
    selected = Atspi.Text.get_selection(pane, 0)
    runs: list[tuple[int, int, str | None]] = []
    place = 0
    while place < pane.get_character_count() and len(runs) < 500:
        attributes, start, end = pane.get_attribute_run(place, False)
        runs.append((start, end, attributes.get("bg-color")))
        place = max(end, place + 1)
    return {
        "name": pane.get_name(),
        "text": pane.get_text(0, pane.get_character_count()),
        "caret": caret_told,
        "word": word.content,
        "line": line.content,
        "selected": (selected.start_offset, selected.end_offset),
        "runs": runs,
    }


if __name__ == "__main__":
    caret = int(sys.argv[1])
    json.dump([read(pane, caret) for pane in panes()], sys.stdout)
