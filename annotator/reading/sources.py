"""All kinds of source files, told apart by what is in them, and the one way to read any."""

import hashlib
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

from annotator.model.errors import UserError, not_read
from annotator.model.message import Message
from annotator.reading import html, subtitles, tables, whisper
from annotator.reading.archives import (
    is_archive,
    is_ignored,
    member_names,
    opened,
    read_member,
    shown_name,
    texts_in,
)
from annotator.reading.decode import decode
from annotator.reading.docx import is_docx, read_docx
from annotator.reading.json_text import parse_json
from annotator.reading.pdf import is_pdf, read_pdf
from annotator.reading.source import SourceFile, SourceText
from annotator.reading.transcript import Transcript, transcript_told

LARGEST = 64 << 20
LARGEST_TABLE = 256 << 20
HEAD = 64 << 10
STANDARD_INPUT = Path("-")
"""Names no file but what is piped in."""
_SQLITE, _PROJECT, _QUALCODER = b"SQLite format 3\x00", ".annotator", ".qda"
_PROGRAM_ENDINGS = (".pkl", ".pickle", ".joblib", ".yaml", ".yml")
_TABLE_ENDINGS = (".csv", ".tsv", ".tab", ".json", ".jsonl", ".ndjson")


@dataclass(frozen=True, slots=True)
class SourceFormat:
    """One kind of source file: what it is called, and its reader."""

    name: str
    title: Message
    extensions: tuple[str, ...]
    read: Callable[[SourceFile], Iterator[SourceText]]


def _read_text(source: SourceFile) -> Iterator[SourceText]:
    decoded = decode(source.data, source.encoding)
    if not decoded.text.strip():
        raise UserError("{name} holds no text.", name=source.name)
    yield SourceText(decoded.text, encoding=decoded.encoding)


TEXT = SourceFormat("text", Message("Plain text or Markdown"), (".txt", ".md"), _read_text)
HTML = SourceFormat("html", Message("Saved web page"), (".html", ".htm"), html.read_html)
MHTML = SourceFormat("mhtml", Message("Web page in one file"), (".mhtml", ".mht"), html.read_mhtml)
DOCX = SourceFormat("docx", Message("Word document"), (".docx",), read_docx)
PDF = SourceFormat("pdf", Message("PDF with text"), (".pdf",), read_pdf)
SRT = SourceFormat("srt", Message("SubRip subtitles"), (".srt",), subtitles.read_subtitles)
VTT = SourceFormat("vtt", Message("WebVTT subtitles"), (".vtt",), subtitles.read_subtitles)
WHISPER = SourceFormat("whisper", Message("Whisper JSON"), (".json",), whisper.read_whisper)
TEXT_TABLE = SourceFormat("text-table", Message("CSV of texts"), (".csv", ".tsv"), tables.read_csv)
TEXT_LINES = SourceFormat(
    "text-lines", Message("JSON of texts"), (".jsonl", ".json"), tables.read_json_table
)
SOURCES = (TEXT, HTML, MHTML, DOCX, PDF, SRT, VTT, WHISPER, TEXT_TABLE, TEXT_LINES)


@dataclass(frozen=True, slots=True)
class SourceItem:
    """One file among those that a folder or an archive holds, read when it is asked for."""

    name: str
    read: Callable[[], bytes]


def source_named(name: str) -> SourceFormat:
    """Return a kind of source file by its name.

    Raises:
        UserError: there is none of this name.
    """
    found = next((source for source in SOURCES if source.name == name), None)
    if found is None:
        names = ", ".join(source.name for source in SOURCES)
        raise UserError("There is no format {name}; there are {names}.", name=name, names=names)
    return found


def read_sources(
    path: Path,
    encoding: str | None = None,
    format: str | None = None,  # noqa: A002
) -> Iterator[Transcript]:
    """Yield the transcripts in a file, a folder or a zip archive, one by one.

    Args:
        path: what to read.
        encoding: what the files are in, where guessing goes wrong.
        format: the name of one of ``SOURCES``, where guessing goes wrong.

    Raises:
        UserError: something cannot be read; names it if it lies in a folder or archive.
    """
    for item in items_in(path):
        yield from read_item(item, encoding, format)


