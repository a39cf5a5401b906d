"""Dates as people write them, and damaged files as one sentence."""

import logging

import pytest

from annotator.model.errors import UserError
from annotator.model.message import Message
from annotator.reading.source import iso_date, refusing_damage

AGAIN = Message("save it again")


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("2025-03-01", "2025-03-01"),
        ("2025年3月1日", "2025-03-01"),
        ("2025/4/2 10:00", "2025-04-02"),
        ("2025-13-01", ""),
        ("1 March", ""),
        ("", ""),
    ],
)
def test_dates_are_read_as_people_write_them(told: str, date: str) -> None:
    assert iso_date(told) == date


def test_what_a_library_raises_becomes_a_sentence_that_says_what_to_do() -> None:
    with (
        pytest.raises(UserError, match=r"is damaged: save it again\.") as told,
        refusing_damage("PDF", AGAIN),
    ):
        raise KeyError("trailer")
    assert isinstance(told.value.__cause__, KeyError)


def test_a_sentence_made_inside_is_kept() -> None:
    with pytest.raises(UserError, match="no pages"), refusing_damage("PDF", AGAIN):
        raise UserError("It has no pages.")


def test_what_a_library_logs_about_damage_is_not_passed_on(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with refusing_damage("PDF", AGAIN):
        logging.getLogger("pypdf").error("invalid object")
    assert not caplog.records
