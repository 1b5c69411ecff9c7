"""Projects for tests: a clock that ticks, and a few short articles."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from dittomark.annotations import NewArticle
from dittomark.project import Project

TEXTS = (
    "প্রথম পাতা | খেলা\nনদীতে নৌকা ডুবে তিনজন নিখোঁজ, উদ্ধারকাজ চলছে।\nআরও পড়ুন",
    "নদীতে নৌকা ডুবে তিনজন নিখোঁজ, উদ্ধারকাজ চলছে।\nশেয়ার করুন",
    "A boat sank in the river; three people are missing.\nRead more",
)


class TickingClock:
    """A clock that advances one second at each reading; `set` moves it anywhere, also backwards."""

    def __init__(self) -> None:
        self.now = datetime(2024, 3, 1, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def new_articles(texts: tuple[str, ...] = TEXTS) -> list[NewArticle]:
    """Return one article for each text, from two sources in turn."""
    return [
        NewArticle(text, external_id=f"n{number}", title=f"Article {number}", source=source)
        for number, (text, source) in enumerate(
            zip(texts, ("Dhaka Daily", "River Post") * len(texts), strict=False)
        )
    ]


def make_project(folder: Path, *, name: str = "work", annotator: str | None = None) -> Project:
    """Return a new, open project with the three articles."""
    project = Project.create(folder / f"{name}.ditto", annotator=annotator, clock=TickingClock())
    project.add_articles(new_articles())
    return project
