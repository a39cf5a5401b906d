"""Parts that are worked out from a share and a whole."""

import pytest

from tests.checks.reading import found_in, workings_of


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("救助以成本的20%計算，每公頃的成本是45萬元，所以每公頃可以領{}萬元。", "12", "9"),
        ("总投资12亿元，银行贷款占七成，剩下的{}亿元由企业自筹。", "4.6", "3.6"),
        (
            "The program is $450 million. The state pays 60 percent, so we get ${} million.",
            "230",
            "270",
        ),
        (
            "It is $450 million. The state pays 60 percent, which leaves us ${} million.",
            "230",
            "180",
        ),
        ("The state pays 60 percent. It is $450 million, so we get ${} million.", "230", "270"),
    ],
)
def test_a_part_is_worked_out_from_a_share_and_a_whole(text: str, wrong: str, right: str) -> None:
    assert [v for v, _texts in found_in(text.format(wrong), "share")] == ["conflict"]
    assert [v for v, _texts in found_in(text.format(right), "share")] == ["consistent"]


@pytest.mark.parametrize(
    "text",
    [
        "The program is $450 million. The state pays 60 percent, so we hired 230 people.",
        "The program is $450 million. The state pays 60 percent. The city spent $230 million.",
        "The program is $450 million. The state pays 60 percent, so we saved $20 million.",
        "总投资12亿元，银行贷款占七成，今年完成4.6亿元。",
        "银行贷款占七成，有2106万元；租金涨两成，也就是1104万元。",
    ],
)
def test_other_numbers_behind_a_share_are_no_part_of_it(text: str) -> None:
    assert found_in(text, "share") == []


def test_what_is_left_is_told_as_what_the_part_leaves() -> None:
    text = "It is $450 million. The state pays 60 percent, which leaves us $230 million."
    [working] = workings_of(text, "share")
    assert working == "$450 million without $230 million is 48.9% of it; stated is 60 percent."


@pytest.mark.parametrize(("part", "verdict"), [("1,104", "conflict"), ("1,404", "consistent")])
def test_the_whole_of_a_part_is_the_largest_number_in_front(part: str, verdict: str) -> None:
    text = f"總共看了4,680人次。其中外傷占45%，有2,106人次；小兒科占三成，也就是{part}人次。"
    found = found_in(text, "share")
    assert (verdict, (f"{part}人次", "三成", "4,680人次")) in found
    assert all("45%" not in texts for v, texts in found if v == "conflict")
