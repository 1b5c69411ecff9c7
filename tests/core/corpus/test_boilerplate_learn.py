"""What is learned from marked pages, and that it stays beside the project."""

from pathlib import Path

from tests.helpers.bengali_pages import bengali_pages
from tests.helpers.command import run

from dittomark.annotations import NewArticle, Suggestion
from dittomark.listing import ListFilter
from dittomark.project import Project
from dittomark.suggesting.boilerplate import learn_boilerplate, model_path, suggest_boilerplate

TEASER = "আজকের বিশেষ লেখা: গ্রামের মেলা নিয়ে পাঠকের চিঠি ছাপা হলো।"
SOURCE = "নদীর কণ্ঠ"


def project_of_pages(path: Path) -> Project:
    """Pages with a teaser sentence, a new one each time, before the article."""
    project = Project.create(path)
    project.add_articles(
        NewArticle(
            each.text.replace("সঙ্গে থাকুন", f"সঙ্গে থাকুন\n\nবিশেষ {at}: {TEASER}", 1),
            external_id=str(at),
            title=each.title,
            source=SOURCE,
        )
        for at, each in enumerate(bengali_pages())
    )
    return project


def finish(project: Project, article_id: str) -> None:
    """Mark everything on the page that is not the article, as an annotator would."""
    article = project.article(article_id)
    wanted = bengali_pages()[int(article.info.external_id)].article
    at = 0
    for line in article.text.split("\n"):
        if line and line not in wanted:
            label = "advertisement" if "বিশেষ" in line else "navigation"
            project.annotate_span(article_id, at, at + len(line), label=label, annotator="মিতা")
        at += len(line) + 1


def marked_text(project: Project, article_id: str) -> str:
    text = project.article(article_id).text
    return "\n".join(text[s.start : s.end] for s in project.suggestions(article_id))


def test_finished_pages_teach_what_the_untrained_scorer_cannot_know(tmp_path: Path) -> None:
    path = tmp_path / "work.ditto"
    with project_of_pages(path) as project:
        names = project.article_ids()
        for name in names[:6]:
            finish(project, name)
    assert run("suggest", path, "--boilerplate").code == 0
    with Project.open(path) as project:
        for name in names[6:]:
            assert TEASER in marked_text(project, name)
            suggestions = project.suggestions(name)
            taught = [each for each in suggestions if each.label == "advertisement"]
            assert taught
            assert all("+" in each.version for each in suggestions)
        assert not any(project.suggestions(name) for name in names[:6])


def test_the_model_is_kept_beside_the_project_and_made_anew_when_marks_change(
    tmp_path: Path,
) -> None:
    with project_of_pages(tmp_path / "work.ditto") as project:
        names = project.article_ids()
        for name in names[:4]:
            finish(project, name)
        first = learn_boilerplate(project)
        place = model_path(Path(project.path))
        written = place.read_text("utf-8")
        assert learn_boilerplate(project).learned.version == first.learned.version
        page = [s for batch in suggest_boilerplate(project, learned=first.learned) for s in batch]
        again = learn_boilerplate(project).learned
        assert page == [s for batch in suggest_boilerplate(project, learned=again) for s in batch]
        place.write_text("{broken", "utf-8")
        assert learn_boilerplate(project).learned.version == first.learned.version
        assert place.read_text("utf-8") == written
        finish(project, names[4])
        assert learn_boilerplate(project).learned.version != first.learned.version


def words_left(project: Project, article_id: str, found: list[Suggestion]) -> list[str]:
    """The words that are left of a page when everything suggested on it is taken away."""
    text = list(project.article(article_id).text)
    for each in found:
        if each.article_id == article_id and each.start is not None and each.end is not None:
            text[each.start : each.end] = " " * (each.end - each.start)
    return "".join(text).split()


