"""Selectors of a plain text, by the examples of the W3C's model (section 4.2)."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.placing import Placing
from annotator.formats.web_annotation_selectors import NotText, find, selector_of
from annotator.model.errors import UserError

TEXT = "This is an annotation. 𠮷 This is\nan annotation of a text."
Row = dict[str, Any]


def quote(exact: str, prefix: str = "", suffix: str = "") -> Row:
    return {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}


def position(start: int, end: int, kind: str = "TextPositionSelector") -> Row:
    return {"type": kind, "start": start, "end": end}


def found(selector: object, text: str = TEXT) -> str:
    start, end = find(selector_of(selector), Placing(text))
    return text[start:end]


@given(st.data())
def test_a_position_means_the_characters_between_its_ends(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(TEXT) - 1))
    end = data.draw(st.integers(start + 1, len(TEXT)))
    assert found(position(start, end)) == TEXT[start:end]
    before, behind = (len(TEXT[:at].encode()) for at in (start, end))
    assert found(position(before, behind, "DataPositionSelector")) == TEXT[start:end]
    fragment = {"type": "FragmentSelector", "value": f"char={start},{end};md5=x"}
    assert found(fragment) == TEXT[start:end]


def test_a_quote_is_told_by_its_surroundings_whatever_their_white_space() -> None:
    start, _end = find(selector_of(quote("annotation", "is an ", " of")), Placing(TEXT))
    assert start == TEXT.rindex("annotation")
    start, _end = find(selector_of(quote("annotation", suffix=". 𠮷")), Placing(TEXT))
    assert start == TEXT.index("annotation")


def test_a_quote_is_found_whose_white_space_differs() -> None:
    assert found(quote("is an  annotation of")) == "is\nan annotation of"


def test_a_quote_that_stands_in_several_places_is_the_one_nearest_to_the_position() -> None:
    with pytest.raises(UserError, match="“This is” stands in the text more than once"):
        found(quote("This is"))
    near = selector_of([quote("This is"), position(20, 27)])
    assert find(near, Placing(TEXT))[0] == TEXT.rindex("This is")


def test_a_quote_that_is_nowhere_is_refused() -> None:
    with pytest.raises(UserError, match="“river” does not stand in the text"):
        found(quote("river"))


def test_a_range_goes_from_the_start_of_one_to_the_start_of_the_other() -> None:
    edges = {"startSelector": quote("𠮷"), "endSelector": quote("of a text")}
    assert found({"type": "RangeSelector", **edges}) == "𠮷 This is\nan annotation "
    turned = {"startSelector": edges["endSelector"], "endSelector": edges["startSelector"]}
    with pytest.raises(UserError, match="holds no text"):
        found({"type": "RangeSelector", **turned})


def test_a_refinement_is_found_within_what_it_refines() -> None:
    outer = {**position(25, len(TEXT)), "refinedBy": quote("annotation")}
    start, _end = find(selector_of(outer), Placing(TEXT))
    assert start == TEXT.rindex("annotation")


@pytest.mark.parametrize("kind", ["FragmentSelector", "XPathSelector", "CssSelector"])
def test_a_quote_within_a_part_of_a_page_is_looked_for_everywhere(kind: str) -> None:
    part = {"type": kind, "value": "para5"}
    inner = [position(0, 4), quote("an annotation", suffix=" of"), position(1, 2, "DataPosition")]
    start, _end = find(selector_of({**part, "refinedBy": inner}), Placing(TEXT))
    assert start == TEXT.rindex("an annotation")
    deeper = {**quote("is\nan annotation"), "refinedBy": quote("annotation")}
    assert find(selector_of({**part, "refinedBy": deeper}), Placing(TEXT))[0] > start
    with pytest.raises(UserError, match="more than once"):
        found({**part, "refinedBy": quote("annotation")})
    with pytest.raises(NotText, match=f"of type {kind} finds no plain text"):
        selector_of({**part, "refinedBy": position(0, 4)})


@pytest.mark.parametrize(
    ("selector", "reason"),
    [
        (3, "not understood"),
        ("https://example.org/a/selector", "lies elsewhere, at https://example.org/a/selector"),
        ([], "not understood"),
        ({"type": "XPathSelector", "value": "/html"}, "of type XPathSelector finds no plain text"),
        ({"type": "FragmentSelector", "value": "xywh=1,2,3,4"}, "of type FragmentSelector"),
        ({**position(0, 1), "start": True}, "no pair of whole numbers"),
        (quote(""), "its quote is empty"),
    ],
)
def test_what_finds_no_plain_text_says_why(selector: object, reason: str) -> None:
    with pytest.raises(NotText, match=reason):
        selector_of(selector)


def test_refinements_without_an_end_are_refused() -> None:
    selector: Row = position(0, 1)
    selector["refinedBy"] = selector
    with pytest.raises(NotText, match="not understood"):
        selector_of(selector)


def test_both_ends_of_a_refinement_count_from_where_the_outer_passage_starts() -> None:
    outer = {**position(25, 48), "refinedBy": quote("is\nan")}
    start = TEXT.index("is\nan")
    assert find(selector_of(outer), Placing(TEXT)) == (start, start + len("is\nan"))


def test_a_range_from_a_place_to_itself_holds_no_text() -> None:
    same = {"startSelector": quote("𠮷"), "endSelector": quote("𠮷")}
    with pytest.raises(UserError, match="holds no text"):
        found({"type": "RangeSelector", **same})
