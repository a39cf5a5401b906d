"""A number that became another has the magnitude and the unit of what it became."""

import pytest

from tests.suggest.figures.test_spoken_chinese import told


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("It rose from 6 to 7 percent.", "6=6 7 percent=7"),
        ("Visits went from 6 to 8 million.", "6=6000000 8 million=8000000"),
        ("Visits fell from 8 to 6 million.", "8=8000000 6 million=6000000"),
        ("Sales grew from $6 to $8 million.", "$6=6000000 $8 million=8000000"),
        ("Sales grew from 10 to 12 lakh.", "10=1000000 12 lakh=1200000"),
        ("Cash rose by $3 million to $80 million.", "$3 million=3000000 $80 million=80000000"),
        ("Sales are up 2 percent to 40 percent.", "2 percent=2 40 percent=40"),
        ("It grew by 4 percent to 5 percent.", "4 percent to 5 percent=4..5"),
        ("They raised it by $3 million to $5 million.", "$3 million=3000000 $5 million=5000000"),
        ("It may grow by 3 million to 5 million.", "3 million to 5 million=3000000..5000000"),
        ("They raised it by $3 to $5.", "$3 to $5=3..5"),
        ("It grew by 4 percent, from 600 to 800.", "4 percent=4 600=600 800=800"),
        ("The total fell by one to 40.", "one=1 40=40"),
        ("The total fell by 3 to 12 percent.", "3 to 12 percent=3..12"),
        ("The total fell by 3 to 5.", "3 to 5=3..5"),
        ("Bids ranged from 6 to 8 million.", "6 to 8 million=6000000..8000000"),
    ],
)
def test_a_number_that_moved_is_read_like_what_it_became(text: str, figures: str) -> None:
    assert told(text) == figures


def test_a_smaller_magnitude_is_not_taken_on() -> None:
    assert told("It rose from 700 to 1.2 million.") == "700=700 1.2 million=1200000"
