"""Letters for a magnitude without the sign of a currency."""

import pytest

from tests.suggest.figures.test_spoken_chinese import told


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The cap stays at 85K.", "85K=85000"),
        ("12K of them are new", "12K=12000"),
        ("we sold 1.5K", "1.5K=1500"),
        ("they hired 85k to 90k", "85k to 90k=85000..90000"),
        ("between 50K and 60K", "between 50K and 60K=50000..60000"),
        ("10-15K workers", "10-15K=10000..15000"),
        ("10K-15K a day", "10K-15K=10000..15000"),
        ("1.2m verified users, 1.2m high walls", "1.2m=1200000 1.2m=1.2"),
        ("3M doses and 2b users", "3M=3000000 2b=2000000000"),
    ],
)
def test_a_letter_for_thousands_needs_no_noun(text: str, figures: str) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    "text",
    ["She ran a 10K.", "a 10K run", "filmed in 4K", "my 401K plan", "our 10K filing", "a 10K-run"],
)
def test_a_length_to_run_a_form_and_a_screen_are_no_thousands(text: str) -> None:
    assert told(text) == ""
