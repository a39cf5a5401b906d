"""The unit behind a number, and what belongs to it."""

from decimal import Decimal

import pytest

from annotator.suggest.figures.amounts import amount_at
from annotator.suggest.figures.compounds import Measured
from annotator.suggest.figures.numerals import fold
from annotator.suggest.figures.unit_behind import with_unit
from annotator.suggest.figures.units import vocabulary


def with_its_unit(text: str) -> Measured:
    """Return the number that a text begins with and its unit."""
    folded = fold(text)
    amount = amount_at(folded, 0)
    assert amount is not None
    plain = Measured(0, amount.end, amount.low, amount.high, blurred_by=amount.blurred_by)
    return with_unit(folded, plain, vocabulary())


@pytest.mark.parametrize(
    ("text", "part", "low", "unit"),
    [
        ("300米长", "300米", "300", "metre"),
        ("一年半数", "一年", "1", "year"),
        ("三年半前", "三年半", "3.5", "year"),
        ("一块二的票", "一块二", "1.2", "CNY"),
        ("6块牌匾", "6块", "6", "item"),
        ("19 straight months", "19 straight months", "19", "month"),
        ("two more inches of rain", "two more inches", "2", "inch"),
        ("0.25 of a percent", "0.25 of a percent", "0.25", "percent"),
        ("27-nation bloc", "27-nation", "27", "nation"),
        ("twelve points ahead", "twelve points", "12", "point"),
        ("37辆(艘)车船", "37辆(艘)", "37", "vehicle"),
        ("2.5万架(列、艘)次", "2.5万架(列、艘)次", "25000", "aircraft"),
        ("60座(次)水库", "60座(次)", "60", "building"),
        ("8人(含家属)", "8人", "8", "person"),
        ("6大袋米", "6大袋", "6", "package"),
    ],
)
def test_a_number_takes_what_belongs_to_its_unit(text: str, part: str, low: str, unit: str) -> None:
    found = with_its_unit(text)
    assert (text[found.start : found.end], found.low) == (part, Decimal(low))
    assert found.unit is not None
    assert found.unit.name == unit


@pytest.mark.parametrize("text", ["two points i'd make", "7 and the other", "5\n个"])
def test_what_is_no_unit_stays_outside(text: str) -> None:
    found = with_its_unit(text)
    assert found.unit is None
    assert found.end == len(text.split(maxsplit=1)[0])
