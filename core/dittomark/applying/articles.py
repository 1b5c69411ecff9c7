"""Which article of the project a line speaks of."""

from typing import Final

from dittomark.applying.fields import Line
from dittomark.errors import InvalidAnnotationError, NotFoundError
from dittomark.project import Project

_KEYS: Final = ("article_id", "article", "article_external_id", "external_id")


def article_of(project: Project, line: Line) -> str:
    """Return the id of the article that the line is about; its own `id` counts last."""
    keys = _KEYS if any(line.get(key) for key in _KEYS) else ("id",)
    for key in keys:
        if line.get(key):
            return named_article(project, line[key])
    raise InvalidAnnotationError("The line names no article (article_id or external_id).")


def named_article(project: Project, name: object) -> str:
    """Return the id of the article that has this id or external id."""
    if not isinstance(name, str):
        raise InvalidAnnotationError("“{name}” is not the id of an article.", name=str(name))
    if project.has_article(name):
        return name
    found = project.article_ids(external_id=name)
    if not found:
        raise NotFoundError("There is no article {name} in this project.", name=name)
    if len(found) > 1:
        raise InvalidAnnotationError(
            "{count} articles have the external id {name}: name the one by its id.",
            count=len(found),
            name=name,
        )
    return found[0]
