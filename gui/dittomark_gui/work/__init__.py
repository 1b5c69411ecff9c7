"""What a person works on and does: articles on the desk, marks, judgements."""
