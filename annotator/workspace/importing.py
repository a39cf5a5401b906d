"""Bringing transcripts and lossless exports into an open project, one document at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from annotator.formats.base import Format
from annotator.formats.incoming import Incoming, IncomingCodebook, ReadOptions
from annotator.formats.jsonl import JSONL
from annotator.formats.qualcoder import tables_path
from annotator.formats.registry import guess
from annotator.model.edit import Edit
from annotator.model.errors import NotSavedError, UserError
from annotator.model.ids import DocumentId
from annotator.model.message import Message
from annotator.model.project_edits import ORDER_GAP, add_document
from annotator.model.records import Document, Text
from annotator.model.text import sha256_of
from annotator.reading.transcript import Transcript, read_file
from annotator.store.foreign import open_foreign
from annotator.workspace.incoming import Arrivals, ProjectTexts
from annotator.workspace.lossless import import_jsonl, import_rows
from annotator.workspace.turn_records import turn_records
from annotator.workspace.workspace import Workspace


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
    workspace: Workspace, paths: Sequence[Path], *, encoding: str | None = None
) -> ImportReport:
    """Import each file in a commit of its own; one undo takes all of them back.

    A file that fails is listed with the reason and the rest goes on.

    Raises:
        NotSavedError: the disk does not take it; what was finished stays.
    """
    report = ImportReport()
    for _path in import_each(workspace, paths, report, encoding=encoding):
        pass
    return report


def import_each(
    workspace: Workspace,
    paths: Sequence[Path],
    report: ImportReport,
    *,
    encoding: str | None = None,
) -> Iterator[Path]:
    """Import as ``import_files`` does, yielding each path when it is done.

    Whoever stops asking stops the import; what was finished stays.
    """
    group = workspace.session.new_id()
    for path in paths:
        try:
            _import_file(workspace, path, encoding, group, report)
        except NotSavedError:
            raise
        except UserError as error:
            report.failed.append((path, error.message))
        yield path


def _import_file(
    workspace: Workspace, path: Path, encoding: str | None, group: str, report: ImportReport
) -> None:
    known_format = guess(path)
    if known_format is JSONL:
        added, records = import_jsonl(workspace, path, group)
        report.added += added
        report.records += records
        return
    if known_format is not None and not known_format.reads_itself:
        content = _content(known_format, path, ReadOptions(texts=ProjectTexts(workspace)))
        _import_incoming(workspace, path, content, group, report)
        return
    if known_format is not None:
        report.records += import_rows(workspace, path, group)
        return
    transcript = read_file(path, encoding)
    known = document_with_text(workspace, sha256_of(transcript.text))
    if known:
        report.known.append((path, known))
        return
    edit = transcript_edit(workspace, transcript)
    workspace.apply(edit, group=group)
    report.added += [record for record in edit.added if isinstance(record, Document)]
    report.records += len(edit.added)


def _content(known: Format, path: Path, options: ReadOptions) -> list[Incoming]:
    """Return all that a file holds, so that a damaged one changes nothing.

    Raises:
        UserError: it cannot be read, or the format is only written.
    """
    if known.tables_reader is not None:
        with open_foreign(tables_path(path)) as tables:
            return list(known.tables_reader(tables, options))
    if known.reader is None:
        raise UserError("{name} is a format that is only written.", name=known.name)
    return list(known.reader(path, options))


def _import_incoming(
    workspace: Workspace, path: Path, content: list[Incoming], group: str, report: ImportReport
) -> None:
    """Bring in another tool's documents, one commit each."""
    arrivals = Arrivals(workspace)
    for told in content:
        if isinstance(told, IncomingCodebook):
            report.problems += [(path.name, problem) for problem in told.problems]
            edit = arrivals.codebook_edit(told)
            if edit.added:
                workspace.apply(edit, group=group)
                report.records += len(edit.added)
            continue
        edit = arrivals.document_edit(told)
        workspace.apply(edit, group=group)
        report.added += [record for record in edit.added if isinstance(record, Document)]
        report.records += len(edit.added)
        report.problems += [(told.name, problem) for problem in told.problems]


def document_with_text(workspace: Workspace, sha256: str) -> Document | None:
    """Return the project's document with this text, if there is one."""
    return next((d for d in workspace.documents() if d.sha256 == sha256), None)


def transcript_edit(workspace: Workspace, transcript: Transcript) -> Edit:
    """Return the edit that adds a transcript with its speakers and turns, behind all others."""
    new_id = workspace.session.new_id
    text = Text(sha256_of(transcript.text), transcript.text)
    last = max((document.order for document in workspace.documents()), default=0)
    document = Document(
        DocumentId(new_id()),
        transcript.title,
        text.sha256,
        source_name=transcript.source_name,
        source_sha256=transcript.source_sha256,
        language=transcript.language,
        date=transcript.date or "",
        place=transcript.place or "",
        order=last + ORDER_GAP,
    )
    return add_document(document, text, turn_records(document, transcript.turns, new_id))
