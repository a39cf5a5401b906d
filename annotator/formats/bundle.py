"""Exports of several files: a zip archive or a new folder, there as a whole or not at all."""

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from mimetypes import MimeTypes
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from annotator.formats.atomic import atomic_write, not_written
from annotator.model.errors import UserError

Add = Callable[[str, bytes | Iterable[bytes]], None]
"""Adds a file by its name (``a/b.txt``) and its bytes, at once or in pieces."""
_DATE = (1980, 1, 1, 0, 0, 0)
_FOLDER_MODE = 0o755
_OFFICE = ["docx", "docm", "dotx", "xlsx", "xlsm", "pptx", "odt", "ods", "odp", "rtf", "epub"]
_OTHERS = ["md", "jsonl", "parquet", "sqlite", "sqlite3", "db", "gz", "xz", "7z", "rar", "yaml"]
_FILE_ENDINGS = {*MimeTypes().types_map[True], *(f".{name}" for name in (*_OFFICE, *_OTHERS))}
"""Endings of usual kinds of files, the same on every system: those of the web, and others."""
LONGEST_STEM = 200
"""Bytes of a file's name before its ending: most systems take 255 in all."""
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d) *(?:\.|$)", re.IGNORECASE)
"""Names that Windows keeps for devices, whatever follows behind a full stop."""


@contextmanager
def write_bundle(path: Path) -> Iterator[Add]:
    """Give a function that adds a file.

    A path that ends in .zip becomes an archive whose bytes depend on the content only; any other
    becomes a folder, which must be new or empty, and if new not be called like a file.

    Raises:
        UserError: it cannot be written, the folder holds something, or is called like a file.
    """
    if path.suffix.lower() == ".zip":
        with zip_bundle(path) as add:
            yield add
    else:
        with _folder_bundle(path) as add:
            yield add


@contextmanager
def zip_bundle(path: Path) -> Iterator[Add]:
    """Give a function that adds a file to the archive at ``path``, whatever its ending.

    Raises:
        UserError: it cannot be written.
    """
    with atomic_write(path) as temporary, ZipFile(temporary, "w", ZIP_DEFLATED) as archive:

        def add(name: str, content: bytes | Iterable[bytes]) -> None:
            entry = ZipInfo(name, _DATE)
            entry.compress_type = ZIP_DEFLATED
            if isinstance(content, bytes):
                archive.writestr(entry, content)
                return
            with archive.open(entry, "w", force_zip64=True) as file:
                file.writelines(content)

        yield add


@contextmanager
def _folder_bundle(path: Path) -> Iterator[Add]:
    ending = "" if path.is_dir() else path.suffix.lower()
    if ending in _FILE_ENDINGS:
        raise _no_folder(path, ending)
    temporary = _folder_beside(path)

    def add(name: str, content: bytes | Iterable[bytes]) -> None:
        if ending and name.endswith(ending):
            raise _no_folder(path, ending)
        _write(temporary / name, content)

    try:
        yield add
        temporary.chmod(_FOLDER_MODE)
        if path.is_dir():
            path.rmdir()
        temporary.replace(path)
    except OSError as error:
        raise not_written(path, error) from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _no_folder(path: Path, ending: str) -> UserError:
    """Return the error that a folder is to be called like a file."""
    return UserError(
        "{path} is to be a folder of files, not one file: name a folder without the ending "
        "{ending}, or a file that ends in .zip.",
        path=str(path),
        ending=ending,
    )


def _folder_beside(path: Path) -> Path:
    """Return a new folder that is to take the place of ``path``.

    Raises:
        UserError: it cannot be made, or there is something already.
    """
    if path.is_file() or (path.is_dir() and any(path.iterdir())):
        raise UserError(
            "{path} is there already: name a new folder, or a file that ends in .zip.",
            path=str(path),
        )
    try:
        return Path(tempfile.mkdtemp(prefix=f".{path.name[:100]}.", dir=path.parent))
    except OSError as error:
        raise not_written(path, error) from error


def _write(target: Path, content: bytes | Iterable[bytes]) -> None:
    """Write a file for good, in folders that are made where they are missing."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as file:
        file.writelines([content] if isinstance(content, bytes) else content)
        os.fsync(file.fileno())


def _stem_of(title: str) -> str:
    """Return a name like a title that no system refuses: of few bytes, and none of a device."""
    plain = "".join(c if c.isalnum() or c in "-_. " else "_" for c in title).strip(" .")[:80]
    stem = plain.encode()[:LONGEST_STEM].decode(errors="ignore") or "document"
    return f"_{stem}" if _DEVICE.match(stem) else stem


def file_names(titles: list[str], suffix: str) -> list[str]:
    """Return a file name per title, safe on every system and different from each other."""
    names: list[str] = []
    taken: set[str] = set()
    for title in titles:
        name = base = _stem_of(title)
        number = 1
        while name.casefold() in taken:
            number += 1
            name = f"{base}-{number}"
        taken.add(name.casefold())
        names.append(name + suffix)
    return names
