"""What holds for the labels of a codebook together."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.codebook import (
    COLOURS,
    KEYS,
    free_key,
    label_named,
    next_colour,
    refuse_shared_keys,
)
from annotator.model.errors import UserError
from annotator.model.ids import LabelId
from annotator.model.records import Label
from tests.example import LABELS, MONEY, QUANTITY, STATEMENT

RETIRED = replace(QUANTITY, retired=True)


def with_keys(keys: list[str]) -> list[Label]:
    return [replace(QUANTITY, id=LabelId(str(at)), key=key) for at, key in enumerate(keys)]


def test_the_next_colour_is_the_first_that_the_fewest_have() -> None:
    first, second, *rest = COLOURS
    assert next_colour([]) == first
    assert next_colour(["#123456", first, second]) == rest[0]
    assert next_colour([*COLOURS, first]) == second


def test_the_first_free_key_is_offered() -> None:
    assert free_key(LABELS) == "2"
    assert free_key([]) == "1"
    assert free_key([RETIRED]) == "1"
    assert free_key(with_keys(list(KEYS))) == ""


@given(st.lists(st.sampled_from(KEYS), unique=True))
def test_a_key_that_is_offered_is_shared_with_no_label(keys: list[str]) -> None:
    labels = with_keys(keys)
    refuse_shared_keys(labels)
    if key := free_key(labels):
        refuse_shared_keys([*labels, replace(MONEY, key=key)])
    for label in labels:
        with pytest.raises(UserError, match=f"“{label.key}” belongs to both Quantity and Money"):
            refuse_shared_keys([*labels, replace(MONEY, key=label.key)])


def test_labels_without_a_key_or_out_of_use_share_none() -> None:
    refuse_shared_keys([QUANTITY, RETIRED, replace(RETIRED, key="?")])
    refuse_shared_keys(with_keys(["", "", "1"]))
    for key in ("0", "12", "A", "?"):
        with pytest.raises(UserError, match="none of 1-9 and a-z"):
            refuse_shared_keys(with_keys([key]))


@pytest.mark.parametrize("name", [QUANTITY.id, "quantity", "Quantity", "数量", "1"])
def test_a_label_is_found_by_id_slug_name_and_key(name: str) -> None:
    assert label_named(LABELS, name) is QUANTITY
    assert label_named(tuple(reversed(LABELS)), name) is QUANTITY


def test_what_comes_closer_to_a_name_is_found_first() -> None:
    called_so = replace(STATEMENT, names={"en": "quantity"})
    keyed_so = replace(MONEY, slug="1")
    assert label_named([called_so, QUANTITY], "quantity") is QUANTITY
    assert label_named([QUANTITY, keyed_so], "1") is keyed_so


def test_a_name_of_several_labels_or_of_none_is_refused() -> None:
    other = replace(STATEMENT, slug="quantity")
    with pytest.raises(UserError, match="Several labels are called quantity: give the id"):
        label_named([QUANTITY, other], "quantity")
    nameless = replace(MONEY, slug="")
    with pytest.raises(UserError, match="no label share; there are quantity, Money"):
        label_named([QUANTITY, nameless], "share")


def test_the_key_of_a_label_out_of_use_finds_nothing() -> None:
    with pytest.raises(UserError, match="no label 1"):
        label_named([RETIRED], "1")
    assert label_named([RETIRED], "quantity") is RETIRED
