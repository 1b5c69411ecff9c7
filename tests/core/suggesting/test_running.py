"""Any suggester over a project: what it says is checked, kept, replaced, and stays refused."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from tests.helpers.projects import make_project
from tests.helpers.suggesters import Says

from dittomark.annotations import Suggestion, SuggestionKind
from dittomark.errors import Cancelled, UserError
from dittomark.progress import Report
from dittomark.project import Project
from dittomark.suggesting import protocol
from dittomark.suggesting.running import run_suggester
from dittomark.suggesting.view import ProjectView


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with make_project(tmp_path) as project:
        yield project


def first_lines(view: ProjectView) -> Iterator[Suggestion]:
    for article in view.wanted_articles():
        end = article.text.index("\n")
        yield protocol.span(article.id, 0, end, "navigation", score=0.9)


def test_spans_of_a_suggester_are_open_suggestions_under_its_name(project: Project) -> None:
    report = run_suggester(project, Says(first_lines))
    found = project.suggestions()
    assert report.found == {"span": 3}
    assert {(each.suggester, each.version, each.state) for each in found} == {("says", "1", "open")}
    project.accept_suggestion(found[0].id, annotator="A1")
    [span] = project.spans()
    assert (span.origin.by, span.origin.version, span.origin.score) == ("says", "1", 0.9)


def test_a_suggested_link_is_accepted_with_its_direction(project: Project) -> None:
    a, b, _ = project.article_ids()
    said = protocol.link((b, 0, 5), (a, 2, 9), "verbatim", direction="a_to_b", score=0.8)
    report = run_suggester(project, Says(lambda _view: [said], kinds=["link"]))
    assert (report.found, report.rejected) == ({"link": 1}, ())
    [found] = project.suggestions(kind="link")
    project.accept_suggestion(found.id, annotator="A1")
    [made] = project.links()
    assert {(made.a, made.a_start, made.a_end), (made.b, made.b_start, made.b_end)} == {
        (b, 0, 5),
        (a, 2, 9),
    }
    assert made.direction == ("a_to_b" if made.a == b else "b_to_a")
    assert (made.origin.by, made.origin.score) == ("says", 0.8)


def test_what_was_refused_stays_refused_and_what_is_stale_goes(project: Project) -> None:
    run_suggester(project, Says(first_lines))
    refused, kept, _ = project.suggestions()
    project.refuse_suggestion(refused.id, annotator="A1")

    def fewer(view: ProjectView) -> Iterator[Suggestion]:
        made = {each.article_id: each for each in first_lines(view)}
        yield made[refused.article_id]
        yield made[kept.article_id]

    run_suggester(project, Says(fewer))
    assert [each.article_id for each in project.suggestions()] == [kept.article_id]
    assert [each.id for each in project.suggestions(state="refused")] == [refused.id]


def test_a_run_of_which_nothing_could_be_taken_takes_nothing_away(project: Project) -> None:
    run_suggester(project, Says(first_lines))

    def wrong(view: ProjectView) -> Iterator[Suggestion]:
        for article in view.wanted_articles():
            yield protocol.span(article.id, 0, 10**6, "navigation")

    report = run_suggester(project, Says(wrong))
    assert (report.found, report.rejected_count) == ({}, 3)
    assert len(project.suggestions()) == 3
    run_suggester(project, Says(lambda _view: []))  # nothing is proposed any more: that is sound
    assert project.suggestions() == []


def test_numbers_of_numpy_are_numbers(project: Project) -> None:
    """A model that hands over what its arrays hold is no mistake."""

    def from_arrays(view: ProjectView) -> Iterator[Suggestion]:
        for article in view.wanted_articles():
            start, end = np.array([0, 5])
            yield protocol.span(article.id, start, end, "navigation", score=np.float32(0.5))  # type: ignore[arg-type]
        a, b, _ = view.article_ids()
        yield protocol.pair(a, b, score=np.float64(0.25))

    report = run_suggester(project, Says(from_arrays, kinds=("span", "pair")))
    assert (report.failure, report.rejected_count) == (None, 0)
    assert {(each.start, each.end, each.score) for each in project.suggestions()} == {(0, 5, 0.5)}
    [pair] = project.pairs()
    assert pair.score == 0.25


def test_suggestions_of_others_stay(project: Project) -> None:
    run_suggester(project, Says(first_lines))
    other = Says(lambda _view: [])
    other.key = "other"
    run_suggester(project, other)
    assert len(project.suggestions()) == 3


def test_only_chosen_articles_are_asked_for_and_replaced(project: Project) -> None:
    run_suggester(project, Says(first_lines))
    chosen = project.article_ids()[0]
    run_suggester(project, Says(lambda _view: []), selected=frozenset({chosen}))
    left = {each.article_id for each in project.suggestions()}
    assert left == set(project.article_ids()) - {chosen}
    run_suggester(project, Says(first_lines), selected=frozenset({chosen}))
    assert len(project.suggestions()) == 3


def test_of_pairs_too_only_those_with_a_chosen_article_are_replaced(project: Project) -> None:
    a, b, c = project.article_ids()
    project.add_pair(a, b)
    project.add_pair(b, c)

    def each_pair(view: ProjectView) -> list[Suggestion]:
        return [protocol.relation(pair.a, pair.b, "unrelated") for pair in view.wanted_pairs()]

    run_suggester(project, Says(each_pair, kinds=("relation",)))
    assert len(project.suggestions()) == 2
    run_suggester(project, Says(lambda _view: [], kinds=("relation",)), selected=frozenset({a}))
    [left] = project.suggestions()
    assert {project.pair(left.pair_id or "").a, project.pair(left.pair_id or "").b} == {b, c}


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (lambda _: protocol.span("nobody", 0, 3, "navigation"), "article"),
        (lambda a: protocol.span(a, 0, 10_000_000, "navigation"), "must lie inside the text"),
        (lambda a: protocol.span(a, 5, 3, "navigation"), "must lie inside the text"),
        (lambda a: protocol.span(a, 0, 3, "nonsense"), "not a span label"),
        (lambda a: protocol.span(a, 0, 3, "navigation", score=7.5), "from 0 to 1"),
        (lambda a: protocol.span(a, 0, 3, "navigation", score=float("nan")), "from 0 to 1"),
        (lambda a: protocol.relation(a, a, "unrelated"), "two different articles"),
        (lambda a: protocol.relation(a, "nobody", "unrelated"), "no article nobody"),
        (protocol.event, "needs a title"),
        (lambda a: protocol.event(a, event_id="none"), "event"),
        (lambda _: {"kind": "span"}, "no suggestion"),
    ],
)
def test_what_can_not_be_is_named_and_the_rest_is_taken(
    project: Project, wrong: object, reason: str
) -> None:
    article = project.article_ids()[0]

    def make(view: ProjectView) -> Iterator[Suggestion]:
        yield wrong(article)  # type: ignore[operator]
        yield from first_lines(view)

    report = run_suggester(project, Says(make))
    [rejected] = report.rejected
    assert rejected.number == 1
    assert reason in rejected.reason
    assert len(project.suggestions()) == 3


def test_a_kind_that_it_does_not_declare_is_rejected(project: Project) -> None:
    report = run_suggester(project, Says(first_lines, kinds=("event",)))
    assert report.rejected_count == 3
    assert "does not suggest the kind “span”" in report.rejected[0].reason


def test_a_suggester_that_raises_leaves_what_it_said_and_what_was_there(project: Project) -> None:
    run_suggester(project, Says(first_lines))
    before = {each.id for each in project.suggestions()}

    def breaks(view: ProjectView) -> Iterator[Suggestion]:
        yield protocol.span(view.article_ids()[0], 2, 4, "caption")
        raise KeyError("model")

    report = run_suggester(project, Says(breaks))
    assert report.failure == "The suggester “says” failed: KeyError: 'model'"
    now = {each.id for each in project.suggestions()}
    assert before < now
    assert len(now) == len(before) + 1


def test_cancelling_changes_nothing(project: Project) -> None:
    def cancel(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        run_suggester(project, Says(first_lines), report=cancel)
    assert project.suggestions() == []


def test_a_run_is_one_step_of_the_history(project: Project) -> None:
    a, b = project.article_ids()[:2]

    def both(view: ProjectView) -> Iterator[Suggestion]:
        yield from first_lines(view)
        yield protocol.relation(a, b, "partially_derived", direction="a_to_b", score=0.7)

    run_suggester(project, Says(both))
    [pair] = project.pairs()
    [relation] = project.suggestions(pair_id=pair.id)
    assert (pair.origin.by, relation.payload["direction"]) == (
        "says",
        "a_to_b" if a < b else "b_to_a",
    )
    project.undo()
    assert project.suggestions() == []
    assert list(project.pairs()) == []


def test_pairs_come_into_the_queue_in_the_order_given(project: Project) -> None:
    a, b, c = project.article_ids()

    def pairs(_view: ProjectView) -> Iterator[Suggestion]:
        yield protocol.pair(b, c, score=0.4, guess="same_event")
        yield protocol.pair(a, b, score=0.9)

    run_suggester(project, Says(pairs))
    queue = list(project.pairs())
    assert [{pair.a, pair.b} for pair in queue] == [{b, c}, {a, b}]
    assert [pair.score for pair in queue] == [0.4, 0.9]
    assert queue[0].guess == "same_event"


def test_a_new_event_for_two_articles_is_made_once(project: Project) -> None:
    def events(view: ProjectView) -> Iterator[Suggestion]:
        for article in view.article_ids()[:2]:
            yield protocol.event(article, title="নৌকাডুবি", date="2024-03-01", score=0.8)

    run_suggester(project, Says(events))
    ids = [each.id for each in project.suggestions(kind="event")]
    project.accept_suggestions(ids, annotator="A1")
    [event] = project.events()
    assert len(project.memberships(event_id=event.id)) == 2
    assert event.title == "নৌকাডুবি"


class Learns:
    """Says how many spans it learned from."""

    key = name = "learns"
    kinds: frozenset[SuggestionKind] = frozenset({"span"})
    version = "0"

    def learn(self, view: ProjectView, report: Report) -> None:
        report(0, 1)
        self.version = str(len(view.spans()))

    def suggest(self, view: ProjectView, report: Report) -> Iterator[Suggestion]:
        report(1, 1)
        yield protocol.span(view.article_ids()[-1], 0, 1, "navigation")


def test_a_learner_learns_before_it_suggests(project: Project) -> None:
    project.annotate_span(project.article_ids()[0], 0, 4, label="caption", annotator="A1")
    report = run_suggester(project, Learns())
    assert report.version == "1"
    assert project.suggestions()[0].version == "1"


def test_a_view_hides_what_was_decided_of_hidden_articles(project: Project) -> None:
    a, b, _ = project.article_ids()
    event = project.add_event(title="x")
    for article in (a, b):
        project.annotate_span(article, 0, 4, label="caption", annotator="A1")
        project.label_event(article, event.id, annotator="A1")
    project.judge_pair(a, b, relation="unrelated", annotator="A1")
    project.add_link(
        a, b, a_start=0, a_end=4, b_start=0, b_end=4, kind="verbatim", annotator="A1"
    )  # fmt: skip
    view = ProjectView(project, hidden={a})
    assert (view.links(), len(ProjectView(project).links(a, b))) == ([], 1)
    assert [span.article_id for span in view.spans()] == [b]
    assert [each.article_id for each in view.memberships()] == [b]
    assert view.judgements() == []
    assert len(ProjectView(project).judgements()) == 1


def test_learning_can_fail_in_one_sentence(project: Project) -> None:
    class Fails(Learns):
        def learn(self, view: ProjectView, report: Report) -> None:
            super().learn(view, report)
            raise UserError("There is too little to learn from.")

    assert run_suggester(project, Fails()).failure == "There is too little to learn from."
