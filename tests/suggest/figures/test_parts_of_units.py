"""Fractions of a unit behind them."""

import pytest

from tests.suggest.figures.test_spoken_chinese import told


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("a quarter of a percentage point", "a quarter of a percentage point=0.25"),
        ("a tenth of a second apart", "a tenth of a second=0.1"),
        ("a third of a million homes", "a third of a million=333333"),
        ("a 1/2 hour show, 1/4 ounce of gold", "1/2 hour=0.5 1/4 ounce=0.25"),
        ("three quarters of a mile later", "three quarters=0.75"),
    ],
)
def test_a_part_takes_on_the_unit_that_it_is_of(text: str, figures: str) -> None:
    assert told(text) == figures
