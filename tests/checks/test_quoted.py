"""What a questioner quotes from elsewhere against what was said."""

import pytest

from tests.checks.reading import found_in


@pytest.mark.parametrize(
    "text",
    [
        "You've got 389 in hospital, but the Health Minister said 398 this morning?",
        "You told us 23 buses. The schedule says 32 buses.",
        "Premier, you said 1,290 a moment ago, and the press release says 1,920.",
        "You said 214 homicides, but the medical examiner's website has 224.",
        "您刚才说参训人数是3600人，但通报里写的是6300人，以哪个为准？",
        "您說去年建了45所學校，我們看到教育局公布的是54所。",
        "刚才您说处理了1092家机构，能不能再讲讲这1029家主要是什么问题？",
    ],
)
def test_two_sources_disagree(text: str) -> None:
    assert [v for v, _texts in found_in(text, "repeat")] == ["conflict"]


@pytest.mark.parametrize(
    "text",
    [
        "You mentioned 450 officers were hired last year, and the union says 400 have left since.",
        "You said 4 people died. The sheriff told us 6 were injured.",
        "You said Spain has 450 cases and the WHO says Italy has 480.",
        "Spain reported 450 cases and Italy reported 480.",
        "您提到老年人有45万，而民政局公布的儿童数是40万。",
    ],
)
def test_numbers_of_other_things_are_no_conflict(text: str) -> None:
    assert found_in(text, "repeat") == []


@pytest.mark.parametrize(("again", "expected"), [("722", ["conflict"]), ("772", [])])
def test_what_is_taken_up_with_a_digit_wrong_is_told(again: str, expected: list[str]) -> None:
    text = f"幼儿园1286所，公办的772所。\n\n记者：刚才您介绍公办园是{again}所，能说说分布吗？"
    assert [v for v, _texts in found_in(text, "repeat") if v == "conflict"] == expected
