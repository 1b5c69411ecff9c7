"""Text that is on a page twice: it has its own label, and is not accepted with the others."""

from pathlib import Path

from PySide6.QtCore import Qt
from tests.helpers.projects import new_articles
from tests.helpers.window import CONTROL, Person

from dittomark.annotations import NewPair
from dittomark.project import Project
from dittomark.suggesting.boilerplate import suggest_boilerplate

BODY = (
    "Ferries on the Shiulia river stopped on Monday morning because of a storm.\n"
    "More than three hundred trucks wait on either bank, the harbour master Nasir Haider said.\n"
    "Farmers fear for their vegetables, and passengers sleep in the hall of the terminal."
)
PAGE = f"Home | News | Sport | Weather\n\n{BODY}\n\nMost read\nBoats race\nA cup of tea\n\n{BODY}"


def test_a_doubled_body_is_taken_apart_from_the_menus(person: Person, tmp_path: Path) -> None:
    with Project.create(tmp_path / "work.ditto") as project:
        project.add_articles(new_articles((PAGE, "Rice is cheaper this week.")))
        one, other = project.article_ids()
        project.add_pairs([NewPair(one, other)])
        found = [item for batch in suggest_boilerplate(project) for item in batch]
        project.add_suggestions(found)
    (twice,) = [item for item in found if item.label == "repeated_text"]
    assert twice.end is not None
    assert twice.start is not None
    person.open_project(tmp_path / "work.ditto")
    pane = [article.id for article in person.window.parts.workspace.articles].index(one)
    person.press(Qt.Key.Key_U, CONTROL)
    assert {span.label for span in person.spans(pane)} == {
        item.label for item in found if item is not twice and item.article_id == one
    }
    assert twice.id in {item.id for item in person.app.session.project.suggestions()}
    assert "Left open, to be accepted apart: 1 repeated text." in person.messages()[-1]
    person.press(Qt.Key.Key_U, CONTROL)
    assert (twice.start, twice.end) in {(span.start, span.end) for span in person.spans(pane)}
    assert "Repeated text accepted: it covers" in person.messages()[-1]
    person.do("undo")
    assert (twice.start, twice.end) not in {(span.start, span.end) for span in person.spans(pane)}


def test_a_project_without_the_label_gets_another(tmp_path: Path) -> None:
    with Project.create(tmp_path / "old.ditto") as project:
        scheme = project.scheme
        kept = tuple(label for label in scheme.spans if label.key != "repeated_text")
        project.set_scheme(type(scheme)(spans=kept, relations=scheme.relations))
        project.add_articles(new_articles((PAGE,)))
        found = [item for batch in suggest_boilerplate(project) for item in batch]
    assert "repeated_text" not in {item.label for item in found}
    assert any(item.payload.get("repeat") for item in found)
