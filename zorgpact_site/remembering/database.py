"""The file of the memory: an SQLite database that any doubt turns into an empty one."""

import errno
import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from zorgpact_site.remembering.unchanged import MEMORY

# What is kept is made anew when lost, so nothing waits for the disk: a kill leaves the file whole,
# and what a failing power supply tears apart shows by the digest of each row.
_QUICK = "PRAGMA synchronous = OFF; PRAGMA journal_mode = TRUNCATE;"
_PROGRAM = "CREATE TABLE IF NOT EXISTS program (digest BLOB NOT NULL)"
_TABLES = (
    "CREATE TABLE text"
    " (path TEXT PRIMARY KEY, key BLOB NOT NULL, told BLOB NOT NULL, digest BLOB NOT NULL)",
    "CREATE TABLE html"
    " (path TEXT PRIMARY KEY, key BLOB NOT NULL, pieces BLOB NOT NULL, digest BLOB NOT NULL)",
    "CREATE TABLE page"
    " (output BLOB NOT NULL, path TEXT NOT NULL, mark BLOB, key BLOB NOT NULL,"
    " digest BLOB NOT NULL, size INTEGER NOT NULL, PRIMARY KEY (output, path)) WITHOUT ROWID",
    "CREATE TABLE view"
    " (output BLOB NOT NULL, path TEXT NOT NULL, seen BLOB NOT NULL, PRIMARY KEY (output, path))",
    "CREATE TABLE shown"
    " (output BLOB NOT NULL, path TEXT NOT NULL, text TEXT NOT NULL,"
    " PRIMARY KEY (output, path, text)) WITHOUT ROWID",
    "CREATE INDEX shows ON shown (output, text)",
    "CREATE TABLE site (output BLOB PRIMARY KEY, things BLOB NOT NULL, searchables BLOB NOT NULL,"
    " published BLOB NOT NULL)",
    "CREATE TABLE things (stamp BLOB PRIMARY KEY, told BLOB NOT NULL, digest BLOB NOT NULL)",
)
NOWHERE = b""  # the output of what is made to see what comes of it
_FILE = "site.sqlite"
_REFUSALS = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_READONLY: errno.EROFS,
    sqlite3.SQLITE_READONLY_DIRECTORY: errno.EROFS,
}
_WAIT = 5.0  # seconds for another build of the same site to write what it found


def open_database(file: Path, program: bytes) -> sqlite3.Connection | None:
    """The database in `file`, anew when another program wrote it or it cannot be read.

    None when no file can be kept there, or another build keeps it to itself.
    """
    for _attempt in range(2):
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            for one in (file, file.with_name(f"{file.name}-journal")):
                if not one.is_file():  # SQLite would wait for the other end of a pipe
                    one.unlink(missing_ok=True)
            rows = sqlite3.connect(file, timeout=_WAIT)
            if _is_of(rows, program):
                return rows
            rows.close()
        except OSError:
            return None
        except sqlite3.Error as error:
            if is_busy(error):
                return None
        with suppress(OSError):
            file.unlink()
    return None


def is_busy(error: Exception) -> bool:
    """Whether it says that another build is writing, and nothing else is wrong."""
    return getattr(error, "sqlite_errorcode", None) in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


def refusal_in(error: BaseException | None) -> OSError | None:
    """What the disk refused, where that is behind an error: then what was kept is not damaged."""
    while error is not None:
        if isinstance(error, OSError):
            return error
        number = _REFUSALS.get(getattr(error, "sqlite_errorcode", 0))
        if number:
            return OSError(number, os.strerror(number), str(MEMORY / _FILE))
        error = error.__cause__
    return None


def _is_of(rows: sqlite3.Connection, program: bytes) -> bool:
    """Whether this program wrote it; when nobody did, it does so now."""
    rows.executescript(_QUICK)
    with rows:
        rows.execute("BEGIN IMMEDIATE")  # of two that find it empty, one makes its tables
        rows.execute(_PROGRAM)
        found = rows.execute("SELECT digest FROM program").fetchall()
        if not found:
            for table in _TABLES:
                rows.execute(table)
            rows.execute("INSERT INTO program VALUES (?)", (program,))
    return found in ([], [(program,)])


def file_of_memory(site: Path) -> Path:
    """Where the memory of a site lies."""
    return site / MEMORY / _FILE


def name_of(output: Path, site: Path) -> bytes:
    """What the output folder is known by: as seen from the site, so that both may move."""
    return os.fsencode(os.path.relpath(output, site))
