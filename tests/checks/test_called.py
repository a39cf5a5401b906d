"""Shares that words call so, of a part right in front and a whole before it."""

import pytest

from annotator.checks.called import known_before, leads_on, of_one_told_before
from tests.checks.reading import found_in, scene_of


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("乡镇卫生院有650所，山区的118所，占12%。", ["conflict"]),
        ("乡镇卫生院有650所，山区的118所，占18.2%。", ["consistent"]),
        ("来了650人，走了118人，同比少12%。", []),
        ("营业收入86亿元，利润9亿元。人手多了。海外收入30亿元，占比45%。", ["conflict"]),
    ],
)
def test_a_part_is_held_against_the_whole_before_it(text: str, verdicts: list[str]) -> None:
    scene = scene_of(text)
    found = of_one_told_before(scene, scene.statements[-1])
    assert [check.verdict.value for check, _triple in found] == verdicts


def test_counts_further_in_front_are_known_by_the_noun_of_the_part() -> None:
    scene = scene_of("营业收入86亿元，利润9亿元。人手多了。海外收入30亿元，占比45%。")
    assert [s.text for s in known_before(scene, scene.statements[-1])] == ["86亿元"]


def test_a_share_leads_on_from_a_part_in_few_words() -> None:
    assert leads_on("，占", is_of_them=False)
    assert not leads_on("，同时我们还要看到另外一个情况，就是它占", is_of_them=False)


@pytest.mark.parametrize("rate", ["出生率为10.7‰", "出生率为1.07%"])
def test_rates_of_two_counts_called_alike_are_of_neither(rate: str) -> None:
    text = f"全年出生人口32.1万人，{rate}；死亡人口21.0万人，死亡率为7.8‰。"
    assert found_in(text, "share") == []


@pytest.mark.parametrize(("share", "verdict"), [("九成", "conflict"), ("八成", "consistent")])
def test_what_is_new_may_have_parts_of_its_own(share: str, verdict: str) -> None:
    text = f"每日增加1,000个号，其中电话预约800个，占{share}。"
    assert [v for v, _ in found_in(text, "share")] == [verdict]
    apart = f"每日增加1,000个号，电话预约800个，占{share}。"
    assert [v for v, _ in found_in(apart, "share") if v == "conflict"] == []


def test_a_share_within_a_count_is_of_no_whole_before_it() -> None:
    text = "全区有企业231个。在投产的116个大项目中，约40%的技术属国际先进水平。"
    assert [v for v, _ in found_in(text, "share") if v == "conflict"] == []
