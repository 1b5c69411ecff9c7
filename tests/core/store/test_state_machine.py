"""Any sequence of annotate, edit, delete, judge, undo, redo, reopen and merge is what a model says."""

import os
import shutil
import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from tests.helpers.command import run
from tests.helpers.projects import TickingClock, make_project

from dittomark.errors import ProjectFileError
from dittomark.project import Project
from dittomark.team.merge import merge_into

STEPS = int(os.environ.get("DITTOMARK_STEPS", "25"))
RELATIONS = ("same_event", "unrelated", "contains")


@dataclass(frozen=True)
class Model:
    """What the project should hold: spans by id, what A says of pairs, titles of articles."""

    spans: dict[str, tuple[str, int, int, str, str]] = field(default_factory=dict)
    relations: dict[frozenset[str], str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    events: frozenset[str] = frozenset()
    links: dict[str, tuple[int, int, str]] = field(default_factory=dict)


class ProjectMachine(RuleBasedStateMachine):
    """A project beside a model with plain lists of states for undo and redo."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.clock = TickingClock()
        project = make_project(self.folder)
        self.articles = project.article_ids()
        self.path = project.path
        project.close()
        shutil.copy(self.path, self.folder / "older.ditto")
        self.project = Project.open(self.path, annotator="A", clock=self.clock)
        titles = {info.id: info.title for info in self.project.article_infos()}
        self.now = Model(titles=titles)
        self.before: list[Model] = []
        self.after: list[Model] = []

    def step(self, model: Model) -> None:
        """One step that changed something."""
        if model != self.now:
            self.before.append(self.now)
            self.after.clear()
            self.now = model

    @rule(article=st.integers(0, 2), start=st.integers(0, 9), label=st.sampled_from("ab"))
    def annotate(self, article: int, start: int, label: str) -> None:
        name = {"a": "caption", "b": "navigation"}[label]
        what = (self.articles[article], start, start + 4, name)
        span = self.project.annotate_span(*what[:3], label=name, annotator="A")
        if what not in {said[:4] for said in self.now.spans.values()}:
            self.step(replace(self.now, spans={**self.now.spans, span.id: (*what, "")}))

    @rule(which=st.integers(0, 9), note=st.sampled_from(("", "one", "two")))
    def edit(self, which: int, note: str) -> None:
        if self.now.spans:
            name = sorted(self.now.spans)[which % len(self.now.spans)]
            self.project.edit_span(name, note=note)
            said = (*self.now.spans[name][:4], note)
            self.step(replace(self.now, spans={**self.now.spans, name: said}))

    @rule(which=st.integers(0, 9))
    def delete(self, which: int) -> None:
        if self.now.spans:
            name = sorted(self.now.spans)[which % len(self.now.spans)]
            self.project.delete_span(name)
            left = {key: said for key, said in self.now.spans.items() if key != name}
            self.step(replace(self.now, spans=left))

    @rule(start=st.integers(0, 9), kind=st.sampled_from(("verbatim", "rewrite")))
    def link(self, start: int, kind: str) -> None:
        a, b = sorted(self.articles[:2])
        made = self.project.add_link(
            a, b, a_start=start, a_end=start + 3, b_start=start, b_end=start + 3, kind=kind,
            annotator="A",
        )  # fmt: skip
        if (start, start + 3, kind) not in self.now.links.values():
            self.step(
                replace(self.now, links={**self.now.links, made.id: (start, start + 3, kind)})
            )

    @rule(which=st.integers(0, 9), end=st.integers(13, 15))
    def move_link(self, which: int, end: int) -> None:
        if self.now.links:
            name = sorted(self.now.links)[which % len(self.now.links)]
            self.project.edit_link(name, a_end=end)
            start, _, kind = self.now.links[name]
            self.step(replace(self.now, links={**self.now.links, name: (start, end, kind)}))

    @rule(which=st.integers(0, 9))
    def unlink(self, which: int) -> None:
        if self.now.links:
            name = sorted(self.now.links)[which % len(self.now.links)]
            self.project.delete_link(name)
            left = {key: said for key, said in self.now.links.items() if key != name}
            self.step(replace(self.now, links=left))

    @rule(a=st.integers(0, 2), b=st.integers(0, 2), relation=st.sampled_from(RELATIONS))
    def judge(self, a: int, b: int, relation: str) -> None:
        if a != b:
            pair = (self.articles[a], self.articles[b])
            self.project.judge_pair(*pair, relation=relation, annotator="A")
            relations = {**self.now.relations, frozenset(pair): relation}
            self.step(replace(self.now, relations=relations))

    @rule(article=st.integers(0, 2), title=st.sampled_from(("First", "Second")))
    def retitle(self, article: int, title: str) -> None:
        self.project.edit_article(self.articles[article], title=title)
        self.step(replace(self.now, titles={**self.now.titles, self.articles[article]: title}))

    @rule(title=st.sampled_from(("Flood", "Boat")))
    def add_event(self, title: str) -> None:
        event = self.project.add_event(title=title)
        self.step(replace(self.now, events=self.now.events | {event.id}))

    @rule()
    def undo(self) -> None:
        undone = self.project.undo()
        assert (undone is None) == (not self.before)
        if self.before:
            self.after.append(self.now)
            self.now = self.before.pop()

    @rule()
    def redo(self) -> None:
        redone = self.project.redo()
        assert (redone is None) == (not self.after)
        if self.after:
            self.before.append(self.now)
            self.now = self.after.pop()

    @rule(years=st.integers(-3, 3))
    def reopen(self, years: int) -> None:
        self.project.close()
        self.clock.now = self.clock.now.replace(year=self.clock.now.year + years)
        self.project = Project.open(self.path, annotator="A", clock=self.clock)

    @rule()
    def merge_an_older_copy(self) -> None:
        """What is older brings nothing new; steps dated long after now are refused."""
        try:
            merge_into(self.project, [self.folder / "older.ditto"])
        except ProjectFileError as error:
            if "which is not yet" not in str(error):
                raise

    @rule()
    def keep_a_copy(self) -> None:
        self.project.close()
        shutil.copy(self.path, self.folder / "older.ditto")
        self.project = Project.open(self.path, annotator="A", clock=self.clock)

    @invariant()
    def is_what_the_model_says(self) -> None:
        if not hasattr(self, "project"):
            return
        spans = {
            span.id: (span.article_id, span.start, span.end, span.label, span.note)
            for span in self.project.spans()
        }
        pairs = {pair.id: frozenset((pair.a, pair.b)) for pair in self.project.pairs()}
        relations = {pairs[row.pair_id]: row.relation for row in self.project.judgements()}
        titles = {info.id: info.title for info in self.project.article_infos()}
        events = frozenset(event.id for event in self.project.events())
        links = {one.id: (one.a_start, one.a_end, one.kind) for one in self.project.links()}
        assert (spans, relations, titles, events, links) == (
            self.now.spans,
            self.now.relations,
            self.now.titles,
            self.now.events,
            self.now.links,
        )
        assert self.project.counts()["links"] == len(links)
        assert self.project.counts()["spans"] == len(spans)
        assert self.project.counts()["pairs"] == len(pairs)

    def teardown(self) -> None:
        if hasattr(self, "project"):
            self.project.close()
            assert run("check", self.path, "--json").json["problems"] == []
            shutil.rmtree(self.folder)


TestProjectMachine = ProjectMachine.TestCase
TestProjectMachine.settings = settings(max_examples=max(6, STEPS // 5), stateful_step_count=STEPS)
