"""Names for the keys in project files: labels, relations, operations, fields.

A label scheme may name its labels itself; otherwise these translated names are used.
"""

from collections.abc import Iterable
from typing import Final

from dittomark.annotations import ArticleInfo, Event
from dittomark.article_fields import ARTICLE_FIELDS
from dittomark.labels import Label, LabelScheme
from dittomark_gui.i18n import QT_TRANSLATE_NOOP, day, localized, number, translate

_SPANS: Final = {
    "navigation": QT_TRANSLATE_NOOP("Labels", "Navigation"),
    "related_links": QT_TRANSLATE_NOOP("Labels", "Related links"),
    "most_read": QT_TRANSLATE_NOOP("Labels", "Most read"),
    "advertisement": QT_TRANSLATE_NOOP("Labels", "Advertisement"),
    "byline_dateline": QT_TRANSLATE_NOOP("Labels", "Byline, dateline"),
    "caption": QT_TRANSLATE_NOOP("Labels", "Caption"),
    "share_subscribe": QT_TRANSLATE_NOOP("Labels", "Share, subscribe"),
    "comment_form": QT_TRANSLATE_NOOP("Labels", "Comment form"),
    "copyright_notice": QT_TRANSLATE_NOOP("Labels", "Copyright notice"),
    "markup_leftover": QT_TRANSLATE_NOOP("Labels", "Markup leftover"),
    "repeated_text": QT_TRANSLATE_NOOP("Labels", "Repeated text"),
    "other_boilerplate": QT_TRANSLATE_NOOP("Labels", "Other boilerplate"),
}

_RELATIONS: Final = {
    "exact_duplicate": QT_TRANSLATE_NOOP("Labels", "Exact duplicate"),
    "wholly_derived": QT_TRANSLATE_NOOP("Labels", "Near duplicate"),
    "partially_derived": QT_TRANSLATE_NOOP("Labels", "Partial copy"),
    "contains": QT_TRANSLATE_NOOP("Labels", "One contains the other"),
    "same_event": QT_TRANSLATE_NOOP("Labels", "Same event, own text"),
    "unrelated": QT_TRANSLATE_NOOP("Labels", "Unrelated"),
    "unsure": QT_TRANSLATE_NOOP("Labels", "Unsure"),
}

_PASSAGES: Final = {
    "verbatim": QT_TRANSLATE_NOOP("Passages", "word for word"),
    "near_verbatim": QT_TRANSLATE_NOOP("Passages", "nearly word for word"),
    "rewrite": QT_TRANSLATE_NOOP("Passages", "rewritten"),
    "summary": QT_TRANSLATE_NOOP("Passages", "summary"),
}

_LINK_KINDS: Final = {
    "verbatim": QT_TRANSLATE_NOOP("Labels", "Word for word"),
    "near_verbatim": QT_TRANSLATE_NOOP("Labels", "Nearly word for word"),
    "light_edit": QT_TRANSLATE_NOOP("Labels", "Lightly edited"),
    "rewrite": QT_TRANSLATE_NOOP("Labels", "Rewritten"),
    "summary": QT_TRANSLATE_NOOP("Labels", "Summary"),
    "translation": QT_TRANSLATE_NOOP("Labels", "Translation"),
    "quotation": QT_TRANSLATE_NOOP("Labels", "Same quotation"),
    "same_statement": QT_TRANSLATE_NOOP("Labels", "Same statement"),
}

