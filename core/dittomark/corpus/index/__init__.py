"""The index of all articles: its files, the steps of an addition, and the offsets of passages."""
