"""What importing records into a project changes: what is equal stays, what differs is refused."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from annotator.model.bulk import Bulk
from annotator.model.edit import Edit
from annotator.model.errors import UserError
from annotator.model.message import Message
from annotator.model.records import RECORD_TYPES, Record, Text

Find = Callable[[type[Record], Sequence[str]], Mapping[str, Record]]
_ORDER = {cls: place for place, cls in enumerate(RECORD_TYPES)}


def plan_import(
    find: Find,
    records: Iterable[Record],
    texts: Iterable[Text] = (),
    *,
    label: Message | None = None,
) -> Edit:
    """Return the edit that adds the records that are not in the project yet.

    Args:
        find: looks up what the project has of a class under some ids.
        records: what comes in, with their ids.
        texts: the texts of documents among the records.
        label: the edit's name; by default it tells how many records come in.

    Raises:
        UserError: a record is in the project, or among the incoming ones, with other content;
            it names the first.
    """
    if isinstance(records, Bulk) and _are_new(find, records):
        return _edit(label, records, texts)
    by_class: dict[type[Record], dict[str, Record]] = defaultdict(dict)
    for record in records:
        first = by_class[type(record)].setdefault(record.id, record)
        if first is not record and first != record:
            raise _differs(record)
    added: list[Record] = []
    for cls in sorted(by_class, key=lambda known: _ORDER[known]):
        there = find(cls, list(by_class[cls]))
        for record in by_class[cls].values():
            known = there.get(record.id)
            if known is None:
                added.append(record)
            elif known != record:
                raise _differs(record)
    return _edit(label, tuple(added), texts)


def _are_new(find: Find, records: Bulk) -> bool:
    """Say whether records have ids that neither the project has nor two of them share."""
    by_class = ((cls, records.ids(cls)) for cls in records.columns)
    return all(len({*ids}) == len(ids) and not find(cls, ids) for cls, ids in by_class)


def _edit(label: Message | None, added: Sequence[Record], texts: Iterable[Text]) -> Edit:
    name = label or Message("Import {count} {count|record|records}", {"count": len(added)})
    return Edit(name, added=added, texts=tuple(texts) if added else ())


def _differs(record: Record) -> UserError:
    return UserError(
        "The {record} {id} is in the project with other content: nothing was imported. Delete one "
        "of the two, or import into a new project.",
        record=type(record).__name__.lower(),
        id=record.id,
    )
