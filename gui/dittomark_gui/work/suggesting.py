"""Runs suggesters for the window: search in a worker thread, then storing in one step."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dittomark_gui.background import Report
from dittomark_gui.i18n import QT_TRANSLATE_NOOP, localized, number, translate

if TYPE_CHECKING:
    from dittomark.messages import Message
    from dittomark.project import Project
    from dittomark.suggesting.registry import Registered
    from dittomark.suggesting.running import Found, SuggesterReport

_KINDS: Final = {
    "span": QT_TRANSLATE_NOOP("Suggesters", "spans"),
    "relation": QT_TRANSLATE_NOOP("Suggesters", "relations"),
    "event": QT_TRANSLATE_NOOP("Suggesters", "events"),
    "pair": QT_TRANSLATE_NOOP("Suggesters", "pairs"),
    "link": QT_TRANSLATE_NOOP("Suggesters", "links"),
}
_NAMED: Final = 3  # rejected suggestions that are listed with their reason


def search_with(
    chosen: "Sequence[Registered]", path: Path
) -> "Callable[[Report], tuple[Found, ...]]":
    """Return a function that runs the suggesters one after another; for a worker thread."""

    def search_all(report: Report) -> "tuple[Found, ...]":
        from dittomark.suggesting.isolated import search_registered

        return tuple(search_registered(each, path, None, report) for each in chosen)

    return search_all


def meet_packages(report: Report) -> "list[Message]":
    """Ask new packages for their names and kinds; for a worker thread."""
    from dittomark.suggesting import meeting

    return meeting.meet_packages(report)


def has_unasked_packages(everything: "Sequence[Registered]") -> bool:
    """Return whether a package has not been asked yet for its kinds."""
    return any(each.provider == "package" and not each.kinds for each in everything)


def store_all(
    project: "Project", found: "Sequence[Found]", report: Report
) -> "tuple[SuggesterReport, ...]":
    """Store the results in the project, as one step of the history."""
    from dittomark.suggesting import running

    try:
        return running.store_all(project, found, report=report)
    finally:
        for each in found:
            each.close()


def kind_name(kind: str) -> str:
    """Return the translated name of a kind of suggestion."""
    return translate("Suggesters", _KINDS[kind]) if kind in _KINDS else kind


def kind_names(kinds: Sequence[str] | frozenset[str]) -> str:
    """Return the names of the kinds, in a fixed order."""
    return ", ".join(kind_name(kind) for kind in _KINDS if kind in kinds)


def suggester_name(key: str, everything: "Sequence[Registered]") -> str:
    """Return a suggester's name, or its key if it is not registered here."""
    return next((localized(each.name) for each in everything if each.key == key), key)


def suggestions_summary(reports: "Sequence[SuggesterReport]") -> str:
    """Return the number of suggestions of each kind as sentences."""
    counts: dict[str, int] = {}
    for report in reports:
        for kind, count in report.found.items():
            counts[kind] = counts.get(kind, 0) + count
    sentences = []
    if count := counts.get("span", 0):
        sentences.append(
            translate("Suggest", "%n suggestion(s). U goes to the next one.", "", count)
        )
    if count := counts.get("event", 0):
        sentences.append(translate("Suggest", "Events suggested for %n article(s).", "", count))
    if count := counts.get("relation", 0):
        sentences.append(translate("Suggest", "Relations suggested for %n pair(s).", "", count))
    if count := counts.get("pair", 0):
        sentences.append(translate("Suggest", "%n pair(s) proposed for the queue.", "", count))
    if count := counts.get("link", 0):
        sentences.append(translate("Suggest", "%n link(s) suggested.", "", count))
    return " ".join(sentences) or translate("Suggest", "Nothing new was suggested.")


def problems(reports: "Sequence[SuggesterReport]") -> list[str]:
    """Return a sentence for each problem, at most a few; equal ones are joined."""
    from dittomark.suggesting.rejections import gathered

    found = []
    for report in reports:
        if report.failure is not None:
            found.append(localized(report.failure))
        shown = [each for each, _ in gathered(report.rejected)][:_NAMED]
        for each in shown:
            sentence = f"{report.suggester}, {number(each.number)}: {localized(each.reason)}"
            if each.count > 1:
                alike = translate("Suggest", "and %n more", "", each.count - 1)
                sentence = f"{sentence} ({alike})"
            found.append(sentence)
        if more := report.rejected_count - sum(each.count for each in shown):
            found.append(translate("Suggest", "and %n more", "", more))
    return found


def details_of(reports: "Sequence[SuggesterReport]") -> str:
    """Return the output and tracebacks of failed suggesters; empty if there is none."""
    parts = [
        f"{report.suggester} {report.version}\n{report.details}"
        for report in reports
        if report.details and report.failure is not None
    ]
    return "\n\n".join(parts)