def read_one(path: Path, encoding: str | None = None) -> Transcript:
    """Return the transcript in a file.

    Raises:
        UserError: it cannot be read, or holds several.
    """
    found = list(islice(read_sources(path, encoding), 2))
    if len(found) != 1:
        raise UserError("{path} holds several texts: name a file with one.", path=str(path))
    return found[0]


def read_item(
    item: SourceItem, encoding: str | None = None, format_name: str | None = None
) -> Iterator[Transcript]:
    """Yield the transcripts of one file.

    Raises:
        UserError: it cannot be read.
    """
    source = SourceFile(item.name, item.read(), encoding)
    known = source_named(format_name) if format_name else guess_source(source)
    is_table = known in (TEXT_TABLE, TEXT_LINES)
    if len(source.data) > (LARGEST_TABLE if is_table else LARGEST):
        raise UserError(
            "{name} is larger than {size} MB: split it.",
            name=item.name,
            size=(LARGEST_TABLE if is_table else LARGEST) >> 20,
        )
    sha256 = hashlib.sha256(source.data).hexdigest()
    is_empty = True
    for told in known.read(source):
        is_empty = False
        yield transcript_told(told, source.name, sha256)
    if is_empty:
        raise UserError("{name} holds no text.", name=source.name)


def items_in(path: Path) -> Iterator[SourceItem]:
    """Yield the files of a folder (with those below it) or archive, or the file itself.

    Raises:
        UserError: the path cannot be read, or the archive is damaged or unsafe.
    """
    refuse_devices(path)
    if path.is_dir():
        files = files_below(path)
        if not files:
            raise UserError("{path} is a folder without files.", path=str(path))
        for file in files:
            yield from _items_of(file, file.relative_to(path.parent).as_posix())
    elif _is_zip_of_texts(path):
        with opened(path, path.name) as archive:
            yield from _members(archive, path.name)
    else:
        yield SourceItem(path.name, _reader(path))


def piped_in() -> SourceItem:
    """Return what is piped in, as a file that is read when it is asked for."""
    return SourceItem(str(STANDARD_INPUT), sys.stdin.buffer.read)


