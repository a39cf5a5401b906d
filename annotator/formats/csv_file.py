"""Annotations as a CSV table (RFC 4180, UTF-8), written and read."""

import codecs
import csv
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from annotator.formats.atomic import atomic_text
from annotator.formats.base import Format, Options, ProjectSource, Selection
from annotator.formats.flat import COLUMNS, flat_rows
from annotator.formats.guards import RISKY, guard
from annotator.formats.offsets import OffsetUnit
from annotator.model.errors import UserError, not_csv, not_read
from annotator.model.message import Message

LONGEST_CELL = 1 << 24
_DELIMITERS = ",;\t"
_HINT = re.compile(r"\"?sep=([,;\t])\"?[\r\n]*", re.IGNORECASE)


def _write(source: ProjectSource, selection: Selection, path: Path, options: Options) -> int:
    encoding = "utf-8-sig" if options.byte_order_mark else "utf-8"
    count = 0
    with atomic_text(path, encoding, newline="") as out:
        writer = csv.writer(out)
        writer.writerow(COLUMNS)
        for row in flat_rows(source, selection):
            writer.writerow([guard(c) if c and c[0] in RISKY else c for c in row.values()])
            count += 1
    return count


def _is_csv(path: Path, head: bytes) -> bool:
    """Say whether a file is a table by its name, and neither JSON nor a workbook by its start."""
    header = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")[0]
    return path.suffix.lower() == ".csv" and not header.startswith((b"{", b"PK\x03\x04"))


CSV = Format(
    name="csv",
    title=Message("CSV table"),
    extensions=(".csv",),
    guess=_is_csv,
    writer=_write,
    reads_itself=True,
    heeds=frozenset({"byte_order_mark"}),
    holds_reviews=True,
    loses=Message(
        "Texts, turns, the codebook, colours of authors, all relations, findings, dismissals, "
        "settings, links and what is said of documents; importing needs the same documents in the "
        "project."
    ),
    offset_units=(OffsetUnit.CODE_POINTS,),
)


def read_cells(path: Path) -> Iterator[list[str]]:
    """Yield the rows of a CSV file, the header first, as they stand there.

    Commas, semicolons and tabs are told apart by the header. It is UTF-8, or UTF-16 with a byte
    order mark as Excel's “Unicode text”; a first line such as ``sep=;`` is a hint for Excel.

    Raises:
        UserError: the file cannot be read, is in neither, or a quotation mark is never closed.
    """
    csv.field_size_limit(LONGEST_CELL)
    try:
        with path.open("rb") as raw:
            is_wide = raw.read(2) in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}
        with path.open(encoding="utf-16" if is_wide else "utf-8-sig", newline="") as file:
            first = file.readline(LONGEST_CELL)
            if "\0" in first:
                raise _not_utf8(path)
            if not _HINT.fullmatch(first):
                file.seek(0)
            above = 1 if _HINT.fullmatch(first) else 0
            yield from _rows(file, _delimiter(first), path.name, above)
    except UnicodeDecodeError as error:
        raise _not_utf8(path) from error
    except OSError as error:
        raise not_read(path, error) from error


def _rows(file: Iterable[str], delimiter: str, name: str, above: int) -> Iterator[list[str]]:
    """Yield the rows of a file; ``above`` tells how many of its lines are passed already."""
    rows, begin = csv.reader(file, delimiter=delimiter, strict=True), 1
    try:
        for row in rows:
            yield row
            begin = rows.line_num + 1
    except csv.Error as error:
        raise not_csv(name, above + begin, str(error)) from error


def _not_utf8(path: Path) -> UserError:
    return UserError(
        "{name} is not UTF-8: save it as “CSV UTF-8” and import it again.", name=path.name
    )


def _delimiter(header: str) -> str:
    """Return the character that parts most of the known columns in the header."""
    if hint := _HINT.fullmatch(header):
        return hint[1]
    known = set(COLUMNS)
    return max(
        _DELIMITERS, key=lambda d: len(known.intersection(header.strip().replace('"', "").split(d)))
    )
