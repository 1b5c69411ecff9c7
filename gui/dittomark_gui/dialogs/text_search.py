"""Dialogs that find articles: full-text search, similar articles, and the last judgements."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QDialogButtonBox, QLineEdit

from dittomark_gui.background import Report, Task
from dittomark_gui.dialogs.base import Dialog
from dittomark_gui.dialogs.found_articles import FoundArticle, articles_with_words, similar_articles
from dittomark_gui.i18n import day, percent, translate
from dittomark_gui.models.list_row import ListRow
from dittomark_gui.panels.row_list import RowList
from dittomark_gui.panels.widgets import plain_label
from dittomark_gui.words import article_title, relation_name

if TYPE_CHECKING:
    from dittomark_gui.panels.frame import Frame

_SHORTEST: Final = 2  # code points: one letter is in nearly every article

Show = Callable[[str, str], None]  # called with an article's id and the words to find in it


class ArticleSearch(Dialog):
    """A list of found articles; the base of the dialogs that use the full-text index.

    Indexing and searching run in the background; Enter waits for a running search.
    """

    def __init__(self, window: "Frame", show: Show, *, title: str) -> None:
        super().__init__(window, title=title, width=760)
        self._session = window.session
        self._background = window.background
        self._show = show
        self._task: Task | None = None
        self._finding: Task | None = None
        self._found: Sequence[FoundArticle] = ()
        self._show_first = False  # once the search ends
        self.list = RowList(translate("TextSearch", "Articles found"))
        self.list.setMinimumHeight(360)
        self.list.itemActivated.connect(lambda _item: self._show_chosen())
        self.list.itemDoubleClicked.connect(lambda _item: self._show_chosen())
        self.state = plain_label("", "muted")
        self.state.setWordWrap(True)

    @abstractmethod
    def fill(self) -> None:
        """Start the search in the current index."""

    @abstractmethod
    def count_in_words(self, count: int) -> str:
        """Return the text about the number of found articles."""

    def bring_up_to_date(self) -> None:
        """Index new articles in the background, then search again."""
        path = self._session.project.path

        def read(report: Report) -> int:
            from dittomark.project import Project

            with Project.open(path, read_only=True) as project:
                return project.index_texts(report=report)

        self._task = self._background.start(
            read, on_done=self._on_read, on_failed=self._on_failed, on_progress=self._on_progress
        )

    def seek(self, search: Callable[[], Sequence[FoundArticle]]) -> None:
        """Run a search in the background and show its result; cancels an earlier search."""
        self.stop_finding()
        self._finding = self._background.start(
            lambda _report: search(), on_done=self._on_found, on_failed=self._on_failed, priority=1
        )

    def stop_finding(self) -> None:
        """Cancel the running search."""
        self._show_first = False
        if self._finding is not None:
            self._finding.cancel()
            self._finding = None

    def show_articles(self, found: Sequence[FoundArticle]) -> None:
        """Show the found articles; the same result again keeps the current row."""
        if found == self._found and self.list.count():
            return
        self._found = found
        self.list.clear()
        for each in found:
            about = (each.info.source, day(each.info.date), each.context)
            below = " · ".join(filter(None, about))
            self.list.add_row(each.info.id, ListRow(article_title(each.info), below))
        if self.list.count():
            self.list.setCurrentRow(0)

    def done(self, result: int) -> None:
        """Close, and cancel indexing and searching."""
        self.stop_finding()
        if self._task is not None:
            self._task.cancel()
            self._task = None
        super().done(result)

    def accept(self) -> None:
        """Show the chosen article, after a running search has ended."""
        if self._finding is not None:
            self._show_first = True
        else:
            self._show_chosen()

    def _show_chosen(self) -> None:
        row = self.list.currentRow()
        if self.isVisible() and self.list.chosen() is not None:
            chosen = self._found[row]
            super().accept()
            self._show(chosen.info.id, chosen.words)

    def _on_found(self, found: Sequence[FoundArticle]) -> None:
        self._finding = None
        self.show_articles(found)
        if self._task is None:
            self.state.setText(self.count_in_words(len(found)))
        if self._show_first:
            self._show_first = False
            self._show_chosen()

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
        self._task = self._finding = None
        self._session.report_failure(error)


class TextSearch(ArticleSearch):
    """Full-text search: lists the articles that contain all typed words, best match first."""

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
        """Return the search text with plain quotation marks."""
        return self.field.text().translate(_QUOTES).strip()

    def fill(self) -> None:
        """Search for the typed words."""
        wanted, path = self.wanted(), self._session.project.path
        if len(wanted) < _SHORTEST:
            self.stop_finding()
            self.show_articles(())
            self.list.clear()
            if self._task is None:
                self.state.setText("")
            return
        self.seek(lambda: articles_with_words(path, wanted))

    def count_in_words(self, count: int) -> str:
        """Return the number of found articles in words."""
        if count:
            return translate("TextSearch", "%n article(s)", "", count)
        return translate("TextSearch", "No article holds these words.")


class MoreLikeThis(ArticleSearch):
    """Lists the articles that share the rare words of one article, most similar first."""

    help_topic = "judging-pairs#search"

    def __init__(self, window: "Frame", show: Show, article_id: str) -> None:
        super().__init__(window, show, title=translate("TextSearch", "More like this article"))
        self._article_id = article_id
        self.body.addWidget(self.list)
        self.body.addWidget(self.state)
        self.add_buttons(translate("TextSearch", "Show beside it"))
        self.bring_up_to_date()
        self.fill()

    def fill(self) -> None:
        """Search for similar articles."""
        path, article_id = self._session.project.path, self._article_id
        self.seek(lambda: similar_articles(path, article_id))

    def count_in_words(self, count: int) -> str:
        """Return a text if there is none; a visible list needs no count."""
        return "" if count else translate("TextSearch", "No other article is like this one.")


class MyJudgements(Dialog):
    """Lists the annotator's last judgements, to go back to their pairs."""

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
        """Show the chosen pair."""
        chosen = self.list.chosen()
        super().accept()
        if chosen is not None:
            self._window.pair_wanted.emit(str(chosen))


_QUOTES: Final = str.maketrans(dict.fromkeys("“”„«»", '"'))
