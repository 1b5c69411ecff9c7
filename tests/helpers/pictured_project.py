"""The sample project with the work in it that pictures of the screens show."""

from pathlib import Path

from dittomark.annotations import Suggestion
from dittomark.project import Project
from dittomark.sample.demo_project import create_demo


def prepare(path: Path) -> None:
    """Make the sample project with some work done in it."""
    create_demo(path)
    with Project.open(path, annotator="A1") as project:
        infos = project.article_infos()
        for place, pair in enumerate(list(project.pairs())[:4]):
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
        for pair in list(project.pairs())[:3]:
            project.judge_pair(pair.a, pair.b, annotator="A2", relation="unrelated", done=True)
        event = project.events()[0]
        for info in infos[:5]:
            text = project.article(info.id).text
            end = text.index("\n")
            project.annotate_span(info.id, 0, end, label="navigation", annotator="A1")
            project.label_event(info.id, event.id, annotator="A1")
        project.add_suggestions(_suggestion(project, info.id) for info in infos)


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
