"""The compare view: articles side by side in panes, joined by ribbons."""
