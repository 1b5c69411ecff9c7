"""What the program looks like: colours, style sheet, fonts."""
