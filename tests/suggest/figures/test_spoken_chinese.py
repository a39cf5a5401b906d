"""Figures in sentences as they are said at press conferences, in both scripts."""

import pytest

from annotator.suggest.figures.suggestions import suggest_figures


def told(text: str) -> str:
    """Return the figures of a text with their values: ``近3成=0.3<~``."""
    return " ".join(
        f"{one.text}={one.figure.value or _bounds(one.figure.low, one.figure.high)}"
        f"{one.figure.comparator.removeprefix('=')}"
        for one in suggest_figures(text)
        if one.figure
    )


def _bounds(low: str, high: str) -> str:
    return low if low == high else f"{low}..{high}"


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("活动定在6月21、22、23日", "6月21=--06-21 22=---22 23日=---23"),
        ("今(7/28日)公布,今(7/28)日说明", "7/28日=--07-28 7/28=--07-28"),
        ("工期還有2年9個多月", "2年9個多月=33>~"),
        ("老人将会翻一翻,大家翻一翻手册", "翻一翻=2"),
        ("股价跌破300元", "跌破300元=300<"),
        ("每班多聘一名教师,多了一名教师", "一名=1"),
        ("線路長124公里多建32公里", "124公里=124 32公里=32"),
        ("[00:04:12]记者：15:30开会", "15:30=T15:30"),
        ("一瓶可打不只十人", "不只十人=10>"),
        ("只要还有一个国家有疫情,还有一个问题", "一个=1"),
        ("颱風七級風暴風圈接近,陣風10級", "10級=10"),
        (
            "16时35分12秒出舱,下午三时二十分十秒返回",
            "16时35分12秒=T16:35:12 下午三时二十分十秒=T15:20:10",
        ),
        ("自一七年至一九年,九七年,二三年后", "一七年至一九年=2017/2019 九七年=1997 二三年=2..3"),
        ("自二〇二六至二〇三三年間", "二〇二六至二〇三三年=2026/2033"),
        ("本月四日與昨(十一)日", "四日=---04 十一=---11"),
        ("五·九億元、一・二五兆元", "五·九億元=590000000 一・二五兆元=1250000000000"),
        ("九·一八那天,一、兩個星期內", "一、兩個星期內=1..2<="),
        ("採「3800億+N」模式,只需「三千億」", "3800億=380000000000 三千億=300000000000"),
        ("損失約八百億元", "約八百億元=80000000000~"),
        ("平均四十六人争一个单位,关键一年", "四十六人=46 一个=1"),
        ("我先讲两句,东北三省、228连假都有", ""),
    ],
)
def test_what_is_said(text: str, figures: str) -> None:
    assert told(text) == figures