_MEANINGS: Final = {
    "verbatim": QT_TRANSLATE_NOOP("Labels", "The same words in the same order."),
    "light_edit": QT_TRANSLATE_NOOP("Labels", "A few words changed, left out or added."),
    "rewrite": QT_TRANSLATE_NOOP("Labels", "The same told in other words."),
    "summary": QT_TRANSLATE_NOOP(
        "Labels", "One side tells briefly what the other tells at length."
    ),
    "translation": QT_TRANSLATE_NOOP("Labels", "The same in another language."),
    "quotation": QT_TRANSLATE_NOOP("Labels", "Both quote a third text or person."),
    "same_statement": QT_TRANSLATE_NOOP("Labels", "Both say the same, each on its own."),
    "navigation": QT_TRANSLATE_NOOP("Labels", "Menus, categories, breadcrumbs."),
    "related_links": QT_TRANSLATE_NOOP("Labels", "Headlines of other articles on the subject."),
    "most_read": QT_TRANSLATE_NOOP("Labels", "Most read, latest, trending."),
    "advertisement": QT_TRANSLATE_NOOP("Labels", "Advertisements and what marks them as such."),
    "byline_dateline": QT_TRANSLATE_NOOP("Labels", "Who wrote it, where and when."),
    "caption": QT_TRANSLATE_NOOP("Labels", "Text under a picture or video, picture credits."),
    "share_subscribe": QT_TRANSLATE_NOOP("Labels", "Share buttons, newsletters, “follow us”."),
    "comment_form": QT_TRANSLATE_NOOP("Labels", "Comments, and the form for them."),
    "copyright_notice": QT_TRANSLATE_NOOP("Labels", "Copyright, publisher, address."),
    "markup_leftover": QT_TRANSLATE_NOOP("Labels", "Code, error messages, placeholders."),
    "repeated_text": QT_TRANSLATE_NOOP(
        "Labels", "The article, or a part of it, once more on the same page."
    ),
    "other_boilerplate": QT_TRANSLATE_NOOP("Labels", "Anything else that is not the article."),
    "exact_duplicate": QT_TRANSLATE_NOOP("Labels", "The same text, word for word."),
    "wholly_derived": QT_TRANSLATE_NOOP(
        "Labels", "One is a light rewrite of the other, from start to end."
    ),
    "partially_derived": QT_TRANSLATE_NOOP(
        "Labels", "Parts of one stand in the other; the rest is its own."
    ),
    "contains": QT_TRANSLATE_NOOP("Labels", "The whole of one stands inside the other."),
    "same_event": QT_TRANSLATE_NOOP("Labels", "Both report the same event in words of their own."),
    "unrelated": QT_TRANSLATE_NOOP("Labels", "They report different things."),
    "unsure": QT_TRANSLATE_NOOP("Labels", "To be looked at again, by somebody else."),
}

