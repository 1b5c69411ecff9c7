"""The messages for a suggester that failed."""

from dittomark.messages import Message


def failed(name: str, error: Exception) -> Message:
    """Return the message for an exception that a suggester should not have raised."""
    return Message(
        "The suggester “{name}” failed: {kind}: {reason}",
        name=name,
        kind=type(error).__name__,
        reason=str(error),
    )


def ended(name: str) -> Message:
    """Return the message for a suggester's process that ended without an answer."""
    return Message("The suggester “{name}” ended without an answer.", name=name)
