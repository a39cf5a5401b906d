"""Shares that should make a whole."""

import pytest

from tests.checks.reading import found_in


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("从年龄看，未成年人占22%，成年人占63%，老年人占25%。", ["conflict"]),
        ("从年龄看，未成年人占22%，成年人占53%，老年人占25%。", ["consistent"]),
        ("从客源看，省内游客占58%，省外游客占47%。", ["conflict"]),
        ("从客源看，省内游客占58%，省外游客占42%。", ["consistent"]),
        ("从客源看，省内游客占58%，自驾游客占47%。", []),
        (
            "By age, 30 percent are under 20, 45 percent are adults and 35 percent are older.",
            ["conflict"],
        ),
        ("Prices rose 60 percent, wages 45 percent and rents 20 percent.", []),
    ],
)
def test_shares_of_a_whole_are_added_up(text: str, verdicts: list[str]) -> None:
    assert [v for v, _texts in found_in(text, "sum")] == verdicts


def test_the_structure_of_something_is_parts_of_a_whole() -> None:
    assert [v for v, _t in found_in("三次产业结构为7.7%、40.8%、55.6%。", "sum")] == ["conflict"]
    assert [v for v, _t in found_in("三次产业结构为7.7%、40.8%、51.5%。", "sum")] == ["consistent"]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Only 11% of it goes by the formula. Which means that {}% is still by count.", "91", "89"),
        ("About 38% of them rent, and the other {}% own a home.", "52", "62"),
        ("外来人口占38%，其余{}%是本地的。", "52", "62"),
    ],
)
def test_a_share_and_the_rest_make_a_whole(text: str, wrong: str, right: str) -> None:
    assert [v for v, _texts in found_in(text.format(wrong), "sum")] == ["conflict"]
    assert [v for v, _texts in found_in(text.format(right), "sum")] == ["consistent"]


@pytest.mark.parametrize(
    "text",
    [
        "About 38% of them rent, and the other 12% are guests.",
        "Rents rose by 38%, and the other 52% own a home.",
        "About 38% rent, 20% are guests, and the other 52% own a home.",
        "About 38% of them rent, so 52% of us should worry.",
    ],
)
def test_other_shares_are_no_rest(text: str) -> None:
    assert found_in(text, "sum") == []
