"""What users do to a project: one module per kind of object, joined in `dittomark.project`."""
