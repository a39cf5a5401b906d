"""A share told at once behind its part."""

import pytest

from tests.checks.reading import found_in


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("过渡房共有三万个单位，分布在十三个地点，年内落成九千五百个，占接近一半。", "conflict"),
        (
            "過渡房共有三萬個單位，分佈在十三個地點，年內落成九千五百個，佔接近三分之一。",
            "consistent",
        ),
        ("全院编制1,240人。护理岗位在册620人，约占三成。", "conflict"),
    ],
)
def test_a_share_is_held_against_the_larger_count_in_front(text: str, verdict: str) -> None:
    assert [v for v, _ in found_in(text, "share")] == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "行人由15人减到9人。机车18人，占全部的53%。长者13人，占38%。",
        "比上月的1,240人少。护理岗位在册620人，占三成。",
        "全院编制1,240人。护理岗位增加620人，占三成。",
        "全院编制1,240人。护理岗位在册620人，请假的占三成。",
    ],
)
def test_a_count_with_a_share_of_its_own_or_a_base_is_no_whole(text: str) -> None:
    assert [v for v, _ in found_in(text, "share") if v == "conflict"] == []
