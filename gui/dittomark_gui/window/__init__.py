"""The main window: its parts, and how they hear of each other."""
