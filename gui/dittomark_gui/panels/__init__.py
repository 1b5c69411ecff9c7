"""The panels, bars and pages of the main window."""
