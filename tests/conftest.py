"""Settings that hold for every test."""

from hypothesis import settings

# The machine's load must not decide a test; a failing example is printed, not kept in a folder.
settings.register_profile("dittomark", deadline=None, database=None)
settings.load_profile("dittomark")
