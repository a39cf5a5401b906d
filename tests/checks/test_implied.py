"""Parts and shares of one list, of one whole."""

import pytest

from tests.checks.reading import found_in

WHOLE = "期间全省揽收快递6.2亿件。单日最高在11月11日。"


@pytest.mark.parametrize(
    ("listed", "wrong"),
    [
        ("甲1.86亿件，占30%，乙1.24亿件，占25%，丙0.93亿件，占15%。", ["1.24亿件"]),
        ("甲1.86亿件，占30%，乙1.24亿件，占20%，丙0.93亿件，占15%。", []),
        ("甲1.86亿件，占40%，乙1.24亿件，占25%，丙0.93亿件，占19%。", []),
    ],
)
def test_the_share_that_fits_another_whole_is_wrong(listed: str, wrong: list[str]) -> None:
    found = found_in(f"{WHOLE}分品牌看，{listed}", "share")
    assert [texts[0] for verdict, texts in found if verdict == "conflict"] == wrong
