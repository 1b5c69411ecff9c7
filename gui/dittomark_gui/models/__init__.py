"""Qt models over the project: they hold ids and fetch the rows that a view shows."""
