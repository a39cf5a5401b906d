"""What importing records into a project changes: what is equal stays, what differs is refused."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

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
    ordered = tuple(added)
    name = label or Message("Import {count} {count|record|records}", {"count": len(ordered)})
    return Edit(name, added=ordered, texts=tuple(texts) if ordered else ())


def _differs(record: Record) -> UserError:
    return UserError(
        "The {record} {id} is in the project with other content: nothing was imported. Delete one "
        "of the two, or import into a new project.",
        record=type(record).__name__.lower(),
        id=record.id,
    )
