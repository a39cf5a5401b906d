"""XML written piece by piece is XML that a parser reads back."""

import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.xml_text import allowed, content, element, holds_forbidden, text_element

ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@given(ANY, ANY)
def test_a_parser_gives_texts_and_values_back(text: str, value: str) -> None:
    made = element("a", {"b": value, "c": "x"}, [content(text), element("d")])
    root = ET.fromstring(made)  # noqa: S314 - our own text
    assert (root.text or "") == allowed(text)
    assert root.get("b", "") == allowed(value)
    assert len(allowed(text)) == len(text)
    assert holds_forbidden(text) == (allowed(text) != text)


def test_empty_values_and_texts_are_left_out() -> None:
    assert element("a", {"b": ""}) == "<a/>"
    assert text_element("a", "") == ""
    assert text_element("a", "\x01<") == "<a>\ufffd&lt;</a>"
