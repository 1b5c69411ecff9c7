"""The project: one `.ditto` file with articles and all their annotations.

Every operation is on disk when it returns. Listeners are notified of changes. The methods of
`Project` are functions in `dittomark.operations`, one module per kind of object; the table below
lists all of them.
"""

import dataclasses
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from dittomark import ids
from dittomark.annotations import Changes
from dittomark.labels import LabelScheme
from dittomark.messages import Message
from dittomark.operations import accepted_passages as _accepted_passages
from dittomark.operations import articles as _articles
from dittomark.operations import datasets as _datasets
from dittomark.operations import decisions as _decisions
from dittomark.operations import events as _events
from dittomark.operations import history as _history
from dittomark.operations import judgements as _judgements
from dittomark.operations import links as _links
from dittomark.operations import lists as _lists
from dittomark.operations import merging as _merging
from dittomark.operations import pairs as _pairs
from dittomark.operations import renaming as _renaming
from dittomark.operations import scheme as _scheme
from dittomark.operations import searching as _searching
from dittomark.operations import spans as _spans
from dittomark.operations import suggestions as _suggestions
from dittomark.operations import teamwork as _teamwork
from dittomark.operations.open_project import OpenProject
from dittomark.operations.operation import operation
from dittomark.progress import Report
from dittomark.store import backups
from dittomark.store.codecs import to_json
from dittomark.store.hybrid_clock import Clock, utc_now
from dittomark.store.opening import create_store, open_store
from dittomark.store.store import Store
from dittomark.store.union import Joined