OPERATIONS: Final = {
    "add_articles": QT_TRANSLATE_NOOP("Operations", "Import articles"),
    "edit_article": QT_TRANSLATE_NOOP("Operations", "Edit an article’s details"),
    "annotate_span": QT_TRANSLATE_NOOP("Operations", "Mark a span"),
    "edit_span": QT_TRANSLATE_NOOP("Operations", "Change a span"),
    "delete_span": QT_TRANSLATE_NOOP("Operations", "Delete a span"),
    "add_link": QT_TRANSLATE_NOOP("Operations", "Link two stretches"),
    "edit_link": QT_TRANSLATE_NOOP("Operations", "Change a link"),
    "delete_link": QT_TRANSLATE_NOOP("Operations", "Delete a link"),
    "accept_passages": QT_TRANSLATE_NOOP("Operations", "Take passages as links"),
    "refuse_passages": QT_TRANSLATE_NOOP("Operations", "Refuse passages"),
    "add_pairs": QT_TRANSLATE_NOOP("Operations", "Add pairs"),
    "judge_pair": QT_TRANSLATE_NOOP("Operations", "Judge a pair"),
    "add_event": QT_TRANSLATE_NOOP("Operations", "Create an event"),
    "edit_event": QT_TRANSLATE_NOOP("Operations", "Edit an event"),
    "merge_events": QT_TRANSLATE_NOOP("Operations", "Merge two events"),
    "delete_event": QT_TRANSLATE_NOOP("Operations", "Delete an event"),
    "label_event": QT_TRANSLATE_NOOP("Operations", "Attach an event"),
    "unlabel_event": QT_TRANSLATE_NOOP("Operations", "Detach an event"),
    "team_create": QT_TRANSLATE_NOOP("Operations", "Begin a team’s folder"),
    "team_join": QT_TRANSLATE_NOOP("Operations", "Join a team"),
    "team_leave": QT_TRANSLATE_NOOP("Operations", "Leave the team"),
    "add_suggestions": QT_TRANSLATE_NOOP("Operations", "Add suggestions"),
    "accept_suggestion": QT_TRANSLATE_NOOP("Operations", "Accept a suggestion"),
    "refuse_suggestion": QT_TRANSLATE_NOOP("Operations", "Refuse a suggestion"),
    "set_scheme": QT_TRANSLATE_NOOP("Operations", "Change the label scheme"),
    "withdraw_suggestions": QT_TRANSLATE_NOOP("Operations", "Withdraw suggestions"),
    "unjudge_pair": QT_TRANSLATE_NOOP("Operations", "Take back a judgement"),
    "judge_cluster": QT_TRANSLATE_NOOP("Operations", "Judge a duplicate cluster"),
    "decide": QT_TRANSLATE_NOOP("Operations", "Decide a disagreement"),
    "withdraw_decision": QT_TRANSLATE_NOOP("Operations", "Take back a decision"),
    "settle_agreed": QT_TRANSLATE_NOOP("Operations", "Adopt what all agree on"),
    "settle_conflict": QT_TRANSLATE_NOOP("Operations", "Settle a conflict of versions"),
    "apply_annotations": QT_TRANSLATE_NOOP("Operations", "Read annotations from a file"),
    "repair": QT_TRANSLATE_NOOP("Operations", "Recover a damaged file"),
    "merge": QT_TRANSLATE_NOOP("Operations", "Merge files"),
    "hand_out": QT_TRANSLATE_NOOP("Operations", "Hand out work"),
    "create": QT_TRANSLATE_NOOP("Operations", "Create the project"),
    "import": QT_TRANSLATE_NOOP("Operations", "Import a dataset"),
    "set_setting": QT_TRANSLATE_NOOP("Operations", "Change a setting of the project"),
    "pass_over": QT_TRANSLATE_NOOP("Operations", "Pass over a step that can’t be undone"),
    "rename": QT_TRANSLATE_NOOP("Operations", "Rename the project"),
    "rename_annotator": QT_TRANSLATE_NOOP("Operations", "Rename an annotator"),
    "undo": QT_TRANSLATE_NOOP("Operations", "Undo"),
    "redo": QT_TRANSLATE_NOOP("Operations", "Redo"),
}


_FIELD_NAMES: Final = {each.key: each.name for each in ARTICLE_FIELDS}


def label_name(label: Label) -> str:
    """Return the name of a label in the interface's language."""
    if label.name:
        return label.name
    source = next(
        (table[label.key] for table in (_SPANS, _RELATIONS, _LINK_KINDS) if label.key in table), ""
    )
    return translate("Labels", source) if source else label.key.replace("_", " ").capitalize()


def label_meaning(label: Label) -> str:
    """Return the label's description: that of the scheme, else ours for a shipped label."""
    source = _MEANINGS.get(label.key)
    return label.description or (translate("Labels", source) if source else "")


def span_name(scheme: LabelScheme, key: str) -> str:
    """Return the name of a span label by its key, in the scheme or not."""
    return label_name(scheme.span_label(key) or Label(key))


def relation_name(scheme: LabelScheme, key: str) -> str:
    """Return the name of a relation by its key, in the scheme or not."""
    return label_name(scheme.relation(key) or Label(key))


def link_kind_name(scheme: LabelScheme, key: str) -> str:
    """Return the name of a kind of link by its key, in the scheme or not."""
    return label_name(scheme.link_kind(key) or Label(key))