def refuse_devices(path: Path) -> None:
    """Refuse what is there and neither file nor folder: it may have no end, or keep one waiting.

    Raises:
        UserError: it is a device, a pipe or the like.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        raise UserError("{path} is not a file.", path=str(path))


def _items_of(file: Path, name: str) -> Iterator[SourceItem]:
    """Yield a file of a folder, or the files of a zip archive that lies there."""
    if file.suffix.lower() != ".zip" or not _is_zip_of_texts(file):
        yield SourceItem(name, _reader(file))
        return
    try:
        with opened(file, name) as archive:
            yield from _members(archive, name)
    except UserError as error:
        yield SourceItem(name, _refusing(error))


def _refusing(error: UserError) -> Callable[[], bytes]:
    """Return what says why an archive cannot be read; the other files of its folder can."""

    def read() -> bytes:
        raise error

    return read


def files_below(folder: Path) -> list[Path]:
    """Return the files in a folder and its folders, by name; links are not followed."""
    return sorted(
        file
        for file in folder.rglob("*")
        if file.is_file()
        and not file.is_symlink()
        and not is_ignored(PurePosixPath(file.relative_to(folder).as_posix()))
    )


def count_items(path: Path) -> int:
    """Return how many files ``items_in`` yields, 1 if that cannot be told."""
    try:
        return sum(1 for _ in items_in(path))
    except UserError:
        return 1


def _refuse_project(name: str) -> None:
    if name.endswith(_PROJECT):
        raise UserError(
            "{name} is a project itself: export it as jsonl and import that file.", name=name
        )
    if name.lower().endswith(_QUALCODER):
        raise UserError(
            "{name} is a project of QualCoder, of which not only the texts matter: unpack it if it "
            "is in an archive, and import this file by itself.",
            name=name,
        )


def guess_source(source: SourceFile) -> SourceFormat:
    """Return what kind of file this is, by its content and then by its name.

    Raises:
        UserError: it is a kind of file that holds no text to read.
    """
    if is_archive(source.data):
        return _guess_archive(source)
    if source.data.startswith(_SQLITE):
        _refuse_project(source.name)
    ending = PurePosixPath(source.name).suffix.lower()
    if ending in _PROGRAM_ENDINGS:
        raise UserError(
            "{name} holds objects of a program (pickle or YAML), which can carry commands: it is "
            "never read. Export it as JSON, CSV or text.",
            name=source.name,
        )
    head = _head_text(source)
    tests = (
        (PDF, is_pdf(source.data)),
        (MHTML, html.is_mhtml(source.data)),
        (HTML, html.is_html(head, source.name)),
        (VTT, subtitles.is_vtt(head)),
        (SRT, subtitles.is_srt(head)),
    )
    fitting = next((known for known, fits in tests if fits), None)
    xml = "<" if ending == ".xml" else "<?xml"
    if fitting is None and head.lstrip("\ufeff \t\n").startswith(xml):
        raise UserError(
            "{name} is XML of a kind that is not read: export it as one of the formats that are, "
            "or as text.",
            name=source.name,
        )
    return fitting or _guess_table(source, head)


def _guess_archive(source: SourceFile) -> SourceFormat:
    names = member_names(source.data)
    if is_docx(names):
        return DOCX
    if "[Content_Types].xml" in names or "mimetype" in names:
        raise UserError(
            "{name} is a workbook, slides or an OpenDocument file: save it as DOCX or text.",
            name=source.name,
        )
    if not names and source.name.lower().endswith(".docx"):
        return DOCX
    raise UserError(
        "{name} is an archive inside an archive, damaged or no zip: unpack it first.",
        name=source.name,
    )


def _guess_table(source: SourceFile, head: str) -> SourceFormat:
    """Return the kind of a file by its columns or its JSON, else plain text."""
    ending = PurePosixPath(source.name).suffix.lower()
    if head.lstrip("\ufeff \t\n").startswith(("{", "[")):
        if (found := _guess_json(source, head)) is not None:
            return found
    elif ending in _TABLE_ENDINGS[:3]:
        return TEXT_TABLE
    return TEXT


def _guess_json(source: SourceFile, head: str) -> SourceFormat | None:
    is_named = PurePosixPath(source.name).suffix.lower() in _TABLE_ENDINGS[3:]
    row = _first_row(source, head)
    if tables.is_json_table(row) and not whisper.is_whisper(row):
        return TEXT_LINES
    try:
        content = parse_json(decode(source.data, source.encoding).text, source.name)
    except UserError:
        if not is_named:
            return None
        if row is None:
            raise
        content = row
    if whisper.is_whisper(content):
        return WHISPER
    if tables.is_json_table(content):
        return TEXT_LINES
    if is_named:
        raise UserError(
            "{name} is JSON without a “text” in each row and without Whisper's “segments”.",
            name=source.name,
        )
    return None


def _first_row(source: SourceFile, head: str) -> object:
    """Return the object of a first line that holds a whole one, else None."""
    first = head.lstrip("\ufeff \t\n").partition("\n")[0]
    with suppress(UserError):
        return parse_json(first, source.name) if first.startswith("{") else None
    return None


def _head_text(source: SourceFile) -> str:
    """Return the start of a file as text, good enough to look for what begins it."""
    head = source.data[:HEAD]
    if source.encoding:
        with suppress(LookupError, UnicodeError):
            return head.decode(source.encoding, "ignore")
        return ""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "ignore").replace("\r\n", "\n")
    return head.decode("utf-8", "ignore").replace("\r\n", "\n").replace("\r", "\n")


def _is_zip_of_texts(path: Path) -> bool:
    """Say whether a file is a zip archive that is no document by itself."""
    try:
        with path.open("rb") as file:
            if not is_archive(file.read(4)):
                return False
    except OSError:
        return False
    try:
        with ZipFile(path) as archive:
            names = frozenset(archive.namelist())
    except Exception:  # noqa: BLE001 - whatever the damage, the reader of files says it
        return path.suffix.lower() == ".zip"
    return "[Content_Types].xml" not in names and "mimetype" not in names


def _members(archive: ZipFile, name: str) -> Iterator[SourceItem]:
    members = texts_in(archive, name)
    if not members:
        raise UserError("{name} is an archive without files.", name=name)
    for member in members:
        yield SourceItem(shown_name(name, member), partial(read_member, archive, member))


def _reader(path: Path) -> Callable[[], bytes]:
    """Return what reads a file, refusing one beyond all limits before it is in memory."""

    def read() -> bytes:
        try:
            if path.stat().st_size > LARGEST_TABLE:
                raise UserError("{path} is larger than 256 MB: split it.", path=str(path))
            return path.read_bytes()
        except OSError as error:
            raise not_read(path, error) from error

    return read
