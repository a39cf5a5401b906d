"""Files from elsewhere as bytes and as JSON, limited in size."""

import json
from pathlib import Path

from annotator.formats.records_json import BadValueError, refuse_bad_characters
from annotator.model.errors import UserError

MAX_BYTES = 512 << 20


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """Return a file's bytes.

    Raises:
        UserError: it cannot be read or is larger than ``limit`` bytes.
    """
    try:
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except OSError as error:
        raise UserError(
            "{path} cannot be read: {reason}.", path=str(path), reason=error.strerror or ""
        ) from error
    if len(content) > limit:
        raise UserError(
            "{name} is larger than {limit} MB: split it into several files.",
            name=path.name,
            limit=limit >> 20,
        )
    return content


def as_text(content: bytes, name: str) -> str:
    """Return UTF-8 text, or UTF-16 with a byte order mark.

    Raises:
        UserError: it is neither; the message names the line.
    """
    encoding = "utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UserError(
            "{name}, line {line}: UTF-8 text was expected. Save the file as UTF-8.",
            name=name,
            line=content.count(b"\n", 0, error.start) + 1,
        ) from error


def parse_json(content: bytes, name: str) -> object:
    """Return the value of a JSON text.

    Raises:
        UserError: it is not JSON, too deeply nested, or holds half a surrogate pair or NUL.
    """
    try:
        value = json.loads(as_text(content, name), parse_constant=_refuse_constant)
        refuse_bad_characters(value)
    except json.JSONDecodeError as error:
        raise UserError(
            "{name}, line {line}: JSON was expected ({reason}).",
            name=name,
            line=error.lineno,
            reason=error.msg,
        ) from error
    except (ValueError, RecursionError, BadValueError) as error:
        reason = f"{error.where}: {error.expected}" if isinstance(error, BadValueError) else ""
        raise UserError(
            "{name} holds JSON that no sound file has ({reason}).",
            name=name,
            reason=reason or type(error).__name__,
        ) from error
    return value


def _refuse_constant(name: str) -> float:
    """Refuse NaN and Infinity, which JSON does not have."""
    raise ValueError(name)
