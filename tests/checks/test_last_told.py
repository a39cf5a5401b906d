"""Shares that words conclude from the numbers told just before."""

import pytest

from tests.checks.reading import found_in

CASES = [
    (
        (
            "The ministry has $140 million, and of that $28 million is capital. "
            "So {} of the money is going into boats."
        ),
        ("a third", "a fifth"),
    ),
    (
        (
            "The railways got a record $25.2 billion of support. Out of this, $11.6 billion is for "
            "safety, so almost {} per cent of the support is for safety."
        ),
        ("60", "47"),
    ),
    (
        (
            "共有88人死亡，较前年的95人少了7人。死者当中，行人占46人，司机有27人，乘客15人；"
            "换句话说，行人占了超过{}。"
        ),
        ("六成", "五成"),
    ),
    ("冬小麦已播2.1亿亩，意向面积是3.4亿亩，播种进度过{}。", ("七成", "六成")),
    (
        (
            "We set up 41 camps where 70,000 people live, of 280,000 who fled. "
            "That means {} of those who fled are in camps."
        ),
        ("four in ten", "one in four"),
    ),
]


@pytest.mark.parametrize(("text", "shares"), CASES)
def test_a_share_that_is_concluded_is_of_the_numbers_told_last(
    text: str, shares: tuple[str, str]
) -> None:
    told = [[v for v, _texts in found_in(text.format(share), "share")] for share in shares]
    assert told == [["conflict"], ["consistent"]]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry has $140 million, and $28 million is capital. A third of all roads are bad.",
        "今季提供公屋1,900个，另有回收公屋2,900个，反应热烈，入住率达九成。",
        "We gave out 61,500 kits, against 41,000 the year before, so half of us are tired.",
        "136家食堂，盈利的有41家，持平的有67家，亏损的有28家，也就是说，近八成能够维持。",
        "We have 60 boats. Last year 20 boats sank. So half of the crews are new.",
    ],
)
def test_a_share_of_nothing_told_is_held_against_nothing(text: str) -> None:
    assert found_in(text, "share") == []
