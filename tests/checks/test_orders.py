"""Beginnings and ends: what ended before it began."""

import pytest

from tests.checks.reading import found_in


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("水厂2021年5月开工，2020年12月竣工。", ["conflict"]),
        ("该桥于2016年7月正式动工，2014年10月全面建成通车。", ["conflict"]),
        ("捷運2015年開工，預計2013年底完工。", ["conflict"]),
        ("水厂2021年5月开工，2022年12月竣工。", []),
        ("水厂2021年5月开工，2021年竣工。", []),
        ("二期2021年5月开工，一期2020年12月竣工。", []),
        ("2021年5月开工的水厂和2020年12月竣工的泵站都在。", []),
        ("Work on the pier started in May 2021 and was completed in March 2019.", ["conflict"]),
        ("Work on the pier started in May 2021 and was completed in March 2023.", []),
        ("The pier started in May 2021, and the mall, completed in 2019, is near.", []),
    ],
)
def test_an_end_follows_its_beginning(text: str, verdicts: list[str]) -> None:
    assert [verdict for verdict, _texts in found_in(text, "date")] == verdicts
