"""Each field of an annotation as a text and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.detail_texts import (
    json_text,
    kind_named,
    list_text,
    speaker_text,
    told_evidence,
    told_json,
    told_value,
    value_text,
)
from annotator.formats.records_json import BadValueError
from annotator.model.ids import SpeakerId
from annotator.model.kinds import LabelKind, Stance
from annotator.model.records import Speaker
from annotator.model.snapshot import Snapshot
from tests.formats.projects import a_document

DOCUMENT = a_document(1, "abc")
PEOPLE = [
    Speaker(SpeakerId(key), DOCUMENT.id, name)
    for key, name in {"1": "Li", "2": "Wu", "3": "Wu", "4": ""}.items()
]
S = Snapshot(DOCUMENT, "abc", PEOPLE)


def test_kinds_of_annotations_have_names() -> None:
    assert kind_named("claim") is LabelKind.CLAIM
    assert [kind_named(name) for name in ("Claims", "relation", 3, None)] == [None] * 4


def test_a_speaker_is_given_by_a_name_that_no_other_has() -> None:
    keys = [SpeakerId(key) for key in ("1", "2", "4", "nobody")]
    assert [speaker_text(S, key) for key in keys] == ["Li", "2", "4", ""]
    assert value_text(S, "speaker", "1") == "Li"
    assert value_text(S, "unit", "1") == "1"
    assert value_text(S, "speaker", None) == ""


@given(st.lists(st.text("a;[é\n", max_size=3), min_size=1, max_size=4).map(tuple))
def test_lists_come_back(values: tuple[str, ...]) -> None:
    assert told_value("types", value_text(S, "types", values), "here") == values


@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_whole_numbers_come_back(number: int) -> None:
    assert told_value("priority", value_text(S, "priority", number), "here") == number
    assert told_value("low", str(number), "here") == str(number)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("priority", "high", "a whole number"),
        ("priority", "1.0", "a whole number"),
        ("priority", "٣", "a whole number"),
        ("priority", "9" * 16, "a whole number"),
        ("types", "[1]", "texts"),
        ("types", "[", "JSON"),
        ("types", '["\\ud800"]', "surrogate"),
    ],
)
def test_what_a_field_cannot_hold_is_refused(name: str, text: str, expected: str) -> None:
    with pytest.raises(BadValueError) as caught:
        told_value(name, text, "here")
    assert expected in caught.value.expected


def test_evidence_is_read_without_its_ids() -> None:
    cell = json_text([{"id": "7", "url": "https://example.org", "stance": "refutes"}])
    (found,) = told_evidence(cell, "here")
    assert (found.id, found.url, found.stance) == ("", "https://example.org", Stance.REFUTES)
    assert told_evidence("", "here") == ()
    with pytest.raises(BadValueError):
        told_evidence("[1]", "here")


def test_nothing_is_no_json_text() -> None:
    assert json_text([]) == json_text({}) == ""
    assert told_json(json_text(["中"]), "here") == ["中"]
    with pytest.raises(BadValueError):
        told_json("[" * 200_000, "here")


@pytest.mark.parametrize(
    ("values", "cell"),
    [((), ""), (("a", "b"), "a;b"), (("a;b",), '["a;b"]'), (("",), '[""]'), (("[x",), '["[x"]')],
)
def test_texts_share_a_cell(values: tuple[str, ...], cell: str) -> None:
    assert list_text(values) == cell
