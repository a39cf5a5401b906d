"""What of a large edit is to be shown, a part at a time.

Nobody has in memory what lies on documents that the edit adds or removes as a whole.
"""

from collections import Counter, deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from annotator.model.edit import Edit, parts_of
from annotator.model.ids import DocumentId, LabelId
from annotator.model.records import Annotation, Document, Record, Speaker, Turn, target_of

PART = 500
"""About so many records are shown before the window does something else."""


def shown_parts(edit: Edit) -> Iterator[Edit]:
    """Yield edits, one at least, that together do to what is in memory what an edit does."""
    whole = _whole_documents(edit)
    removed, added = (_apart_from(side, whole) for side in (edit.removed, edit.added))
    return parts_of(Edit(edit.label, removed, added), PART)


def label_changes(edit: Edit) -> Mapping[LabelId, int]:
    """Return how many more annotations carry each label for what ``shown_parts`` leave out."""
    whole = _whole_documents(edit)
    uses = Counter(_labels_on(edit.added, whole))
    uses.subtract(_labels_on(edit.removed, whole))
    return dict(uses)


class Coming:
    """Edits that are still to be shown, cut into parts as they come up."""

    def __init__(self) -> None:
        self._edits: deque[Edit] = deque()

    def __bool__(self) -> bool:
        """Say whether there is anything left."""
        return bool(self._edits)

    def add(self, edits: Iterable[Edit]) -> None:
        """Take edits that come after those that are here."""
        self._edits += edits

    def next(self) -> tuple[Edit, Mapping[LabelId, int]]:
        """Return the next part of one that is here, with the label changes that it leaves out."""
        edit = self._edits.popleft()
        part, *others = shown_parts(edit)
        self._edits.extendleft(reversed(others))
        return part, label_changes(edit)

    def clear(self) -> None:
        """Forget all."""
        self._edits.clear()


def _whole_documents(edit: Edit) -> set[DocumentId]:
    return _documents(edit.removed) ^ _documents(edit.added)


def _documents(records: Iterable[Record]) -> set[DocumentId]:
    return {record.id for record in records if isinstance(record, Document)}


def _labels_on(records: Iterable[Record], documents: Collection[DocumentId]) -> Iterator[LabelId]:
    for record in records:
        if isinstance(record, Annotation) and record.document in documents:
            yield record.label


def _apart_from(records: Sequence[Record], documents: Collection[DocumentId]) -> tuple[Record, ...]:
    """Return the records that do not lie on some documents."""
    gone = {r.id for r in records if isinstance(r, Annotation) and r.document in documents}

    def is_on(record: Record) -> bool:
        if isinstance(record, Annotation | Speaker | Turn):
            return record.document in documents
        return target_of(record) in gone

    return tuple(record for record in records if not is_on(record))
