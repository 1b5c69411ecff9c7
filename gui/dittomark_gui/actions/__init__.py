"""The actions of the window, built from a table, which menus, shortcuts and palette use."""
