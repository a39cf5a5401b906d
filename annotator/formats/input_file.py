"""Files from elsewhere as bytes and as text, limited in size."""

from pathlib import Path

from annotator.model.errors import UserError, not_read

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
        raise not_read(path, error) from error
    if len(content) > limit:
        raise too_large(path.name, limit)
    return content


def too_large(name: str, limit: int) -> UserError:
    """Return the sentence for a file, or a part of it, of more than ``limit`` bytes."""
    return UserError(
        "{name} is larger than {limit} MB: split it into several files.",
        name=name,
        limit=limit >> 20,
    )


def read_text(path: Path, limit: int = MAX_BYTES) -> str:
    """Return a file's text without a byte order mark, its newlines as they are.

    Raises:
        UserError: it cannot be read, is larger than ``limit`` bytes, or is no text.
    """
    return as_text(read_bytes(path, limit), path.name)


def as_text(content: bytes, name: str) -> str:
    """Return UTF-8 text, or UTF-16 with a byte order mark; the mark is left out.

    Raises:
        UserError: it is neither; the message names the line.
    """
    encoding = "utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UserError(
            "Line {line} of {name} is not UTF-8. Save or export the file again as UTF-8.",
            line=content.count(b"\n", 0, error.start) + 1,
            name=name,
        ) from error
