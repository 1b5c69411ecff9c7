"""Creating, joining and leaving a team in the window; dealing, blindness, rights, rules."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox, QPushButton, QTableWidget, QWidget
from tests.helpers.projects import new_articles
from tests.helpers.team import Colleague
from tests.helpers.window import Person

from dittomark.project import Project
from dittomark.team.folder.syncing import create_team, rules, sync, who_takes_part
from dittomark.team_rules import Rules
from dittomark_gui.dialogs.team_folder import TeamFolderDialog
from dittomark_gui.dialogs.team_name import TeamNameDialog
from dittomark_gui.look import theme
from dittomark_gui.panels.charts import ColumnChart
from dittomark_gui.panels.team_page import TeamPage
from dittomark_gui.panels.team_rules_form import RulesForm


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that a team shares."""
    monkeypatch.setenv("DITTOMARK_DATA", str(tmp_path / "data"))
    place = tmp_path / "shared"
    place.mkdir()
    return place


def _project(tmp_path: Path) -> Path:
    (tmp_path / "lead").mkdir()
    with Project.create(tmp_path / "lead" / "বন্যা.ditto", annotator="A1") as project:
        ids = project.add_articles(new_articles()).added
        for other in ids[1:]:
            project.add_pair(ids[0], other)
        return project.path


def _team(tmp_path: Path, folder: Path, decided: Rules) -> Path:
    """Return the project of a lead whose team uses the folder."""
    path = _project(tmp_path)
    with Project.open(path, annotator="Lead") as project:
        create_team(project, folder, annotator="Lead", rules=decided)
        sync(project, annotator="Lead")
    return path


def _fill_in(person: Person, folder: Path, *, name: str) -> TeamFolderDialog:
    person.do("work_together")
    dialog = person.dialog(TeamFolderDialog)
    assert isinstance(dialog, TeamFolderDialog)
    dialog.name.setText(name)
    dialog.choose(folder)
    return dialog


def _join(person: Person, folder: Path, path: Path, *, name: str) -> None:
    """Join through the dialog, and wait until the team's work has arrived."""
    dialog = _fill_in(person, folder, name=name)
    dialog.file.clear()
    person.write(str(path), where=dialog.file)
    person.click(dialog.go)
    parts = person.window.parts
    person.wait_for(lambda: bool(parts.workspace.articles) and parts.team.found is not None)
    _at_rest(person)


def _button(person: Person, where: QWidget, words: str) -> QPushButton:
    """Return the button with a text, once it exists."""

    def found() -> list[QPushButton]:
        return [each for each in where.findChildren(QPushButton) if each.text() == words]

    person.wait_for(lambda: bool(found()))
    return found()[0]


def _at_rest(person: Person) -> None:
    with person.qtbot.waitSignal(person.window.parts.team.rested, timeout=20_000):
        person.window.parts.team.sync_now()


def _team_page(person: Person) -> TeamPage:
    person.do("team_status")
    page = person.window.stack.currentWidget()
    assert isinstance(page, TeamPage)
    person.wait_for(lambda: bool(page.findChildren(QTableWidget)))
    return page


def test_a_lead_begins_a_team_and_another_joins(
    person: Person, folder: Path, tmp_path: Path
) -> None:
    person.open_project(_project(tmp_path))
    dialog = _fill_in(person, folder, name="রিনা")
    assert "You begin one" in dialog.found.text()
    dialog.overlap.setValue(2)
    dialog.blind.setChecked(True)
    dialog.adjudicators.setText("কামাল")
    person.click(dialog.go)
    _at_rest(person)
    kamal = Colleague(folder, tmp_path / "kamal.ditto", "কামাল")
    assert kamal.knows(lambda there: len(list(there.pairs())) == 2)
    with Project.open(kamal.path, read_only=True) as there:
        decided = rules(there)
    assert (decided.overlap, decided.blind) == (2, True)
    assert decided.roles == {"রিনা": "lead", "কামাল": "adjudicator"}
    assert person.app.session.annotator == "রিনা"


