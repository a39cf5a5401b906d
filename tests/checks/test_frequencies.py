"""How often something is done."""

import pytest

from tests.checks.reading import found_in


def test_twice_a_year_is_every_half_year() -> None:
    text = "我们每半年开展一次食品安全检查。\n答：每年开展2次食品安全检查。"
    assert ("consistent", ("每半年", "一次", "2次")) in found_in(text, "repeat")


@pytest.mark.parametrize(
    "text",
    [
        "我们每半年开展一次食品安全检查。\n答：每年开展3次食品安全检查。",
        "我们每半年开展一次食品安全检查。\n答：每月召开一次居民会议。",
        "我们每季度开展一次食品安全检查。",
    ],
)
def test_other_numbers_and_other_things_are_not_the_same(text: str) -> None:
    assert [f for f in found_in(text, "repeat") if "一次" in f[1]] == []
