"""A clean text is what is left when the marked stretches are taken out."""

import pytest

from dittomark.annotations import Span
from dittomark.exporting.clean_text import clean


def marked(*stretches: tuple[int, int]) -> list[Span]:
    return [
        Span(f"s{place}", "a", start, end, "caption", "Asha")
        for place, (start, end) in enumerate(stretches)
    ]


@pytest.mark.parametrize(
    ("text", "stretches", "left"),
    [
        ("abcdef", [], "abcdef"),
        ("abcdef", [(0, 2)], "cdef"),
        ("abcdef", [(4, 6), (0, 2)], "cd"),
        ("abcdef", [(0, 5), (1, 3)], "f"),  # one within another
        ("abcdef", [(0, 3), (2, 5)], "f"),
        ("abcdef", [(0, 3), (0, 3)], "def"),  # of two people
        ("abcdef", [(0, 6)], ""),
        ("ab\n\nMenu\n\ncd", [(4, 8)], "ab\n\ncd"),  # at most one empty line is left
        ("ab\r\n \r\nMenu\r\ncd", [(7, 11)], "ab\n\ncd"),
        ("ab\n\n\n\ncd", [], "ab\n\n\n\ncd"),  # without marks it is as it was
        (" ab ", [], "ab"),
    ],
)
def test_marked_stretches_are_taken_out(
    text: str, stretches: list[tuple[int, int]], left: str
) -> None:
    assert clean(text, marked(*stretches)) == left
