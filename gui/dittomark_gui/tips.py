"""Tool tips of texts that come from outside: shown as they are, never as HTML."""

import html


def plain_tip(text: str) -> str:
    """Return the text as a tool tip shows it unchanged: Qt takes anything like a tag for HTML."""
    return f"<qt>{html.escape(text)}</qt>" if "<" in text else text
