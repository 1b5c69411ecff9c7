"""The appearance of the program: themes, style sheet, icons and fonts."""
