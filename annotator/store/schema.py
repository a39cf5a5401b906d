"""What the newest schema is, known without the ladder of migrations that makes it."""

import hashlib

from annotator.store.sqlite import Connection

APPLICATION_ID = 0x54414E31
NEWEST = 1
FINGERPRINT = "d1b4a7770fc2c0100614041b0ca8592b6f595e206f55d5d834a4490c52cd8316"
"""Of the newest schema: comparing it spares every opening the making of one."""

Entry = tuple[str, str, str, str]


def schema_of(connection: Connection) -> set[Entry]:
    """Return what the file's schema says, statistics tables left out."""
    sql = "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'"
    return set(connection.execute(sql).fetchall())


def fingerprint(schema: set[Entry]) -> str:
    """Return what tells a schema from every other."""
    return hashlib.sha256(repr(sorted(schema, key=repr)).encode(errors="replace")).hexdigest()
