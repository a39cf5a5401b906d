"""Bytes set aside on the disk until they find their place in an export."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

PIECE = 1 << 20


class Spool:
    """Bytes that are written in pieces and read back in pieces."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        """The open file, for libraries that write to one."""
        self.size = 0
        """How many bytes ``write`` was given."""

    def write(self, content: bytes) -> None:
        """Add bytes at the end."""
        self.size += self.file.write(content)

    def pieces(self) -> Iterator[bytes]:
        """Yield all bytes from the beginning."""
        self.file.seek(0)
        while piece := self.file.read(PIECE):
            yield piece

    def close(self) -> None:
        """Give the disk its room back."""
        self.file.close()


NewSpool = Callable[[], Spool]


@contextmanager
def spools(folder: Path) -> Iterator[NewSpool]:
    """Give a function that makes spools; their files have no name and go at the end.

    Args:
        folder: where they lie: on the disk that the export is for, not in memory.
    """
    with ExitStack() as stack:

        def new() -> Spool:
            return Spool(stack.enter_context(tempfile.TemporaryFile(dir=folder)))

        yield new
