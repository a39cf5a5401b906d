"""brat's annotation.conf and visual.conf: types with kinds, display names and colours."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from annotator.formats.detail_texts import DETAILS, kind_named
from annotator.formats.incoming import IncomingLabel
from annotator.formats.sheets import unique_names
from annotator.model.ids import LabelId
from annotator.model.kinds import LabelKind, RelationKind
from annotator.model.records import Label

ANNOTATION, VISUAL = "annotation.conf", "visual.conf"
_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")
_SECTION = re.compile(r"\[(\w+)\]")
_COLOUR = re.compile(r"bgColor:(#[0-9a-fA-F]{6})")


def types_of(labels: Iterable[Label]) -> dict[LabelId, str]:
    """Return a brat type per label, different from each other also without regard to case."""
    found: dict[LabelId, str] = {}
    taken: set[str] = {kind.value for kind in DETAILS}
    for label in sorted(labels, key=lambda known: (known.order, known.id)):
        base = _UNSAFE.sub("_", label.slug or label.name()).strip("_-") or label.kind.value
        name, number = base, 2
        while name.casefold() in taken:
            name, number = f"{base}_{number}", number + 1
        taken.add(name.casefold())
        found[label.id] = name
    return found


def annotation_conf(labels: Iterable[Label], attributes: Mapping[str, set[str]]) -> str:
    """Return the types under their kinds, the relations, and the attributes with their values."""
    known = list(labels)
    types = types_of(known)
    lines = ["[entities]"]
    for kind in DETAILS:
        lines += [f"!{kind.value}"]
        lines += [f"\t{types[label.id]}" for label in known if label.kind is kind]
    lines += ["", "[relations]"]
    lines += [f"{kind.value}\tArg1:<ENTITY>, Arg2:<ENTITY>" for kind in RelationKind]
    lines += ["<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>"]
    lines += ["", "[events]", "", "[attributes]"]
    for name, values in sorted(attributes.items()):
        lines.append(f"{name}\tArg:<ENTITY>, Value:{'|'.join(sorted(values))}")
    return "\n".join(lines) + "\n"


def visual_conf(labels: Iterable[Label]) -> str:
    """Return the types' display names and colours."""
    known = list(labels)
    types, names = types_of(known), unique_names(known)
    shown = {
        types[label.id]: " ".join(names[label.id].replace("|", "/").split()) for label in known
    }
    lines = ["[labels]", *(f"{name} | {title}" for name, title in shown.items())]
    lines += ["", "[drawing]", "SPAN_DEFAULT\tfgColor:black, bgColor:lightgrey, borderColor:darken"]
    lines += [f"{types[label.id]}\tbgColor:{label.colour}" for label in known]
    return "\n".join(lines) + "\n"


@dataclass(frozen=True, slots=True)
class Conf:
    """What configuration says of types: display names and kinds, in the order of the file."""

    names: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, LabelKind] = field(default_factory=dict)
    colours: Mapping[str, str] = field(default_factory=dict)
    types: tuple[str, ...] = ()

    def name(self, brat_type: str) -> str:
        """Return what a type is called."""
        return self.names.get(brat_type, brat_type)

    def labels(self) -> Iterator[IncomingLabel]:
        """Yield the types as entries of a codebook."""
        for brat_type in self.types:
            kind, colour = self.kinds.get(brat_type), self.colours.get(brat_type, "")
            yield IncomingLabel(self.name(brat_type), kind, colour=colour)


def read_conf(annotation: str, visual: str) -> Conf:
    """Return what the two files say; lines that are not understood are passed over."""
    types = list(_types(annotation))
    names, colours = {}, {}
    for section, line in _lines(visual):
        if section == "labels" and "|" in line:
            first, title, *_ = (part.strip() for part in line.split("|"))
            names[first] = title or first
        elif section == "drawing" and (colour := _COLOUR.search(line)):
            colours[line.split()[0]] = colour[1]
    kinds = {name: kind for name, kind in types if kind}
    return Conf(names, kinds, colours, tuple(dict.fromkeys(name for name, _kind in types)))


def _types(annotation: str) -> Iterator[tuple[str, LabelKind | None]]:
    """Yield the types, each with the kind that an entry above it of no own is named after."""
    kind: LabelKind | None = None
    for section, line in _lines(annotation):
        name = line.split()[0].partition("|")[0]
        if section not in {"entities", "events"} or name.startswith(("<", "-")):
            continue
        if not line[0].isspace():
            kind = kind_named(name.removeprefix("!")) if name.startswith("!") else None
        if not name.startswith("!"):
            yield name, kind


def _lines(source: str) -> Iterator[tuple[str, str]]:
    """Yield each line that says something, with its section."""
    section = ""
    for line in source.splitlines():
        if found := _SECTION.fullmatch(line.strip()):
            section = found[1].lower()
        elif line.strip() and not line.lstrip().startswith("#"):
            yield section, line
