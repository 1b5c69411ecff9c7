"""How long a search over the texts of 100,000 articles takes, from a typed word to the lines shown.

`python -m tests.benchmarks.text_search [PROJECT]`: without a project one is made of 100,000 articles
of 220 made-up Bengali words, some with a name (400 MB, some minutes). CPU seconds, median of five.
"""

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from statistics import median
from typing import Final

from dittomark.annotations import NewArticle
from dittomark.project import Project

ARTICLES: Final = 100_000
WORDS: Final = 220
LETTERS: Final = "কখগঘচছজঝটঠডঢতথদধনপফবভমযরলশষসহ"
NAMES: Final = ("পুতিন", "কিম জং উন", "শেখ হাসিনা", "সুরমা")


def articles() -> Iterator[NewArticle]:
    """Yield the articles; words are as frequent as in a language, a name stands in one of 97."""
    chance = random.Random(5)
    words = [
        "".join(chance.choice(LETTERS) + chance.choice("ািীুেো ").strip() for _ in range(count))
        for count in chance.choices((2, 3, 4), k=40_000)
    ]
    weights = list(accumulate(1 / (place + 1) for place in range(len(words))))
    for number in range(ARTICLES):
        text = chance.choices(words, cum_weights=weights, k=WORDS)
        if number % 97 == 0:
            text[5] = NAMES[number % len(NAMES)]
        yield NewArticle(text=f"{' '.join(text)} {number}", title=" ".join(text[:6]))


def measure(project: Project) -> None:
    """Print what each kind of search costs; the first line is the one reading of all texts."""
    began = time.process_time()
    project.index_texts()
    print(f"reading all articles once: {time.process_time() - began:.1f} s")
    common, rare = _words(project)
    searches = {
        "a frequent word": common,
        "a rare word": rare,
        "two words": f"{common} {rare}",
        "words in this order": f'"{NAMES[1]}"',
        "the beginning of a word": NAMES[0][:2],
        "a name in Latin letters": "putin",
        "nothing": "qqqqqq",
    }
    for what, wanted in searches.items():
        times = []
        for _ in range(5):
            began = time.process_time()
            found = project.search_texts(wanted, limit=100)
            project.article_infos(found)
            times.append(time.process_time() - began)
        print(f"{what}: {median(times) * 1000:.0f} ms, {len(found)} shown")
    times = []
    for article_id in project.article_ids()[:5]:
        began = time.process_time()
        found = project.articles_like(article_id)
        project.article_infos(found)
        times.append(time.process_time() - began)
    print(f"more like this: {median(times) * 1000:.0f} ms, {len(found)} shown")


def _words(project: Project) -> tuple[str, str]:
    """Return the most and the least frequent word of the first article."""
    text = project.article(project.article_ids()[0]).text.split()[6:-1]
    counts = {word: text.count(word) for word in text}
    return max(counts, key=counts.__getitem__), min(counts, key=counts.__getitem__)


def main(arguments: list[str]) -> int:
    """Measure in the project named, or in one that is made for it."""
    if arguments:
        with Project.open(Path(arguments[0]), read_only=True) as project:
            measure(project)
        return 0
    with (
        tempfile.TemporaryDirectory() as folder,
        Project.create(Path(folder) / "large.ditto") as project,
    ):
        project.add_articles(articles())
        measure(project)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
