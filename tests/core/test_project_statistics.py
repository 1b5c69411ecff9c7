"""The counts a lead sees on the dashboard."""

from pathlib import Path

from tests.helpers.projects import make_project


def test_counts_follow_what_annotators_did(tmp_path: Path) -> None:
    with make_project(tmp_path) as project:
        one, two, three = project.article_ids()
        project.add_pair(one, two)
        project.add_pair(one, three)
        project.judge_pair(
            one, two, relation="partially_derived", annotator="A1", done=True, seconds=12.0
        )
        project.judge_pair(one, two, relation="unrelated", annotator="A2", done=True, seconds=8.0)
        project.judge_pair(one, three, skipped=True, flagged=True, annotator="A1")
        project.annotate_span(one, 0, 4, label="navigation", annotator="A1")
        gone = project.annotate_span(two, 0, 4, label="navigation", annotator="A1")
        project.delete_span(gone.id, annotator="A1")

        project.add_link(
            *(one, two),
            a_start=0,
            a_end=4,
            b_start=0,
            b_end=4,
            kind="summary",
            annotator="A3",
        )

        found = project.statistics()

    assert (found.articles, found.pairs, found.pairs_judged) == (3, 2, 1)
    assert found.relations == {"partially_derived": 1, "unrelated": 1}
    assert found.labels == {"navigation": 1}
    assert found.days == {"2024-03-01": 2}
    assert found.links == {"summary": 1}
    first, second, third = found.annotators
    assert (third.annotator, third.done, third.spans, third.links) == ("A3", 0, 0, 1)
    assert (first.annotator, first.done, first.flagged, first.skipped) == ("A1", 1, 1, 1)
    assert (first.spans, first.median_seconds) == (1, 12.0)
    assert (second.annotator, second.done, second.median_seconds) == ("A2", 1, 8.0)


def test_an_empty_project_has_empty_statistics(tmp_path: Path) -> None:
    with make_project(tmp_path) as project:
        found = project.statistics()
    assert found.relations == {}
    assert found.annotators == ()
