"""Draw the pictures of the README: the window on a pair of the sample, half judged; judging, near.

QT_QPA_PLATFORM=offscreen python packaging/manual/readme_picture.py docs/pictures/window.png
"""

import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QRect, QSize
from PySide6.QtWidgets import QApplication

from dittomark.project import Project
from dittomark.sample import articles as sample
from dittomark.sample.demo_project import create_demo
from dittomark_gui.app import App
from dittomark_gui.look.apply import load_fonts
from dittomark_gui.user_settings import Settings

PAIR = ("01-ferry-nodibarta", "03-crops-shalik")
ANNOTATOR = "A1"
JUDGING = QSize(728, 560)  # from the corner where the panel of labels is
MARKED = {"most_read", "share_subscribe", "related_links", "byline_dateline"}


def half_judged(path: Path) -> str:
    """Make the demo project with some work done; return the id of the pair to show."""
    create_demo(path)
    truth = {item.key: item for item in sample.articles()}
    with Project.open(path) as project:
        ids = {info.external_id: info.id for info in project.article_infos()}
        for key in PAIR:
            for start, end, label in truth[key].boilerplate:
                if label in MARKED:
                    project.annotate_span(ids[key], start, end, label=label, annotator=ANNOTATOR)
        for pair in sample.pairs()[:2]:
            project.judge_pair(
                ids[pair.a], ids[pair.b], relation=pair.relation, direction=pair.direction,
                annotator=ANNOTATOR, done=True,
            )  # fmt: skip
        a, b = (ids[key] for key in PAIR)
        project.judge_pair(
            a, b, relation="partially_derived", direction="a_to_b", annotator=ANNOTATOR
        )
        event = next(iter(project.events()))
        project.label_event(a, event.id, annotator=ANNOTATOR)
        found = project.find_pair(a, b)
        assert found
        return found.id


def settle(seconds: float = 1.0) -> None:
    """Process Qt events until the window is idle."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def main(target: Path) -> None:
    """Write the pictures."""
    target.parent.mkdir(parents=True, exist_ok=True)
    application = QApplication(["readme_picture"])
    application.setStyle("Fusion")
    load_fonts()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ferries.ditto"
        pair = half_judged(path)
        settings = Settings(str(path.with_name("settings.ini")))
        settings.update(annotator=ANNOTATOR, tour_seen=True, language="en", theme="light")
        app = App(application, settings)
        app.window.resize(1440, 900)
        app.show(path)
        settle()
        app.window.parts.navigation.show_pair(pair)
        settle(3)
        app.window.grab().save(str(target))
        near = QRect(app.window.width() - JUDGING.width(), 0, JUDGING.width(), JUDGING.height())
        app.window.grab(near).save(str(target.with_name("judging.png")))
        app.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
