"""Make the file of the current schema version that every later version must open.

    python tests/data/make_project_file.py

It writes `tests/data/projects/version-N.ditto`, N being the version that the program has now. While
no release has that version, run it after every change of the tables; afterwards never again.
"""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from dittomark.annotations import NewArticle, NewPair, Suggestion
from dittomark.project import Project
from dittomark.store.schema import SCHEMA_VERSION

TEXTS = (
    "প্রচ্ছদ | সারাদেশ\nনদীভাঙনে বিলীন হচ্ছে চরের বিদ্যালয়, পাঠদান চলছে খোলা আকাশের নিচে।",
    "নদীভাঙনে বিলীন হচ্ছে চরের বিদ্যালয়, পাঠদান চলছে খোলা আকাশের নিচে।\nশেয়ার করুন",
    "Erosion takes a village school; lessons go on under the open sky.",
)


def main(path: Path) -> None:
    """Write a row of every kind, with undone and deleted ones."""
    moments = (datetime(2024, 3, 1, tzinfo=UTC) + timedelta(seconds=s) for s in range(10**6))
    with Project.create(path, name="Version", clock=lambda: next(moments)) as project:
        project.add_articles(
            NewArticle(text, external_id=f"v{n}", title=f"Title {n}", source="Char Barta")
            for n, text in enumerate(TEXTS)
        )
        a, b, c = project.article_ids()
        project.add_pairs([NewPair(a, b, score=0.9, passage=(18, 40, 0, 22)), NewPair(b, c)])
        span = project.annotate_span(a, 0, 17, label="navigation", annotator="Rina", note="top")
        project.edit_span(span.id, end=18)
        gone = project.annotate_span(b, 0, 5, label="caption", annotator="Rina")
        project.delete_span(gone.id)
        project.judge_pair(a, b, relation="exact_duplicate", annotator="Rina", done=True)
        project.judge_pair(
            a, b, relation="wholly_derived", direction="a_to_b", annotator="Shafiq",
            ratings={"Overall": 1},
        )  # fmt: skip
        flood = project.add_event(title="Erosion", date="2024-02", participants=["school"])
        school = project.add_event(title="School lost", parent=flood.id, aliases=["বিদ্যালয়"])
        project.label_event(a, school.id, annotator="Rina")
        project.add_suggestions(
            [
                Suggestion(
                    "", "span", "lines", "1", 0.7, article_id=b, start=0, end=9, label="caption"
                )
            ]
        )
        pair = project.find_pair(a, b)
        if pair is not None:
            project.decide_relation(pair.id, relation="exact_duplicate", annotator="Lead")
        link = project.add_link(
            a, b, a_start=18, a_end=40, b_start=0, b_end=22, kind="verbatim", annotator="Shafiq",
            direction="a_to_b",
        )  # fmt: skip
        project.edit_link(link.id, kind="light_edit")
        project.edit_article(c, title="Edited title")
        project.undo()


if __name__ == "__main__":
    made = Path(__file__).parent / "projects" / f"version-{SCHEMA_VERSION}.ditto"
    made.unlink(missing_ok=True)
    main(made)
    sys.stdout.write(f"Made {made}.\n")
