"""How much is stated."""

from decimal import Decimal

from annotator.checks.amounts import amount, sum_of
from tests.checks.reading import read


def test_what_states_no_number_adds_nothing() -> None:
    found = read("On January 30, 2020 there were 12 men and 30 women.").statements
    assert [amount(s) for s in found] == [0, 12, 30]
    assert sum_of(found) == Decimal(42)


def test_a_range_counts_as_its_middle() -> None:
    assert [amount(s) for s in read("20 to 30 people came.").statements] == [25]
