"""Access to the operating system: locks, folders, processes, newer releases."""
