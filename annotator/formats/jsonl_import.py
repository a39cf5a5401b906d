"""What importing records into a project changes: what is equal stays, what differs is refused."""

from collections.abc import Callable, Iterable

from annotator.model.edit import Edit
from annotator.model.errors import UserError
from annotator.model.message import Message
from annotator.model.records import RECORD_TYPES, Record, Text

Find = Callable[[type[Record], str], Record | None]
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
        find: looks up what the project has under a class and id.
        records: what comes in, with their ids.
        texts: the texts of documents among the records.
        label: the edit's name; by default it tells how many records come in.

    Raises:
        UserError: a record is in the project, or among the incoming ones, with other content;
            it names the first.
    """
    added: dict[tuple[type[Record], str], Record] = {}
    for record in records:
        key = type(record), record.id
        there = added.get(key) or find(*key)
        if there is None:
            added[key] = record
        elif there != record:
            raise _differs(record)
    ordered = tuple(sorted(added.values(), key=lambda record: _ORDER[type(record)]))
    name = label or Message("Import {count} {count|record|records}", {"count": len(ordered)})
    return Edit(name, added=ordered, texts=tuple(texts) if ordered else ())


def _differs(record: Record) -> UserError:
    return UserError(
        "The {record} {id} is in the project with other content: nothing was imported. Delete one "
        "of the two, or import into a new project.",
        record=type(record).__name__.lower(),
        id=record.id,
    )
