"""Work of several people: hand-out, merge, agreement, adjudication, consistency."""
