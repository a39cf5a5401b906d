"""Two numbers of one thing, beside the same numbers as two figures or as a fraction."""

import pytest

from annotator.suggest.figures import suggest_figures
from annotator.suggest.figures.paired import paired
from annotator.suggest.figures.quantity import figures_in


def found_in(text: str) -> str:
    """Return the words of all suggestions, with a bar between them."""
    return "|".join(one.text for one in suggest_figures(text))


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("血压高于150/95毫米汞柱就要吃药", "高于150/95毫米汞柱"),
        ("由135/85 mmHg降到120/75mmHg", "135/85 mmHg|120/75mmHg"),
        ("血壓控制在130/80以下", "130/80以下"),
        ("her blood pressure was 118/76 today", "118/76"),
        ("本场9中6,罚球5罚4中,另有12投7中", "9中6|5罚4中|12投7中"),
        ("門將面對8射進2", "8射進2"),
    ],
)
def test_two_numbers_of_one_thing_are_one_figure(text: str, figures: str) -> None:
    assert found_in(text) == figures


@pytest.mark.parametrize(
    "text", ["比例140/90", "血压80/120", "5中9", "19届4中全会", "血压120/80/70", "从12中3人选出"]
)
def test_other_numbers_are_no_pair(text: str) -> None:
    assert not any(paired(text, at) for at in range(len(text)) if text[at].isdigit())


def test_a_blood_pressure_has_both_numbers_and_its_unit() -> None:
    (figure,) = figures_in("血压高于150/95毫米汞柱。")
    quantity = figure.quantity
    assert (quantity.low, quantity.high, quantity.comparator) == ("150", "95", ">")
    assert quantity.unit == "millimetre of mercury"


def test_shots_stand_before_those_that_went_in() -> None:
    (figure,) = figures_in("罚球7中3")
    assert (figure.quantity.low, figure.quantity.high, figure.quantity.kind) == ("7", "3", "ratio")
