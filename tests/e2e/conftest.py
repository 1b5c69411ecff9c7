"""The window for tests."""

from tests.helpers.window_fixtures import fonts, nothing_left, person, settings

__all__ = ["fonts", "nothing_left", "person", "settings"]
