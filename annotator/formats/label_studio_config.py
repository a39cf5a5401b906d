"""Label Studio's labelling configuration: written from a codebook, read as one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from annotator.formats.detail_texts import DETAILS, kind_named
from annotator.formats.incoming import IncomingLabel
from annotator.formats.sheets import unique_names
from annotator.formats.xml_text import allowed
from annotator.model.errors import UserError
from annotator.model.kinds import LabelKind, RelationKind
from annotator.model.records import Label

TEXT = "text"
NOTE = "note"
_LABELS = frozenset({"labels", "hypertextlabels", "paragraphlabels"})
_TEXTS = frozenset({"text", "hypertext", "paragraphs"})


def config_of(labels: Iterable[Label]) -> str:
    """Return a labelling configuration: a control per kind, a note per region, relations.

    A character that XML cannot hold is U+FFFD there, and so it is in the tasks.
    """
    known = sorted(labels, key=lambda label: (label.order, label.id))
    names = unique_names(known)
    view = ET.Element("View")
    for kind in DETAILS:
        control = ET.SubElement(view, "Labels", name=kind.value, toName=TEXT)
        for label in known:
            if label.kind is kind:
                _label(control, label, names[label.id])
        if not len(control):
            view.remove(control)
    ET.SubElement(view, "Text", name=TEXT, value="$text", granularity="symbol")
    ET.SubElement(view, "TextArea", name=NOTE, toName=TEXT, perRegion="true", editable="true")
    relations = ET.SubElement(view, "Relations")
    for relation in RelationKind:
        ET.SubElement(relations, "Relation", value=relation.value)
    ET.indent(view)
    return ET.tostring(view, encoding="unicode") + "\n"


def _label(control: ET.Element, label: Label, name: str) -> None:
    made = ET.SubElement(control, "Label", value=allowed(name), background=label.colour)
    if label.key and not label.retired:
        made.set("hotkey", label.key)
    if definition := next(iter(label.definitions.values()), ""):
        made.set("hint", allowed(definition))


@dataclass(frozen=True, slots=True)
class Config:
    """What a configuration says: where the text lies, each control's kind, and the labels."""

    text_key: str = ""
    speaker_key: str = ""
    paragraph_key: str = ""
    kinds: Mapping[str, LabelKind] = field(default_factory=dict)
    labels: tuple[IncomingLabel, ...] = ()


def read_config(source: str, name: str) -> Config:
    """Return what a labelling configuration says.

    Raises:
        UserError: it is no XML, or declares entities or a document type.
    """
    if "<!DOCTYPE" in source or "<!ENTITY" in source:
        raise UserError("{name} declares a document type, which is not read.", name=name)
    try:
        root = ET.fromstring(source)  # noqa: S314 - no document type reaches the parser
    except (ET.ParseError, ValueError, RecursionError) as error:
        raise UserError(
            "{name} is no labelling configuration: {reason}.", name=name, reason=str(error)
        ) from error
    text = next((tag for tag in root.iter() if tag.tag.lower() in _TEXTS), ET.Element("Text"))
    controls = [tag for tag in root.iter() if tag.tag.lower() in _LABELS]
    kinds = {tag.get("name", ""): kind_named(tag.get("name")) for tag in controls}
    return Config(
        text.get("value", "").removeprefix("$"),
        text.get("nameKey", "author"),
        text.get("textKey", "text"),
        {control: kind for control, kind in kinds.items() if kind},
        tuple(label for tag in controls for label in _labels(tag, kinds[tag.get("name", "")])),
    )


def _labels(control: ET.Element, kind: LabelKind | None) -> Iterator[IncomingLabel]:
    for tag in control.iter("Label"):
        if name := tag.get("value", "").strip():
            yield IncomingLabel(
                name,
                kind,
                definition=tag.get("hint", ""),
                colour=tag.get("background", ""),
                key=tag.get("hotkey", ""),
            )
