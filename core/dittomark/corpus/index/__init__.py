"""The index of all articles: its files, what an addition does, and where a passage stands."""
