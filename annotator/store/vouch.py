"""Which files this machine has checked and closed itself, so that they open at once."""

import json
from contextlib import suppress
from pathlib import Path


class Vouching:
    """Keeps one small file per project in a folder of the user's; without a folder, nothing."""

    def __init__(self, folder: Path | None, project_id: str) -> None:
        safe = "".join(c for c in project_id if c.isalnum() or c == "-")
        self._file = folder / f"{safe}.json" if folder and safe else None

    def remember(self, path: Path, last_transaction: str) -> None:
        """Vouch for a file as it is now."""
        if self._file is None:
            return
        with suppress(OSError):
            self._file.write_text(json.dumps(_marks(path, last_transaction)), encoding="utf-8")

    def knows(self, path: Path, last_transaction: str) -> bool:
        """Say whether the file is exactly the one that was vouched for."""
        if self._file is None:
            return False
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
            return bool(kept == _marks(path, last_transaction))
        except (OSError, ValueError):
            return False


def _marks(path: Path, last_transaction: str) -> dict[str, str | int]:
    found = path.stat()
    return {
        "last": last_transaction,
        "size": found.st_size,
        "mtime": found.st_mtime_ns,
        "inode": found.st_ino,
    }
