"""Which articles share word sequences, and how much of each stands in the other."""
