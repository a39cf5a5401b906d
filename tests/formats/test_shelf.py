"""Values that are set aside on the disk."""

import pytest

from annotator.formats.shelf import BUCKETS, PIECE, new_shelf
from annotator.model.errors import UserError


def test_values_come_back_under_their_names_in_their_order() -> None:
    with new_shelf() as shelf:
        for at in range(3 * BUCKETS):
            shelf.put(f"name {at % BUCKETS}", {"at": at, "text": "会场 😀"})
        found = list(shelf.all("name 7"))
        assert found == [{"at": at, "text": "会场 😀"} for at in (7, BUCKETS + 7, 2 * BUCKETS + 7)]
        assert list(shelf.all("name")) == []


def test_what_is_put_after_something_was_taken_is_there_too() -> None:
    with new_shelf() as shelf:
        shelf.put("a", "x" * (PIECE + 1))
        shelf.put("a", 2)
        assert len(shelf.first("a")) == PIECE + 1
        shelf.put("a", 3)
        assert list(shelf.all("a"))[1:] == [2, 3]
        assert shelf.first("b") is None


def test_values_are_taken_while_others_are_put() -> None:
    with new_shelf() as shelf:
        shelf.put("a", 1)
        shelf.put("a", 2)
        for value in shelf.all("a"):
            shelf.put("b", value)
        assert list(shelf.all("b")) == [1, 2]


def test_what_is_nested_too_deeply_is_refused() -> None:
    value: list[object] = []
    for _ in range(5000):
        value = [value]
    with new_shelf() as shelf, pytest.raises(UserError, match="nested too deeply"):
        shelf.put("a", value)
