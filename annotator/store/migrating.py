"""Climbs the ladder of migrations with sqlite-utils, without the packages it would take along.

sqlite-utils imports numpy and pandas wherever they are installed, which costs up to a second;
nothing here uses them. A file of the newest version needs none of it, so that opening one loads
no sqlite-utils at all.
"""

import importlib.abc
import sys
from collections.abc import Callable, Iterable, Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType

from annotator.store.sqlite import Connection

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


def climb(
    connection: Connection, ladder: str, steps: Iterable[tuple[str, Callable[[Connection], None]]]
) -> None:
    """Take the steps of a ladder that a file has not taken yet, each in a transaction."""
    migrations = Migrations(ladder)
    for name, step in steps:
        migrations(name=name)(lambda db, step=step: step(db.conn))
    migrations.apply(Database(connection, execute_plugins=False))
