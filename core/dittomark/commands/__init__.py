"""The `dittomark` command: one module a subcommand."""
