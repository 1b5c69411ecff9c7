"""Rows of a project outside of the database: as JSON objects, and the columns of tables."""
