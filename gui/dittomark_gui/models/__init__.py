"""Qt models over the project: they hold ids and fetch rows as they come into view."""
