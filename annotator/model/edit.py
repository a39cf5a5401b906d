"""An Edit: a label, the records it removes and the records it adds; its inverse swaps the two."""

from dataclasses import dataclass

from annotator.model.message import Message
from annotator.model.records import Key, Record, Text, key_of


@dataclass(frozen=True, slots=True)
class Edit:
    """One step a person can undo.

    A changed record is removed as it was and added as it is, under the same id. ``texts`` are
    immutable values that added documents need; they stay in the file when the edit is undone.
    """

    label: Message
    removed: tuple[Record, ...] = ()
    added: tuple[Record, ...] = ()
    texts: tuple[Text, ...] = ()

    def __bool__(self) -> bool:
        """Say whether the edit changes anything."""
        return self.removed != self.added

    def inverse(self, label: Message) -> "Edit":
        """Return the edit that takes this one back."""
        return Edit(label, removed=self.added, added=self.removed)

    def changed_keys(self) -> set[Key]:
        """Return the keys of all records that the edit removes, adds or changes."""
        return {key_of(record) for record in (*self.removed, *self.added)}


def replacing(label: Message, *pairs: tuple[Record, Record]) -> Edit:
    """Return an edit that turns each ``old`` of the ``(old, new)`` pairs into ``new``."""
    changed = [(old, new) for old, new in pairs if old != new]
    return Edit(label, tuple(old for old, _ in changed), tuple(new for _, new in changed))


def joined(label: Message, *edits: Edit) -> Edit:
    """Return one edit that does what ``edits`` do, one after the other.

    A record that one edit adds and a later one removes is left out; a record changed twice is
    changed once.
    """
    before: dict[Key, Record | None] = {}
    after: dict[Key, Record | None] = {}
    for edit in edits:
        for record in edit.removed:
            before.setdefault(key_of(record), record)
            after[key_of(record)] = None
        for record in edit.added:
            before.setdefault(key_of(record), None)
            after[key_of(record)] = record
    changed = [key for key in before if before[key] != after[key]]
    return Edit(
        label,
        tuple(old for key in changed if (old := before[key]) is not None),
        tuple(new for key in changed if (new := after[key]) is not None),
        tuple(text for edit in edits for text in edit.texts),
    )