def test_a_project_file_in_the_shared_folder_is_refused(
    person: Person, folder: Path, tmp_path: Path
) -> None:
    path = _project(tmp_path)
    person.open_project(path)
    dialog = _fill_in(person, path.parent, name="A1")
    assert "Move it to another one" in dialog.found.text()
    assert not dialog.go.isEnabled()
    dialog.choose(folder / "nowhere")
    assert not dialog.go.isEnabled()
    dialog.reject()


def test_who_joins_gets_a_file_elsewhere_and_only_what_is_theirs(
    person: Person, folder: Path, tmp_path: Path
) -> None:
    lead = _team(tmp_path, folder, Rules(overlap=1))
    with Project.open(lead, annotator="Lead") as project:
        first = next(iter(project.pairs()))
    rina = Colleague(folder, tmp_path / "rina.ditto", "রিনা")
    rina.sync(
        lambda there: there.judge_pair(
            first.a, first.b, annotator="রিনা", relation="same_event", done=True
        )
    )
    dialog = _fill_in(person, folder, name="A2")
    assert not Path(dialog.file.text()).is_relative_to(folder)
    dialog.reject()
    _join(person, folder, tmp_path / "mine.ditto", name="A2")
    parts = person.window.parts
    person.wait_for(lambda: first.id not in parts.lists.pairs.model.ids())
    assert len(parts.lists.pairs.model.ids()) == 1
    for action in ("import_files", "find_pairs", "hand_out", "scheme", "adjudicate"):
        assert not person.can(action), action
    parts.lists.pairs.field.setText("Article")  # who looks for something finds any pair
    person.wait_for(lambda: first.id in parts.lists.pairs.model.ids())


def test_what_others_say_is_hidden_where_the_lead_wants_it(
    person: Person, folder: Path, tmp_path: Path
) -> None:
    _team(tmp_path, folder, Rules(blind=True))
    rina = Colleague(folder, tmp_path / "rina.ditto", "রিনা")
    rina.sync(
        lambda there: [
            there.annotate_span(each, 0, 4, label="caption", annotator="রিনা")
            for each in there.article_ids()
        ]
    )
    _join(person, folder, tmp_path / "mine.ditto", name="A2")
    parts = person.window.parts
    assert len(person.app.session.project.spans()) == 3
    assert parts.workspace.spans(0) == ()
    assert not person.can("agreement")


def test_who_is_at_the_pair_is_said_quietly(person: Person, folder: Path, tmp_path: Path) -> None:
    person.open_project(_team(tmp_path, folder, Rules()))
    rina = Colleague(folder, tmp_path / "rina.ditto", "রিনা")
    pair = person.window.parts.workspace.pair
    assert pair is not None
    rina.sync(pair=pair.id)
    company = person.window.parts.label_panel.others_at_pair
    person.wait_for(lambda: "রিনা" in company.text())
    assert company.isVisible()


def test_a_lead_sees_the_progress_and_decides(person: Person, folder: Path, tmp_path: Path) -> None:
    path = _team(tmp_path, folder, Rules())
    rina = Colleague(folder, tmp_path / "rina.ditto", "রিনা")
    pair = next(iter(_pairs(path)))
    rina.sync(
        lambda there: there.judge_pair(
            pair[0], pair[1], annotator="রিনা", relation="unsure", done=True
        )
    )
    person.open_project(path)
    _at_rest(person)
    page = _team_page(person)
    people = page.findChildren(QTableWidget)[0]
    model = people.model()
    rows = {model.index(row, 0).data(): model.index(row, 2).data() for row in range(2)}
    assert rows == {"Lead": "0", "রিনা": "1"}
    box = page.findChildren(QComboBox)[0]
    box.setCurrentIndex(box.findData("adjudicator"))
    box.activated.emit(box.currentIndex())
    _at_rest(person)
    rina.sync()
    with Project.open(rina.path, read_only=True) as there:
        assert rules(there).role("রিনা") == "adjudicator"


