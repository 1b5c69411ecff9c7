"""Every screen of the program as a picture, in both languages and all themes.

`python -m tests.screenshots FOLDER [LANGUAGE THEME]`: look at each, and mend what is cut off,
cramped, misaligned or ugly. The work shown is done on the sample project. `SCREEN=1366x700` takes
them on another screen, with `QT_SCALE_FACTOR=2` in large letters.
"""

import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QTableWidget, QWidget
from tests.helpers.picture_screen import size_of_window, use_screen
from tests.helpers.pictured_project import add_second_opinions, prepare

from dittomark.annotations import NewArticle
from dittomark.project import Project
from dittomark.team.folder.membership import Member
from dittomark.team.folder.syncing import join_team, sync
from dittomark.team_rules import Rules
from dittomark_gui.app import App
from dittomark_gui.dialogs.annotator import ask_annotator
from dittomark_gui.dialogs.article_details import ArticleDetails
from dittomark_gui.dialogs.event_chooser import EventChooser
from dittomark_gui.dialogs.event_editor import EventEditor
from dittomark_gui.dialogs.export_dialog import ExportDialog
from dittomark_gui.dialogs.failure import FailureDialog
from dittomark_gui.dialogs.import_dialog import ImportDialog
from dittomark_gui.dialogs.new_project import NewProject
from dittomark_gui.dialogs.team_folder import TeamFolderDialog
from dittomark_gui.look.apply import load_fonts
from dittomark_gui.panels.team_page import TeamPage
from dittomark_gui.user_settings import Settings
from dittomark_resources.languages import languages

LANGUAGES = tuple(languages())
THEMES = ("light", "dark", "high_contrast")
SMALL = (1366, 700)  # 1366 × 768 less the task bar and the frame


SIZE = size_of_window()


