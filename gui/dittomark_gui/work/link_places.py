"""Where links go: stretches without white space around, and where one is divided. Pure."""

from dittomark.texts.segmentation import snap, words

Range = tuple[int, int]


def divided(text: str, stretch: Range, share: float) -> int:
    """Return where to divide a stretch of a text: the border of words next to a share of it.

    The result lies inside the stretch; a stretch of one character can't be divided (its start).
    """
    start, end = stretch
    wanted = start + share * (end - start)
    piece = text[start:end]
    borders = [start + begin for begin, _ in words(piece) if 0 < begin < end - start]
    if borders:
        return min(borders, key=lambda border: abs(border - wanted))
    return snap(text, round(wanted), round(wanted))[0]


def trimmed(text: str, stretch: Range) -> Range:
    """Return a stretch without white space at its ends (as it is where there is nothing else)."""
    start, end = stretch
    piece = text[start:end]
    kept = piece.strip()
    if not kept:
        return stretch
    begin = start + piece.index(kept)
    return begin, begin + len(kept)
