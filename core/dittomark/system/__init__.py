"""What the program asks of the operating system: locks, folders, processes, newer releases."""
