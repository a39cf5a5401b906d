"""Zip archives of source files: read in memory within limits, never unpacked to disk."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from zipfile import ZipFile, ZipInfo

from annotator.model.errors import UserError

MOST_MEMBERS = 20_000
LARGEST_MEMBER = 64 << 20
LARGEST_TOTAL = 1 << 30
STEEPEST = 200
"""A member may grow to so many times its packed size; text seldom reaches 20."""
_SMALL = 1 << 20
_ENCRYPTED = 0x1
_IGNORED = frozenset({"__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini"})
_ARCHIVES = (
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\x1f\x8b",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!",
    b"BZh",
    b"\xfd7zXZ",
)


def checked_members(archive: ZipFile, name: str) -> list[ZipInfo]:
    """Return the named files in an archive, after a look at how large they say they are.

    Raises:
        UserError: there are too many, they are too large, or expand beyond measure.
    """
    members = [m for m in archive.infolist() if m.filename and not m.is_dir()]
    if len(members) > MOST_MEMBERS:
        raise UserError(
            "{name} holds {count} files, more than {most}: split it.",
            name=name,
            count=len(members),
            most=MOST_MEMBERS,
        )
    if sum(member.file_size for member in members) > LARGEST_TOTAL:
        raise UserError("{name} unpacks to more than 1 GB: split it.", name=name)
    for member in members:
        if member.file_size > max(_SMALL, member.compress_size * STEEPEST):
            raise UserError(
                "{name} holds {member}, which expands beyond measure, as an attack would.",
                name=name,
                member=member.filename[:100],
            )
    return members


def texts_in(archive: ZipFile, name: str) -> list[ZipInfo]:
    """Return the files in an archive that a person put there, by their names.

    Raises:
        UserError: see ``checked_members``.
    """
    return sorted(
        (m for m in checked_members(archive, name) if not is_ignored(_path(m))),
        key=lambda member: member.filename,
    )


def _path(member: ZipInfo) -> PurePosixPath:
    return PurePosixPath(member.filename.replace("\\", "/"))


def is_ignored(path: PurePosixPath) -> bool:
    """Say whether a file is what systems leave behind in folders."""
    return any(part in _IGNORED or part.startswith("._") for part in path.parts) or (
        path.name.startswith(".")
    )


def read_member(archive: ZipFile, member: ZipInfo) -> bytes:
    """Return what a member holds; ``zipfile`` reads no more than the archive says there is.

    Raises:
        UserError: it is encrypted, damaged, too large, or other than the archive says.
    """
    if member.flag_bits & _ENCRYPTED:
        raise UserError("It is protected by a password: unpack the archive yourself.")
    if member.file_size > LARGEST_MEMBER:
        raise UserError("It is larger than 64 MB: split it.")
    try:
        with archive.open(member) as part:
            return part.read()
    except Exception as error:
        raise UserError("It is damaged: pack the archive again.") from error


def member_names(data: bytes) -> frozenset[str]:
    """Return the names of the members of an archive in memory, none if it is damaged."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            return frozenset(archive.namelist())
    except Exception:  # noqa: BLE001 - whatever the damage is, it is no archive
        return frozenset()


def is_archive(data: bytes) -> bool:
    """Say whether bytes are an archive of any kind, by their start."""
    return data.startswith(_ARCHIVES)


@contextmanager
def opened(file: Path | io.BytesIO, name: str) -> Iterator[ZipFile]:
    """Open an archive.

    Raises:
        UserError: it is damaged.
    """
    try:
        archive = ZipFile(file)
    except Exception as error:
        raise UserError("{name} is a damaged zip archive: pack it again.", name=name) from error
    with archive:
        yield archive


def shown_name(archive: str, member: ZipInfo) -> str:
    """Return what a member is called in a project: a name, never a place on a disk."""
    parts = (part for part in _path(member).parts if part not in {"/", "..", "."})
    return "/".join([archive, *parts])
