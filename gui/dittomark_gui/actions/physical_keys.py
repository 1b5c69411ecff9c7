"""Translates a key to the key at the same position of a US keyboard.

Keyboards for Bengali, Arabic or Russian have no Latin letters: there the position of a key decides
its meaning, not its label. The same is true for the row of digits where digits need Shift (on
French or Czech keyboards).
"""

from typing import Final

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

# X11 and Wayland number keys by position: rows of a US keyboard with the number of the first key.
_ROWS: Final = (
    (10, "1234567890-="),
    (24, "qwertyuiop[]"),
    (38, "asdfghjkl;'`"),
    (51, "\\zxcvbnm,./"),
)
_BY_SCAN_CODE: Final = {
    first + place: sign for first, row in _ROWS for place, sign in enumerate(row)
}
# Windows numbers keys by their US labels, letters and digits by their characters.
_BY_WINDOWS_KEY: Final = {
    **{ord(sign.upper()): sign for sign in "abcdefghijklmnopqrstuvwxyz0123456789"},
    **dict(zip(range(0xBA, 0xC1), ";=,-./`", strict=True)),
    **dict(zip(range(0xDB, 0xDF), "[\\]'", strict=True)),
}
# macOS: the numbers of `kVK_ANSI_…` in Carbon's Events.h.
_MAC: Final = "asdfhgzxcv bqweryt123465=97-80]ou[ip lj'k;\\,/nm.  `"
_BY_MAC_KEY: Final = {number: sign for number, sign in enumerate(_MAC) if sign != " "}
_SHIFTED: Final = dict(zip("`1234567890-=[]\\;',./", '~!@#$%^&*()_+{}|:"<>?', strict=True))

_LAST_LATIN: Final = 0xFF
_FIRST_SPECIAL: Final = 0x01000000  # the first code of Qt for Enter, arrows, F1 …
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier


def us_sign(event: QKeyEvent) -> str | None:
    """Return the label of a key's position on a US keyboard, without Shift; None if unknown."""
    match QGuiApplication.platformName():
        case "windows":
            return _BY_WINDOWS_KEY.get(event.nativeVirtualKey())
        case "cocoa":
            return _BY_MAC_KEY.get(event.nativeVirtualKey())
        case _:
            return _BY_SCAN_CODE.get(event.nativeScanCode())


def position_decides(event: QKeyEvent) -> bool:
    """Return whether a key's position decides its meaning: its character is not Latin."""
    return event.key() == 0 or _LAST_LATIN < event.key() < _FIRST_SPECIAL


def is_digit_that_needs_shift(event: QKeyEvent) -> bool:
    """Return whether a key of the row of digits, without Shift, gives another character."""
    sign = us_sign(event)
    return (
        sign is not None
        and sign.isdigit()
        and not event.modifiers()
        and 0 < event.key() < _FIRST_SPECIAL
        and not chr(event.key()).isdigit()
    )


def as_on_us_keyboard(event: QKeyEvent) -> QKeyEvent | None:
    """Return the event that a US keyboard would send, or None if the position is unknown."""
    sign = us_sign(event)
    if sign is None:
        return None
    modifiers = event.modifiers()
    if modifiers & _SHIFT:
        sign = _SHIFTED.get(sign, sign.upper())
    key = Qt.Key(ord(sign.upper()))
    plain = not modifiers & ~(_SHIFT | _KEYPAD)
    return QKeyEvent(event.type(), key, modifiers, sign if plain else "", event.isAutoRepeat())


def sequences(event: QKeyEvent) -> list[str]:
    """Return the shortcuts, as text, that a key event may match.

    A character that needs Shift is written without it: `?`, not `Shift+?`.
    """
    found = [event.keyCombination()]
    if event.modifiers() & _SHIFT and not chr(event.key() & 0xFFFF).isalpha():
        found.append(QKeyCombination(event.modifiers() & ~_SHIFT, Qt.Key(event.key())))
    return [
        QKeySequence(QKeyCombination(item.keyboardModifiers() & ~_KEYPAD, item.key())).toString()
        for item in found
    ]


def with_type(event: QKeyEvent, kind: QEvent.Type) -> QKeyEvent:
    """Return a key event with the same key but another event type."""
    return QKeyEvent(kind, event.key(), event.modifiers(), event.text(), event.isAutoRepeat())
