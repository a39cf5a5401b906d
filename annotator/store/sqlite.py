"""The one place that imports sqlite-utils, without the heavy packages it would take along.

sqlite-utils imports numpy and pandas wherever they are installed, which costs up to a second at
start-up; nothing here uses them.
"""

import importlib.abc
import sqlite3
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType

HEAVY = ("numpy", "pandas")


class _NotNow(importlib.abc.MetaPathFinder):
    """Says of the heavy packages that they are not there."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Refuse the heavy packages and leave the rest to the other finders."""
        del path, target
        if fullname.partition(".")[0] in HEAVY:
            raise ModuleNotFoundError(fullname, name=fullname)
        return None


_finder = _NotNow()
sys.meta_path.insert(0, _finder)
try:
    from sqlite_utils import Database, Migrations
finally:
    sys.meta_path.remove(_finder)

__all__ = ["Connection", "Database", "Migrations", "connect"]

Connection = sqlite3.Connection


def connect(uri: str) -> Connection:
    """Return a connection that starts no transaction by itself.

    The default timeout lets another program finish its commit: 5 s.
    """
    return sqlite3.connect(uri, uri=True, isolation_level=None, timeout=5)
