"""Whether nobody but this session has written to an open file, so that it can be vouched for.

The session may lend the file to a process that writes for it. What it writes looks like anybody's
from here, so both look: this side before and after, the process from its opening to its end.
"""

from annotator.store.sqlite import Connection, data_version


class Custody:
    """Looks through one connection; its own writing does not change the number."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._known = self._seen = data_version(db)
        self._was_kept = False

    @property
    def is_kept(self) -> bool:
        """Whether nobody else has written."""
        return data_version(self._db) == self._known

    def lend(self) -> None:
        """Look once the other process has opened the file, before it writes."""
        self._was_kept = self.is_kept

    def look(self) -> None:
        """Look once it has written all, while it still has the file open."""
        self._seen = data_version(self._db)

    def take_back(self) -> None:
        """Believe the process that nobody else wrote between its opening and now."""
        if self._was_kept:
            self._known = self._seen
