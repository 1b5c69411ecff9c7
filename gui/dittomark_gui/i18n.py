"""The language of the interface: translations, digits, dates, layout direction.

Every text of the interface goes through `translate(context, text)` so that Qt Linguist's tools
find it (`make translations`). Numbers and dates go through the functions below: in Bengali they
come out in Bengali digits.
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
    """Mark a text of a table for translation where it is shown (Qt's own, with its types)."""
    return text


# Language code → its own name.
LANGUAGES: Final = {code: one.name for code, one in languages().items()}

# From so many seconds on, nobody wants to know the seconds.
_WHOLE_MINUTES: Final = 300


def system_language() -> str:
    """Return the code of the language to start in, or English where we speak none of those.

    That is what the setup was read in, then the system's.
    """
    if (chosen := setup_language()) in LANGUAGES:
        return chosen
    for name in QLocale.system().uiLanguages():
        code = name.replace("_", "-").split("-")[0]
        if code in LANGUAGES:
            return code
    return "en"


def interface_language() -> str:
    """Return the code of the language the interface is in."""
    return QLocale().name().split("_")[0]


class Language:
    """Installs one interface language at a time into the application."""

    def __init__(self) -> None:
        self._translators: list[QTranslator] = []
        self.code = "en"

    def install(self, code: str) -> None:
        """Make `code` (empty: the system's) the language of everything built from now on."""
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
        """Take the translations out of the application."""
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
    """Fills templates of core: numbers in our digits, sentences inside in our language."""

    def format_field(self, value: object, format_spec: str) -> str:
        """Return one field, as the template says where it says how (`{hour:02}`)."""
        if isinstance(value, str):
            return said(value)
        if isinstance(value, int) and not format_spec:
            return number(value)
        return "".join(_digit(char) for char in format(value, format_spec))


_filling: Final = _Filling()


def said(what: str | BaseException) -> str:
    """Return what core says in the interface's language: a `UserError`, or a `Message`.

    What is neither of the two (a name, an error of a library) is returned as it is.
    """
    text = what.message if isinstance(what, UserError) else what
    if not isinstance(text, Message):
        return str(text)
    template = translate("Core", text.template)
    return _filling.vformat(template, (), text.fields) if text.fields else template


def program_name() -> str:
    """Return what the program is called in the interface's language."""
    return translate("Program", "Dittomark")


def number(value: int) -> str:
    """Return a whole number in the digits and grouping of the interface language."""
    return QLocale().toString(value).replace("-", _MINUS)


def decimal(value: float, digits: int = 1) -> str:
    """Return a number with so many digits after the point; below zero with a real minus."""
    shown = round(value, digits) + 0.0  # no minus before nothing but zeros
    return QLocale().toString(shown, "f", digits).replace("-", _MINUS)


def percent(share: float) -> str:
    """Return a share (0–1) as whole per cent."""
    return translate("Numbers", "{n} %").format(n=number(round(share * 100)))


def around_percent() -> tuple[str, str]:
    """Return what stands before and after a number of per cent, for a box that shows one."""
    before, after = translate("Numbers", "{n} %").split("{n}")
    return before, after


def collation() -> Callable[[str], Any]:
    """Return a key by which texts sort as in the interface language's dictionaries.

    Numbers stand by their value. The key may be used in any thread, and is the same each time.
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
    """Return an ISO 8601 moment in UTC as local date and time, in the interface's language."""
    from datetime import UTC, datetime

    try:
        parsed = datetime.fromisoformat(text)
        if parsed.tzinfo is None:
            parsed = parsed.replace(tzinfo=UTC)
        local = parsed.astimezone()
    except (ValueError, OverflowError):  # the first or last day of all, in another time zone
        return text
    return f"{day(local.date().isoformat())} {clock_time(local)}"


def short_moment(text: str) -> str:
    """Return an ISO 8601 moment in UTC as the local time where it is of today, else as the day.

    One that is still to come, by a clock that is wrong, is shown as now.
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
    """Return an ISO 8601 day, month or year (or a moment) in words of the interface's language."""
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
    """Return a stretch of time in the two units that matter: `1 h 20 min`, `3 min`, `40 s`."""
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
