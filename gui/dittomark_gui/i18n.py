"""The language of the interface: translations, digits, dates, layout direction.

Every text of the interface is passed through `translate(context, text)`, so that Qt Linguist's
tools find it (`make translations`). Numbers and dates are formatted by the functions below, in
Bengali with Bengali digits.
"""

import threading
from collections.abc import Callable
from functools import lru_cache
from string import Formatter
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QCollator,
    QCoreApplication,
    QDate,
    QLibraryInfo,
    QLocale,
    Qt,
    QTranslator,
)
from PySide6.QtGui import QGuiApplication

import dittomark_resources as resources
from dittomark.errors import UserError
from dittomark.messages import Message
from dittomark.system.administration import setup_language
from dittomark_resources.languages import SOURCE_LANGUAGE, languages

if TYPE_CHECKING:
    from datetime import datetime

translate = QCoreApplication.translate


_MINUS: Final = "\N{MINUS SIGN}"


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001
    """Mark a text in a table for translation; replaces Qt's function, which has no types."""
    return text


# Language code → the language's own name.
LANGUAGES: Final = {code: one.name for code, one in languages().items()}

# From this many seconds on, a duration is rounded to minutes.
_WHOLE_MINUTES: Final = 300


def system_language() -> str:
    """Return the code of the language to start in: the setup program's, else the system's.

    Falls back to English if there is no translation for any of them.
    """
    if (chosen := setup_language()) in LANGUAGES:
        return chosen
    for name in QLocale.system().uiLanguages():
        code = name.replace("_", "-").split("-")[0]
        if code in LANGUAGES:
            return code
    return "en"


def interface_language() -> str:
    """Return the code of the interface's language."""
    return QLocale().name().split("_")[0]


class Language:
    """Installs the translations of one language at a time."""

    def __init__(self) -> None:
        self._translators: list[QTranslator] = []
        self.code = "en"

    def install(self, code: str) -> None:
        """Set the language (empty: the system's) of all widgets created from now on."""
        application = QCoreApplication.instance()
        if application is None:
            return
        self.uninstall()
        self.code = code or system_language()
        QLocale.setDefault(QLocale(self.code))
        for translator in self._load(self.code):
            application.installTranslator(translator)
            self._translators.append(translator)
        entry = languages().get(self.code)
        mirrored = entry is not None and entry.direction == "rtl"
        QGuiApplication.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        )

    def uninstall(self) -> None:
        """Remove the translations from the application."""
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        self._translators.clear()

    @staticmethod
    def _load(code: str) -> list[QTranslator]:
        # English has a file too, for "1 pair" and "2 pairs"; Qt's own texts are English already.
        names = [f"dittomark_{code}", *([f"qtbase_{code}"] if code != SOURCE_LANGUAGE else [])]
        loaded = []
        folder = resources.path("translations")
        for name in names:
            translator = QTranslator()
            if translator.load(name, str(folder)) or translator.load(
                name, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            ):
                loaded.append(translator)
        return loaded


class _Filling(Formatter):
    """Fills the templates of core: numbers in local digits, nested sentences translated."""

    def format_field(self, value: object, format_spec: str) -> str:
        """Return a field as text, in the format of the template's specification (`{hour:02}`)."""
        if isinstance(value, str):
            return localized(value)
        if isinstance(value, int) and not format_spec:
            return number(value)
        return "".join(_digit(char) for char in format(value, format_spec))


_filling: Final = _Filling()


def localized(text: str | BaseException) -> str:
    """Return a `UserError` or `Message` of core in the interface's language.

    Anything else (a name, an error of a library) is returned as a string, unchanged.
    """
    message = text.message if isinstance(text, UserError) else text
    if not isinstance(message, Message):
        return str(message)
    template = translate("Core", message.template)
    return _filling.vformat(template, (), message.fields) if message.fields else template


def program_name() -> str:
    """Return the name of the program in the interface's language."""
    return translate("Program", "Dittomark")


