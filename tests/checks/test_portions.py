"""Shares that fit one whole are not wrong of another."""

from tests.checks.reading import found_in


def test_a_share_that_fits_one_whole_is_no_conflict_with_another() -> None:
    text = (
        "耕地7285万亩。建成高标准农田4120万亩，其中新建286万亩。"
        "耕地中，水田2914万亩，占四成；水浇地1821万亩，占25%；旱地2550万亩，占35%。"
    )
    assert "conflict" not in [v for v, _texts in found_in(text, "share")]
