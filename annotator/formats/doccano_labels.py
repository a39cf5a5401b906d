"""doccano's label file: the labels of a project, as its page of labels exports and imports them.

A JSON list with ``text`` (at most 100 characters, none twice), a key and colours of each label.
The page of labels writes the names in camel case; doccano reads either and passes over others.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from annotator.formats.atomic import atomic_text
from annotator.formats.base import Format, Options, ProjectSource, Selection
from annotator.formats.detail_texts import kind_named
from annotator.formats.incoming import (
    Incoming,
    IncomingCodebook,
    IncomingLabel,
    ReadOptions,
)
from annotator.formats.json_outline import first_objects
from annotator.formats.json_text import encode_json
from annotator.formats.records_json import Json
from annotator.formats.sheets import label_losses, labels_of, unique_names
from annotator.formats.streams import json_items
from annotator.model.errors import UserError
from annotator.model.ids import LabelId
from annotator.model.message import Message
from annotator.model.records import Label

LONGEST = 100
"""So many characters a name has at most in doccano."""
_KEY = re.compile("[0-9a-z]")
_COLOUR = re.compile("#[0-9a-fA-F]{6}")
_SHARES = (0.299, 0.587, 0.114)
"""What red, green and blue do for how bright a colour looks (ITU-R BT.601)."""


def _write(source: ProjectSource, selection: Selection, path: Path, _options: Options) -> int:
    labels = labels_of(source, selection)
    names = unique_names(labels)
    taken: set[str] = set()
    rows = [_row(label, names, taken) for label in _parents_first(labels)]
    with atomic_text(path) as out:
        out.write("[\n" + ",\n".join(map(encode_json, rows)) + "\n]\n")
    return 0


def _parents_first(labels: Sequence[Label]) -> list[Label]:
    """Return labels in their order, but each behind the one that it is below."""
    parents = {label.id: label.parent for label in labels}

    def depth(label: Label) -> int:
        above, at = 0, label.parent
        while at is not None and above < len(labels):
            above, at = above + 1, parents.get(at)
        return above

    return sorted(labels, key=depth)


def _row(label: Label, names: Mapping[LabelId, str], taken: set[str]) -> Json:
    """Return what the file says of a label; ``taken`` are the keys of those before it."""
    name = names[label.id]
    if len(name) > LONGEST:
        raise UserError(
            "doccano takes names of at most {count} characters: shorten the label “{name}”.",
            count=LONGEST,
            name=name[:60],
        )
    key = label.key if _KEY.fullmatch(label.key) and label.key not in taken else None
    taken.update(key or ())
    told: Json = {"text": name, "prefix_key": None, "suffix_key": key}
    if _COLOUR.fullmatch(label.colour):
        told |= {"background_color": label.colour, "text_color": _colour_on(label.colour)}
    definition = next(iter(label.definitions.values()), "")
    parent = names.get(label.parent) if label.parent else None
    beside = {"kind": label.kind.value, "description": definition, "parent": parent}
    return told | {name: text for name, text in beside.items() if text}


def _colour_on(ground: str) -> str:
    """Return black or white, which stands out better on a ground."""
    parts = (int(ground[at : at + 2], 16) for at in (1, 3, 5))
    brightness = sum(share * part for share, part in zip(_SHARES, parts, strict=True))
    return "#000000" if brightness > 255 / 2 else "#ffffff"


def _read(path: Path, _options: ReadOptions) -> Iterator[Incoming]:
    labels: dict[str, IncomingLabel] = {}
    for row in json_items(path):
        label = _label(row)
        if label is None:
            raise UserError("{name}: a list of labels with “text” was expected.", name=path.name)
        if label.name in labels:
            raise UserError(
                "{name} has the label “{label}” twice.", name=path.name, label=label.name[:60]
            )
        labels[label.name] = label
    if not labels:
        raise UserError("{name}: a list of labels with “text” was expected.", name=path.name)
    yield IncomingCodebook(tuple(labels.values()))


def _label(row: object) -> IncomingLabel | None:
    """Return a label; None if it has no name."""
    told = _texts(row)
    name = told.get("text", "").strip()
    if not name:
        return None
    colour, key = told.get("backgroundcolor", ""), told.get("suffixkey", "")
    return IncomingLabel(
        name,
        kind_named(told.get("kind", "")),
        told.get("parent", ""),
        told.get("description", ""),
        colour if _COLOUR.fullmatch(colour) else "",
        key if _KEY.fullmatch(key) else "",
    )


def _texts(row: object) -> dict[str, str]:
    """Return the texts of an object by their names, in small letters without dashes."""
    found = row.items() if isinstance(row, dict) else ()
    return {name.replace("_", "").lower(): value for name, value in found if isinstance(value, str)}


def _is_label_file(path: Path, head: bytes) -> bool:
    is_list = head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"[")
    first = next(first_objects(path, head, 1), {}) if is_list else {}
    names = {name.replace("_", "").lower() for name in first}
    return "text" in names and not names.isdisjoint({"suffixkey", "backgroundcolor"})


DOCCANO_LABELS = Format(
    name="doccano-labels",
    title=Message("doccano labels"),
    extensions=(".json",),
    guess=_is_label_file,
    writer=_write,
    reader=_read,
    losses=label_losses,
    keeps="labels",
    loses=Message(
        "Everything but labels. doccano itself keeps their name, key and colour; kind, parent and "
        "definition stand in the file for other readers."
    ),
)
