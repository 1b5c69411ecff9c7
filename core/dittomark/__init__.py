"""Dittomark's core: compare articles, keep a project file, read and write datasets.

Nothing here knows of a window; see `dittomark_gui` for that.
"""