def number(value: int) -> str:
    """Return a whole number with the digits and grouping of the interface's language."""
    return QLocale().toString(value).replace("-", _MINUS)


def decimal(value: float, digits: int = 1) -> str:
    """Return a number with `digits` decimal places, with a minus sign if negative."""
    shown = round(value, digits) + 0.0  # adding 0.0 turns -0.0 into 0.0
    return QLocale().toString(shown, "f", digits).replace("-", _MINUS)


def percent(share: float) -> str:
    """Return a share (0–1) as whole per cent."""
    return translate("Numbers", "{n} %").format(n=number(round(share * 100)))


def around_percent() -> tuple[str, str]:
    """Return the texts before and after a percentage, as prefix and suffix of a spin box."""
    before, after = translate("Numbers", "{n} %").split("{n}")
    return before, after


def collation() -> Callable[[str], Any]:
    """Return a sort key function for the dictionary order of the interface's language.

    Numbers are sorted by value. The function may be used in any thread, and is the same object for
    each call.
    """
    return _collation(interface_language())


@lru_cache(maxsize=4)
def _collation(language: str) -> Callable[[str], Any]:
    local = threading.local()
    locale = QLocale(language)

    def key(text: str) -> Any:  # noqa: ANN401
        collator: QCollator | None = getattr(local, "collator", None)
        if collator is None:
            collator = local.collator = QCollator(locale)
            collator.setNumericMode(True)
            collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        return collator.sortKey(text)

    return key


def clock_time(moment: "datetime") -> str:
    """Return the local time of day with seconds: `12:03:41`."""
    local = moment.astimezone()
    return "".join(_digit(char) for char in local.strftime("%H:%M:%S"))


def moment(text: str) -> str:
    """Return an ISO 8601 time in UTC as local date and time, in the interface's language."""
    from datetime import UTC, datetime

    try:
        parsed = datetime.fromisoformat(text)
        if parsed.tzinfo is None:
            parsed = parsed.replace(tzinfo=UTC)
        local = parsed.astimezone()
    except (ValueError, OverflowError):  # the earliest and latest dates, in another time zone
        return text
    return f"{day(local.date().isoformat())} {clock_time(local)}"


def short_moment(text: str) -> str:
    """Return an ISO 8601 time in UTC as local time if it is today, else as a date.

    A future time, from a wrong clock, is shown as now.
    """
    from datetime import UTC, datetime

    try:
        parsed = datetime.fromisoformat(text)
        now = datetime.now().astimezone()
        local = min(parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC), now).astimezone()
    except (ValueError, OverflowError):
        return text
    if local.date() == now.date():
        return "".join(_digit(char) for char in local.strftime("%H:%M"))
    return QLocale().toString(QDate(local.year, local.month, local.day), "d MMM")


def day(text: str) -> str:
    """Return an ISO 8601 date, month or year (or time) in words of the interface's language."""
    parts = text[:10].split("-")
    if not all(part.isdecimal() for part in parts) or not 1 <= len(parts) <= 3:
        return text
    if len(parts) == 1:
        return "".join(_digit(char) for char in parts[0])
    date = QDate(int(parts[0]), int(parts[1]), int(parts[2]) if len(parts) == 3 else 1)
    if not date.isValid():
        return text
    return QLocale().toString(date, "d MMMM yyyy" if len(parts) == 3 else "MMMM yyyy")


def duration(seconds: float) -> str:
    """Return a duration in its two largest units: `1 h 20 min`, `3 min`, `40 s`."""
    if seconds >= _WHOLE_MINUTES:
        seconds = 60 * round(seconds / 60)
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return translate("Numbers", "{h} h {min} min").format(h=number(hours), min=number(minutes))
    if minutes and not rest:
        return translate("Numbers", "{min} min").format(min=number(minutes))
    if minutes:
        return translate("Numbers", "{min} min {s} s").format(min=number(minutes), s=number(rest))
    return translate("Numbers", "{s} s").format(s=number(rest))


def _digit(char: str) -> str:
    return QLocale().toString(int(char)) if char.isdecimal() else char
