"""What stands around a place of a text."""

import pytest

from annotator.reading.surroundings import is_below_clock, rest_of_line, starts_paragraph


@pytest.mark.parametrize("above", ["", "Yes.\n", "and so\n\n", "他说。\n", "and so\n00:01:00\n"])
def test_a_paragraph_starts_behind_a_stop_or_a_blank_line_or_a_clock(above: str) -> None:
    assert starts_paragraph(f"{above}Mr. Lee. No.", len(above))


@pytest.mark.parametrize("above", ["and so\n", "他说，\n"])
def test_a_line_behind_an_open_sentence_goes_on_with_it(above: str) -> None:
    assert not starts_paragraph(f"{above}Mr. Lee. No.", len(above))


def test_a_clock_stands_on_the_line_above_or_behind_a_blank_one() -> None:
    assert is_below_clock("00:01:00\n\nAB  Yes", 10)
    assert is_below_clock("00:01:00\nAB  Yes", 9)
    assert not is_below_clock("at noon\nAB  Yes", 8)


def test_the_rest_of_a_line_ends_before_its_newline() -> None:
    assert rest_of_line("Ann: Yes. \nBen: No.", 5) == "Yes."
