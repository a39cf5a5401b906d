"""The edits of one file, set aside on the disk until all of the file is known to be sound."""

import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import IO

from annotator.formats.collecting import seldom_collecting
from annotator.formats.set_aside import SetAside
from annotator.model.bulk import Bulk
from annotator.model.edit import Edit
from annotator.model.ids import DocumentId
from annotator.model.message import Message
from annotator.model.records import Annotation, Document, Record


@dataclass(frozen=True, slots=True)
class PlannedEdit:
    """An edit, which entry of the file it comes from, and what of that was left out."""

    name: str
    edit: Edit
    problems: tuple[Message, ...] = ()


class Plan:
    """Edits in the order in which they are to be written; those of a document are found again."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._places: dict[DocumentId, list[int]] = {}

    def clear(self) -> None:
        """Forget all edits."""
        self._file.seek(0)
        self._file.truncate()
        self._places.clear()

    def put(self, planned: PlannedEdit) -> None:
        """Set an edit aside, behind all others."""
        at = self._file.seek(0, 2)
        document = document_of(planned.edit)
        if document is not None:
            self._places.setdefault(document, []).append(at)
        edit = planned.edit
        if not isinstance(edit.added, Bulk):
            edit = replace(edit, added=Bulk.of(edit.added))
        pickle.dump(replace(planned, edit=edit), self._file, pickle.HIGHEST_PROTOCOL)

    def edits(self) -> Iterator[PlannedEdit]:
        """Yield all edits."""
        end = self._file.seek(0, 2)
        at = 0
        while at < end:
            planned = self._planned_at(at)
            at = self._file.tell()
            yield planned

    def records_on(self, document: DocumentId) -> Iterator[Record]:
        """Yield what is to be added to a document."""
        for at in self._places.get(document, ()):
            yield from self._planned_at(at).edit.added

    def _planned_at(self, at: int) -> PlannedEdit:
        self._file.seek(at)
        found: PlannedEdit = pickle.load(self._file)  # noqa: S301 - written by this program
        return found


@contextmanager
def new_plan() -> Iterator[Plan]:
    """Give a plan whose file has no name and goes at the end."""
    with SetAside() as file, seldom_collecting():
        yield Plan(file)


def document_of(edit: Edit) -> DocumentId | None:
    """Return which document an edit adds, or adds to."""
    for record in edit.added:
        if isinstance(record, Document):
            return record.id
        if isinstance(record, Annotation):
            return record.document
    return None
