"""Files without a name for what is set aside while others are read or written."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from tempfile import SpooledTemporaryFile, gettempdir
from typing import Any

from annotator.model.errors import UserError

HELD = 4 << 20
"""So many bytes stay in memory."""


class SetAside(SpooledTemporaryFile[bytes]):
    """A file that goes when it is closed; of more than ``held`` bytes it lies on the disk.

    Its methods raise ``UserError`` where the disk does not take what is written.
    """

    def __init__(self, held: int = HELD) -> None:
        super().__init__(max_size=held)

    def write(self, content: Any, /) -> int:  # noqa: ANN401 - whatever holds bytes
        """Write bytes; they may wait in memory until the next ``seek``."""
        with _said():
            return super().write(content)

    def seek(self, *place: int) -> int:
        """Go to a place, once all that was written is on the disk."""
        with _said():
            return super().seek(*place)

    def close(self) -> None:
        """Give up what is in the file, and what did not come that far."""
        with suppress(OSError):
            super().close()

    def __exit__(self, *_exception: object) -> None:
        """Close the file."""
        self.close()


@contextmanager
def _said() -> Iterator[None]:
    """Say in a sentence that there is no room.

    Raises:
        UserError: there is none, or no folder for temporary files.
    """
    try:
        yield
    except OSError as error:
        if error.errno == errno.ENOENT:
            raise UserError(
                "There is no folder for temporary files: set TMPDIR to one that can be written."
            ) from error
        raise UserError(
            "{folder}, the folder for temporary files, cannot be written: {reason}. Make room "
            "there, or set TMPDIR to another folder.",
            folder=gettempdir(),
            reason=error.strerror or type(error).__name__,
        ) from error
