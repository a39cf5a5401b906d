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
