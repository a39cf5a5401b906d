"""Errors that a user can act on say so in one sentence."""

import pickle

import pytest

from annotator.model import errors
from annotator.model.errors import (
    ChangedMeanwhileError,
    DamagedError,
    Difference,
    KnownTextError,
    UserError,
)
from annotator.model.message import Message
from tests.example import AUTHOR, DOCUMENT


def test_the_sentence_has_its_values_in_it_and_keeps_both_apart() -> None:
    error = UserError("{path} is {size} MB.", path="a {b}", size=3)
    assert str(error) == "a {b} is 3 MB."
    assert (error.message.template, error.message.values["size"]) == ("{path} is {size} MB.", 3)


def test_a_change_meanwhile_carries_all_sides() -> None:
    difference = Difference(AUTHOR, None, DOCUMENT)
    error = ChangedMeanwhileError("{name} changed meanwhile.", [difference], name="It")
    assert (str(error), error.differences) == ("It changed meanwhile.", (difference,))


@pytest.mark.parametrize(
    "kind",
    [errors.NotSavedError, errors.OverwrittenError, errors.CannotWriteError, ChangedMeanwhileError],
)
def test_whoever_shows_user_errors_shows_these_too(kind: type[UserError]) -> None:
    with pytest.raises(UserError, match=r"No room on x\."):
        raise kind("No room on {disk}.", disk="x")
    assert issubclass(errors.OverwrittenError, errors.NotSavedError)


def test_an_error_keeps_what_it_says_on_its_way_from_another_process() -> None:
    problem = Message("The {stage} cannot be read: {reason}.", {"stage": "pages", "reason": "x"})
    damaged = DamagedError("{path} is damaged.", [problem], path="a")
    back = pickle.loads(pickle.dumps(damaged))  # noqa: S301 - our own
    assert (str(back), back.problems) == ("a is damaged.", (problem,))


def test_a_known_text_keeps_its_document_on_its_way_from_another_process() -> None:
    known = KnownTextError("{title} is there.", DOCUMENT, title="a")
    back = pickle.loads(pickle.dumps(known))  # noqa: S301 - our own
    assert (str(back), back.document) == ("a is there.", DOCUMENT)
