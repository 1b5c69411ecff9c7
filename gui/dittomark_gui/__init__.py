"""Dittomark's window: everything Qt."""
