"""The user's work: the shown articles, and the controllers for marks, links and judgements."""
