"""The files of a folder or zip archive, read one by one within limits; nothing is extracted."""

import stat
import zlib
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from itertools import islice
from lzma import LZMAError
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import IO
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from annotator.formats.input_file import read_bytes, too_large
from annotator.model.errors import UserError, not_read

MOST_FILES = 50_000
LARGEST_FILE = 256 << 20
LARGEST_SUM = 2 << 30
HIGHEST_RATIO = 500
RATIO_FROM = 1 << 20
"""Below this size a file may be packed as tightly as it likes."""
ZIP_MAGIC = b"PK\x03\x04"
_PIECE = 1 << 18
_MODE = 16
"""Above so many bits of its attributes a member has the mode that Unix gives a file."""
_LOOKED_AT = 5000
"""How many files of a folder are looked at for a guess."""
DAMAGED = (
    *(BadZipFile, LargeZipFile, zlib.error, LZMAError, EOFError, NotImplementedError),
    *(RuntimeError, OSError, ValueError, IndexError, OverflowError),
)
"""What a damaged zip archive raises when it is opened or read."""


class Archive:
    """An open archive whose table of contents is proven harmless."""

    def __init__(self, archive: ZipFile, name: str) -> None:
        self._archive = archive
        self._name = name
        self._left = LARGEST_SUM
        self._open: list[IO[bytes]] = []
        members = _members(archive)
        _refuse_many(members, name)
        self._members: dict[str, ZipInfo] = {}
        for member in members:
            self._check(member)
            self._members[member.filename] = member

    @property
    def names(self) -> list[str]:
        """The names of the files, in the archive's order."""
        return list(self._members)

    def read(self, name: str) -> bytes:
        """Return a file's bytes.

        Raises:
            UserError: it is damaged, encrypted or larger than it says.
        """
        return b"".join(self.pieces(name))

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield a file's bytes in pieces.

        Raises:
            UserError: it is damaged, encrypted or larger than it says.
        """
        size = 0
        try:
            with self._archive.open(self._members[name]) as file:
                self._open.append(file)
                while piece := file.read(_PIECE):
                    size += len(piece)
                    self._left -= len(piece)
                    if size > LARGEST_FILE or self._left < 0:
                        raise self._bomb(name)
                    yield piece
                self._open.remove(file)
        except DAMAGED as error:
            raise UserError(
                "{name}: {member} is damaged or encrypted.", name=self._name, member=name
            ) from error

    def close(self) -> None:
        """Close the files that were not read to their end."""
        for file in self._open:
            file.close()

    def _check(self, member: ZipInfo) -> None:
        path = PurePosixPath(member.filename.replace("\\", "/"))
        drive = PureWindowsPath(member.filename).drive
        if path.is_absolute() or drive or ".." in path.parts:
            raise UserError(
                "{name} holds a file that points outside of it, {member}: it is refused.",
                name=self._name,
                member=member.filename[:200],
            )
        if member.filename in self._members:
            raise UserError(
                "{name} holds the file {member} twice: pack it again with one of them.",
                name=self._name,
                member=member.filename[:200],
            )
        too_tight = member.file_size > max(RATIO_FROM, HIGHEST_RATIO * member.compress_size)
        if too_tight or member.file_size > LARGEST_FILE:
            raise self._bomb(member.filename)

    def _bomb(self, member: str) -> UserError:
        return UserError(
            "{name}: {member} grows beyond all measure when unpacked: it is refused.",
            name=self._name,
            member=member[:200],
        )


@contextmanager
def open_archive(path: Path) -> Iterator[Archive]:
    """Give the archive at ``path``.

    Raises:
        UserError: it cannot be read, is no zip archive, or is refused.
    """
    try:
        opened = ZipFile(path)
    except DAMAGED as error:
        reason = (error.strerror if isinstance(error, OSError) else str(error)) or ""
        raise UserError(
            "{name}: a zip archive was expected ({reason}).", name=path.name, reason=reason[:100]
        ) from error
    with opened, closing(Archive(opened, path.name)) as archive:
        yield archive


class Folder:
    """The files of a folder and those in it, or one file, read in the same way as an archive."""

    def __init__(self, path: Path) -> None:
        self._root = path if path.is_dir() else path.parent
        found = list(islice(_names(path), MOST_FILES + 1)) if path.is_dir() else [path.name]
        _refuse_many(found, path.name)
        self.names = sorted(found)
        """The names of the files with forward slashes, sorted."""

    def read(self, name: str) -> bytes:
        """Return a file's bytes.

        Raises:
            UserError: it cannot be read or is too large.
        """
        return read_bytes(self._root / name, LARGEST_FILE)

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield a file's bytes in pieces.

        Raises:
            UserError: it cannot be read or is too large.
        """
        size = 0
        try:
            with (self._root / name).open("rb") as file:
                while piece := file.read(_PIECE):
                    size += len(piece)
                    if size > LARGEST_FILE:
                        raise too_large(name, LARGEST_FILE)
                    yield piece
        except OSError as error:
            raise not_read(self._root / name, error) from error


