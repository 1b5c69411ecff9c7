"""Boilerplate lines by logistic regression over character n-grams and where a line stands.

It learns from the articles in which people marked something: a line is of a label when a span covers
most of it, else it is text. Until enough is marked it suggests nothing.
"""

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any

from dittomark.annotations import Span, Suggestion, SuggestionKind
from dittomark.errors import UserError
from dittomark.progress import Report
from dittomark.suggesting.protocol import span
from dittomark.suggesting.view import ProjectView

TEXT = ""
LEAST_LINES = 20

Line = tuple[int, int]
"""Start and end of a line in an article's text, in code points."""


class LineClassifier:
    """The suggester; the entry point names this class."""

    key = "line-classifier"
    name = "Lines (scikit-learn)"
    kinds: frozenset[SuggestionKind] = frozenset({"span"})

    def __init__(self) -> None:
        self.version = "untrained"
        self._model: Any = None

    def learn(self, view: ProjectView, report: Report) -> None:
        """Fit the model to the lines of the articles that people marked."""
        marked: dict[str, list[Span]] = {}
        for each in view.spans():
            marked.setdefault(each.article_id, []).append(each)
        texts, labels = [], []
        for done, (article_id, spans) in enumerate(marked.items()):
            report(done, len(marked))
            text = view.article(article_id).text
            lines = list(lines_of(text))
            texts += [words_of(text, lines, number) for number in range(len(lines))]
            labels += [label_of(line, spans) for line in lines]
        if len(labels) < LEAST_LINES or len(set(labels)) < 2:
            raise UserError("Mark boilerplate in a few articles first: there is nothing to learn.")
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.linear_model import LogisticRegression
        from sklearn.pipeline import make_pipeline

        self._model = make_pipeline(
            TfidfVectorizer(analyzer="char_wb", ngram_range=(1, 4), min_df=2, sublinear_tf=True),
            LogisticRegression(C=10.0, max_iter=1000, class_weight="balanced", random_state=0),
        ).fit(texts, labels)
        learned = hashlib.sha256(repr(sorted(zip(texts, labels, strict=True))).encode())
        self.version = f"{len(labels)} lines, {learned.hexdigest()[:8]}"

    def suggest(self, view: ProjectView, report: Report) -> Iterator[Suggestion]:
        """Yield the lines that are more probably boilerplate than text, with that probability."""
        total = len(view.article_ids())
        for done, article in enumerate(view.wanted_articles()):
            report(done, total)
            lines = list(lines_of(article.text))
            if not lines:
                continue
            given = [words_of(article.text, lines, number) for number in range(len(lines))]
            for (start, end), chances in zip(lines, self._model.predict_proba(given), strict=True):
                chance, label = max(zip(chances, self._model.classes_, strict=True))
                if label != TEXT:
                    yield span(article.id, start, end, str(label), score=float(chance))


def lines_of(text: str) -> Iterator[Line]:
    """Yield the lines with something in them, without the white space around it."""
    start = 0
    for line in text.split("\n"):
        inner = line.strip()
        if inner:
            at = start + line.index(inner)
            yield at, at + len(inner)
        start += len(line) + 1


def words_of(text: str, lines: Sequence[Line], number: int) -> str:
    """Return a line with signs of how long it is and where it stands, for the vectorizer."""
    start, end = lines[number]
    length = "short" if end - start < 40 else "long"
    place = min(number, 3), min(len(lines) - 1 - number, 3)
    return f"{text[start:end].lower()} ⟨{length}⟩ ⟨top{place[0]}⟩ ⟨end{place[1]}⟩"


def label_of(line: Line, spans: Sequence[Span]) -> str:
    """Return the label of the span that covers more than half of a line, else `TEXT`."""
    start, end = line
    for each in spans:
        if 2 * (min(end, each.end) - max(start, each.start)) > end - start:
            return each.label
    return TEXT
