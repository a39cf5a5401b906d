"""What our annotations are called in UIMA: one type per kind, with a text feature per field."""

import json
from typing import Any

from annotator.formats.extras import library
from annotator.formats.flat import DETAIL_COLUMNS
from annotator.model.kinds import LabelKind

EXTRA = "cas"
PACKAGE = "annotator."
MARK = "annotator.Mark"
RELATION = "annotator.Relation"
TURN = "annotator.Turn"
DOCUMENT = "annotator.Document"
LANGUAGE = "uima.tcas.DocumentAnnotation"
"""UIMA's own type that tells a text's language."""
SHARED = (
    *("id", "part", "kind", "label", "author", "origin", "note"),
    *("speaker", "role", "affiliation", "turn_start", "evidence", "extra"),
)
"""The features of every mark. ``part`` counts the passages of one annotation from 0."""
TURN_FEATURES = (
    *("id", "speaker", "role", "affiliation", "heading", "part", "time_start", "time_end"),
)
"""The features of a turn: its ``heading`` names the speaker, times are milliseconds."""
_ANNOTATION = "uima.tcas.Annotation"
_TEXT = "uima.cas.String"


def cassis() -> Any:  # noqa: ANN401 - a module
    """Return the library that reads and writes CAS files.

    Raises:
        UserError: it is not installed.
    """
    return library("cassis", EXTRA)


def type_of(kind: LabelKind) -> str:
    """Return the name of the type of a kind's marks."""
    return PACKAGE + kind.value.capitalize()


def type_system() -> Any:  # noqa: ANN401 - cassis.TypeSystem
    """Return the types of our files."""
    types = cassis().TypeSystem()
    mark = _type(types, MARK, _ANNOTATION, SHARED)
    for kind, columns in DETAIL_COLUMNS.items():
        _type(types, type_of(kind), MARK, tuple(columns))
    _type(types, TURN, _ANNOTATION, TURN_FEATURES)
    _type(types, DOCUMENT, _ANNOTATION, ("id", "title", "date", "place", "group", "attributes"))
    relation = _type(types, RELATION, _ANNOTATION, ("id", "kind", "note"))
    for name in ("source", "target"):
        types.create_feature(domainType=relation, name=name, rangeType=mark)
    return types


def types_in_json(types: Any) -> Any:  # noqa: ANN401 - cassis.TypeSystem; any JSON value
    """Return types as a CAS in JSON tells them."""
    return json.loads(cassis().Cas(types).to_json())["%TYPES"]


def _type(types: Any, name: str, parent: str, features: tuple[str, ...]) -> Any:  # noqa: ANN401
    made = types.create_type(name=name, supertypeName=parent)
    for feature in features:
        types.create_feature(domainType=made, name=feature, rangeType=_TEXT)
    return made
