"""Helpers for the ranges of links: trimming and dividing. Pure functions."""

from dittomark.texts.segmentation import snap, words

Range = tuple[int, int]


def divided(text: str, stretch: Range, share: float) -> int:
    """Return the offset at which to divide a range: the word border nearest to a share of its length.

    The offset is inside the range; for a range of one character, which cannot be divided, it is its
    start.
    """
    start, end = stretch
    wanted = start + share * (end - start)
    piece = text[start:end]
    borders = [start + begin for begin, _ in words(piece) if 0 < begin < end - start]
    if borders:
        return min(borders, key=lambda border: abs(border - wanted))
    return snap(text, round(wanted), round(wanted))[0]


def trimmed(text: str, stretch: Range) -> Range:
    """Return a range without the white space at its ends; unchanged if it has nothing else."""
    start, end = stretch
    piece = text[start:end]
    kept = piece.strip()
    if not kept:
        return stretch
    begin = start + piece.index(kept)
    return begin, begin + len(kept)