def count_name(kind: str, count: int) -> str:
    """Return a number of rows of a kind in words: `12 articles`."""
    names = {
        "articles": translate("Counts", "%n article(s)", "", count),
        "pairs": translate("Counts", "%n pair(s)", "", count),
        "spans": translate("Counts", "%n span(s)", "", count),
        "links": translate("Counts", "%n link(s)", "", count),
        "judgements": translate("Counts", "%n judgement(s)", "", count),
        "events": translate("Counts", "%n event(s)", "", count),
        "suggestions": translate("Counts", "%n suggestion(s)", "", count),
        "event labels": translate("Counts", "%n event label(s)", "", count),
        "memberships": translate("Counts", "%n event label(s)", "", count),
        "decisions": translate("Counts", "%n decision(s)", "", count),
        "label schemes": translate("Counts", "%n label scheme(s)", "", count),
        "notes": translate("Counts", "%n note(s)", "", count),
        "directions": translate("Counts", "%n direction(s)", "", count),
        "open directions": translate("Counts", "%n open direction(s)", "", count),
        "opposite directions": translate("Counts", "%n link(s) both ways", "", count),
        "refused passages": translate("Counts", "%n refused passage(s)", "", count),
        "annotators": translate("Counts", "%n annotator(s)", "", count),
        "characters": translate("Counts", "%n character(s)", "", count),
        "texts": translate("Counts", "%n text(s)", "", count),
        "clusters": translate("Counts", "%n cluster(s)", "", count),
        "line ends": translate("Counts", "%n line end(s)", "", count),
        "edits": translate("Counts", "%n step(s) of the history", "", count),
        "exact borders": translate("Counts", "%n exact border(s)", "", count),
    }
    return names.get(kind, f"{number(count)} {kind}")


def operation_name(key: str) -> str:
    """Return the name of an operation of the journal."""
    source = OPERATIONS.get(key)
    return translate("Operations", source) if source else key.replace("_", " ").capitalize()


def field_name(key: str) -> str:
    """Return the name of a field of articles (`ARTICLE_FIELDS`)."""
    return localized(_FIELD_NAMES[key])


def article_title(info: ArticleInfo) -> str:
    """Return an article's title on one line, else its external id."""
    return one_line(info.title) or one_line(info.external_id) or translate("Lists", "Untitled")


def one_line(words: str) -> str:
    """Return a text on one line, without characters that change its direction."""
    return " ".join(words.translate(_TURNING).split())


_TURNING = dict.fromkeys((0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))


def article_text(info: ArticleInfo) -> str:
    """Return an article's title and source, for lists."""
    return " · ".join(filter(None, (article_title(info), info.source)))


def event_text(event: Event) -> str:
    """Return an event's title and date, for chips and lists."""
    return f"{event.title} · {day(event.date)}" if event.date else event.title


def short_line(text: str, longest: int) -> str:
    """Return a text on one line, shortened to `longest` code points between grapheme clusters."""
    from dittomark.texts.segmentation import snap

    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    return line[: snap(line, longest - 1, longest - 1)[0]].rstrip() + "…"


def distinct_beginnings(names: Iterable[str]) -> dict[str, str]:
    """Return for each name its shortest prefix that no other has, in grapheme clusters."""
    from dittomark.texts.segmentation import graphemes

    unique = set(names)
    found = {}
    for name in unique:
        others = unique - {name}
        ends = (end for _, end in graphemes(name))
        found[name] = next(
            (name[:end] for end in ends if not any(o.startswith(name[:end]) for o in others)), name
        )
    return found


def last_words(text: str, longest: int) -> str:
    """Return the end of a text on one line, cut between grapheme clusters."""
    from dittomark.texts.segmentation import snap

    line = " ".join(text.split())
    at = max(len(line) - longest, 0)
    return line[snap(line, at, at)[1] :].lstrip()


def passage_kind(kind: str) -> str:
    """Return the name of a kind of passage, in lower case."""
    if kind not in _PASSAGES:  # a link shown as a passage
        name = label_name(Label(kind.removeprefix("link:")))
        return translate("Passages", "link: {kind}").format(kind=name)
    return translate("Passages", _PASSAGES[kind])
