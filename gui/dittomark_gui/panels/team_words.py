"""Roles, days and values as text, for the team page."""

from typing import TYPE_CHECKING, Final

from dittomark_gui.i18n import QT_TRANSLATE_NOOP, day, decimal, translate

if TYPE_CHECKING:
    from dittomark.team_rules import Role

ROLES: Final[tuple[tuple["Role", str], ...]] = (
    ("lead", QT_TRANSLATE_NOOP("Team", "Lead")),
    ("annotator", QT_TRANSLATE_NOOP("Team", "Annotator")),
    ("adjudicator", QT_TRANSLATE_NOOP("Team", "Adjudicator")),
)


def role_name(role: "Role") -> str:
    """Return the translated name of a role."""
    return translate("Team", dict(ROLES)[role])


def short_day(text: str) -> str:
    """Return a day without its year."""
    return " ".join(day(text).split()[:2])


def value_or_dash(value: float | None) -> str:
    """Return a value with two digits, or a dash for None."""
    return "–" if value is None else decimal(value, 2)
