"""The codebook of REFI-QDA, written and read: codes in a tree, and a set for each kind."""

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from annotator.formats.detail_texts import kind_named
from annotator.formats.incoming import IncomingLabel
from annotator.formats.xml_text import element, text_element
from annotator.formats.xml_tree import local_name
from annotator.model.ids import LabelId
from annotator.model.kinds import LabelKind
from annotator.model.records import Label

_COLOUR = re.compile("#[0-9A-Fa-f]{6}")
_SHORT_COLOUR = re.compile("#[0-9A-Fa-f]{3}")
_DEEPEST = 50
Children = dict[LabelId | None, list[Label]]
"""The labels below each label; those at the top below None."""


def codes_element(labels: Sequence[Label]) -> str:
    """Return the element that holds all codes, each within its parent."""
    by_parent = _by_parent(labels)
    return element("Codes", inside=(_code(label, by_parent) for label in by_parent.get(None, [])))


def _by_parent(labels: Sequence[Label]) -> Children:
    known = {label.id for label in labels}
    by_parent: Children = {}
    for label in labels:
        parent = label.parent if label.parent in known else None
        by_parent.setdefault(parent, []).append(label)
    return by_parent


def _code(label: Label, by_parent: Children) -> str:
    attributes = {"guid": label.id, "name": label.name(), "isCodable": "true"}
    if _COLOUR.fullmatch(label.colour):
        attributes["color"] = label.colour
    definition = label.definitions.get("en") or next(iter(label.definitions.values()), "")
    inside = [_code(child, by_parent) for child in by_parent.get(label.id, [])]
    return element("Code", attributes, [text_element("Description", definition), *inside])


def sets_element(labels: Sequence[Label], guid_of: str, *, reference: str) -> str:
    """Return a set of codes for each kind.

    Args:
        labels: the codebook.
        guid_of: a template for the sets' ids, with a place for a number.
        reference: the attribute that names a code, which the two schemas spell differently.
    """
    sets = []
    for at, kind in enumerate(LabelKind):
        members = [
            element("MemberCode", {reference: label.id}) for label in labels if label.kind is kind
        ]
        if members:
            sets.append(element("Set", {"guid": guid_of.format(at), "name": kind.value}, members))
    return element("Sets", inside=sets) if sets else ""


def doubles(labels: Sequence[Label]) -> frozenset[LabelId]:
    """Return the labels that share name and kind with one before: their codes are read renamed."""
    by_parent = _by_parent(labels)
    seen: set[tuple[str, LabelKind]] = set()
    found, waiting = set(), by_parent.get(None, [])[::-1]
    while waiting:
        label = waiting.pop()
        waiting += by_parent.get(label.id, [])[::-1]
        if (called := (label.name().strip(), label.kind)) in seen:
            found.add(label.id)
        seen.add(called)
    return frozenset(found)


class Codes:
    """The codes of a file by their ids."""

    def __init__(self, root: Element) -> None:
        self.names: dict[str, str] = {}
        self.kinds: dict[str, LabelKind] = {}
        self.labels: list[IncomingLabel] = []
        self._taken: dict[str, set[LabelKind | None]] = {}
        self._read_kinds(root)
        for found in root.iter():
            if local_name(found) == "Codes":
                for code in found:
                    self._read(code, "", 0)

    def _read_kinds(self, root: Element) -> None:
        for member in _members(root):
            kind, guid = member
            self.kinds[guid] = kind

    def _read(self, code: Element, parent: str, depth: int) -> None:
        if local_name(code) != "Code" or depth > _DEEPEST:
            return
        guid = code.get("guid", "").lower()
        name = code.get("name", "").strip() or guid
        if not name:
            return
        kind, colour = self.kinds.get(guid) or kind_named(name.lower()), code.get("color", "")
        if self._is_taken(name, kind):
            name = f"{parent}: {name}" if parent else f"{name} {guid[:8]}"
        self.names[guid] = name
        self._taken.setdefault(name, set()).add(kind)
        definition = _definition(code)
        self.labels.append(IncomingLabel(name, kind, parent, definition, _colour(colour)))
        for child in code:
            self._read(child, name, depth + 1)

    def _is_taken(self, name: str, kind: LabelKind | None) -> bool:
        """Say whether a code before has the name, and not surely another kind."""
        kinds = self._taken.get(name, set())
        return bool(kinds) and (kind is None or not kinds.isdisjoint({kind, None}))


def _definition(code: Element) -> str:
    found = (child.text or "" for child in code if local_name(child) == "Description")
    return next(found, "").strip()


def _members(root: Element) -> Iterator[tuple[LabelKind, str]]:
    """Yield the codes that a set named like a kind holds."""
    for found in root.iter():
        name = found.get("name", "")
        if local_name(found) == "Set" and name in set(LabelKind):
            for member in found:
                guid = member.get("targetGUID") or member.get("guid") or ""
                yield LabelKind(name), guid.lower()


def _colour(text: str) -> str:
    """Return a colour with six digits, or nothing."""
    if _COLOUR.fullmatch(text):
        return text
    return "#" + "".join(digit * 2 for digit in text[1:]) if _SHORT_COLOUR.fullmatch(text) else ""
