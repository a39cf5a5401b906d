"""Bringing in files that hold annotations: JSONL with everything, CSV and XLSX rows."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from annotator.formats.flat_import import plan_flat_import
from annotator.formats.flat_read import read_flat
from annotator.formats.jsonl_document import ReadDocument
from annotator.formats.jsonl_ends import Ends
from annotator.formats.jsonl_import import Find, plan_import
from annotator.formats.jsonl_read import Header, jsonl_lines, read_jsonl
from annotator.model.bulk import Bulk
from annotator.model.edit import Edit, joined
from annotator.model.ids import SettingId
from annotator.model.message import Message
from annotator.model.records import Record, Setting
from annotator.workspace.planned import Plan, PlannedEdit, new_plan
from annotator.workspace.whole_files import Told, together, untold, whole
from annotator.workspace.workspace import Workspace


def import_jsonl(workspace: Workspace, path: Path, group: str, told: Told = untold) -> None:
    """Add what a lossless export holds, with its ids; what is there already is left alone.

    A project without documents takes over the file's codebook in place of its own. The whole
    file is read before anything is written, so that a damaged one changes nothing.

    Raises:
        UserError: the file is damaged, or a record is there with other content.
    """
    with new_plan() as plan:
        for edit in _edits(workspace, path, plan):
            plan.put(PlannedEdit(path.name, edit))
        _write(workspace, plan, group, told)


def _write(workspace: Workspace, plan: Plan, group: str, told: Told) -> None:
    with whole(workspace, group, told) as write:
        for edits in together(planned.edit for planned in plan.edits()):
            write(*edits)


def _edits(workspace: Workspace, path: Path, plan: Plan) -> Iterator[Edit]:
    """Yield the edits of a file: codebook and settings, each document, what lies between them."""
    entries = read_jsonl(jsonl_lines(path))
    header = next(entries)
    assert isinstance(header, Header)  # noqa: S101 - it always comes first
    ends = Ends(header)
    yield _header_edit(workspace, header)
    for entry in entries:
        assert isinstance(entry, ReadDocument)  # noqa: S101 - there is but one header
        label = Message("Import {title}", {"title": entry.document.title})
        records = Bulk.of([entry.document], entry.records.columns)
        ends.meet(records)
        find = _finding(workspace, list(plan.records_on(entry.document.id)))
        yield plan_import(find, records, [entry.text], label=label)
    ends.refuse_missing(_finding(workspace))
    yield plan_import(_finding(workspace), [*header.document_links, *header.relations])


def _finding(workspace: Workspace, planned: Sequence[Record] = ()) -> Find:
    """Return what looks records up in the project, and among those that will be there."""

    def find(kind: type[Record], ids: Sequence[str]) -> dict[str, Record]:
        coming = {record.id: record for record in planned if isinstance(record, kind)}
        return workspace.store.get_all(kind, ids) | coming

    return find


def _header_edit(workspace: Workspace, header: Header) -> Edit:
    settings = [Setting(SettingId(name), value) for name, value in header.settings.items()]
    records: list[Record] = [*header.labels, *header.authors, *settings]
    label = Message("Import the codebook of {title}", {"title": header.title})
    if workspace.documents():
        return plan_import(_finding(workspace), records, label=label)
    kept = {record.id for record in header.labels}
    own = tuple(own for own in workspace.labels() if own.id not in kept)
    cleared = Edit(label, removed=own)
    return joined(label, cleared, plan_import(_finding(workspace), records, label=label))


def import_rows(workspace: Workspace, path: Path, group: str, told: Told = untold) -> None:
    """Add the annotations of CSV or XLSX rows to documents that the project has.

    All rows are read before anything is written.

    Raises:
        UserError: a row does not fit; it names the row and the column. Nothing was added.
    """
    with new_plan() as plan:
        for edit in plan_flat_import(read_flat(path), workspace, workspace.hand, plan.records_on):
            plan.put(PlannedEdit(path.name, edit))
        _write(workspace, plan, group, told)
