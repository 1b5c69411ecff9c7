"""The `dittomark` command: one module per subcommand."""
