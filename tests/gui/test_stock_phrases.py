"""The project's stock phrases are shown as weak after a search for pairs."""

from datetime import date, timedelta
from pathlib import Path

from tests.helpers.window import Person

from dittomark.annotations import NewArticle
from dittomark.project import Project
from dittomark_gui.dialogs.search_dialog import FindPairsDialog

FORMULA = (
    "an official of the ministry who asked not to be named confirmed this to our paper on Sunday"
)


def test_a_formula_turns_weak_after_the_search_for_pairs(person: Person, tmp_path: Path) -> None:
    with Project.create(tmp_path / "formula.ditto") as project:
        project.add_articles(
            NewArticle(
                f"{' '.join(f'opening{n}x{k}' for k in range(40))} {FORMULA}. "
                f"{' '.join(f'closing{n}x{k}' for k in range(40))}",
                external_id=f"n{n}",
                date=(date(2024, 1, 1) + timedelta(weeks=n)).isoformat(),
            )
            for n in range(6)
        )
        one, two, three, *_ = project.article_ids()
        project.add_pair(one, two)
        project.add_pair(one, three)
    person.open_project(tmp_path / "formula.ditto")
    assert shown_weak(person) == {False}
    person.do("find_pairs")
    person.dialog(FindPairsDialog).accept()
    person.settle()
    person.window.parts.workspace.show_articles([one, three])
    person.settle()
    assert shown_weak(person) == {True}
    person.window.parts.workspace.show_articles([one, two])
    person.settle()
    assert shown_weak(person) == {True}


def shown_weak(person: Person) -> set[bool]:
    """Return whether the shown passages are weak."""
    person.wait_for(lambda: person.window.parts.workspace.comparison is not None)
    comparison = person.window.parts.workspace.comparison
    assert comparison is not None
    return {bool(passage.weak) for passage in comparison.passages}
