"""The texts of a history entry: its operation, and the details of the change."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Final

from dittomark.annotations import HistoryEntry, RowChange
from dittomark.article_fields import EDITABLE
from dittomark.errors import NotFoundError
from dittomark_gui.i18n import day, translate
from dittomark_gui.session import Session
from dittomark_gui.words import (
    article_title,
    count_name,
    link_kind_name,
    operation_name,
    relation_name,
    short_line,
    span_name,
)

# An edit of many rows (a merge, an import) is described by its first ones.
_MOST_ROWS: Final = 3
_EXCERPT: Final = 40
_TITLE: Final = 50
# Fields of an event or article whose changes are described.
_TEXT_FIELDS: Final = (*EDITABLE, "place", "note")

Row = Mapping[str, Any]


def operation_words(entry: HistoryEntry) -> str:
    """Return the operation in words; `undo:annotate_span` becomes "Undo: Mark a span"."""
    text = ": ".join(operation_name(part) for part in entry.operation.split(":"))
    if entry.state in ("undone", "gone"):
        text += " " + translate("History", "(undone)")
    return text


class Details:
    """Describes what an edit changed, with titles and excerpts instead of ids."""

    def __init__(self, session: Session) -> None:
        self._session = session
        # The entries of a page refer to the same few articles.
        self._article = lru_cache(maxsize=500)(self._read_article)
        self._pair = lru_cache(maxsize=500)(self._read_pair)
        self._event = lru_cache(maxsize=500)(self._read_event)
        self._excerpt = lru_cache(maxsize=500)(self._read_excerpt)
        self._describers: dict[str, Callable[[Row, Row], str]] = {
            "spans": self._describe_span,
            "links": self._describe_link,
            "judgements": self._describe_judgement,
            "memberships": self._describe_membership,
            "events": self._describe_titled,
            "articles": self._describe_titled,
            "pairs": self._describe_pair,
            "suggestions": self._describe_suggestion,
            "decisions": self._describe_decision,
        }

    def describe(self, entry: HistoryEntry) -> str:
        """Return a one-line description of an edit."""
        pieces = [count_name(table, count) for table, count in entry.added.items()]
        pieces += [self._describe(change) for change in entry.changes[:_MOST_ROWS]]
        if len(entry.changes) > _MOST_ROWS:
            pieces.append(translate("History", "%n more", "", len(entry.changes) - _MOST_ROWS))
        return "; ".join(dict.fromkeys(piece for piece in pieces if piece))

    def _describe(self, change: RowChange) -> str:
        describe = self._describers.get(change.entity)
        before, after = change.before or {}, change.after or {}
        return describe(before, after or before) if describe is not None else ""

    # --- descriptions by table --------------------------------------------------------------------

    def _describe_span(self, old: Row, new: Row) -> str:
        article = str(new.get("article_id", ""))
        scheme = self._session.project.scheme
        label = _change(old, new, "label", lambda key: span_name(scheme, key))
        text = self._excerpt(article, new.get("start") or 0, new.get("end") or 0)
        return _joined(label, text, self._article(article))

    def _describe_link(self, old: Row, new: Row) -> str:
        scheme = self._session.project.scheme
        kind = _change(old, new, "kind", lambda key: link_kind_name(scheme, key))
        sides = (
            self._excerpt(str(new.get(side, "")), new.get(f"{side}_start") or 0, end)
            for side in ("a", "b")
            if (end := new.get(f"{side}_end") or 0)
        )
        return _joined(kind, " ↔ ".join(sides))

    def _describe_judgement(self, old: Row, new: Row) -> str:
        scheme = self._session.project.scheme
        pieces = []
        if old.get("relation") != new.get("relation"):
            pieces.append(_change(old, new, "relation", lambda key: relation_name(scheme, key)))
        for name, words in (
            ("done", translate("History", "done")),
            ("flagged", translate("History", "flagged")),
            ("skipped", translate("History", "skipped")),
        ):
            if bool(old.get(name)) != bool(new.get(name)):
                pieces.append(words if new.get(name) else f"{words} → –")
        if (old.get("note") or "") != (new.get("note") or ""):
            pieces.append(_change(old, new, "note", _quoted))
        return _joined(*pieces, self._pair(str(new.get("pair_id", ""))))

    def _describe_membership(self, _old: Row, new: Row) -> str:
        return _joined(
            self._event(str(new.get("event_id", ""))),
            self._article(str(new.get("article_id", ""))),
        )

    def _describe_titled(self, old: Row, new: Row) -> str:
        """Return the title of an event or article, and its changed fields."""
        pieces = [short_line(str(new.get("title") or new.get("external_id") or ""), _TITLE)]
        if old:
            pieces += [
                _change(old, new, name, day if name == "date" else str)
                for name in _TEXT_FIELDS
                if (old.get(name) or "") != (new.get(name) or "")
            ]
        return _joined(*pieces)

    def _describe_pair(self, _old: Row, new: Row) -> str:
        return self._titles(str(new.get("a", "")), str(new.get("b", "")))

    def _describe_suggestion(self, _old: Row, new: Row) -> str:
        article, label = str(new.get("article_id") or ""), new.get("label")
        text = self._excerpt(article, new.get("start") or 0, new.get("end") or 0)
        return _joined(
            span_name(self._session.project.scheme, label) if label else "",
            text,
            self._pair(str(new.get("pair_id") or "")) or self._article(article),
        )

    def _describe_decision(self, _old: Row, new: Row) -> str:
        target = str(new.get("target", ""))
        return self._pair(target) if new.get("kind") == "relation" else self._article(target)

    # --- titles and excerpts by id ----------------------------------------------------------------

    def _read_article(self, article_id: str) -> str:
        infos = self._session.project.article_infos([article_id])
        if not infos:
            return ""
        title = article_title(infos[0])
        return short_line(title, _TITLE)

    def _read_pair(self, pair_id: str) -> str:
        try:
            pair = self._session.project.pair(pair_id)
        except NotFoundError:
            return ""
        return self._titles(pair.a, pair.b)

    def _read_event(self, event_id: str) -> str:
        events = self._session.project.events()
        return next((event.title for event in events if event.id == event_id), "")

    def _read_excerpt(self, article_id: str, start: int, end: int) -> str:
        try:
            text = self._session.project.article(article_id).text
        except NotFoundError:
            return ""
        return _quoted(text[start : min(end, start + 4 * _EXCERPT)]) if end > start else ""

    def _titles(self, a: str, b: str) -> str:
        return " ↔ ".join(title for title in (self._article(a), self._article(b)) if title)


def _change(old: Row, new: Row, name: str, words: Callable[[Any], str]) -> str:
    """Return a field's new value, preceded by the old one if there was another."""
    before, after = old.get(name), new.get(name)
    if not before or before == after:
        return words(after) if after else ""
    return f"{words(before)} → {words(after) if after else '–'}"


def _joined(*pieces: str) -> str:
    return " · ".join(piece for piece in pieces if piece)


def _quoted(text: str) -> str:
    return f"“{short_line(text, _EXCERPT)}”"
