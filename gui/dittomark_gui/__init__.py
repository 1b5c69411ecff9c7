"""The window of Dittomark: all code that uses Qt."""
