"""What a person works on and does: the shown articles, marks, judgements."""
