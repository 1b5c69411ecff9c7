"""Spoiling project files, as disks, programs and strangers do."""

import sqlite3
from pathlib import Path


def run_sql(path: Path, *statements: str) -> None:
    """Change a project file behind the program's back; it then comes from elsewhere."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        for statement in statements:
            connection.execute(statement)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()


def change_schema(path: Path, name: str, sql: str) -> None:
    """Replace the SQL by which the file describes one of its tables."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET sql = ? WHERE name = ?", (sql, name))
    finally:
        connection.close()
