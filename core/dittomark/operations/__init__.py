"""What a user can do to a project: one module a kind of thing, joined in `dittomark.project`."""
