"""Records as JSON objects and back, by the types of their fields."""

import json
from dataclasses import MISSING, fields
from typing import Any, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.records_json import (
    BadValueError,
    brief,
    columns_from_json,
    encode_short,
    from_json,
    to_json,
    to_text,
)
from annotator.model.ids import AnnotationId
from annotator.model.records import RECORD_TYPES, Claim, Label, Passage, Record, Review, Turn


def builds(cls: type[Record]) -> st.SearchStrategy[Record]:
    """Return a strategy for records of a class, with a value in every field."""
    hints = get_type_hints(cls)
    whole = st.integers(-(2**62), 2**62)
    passage = st.builds(Passage, start=whole, end=whole)
    known: dict[object, st.SearchStrategy[object]] = {
        int: whole,
        int | None: st.none() | whole,
        tuple[Passage, ...]: st.lists(passage, max_size=3).map(tuple),
    }
    chosen = {
        field.name: known.get(hints[field.name], st.from_type(hints[field.name]))
        for field in fields(cls)
    }
    return st.builds(cls, **chosen)


@pytest.mark.parametrize(
    "cls", [cls for cls in RECORD_TYPES if cls.__name__ not in {"Annotation", "Turn"}]
)
def test_every_record_comes_back_equal_through_json_text(cls: type[Record]) -> None:
    @given(builds(cls))
    def comes_back(record: Record) -> None:
        row = json.loads(json.dumps(to_json(record), ensure_ascii=False))
        assert list(row) == [field.name for field in fields(cls)]
        assert from_json(cls, row, "record") == record
        assert to_text(record) == encode_short(to_json(record))
        assert to_text(record, ("id",)) == encode_short(to_json(record, ("id",)))

    comes_back()


@pytest.mark.parametrize("cls", RECORD_TYPES)
def test_a_field_without_a_default_must_be_there(cls: type[Record]) -> None:
    needed = [f.name for f in fields(cls) if f.default is f.default_factory is MISSING]
    with pytest.raises(BadValueError) as caught:
        from_json(cls, {}, "record")
    assert caught.value.where == f"record.{needed[0]}"


def test_fields_can_be_left_out_and_given_back() -> None:
    turn = Turn("t", "d", 0, 2, 5)  # type: ignore[arg-type]
    row = to_json(turn, ("document",))
    assert "document" not in row
    assert from_json(Turn, row, "turn", document="d") == turn
    with pytest.raises(BadValueError):
        from_json(Turn, row | {"document": "x"}, "turn", document="d")


WHOLE = {"id": "r", "target": "a", "reviewer": "p", "state": "accepted", "note": "n"}


@pytest.mark.parametrize(
    ("change", "where", "expected"),
    [
        ({"note": 3}, "note", "a text"),
        ({"note": None}, "note", "a text"),
        ({"state": "fine"}, "state", "one of"),
        ({"state": 1}, "state", "one of"),
        ({"more": "x"}, "more", "no such field"),
        ({"target": "b"}, "target", "no such field"),
    ],
)
def test_a_wrong_field_is_named_though_all_the_others_are_there(
    change: dict[str, object], where: str, expected: str
) -> None:
    own = {name: value for name, value in WHOLE.items() if name != "target"}
    assert from_json(Review, own, "review", target="a").target == "a"
    assert from_json(Review, own | {"x": 1}, "review", frozenset({"x"}), target="a").note == "n"
    with pytest.raises(BadValueError) as caught:
        from_json(Review, own | change, "review", target="a")
    assert caught.value.where == f"review.{where}"
    assert expected in caught.value.expected


def test_what_a_record_refuses_is_told_with_its_place() -> None:
    row = {"id": "t", "document": "d", "start": 3, "body_start": 2, "end": 5}
    with pytest.raises(BadValueError) as caught:
        from_json(Turn, row, "turns[4]")
    assert (caught.value.where, "cannot run" in caught.value.expected) == ("turns[4]", True)


def test_mappings_are_written_in_order_of_their_names() -> None:
    label = Label("l", "figure", {"zh": "b", "en": "a"})  # type: ignore[arg-type]
    assert list(to_json(label)["names"]) == ["en", "zh"]


@pytest.mark.parametrize(
    ("value", "text"), [({"a": 1}, "dict[1]"), ([1, 2], "list[2]"), ("x", "'x'"), (None, "None")]
)
def test_a_value_in_a_message_is_short(value: object, text: str) -> None:
    assert brief(value) == text
    assert len(brief("x" * 500)) == 40


def test_a_truth_is_no_number_also_where_it_equals_one() -> None:
    whole = {field.name: getattr(Claim(AnnotationId("x")), field.name) for field in fields(Claim)}
    del whole["id"]
    rows = [whole | {"priority": 1, "types": []} for _number in range(9)]
    ids = [str(number) for number in range(9)]
    assert columns_from_json(Claim, rows, id=ids) is not None
    rows[5]["priority"] = True
    assert columns_from_json(Claim, rows, id=ids) is None


@given(st.lists(builds(Review), min_size=1, max_size=3))
def test_columns_are_what_the_objects_say_one_by_one(records: list[Record]) -> None:
    rows = [to_json(record, ("target",)) for record in records]
    targets = [record.target for record in records if isinstance(record, Review)]
    found = columns_from_json(Review, rows, target=targets)
    assert found is not None
    assert list(found) == [field.name for field in fields(Review)]
    assert list(map(Review, *found.values())) == records


@pytest.mark.parametrize(
    "other", [{"state": "odd"}, {"note": 5}, {"colour": "red"}, {"target": "x"}, {}]
)
def test_columns_of_odd_objects_are_left_to_who_reads_one_by_one(other: dict[str, Any]) -> None:
    whole = {"id": "x", "reviewer": "y", "state": "open", "note": ""}
    odd = whole | other if other else {"id": "x"}
    assert columns_from_json(Review, [whole], target=["t"]) is not None
    assert columns_from_json(Review, [whole, odd], target=["t", "t"]) is None
