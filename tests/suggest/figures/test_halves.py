"""Half of a Chinese unit, alone or where a range starts."""

import pytest

from annotator.suggest.figures.halves import half_at
from annotator.suggest.figures.units import vocabulary


@pytest.mark.parametrize(
    ("text", "span", "high", "unit"),
    [
        ("半公里外", "半公里", "0.5", "kilometre"),
        ("半吨货", "半吨", "0.5", "tonne"),
        ("半个百分点", "半个百分点", "0.5", "pp"),
        ("半个月", "半个月", "0.5", "month"),
        ("每半年一次", "每半年", "0.5", "year"),
        ("半年到一年之间", "半年到一年", "1", "year"),
        ("半小时至2小时", "半小时至2小时", "2", "hour"),
        ("半年到三个月", "半年", "0.5", "year"),
    ],
)
def test_half_of_a_measure_is_a_figure(text: str, span: str, high: str, unit: str) -> None:
    read = half_at(text, 0, vocabulary())
    assert read is not None
    end, quantity = read
    assert (text[:end], quantity.low, quantity.high, quantity.unit) == (span, "0.5", high, unit)


def test_a_little_more_than_half_is_said() -> None:
    read = half_at("半个多小时", 0, vocabulary())
    assert read
    assert (read[1].approximator, read[1].comparator) == ("多", ">~")


@pytest.mark.parametrize(
    ("text", "at"),
    [("上半年", 1), ("大半天", 1), ("半份报告", 0), ("半夜", 0), ("半自动", 0), ("一半", 1)],
)
def test_part_of_the_calendar_or_of_a_thing_is_none(text: str, at: int) -> None:
    assert half_at(text, at, vocabulary()) is None
