"""The main window: its controllers, monitors and action table, and how they are connected."""
