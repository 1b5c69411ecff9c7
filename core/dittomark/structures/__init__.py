"""Types of arrays and data structures that know nothing of articles."""
