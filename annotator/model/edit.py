"""An Edit: a label, the records it removes and the records it adds; its inverse swaps the two."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from itertools import islice
from typing import TypeVar

from annotator.model.bulk import Bulk
from annotator.model.errors import Difference
from annotator.model.message import Message
from annotator.model.records import Key, Record, Text, key_of, parents_first

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Edit:
    """One step a person can undo.

    A changed record is removed as it was and added as it is, under the same id. ``texts`` are
    immutable values that added documents need; they stay in the file when the edit is undone.
    """

    label: Message
    removed: Sequence[Record] = ()
    added: Sequence[Record] = ()
    texts: tuple[Text, ...] = ()

    def __bool__(self) -> bool:
        """Say whether the edit changes anything."""
        return self.removed != self.added

    def inverse(self, label: Message) -> "Edit":
        """Return the edit that takes this one back."""
        return Edit(label, removed=self.added, added=self.removed)

    def added_of(self, cls: type[R]) -> list[R]:
        """Return the records of one class that the edit adds."""
        if isinstance(self.added, Bulk):
            return list(self.added.only(cls))
        return [record for record in self.added if isinstance(record, cls)]

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


def parts_of(edit: Edit, count: int) -> Iterator[Edit]:
    """Yield edits that together do what an edit does, each to about so many records.

    A changed record is in one of them before and after, and so is an annotation with its fields.
    What others name comes before them, and goes after them.
    """
    if len(edit.removed) + len(edit.added) <= count:
        yield edit
        return
    before = {key_of(record): record for record in edit.removed}
    after = {key_of(record): record for record in edit.added}
    texts, left = edit.texts, iter(_together(before, after))
    while some := [key for keys in islice(left, count // 2) for key in keys]:
        removed = tuple(before[key] for key in some if key in before)
        added = tuple(after[key] for key in some if key in after)
        yield Edit(edit.label, removed, added, texts)
        texts = ()


def _together(before: dict[Key, Record], after: dict[Key, Record]) -> Iterable[list[Key]]:
    """Return the keys of records by the id they share, in the order they come and go."""
    kept = sorted(after.values(), key=parents_first)
    gone = [record for key, record in before.items() if key not in after]
    together: dict[str, list[Key]] = {}
    for record in (*kept, *sorted(gone, key=parents_first, reverse=True)):
        together.setdefault(record.id, []).append(key_of(record))
    return together.values()


def repeated_over(edit: Edit, differences: Sequence[Difference]) -> Edit:
    """Return an edit that does the same to records that somebody has changed meanwhile.

    Only the fields that ``edit`` changes are taken from it: what else the others wrote stays.
    """
    told = {key_of(d.expected or d.mine or d.theirs): d for d in differences}  # type: ignore[arg-type]
    removed = [r for r in edit.removed if key_of(r) not in told]
    removed += [d.theirs for d in told.values() if d.theirs is not None]
    added = []
    for record in edit.added:
        found = told.get(key_of(record))
        added.append(record if found is None else _over(record, found))
    return Edit(edit.label, tuple(removed), tuple(added), edit.texts)


def _over(mine: Record, difference: Difference) -> Record:
    expected, theirs = difference.expected, difference.theirs
    if expected is None or theirs is None:
        return mine
    changed = {
        field.name: value
        for field in fields(mine)
        if (value := getattr(mine, field.name)) != getattr(expected, field.name)
    }
    return replace(theirs, **changed)
