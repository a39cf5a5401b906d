"""Bringing transcripts and lossless exports into an open project, one document at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotator.formats.jsonl import JSONL
from annotator.formats.registry import guess
from annotator.model.edit import Edit
from annotator.model.errors import NotSavedError, UserError
from annotator.model.ids import DocumentId, NewId, SpeakerId, TurnId
from annotator.model.kinds import Part, Role
from annotator.model.message import Message
from annotator.model.project_edits import ORDER_GAP, add_document
from annotator.model.records import Document, Record, Speaker, Text, Turn
from annotator.model.text import sha256_of
from annotator.reading.transcript import Transcript, read_file
from annotator.reading.turn_found import TurnFound
from annotator.workspace.lossless import import_jsonl, import_rows
from annotator.workspace.workspace import Workspace


@dataclass(slots=True)
class ImportReport:
    """What an import did: documents added, files already there, and files that failed and why."""

    added: list[Document] = field(default_factory=list)
    known: list[tuple[Path, Document]] = field(default_factory=list)
    failed: list[tuple[Path, Message]] = field(default_factory=list)
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
    return add_document(document, text, _turn_records(document, transcript.turns, new_id))


def _turn_records(document: Document, found: Sequence[TurnFound], new_id: NewId) -> list[Record]:
    """Return the speakers, one per name and role, and the turns."""
    speakers: dict[tuple[str, Role], Speaker] = {}
    turns: list[Record] = []
    for turn in found:
        speaker = None
        if turn.speaker is not None:
            key = turn.speaker, turn.role or Role.UNKNOWN
            fresh = Speaker(SpeakerId(new_id()), document.id, *key, turn.affiliation or "")
            speaker = speakers.setdefault(key, fresh)
            if turn.affiliation and not speaker.affiliation:
                speakers[key] = replace(speaker, affiliation=turn.affiliation)
        turns.append(
            Turn(
                TurnId(new_id()),
                document.id,
                turn.start,
                turn.body_start,
                turn.end,
                speaker=speaker.id if speaker else None,
                part=turn.part if speaker is None else Part.SPEECH,
            )
        )
    return [*speakers.values(), *turns]
