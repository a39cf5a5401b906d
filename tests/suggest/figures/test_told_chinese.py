"""Chinese figures and names as officials tell of them, each beside its counterpart."""

import pytest

from annotator.suggest.figures.quantity import figures_in
from annotator.suggest.figures.suggestions import suggest_figures


def found_in(text: str) -> str:
    """Return the words of all suggestions, with a bar between them."""
    return "|".join(one.text for one in suggest_figures(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("这是港口起步以来跌幅最大的一年。", ""),
        ("他過了最忙碌的一天。", ""),
        ("回顧過去的一年,工程完成。", "一年"),
        ("用整整的一年。", "一年"),
        ("開始的一年內完成", "一年內"),
        ("啟動百萬勞工進修計畫", ""),
        ("投入百万,其中八十万用于修桥", "百万|八十万"),
        ("服務百萬學子", ""),
        ("小六升中派位、初三升高一", ""),
        ("加六升水", "六升"),
        ("惠及90萬本港居民、30万本国渔民,捐出200本書", "90萬|30万|200本"),
        ("第三場地區座談", "第三場"),
        ("会再举办多一场,加开多一班", "一场|一班"),
        ("推行多一項", ""),
        ("接報8宗「假冒親友」及一宗「假冒官員」個案", "8宗|一宗"),
        ("全區唯一一宗個案", "一宗"),
        ("全省唯一一个港口", ""),
        ("從「15年」來看,「3歲」入學", "15年|3歲"),
        ("推出“十年规划”", ""),
        ("位列「第三管制區」", ""),
        ("全省排名第三管制区", "第三"),
        ("位列全省“第一”", "第一"),
        ("二○二一/二二學年", "二○二一/二二學年"),
        ("二○一六/一七的撥款", "二○一六/一七"),
        ("二○一六/一九的撥款", ""),
        ("雨量偏少3成至1倍", "3成至1倍"),
        ("从两成到一倍", "两成|一倍"),
        ("112年1期作水稻、二期稻作和第二期稻作", "112年"),
        ("推出第二期国债", "第二期"),
        ("共两类。1. 先修路。2. 再通车。", "两类"),
        ("升到了4.2 万元", "4.2 万元"),
        ("会议开始。第一个提案,是修桥。", ""),
        ("第一个提案已通过", "第一个"),
        ("您讲的我都记下了,这是第一个。其次是钱。", ""),
        ("这是全省第一个。", "第一个"),
        ("入住率百份之八十一點六", "百份之八十一點六"),
        ("增加百分之三點多,另有百分之四點幾", "百分之三點多|百分之四點幾"),
        ("按质量分二级收购,分为三级考核", "二级|三级"),
        ("共有二级以上医院420家", "420家"),
    ],
)
def test_what_stands_around_a_number_tells_whether_it_counts(text: str, found: str) -> None:
    assert found_in(text) == found


@pytest.mark.parametrize(
    ("text", "low", "high", "value"),
    [
        ("降水偏多2成至1倍", "0.2", "1", ""),
        ("二○一六/一七的預算", "", "", "2016/2017"),
        ("二○一九/二○學年", "", "", "2019/2020"),
    ],
)
def test_a_row_of_two_has_both_ends(text: str, low: str, high: str, value: str) -> None:
    (found,) = figures_in(text)
    quantity = found.quantity
    assert (quantity.low, quantity.high, quantity.value) == (low, high, value)
