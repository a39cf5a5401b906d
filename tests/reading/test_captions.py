"""Captions and titles that come again start no turn."""

from tests.reading.test_outside import speakers


def test_a_long_line_is_no_caption_of_its_own_end() -> None:
    text = "渔港发布会\n\n主持人：大家好。\n记者：请问？" + "船" * 200
    assert speakers(text) == ["主持人", "记者"]


def test_a_line_there_twice_in_a_row_starts_no_turn() -> None:
    caption = "Harbour Master: the new pier of Lund in the morning sun\n"
    talk = "ANN ROE: Is it done?\n\nBO LOW: It is done.\n\nANN ROE: And paid?\n"
    assert speakers(f"The pier\n\n{caption}{caption}\n{talk}") == ["ANN ROE", "BO LOW", "ANN ROE"]
