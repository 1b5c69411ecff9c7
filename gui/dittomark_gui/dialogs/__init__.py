"""The dialogs of the window, one module each, imported when a dialog is opened."""
