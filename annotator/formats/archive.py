"""Zip archives from elsewhere, read in memory within limits; nothing is ever extracted."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath, PureWindowsPath
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from annotator.formats.input_file import read_bytes
from annotator.model.errors import UserError

MAX_MEMBERS = 20_000
MAX_MEMBER = 256 << 20
MAX_TOTAL = 1 << 30
MAX_RATIO = 500
RATIO_FROM = 1 << 20
"""Below this size a member may be packed as tightly as it likes."""
ZIP_MAGIC = b"PK\x03\x04"
_DAMAGED = (BadZipFile, LargeZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
_MORE_DAMAGE = (OSError, ValueError, IndexError, OverflowError, UnicodeError)


class Archive:
    """An open archive whose table of contents is proven harmless."""

    def __init__(self, archive: ZipFile, name: str) -> None:
        self._archive = archive
        self._name = name
        self._left = MAX_TOTAL
        members = [
            member
            for member in archive.infolist()
            if not member.is_dir() and not _is_hidden(member.filename)
        ]
        if len(members) > MAX_MEMBERS:
            raise UserError(
                "{name} holds more than {limit} files: split it.", name=name, limit=MAX_MEMBERS
            )
        for member in members:
            self._check(member)
        self._members = {member.filename: member for member in members}

    @property
    def names(self) -> list[str]:
        """The names of the files, in the archive's order."""
        return list(self._members)

    def read(self, name: str) -> bytes:
        """Return a file's bytes.

        Raises:
            UserError: it is damaged, encrypted or larger than it says.
        """
        try:
            with self._archive.open(self._members[name]) as file:
                content = file.read(min(MAX_MEMBER, self._left) + 1)
        except (*_DAMAGED, *_MORE_DAMAGE) as error:
            raise UserError(
                "{name}: {member} is damaged or encrypted.", name=self._name, member=name
            ) from error
        self._left -= len(content)
        if len(content) > MAX_MEMBER or self._left < 0:
            raise self._bomb(name)
        return content

    def _check(self, member: ZipInfo) -> None:
        path = PurePosixPath(member.filename.replace("\\", "/"))
        drive = PureWindowsPath(member.filename).drive
        if path.is_absolute() or drive or ".." in path.parts:
            raise UserError(
                "{name} holds a file that points outside of it, {member}: it is refused.",
                name=self._name,
                member=member.filename[:200],
            )
        too_tight = member.file_size > max(RATIO_FROM, MAX_RATIO * member.compress_size)
        if too_tight or member.file_size > MAX_MEMBER:
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
    except (*_DAMAGED, *_MORE_DAMAGE) as error:
        reason = (error.strerror if isinstance(error, OSError) else str(error)) or ""
        raise UserError(
            "{name}: a zip archive was expected ({reason}).", name=path.name, reason=reason[:100]
        ) from error
    with opened:
        yield Archive(opened, path.name)


class Folder:
    """The files of a folder, or one file, read in the same way as an archive."""

    def __init__(self, path: Path) -> None:
        self._root = path if path.is_dir() else path.parent
        files = _files_in(path) if path.is_dir() else [path]
        self._files = {file.relative_to(self._root).as_posix(): file for file in files}

    @property
    def names(self) -> list[str]:
        """The names of the files, sorted."""
        return list(self._files)

    def read(self, name: str) -> bytes:
        """Return a file's bytes.

        Raises:
            UserError: it cannot be read or is too large.
        """
        return read_bytes(self._files[name], MAX_MEMBER)


Files = Archive | Folder


def _is_hidden(name: str) -> bool:
    """Say whether a file is of the system's own, such as ``__MACOSX/._a.txt``."""
    path = PurePosixPath(name.replace("\\", "/"))
    return path.parts[:1] == ("__MACOSX",) or path.name.startswith(".")


def _files_in(folder: Path) -> list[Path]:
    """Return the files of a folder and of those in it, one level deep."""
    found: list[Path] = []
    for pattern in ("*", "*/*"):
        for file in folder.glob(pattern):
            if len(found) > MAX_MEMBERS:
                raise UserError(
                    "{name} holds more than {limit} files: split it.",
                    name=folder.name,
                    limit=MAX_MEMBERS,
                )
            is_plain = file.is_file() and not file.is_symlink()
            if is_plain and not _is_hidden(file.relative_to(folder).as_posix()):
                found.append(file)
    return sorted(found)


@contextmanager
def open_files(path: Path) -> Iterator[Files]:
    """Give the files of an archive or folder, or the one file.

    Raises:
        UserError: it cannot be read or is refused.
    """
    if path.is_dir() or not read_start(path).startswith(ZIP_MAGIC):
        yield Folder(path)
    else:
        with open_archive(path) as archive:
            yield archive


def read_start(path: Path) -> bytes:
    """Return the first bytes of a file.

    Raises:
        UserError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(len(ZIP_MAGIC))
    except OSError as error:
        raise UserError(
            "{path} cannot be read: {reason}.", path=str(path), reason=error.strerror or ""
        ) from error


def names_in(path: Path, head: bytes) -> list[str]:
    """Return the names of the files in an archive or folder; none if it is no sound one."""
    try:
        if path.is_dir():
            return Folder(path).names
        if head.startswith(ZIP_MAGIC) and path.is_file():
            with open_archive(path) as archive:
                return archive.names
    except (UserError, OSError):
        return []
    return []


def first_bytes(path: Path, name: str, count: int) -> bytes:
    """Return how a file in an archive or folder begins; nothing if it cannot be read."""
    try:
        with open_files(path) as files:
            return files.read(name)[:count]
    except UserError:
        return b""
