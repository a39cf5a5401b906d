"""Losses in brackets behind the sign of a currency."""

import pytest

from tests.suggest.figures.test_spoken_chinese import told


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("a net loss of $(46.4) million", "$(46.4) million=-46400000"),
        ("it was $(0.09) per share", "$(0.09)=-0.09"),
        ("down to £(1,200) and US$(5m)", "£(1,200)=-1200 US$(5m)=-5000000"),
    ],
)
def test_a_sum_in_brackets_behind_its_sign_is_a_loss(text: str, figures: str) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("we paid it back ($46 million)", "$46 million=46000000"),
        ("in dollars (12 of them)", "12=12"),
        ("we lost $ (46.4 of it)", "46.4=46.4"),
    ],
)
def test_another_bracket_makes_no_loss(text: str, figures: str) -> None:
    assert told(text) == figures
