"""Dialogs over the window, one module each; each is imported when it is opened."""
