"""Everything a person can do, as one table: menus, shortcuts and the command palette follow it."""
