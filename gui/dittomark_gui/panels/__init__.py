"""The panels around the articles."""
