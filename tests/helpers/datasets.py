"""Small projects with rows of every kind, for tests of formats."""

import json
from pathlib import Path
from typing import Any

from dittomark.annotations import NewArticle
from dittomark.project import Project

BANDH = (
    "প্রচ্ছদ | খেলা\r\nনদীর পাড়ে নতুন বাঁধ\r\n\r\nজেলা প্রশাসন জানিয়েছে, বাঁধের কাজ আগামী মাসে শেষ হবে। 🌊"
    "\r\n© ২০২৩ নদী বার্তা"
)
COPY = "নদীর পাড়ে নতুন বাঁধ\n\nজেলা প্রশাসন জানিয়েছে, বাঁধের কাজ আগামী মাসে শেষ হবে।"
SETU = "সেতুর টোল কমল\nআজ থেকে সেতুর টোল অর্ধেক। =SUM(A1:A9) লেখা একটি সারণিও ছাপা হয়েছে।"
ARABIC = "افتتاح الجسر الجديد\nقال الوزير إن الجسر سيفتح غدا. café cafe\u0301 e\u0301"


def small_project(path: Path) -> Project:
    """Return a new project of four articles, three judged pairs, spans and two events."""
    project = Project.create(path, name="ছোট প্রকল্প")
    added = project.add_articles(
        [
            NewArticle(
                BANDH,
                "n1",
                title="নদীর পাড়ে নতুন বাঁধ",
                source="নদী বার্তা",
                date="2023-09-13",
                language="bn",
            ),
            NewArticle(
                COPY,
                "k1",
                title="=বাঁধ",
                source="খাল সংবাদ",
                date="2023-09-14",
                language="bn",
                author="মিতা রায়",
            ),
            NewArticle(SETU, "n2", title="সেতুর টোল কমল", source="নদী বার্তা", language="bn"),
            NewArticle(
                ARABIC, "j1", title="افتتاح الجسر", source="الجسر", date="2023-10-01", language="ar"
            ),
        ]
    )
    bandh, copy, setu, arabic = added.added
    first = BANDH.index("\r\n")
    last = BANDH.index("©")
    project.annotate_span(bandh, 0, first, label="navigation", annotator="মিতা")
    project.annotate_span(
        bandh, last, len(BANDH), label="copyright_notice", annotator="মিতা", note="-নোট"
    )
    project.annotate_span(bandh, 0, first, label="navigation", annotator="রফিক")
    project.annotate_span(arabic, 0, 20, label="caption", annotator="রফিক")
    project.judge_pair(
        bandh, copy, relation="partially_derived", direction="b_to_a", annotator="মিতা", done=True
    )
    project.judge_pair(bandh, copy, relation="exact_duplicate", annotator="রফিক")
    project.judge_pair(setu, arabic, relation="same_event", annotator="মিতা", ratings={"Overall": 2})
    project.judge_pair(bandh, setu, relation="unrelated", annotator="মিতা", done=True)
    shared = "জেলা প্রশাসন জানিয়েছে, বাঁধের কাজ আগামী মাসে শেষ হবে।"
    a_start, b_start = BANDH.index(shared), COPY.index(shared)
    project.add_link(
        bandh, copy, a_start=a_start, a_end=a_start + len(shared), b_start=b_start,
        b_end=b_start + len(shared), kind="verbatim", annotator="মিতা", direction="b_to_a",
        note="একই বাক্য",
    )  # fmt: skip
    event = project.add_event(
        title="বাঁধ নির্মাণ", date="2023-09", place="সুনামগঞ্জ", participants=["জেলা প্রশাসন"]
    )
    project.add_event(title="সেতুর টোল", parent=event.id)
    project.label_event(bandh, event.id, annotator="মিতা")
    project.label_event(copy, event.id, annotator="রফিক", note="একই ঘটনা")
    return project


def annotations_of(path: Path) -> list[dict[str, Any]]:
    """Return the records of a JSONL export without edit times, which differ between files."""

    def plain(value: Any) -> Any:  # noqa: ANN401  (any JSON)
        if isinstance(value, dict):
            return {key: plain(v) for key, v in value.items() if key not in _OF_THE_FILE}
        return [plain(v) for v in value] if isinstance(value, list) else value

    records = [plain(json.loads(line)) for line in path.read_text("utf-8").splitlines()]
    return [record for record in records if record["type"] != "project"]


_OF_THE_FILE = frozenset({"updated_at", "position"})
