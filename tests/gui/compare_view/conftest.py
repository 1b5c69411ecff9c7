"""Fixtures: a shown compare view, and one for a test's own texts."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot
from tests.helpers.compare_samples import article, meeting, meeting_comparison, span, suggestion

from dittomark.annotations import Span, Suggestion
from dittomark_gui.compare_view.compare_view import CompareView
from dittomark_gui.compare_view.values import PaneContent

Opened = Callable[..., CompareView]


@pytest.fixture
def opened(qtbot: QtBot, fonts: None) -> Opened:  # noqa: ARG001
    """Return a function that shows contents in a compare view of a fixed size."""

    def open_view(*contents: PaneContent | str, size: tuple[int, int] = (900, 700)) -> CompareView:
        view = CompareView()
        qtbot.addWidget(view)
        view.resize(*size)
        view.set_contents(
            [
                PaneContent(article(content, number=index + 1))
                if isinstance(content, str)
                else content
                for index, content in enumerate(contents)
            ]
        )
        with qtbot.waitExposed(view):
            view.show()
        view.activateWindow()
        view.focus_pane(0)
        return view

    return open_view


@pytest.fixture
def most_read() -> Span:
    """Return a span over two whole lines of the first report."""
    a, _ = meeting()
    return span(a, "সর্বাধিক পঠিত\nকর্ণফুলী নদীতে ফেরি চলাচল বন্ধ", "most_read", key="s1")


@pytest.fixture
def links() -> Suggestion:
    """Return a suggestion over the last two lines of the first report."""
    a, _ = meeting()
    return suggestion(a, "সম্পর্কিত\nতেলের দাম আরও কমেছে", "related_links")


@pytest.fixture
def view(opened: Opened, most_read: Span, links: Suggestion) -> CompareView:
    """Return the two Bengali reports side by side, compared, with a span and a suggestion."""
    a, b = meeting()
    result = opened(PaneContent(a, (most_read,), (links,)), PaneContent(b))
    result.set_comparison(meeting_comparison())
    result.repaint()
    return result
