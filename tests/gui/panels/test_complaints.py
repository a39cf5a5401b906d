"""What is wrong with a typed value."""

import pytest

from annotator.gui.panels.complaints import JUDGED, complaint_of


@pytest.mark.parametrize("typed", ["１２", "1_000", "٣", "1e999999999"])
def test_a_number_that_the_program_does_not_read_is_complained_about(typed: str) -> None:
    """Digits of full width are what a Chinese input method types."""
    assert complaint_of("number", typed) == "A number such as 2.5 or 23000."


@pytest.mark.parametrize("kind", ["text", "long", "choice", "flags"])
def test_only_numbers_and_dates_can_be_wrong(kind: str) -> None:
    assert kind not in JUDGED
    assert complaint_of(kind, "neither") == ""
    assert all(complaint_of(judged, "neither") for judged in JUDGED)


@pytest.mark.parametrize("typed", ["2026", "2026-01", "2026-01-05", "--01-05", "T14:30", ""])
def test_a_date_may_be_partial(typed: str) -> None:
    assert complaint_of("date", typed) == ""
    assert complaint_of("date", typed + "?") != ""