def test_a_lead_lets_somebody_go_and_gives_another_name(
    person: Person, folder: Path, tmp_path: Path
) -> None:
    path = _team(tmp_path, folder, Rules(overlap=1))
    rina = Colleague(folder, tmp_path / "rina.ditto", "Rina")
    with Project.open(path, read_only=True) as project:
        article = project.article_ids()[0]
    rina.sync(lambda there: there.annotate_span(article, 0, 4, label="caption", annotator="Rina"))
    person.open_project(path)
    _at_rest(person)
    page = _team_page(person)
    page.rename_wanted.emit("Rina")
    dialog = person.dialog(TeamNameDialog)
    assert isinstance(dialog, TeamNameDialog)
    dialog.field.setText("রিনা")
    dialog.accept()
    _at_rest(person)
    assert {each.annotator for each in person.app.session.project.spans(article)} == {"রিনা"}
    for words in ("Stop waiting", "Wait for it again"):  # a device can be given up, and taken back
        person.click(_button(person, page, words))
        _at_rest(person)
        person.wait_for(lambda: len(page.findChildren(QTableWidget)) == 2)
    assert not person.window.parts.team.rules().removed
    _button(person, page, "More").menu().actions()[0].trigger()
    _at_rest(person)
    rina.sync()
    with Project.open(rina.path, read_only=True) as there:
        assert {each.annotator for each in there.spans(article)} == {"রিনা"}
        assert rules(there).away


def test_annotators_read_what_was_settled_and_why(
    person: Person, folder: Path, tmp_path: Path
) -> None:
    path = _team(tmp_path, folder, Rules(blind=True))
    _join(person, folder, tmp_path / "mine.ditto", name="A2")
    panel, pair = person.window.parts.label_panel, person.window.parts.workspace.pair
    assert pair is not None
    assert panel.decisions.isHidden()
    with Project.open(path, annotator="Lead") as project:
        project.decide_relation(
            pair.id, relation="same_event", annotator="Lead", note="Two reports of one flood"
        )
        sync(project, annotator="Lead")
    person.wait_for(panel.decisions.isVisible)
    assert panel.decisions.text() == (
        "Lead settled: Same event, own text – Two reports of one flood"
    )


def test_who_gives_a_name_that_is_taken_is_told(
    person: Person, folder: Path, tmp_path: Path
) -> None:
    _team(tmp_path, folder, Rules())
    person.click(_button(person, person.window.start_page, "Join a team…"))
    dialog = person.dialog(TeamFolderDialog)
    assert isinstance(dialog, TeamFolderDialog)
    dialog.choose(folder)
    dialog.name.clear()
    person.write("Lead", where=dialog.name)
    person.wait_for(lambda: "Lead takes part already" in dialog.found.text())
    assert dialog.go.isEnabled()
    person.write("x", where=dialog.name)
    person.wait_for(lambda: "already" not in dialog.found.text())
    dialog.reject()


def test_who_takes_part_is_still_listed_while_the_folder_is_gone(
    person: Person, folder: Path, tmp_path: Path
) -> None:
    person.open_project(_team(tmp_path, folder, Rules()))
    Colleague(folder, tmp_path / "rina.ditto", "রিনা")
    _at_rest(person)
    page = _team_page(person)
    assert "Everything you did is published." in page.now.text()
    folder.rename(tmp_path / "away")
    person.click(page.sync)
    person.wait_for(lambda: "is not there" in page.now.text())
    person.wait_for(
        lambda: bool(person.messages())
    )  # the person who pressed the button gets a message
    person.wait_for(lambda: page.findChildren(QTableWidget)[1].rowCount() == 2)


def test_what_a_lead_fills_in_outlasts_what_comes(
    person: Person, folder: Path, tmp_path: Path
) -> None:
    person.open_project(_team(tmp_path, folder, Rules()))
    rina = Colleague(folder, tmp_path / "rina.ditto", "রিনা")
    _at_rest(person)
    page = _team_page(person)
    person.wait_for(lambda: page.findChildren(QTableWidget)[0].rowCount() == 2)
    form = page.findChildren(RulesForm)[-1]
    form.keep.setFocus()
    person.press(Qt.Key.Key_Up, where=form.keep)
    assert form.keep.value() == Rules().keep_days + 1

    def judge(there: Project) -> None:
        pair = next(iter(there.pairs()))
        there.judge_pair(pair.a, pair.b, annotator="রিনা", relation="unrelated", done=True)

    rina.sync(judge)
    _at_rest(person)
    person.wait_for(lambda: page.findChildren(RulesForm)[-1] is not form)
    form = page.findChildren(RulesForm)[-1]
    assert form.keep.value() == Rules().keep_days + 1
    person.wait_for(lambda: person.window.focusWidget() is form.keep)
    person.click(form.save)
    assert page.rules().keep_days == Rules().keep_days + 1


