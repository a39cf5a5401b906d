"""For which length of time an amount is told."""

import pytest

from annotator.checks.per_time import time_of
from tests.checks.reading import scene_of


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("医院日均接诊500人次，每周手术80台。", ["day", "week"]),
        ("平均一个月用水3000吨，年均用电900度。", ["month", "year"]),
        ("平均一周手术80台，月均用水3000吨。", ["week", "month"]),
        ("每天，到场的有500人。", [""]),
        ("The clinic sees 500 patients a day and runs 80 trains per week.", ["day", "week"]),
        ("We pay monthly rents of 900 dollars for 12 people.", ["month", ""]),
        ("We trained 40 nurses in a year.", [""]),
        ("They sold 7,000 tickets every year.", ["year"]),
    ],
)
def test_the_time_stands_right_before_or_behind_the_amount(text: str, units: list[str]) -> None:
    scene = scene_of(text)
    told = [s for s in scene.statements if s.figure.kind not in {"date", "duration"}]
    assert [time_of(scene, statement) for statement in told] == units
