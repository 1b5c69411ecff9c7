"""A project with some work of every kind by three people, for tests of lists and counts."""

import random
from pathlib import Path
from typing import Final

from tests.helpers.projects import TickingClock

from dittomark.annotations import NewArticle, NewPair, Origin, Suggestion
from dittomark.project import Project

PEOPLE: Final = ("Asha", "Bimal", "Chitra")
RELATIONS: Final = ("unrelated", "same_event", "exact_duplicate")
_TITLES: Final = (
    "Ferry",
    "নৌকা",
    "",
    "Storm",
    "Zoo",
    "ঝড়",
    "Ferry 100%",
    "a_b",
    "Éclair",
    "dam\\wall",
)


def busy_project(path: Path) -> Project:
    """Return a new, open project, the same in every run; its clock ticks by seconds."""
    chance = random.Random(11)
    project = Project.create(path, clock=TickingClock())
    project.add_articles(
        NewArticle(
            f"Report number {n} on the {('river', 'dam', 'road')[n % 3]}." + " More." * (n * 5 % 7),
            external_id=f"x{n}",
            title=title,
            source=("River Post", "Dhaka Daily", "")[n % 3],
            author=("Rina", "", "Tom")[n * 7 % 3],
            date=("2024-03-0", "2023-12-0", "")[n % 3]
            and f"{('2024-03-0', '2023-12-0')[n % 3]}{n}",
            language=("bn", "en")[n % 2],
        )
        for n, title in enumerate(_TITLES)
    )
    ids = project.article_ids()
    ends = [(a, b) for at, a in enumerate(ids) for b in ids[at + 1 :]]
    pairs = chance.sample(ends, 24)
    project.add_pairs(
        NewPair(
            *pair,
            chance.choice((None, 0.25, 0.5, 1.0)),
            chance.choice((None, "same_event")),
            origin=Origin(by=chance.choice(("human", "same-event"))),
        )
        for pair in pairs
    )
    for who in PEOPLE:
        for a, b in chance.sample(pairs, 16):
            project.judge_pair(
                a,
                b,
                annotator=who,
                relation=chance.choice((None, *RELATIONS)),
                done=chance.random() < 0.5,
                skipped=chance.random() < 0.3,
                flagged=chance.random() < 0.3,
                seconds=float(chance.randrange(4)),
                note=chance.choice(("", "a note")),
            )
        for row in chance.sample(project.judgements(annotator=who), 2):
            project.unjudge_pair(row.id)
        for article in chance.sample(ids, 4):
            start = chance.randrange(5)
            span = project.annotate_span(
                article,
                start,
                start + 4,
                label=chance.choice(("caption", "navigation")),
                annotator=who,
            )
            if chance.random() < 0.3:
                project.delete_span(span.id)
        for a, b in chance.sample(pairs, 3):
            project.add_link(
                a, b, a_start=0, a_end=chance.randrange(3, 9), b_start=1, b_end=7,
                kind=chance.choice(("verbatim", "rewrite")), annotator=who,
            )  # fmt: skip
    for name in (pair.id for pair in chance.sample(list(project.pairs()), 4)):
        project.decide_relation(name, relation="unrelated", annotator="Lead")
    events = [project.add_event(title=title, annotator="Asha") for title in ("Flood", "Strike")]
    for who in PEOPLE:
        for article in chance.sample(ids, 3):
            project.label_event(article, chance.choice(events).id, annotator=who)
    project.add_suggestions(
        Suggestion(
            "", "span", chance.choice(("mine", "yours")), "1", chance.choice((0.2, 0.5, 0.9)),
            article_id=chance.choice(ids), start=0, end=end, label="caption",
            payload={"doubt": chance.random()} if end % 2 else {},
        )
        for end in range(2, 16)
    )  # fmt: skip
    project.add_suggestions(
        Suggestion(
            "", "relation", "mine", "1", 0.7, pair_id=pair.id, label=chance.choice(RELATIONS)
        )
        for pair in chance.sample(list(project.pairs()), 5)
    )  # fmt: skip
    open_ones = project.suggestions(kind="span")
    project.refuse_suggestions([each.id for each in open_ones[:2]], annotator="Asha")
    project.accept_suggestion(open_ones[2].id, annotator="Bimal")
    return project
