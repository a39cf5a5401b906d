"""Many records, kept field by field: each is made only for who asks for it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import chain
from operator import attrgetter
from typing import Any, Self, TypeVar, cast, overload

from annotator.model.records import RECORD_TYPES, Annotation, Record, Span

R = TypeVar("R", bound=Record)
Columns = Mapping[str, Sequence[Any]]
"""The values of each field, in the order of the fields; spans are ``(start, end, quote)``."""

_NAMES = {cls: tuple(field.name for field in fields(cls)) for cls in RECORD_TYPES}
_VALUES = {cls: attrgetter(*names) for cls, names in _NAMES.items()}


@dataclass(frozen=True, slots=True, eq=False)
class Bulk(Sequence[Record]):
    """Records as columns by their class; those of a class keep their order, parents come first.

    Most records of a large import go from a file into a project without ever being made.
    """

    columns: Mapping[type[Record], Columns]

    @classmethod
    def of(
        cls, records: Iterable[Record], columns: Mapping[type[Record], Columns] | None = None
    ) -> Self:
        """Return records, and those of other classes that are columns already."""
        by_class: dict[type[Record], list[Record]] = {}
        for record in records:
            by_class.setdefault(type(record), []).append(record)
        found = {known: columns_of(known, one) for known, one in by_class.items()}
        found |= {known: one for known, one in (columns or {}).items() if one["id"]}
        return cls({known: found[known] for known in RECORD_TYPES if known in found})

    def ids(self, known: type[Record]) -> Sequence[str]:
        """Return the ids of the records of a class."""
        return self.columns[known]["id"]

    def only(self, known: type[R]) -> Iterator[R]:
        """Yield the records of a class."""
        columns = self.columns.get(cast("type[Record]", known), {})
        made: list[Iterable[Any]] = [*columns.values()]
        if known is Annotation:
            at = _NAMES[Annotation].index("spans")
            made[at] = (tuple([Span(*span) for span in spans]) for spans in made[at])
        yield from map(known, *made) if made else ()

    def __iter__(self) -> Iterator[Record]:
        """Yield all records, parents before children."""
        return chain.from_iterable(map(self.only, self.columns))

    def __len__(self) -> int:
        """Return how many there are."""
        return sum(map(len, map(self.ids, self.columns)))

    @overload
    def __getitem__(self, at: int) -> Record: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Record]: ...

    def __getitem__(self, at: int | slice) -> Record | Sequence[Record]:
        """Return one record or several; all are made for that."""
        return tuple(self)[at]

    def __eq__(self, other: object) -> bool:
        """Say whether the same records stand in another sequence, in the same order."""
        if not isinstance(other, Sequence) or len(self) != len(other):
            return False
        return [*self] == [*other]

    __hash__ = None  # type: ignore[assignment]


def columns_of(known: type[Record], records: Iterable[Record]) -> Columns:
    """Return the values of records of one class, field by field; there must be some."""
    columns = dict(zip(_NAMES[known], zip(*map(_VALUES[known], records), strict=True), strict=True))
    if known is Annotation:
        columns["spans"] = tuple(
            [tuple([(s.start, s.end, s.quote) for s in spans]) for spans in columns["spans"]]
        )
    return columns
