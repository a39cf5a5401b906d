"""Reads the codebooks and verdict scales that people write in TOML."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from annotator.model.codebook import FIELD_TYPES, Verdict, VerdictScale, refuse_shared_keys
from annotator.model.errors import UserError
from annotator.model.ids import LabelId, NewId
from annotator.model.kinds import LabelKind
from annotator.model.message import Message
from annotator.model.records import ExtraField, Label

_COLOUR = re.compile("#[0-9a-fA-F]{6}")
LABEL_FIELDS = (
    "slug",
    "kind",
    "names",
    "definition",
    "definitions",
    "examples",
    "colour",
    "key",
    "parent",
    "fields",
)
_PLAIN_COLOUR = "#0072B2"


@dataclass(frozen=True, slots=True)
class _Entry:
    """One table of a file; ``place`` is how a sentence calls it."""

    place: str
    values: Mapping[str, Any]

    def text(self, field: str, default: str | None = None) -> str:
        """Return a text; a number stands for its digits."""
        value = self.values.get(field, default)
        if value is None or value == "":
            if default is None:
                raise UserError("{place} has no “{field}”.", place=self.place, field=field)
            return default
        if not isinstance(value, str | int | float) or isinstance(value, bool):
            raise UserError(
                "{place}: “{field}” must be one text in quotes.", place=self.place, field=field
            )
        return str(value)

    def one_of(self, field: str, choices: Iterable[str], default: str | None = None) -> str:
        """Return a text that is one of some."""
        value, known = self.text(field, default), tuple(choices)
        if value not in known:
            raise UserError(
                "{place}: “{field}” must be one of {choices}, not “{value}”.",
                place=self.place,
                field=field,
                choices=", ".join(known),
                value=value,
            )
        return value

    def texts(self, field: str) -> tuple[str, ...]:
        """Return a list of texts; numbers stand for their digits."""
        values = self.values.get(field, [])
        if not isinstance(values, list) or not all(
            isinstance(v, str | int | float) for v in values
        ):
            raise UserError(
                '{place}: “{field}” must be a list of texts, such as ["a", "b"].',
                place=self.place,
                field=field,
            )
        return tuple(map(str, values))

    def by_language(self, *fields: str) -> dict[str, str]:
        """Return texts by language, from the first of the fields that is there."""
        field = next((name for name in fields if name in self.values), fields[0])
        values = self.values.get(field, {})
        if not isinstance(values, dict) or not all(isinstance(v, str) for v in values.values()):
            raise UserError(
                '{place}: “{field}” must give a text for each language, such as en = "Money".',
                place=self.place,
                field=field,
            )
        return dict(values)

    def names(self) -> dict[str, str]:
        """Return the names by language, of which there is at least one."""
        names = self.by_language("names")
        if not any(name.strip() for name in names.values()):
            raise UserError("{place} has no “{field}”.", place=self.place, field="names")
        return names

    def refuse_all_but(self, known: Sequence[str]) -> None:
        """Raise UserError if there is a field of another name: it would be passed over unseen."""
        for field in self.values.keys() - set(known):
            raise UserError(
                "{place} has a field “{field}”, which is not known; known are {known}.",
                place=self.place,
                field=field,
                known=", ".join(known),
            )

    def colour(self) -> str:
        """Return the colour."""
        colour = self.text("colour", _PLAIN_COLOUR)
        if not _COLOUR.fullmatch(colour):
            raise UserError(
                "{place}: the colour must be written as in #0072B2, not “{value}”.",
                place=self.place,
                value=colour,
            )
        return colour

    def entries(self, field: str) -> Iterator["_Entry"]:
        """Yield the tables of a list within this one."""
        values = self.values.get(field, [])
        if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
            raise UserError(
                "{place}: “{field}” must be a list of tables.", place=self.place, field=field
            )
        for value in values:
            yield _Entry(self.place, value)


def read_codebook(source: str, new_id: NewId, name: str = "codebook") -> tuple[Label, ...]:
    """Return the labels of a codebook in TOML, in its order.

    Raises:
        UserError: it is not TOML, lacks a field, uses a key or slug twice, or goes in a circle.
    """
    entries = [
        _Entry(str(Message("Label {number} of {name}", {"number": number, "name": name})), values)
        for number, values in enumerate(_tables(source, "labels", name), start=1)
    ]
    ids = _ids_by_slug(entries, new_id)
    _refuse_circles(entries, ids)
    labels = tuple(_label(entry, order, ids) for order, entry in enumerate(entries))
    refuse_shared_keys(labels)
    return labels


def read_verdict_scales(source: str, name: str = "verdict scales") -> tuple[VerdictScale, ...]:
    """Return the verdict scales of a TOML file, in its order.

    Raises:
        UserError: it is not TOML or lacks a field.
    """
    return tuple(
        _scale(
            _Entry(str(Message("Scale {number} of {name}", {"number": at, "name": name})), values)
        )
        for at, values in enumerate(_tables(source, "scales", name), start=1)
    )


def _tables(source: str, table: str, name: str) -> list[dict[str, Any]]:
    try:
        whole = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise UserError(
            "{name} is not valid TOML: {reason}.", name=name, reason=str(error)
        ) from error
    found = whole.get(table)
    if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
        raise UserError(
            "{name} has no list [[{table}]]: add at least one entry.", name=name, table=table
        )
    _Entry(name, whole).refuse_all_but((table,))
    return found


def _ids_by_slug(entries: Sequence[_Entry], new_id: NewId) -> dict[str, LabelId]:
    ids: dict[str, LabelId] = {}
    for entry in entries:
        slug = entry.text("slug")
        if slug in ids:
            raise UserError(
                "{place} has the slug “{slug}” of another label.", place=entry.place, slug=slug
            )
        ids[slug] = LabelId(new_id())
    return ids


def _refuse_circles(entries: Sequence[_Entry], ids: Mapping[str, LabelId]) -> None:
    """Raise UserError if a label stands below one that is not there, or below itself."""
    parents = {entry.text("slug"): entry.text("parent", "") for entry in entries}
    for entry in entries:
        above = entry.text("slug")
        for _step in entries:
            above = parents[above]
            if not above:
                break
            if above not in ids:
                raise UserError(
                    "{place}: there is no label “{slug}” to stand below.",
                    place=entry.place,
                    slug=above,
                )
        else:
            raise UserError("{place} stands below itself.", place=entry.place)


def _label(entry: _Entry, order: int, ids: Mapping[str, LabelId]) -> Label:
    entry.refuse_all_but(LABEL_FIELDS)
    slug, parent = entry.text("slug"), entry.text("parent", "")
    return Label(
        ids[slug],
        LabelKind(entry.one_of("kind", LabelKind)),
        names=entry.names(),
        slug=slug,
        parent=ids[parent] if parent else None,
        definitions=entry.by_language("definitions", "definition"),
        examples=entry.texts("examples"),
        colour=entry.colour(),
        key=entry.text("key", ""),
        order=order,
        extra_fields=tuple(_extra_field(field) for field in entry.entries("fields")),
    )


def _extra_field(entry: _Entry) -> ExtraField:
    field = ExtraField(
        entry.text("name"), entry.one_of("type", FIELD_TYPES, "text"), entry.texts("choices")
    )
    if field.type == "choice" and not field.choices:
        raise UserError(
            "{place}: the field “{field}” needs “choices”.", place=entry.place, field=field.name
        )
    return field


def _scale(entry: _Entry) -> VerdictScale:
    verdicts = tuple(
        Verdict(one.text("slug"), one.names(), one.text("rank", "") or None)
        for one in entry.entries("verdicts")
    )
    return VerdictScale(entry.text("slug"), entry.names(), verdicts)
