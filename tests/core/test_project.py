"""A project keeps what a user does, and gives it back after closing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.helpers.projects import TEXTS, make_project, new_articles

from dittomark.annotations import Changes, NewArticle, NewPair, Suggestion
from dittomark.errors import (
    Cancelled,
    InvalidAnnotationError,
    NotFoundError,
    ProjectFileError,
    UserError,
)
from dittomark.labels import Label, LabelScheme
from dittomark.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with make_project(tmp_path) as project:
        yield project


def reopened(project: Project) -> Project:
    project.close()
    return Project.open(project.path)


def test_articles_come_back_exactly_as_imported(tmp_path: Path) -> None:
    texts = ("ক\r\nখ\rগ\n", "with a \x00 in it", "\ufeffmark\u200d", "")
    with Project.create(tmp_path / "a.ditto") as project:
        project.add_articles(new_articles(texts))
    with Project.open(tmp_path / "a.ditto") as project:
        assert [article.text for article in project.articles()] == list(texts)
        assert [article.info.length for article in project.articles()] == [*map(len, texts)]


def test_importing_the_same_articles_again_adds_nothing(project: Project) -> None:
    before = project.article_ids()
    result = project.add_articles(new_articles())
    assert (result.added, result.already_there) == ((), 3)
    assert project.article_ids() == before
    assert project.counts()["articles"] == 3


def test_the_same_text_from_another_source_is_another_article(project: Project) -> None:
    result = project.add_articles([NewArticle(TEXTS[0], source="Elsewhere")])
    assert len(result.added) == 1


def test_a_cancelled_import_leaves_nothing(project: Project) -> None:
    def cancel(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        project.add_articles([NewArticle("never in")], report=cancel)
    assert project.counts()["articles"] == 3


def test_half_a_character_is_refused_in_one_sentence(project: Project) -> None:
    with pytest.raises(InvalidAnnotationError, match="half a character"):
        project.add_articles([NewArticle("broken \ud800")])


def test_an_edited_title_keeps_the_imported_one_beside_it(project: Project) -> None:
    [article, *_] = project.article_ids()
    project.edit_article(article, title="Better", date="2024-02-01")
    with reopened(project) as again:
        info = again.article_info(article)
    assert (info.title, info.date, info.imported["title"]) == ("Better", "2024-02-01", "Article 0")


def test_spans_and_labels_that_come_with_an_article(project: Project) -> None:
    project.add_articles(
        [NewArticle("head body tail", spans=((0, 4, "slug"),), candidates=((10, 14, "caption"),))],
        annotator="A1",
    )
    [span] = project.spans(annotator="A1")
    assert (span.start, span.end, span.label, span.origin.by) == (0, 4, "slug", "import")
    assert project.scheme.span_label("slug") is not None
    assert [suggestion.label for suggestion in project.suggestions(span.article_id)] == ["caption"]


def test_a_span_is_marked_changed_and_deleted(project: Project) -> None:
    [article, *_] = project.article_ids()
    span = project.annotate_span(article, 0, 18, label="navigation", annotator="A1", note="top")
    again = project.annotate_span(article, 0, 18, label="navigation", annotator="A1")
    assert again == span
    changes = project.edit_span(span.id, end=10, label="caption")
    assert (set(changes.spans), set(changes.articles)) == ({span.id}, {article})
    [changed] = project.spans(article)
    assert (changed.end, changed.label, changed.note) == (10, "caption", "top")
    assert changed.created_at == span.created_at < changed.updated_at
    project.delete_span(span.id)
    assert project.spans() == []
    with pytest.raises(NotFoundError):
        project.span(span.id)


@pytest.mark.parametrize(("start", "end"), [(-1, 5), (5, 5), (7, 5), (0, 10_000)])
def test_a_span_outside_the_text_is_refused(project: Project, start: int, end: int) -> None:
    with pytest.raises(InvalidAnnotationError, match="inside the text"):
        project.annotate_span(
            project.article_ids()[0], start, end, label="navigation", annotator="A1"
        )


def test_labels_of_the_scheme_alone_can_be_chosen(project: Project) -> None:
    a, b, _ = project.article_ids()
    with pytest.raises(InvalidAnnotationError, match="nonsense"):
        project.annotate_span(a, 0, 2, label="nonsense", annotator="A1")
    with pytest.raises(InvalidAnnotationError, match="nonsense"):
        project.judge_pair(a, b, relation="nonsense", annotator="A1")
    with pytest.raises(InvalidAnnotationError, match="has no direction"):
        project.judge_pair(a, b, relation="same_event", direction="a_to_b", annotator="A1")
    with pytest.raises(InvalidAnnotationError, match="name is empty"):
        project.judge_pair(a, b, relation="same_event", annotator=" ")


def test_a_judgement_keeps_what_is_left_out(project: Project) -> None:
    a, b, _ = project.article_ids()
    project.judge_pair(a, b, relation="wholly_derived", direction="a_to_b", annotator="A1")
    project.judge_pair(a, b, note="same wire text", done=True, annotator="A1")
    pair = project.find_pair(b, a)
    assert pair is not None
    with reopened(project) as again:
        [judgement] = again.judgements(pair.id)
    expected = "a_to_b" if a < b else "b_to_a"
    assert (judgement.relation, judgement.direction) == ("wholly_derived", expected)
    assert (judgement.note, judgement.done, judgement.flagged) == ("same wire text", True, False)


def test_a_rating_is_a_whole_number(project: Project) -> None:
    a, b, _ = project.article_ids()
    made = project.judge_pair(a, b, ratings={"Overall": 2}, annotator="A1")
    assert made.ratings == {"Overall": 2}
    with pytest.raises(UserError, match="“Overall” must be a whole number"):
        project.judge_pair(a, b, ratings={"Overall": "2"}, annotator="A1")  # type: ignore[dict-item]
    assert project.judgements() == [made]


def test_a_direction_is_relative_to_the_articles_as_named(project: Project) -> None:
    a, b = sorted(project.article_ids()[:2])
    forth = project.judge_pair(a, b, relation="contains", direction="a_to_b", annotator="A1")
    back = project.judge_pair(b, a, relation="contains", direction="b_to_a", annotator="A2")
    assert forth.direction == back.direction == "a_to_b"
    undirected = project.judge_pair(b, a, relation="same_event", annotator="A1")
    assert undirected.direction is None


def test_pairs_keep_their_place_and_take_new_scores(project: Project) -> None:
    a, b, c = project.article_ids()
    project.add_pairs([NewPair(a, b, score=0.5), NewPair(b, c, score=0.2)])
    project.judge_pair(a, b, relation="unrelated", annotator="A1")
    project.add_pairs([NewPair(b, a, score=0.9, passage=(1, 2, 3, 4)), NewPair(a, c)])
    first, second, third = project.pairs()
    assert [first.position, second.position, third.position] == [1, 2, 3]
    assert first.score == 0.9
    assert first.passage == ((1, 2, 3, 4) if b < a else (3, 4, 1, 2))
    assert second.score == 0.2
    project.add_pair(a, b, guess="unrelated", cluster=4)  # what is not said stays
    again = project.add_pair(a, b)
    assert (again.score, again.guess, again.cluster) == (0.9, "unrelated", 4)
    assert again.passage == first.passage
    with pytest.raises(NotFoundError):
        project.add_pair(a, "no such article")
    with pytest.raises(InvalidAnnotationError):
        project.add_pair(a, a)


def test_events_have_articles_and_parents(project: Project) -> None:
    a, b, _ = project.article_ids()
    flood = project.add_event(title="Flood", date="2024-02", place="Sylhet", aliases=["বন্যা"])
    boat = project.add_event(title="Boat accident", parent=flood.id)
    project.label_event(a, boat.id, annotator="A1")
    project.label_event(b, boat.id, annotator="A2", note="last paragraph")
    with pytest.raises(InvalidAnnotationError, match="part of itself"):
        project.edit_event(flood.id, parent=boat.id)
    assert {m.article_id for m in project.memberships(event_id=boat.id)} == {a, b}
    project.delete_event(flood.id)
    assert project.event(boat.id).parent is None


def test_merged_events_keep_articles_and_names(project: Project) -> None:
    a, b, _ = project.article_ids()
    keep = project.add_event(title="Boat accident")
    gone = project.add_event(title="নৌকাডুবি", date="2024-02-03", participants=["fire service"])
    project.label_event(a, keep.id, annotator="A1")
    for article in (a, b):
        project.label_event(article, gone.id, annotator="A1")
    project.merge_events(keep.id, gone.id)
    [event] = project.events()
    assert (event.id, event.aliases, event.date) == (keep.id, ("নৌকাডুবি",), "2024-02-03")
    assert {m.article_id for m in project.memberships()} == {a, b}
    project.undo()
    assert len(project.events()) == 2
    assert len(project.memberships(event_id=gone.id)) == 2


def test_an_accepted_suggestion_remembers_where_it_came_from(project: Project) -> None:
    a, b, _ = project.article_ids()
    pair = project.add_pair(a, b)
    span = Suggestion("", "span", "lines", "2", 0.8, article_id=a, start=0, end=5, label="caption")
    relation = Suggestion(
        "", "relation", "lines", "2", 0.7, pair_id=pair.id, label="exact_duplicate"
    )
    event = Suggestion("", "event", "lines", "2", 0.6, article_id=a, payload={"title": "Flood"})
    project.add_suggestions([span, relation, event])
    assert project.counts()["suggestions"] == 3
    for suggestion in project.suggestions():
        project.accept_suggestion(suggestion.id, annotator="A1")
    assert project.suggestions() == []
    [marked] = project.spans()
    assert (marked.origin.by, marked.origin.version, marked.origin.score) == ("lines", "2", 0.8)
    assert [judgement.relation for judgement in project.judgements()] == ["exact_duplicate"]
    assert [event.title for event in project.events()] == ["Flood"]
    for _ in range(3):
        project.undo(annotator="A1")
    assert len(project.suggestions()) == 3
    assert [project.spans(), project.judgements(), project.memberships()] == [[], [], []]


def test_accepting_what_is_marked_already_adds_no_second_span(project: Project) -> None:
    article = project.article_ids()[0]
    mine = project.annotate_span(article, 0, 5, label="caption", annotator="A1")
    suggestion = Suggestion(
        "", "span", "lines", "1", 0.8, article_id=article, start=0, end=5, label="caption"
    )
    project.add_suggestions([suggestion])
    [made] = project.suggestions(article)
    project.accept_suggestion(made.id, annotator="A1")
    assert [span.id for span in project.spans(article)] == [mine.id]
    assert project.suggestions(article) == []
    project.undo(annotator="A1")
    assert [span.id for span in project.spans(article)] == [mine.id]
    assert [item.id for item in project.suggestions(article)] == [made.id]


def test_a_refused_suggestion_is_not_made_again(project: Project) -> None:
    [article, *_] = project.article_ids()
    suggestion = Suggestion(
        "", "span", "lines", "1", 0.8, article_id=article, start=0, end=5, label="caption"
    )
    project.add_suggestions([suggestion])
    [made] = project.suggestions(article)
    project.refuse_suggestion(made.id, annotator="A1")
    project.add_suggestions([suggestion])
    assert project.suggestions(article) == []
    with pytest.raises(UserError, match="refused already"):
        project.accept_suggestion(made.id, annotator="A1")


def test_a_suggestion_of_a_label_that_is_gone_is_neither_accepted_nor_made_again(
    project: Project,
) -> None:
    article = project.article_ids()[0]
    suggestion = Suggestion(
        "", "span", "lines", "1", 0.8, article_id=article, start=0, end=5, label="caption"
    )
    project.add_suggestions([suggestion])
    [made] = project.suggestions()
    project.set_scheme(LabelScheme(spans=(Label("teaser"),)))
    with pytest.raises(InvalidAnnotationError, match="is not a span label"):
        project.accept_suggestion(made.id, annotator="A1")
    assert project.suggestions() == [made]
    assert project.spans() == []
    project.withdraw_suggestions("lines")
    with pytest.raises(InvalidAnnotationError, match="is not a span label"):
        project.add_suggestions([suggestion])
    assert project.suggestions() == []


def test_new_suggestions_take_the_place_of_the_open_ones_as_one_step(project: Project) -> None:
    a, b, _ = project.article_ids()

    def proposed(*articles: str) -> Iterator[Suggestion]:
        for article in articles:
            yield Suggestion(
                "", "span", "lines", "1", 0.8, article_id=article, start=0, end=5, label="caption"
            )

    project.add_suggestions(proposed(a))
    [open_one] = project.suggestions()

    def interrupted() -> Iterator[Suggestion]:
        yield from proposed(b)
        raise Cancelled

    with pytest.raises(Cancelled):
        project.replace_suggestions(interrupted(), of=[("lines", "span")])
    assert project.suggestions() == [open_one]
    assert project.replace_suggestions(proposed(b, b), of=[("lines", "span")]) == 2
    assert [each.article_id for each in project.suggestions()] == [b]
    project.undo()
    assert [each.id for each in project.suggestions()] == [open_one.id]


def test_a_label_in_use_is_retired_not_lost(project: Project) -> None:
    [article, *_] = project.article_ids()
    span = project.annotate_span(article, 0, 5, label="caption", annotator="A1")
    project.set_scheme(LabelScheme(spans=(Label("teaser"),)))
    kept = project.scheme.span_label("caption")
    assert kept is not None
    assert kept.retired
    project.edit_span(span.id, end=4)
    with pytest.raises(InvalidAnnotationError):
        project.annotate_span(article, 0, 9, label="caption", annotator="A1")
    project.undo()
    project.undo()
    assert project.scheme == LabelScheme()


def test_a_relation_that_was_retired_stays_where_it_was_said_and_is_said_no_more(
    project: Project,
) -> None:
    one, two, three = project.article_ids()
    project.judge_pair(one, two, relation="unrelated", annotator="A1")
    project.set_scheme(LabelScheme(relations=(Label("same_event"),)))
    again = project.judge_pair(one, two, annotator="A1", relation="unrelated", note="still")
    assert (again.relation, again.note) == ("unrelated", "still")
    with pytest.raises(InvalidAnnotationError, match="is not a relation of this project"):
        project.judge_pair(two, three, relation="unrelated", annotator="A1")


def test_listeners_hear_every_operation_once(project: Project) -> None:
    heard: list[Changes] = []
    stop = project.listen(heard.append)
    [article, *_] = project.article_ids()
    span = project.annotate_span(article, 0, 5, label="caption", annotator="A1")
    project.undo()
    assert [changes.operation for changes in heard] == ["annotate_span", "undo:annotate_span"]
    assert [changes.can_undo for changes in heard] == [True, False]
    assert all(changes.spans == {span.id} for changes in heard)
    stop()
    project.redo()
    assert len(heard) == 2


def test_a_new_project_overwrites_nothing(tmp_path: Path) -> None:
    make_project(tmp_path).close()
    with pytest.raises(ProjectFileError, match="exists already"):
        Project.create(tmp_path / "work.ditto")
    with pytest.raises(ProjectFileError, match="no folder"):
        Project.create(tmp_path / "nowhere" / "work.ditto")


def test_a_batch_is_one_step_and_told_once(project: Project) -> None:
    heard: list[Changes] = []
    project.listen(heard.append)
    a, b, _ = project.article_ids()
    with project.batch("tidy_up", annotator="A1"):
        project.annotate_span(a, 0, 5, label="caption", annotator="A1")
        with pytest.raises(InvalidAnnotationError):
            project.add_event(title=" ")
        project.judge_pair(a, b, relation="unrelated", annotator="A1")
    assert [changes.operation for changes in heard] == ["tidy_up"]
    assert project.counts()["pairs"] == project.counts()["spans"] == 1
    project.undo()
    assert project.counts()["pairs"] == project.counts()["spans"] == 0


def test_a_batch_that_fails_leaves_nothing(project: Project) -> None:
    [article, *_] = project.article_ids()

    def tidy_up() -> None:
        with project.batch("tidy_up"):
            project.annotate_span(article, 0, 5, label="caption", annotator="A1")
            project.delete_span("no such span")

    with pytest.raises(NotFoundError):
        tidy_up()
    assert project.spans() == []
    assert project.counts()["spans"] == 0


def test_an_id_that_is_none_is_named_in_one_line(project: Project) -> None:
    with pytest.raises(NotFoundError) as refused:
        project.annotate_span("a\nb " * 1000, 0, 1, label="caption", annotator="Rina")
    assert str(refused.value).startswith("There is no article a b a b")
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 200
