"""The main window as its parts see it: the frame, with everything in it that works on articles."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSplitter, QStackedWidget

from dittomark_gui.panels.frame import Frame

if TYPE_CHECKING:
    from dittomark_gui.panels.find_bar import FindBar
    from dittomark_gui.window.lists import Lists
    from dittomark_gui.window.navigation import Navigation
    from dittomark_gui.window.presenter import Presenter
    from dittomark_gui.window.projects import Projects
    from dittomark_gui.work.judging import Judging
    from dittomark_gui.work.marking import Marking


class WorkWindow(Frame):
    """Its parts are attributes, made by `assembly` in this order; tests and the demo reach them."""

    find_bar: "FindBar"
    lists: "Lists"
    judging: "Judging"
    marking: "Marking"
    presenter: "Presenter"
    navigation: "Navigation"
    projects: "Projects"
    middle: QStackedWidget
    columns: QSplitter

    def view_has_keyboard(self) -> bool:
        """Whether the caret is in an article."""
        focus = self.focusWidget()
        return focus is self.view or self.view.isAncestorOf(focus)
