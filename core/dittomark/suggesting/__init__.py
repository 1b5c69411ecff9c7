"""Suggestions of the program for a project: candidate pairs, boilerplate, events, passages."""
