"""Shares whose numbers are told elsewhere and are named by their verbs."""

import pytest

from tests.checks.reading import found_in

TOLD = "去年我们检查了2.3万家机构,处理了9200家。谢谢。\n"


@pytest.mark.parametrize(
    ("asked", "verdicts"),
    [
        ("去年检查的机构里,被处理的大概占三成。", ["conflict"]),
        ("去年检查的机构当中,被处理的大概占四成。", ["consistent"]),
        ("今年检查的机构里,被处理的大概占三成。", []),
        ("去年检查的机构里,被表扬的大概占三成。", []),
        ("去年检查以后,处理率是三成。", []),
    ],
)
def test_the_verbs_recall_both_numbers(asked: str, verdicts: list[str]) -> None:
    assert [verdict for verdict, _texts in found_in(TOLD + asked, "share")] == verdicts
