"""What a person wants done with documents and the codebook, as functions that return an Edit."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from annotator.model.codebook import refuse_shared_keys
from annotator.model.edit import Edit, joined, replacing
from annotator.model.errors import UserError
from annotator.model.ids import SettingId
from annotator.model.message import Message
from annotator.model.records import Document, DocumentLink, Label, Record, Setting, Text
from annotator.model.snapshot import Snapshot

ORDER_GAP = 1 << 20
"""How far apart the ``order`` of neighbouring documents is: room for 20 moves to one place."""


def add_document(document: Document, text: Text, records: Iterable[Record]) -> Edit:
    """Add a document with its speakers, turns and whatever else came with it."""
    label = Message("Import {title}", {"title": document.title})
    return Edit(label, added=(document, *records), texts=(text,))


def change_document(before: Document, after: Document) -> Edit:
    """Change a document's title, date, place, language, group, status or attributes.

    Raises:
        UserError: the title is empty.
    """
    if not after.title.strip():
        raise UserError("A document needs a title.")
    if before.title != after.title:
        return replacing(Message("Rename to {title}", {"title": after.title}), (before, after))
    return replacing(Message("Edit {title}", {"title": after.title}), (before, after))


def remove_document(s: Snapshot, links: Iterable[DocumentLink] = ()) -> Edit:
    """Delete a document with everything on it; its text stays in the history."""
    tied = [link for link in links if s.document.id in (link.source, link.target)]
    records = [record for record in s.records() if record != s.document]
    label = Message("Delete {title}", {"title": s.document.title})
    return Edit(label, removed=(*tied, *records, s.document))


def move_document(documents: Sequence[Document], moved: Document, before: Document | None) -> Edit:
    """Put ``moved`` before another document, or last; takes on the group of its new neighbours.

    ``documents`` are all documents in their order.
    """
    label = Message("Move {title}", {"title": moved.title})
    rest = [document for document in documents if document.id != moved.id]
    group = (before or (rest[-1] if rest else moved)).group
    line = [document for document in rest if document.group == group]
    at = len(line) if before is None else [d.id for d in line].index(before.id)
    low, high = _orders_around(line, at)
    if high - low > 1:
        return replacing(label, (moved, replace(moved, order=(low + high) // 2, group=group)))
    line.insert(at, moved)
    placed = enumerate(line)
    return replacing(label, *((d, replace(d, order=i * ORDER_GAP, group=group)) for i, d in placed))


def _orders_around(line: Sequence[Document], at: int) -> tuple[int, int]:
    """Return between which orders a document lies that comes to a place of its group."""
    if not line:
        return 0, 2 * ORDER_GAP
    low = line[at - 1].order if at else line[0].order - 2 * ORDER_GAP
    return low, line[at].order if at < len(line) else low + 2 * ORDER_GAP


def add_label(labels: Iterable[Label], label: Label) -> Edit:
    """Add an entry to the codebook.

    Raises:
        UserError: it has no name, or its key belongs to another label.
    """
    _require_name(label)
    refuse_shared_keys([*labels, label])
    return Edit(Message("Add label {label}", {"label": label.name()}), added=(label,))


def change_label(labels: Iterable[Label], before: Label, after: Label) -> Edit:
    """Change a label's names, definition, colour, key or fields, or retire it.

    Raises:
        UserError: it has no name, or its key belongs to another label.
    """
    _require_name(after)
    refuse_shared_keys([after, *(label for label in labels if label.id != after.id)])
    if before.kind != after.kind:
        raise UserError("The kind of {label} cannot change: add a new label.", label=before.name())
    return replacing(Message("Edit label {label}", {"label": after.name()}), (before, after))


def remove_label(labels: Iterable[Label], label: Label, uses: Sequence[Edit] = ()) -> Edit:
    """Delete a label; ``uses`` are the edits that remove what carries it.

    Raises:
        UserError: another label stands below it.
    """
    below = [child.name() for child in labels if child.parent == label.id]
    if below:
        raise UserError(
            "{label} has {child} below it: move or delete that first.",
            label=label.name(),
            child=below[0],
        )
    message = Message("Delete label {label}", {"label": label.name()})
    return joined(message, *uses, Edit(message, removed=(label,)))


def set_setting(before: Setting | None, name: str, value: str) -> Edit:
    """Set one setting of the project; an empty value removes it."""
    after = Setting(SettingId(name), value) if value else None
    label = Message("Change setting {name}", {"name": name})
    return Edit(label, (before,) if before else (), (after,) if after else ())


def _require_name(label: Label) -> None:
    if not any(name.strip() for name in label.names.values()):
        raise UserError("A label needs a name.")
