"""Numbers with their change and what that comes to."""

import pytest

from tests.checks.reading import found_in


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("去年产量120万吨。今年预计增长5%，达到126万吨。", ["consistent"]),
        ("去年产量120万吨。今年预计增长5%，达到130万吨。", ["conflict"]),
        ("現在最低工資是27,470元，明年調升4.08%，調到29,590元。", ["conflict"]),
        ("目前最低工资是2200元。从7月1日起上调10%，调整到2420元。", ["consistent"]),
        ("基本票價20元，我們研議調到25元，漲幅是20%。", ["conflict"]),
        (
            "Our budget is $184 million. We ask for a 5 percent rise, bringing it to $193 million.",
            ["consistent"],
        ),
        (
            "Our budget is $184 million. We ask for a 5 percent increase, so it'd be $198 million.",
            ["conflict"],
        ),
        ("The force has 1,200 officers. We want to grow it by 10 percent, to 1,400.", ["conflict"]),
        ("Ridership was 2.4 million. It went up 25 percent, reaching 3 million.", ["consistent"]),
        ("去年全市生产总值120亿元。今年固定资产投资增长5%，达到130亿元。", []),
        ("全年出口120亿元，进口增长5%，达到130亿元。", []),
        ("Exports were $40 billion. Imports rose 5 percent, to $48 billion.", []),
        ("We had 340 murders last year. Robberies fell 12 percent, to 310.", []),
        ("工程进度是42%，落后0.8个百分点，预定进度是43.8%。", ["conflict"]),
        ("工程进度是43%，落后0.8个百分点，预定进度是43.8%。", ["consistent"]),
    ],
)
def test_a_change_leads_to_what_is_told_behind_it(text: str, verdicts: list[str]) -> None:
    assert [v for v, _texts in found_in(text, "growth")] == verdicts


@pytest.mark.parametrize(("step", "verdict"), [("116", "consistent"), ("126", "conflict")])
def test_what_a_step_comes_to_may_stand_elsewhere(step: str, verdict: str) -> None:
    text = f"今天本土1,102例。\n\n記者：昨天呢？\n\n局長：昨天本土是986例，今天增加了{step}例。"
    assert [v for v, _texts in found_in(text, "growth")] == [verdict]
