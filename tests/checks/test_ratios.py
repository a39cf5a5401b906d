"""Two counts and the ratio that is stated of them."""

import pytest

from tests.checks.reading import found_in


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("在校学生98.4万人，专任教师6.15万人，师生比大约1比14。", ["conflict"]),
        ("在校学生98.4万人，专任教师6.15万人，师生比大约1比16。", ["consistent"]),
        ("医生1420人，护士2280人，医护比1比1.6。", ["consistent"]),
        ("医生1420人，护士2280人，医护比1比1.9。", ["conflict"]),
        ("We have 12,000 pupils and 800 teachers, a ratio of 15 to 1.", ["consistent"]),
        ("We have 12,000 pupils and 800 teachers, a ratio of 18:1.", ["conflict"]),
        ("We have 12,000 pupils and 800 teachers, a ratio of 90:1.", []),
        ("We kept one nurse to four patients on the wards, and 1:2 in intensive care.", []),
        ("We won the match 2:1 before a crowd of 12,000 people and 80 guests.", []),
    ],
)
def test_a_ratio_is_that_of_the_counts_in_front(text: str, verdicts: list[str]) -> None:
    assert [verdict for verdict, _texts in found_in(text, "share")] == verdicts


@pytest.mark.parametrize(("ratio", "verdict"), [("15.8比1", "conflict"), ("11.8比1", "consistent")])
def test_a_ratio_may_name_what_it_is_of(ratio: str, verdict: str) -> None:
    text = f"小学生有307300人。任课教师有26040名，学生与教师比例维持{ratio}。"
    assert [v for v, _texts in found_in(text, "share")] == [verdict]


def test_a_ratio_of_what_is_not_told_is_held_against_nothing() -> None:
    text = "小学生有307300人。清洁工有26040名。学生与教师比例维持15.8比1。"
    assert found_in(text, "share") == []
