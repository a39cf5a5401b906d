"""Marks of a CAS that no view lists: other tools do not show them, and the library drops them."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

from annotator.formats.xml_tree import namespace

XMI = "http://www.omg.org/XMI"
CAS = "http:///uima/cas.ecore"
TCAS = "http:///uima/tcas.ecore"
_TCAS_TYPES = "uima.tcas."
_PLACE = frozenset({"begin", "end"})
Unlisted = Mapping[str, int]
"""How many such marks there are of the text with some number."""


def unlisted_in_xmi(root: Element) -> Unlisted:
    """Return how many marks of each text of an XMI file no view lists."""
    views = (view.get("members", "") for view in root if view.tag == f"{{{CAS}}}View")
    listed = {member for members in views for member in members.split()}
    marks = (
        (found.get(f"{{{XMI}}}id", ""), found.get("sofa", ""))
        for found in root
        if _PLACE.issubset(found.keys()) and namespace(found) not in {XMI, CAS, TCAS, ""}
    )
    return _count(marks, listed)


def unlisted_in_json(value: Mapping[str, Any]) -> Unlisted:
    """Return how many marks of each text of a CAS in JSON no view lists; it has been loaded."""
    views = value.get("%VIEWS") or {}
    listed = {str(member) for view in views.values() for member in view.get("%MEMBERS") or ()}
    return _count(_marks_in(value.get("%FEATURE_STRUCTURES")), listed)


def _marks_in(structures: object) -> Iterator[tuple[str, str]]:
    """Yield the number of each mark among feature structures, and that of its text."""
    for found in structures if isinstance(structures, list) else ():
        if _PLACE.issubset(found.keys()) and not str(found.get("%TYPE", "")).startswith(
            _TCAS_TYPES
        ):
            yield str(found.get("%ID")), str(found.get("@sofa", ""))


def _count(marks: Iterable[tuple[str, str]], listed: Container[str]) -> Unlisted:
    return Counter(text for number, text in marks if number not in listed)
