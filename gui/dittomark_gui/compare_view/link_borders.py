"""Moves the dragged border of a link to a border of words. Pure functions."""

from dittomark.texts.segmentation import words


def word_border(text: str, offset: int, *, start: bool) -> int:
    """Return the word border for an offset: of the start of a range, or of its end.

    Inside a word it is the nearer of its ends. Between words white space is left out: a range
    begins after it and ends before it; signs such as quotation marks stay on their side.
    """
    offset = max(0, min(offset, len(text)))
    first = text.rfind("\n", 0, offset) + 1
    last = text.find("\n", offset)
    for begin, end in words(text[first : len(text) if last < 0 else last]):
        begin, end = first + begin, first + end  # noqa: PLW2901  (in the whole text)
        if begin < offset < end:
            return begin if offset - begin <= end - offset else end
    if start:
        moved = offset + len(text[offset:]) - len(text[offset:].lstrip())
        return moved if moved < len(text) else offset
    return len(text[:offset].rstrip()) or offset
