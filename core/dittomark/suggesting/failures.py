"""The sentences for a suggester that came to no end."""

from dittomark.messages import Message


def failed(name: str, error: Exception) -> Message:
    """Say what a suggester of this name raised and should not have."""
    return Message(
        "The suggester “{name}” failed: {kind}: {reason}",
        name=name,
        kind=type(error).__name__,
        reason=str(error),
    )


def ended(name: str) -> Message:
    """Say that the process of a suggester ended without an answer."""
    return Message("The suggester “{name}” ended without an answer.", name=name)
