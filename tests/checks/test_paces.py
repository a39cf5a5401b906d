"""One pace told by two lengths of time."""

import pytest

from tests.checks.reading import found_in


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("The bridge carries 8 million cars a year, which is about 22,000 a day.", ["consistent"]),
        ("The bridge carries 8 million cars a year, which is about 12,000 a day.", ["conflict"]),
        ("We treat 600 patients a week. That's roughly 31,000 a year.", ["consistent"]),
        ("We treat 600 patients a week. That's roughly 21,000 a year.", ["conflict"]),
        ("We treat 600 patients a week. The other hospital sees 21,000 a year.", []),
        ("厂里每天出车300辆，相当于每月9000辆。", ["consistent"]),
        ("厂里每天出车300辆，相当于每月4000辆。", ["conflict"]),
        ("每天能装200台，两个月就能装12000台。", ["consistent"]),
        ("每天能装200台，两个月就能装6000台。", ["conflict"]),
        ("每天能装200台，过去两个月装了6000台。", []),
    ],
)
def test_a_pace_is_the_same_by_the_day_and_by_the_year(text: str, verdicts: list[str]) -> None:
    assert [verdict for verdict, _texts in found_in(text, "share")] == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("10月1日至7日，接待游客462万人次。七天里日均接待76万人次。", ["conflict"]),
        ("10月1日至7日，接待游客462万人次。七天里日均接待66万人次。", ["consistent"]),
        ("10月1日至7日，接待游客462万人次，日均接待76万人次。", ["conflict"]),
        ("10月1日至7日，接待游客462万人次，日均接待66万人次。", ["consistent"]),
        ("去年接待游客3650万人次，平均每天接待1万人次。", ["conflict"]),
        ("去年接待游客3650万人次，平均每天接待10万人次。", ["consistent"]),
        ("去年接待游客3650万人次，景区平均每天限流1万人次。", []),
        ("去年下半年接待游客3650万人次，平均每天接待1万人次。", []),
    ],
)
def test_days_make_what_is_told_of_all_of_them(text: str, verdicts: list[str]) -> None:
    assert [verdict for verdict, _texts in found_in(text, "share")] == verdicts


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("A family gets $102 a fortnight, about ${} a year.", "5,300", "2,650"),
        ("A family gets $102 a week, about ${} a year.", "7,300", "5,300"),
    ],
)
def test_a_sum_for_a_week_or_two_makes_one_for_a_year(text: str, wrong: str, right: str) -> None:
    assert [v for v, _ in found_in(text.format(wrong), "share")] == ["conflict"]
    assert [v for v, _ in found_in(text.format(right), "share")] == ["consistent"]
