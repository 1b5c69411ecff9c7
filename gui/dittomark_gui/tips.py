"""Tooltips with texts from outside, shown as plain text."""

import html


def plain_tip(text: str) -> str:
    """Return a text for a tooltip that shows it unchanged: Qt would interpret tags as HTML."""
    return f"<qt>{html.escape(text)}</qt>" if "<" in text else text
