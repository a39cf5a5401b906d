"""Files that appear whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from annotator.model.errors import UserError

_PERMISSIONS = 0o666


@contextmanager
def atomic_write(path: Path) -> Iterator[Path]:
    """Give the path of an empty file that takes the place of ``path`` at the end.

    The file lies in the same folder. It is on the disk before it is renamed; if anything goes
    wrong it is removed, and what was at ``path`` stays.

    Raises:
        UserError: the folder or the file cannot be written.
    """
    temporary = _new_file(path)
    try:
        yield temporary
        _flush(temporary)
        temporary.replace(path)
        _flush_folder(path.parent)
    except OSError as error:
        raise not_written(path, error) from error
    finally:
        temporary.unlink(missing_ok=True)


@contextmanager
def atomic_text(path: Path, encoding: str = "utf-8", newline: str = "\n") -> Iterator[TextIO]:
    """Give a text file that takes the place of ``path`` at the end.

    Raises:
        UserError: the folder or the file cannot be written.
    """
    with (
        atomic_write(path) as temporary,
        temporary.open("w", encoding=encoding, newline=newline) as out,
    ):
        yield out


def _new_file(path: Path) -> Path:
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:100]}.", dir=path.parent)
        os.close(handle)
        made = Path(name)
        made.chmod(path.stat().st_mode & 0o777 if path.is_file() else _PERMISSIONS & ~_umask())
    except OSError as error:
        raise not_written(path, error) from error
    return made


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Put the new name on the disk, where the system can (not on Windows)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def not_written(path: Path, error: OSError) -> UserError:
    """Return that a file cannot be written, and why."""
    return UserError(
        "{path} cannot be written: {reason}. Choose another place.",
        path=str(path),
        reason=error.strerror or type(error).__name__,
    )
