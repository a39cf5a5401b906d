"""The files of a folder or zip archive, read one by one within limits; nothing is unpacked."""

import lzma
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo, is_zipfile

from annotator.model.errors import UserError

MOST_FILES = 50_000
LARGEST_FILE = 1 << 28
LARGEST_SUM = 1 << 31
HIGHEST_RATIO = 200
_DAMAGED = (BadZipFile, OSError, EOFError, RuntimeError, zlib.error, lzma.LZMAError)
_LOOKED_AT = 5000
_ZIP = b"PK\x03\x04"
_SMALL = 1 << 20
"""Below this size a file may shrink to next to nothing."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file by its path in the folder or archive, with forward slashes."""

    name: str
    content: bytes

    @property
    def stem(self) -> str:
        """The file's name without folder and ending."""
        return PurePosixPath(self.name).stem


class Unpacked:
    """A folder or archive whose files are read by name.

    Raises:
        UserError: it cannot be read, has too many files, a file that points outside, or one that
            unpacks to too much.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._entries: dict[str, ZipInfo] = {}
        try:
            self.names = self._folder() if path.is_dir() else self._archive()
        except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise self._unreadable(error) from error

    def _folder(self) -> tuple[str, ...]:
        found = []
        root = self._path.resolve()
        for file in self._path.rglob("*"):
            if file.is_file() and not file.is_symlink() and file.resolve().is_relative_to(root):
                found.append(file.relative_to(self._path).as_posix())
            self._refuse_many(len(found))
        return tuple(sorted(found))

    def _archive(self) -> tuple[str, ...]:
        with ZipFile(self._path) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        self._refuse_many(len(entries))
        for entry in entries:
            _refuse_entry(self._path, entry)
        if sum(entry.file_size for entry in entries) > LARGEST_SUM:
            raise self._too_large(self._path.name)
        self._entries = {entry.filename: entry for entry in entries}
        return tuple(self._entries)

    def _refuse_many(self, count: int) -> None:
        if count > MOST_FILES:
            raise UserError(
                "{name} holds more than {limit} files: split it.",
                name=self._path.name,
                limit=MOST_FILES,
            )

    def read(self, name: str) -> bytes:
        """Return a file's bytes.

        Raises:
            UserError: it cannot be read or is too large.
        """
        try:
            if self._path.is_dir():
                return self._read_file(self._path / name)
            with ZipFile(self._path) as archive, archive.open(name) as file:
                content = file.read(self._entries[name].file_size + 1)
        except _DAMAGED as error:
            raise self._unreadable(error) from error
        if len(content) > self._entries[name].file_size:
            raise self._too_large(name)
        return content

    def _read_file(self, file: Path) -> bytes:
        if file.stat().st_size > LARGEST_FILE:
            raise self._too_large(file.name)
        return file.read_bytes()

    def members(self, *endings: str) -> Iterator[Member]:
        """Yield the files with one of the endings, by name."""
        for name in self.names:
            if name.lower().endswith(endings):
                yield Member(name, self.read(name))

    def _too_large(self, name: str) -> UserError:
        return UserError("{name} unpacks to more than is read: split it.", name=name)

    def _unreadable(self, error: Exception) -> UserError:
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        return UserError("{path} cannot be read: {reason}.", path=str(self._path), reason=reason)


def _refuse_entry(path: Path, entry: ZipInfo) -> None:
    name = PurePosixPath(entry.filename.replace("\\", "/"))
    if name.is_absolute() or ".." in name.parts or ":" in "".join(name.parts[:1]):
        raise UserError(
            "{name} holds a file that points outside it, {entry}: nothing was read.",
            name=path.name,
            entry=entry.filename,
        )
    is_bomb = entry.file_size > _SMALL and entry.file_size > HIGHEST_RATIO * entry.compress_size
    if entry.file_size > LARGEST_FILE or is_bomb:
        raise UserError(
            "{entry} in {name} unpacks to {size} bytes, more than is read: nothing was read.",
            entry=entry.filename,
            name=path.name,
            size=entry.file_size,
        )


def listed(path: Path, head: bytes) -> tuple[str, ...]:
    """Return the names in a folder or archive for a guess, none if it is neither."""
    try:
        if path.is_dir():
            files = islice(path.rglob("*"), _LOOKED_AT)
            return tuple(file.relative_to(path).as_posix() for file in files if file.is_file())
        if head.startswith(_ZIP) and is_zipfile(path):
            with ZipFile(path) as archive:
                return tuple(archive.namelist())
    except (OSError, BadZipFile, ValueError, NotImplementedError):
        return ()
    return ()


def is_archive(path: Path) -> bool:
    """Say whether a file starts as a zip archive does."""
    try:
        with path.open("rb") as file:
            return file.read(len(_ZIP)) == _ZIP
    except OSError:
        return False
