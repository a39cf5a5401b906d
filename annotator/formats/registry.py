"""All exchange formats, and which one a file is in."""

from pathlib import Path

from annotator.formats.base import Format
from annotator.formats.csv_file import CSV
from annotator.formats.jsonl import FORMAT, JSONL
from annotator.formats.xlsx_file import XLSX
from annotator.model.errors import UserError

FORMATS: tuple[Format, ...] = (JSONL, CSV, XLSX)
_ZIP = b"PK\x03\x04"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
HEAD = 4096
"""How many bytes of a file ``guess`` looks at."""


def format_named(name: str) -> Format:
    """Return a format by its name.

    Raises:
        UserError: there is none of this name.
    """
    found = next((known for known in FORMATS if known.name == name), None)
    if found is None:
        names = ", ".join(known.name for known in FORMATS)
        raise UserError("There is no format {name}; there are {names}.", name=name, names=names)
    return found


def guess(path: Path, head: bytes | None = None) -> Format | None:
    """Return the format that a file is in by its first bytes and its name, or None.

    Args:
        path: the file; it is read only if ``head`` is not given.
        head: the first bytes of the file.

    Raises:
        UserError: the file cannot be read.
    """
    first = _read_head(path) if head is None else head
    suffix = path.suffix.lower()
    by_name = next((known for known in FORMATS if suffix in known.extensions), None)
    if first.startswith(_ZIP):
        return by_name if by_name is not None and by_name.name == "xlsx" else None
    start = first.removeprefix(_BYTE_ORDER_MARK).lstrip()
    if start.startswith(b"{"):
        return JSONL if FORMAT.encode() in start else None
    return by_name if by_name is not None and by_name.name == "csv" else None


def _read_head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(HEAD)
    except OSError as error:
        raise UserError(
            "{path} cannot be read: {reason}.", path=str(path), reason=error.strerror or ""
        ) from error
