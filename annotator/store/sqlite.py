"""Connections to SQLite that start no transaction by themselves."""

import sqlite3

Connection = sqlite3.Connection


def connect(uri: str) -> Connection:
    """Return a connection that starts no transaction by itself.

    The default timeout lets another program finish its commit: 5 s.
    """
    return sqlite3.connect(uri, uri=True, isolation_level=None, timeout=5)


def data_version(db: Connection) -> int:
    """Return a number that changes when another connection has written."""
    return int(db.execute("PRAGMA data_version").fetchone()[0])
