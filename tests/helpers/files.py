"""Damages project files, as disks, other programs and strangers do."""

import sqlite3
from pathlib import Path


def run_sql(path: Path, *statements: str) -> None:
    """Change a project file from outside the program; it then counts as a foreign file."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        for statement in statements:
            connection.execute(statement)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()


def change_schema(path: Path, name: str, sql: str) -> None:
    """Replace the SQL in the file's schema that describes one of its tables."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET sql = ? WHERE name = ?", (sql, name))
    finally:
        connection.close()