Files = Archive | Folder


def _members(archive: ZipFile) -> list[ZipInfo]:
    """Return an archive's files; links are not followed, and what has no name is no file."""
    named = (m for m in archive.infolist() if m.filename and not m.is_dir())
    found = (member for member in named if not _is_hidden(member.filename))
    return [member for member in found if not stat.S_ISLNK(member.external_attr >> _MODE)]


def _names(folder: Path) -> Iterator[str]:
    """Yield the names of a folder's files; links are not followed."""
    for file in folder.rglob("*"):
        name = file.relative_to(folder).as_posix()
        if file.is_file() and not file.is_symlink() and not _is_hidden(name):
            yield name


def _is_hidden(name: str) -> bool:
    """Say whether a file is of the system's own, such as ``__MACOSX/._a.txt``."""
    path = PurePosixPath(name.replace("\\", "/"))
    return path.parts[:1] == ("__MACOSX",) or path.name.startswith(".")


def _refuse_many(names: Collection[object], name: str) -> None:
    if len(names) > MOST_FILES:
        raise UserError(
            "{name} holds more than {limit} files: split it.", name=name, limit=MOST_FILES
        )


@contextmanager
def open_files(path: Path) -> Iterator[Files]:
    """Give the files of an archive or folder, or the one file.

    Raises:
        UserError: it cannot be read or is refused.
    """
    if path.is_dir() or not _start(path).startswith(ZIP_MAGIC):
        yield Folder(path)
    else:
        with open_archive(path) as archive:
            yield archive


def read_members(path: Path, *endings: str) -> Iterator[tuple[str, bytes]]:
    """Yield the name and bytes of each file in an archive or folder that has one of the endings.

    Raises:
        UserError: it cannot be read or is refused.
    """
    with open_files(path) as files:
        for name in files.names:
            if name.lower().endswith(endings):
                yield name, files.read(name)


def _start(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(len(ZIP_MAGIC))
    except OSError as error:
        raise not_read(path, error) from error


def is_archive(path: Path) -> bool:
    """Say whether a file starts as a zip archive does."""
    try:
        return path.is_file() and _start(path) == ZIP_MAGIC
    except UserError:
        return False


def holds_files(path: Path) -> bool:
    """Say whether a path is a folder or an archive and not one file for itself."""
    return path.is_dir() or is_archive(path)


def names_in(path: Path, head: bytes) -> list[str]:
    """Return the names of files in an archive or folder for a guess; none if it is neither.

    The names may be those of an archive that is refused when it is read.
    """
    try:
        if path.is_dir():
            return sorted(islice(_names(path), _LOOKED_AT))
        if head.startswith(ZIP_MAGIC) and path.is_file():
            with ZipFile(path) as archive:
                return [member.filename for member in _members(archive)]
    except DAMAGED:
        return []
    return []


def first_bytes(path: Path, name: str, count: int) -> bytes:
    """Return how a file in an archive or folder begins; nothing if it cannot be read."""
    try:
        with open_files(path) as files:
            return files.read(name)[:count]
    except UserError:
        return b""
