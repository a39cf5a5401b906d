"""Which files this machine has checked and closed itself, so that they open at once."""

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path

Marks = dict[str, str | int]
"""What tells one state of a file from any other."""


class Vouching:
    """Keeps one small file per project file in a folder of the user's; without one, nothing."""

    def __init__(self, folder: Path | None, path: Path, project_id: str) -> None:
        self._path = path.absolute()
        self._project_id = project_id
        place = hashlib.sha256(os.fsencode(self._path)).hexdigest()[:32]
        self._file = folder / f"{place}.json" if folder else None
        self._opened = self.file_at_path()

    def file_at_path(self) -> tuple[int, int] | None:
        """Return which file the path leads to now: device and inode."""
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino

    def is_same_file(self) -> bool:
        """Say whether the path still leads to the file it led to at first."""
        return self._opened is not None and self.file_at_path() == self._opened

    def remember(self, last_transaction: str) -> None:
        """Vouch for the file as it is now, unless another one was put in its place."""
        if self._file is None or not self.is_same_file():
            return
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_text(json.dumps(self.marks(last_transaction)), encoding="utf-8")

    def knows(self, last_transaction: str) -> bool:
        """Say whether the file is exactly the one that was vouched for."""
        if self._file is None:
            return False
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
            return bool(kept == self.marks(last_transaction))
        except (OSError, ValueError):
            return False

    def marks(self, last_transaction: str) -> Marks:
        """Return the marks of the file as it is now.

        Raises:
            OSError: it is gone.
        """
        found = self._path.stat()
        return {
            "project": self._project_id,
            "last": last_transaction,
            "size": found.st_size,
            "mtime": found.st_mtime_ns,
            "inode": found.st_ino,
        }
