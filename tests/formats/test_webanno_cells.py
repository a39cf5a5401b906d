"""The cells of WebAnno TSV: what is escaped, numbered, and split."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.webanno_cells import (
    escape_text,
    escape_value,
    layers_of,
    numbered,
    split,
    unescape,
    value_of,
)


def test_what_is_escaped_comes_back() -> None:
    value = "a\\b[1]|c_d->e;\tf\ng*"
    assert unescape(escape_value(value)) == value
    assert split(escape_value(value) + "|x", "|") == [escape_value(value), "x"]
    assert unescape(escape_text("a\\b\tc\r\x0c")) == "a\\b\tc\r\x0c"
    assert unescape("\\u0041\\ud800\\udfff") == "A\\ud800\\udfff"
    assert unescape("\\ud7ff\\ue000") == "\ud7ff\ue000"


@given(st.text("\\[]|_->;\t\n\r*ab𠮷1", max_size=20))
def test_any_value_and_any_text_come_back(text: str) -> None:
    assert unescape(escape_value(text)) == text
    assert unescape(escape_text(text)) == text
    assert not {"\t", "\n"} & {*escape_value(text), *escape_text(text)}


@given(st.lists(st.text("\\|a;", max_size=6), min_size=1, max_size=4))
def test_a_cell_is_split_where_the_separator_is_not_escaped(values: list[str]) -> None:
    cell = "|".join(escape_value(value) for value in values)
    assert [unescape(part) for part in split(cell, "|")] == values


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ("river[2]", ("river", 2)),
        ("river", ("river", 0)),
        ("a\\[2\\]", ("a\\[2\\]", 0)),
        ("a\\[2\\][3]", ("a\\[2\\]", 3)),
        ("a[b]", ("a[b]", 0)),
        ("a[123456789]", ("a", 123456789)),
        ("a[1234567890]", ("a[1234567890]", 0)),
    ],
)
def test_the_number_behind_an_item_is_told_from_brackets_in_it(
    item: str, told: tuple[str, int]
) -> None:
    assert numbered(item) == told


def test_an_item_without_a_value_says_nothing() -> None:
    assert [value_of(item) for item in ("_", "*", "\\_", "a\\|b")] == ["", "", "_", "a|b"]


def test_layers_take_columns_one_after_the_other_and_slots_take_two() -> None:
    [first, second, third] = layers_of(
        [
            "#T_SP=x.River|value|size",
            "#T_SP=x.Rise|ROLE_x.Rise:who_x.Link|x.River|speed",
            "#T_RL=x.Of|BT_x.River",
        ]
    )
    assert [(layer.sort, layer.name, layer.first) for layer in (first, second, third)] == [
        ("SP", "River", 0),
        ("SP", "Rise", 2),
        ("RL", "Of", 5),
    ]
    assert (second.target_columns, second.targets) == ({1}, ((1, "x.River"),))
    assert (third.base, third.columns) == ("x.River", ("BT_x.River",))


def test_a_layer_without_features_has_one_column() -> None:
    assert [layer.columns for layer in layers_of(["#T_SP=x.River"])] == [("",)]
