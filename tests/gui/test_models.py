"""Every model follows Qt's rules, however its rows change."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtTest import QAbstractItemModelTester

from dittomark_gui.models.id_list import ID_ROLE, ROW_ROLE, IdListModel
from dittomark_gui.models.list_row import ListRow, describe
from dittomark_gui.panels.span_list import SpanListModel, SpanRow

pytestmark = pytest.mark.usefixtures("qapp")

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def watched(model: QAbstractItemModel) -> QAbstractItemModelTester:
    return QAbstractItemModelTester(model, FATAL)


def test_an_id_list_fetches_only_what_is_looked_at() -> None:
    asked: list[str] = []

    def fetch(ids: Sequence[str]) -> list[ListRow]:
        asked.extend(ids)
        return [ListRow(f"title {item}", "detail") for item in ids]

    model = IdListModel(fetch, describe)
    tester = watched(model)
    model.set_ids([str(number) for number in range(400)])
    asked.clear()
    model.extend([str(number) for number in range(100_000)])
    assert len(asked) < 500
    index = model.index(77_777, 0)
    assert index.data(ID_ROLE) == "77777"
    assert index.data(ROW_ROLE).title == "title 77777"
    assert model.row_of("77777") == 77_777
    model.refresh({"77777", "5"})
    model.set_ids([])
    assert tester.model() is model


def test_a_row_that_is_gone_is_an_empty_row() -> None:
    model = IdListModel(lambda ids: [None for _ in ids], describe)
    tester = watched(model)
    model.set_ids(["a"])
    assert model.index(0, 0).data() == ""
    assert tester.model() is model


def test_the_span_list_says_each_row_in_words() -> None:
    model = SpanListModel()
    tester = watched(model)
    model.set_rows(
        [
            SpanRow("span", "1", 0, 0, "Caption", "Photo: Delta Wire", "#5d7f4f"),
            SpanRow("suggestion", "2", 0, 9, "Most read", "Rice prices", "#6d6259"),
        ]
    )
    words = [model.index(row, 0).data() for row in range(2)]
    assert words == ["Caption · Photo: Delta Wire", "Most read? · Rice prices"]
    assert tester.model() is model
