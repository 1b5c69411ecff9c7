"""Suggestions over the whole corpus: candidate pairs, boilerplate, events."""
