"""The file of the memory: an SQLite database that any doubt turns into an empty one."""

import sqlite3
from contextlib import suppress
from pathlib import Path

# What is kept is made anew when lost, so nothing waits for the disk: a kill leaves the file whole,
# and what a failing power supply tears apart shows by the digest of each row.
_QUICK = "PRAGMA synchronous = OFF; PRAGMA journal_mode = TRUNCATE;"
_PROGRAM = "CREATE TABLE IF NOT EXISTS program (digest BLOB NOT NULL);"
_TABLES = """
CREATE TABLE text
    (path TEXT PRIMARY KEY, key BLOB NOT NULL, told BLOB NOT NULL, digest BLOB NOT NULL);
CREATE TABLE html (path TEXT PRIMARY KEY, key BLOB NOT NULL, pieces BLOB NOT NULL);
CREATE TABLE page
    (output TEXT NOT NULL, path TEXT NOT NULL, mark BLOB, key BLOB NOT NULL,
     digest BLOB NOT NULL, size INTEGER NOT NULL, PRIMARY KEY (output, path)) WITHOUT ROWID;
"""
_NAMES = ("program", "text", "html", "page")
_WAIT = 5.0  # seconds for another build of the same site to write what it found


def open_database(file: Path, program: bytes) -> sqlite3.Connection | None:
    """The database in `file`, emptied when another program wrote it or it cannot be read.

    None when no file can be kept there, or another build keeps it to itself.
    """
    for _attempt in range(2):
        with suppress(OSError, sqlite3.Error):
            file.parent.mkdir(parents=True, exist_ok=True)
            return _of_this_program(sqlite3.connect(file, timeout=_WAIT), program)
        with suppress(OSError):
            file.unlink()
    return None


def _of_this_program(rows: sqlite3.Connection, program: bytes) -> sqlite3.Connection:
    rows.executescript(_QUICK + _PROGRAM)
    if rows.execute("SELECT digest FROM program").fetchall() != [(program,)]:
        # Another version may have had other tables.
        rows.executescript("".join(f"DROP TABLE IF EXISTS {name};" for name in _NAMES))
        rows.executescript(_PROGRAM + _TABLES)
        with rows:
            rows.execute("INSERT INTO program VALUES (?)", (program,))
    return rows
