"""The compare engine: pure functions from texts to a `Comparison`."""