def test_days_of_agreement_stand_on_a_scale_from_0_to_1(
    person: Person, folder: Path, tmp_path: Path
) -> None:
    path = _team(tmp_path, folder, Rules())
    with Project.open(path, annotator="Lead") as project:
        project.add_pair(*project.article_ids()[1:])
        sync(project, annotator="Lead")

    def judge(there: Project, name: str, *relations: str) -> None:
        for pair, relation in zip(list(there.pairs()), relations, strict=True):
            there.judge_pair(pair.a, pair.b, annotator=name, relation=relation, done=True)

    answers = ("same_event", "unrelated", "unrelated")
    rina = Colleague(folder, tmp_path / "rina.ditto", "রিনা")
    rina.sync(lambda there: judge(there, "রিনা", *answers))
    with Project.open(path, annotator="Lead") as project:
        judge(project, "Lead", *answers[:2], "same_event")
    person.open_project(path)
    _at_rest(person)
    page = _team_page(person)
    person.wait_for(lambda: bool(page.findChildren(ColumnChart)))
    (chart,) = page.findChildren(ColumnChart)
    person.wait_for(lambda: chart.height() == chart.sizeHint().height())
    # Alpha of (a, a), (b, b), (a, b): 1 - (1/3) / (3/5). One day: one column.
    alpha = 4 / 9
    assert chart.accessibleDescription().endswith(": 0.44")
    line = chart.fontMetrics().height()
    whole = chart.height() - 2 * line - 8  # what the text above and below a column leaves
    image, accent = chart.grab().toImage(), QColor(theme.current().accent)
    middle = round(image.width() * 0.15 + 24 * image.devicePixelRatio())
    tall = sum(image.pixelColor(middle, y) == accent for y in range(image.height()))
    assert tall / image.devicePixelRatio() == pytest.approx(alpha * whole, abs=2)


def test_a_team_begins_in_an_empty_folder_only(
    person: Person, folder: Path, tmp_path: Path
) -> None:
    (folder / "letter.txt").write_text("x")
    person.open_project(_project(tmp_path))
    dialog = _fill_in(person, folder, name="রিনা")
    assert "holds other things" in dialog.found.text()
    assert not dialog.go.isEnabled()
    (folder / "letter.txt").unlink()
    dialog.inspect_folder()
    assert dialog.go.isEnabled()
    dialog.reject()


def test_a_team_is_left_with_everything_published(
    person: Person, folder: Path, tmp_path: Path
) -> None:
    person.open_project(_team(tmp_path, folder, Rules()))
    rina = Colleague(folder, tmp_path / "rina.ditto", "রিনা")
    article = person.window.parts.workspace.articles[0].id
    person.app.session.project.annotate_span(article, 0, 4, label="caption", annotator="Lead")
    person.app.messages.answer = lambda _question: True
    person.do("leave_team")
    person.wait_for(lambda: person.app.session.offers is None)
    assert rina.knows(lambda there: there.spans(article))
    with Project.open(rina.path, read_only=True) as there:
        assert {each.annotator: each.left for each in who_takes_part(there).members} == {
            "Lead": True,
            "রিনা": False,
        }
    assert not person.can("sync_now")
    assert person.can("import_files")
    assert person.window.parts.bottom_bar.team.isHidden()


def test_a_team_is_not_left_while_the_folder_is_gone(
    person: Person, folder: Path, tmp_path: Path
) -> None:
    person.open_project(_team(tmp_path, folder, Rules()))
    _at_rest(person)
    folder.rename(tmp_path / "away")
    person.app.messages.answer = lambda _question: True
    person.do("leave_team")
    person.wait_for(lambda: any("was not left" in text for text in person.messages()))
    assert person.app.session.project.team() is not None


def _pairs(path: Path) -> list[tuple[str, str]]:
    with Project.open(path, read_only=True) as project:
        return [(pair.a, pair.b) for pair in project.pairs()]
