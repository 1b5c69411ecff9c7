"""The sample project with the annotations that the screenshots show."""

from pathlib import Path

from dittomark.annotations import Suggestion
from dittomark.project import Project
from dittomark.sample.demo_project import create_demo


def prepare(path: Path) -> None:
    """Create the sample project with some work of two annotators."""
    create_demo(path)
    with Project.open(path, annotator="A1") as project:
        infos = project.article_infos()
        pairs = list(project.pairs())
        for place, pair in enumerate(pairs[:4]):
            relation = ("wholly_derived", "same_event", "unrelated", "partially_derived")[place]
            project.judge_pair(
                pair.a,
                pair.b,
                annotator="A1",
                relation=relation,
                done=place in {1, 2},
                flagged=place == 3,
                seconds=40 + 25 * place,
            )
        for pair in pairs[:3]:
            project.judge_pair(pair.a, pair.b, annotator="A2", relation="unrelated", done=True)
        event = project.events()[0]
        for info in infos[:5]:
            text = project.article(info.id).text
            end = text.index("\n")
            project.annotate_span(info.id, 0, end, label="navigation", annotator="A1")
            project.label_event(info.id, event.id, annotator="A1")
        project.add_suggestions(_suggestion(project, info.id) for info in infos)


def add_second_opinions(project: Project) -> None:
    """Let two annotators judge, mark and link the same, with some disagreements.

    Apart from `prepare`: the pictures of the first pairs show the work of one.
    """
    for pair, first, second in zip(list(project.pairs())[4:], *_RELATIONS, strict=False):
        for who, relation in (("A1", first), ("A2", second)):
            project.judge_pair(
                pair.a, pair.b, annotator=who, relation=relation, done=True, seconds=35
            )
    event = project.events()[0]
    for info, label in zip(project.article_infos(), _LABELS, strict=False):
        end = project.article(info.id).text.index("\n")
        project.annotate_span(info.id, end // 4, end, label=label, annotator="A2")
        project.label_event(info.id, event.id, annotator="A2")
    for place, link in enumerate(project.links()):
        shorter = (link.a_end - link.a_start) // 4 if place % 3 == 0 else 0
        for who, kind, end in (
            ("A1", link.kind, link.a_end),
            ("A2", "rewrite" if shorter else link.kind, link.a_end - shorter),
        ):
            project.add_link(
                link.a,
                link.b,
                a_start=link.a_start,
                a_end=end,
                b_start=link.b_start,
                b_end=link.b_end,
                kind=kind,
                annotator=who,
            )


_LABELS = ("navigation", "navigation", "related_links", "navigation")
_RELATIONS = (
    ("same_event", "partially_derived", "same_event", "partially_derived", "contains", "unrelated"),
    ("same_event", "partially_derived", "unrelated", "wholly_derived", "contains", "unrelated"),
)


def _suggestion(project: Project, article_id: str) -> Suggestion:
    lines = project.article(article_id).text.rstrip().split("\n")
    start = sum(len(line) + 1 for line in lines[:-1])
    end = start + len(lines[-1])
    return Suggestion(
        "",
        "span",
        "blocks",
        "1",
        0.93,
        article_id=article_id,
        start=start,
        end=end,
        label="copyright_notice",
    )