class Project:
    """An open project file. Belongs to the thread that opened it; close it, or use `with`."""

    def __init__(
        self, store: Store, *, annotator: str | None, new_id: Callable[[], str] = ids.random_id
    ) -> None:
        self._open = OpenProject(store, annotator=annotator, new_id=new_id)

    @classmethod
    def create(
        cls,
        path: str | os.PathLike[str],
        *,
        name: str | None = None,
        scheme: LabelScheme | None = None,
        annotator: str | None = None,
        clock: Clock = utc_now,
        new_id: Callable[[], str] = ids.random_id,
        project_id: str | None = None,
    ) -> Self:
        """Create a new project file and open it; raises `ProjectFileError` if the path exists.

        With `project_id` it is a copy, still empty, of the project with that id.
        """
        place = Path(path)
        scheme = scheme or LabelScheme()
        _scheme.check_scheme(scheme)

        def begin(store: Store) -> None:
            with OpenProject(store, annotator=annotator).edit("create", undoable=False) as edit:
                edit.set_meta("project", project_id or ids.random_id())
                edit.set_meta("name", name or place.stem)
                edit.set_meta("scheme", to_json(dataclasses.asdict(scheme)))

        store = create_store(place, annotator=annotator or "", clock=clock, fill=begin)
        return cls(store, annotator=annotator, new_id=new_id)

    @classmethod
    def open(
        cls,
        path: str | os.PathLike[str],
        *,
        read_only: bool = False,
        annotator: str | None = None,
        clock: Clock = utc_now,
        new_id: Callable[[], str] = ids.random_id,
        take_over: bool = False,
        report: Report | None = None,
    ) -> Self:
        """Open a project file; `annotator` is the person whose steps undo reverts by default.

        A file that may not be written to, or that is open elsewhere, is opened for reading only,
        shown by `read_only` and `why_read_only`. `take_over` disregards an owner on another
        computer (one that crashed). `report` is called while a file that came from elsewhere is
        checked. Raises `ProjectFileError` with one sentence for anything that is not a sound
        project.
        """
        store = open_store(
            Path(path),
            read_only=read_only,
            annotator=annotator or "",
            take_over=take_over,
            clock=clock,
            report=report,
        )
        return cls(store, annotator=annotator, new_id=new_id)

    @property
    def path(self) -> Path:
        """The path of the file."""
        return self._open.store.path

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed; `why_read_only` gives the reason."""
        return self._open.store.read_only

    @property
    def why_read_only(self) -> str:
        """One sentence for the user; meaningful when `read_only`."""
        return self._open.store.why_read_only if self.read_only else ""

    @property
    def can_take_over(self) -> bool:
        """Whether `open(path, take_over=True)` may help: another computer's lock is on the file."""
        return self.read_only and self._open.store.owned_elsewhere

    @property
    def annotator(self) -> str | None:
        """The person whose steps undo reverts by default."""
        return self._open.annotator

    @annotator.setter
    def annotator(self, name: str | None) -> None:
        self._open.annotator = name

    @property
    def project_id(self) -> str:
        """The id of the project: all copies of it in a team have the same."""
        return self._open.store.meta("project") or ""

    @property
    def name(self) -> str:
        """The project's name."""
        return _scheme.name(self._open)

    @property
    def scheme(self) -> LabelScheme:
        """The labels of this project; `set_scheme` changes them."""
        return self._open.scheme

    @property
    def last_changes(self) -> Changes:
        """The changes of the newest operation."""
        return self._open.last_changes

    @property
    def in_operation(self) -> bool:
        """Whether an operation is running, as while it reports progress: begin no other."""
        return self._open.store.connection.in_transaction

    def heartbeat(self) -> bool:
        """Renew the lock, so that other computers see the file in use; call it every minute or so.

        Returns False if the file was taken over, removed, replaced or changed meanwhile: it is
        read-only from then on, and `rescued` is the path of the saved copy. A file that was renamed
        or moved is followed (`path` changes).
        """
        return self._open.store.heartbeat()

    def fold(self) -> None:
        """Checkpoint the log into the file; call it when the program is idle for a moment.

        Until then the newest steps are in the log next to the file, which somebody who copies the
        file may leave behind. Does not block. Of a file over 24 MB a second copy is kept from the
        first call on, from which everything is saved if another program overwrites the file.
        """
        self._open.store.fold()

    @property
    def rescued(self) -> Path | None:
        """The path of the copy saved when another program changed or removed the file."""
        return self._open.store.rescued

    @property
    def notices(self) -> list[Message]:
        """Notices of unrequested repairs of the file, as sentences, oldest first."""
        return list(self._open.store.notices)

    def backup_is_due(self, *, just_opened: bool = False) -> bool:
        """Whether to call `dittomark.store.backups.back_up(project.path)`, in a background task.

        It is due if the project changed since the last backup and that is 20 minutes old, or if it
        was `just_opened`.
        """
        return backups.is_due(self.path, self._open.store.connection, just_opened=just_opened)

    def close(self) -> None:
        """Close the file. All changes are saved already."""
        self._open.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # --- operations with other projects
    # -------------------------------------------------------------

    def join(
        self,
        others: Sequence[Self],
        *,
        scheme: LabelScheme | None = None,
        report: Report | None = None,
    ) -> Joined:
        """Make this project the union of itself and others, as one step that can't be undone."""
        return _merging.join(
            self._open,
            [other._open for other in others],  # noqa: SLF001  (the same class)
            scheme=scheme,
            report=report,
        )

    def take_over(self, other: Self, pair_ids: Sequence[str], *, annotator: str) -> Changes:
        """Copy pairs of another project into this new one, with dependent rows; see `hand_out`."""
        return _merging.take_over(self._open, other._open, pair_ids, annotator=annotator)

    # --- operations -------------------------------------------------------------------------------

    listen = operation(OpenProject.listen)
    batch = operation(OpenProject.batch)

    # --- articles ---------------------------------------------------------------------------------

    add_articles = operation(_articles.add_articles)
    articles = operation(_articles.articles)
    article = operation(_articles.article)
    article_infos = operation(_articles.article_infos)
    has_article = operation(_articles.has_article)
    article_named = operation(_articles.article_named)
    articles_of_text = operation(_articles.articles_of_text)
    article_ids = operation(_articles.article_ids)
    edit_article = operation(_articles.edit_article)
    article_info = operation(OpenProject.article_info)

    # --- spans ------------------------------------------------------------------------------------

    annotate_span = operation(_spans.annotate_span)
    edit_span = operation(_spans.edit_span)
    delete_span = operation(_spans.delete_span)
    delete_spans = operation(_spans.delete_spans)
    spans = operation(_spans.spans)
    span = operation(OpenProject.span)

    # --- links ------------------------------------------------------------------------------------

    add_link = operation(_links.add_link)
    edit_link = operation(_links.edit_link)
    delete_link = operation(_links.delete_link)
    delete_links = operation(_links.delete_links)
    links = operation(_links.links)
    link = operation(_links.link)
    accept_passages = operation(_accepted_passages.accept_passages)
    refuse_passages = operation(_accepted_passages.refuse_passages)
    refused_links = operation(_accepted_passages.refused_links)
    suggested_links = operation(_accepted_passages.suggested_links)

    # --- the queue of pairs -----------------------------------------------------------------------

    add_pair = operation(_pairs.add_pair)
    add_pairs = operation(_pairs.add_pairs)
    order_pairs = operation(_pairs.order_pairs)
    pairs = operation(_pairs.pairs)
    find_pair = operation(_pairs.find_pair)
    pair = operation(OpenProject.pair)

    # --- judgements -------------------------------------------------------------------------------

    judge_pair = operation(_judgements.judge_pair)
    unjudge_pair = operation(_judgements.unjudge_pair)
    judgement = operation(_judgements.judgement)
    judgements = operation(_judgements.judgements)
    judged = operation(_judgements.judged)

    # --- events -----------------------------------------------------------------------------------

    add_event = operation(_events.add_event)
    edit_event = operation(_events.edit_event)
    delete_event = operation(_events.delete_event)
    merge_events = operation(_events.merge_events)
    events = operation(_events.events)
    event_named = operation(_events.event_named)
    label_event = operation(_events.label_event)
    unlabel_event = operation(_events.unlabel_event)
    memberships = operation(_events.memberships)
    event = operation(OpenProject.event)

    # --- suggestions ------------------------------------------------------------------------------

    add_suggestions = operation(_suggestions.add_suggestions)
    replace_suggestions = operation(_suggestions.replace_suggestions)
    withdraw_suggestions = operation(_suggestions.withdraw_suggestions)
    suggestions = operation(_suggestions.suggestions)
    listed_suggestion_ids = operation(_suggestions.listed_suggestion_ids)
    listed_suggestions = operation(_suggestions.listed_suggestions)
    count_suggestions = operation(_suggestions.count_suggestions)
    open_suggesters = operation(_suggestions.open_suggesters)
    accept_suggestion = operation(_suggestions.accept_suggestion)
    accept_suggestions = operation(_suggestions.accept_suggestions)
    refuse_suggestion = operation(_suggestions.refuse_suggestion)
    refuse_suggestions = operation(_suggestions.refuse_suggestions)

    # --- decisions of an adjudicator --------------------------------------------------------------

    decide_relation = operation(_decisions.decide_relation)
    decide_spans = operation(_decisions.decide_spans)
    decide_links = operation(_decisions.decide_links)
    decide_events = operation(_decisions.decide_events)
    withdraw_decision = operation(_decisions.withdraw_decision)
    decision = operation(_decisions.decision)
    decisions = operation(_decisions.decisions)

    # --- lists and counts -------------------------------------------------------------------------

    queue_ids = operation(_lists.queue_ids)
    queue_rows = operation(_lists.queue_rows)
    listed_article_ids = operation(_lists.listed_article_ids)
    index_texts = operation(_searching.index_texts)
    search_texts = operation(_searching.search_texts)
    articles_like = operation(_searching.articles_like)
    exact_copies = operation(_lists.exact_copies)
    recent_judgements = operation(_lists.recent_judgements)
    progress = operation(_lists.progress)
    statistics = operation(_lists.statistics)
    days_of_people = operation(_lists.days_of_people)
    judged_days = operation(_lists.judged_days)
    pairs_by_judgements = operation(_lists.pairs_by_judgements)
    filter_choices = operation(_lists.filter_choices)
    annotators = operation(_lists.annotators)

    # --- the label scheme, the name, settings -----------------------------------------------------

    rename = operation(_scheme.rename)
    set_scheme = operation(_scheme.set_scheme)
    counts = operation(_scheme.counts)
    setting = operation(_scheme.setting)
    set_setting = operation(_scheme.set_setting)

    # --- history ----------------------------------------------------------------------------------

    undo = operation(_history.undo)
    redo = operation(_history.redo)
    can_undo = operation(_history.can_undo)
    can_redo = operation(_history.can_redo)
    history = operation(_history.history)

    # --- other projects ---------------------------------------------------------------------------

    conflicts = operation(_merging.conflicts)
    settle_conflict = operation(_merging.settle_conflict)
    articles_of_same_text = operation(_merging.articles_of_same_text)
    add_dataset = operation(_datasets.add_dataset)

    # --- a team folder ----------------------------------------------------------------------------

    team = operation(_teamwork.team)
    team_people = operation(_teamwork.team_people)
    take_part = operation(_teamwork.take_part)
    rename_annotator = operation(_renaming.rename_annotator)
    create_team = operation(_teamwork.create_team)
    join_team = operation(_teamwork.join_team)
    move_team = operation(_teamwork.move_team)
    leave_team = operation(_teamwork.leave_team)
    begin_team_run = operation(_teamwork.begin_team_run)
    newest_step = operation(_teamwork.newest_step)
    note_published = operation(_teamwork.note_published)
    take_in = operation(_teamwork.take_in)
