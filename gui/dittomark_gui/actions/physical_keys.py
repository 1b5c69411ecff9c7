"""The key of a US keyboard that lies where a key of another keyboard was pressed.

Somebody who writes Bengali, Arabic or Russian has no Latin letters under the fingers: there the
place of a key decides what it means, not what is printed on it. The same holds for the row of
digits where digits need Shift (a French or Czech keyboard).
"""

from typing import Final

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

# X11 and Wayland number the keys by their places: rows of a US keyboard, each from its first number.
_ROWS: Final = (
    (10, "1234567890-="),
    (24, "qwertyuiop[]"),
    (38, "asdfghjkl;'`"),
    (51, "\\zxcvbnm,./"),
)
_BY_SCAN_CODE: Final = {
    first + place: sign for first, row in _ROWS for place, sign in enumerate(row)
}
# Windows names the keys by what a US keyboard has there, letters and digits by their signs.
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
_FIRST_SPECIAL: Final = 0x01000000  # from here on Qt counts Enter, the arrows, F1 …
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier


def us_sign(event: QKeyEvent) -> str | None:
    """Return what a US keyboard has, without Shift, at the place of the key; None if unknown."""
    match QGuiApplication.platformName():
        case "windows":
            return _BY_WINDOWS_KEY.get(event.nativeVirtualKey())
        case "cocoa":
            return _BY_MAC_KEY.get(event.nativeVirtualKey())
        case _:
            return _BY_SCAN_CODE.get(event.nativeScanCode())


def place_decides(event: QKeyEvent) -> bool:
    """Return whether the place of the key decides: its own sign is in no Latin alphabet."""
    return event.key() == 0 or _LAST_LATIN < event.key() < _FIRST_SPECIAL


def is_digit_that_needs_shift(event: QKeyEvent) -> bool:
    """Return whether this is a plain key of the row of digits that writes something else."""
    sign = us_sign(event)
    return (
        sign is not None
        and sign.isdigit()
        and not event.modifiers()
        and 0 < event.key() < _FIRST_SPECIAL
        and not chr(event.key()).isdigit()
    )


def as_on_us_keyboard(event: QKeyEvent) -> QKeyEvent | None:
    """Return the event as a US keyboard would have sent it; None where the place is unknown."""
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
    """Return the shortcuts, as text, that a key event may stand for.

    A sign that needs Shift is written without it: `?`, not `Shift+?`.
    """
    found = [event.keyCombination()]
    if event.modifiers() & _SHIFT and not chr(event.key() & 0xFFFF).isalpha():
        found.append(QKeyCombination(event.modifiers() & ~_SHIFT, Qt.Key(event.key())))
    return [
        QKeySequence(QKeyCombination(item.keyboardModifiers() & ~_KEYPAD, item.key())).toString()
        for item in found
    ]


def again(event: QKeyEvent, kind: QEvent.Type) -> QKeyEvent:
    """Return the same key as an event of another kind."""
    return QKeyEvent(kind, event.key(), event.modifiers(), event.text(), event.isAutoRepeat())
