"""Parts and shares of one list, of one whole."""

import pytest

from annotator.checks.implied import implied
from tests.checks.reading import found_in, scene_of

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


@pytest.mark.parametrize(
    ("listed", "conflicts"),
    [
        ("甲3.72亿件，占60%，乙2.48亿件，占40%。", []),
        ("甲3.72亿件，占60%，乙2.48亿件，占45%。", ["2.48亿件"]),
        ("甲1.86亿件，占30%，乙2.48亿件，占45%。", []),
    ],
)
def test_two_shares_are_of_what_their_parts_make(listed: str, conflicts: list[str]) -> None:
    found = found_in(f"{WHOLE}分品牌看，{listed}", "share")
    assert [texts[0] for verdict, texts in found if verdict == "conflict"] == conflicts


@pytest.mark.parametrize(
    ("before", "is_held"),
    [
        ("期间全省揽收快递6.2亿件。", True),
        ("期间全省揽收快递6.2亿件。大家很忙。路上很堵。天气很好。", True),
        ("期间全省揽收快递6.2亿件。大家很忙。路上很堵。天气很好。我们努力。", False),
        ("去年全省揽收快递6.2亿元。", False),
    ],
)
def test_the_whole_of_a_list_stands_near_and_has_its_unit(before: str, *, is_held: bool) -> None:
    text = f"{before}甲1.86亿件（30%），乙1.24亿件（20%），丙0.93亿件（15%）。"
    wholes = [texts[2] for _verdict, texts in found_in(text, "share")]
    assert wholes == ["6.2亿件"] * 3 * is_held


def test_a_list_goes_on_behind_semicolons() -> None:
    text = f"{WHOLE}甲1.86亿件，占30%；乙1.24亿件，占25%；丙0.93亿件，占15%。"
    wrong = [texts for verdict, texts in found_in(text, "share") if verdict == "conflict"]
    assert wrong == [("1.24亿件", "25%", "6.2亿件")]


def test_of_two_wholes_the_one_that_more_shares_fit_is_meant() -> None:
    listed = "今年甲1.86亿件，占30%，乙1.24亿件，占20%，丙0.93亿件，占18%。"
    found = list(implied(scene_of(f"今年揽收6.2亿件，去年揽收5.2亿件。{listed}")))
    assert {check.texts[2] for check in found} == {"6.2亿件"}
    assert [check.verdict.value for check in found] == ["consistent", "consistent", "conflict"]


LISTED = "甲1.86亿件，占30%，乙1.24亿件，占25%，丙0.93亿件，占15%"


@pytest.mark.parametrize(
    "text",
    [
        f"揽收6.2亿件。{LISTED}。",
        f"揽收6.2亿件；{LISTED}。",
        "揽收6.2亿件；甲1.86亿件，占30%；乙1.24亿件，占25%；丙0.93亿件，占15%。",
        "揽收6.2亿件。甲1.86亿件，三成，乙1.24亿件，四分之一，丙0.93亿件，15%。",
        f"揽收6.2亿件。{LISTED}，丁9人，占3%。",
    ],
)
def test_a_list_of_parts_and_shares_finds_its_whole(text: str) -> None:
    assert [c.verdict.value for c in implied(scene_of(text))] == [
        "consistent",
        "conflict",
        "consistent",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "揽收6.2亿件。甲1.86亿件，占30%，乙1.24亿件，占25%。",
        f"揽收比去年的6.2亿件增加不少。{LISTED}。",
        f"揽收由6.2亿件增加。{LISTED}。",
        f"{LISTED}，共6.2亿件。",
        "揽收6.2亿件。甲1.86亿件，增长30%，乙1.24亿件，增长20%，丙0.93亿件，增长15%。",
        "揽收6.2亿件。甲1.86亿件，30个百分点，乙1.24亿件，20个百分点，丙0.93亿件，15个百分点。",
        "揽收100%。甲30%，占30%，乙20%，占20%，丙15%，占15%。",
        "9日揽收。甲3日，占30%，乙3日，占30%，丙3日，占30%。",
        "揽收6.2亿件。甲1.86亿件，占30%，乙1.24亿件，占21%，丙0.93亿件，占19%，丁0.62亿件，占14%。",
    ],
)
def test_what_is_no_list_of_parts_and_shares_has_no_whole(text: str) -> None:
    assert list(implied(scene_of(text))) == []
