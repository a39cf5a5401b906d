"""CAS files of a few structures, as dkpro-cassis reads them."""

import io
from typing import Any

import cassis  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.cas_make import Structure
from annotator.formats.cas_types import LANGUAGE, RELATION, TURN, type_system, types_in_json
from annotator.formats.cas_write import json_of, xmi_of

TYPES = type_system()
IN_JSON = types_in_json(TYPES)
TOPIC = "annotator.Topic"
VALID = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
XML = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
    | st.just("\n"),
    max_size=20,
)


def in_xmi(text: str, *structures: Structure) -> Any:  # noqa: ANN401 - cassis.Cas
    content = b"".join(xmi_of(text, structures))
    return cassis.load_cas_from_xmi(io.BytesIO(content), typesystem=TYPES)


def in_json(text: str, *structures: Structure) -> Any:  # noqa: ANN401 - cassis.Cas
    return cassis.load_cas_from_json(io.BytesIO(b"".join(json_of(IN_JSON, text, structures))))


BOTH = pytest.mark.parametrize("load", [in_xmi, in_json])


@BOTH
def test_places_texts_and_references_are_what_the_library_finds(load: Any) -> None:  # noqa: ANN401
    marks = [
        Structure(3, TOPIC, (3, 5), {"id": "a", "scope": "mention"}),
        Structure(4, TOPIC, (0, 2), {"id": "b", "note": "<&\">'\t"}),
    ]
    link = Structure(5, RELATION, (3, 5), {"kind": "repeats"}, {"source": 3, "target": 4})
    cas = load("𠮷 ab", Structure(2, LANGUAGE, (0, 0), {"language": "zh"}), *marks, link)
    assert (cas.sofa_string, cas.document_language) == ("𠮷 ab", "zh")
    found = {mark.id: (mark.get_covered_text(), mark.note) for mark in cas.select(TOPIC)}
    assert found == {"a": ("ab", None), "b": ("𠮷", "<&\">'\t")}
    [told] = cas.select(RELATION)
    assert (told.source.id, told.target.id, told.kind) == ("a", "b", "repeats")


@given(VALID, VALID.filter(bool))
def test_json_holds_any_text(text: str, note: str) -> None:
    cas = in_json(text, Structure(2, TOPIC, (0, 0), {"note": note}))
    [mark] = cas.select(TOPIC)
    assert (cas.sofa_string or "", mark.note) == (text, note)


@given(XML, XML.filter(bool))
def test_xmi_holds_any_text_that_xml_can(text: str, note: str) -> None:
    cas = in_xmi(text, Structure(2, TURN, (0, 0), {"heading": note}))
    [turn] = cas.select(TURN)
    assert (cas.sofa_string or "", turn.heading) == (text, note)


def test_what_xml_cannot_hold_is_replaced_one_by_one() -> None:
    cas = in_xmi("a\x01b", Structure(2, TOPIC, (2, 3), {"note": "\ufffe"}))
    [mark] = cas.select(TOPIC)
    assert (cas.sofa_string, mark.note, mark.get_covered_text()) == ("a\ufffdb", "\ufffd", "b")
