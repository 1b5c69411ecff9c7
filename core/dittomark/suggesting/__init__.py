"""What the program proposes for a project: candidate pairs, boilerplate, events, passages."""
