"""Search the texts of all articles; and articles like the one that is shown."""

import re
from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QDialogButtonBox, QLineEdit

from dittomark.annotations import ArticleInfo
from dittomark.texts.segmentation import snap
from dittomark_gui.background import Report, Task
from dittomark_gui.compare_view.search import find_all
from dittomark_gui.dialogs.base import Dialog
from dittomark_gui.i18n import day, percent, translate
from dittomark_gui.models.rows import ListRow
from dittomark_gui.panels.row_list import RowList
from dittomark_gui.panels.widgets import plain_label
from dittomark_gui.words import article_title, relation_name

if TYPE_CHECKING:
    from dittomark_gui.panels.frame import Frame

_HITS: Final = 60
_SHORTEST: Final = 2  # code points: one letter is in nearly every article
_BEFORE: Final = 30  # code points of context
_AFTER: Final = 90
_WHITE: Final = re.compile(r"\s+")

Show = Callable[[str, str], None]  # an article's id, what was sought in it


class ArticleSearch(Dialog):
    """Rows of articles that a search found, and the index they are found in."""

    def __init__(self, window: "Frame", show: Show, *, title: str) -> None:
        super().__init__(window, title=title, width=760)
        self._session = window.session
        self._background = window.background
        self._show = show
        self._task: Task | None = None
        self.list = RowList(translate("TextSearch", "Articles found"))
        self.list.setMinimumHeight(360)
        self.list.itemActivated.connect(lambda _item: self.accept())
        self.list.itemDoubleClicked.connect(lambda _item: self.accept())
        self.state = plain_label("", "muted")
        self.state.setWordWrap(True)

    @abstractmethod
    def fill(self) -> None:
        """Show what is found in the index as it is now."""

    def wanted(self) -> str:
        """Return what is sought, to be found again in the article that is shown."""
        return ""

    def bring_up_to_date(self) -> None:
        """Read the articles that are not in the index yet, in the background; then fill again."""
        path = self._session.project.path

        def read(report: Report) -> int:
            from dittomark.project import Project

            with Project.open(path, read_only=True) as project:
                return project.index_texts(report=report)

        self._task = self._background.start(
            read, on_done=self._on_read, on_failed=self._on_failed, on_progress=self._on_progress
        )

    def add_articles(self, ids: Sequence[str]) -> None:
        """Show these articles, with what was sought in its context."""
        self.list.clear()
        infos = {info.id: info for info in self._session.project.article_infos(ids)}
        for article_id in ids:
            if article_id in infos:
                self.list.add_row(article_id, self._row(infos[article_id]))
        if self.list.count():
            self.list.setCurrentRow(0)

    def done(self, result: int) -> None:
        """Stop reading."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        super().done(result)

    def accept(self) -> None:
        """Show the article that is chosen."""
        chosen, wanted = self.list.chosen(), self.wanted()
        if chosen is not None:
            super().accept()
            self._show(str(chosen), wanted)

    def _row(self, info: ArticleInfo) -> ListRow:
        about = [info.source, day(info.date)]
        context = self._context(info.id)
        return ListRow(article_title(info), " · ".join(each for each in (*about, context) if each))

    def _context(self, article_id: str) -> str:
        wanted = self.wanted().replace('"', " ").strip()
        if not wanted:
            return ""
        text = self._session.project.article(article_id).text
        hits = find_all(text, wanted) or [
            hit for word in wanted.split() for hit in find_all(text, word)[:1]
        ]
        if not hits:
            return ""
        start, end = hits[0]
        first, last = snap(text, max(start - _BEFORE, 0), min(end + _AFTER, len(text)))
        parts = (text[first:start], text[start:end], text[end:last])
        before, hit, after = (_WHITE.sub(" ", part) for part in parts)
        return f"…{before}«{hit}»{after}…"

    def _on_progress(self, done: int, total: int) -> None:
        if total:
            self.state.setText(
                translate("TextSearch", "Reading the articles: {percent}").format(
                    percent=percent(done / total)
                )
            )

    def _on_read(self, _added: int) -> None:
        self._task = None
        self.state.setText("")
        self.fill()

    def _on_failed(self, error: BaseException) -> None:
        self._task = None
        self._session.report_failure(error)


class TextSearch(ArticleSearch):
    """Type words; the articles that hold them all come up, the best first."""

    help_topic = "judging-pairs#search"

    def __init__(self, window: "Frame", show: Show, *, text: str = "") -> None:
        super().__init__(window, show, title=translate("TextSearch", "Search all articles"))
        self.field = QLineEdit(text)
        self.field.setPlaceholderText(translate("TextSearch", "Words, or “words in this order”"))
        self.field.setAccessibleName(self.field.placeholderText())
        for widget in (self.field, self.list, self.state):
            self.body.addWidget(widget)
        self.add_buttons(translate("TextSearch", "Show"))
        self.field.textChanged.connect(self.fill)
        self.list.follow(self.field)
        self.bring_up_to_date()
        self.fill()

    def wanted(self) -> str:
        """Return what was typed, with plain quotation marks."""
        return self.field.text().translate(_QUOTES).strip()

    def fill(self) -> None:
        """Show what holds the words that were typed."""
        wanted = self.wanted()
        if len(wanted) < _SHORTEST:
            self.list.clear()
            return
        found = self._session.run(lambda project: project.search_texts(wanted, limit=_HITS)) or []
        self.add_articles(found)
        if self._task is None:
            self.state.setText(
                translate("TextSearch", "%n article(s)", "", len(found))
                if found
                else translate("TextSearch", "No article holds these words.")
            )


class MoreLikeThis(ArticleSearch):
    """The articles that share the rare words of one, the likest first."""

    help_topic = "judging-pairs#search"

    def __init__(self, window: "Frame", show: Show, article_id: str) -> None:
        super().__init__(window, show, title=translate("TextSearch", "More like this article"))
        self._article_id = article_id
        self._finding: Task | None = None
        self._found: Sequence[str] | None = None
        self.body.addWidget(self.list)
        self.body.addWidget(self.state)
        self.add_buttons(translate("TextSearch", "Show beside it"))
        self.bring_up_to_date()
        self.fill()

    def fill(self) -> None:
        """Find the articles that are like it, in the background, and show them."""
        path, article_id = self._session.project.path, self._article_id

        def find(_report: Report) -> list[str]:
            from dittomark.project import Project

            with Project.open(path, read_only=True) as project:
                return project.articles_like(article_id)

        self._stop_finding()
        self._finding = self._background.start(
            find, on_done=self._on_found, on_failed=self._on_failed
        )

    def done(self, result: int) -> None:
        """Stop finding and reading."""
        self._stop_finding()
        super().done(result)

    def _stop_finding(self) -> None:
        if self._finding is not None:
            self._finding.cancel()
            self._finding = None

    def _on_found(self, found: Sequence[str]) -> None:
        self._finding = None
        if found != self._found:  # the row that is chosen stays where nothing new came
            self._found = found
            self.add_articles(found)
        if self._task is None and not found:
            self.state.setText(translate("TextSearch", "No other article is like this one."))


class MyJudgements(Dialog):
    """The pairs that this person judged last, to go back to."""

    help_topic = "judging-pairs#back"

    def __init__(self, window: "Frame") -> None:
        super().__init__(window, title=translate("TextSearch", "My last judgements"), width=620)
        self._window = window
        session = window.session
        self.list = RowList(translate("TextSearch", "Pairs judged last"))
        self.list.setMinimumHeight(360)
        who = session.annotator
        ids = session.project.recent_judgements(annotator=who)
        for row in session.project.queue_rows(ids, annotator=who):
            names = f"{row.title_a or row.source_a} ↔ {row.title_b or row.source_b}"
            relation = relation_name(session.project.scheme, row.relation or "")
            self.list.add_row(row.pair_id, ListRow(relation, names))
        if self.list.count():
            self.list.setCurrentRow(0)
        else:
            self.body.addWidget(plain_label(translate("TextSearch", "None yet."), "muted"))
        self.body.addWidget(self.list)
        self.list.itemActivated.connect(lambda _item: self.accept())
        box: QDialogButtonBox = self.add_buttons(translate("TextSearch", "Show"))
        box.buttons()[0].setEnabled(self.list.count() > 0)

    def accept(self) -> None:
        """Show the pair that is chosen."""
        chosen = self.list.chosen()
        super().accept()
        if chosen is not None:
            self._window.pair_wanted.emit(str(chosen))


_QUOTES: Final = str.maketrans(dict.fromkeys("“”„«»", '"'))
