"""Sentences as template and values."""

import pytest

from annotator.model.errors import ChangedMeanwhileError, NotSavedError, UserError
from annotator.model.message import Message


def test_values_go_into_their_places_as_they_are() -> None:
    message = Message("Delete {name} and {count} uses", {"name": "{count}%s", "count": 3})
    assert str(message).startswith("Delete ")
    assert str(Message("Delete {name}", {"name": "<b>"})) == "Delete <b>"


def test_a_template_from_a_file_cannot_reach_attributes() -> None:
    assert str(Message("{name.__class__}", {"name": "x"})) == "{name.__class__}"


def test_a_place_without_value_stays() -> None:
    assert str(Message("Mark {label}")) == "Mark {label}"


@pytest.mark.parametrize("error", [UserError, ChangedMeanwhileError, NotSavedError])
def test_an_error_reads_as_its_sentence(error: type[UserError]) -> None:
    assert str(error("{path} is missing.", path="a.txt")) == "a.txt is missing."