class Photographer:
    """Walks through the program and keeps a picture of each screen."""

    def __init__(self, app: App, project: Path, folder: Path) -> None:
        self.app = app
        self.project = project
        self.folder = folder
        self.count = 0

    def walk(self) -> None:
        """Take all pictures."""
        self._start_page()
        self.app.window.parts.projects.open(self.project)
        self._settle()
        self._work()
        self._lists()
        self._dialogs()
        self._pages()
        self._team()

    def take(self, name: str, widget: QWidget | None = None, part: QRect | None = None) -> None:
        """Keep a picture of the window, of a widget in it or over it, or of a part of that."""
        self._settle()
        self.count += 1
        shown = widget if widget is not None else self.app.window
        for field in shown.findChildren(QLineEdit):  # nobody's folders in a picture
            field.blockSignals(True)
            field.setText(field.text().replace(str(self.project.parent), "~/Documents"))
            field.blockSignals(False)
        picture = shown.grab(part) if part else shown.grab()
        picture.save(str(self.folder / f"{self.count:02}-{name}.png"))

    # --- screens -----------------------------------------------------------------------------------

    def _start_page(self) -> None:
        self.take("start")
        window = self.app.window
        self.take("start-page", window, QRect(window.width() // 2 - 390, 70, 780, 470))
        self._first_search()
        dialog = NewProject(self.app.window).present()
        for step in ("name", "articles", "labels"):
            self.take(f"new-project-{step}", dialog)
            if step != "labels":
                dialog.go_on()
        self._close(dialog)

    def _first_search(self) -> None:
        """Take the card that stands there after an import."""
        path = self.project.with_name("new.ditto")
        with Project.create(path, annotator="A1") as project:
            project.add_articles(
                NewArticle(text=f"Ferry {number} stays in port.", title=f"Ferry {number}")
                for number in range(1, 6)
            )
        self.app.window.parts.projects.open(path)
        self._settle()
        self.take("first-search")
        self.app.session.close()

    def _work(self) -> None:
        window = self.app.window
        window.parts.actions.run("next_passage")
        self.take("pair")
        self.take(
            "relation", window.parts.label_panel, QRect(0, 0, window.parts.label_panel.width(), 350)
        )
        self.take("marked", window.parts.view, QRect(0, 0, window.parts.view.width() // 2, 330))
        window.parts.navigation.show_pair(self._bengali_pair())
        self._settle()
        window.parts.actions.run("next_passage")
        self.take("bengali-pair")
        window.parts.navigation.show_first()
        self._settle()
        window.parts.actions.run("next_suggestion")
        self.take("suggestion")
        column = window.parts.view.width() // 2
        self.take(
            "dashed", window.parts.view, QRect(0, window.parts.view.height() - 190, column, 190)
        )
        window.parts.actions.run("select_block")
        window.parts.actions.run("mark")
        self._settle()
        menu = QApplication.activePopupWidget()
        assert menu is not None
        self.take("label-menu", menu)
        menu.close()
        self._settle()
        if SIZE > SMALL:
            window.resize(*SMALL)
            self.take("pair-small-screen")
            window.resize(*SIZE)
        window.parts.actions.run("take_all_passages")
        self.take("links")
        bar = window.parts.bottom_bar
        self.take("saved", bar, QRect(bar.width() - 138, 0, 138, bar.height()))
        window.parts.actions.run("undo")
        window.parts.actions.run("find")
        window.parts.find_bar.field.setText("২৭")
        window.parts.find_bar.search()
        self.take("find")
        window.parts.find_bar.close_bar()
        window.parts.actions["blind_mode"].trigger()
        self.take("blind")
        window.parts.actions["blind_mode"].trigger()
        window.parts.actions["fold_boilerplate"].trigger()
        self.take("folded")
        window.parts.actions["fold_boilerplate"].trigger()
        window.parts.actions.run("single_article")
        self.take("one-article")
        ids = self.app.session.project.article_ids()
        window.parts.navigation.show_articles(ids[:4])
        self.take("four-articles")
        window.parts.navigation.show_first()
        self.app.messages.show("12 → 13", action=("Undo", lambda: None))
        self.take("message")
        self.app.messages.clear()

    def _lists(self) -> None:
        panel = self.app.window.parts.left_panel
        for key in ("articles", "events", "pairs"):
            self.app.window.parts.navigation.show_list(key)
            self.take(f"list-{key}")
            self.take(f"panel-{key}", panel)
        self.take("queue", panel, QRect(0, 0, panel.width(), 320))
        self.app.window.parts.lists.pairs.field.setText("nothing like that")
        self.app.window.parts.lists.load_pairs()
        self.take("list-empty")
        self.app.window.parts.lists.pairs.field.clear()
        self.app.window.parts.lists.load_pairs()

    def _dialogs(self) -> None:
        window = self.app.window
        article = window.parts.workspace.articles[0].id
        event = self.app.session.project.events()[0].id
        self._dialog("palette", lambda: window.parts.actions.run("palette"))
        self._dialog("shortcuts", lambda: window.parts.actions.run("shortcuts"))
        self._dialog("annotator", lambda: ask_annotator(window))
        self._dialog("import", lambda: ImportDialog(window, [self._table()]).present())
        self._dialog("export", lambda: ExportDialog(window).present())
        self._dialog("event-chooser", lambda: window.parts.actions.run("attach_event"))
        self._new_event()
        self._dialog("event", lambda: EventEditor.open_for(window, event))
        self._dialog("article", lambda: ArticleDetails.open_for(window, article))
        self._dialog("article-chooser", lambda: window.parts.actions.run("add_article"))
        self._dialog("failure", lambda: FailureDialog.open_for(window, "Traceback …"))
        for key in (
            "history",
            "preferences",
            "scheme",
            "find_pairs",
            "suggest",
            "hand_out",
            "conflicts",
            "restore",
            "search_texts",
            "more_like_this",
            "my_judgements",
            "own_suggesters",
            "messages",
            "manual",
            "about",
        ):
            self._dialog(key, partial(window.parts.actions.run, key))

    def _new_event(self) -> None:
        chooser = EventChooser(
            self.app.window,
            [article.info for article in self.app.window.parts.workspace.articles],
        ).present()
        chooser.field.setText("Rice prices fall")
        chooser.list.setCurrentRow(chooser.list.count() - 1)
        chooser.accept()
        self.take("event-new", chooser)
        self._close(chooser)

    def _pages(self) -> None:
        window = self.app.window
        self.app.session.run(add_second_opinions)
        window.parts.actions["dashboard"].trigger()
        self.take("dashboard")
        window.parts.actions["dashboard"].trigger()
        for key in (
            "timeline",
            "agreement",
            "adjudicate",
            "consistency",
            "trust",
            "evaluation",
            "event_proposals",
            "open_suggestions",
            "compare_suggesters",
        ):
            window.parts.actions.run(key)
            self._wait(lambda: not window.parts.background.busy)  # what the page counts
            self.take(key)
            window.show_page()
            if key == "adjudicate":
                window.parts.actions[key].trigger()  # its panel stays until it is put away
        window.parts.actions["guidelines"].trigger()
        self.take("guidelines")
        window.parts.actions["guidelines"].trigger()
        window.parts.actions.run("tour")
        self.take("tour")
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)

    def _team(self) -> None:
        """A lead begins a team in a folder, two others join and judge, somebody more is about to."""
        window, session = self.app.window, self.app.session
        judged = len(session.project.judgements())
        folder = self.project.parent / "Ferries"
        folder.mkdir()
        session.begin_team(folder, "A1", Rules({"রিনা": "adjudicator"}, overlap=2))
        team = window.parts.team
        self._wait(lambda: team.found is not None and not team.unpublished)
        for name, relations in (
            ("A2", ("same_event", "exact_duplicate", "unrelated", "unrelated")),
            ("রিনা", ("same_event", "exact_duplicate", "same_event", "unrelated")),
        ):
            with join_team(folder, folder.with_name(f"{name}.ditto"), annotator=name) as project:
                sync(project, annotator=name)
                for pair, relation in zip(project.pairs(), relations, strict=False):
                    project.judge_pair(
                        pair.a, pair.b, annotator=name, relation=relation, done=True, seconds=30
                    )
                sync(project, annotator=name)
        self._wait(lambda: len(session.project.judgements()) > judged + 4 and not team.is_taking_in)
        window.parts.navigation.show_first()
        self._wait(lambda: len(self._heard()) > 1 and not team.unpublished)
        self.take("team-line", window.parts.bottom_bar)
        window.parts.actions.run("team_status")
        page = window.stack.currentWidget()
        assert isinstance(page, TeamPage)
        self._wait(lambda: bool(page.findChildren(QTableWidget)))
        self._settle()
        # This one is in a folder for temporary files; nothing may say so again before the picture.
        team.blockSignals(True)
        page.now.setText(page.now.text().replace(str(folder), "~/Dropbox/Ferries"))
        self.take("team")
        team.blockSignals(False)
        window.show_page()
        session.close()
        dialog = TeamFolderDialog.open_for(window)
        dialog.name.setText("A3")
        dialog.choose(folder)
        self._wait(lambda: not window.parts.background.busy)  # who takes part
        dialog.folder.blockSignals(True)  # what is shown is what was found in the real one
        dialog.folder.setText("~/Dropbox/Ferries")
        dialog.file.setText("~/Documents/Ferries A3.ditto")
        self.take("team_folder", dialog)
        self._close(dialog)

    def _heard(self) -> list[Member]:
        return [each for each in self.app.window.parts.team.others() if each.seen]

    def _wait(self, condition: Callable[[], bool]) -> None:
        timer = QElapsedTimer()
        timer.start()
        while not condition() and timer.elapsed() < 60_000:
            QApplication.processEvents()

    # --- helpers -----------------------------------------------------------------------------------

    def _dialog(self, name: str, open_it: Callable[[], object]) -> None:
        before = set(self.app.window.findChildren(QDialog))
        open_it()
        self._settle()
        opened = [item for item in self.app.window.findChildren(QDialog) if item not in before]
        for dialog in opened:
            self.take(name, dialog)
            self._close(dialog)
        if not opened:
            self.take(name)

    def _close(self, dialog: QDialog) -> None:
        dialog.reject()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._settle()

    def _bengali_pair(self) -> str:
        """Return the pair of Bengali articles that shares most."""
        project = self.app.session.project
        bengali = {info.id for info in project.article_infos() if info.language == "bn"}
        pairs = [pair for pair in project.pairs() if {pair.a, pair.b} <= bengali]
        return max(pairs, key=lambda pair: pair.score or 0.0).id

    def _table(self) -> Path:
        path = self.folder / "rows.csv"
        rows = ["headline,outlet,published,body"]
        rows += [f"Ferry {n},Coast Daily,2024-05-{n:02},Boats stay in port." for n in range(1, 9)]
        path.write_text("\n".join(rows), "utf-8")
        return path

    def _settle(self) -> None:
        timer = QElapsedTimer()
        timer.start()
        while timer.elapsed() < 60 or (
            self.app.window.parts.background.busy and timer.elapsed() < 20_000
        ):
            QApplication.processEvents()
        for _ in range(5):  # on a busy machine the last round may have brought a page: lay it out
            QApplication.processEvents()


def main(arguments: list[str]) -> int:
    """Take all pictures into the folder named."""
    out = Path(arguments[0])
    languages = arguments[1:2] or LANGUAGES
    themes = arguments[2:3] or THEMES
    with tempfile.TemporaryDirectory() as private:
        use_screen(Path(private))
        application = QApplication(["dittomark"])
    application.setStyle("Fusion")
    load_fonts()
    for language in languages:
        for theme in themes:
            folder = out / f"{language}-{theme}"
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory() as private:
                settings = Settings(str(Path(private) / "dittomark.ini"))
                settings.update(language=language, theme=theme, annotator="A1", tour_seen=True)
                project = Path(private) / "sample.ditto"
                prepare(project)
                app = App(application, settings)
                app.show()
                app.window.resize(*SIZE)
                Photographer(app, project, folder).walk()
                app.close()
                QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            print(folder)  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
