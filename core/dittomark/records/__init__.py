"""Rows of a project outside the database: as JSON objects, and the columns of tables."""
