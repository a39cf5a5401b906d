"""Bringing transcripts and lossless exports into an open project, one document at a time."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from annotator.formats.base import Format
from annotator.formats.csv_file import CSV
from annotator.formats.jsonl import JSONL
from annotator.formats.offsets import OffsetUnit
from annotator.formats.registry import FORMATS, HEAD, format_named, guess
from annotator.model.edit import Edit
from annotator.model.errors import KnownTextError, NotSavedError, UserError
from annotator.model.message import Message
from annotator.model.records import Document
from annotator.reading.decode import OLD_OFFICE, decode
from annotator.reading.sources import (
    SOURCES,
    SourceItem,
    count_items,
    items_in,
    read_item,
    refuse_devices,
)
from annotator.reading.tables import has_texts, header_of
from annotator.reading.transcript import Transcript
from annotator.workspace.foreign_files import AskUnit, ForeignFile
from annotator.workspace.known_texts import KnownTexts
from annotator.workspace.lossless import import_jsonl, import_rows
from annotator.workspace.planned import PlannedEdit, new_plan
from annotator.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ReadAs:
    """What a person says of files, where guessing goes wrong; None leaves it to the file.

    ``format_name`` is one of a source's or an exchange format's, ``unit`` what its offsets count.
    """

    encoding: str | None = None
    format_name: str | None = None
    unit: OffsetUnit | None = None


AS_GUESSED = ReadAs()


def _nothing(_place: Path) -> None:
    """Do nothing when a file begins."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How an import goes about its files.

    ``own`` is what holds for some of them in place of what holds for all; ``ask`` is asked where a
    file has offsets without quotes that could tell their unit; ``begin`` hears of each file before
    it is read; ``passed`` are files that are passed over. All that is written with the same
    ``group`` is undone together; an empty one makes a group of this import's own.
    """

    own: Mapping[Path, ReadAs] = field(default_factory=dict)
    ask: AskUnit | None = None
    begin: Callable[[Path], None] = _nothing
    passed: frozenset[Path] = frozenset()
    group: str = ""


@dataclass(slots=True)
class ImportReport:
    """What an import did: documents added, files already there, and files that failed and why.

    ``problems`` name a document and what of it was left out.
    """

    added: list[Document] = field(default_factory=list)
    known: list[tuple[Path, Document]] = field(default_factory=list)
    failed: list[tuple[Path, Message]] = field(default_factory=list)
    problems: list[tuple[str, Message]] = field(default_factory=list)
    records: int = 0


def import_files(
    workspace: Workspace,
    paths: Sequence[Path],
    read_as: ReadAs = AS_GUESSED,
) -> ImportReport:
    """Import each file in a commit of its own; one undo takes all of them back.

    A file that fails is listed with the reason and the rest goes on.

    Raises:
        NotSavedError: the disk does not take it; what was finished stays.
    """
    report = ImportReport()
    for _path in import_each(workspace, paths, report, read_as):
        pass
    return report


def count_steps(paths: Sequence[Path]) -> int:
    """Return how often ``import_each`` yields: once for each file, also in folders and archives."""
    return sum(1 if _holds_annotations(path) else count_items(path) for path in paths)


def import_each(
    workspace: Workspace,
    paths: Sequence[Path],
    report: ImportReport,
    read_as: ReadAs = AS_GUESSED,
    manner: Manner = Manner(),
) -> Iterator[Path]:
    """Import as ``import_files`` does, yielding the path of each file when it is done.

    A file in an archive is named by the archive's path and its own. Whoever stops asking stops
    the import; what was finished stays.

    Args:
        workspace: the project.
        paths: files, folders and archives.
        report: is filled on the way.
        read_as: what holds for all of them.
        manner: what holds for some of them, who is asked, what is passed over.
    """
    files = _Files(workspace, report, manner)
    for path in paths:
        try:
            yield from files.bring_in(path, manner.own.get(path, read_as))
        except NotSavedError:
            raise
        except UserError as error:
            report.failed.append((path, error.message))
            yield path


def import_transcript(
    workspace: Workspace, transcript: Transcript, group: str | None = None
) -> ImportReport:
    """Add one transcript that is in no file, unless its text is there already.

    Raises:
        NotSavedError: the disk does not take it.
    """
    report = ImportReport()
    texts = KnownTexts(workspace)
    known = texts.document_with(transcript.text)
    if known is not None:
        report.known.append((Path(transcript.title), known))
        return report
    edit = texts.edit_for(transcript)
    try:
        workspace.apply(edit, group=group, texts_are_new=True)
    except KnownTextError as error:
        report.known.append((Path(transcript.title), error.document))
        return report
    report.added += edit.added_of(Document)
    report.records = len(edit.added)
    return report


class _Files:
    """One import, and the texts that are there."""

    def __init__(self, workspace: Workspace, report: ImportReport, manner: Manner) -> None:
        self._workspace = workspace
        self._report = report
        self._manner = manner
        self._group = manner.group or workspace.session.new_id()
        self._texts = KnownTexts(workspace)

    def bring_in(self, path: Path, read_as: ReadAs) -> Iterator[Path]:
        """Import a file, or each file of a folder or archive."""
        if path in self._manner.passed:
            yield path
            return
        self._manner.begin(path)
        known = exchange_format(path, read_as.format_name)
        if known is not None:
            self._bring_in_annotations(path, known, read_as)
            yield path
            return
        for item in items_in(path):
            place = path.parent / item.name
            if place not in self._manner.passed:
                self._bring_in_item(item, place, read_as)
            yield place

    def _bring_in_item(self, item: SourceItem, place: Path, read_as: ReadAs) -> None:
        self._manner.begin(place)
        try:
            self._bring_in_texts(item, place, read_as)
        except NotSavedError:
            raise
        except UserError as error:
            self._report.failed.append((place, error.message))

    def _bring_in_texts(self, item: SourceItem, place: Path, read_as: ReadAs) -> None:
        """Add the texts of a file, all of which are read before any is written."""
        known: list[tuple[Path, Document]] = []
        with new_plan() as plan:
            try:
                for transcript in read_item(item, read_as.encoding, read_as.format_name):
                    if there := self._texts.document_with(transcript.text):
                        known.append((place, there))
                        continue
                    edit = self._texts.edit_for(transcript)
                    self._texts.follow(edit)
                    plan.put(PlannedEdit(item.name, edit))
            except UserError:
                if any(plan.edits()):
                    self._texts = KnownTexts(self._workspace)
                raise
            self._report.known += known
            for planned in plan.edits():
                self._add_text(planned.edit, place)

    def _add_text(self, edit: Edit, place: Path) -> None:
        """Add a text, unless another program has done so meanwhile."""
        try:
            self._workspace.apply(edit, group=self._group, texts_are_new=True)
        except KnownTextError as error:
            self._texts.know(error.document)
            self._report.known.append((place, error.document))
            return
        self._add(edit)

    def _bring_in_annotations(self, path: Path, known: Format, read_as: ReadAs) -> None:
        report = self._report
        documents, records = len(report.added), report.records
        try:
            self._write_annotations(path, known, read_as)
        except NotSavedError:
            raise
        except UserError:  # all of the file was taken back
            del report.added[documents:]
            report.records = records
            raise
        self._texts = KnownTexts(self._workspace)

    def _write_annotations(self, path: Path, known: Format, read_as: ReadAs) -> None:
        workspace, group = self._workspace, self._group
        if known is JSONL:
            import_jsonl(workspace, path, group, self._add)
        elif known.reads_itself:
            import_rows(workspace, path, group, self._add)
        else:
            file = ForeignFile(path, known, read_as.unit)
            self._report.problems += file.bring_into(workspace, group, self._manner.ask, self._add)

    def _add(self, edit: Edit) -> None:
        self._report.added += edit.added_of(Document)
        self._report.records += len(edit.added)


def exchange_format(path: Path, format_name: str | None = None) -> Format | None:
    """Return the format of a file that holds annotations, or None for one of texts.

    Raises:
        UserError: there is no format of that name, the file cannot be read, or it is not what
            its ending says.
    """
    refuse_devices(path)
    if format_name is not None:
        if any(source.name == format_name for source in SOURCES):
            return None
        return format_named(format_name)
    known = guess(path)
    if known is None:
        _refuse_odd_content(path)
    return None if known is CSV and has_texts(header_of(_head(path))) else known


def _refuse_odd_content(path: Path) -> None:
    """Refuse what would be read as plain text though its ending promises annotations.

    Raises:
        UserError: it has the ending of an exchange format and not its content.
    """
    ending = path.suffix.lower()
    titles = [known.title for known in FORMATS if known.reads and ending in known.extensions]
    is_source = ending == ".zip" or any(ending in source.extensions for source in SOURCES)
    head = _bytes_of(path) if titles and not is_source and path.is_file() else b""
    if head and not head.startswith(OLD_OFFICE):
        raise UserError(
            "{name} has the ending of {title}, but not its content: say which format it is in.",
            name=path.name,
            title=" / ".join(map(str, titles)),
        )


def _holds_annotations(path: Path) -> bool:
    try:
        return exchange_format(path) is not None
    except UserError:
        return True


def _bytes_of(path: Path) -> bytes:
    """Return how a file begins."""
    with path.open("rb") as file:
        return file.read(HEAD)


def _head(path: Path) -> str:
    head = _bytes_of(path)
    last = head.rfind(b"\n") + 1
    for whole in (head[:last] or head, head[: last + 1]):  # a byte of UTF-16 may follow
        with suppress(UserError):
            return decode(whole).text
    return ""
