"""So many numbers in front that words put together."""

import pytest

from tests.checks.reading import found_in

CASES = [
    (
        "首批采购药品31种，降价四成。第二批、第三批分别有28种和46种。三批加起来一共是{}种，降价五成。",
        ("125", "105"),
    ),
    (
        (
            "早稻产量563.5亿斤，比去年增加12.5亿斤，连续四年稳定在560亿斤以上；"
            "夏粮产量2995.6亿斤。两季粮食加起来达到{}亿斤。"
        ),
        ("3659.1", "3559.1"),
    ),
    (
        "減收入29億元，上限1,500元；額外開支31億元，人人有份。以上兩項合共涉及{}億元。",
        ("70", "60"),
    ),
    (
        (
            "Northland gets $19,858 million, up $900 million, and Eastmark $23,778 million. "
            "Weston gets $14,745 million. These three states together get ${} million."
        ),
        ("68,381", "58,381"),
    ),
    (
        (
            "Karr has the most wards, 424. Tarn has 377, Kell 273 and Byrne 292. So just these four"
            " towns take care of {} patients."
        ),
        ("1,466", "1,366"),
    ),
    ("共投入机车210台、车组95组、除冰设备1640台，三类设备合计{}台。", ("1845", "1945")),
    (
        (
            "One ferry carries 120 cars, up 20 from last year. The other takes 85. "
            "Both ferries together carry {} cars."
        ),
        ("225", "205"),
    ),
]


@pytest.mark.parametrize(("text", "numbers"), CASES)
def test_words_that_count_the_parts_take_the_last_so_many_levels(
    text: str, numbers: tuple[str, str]
) -> None:
    for number, verdict in zip(numbers, ("conflict", "consistent"), strict=True):
        told = [v for v, texts in found_in(text.format(number), "sum") if number in texts[0]]
        assert told == [verdict]


def test_a_total_far_from_what_the_last_numbers_make_is_of_others() -> None:
    text = "首批采购药品31种。第二批有28种。以上两批合计带动就业4,000种岗位。"
    assert found_in(text, "sum") == []


def test_fewer_numbers_than_the_words_count_make_no_total() -> None:
    text = "Eastmark gets $40 million. These three states together get $90 million."
    assert found_in(text, "sum") == []