def test_marks_that_agree_with_nothing_change_no_proposal_but_name_kinds(tmp_path: Path) -> None:
    """On every other page the last paragraph was marked: nobody can say what the next page wants."""
    with Project.create(tmp_path / "work.ditto") as project:
        project.add_articles(
            NewArticle(each.text, external_id=str(at), title=each.title, source=SOURCE)
            for at, each in enumerate(bengali_pages())
        )
        names = project.article_ids()
        untaught = [each for batch in suggest_boilerplate(project) for each in batch]
        for number, name in enumerate(names[:6]):
            text = project.article(name).text
            wanted = bengali_pages()[number].article
            at = 0
            for line in text.split("\n"):
                doubtful = line == wanted[-1] and number % 2 == 0
                if line and (line not in wanted or doubtful):
                    project.annotate_span(
                        name, at, at + len(line), label="advertisement", annotator="মিতা"
                    )
                at += len(line) + 1
        learned = learn_boilerplate(project).learned
        taught = [each for batch in suggest_boilerplate(project, learned=learned) for each in batch]
        for name in names[6:]:
            assert words_left(project, name, taught) == words_left(project, name, untaught)
            kinds = {each.label for each in taught if each.article_id == name}
            assert kinds == {"advertisement"}
            assert kinds.isdisjoint(e.label for e in untaught if e.article_id == name)


def test_a_page_with_one_mark_so_far_teaches_nothing(tmp_path: Path) -> None:
    with project_of_pages(tmp_path / "work.ditto") as project:
        for name in project.article_ids():
            project.annotate_span(name, 0, 4, label="navigation", annotator="মিতা")
        taught = learn_boilerplate(project)
    assert taught.finished == ()
    assert taught.learned.models == {}
    assert taught.trust() == []


def test_trust_is_measured_on_pages_held_back(tmp_path: Path) -> None:
    with project_of_pages(tmp_path / "work.ditto") as project:
        for name in project.article_ids():
            finish(project, name)
        trust = learn_boilerplate(project).trust()
    assert [each.score for each in trust] == sorted(each.score for each in trust)
    assert all(0.0 <= each.precision <= 1.0 and 0.0 <= each.recall <= 1.0 for each in trust)
    recalls = [each.recall for each in trust]
    assert recalls == sorted(recalls, reverse=True)
    assert trust[0].precision > 0.9
    assert trust[0].recall > 0.9


def test_refused_is_not_proposed_again(tmp_path: Path) -> None:
    path = tmp_path / "work.ditto"
    with project_of_pages(path) as project:
        name = project.article_ids()[0]
        before = project.article(name)
    assert run("suggest", path, "--boilerplate").code == 0
    with Project.open(path) as project:
        refused = project.suggestions(name)[0]
        assert project.spans() == []
        project.refuse_suggestion(refused.id, annotator="মিতা")
    assert run("suggest", path, "--boilerplate").code == 0
    with Project.open(path) as project:
        again = project.suggestions(name)
        assert again
        assert refused.start is not None
        assert refused.end is not None
        assert all((s.end or 0) <= refused.start or (s.start or 0) >= refused.end for s in again)
        assert project.article(name) == before


def test_the_articles_of_most_doubt_come_first_if_wanted(tmp_path: Path) -> None:
    with project_of_pages(tmp_path / "work.ditto") as project:
        project.add_suggestions(each for batch in suggest_boilerplate(project) for each in batch)
        plain = project.add_articles([NewArticle("নদীর ধারে মেলা বসেছে।")]).added[0]
        order = project.listed_article_ids(ListFilter(sort="doubtful"))
        doubts = [project.suggestions(name)[0].payload["doubt"] for name in order[:-1]]
        assert order[-1] == plain
        assert len(set(doubts)) > 1
        assert doubts == sorted(doubts, reverse=True)
        project.refuse_suggestions([s.id for s in project.suggestions(order[0])], annotator="মিতা")
        assert project.listed_article_ids(ListFilter(sort="doubtful"), limit=1) == [order[1]]
    refused_and_plain = [order[0], plain]  # without an open suggestion, in the order of adding
    listed = run("list", project.path, "articles", "--order", "doubtful", "--json").json
    assert [each["id"] for each in listed] == [*order[1:-1], *refused_and_plain]


def test_the_command_says_what_it_suggested(tmp_path: Path) -> None:
    path = tmp_path / "work.ditto"
    project_of_pages(path).close()
    plain = run("suggest", path, "--boilerplate")
    assert "boilerplate" in plain.out
    found = run("suggest", path, "--boilerplate", "--json").json["boilerplate"]
    with Project.open(path) as project:
        assert found["suggested"] == len(project.suggestions(kind="span"))
    assert found["trust"] == []
    missing = run("suggest", tmp_path / "none.ditto")
    assert missing.code == 1
