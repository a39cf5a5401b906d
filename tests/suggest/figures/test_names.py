"""Numerals in names, ranks, slogans and lists, beside the same numerals that count."""

import pytest

from annotator.suggest.figures import suggest_figures
from annotator.suggest.figures.quantity import figures_in


def found_in(text: str) -> list[str]:
    """Return the words of all suggestions."""
    return [suggestion.text for suggestion in suggest_figures(text)]


@pytest.mark.parametrize(
    "text",
    [
        "贯彻“三查两提升”的要求",
        "落實「五個一批」",
        "学习贯彻党的十九届四中全会精神",
        "党的二十大报告",
        "二级巡视员陈某",
        "组织二处处长",
        "荣立三等功",
        "一是加强管理。二是优化服务。",
        "一、总体情况",
        "（二）主要做法",
        "第一，要统一思想；第二，要抓落实",
        "第80條規定",
        "第十七届世界农业论坛",
        "一大批70后、80后干部",
        "请拨打12345热线,或0931-5550123",
        "歼-20和东风-17亮相",
        "二十国集团",
        "三季度以来",
        "增长两位数",
        "107国道恢复通行",
        "《关于第三批改革的意见》",
        "这一点一直十分重要",
        "1号候选人",
        "F-16, G20, 5G, H5N1, COVID-19 and Wi-Fi 6E",
        "Article 5 and Section 230 of Title 42",
        "the Fifth Fleet and the 101st Airborne",
        "Call 1-800-555-0199 or 911.",
        "the first lady, the second half, a couple of weeks",
        "He watched Euro 2024 on Line 2",
        "the line is open 24-7",
        "[2. Roll call] of a two-star general",
        "counts four through six, a class five felony",
        "00:14We went on\n0:21 today it rained",
        "they were aboard train 412",
        "one of them, no one else",
        "First, the economy.",
        "A 747 landed with our 4680 cells",
        "He kept to the Rule of Six",
        "Articles 12 and 13, pages 3, 4 and 5",
        "It sits at 10 Downing Street",
        "a 501(c)(3) under Section 13(3)",
        "I read it in #7 of Regulation 2024/1263",
        "the 6 train and the 405 freeway",
        "a second-year resident, a third-party seller",
        "He was on 60 Minutes",
        "十四五开局良好",
        "一人一档、一科一辅",
        "对一类和二类分别管理，二阶段再说",
        "依刑法第185條之3處理",
        "请记住119、120和12350",
        "信義路五段封閉",
        "(2020)京01民初123号判决",
        "第3971次院會通過",
        "雪龙2号、向阳红3号",
        "台北101大樓",
        "三包政策, 三不五時",
        "206旅進駐",
        "第十四个五年规划",
        "第10、11及12條",
        "6·30大会、7·20特大暴雨",
        "90后,00后",
        "隔离7+7、3+11",
        "95無鉛、98無鉛",
        "第一個,疫苗",
        "南科18廠、核三廠",
        "病例1與案379",
        "身份证号后四位",
        "沪深300与上证50",
        "男子100米接力决赛",
        "假日一房難求",
        "休整一段时间",
    ],
)
def test_a_name_rank_slogan_or_marker_is_no_figure(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("会议指出“增长了30%以上”", ["30%以上"]),
        ("四大举措", ["四大"]),
        ("a 350 bed hospital and the 1,200 cells", ["350", "1,200"]),
        ("adopted in Texas by 1,200 people", ["1,200"]),
        ("Some 2,400 line workers", ["Some 2,400"]),
        ("指数升至120", ["120"]),
        ("提前一年完成,前一年没有", ["一年"]),
        ("每一千人中有三人", ["一千人", "三人"]),
        ("1961年以来第3多", ["1961年", "第3"]),
        ("連續第六季凍漲，第六季檢討", ["連續第六季"]),
        ("二位專家,十二类", ["二位", "十二类"]),
        ("3日和5号", ["3日", "5号"]),
        ("300旅客", ["300"]),
        ("3房2廳", ["3房", "2廳"]),
        ("有一個報告案、兩個討論案", ["一個", "兩個"]),
        ("930億支持方案", ["930億"]),
        ("跌破30900大關", ["跌破30900"]),
        ("逾半數", ["逾半數"]),
        ("休息十分钟", ["十分钟"]),
        ("共37处、二十余处", ["37处", "二十余处"]),
        ("二级以上公立医院21家", ["21家"]),
        ("每半年开展一次调研", ["每半年", "一次"]),
        ("集中一周时间", ["一周"]),
        ("每人限购一份", ["一份"]),
        ("排名全国第二", ["第二"]),
        ("第三次出动", ["第三次"]),
        ("占GDP2.5%", ["2.5%"]),
        ("增速为-1.03%", ["-1.03%"]),
        ("About 300 came in 2019", ["About 300", "2019"]),
        ("On Monday 12 more died", ["12"]),
        ("the third wave and the 60th anniversary", ["third", "60th"]),
        ("the 1990s and mid-2021", ["1990s", "mid-2021"]),
        ("£22.6bn over two years", ["£22.6bn", "two years"]),
        ("a 27-nation bloc", ["27-nation"]),
        ("今天有三项内容，三米以内", ["三项", "三米以内"]),
        ("加上一年多的准备", ["一年多"]),
        ("由三百起降到二十起", ["三百起", "二十起"]),
        ("昨天有37家用户参加", ["37家"]),
        ("每天有一起交通事故", ["一起"]),
        ("上涨许多，三次许可", ["三次"]),
        ("the one hundred twenty rooms", ["one hundred twenty"]),
        ("the 343 who died", ["343"]),
        ("Oaks 24, Pines 17", ["24", "17"]),
        ("since 1884", ["1884"]),
        ("in the first nine months and the first two weeks", ["nine months", "two weeks"]),
        ("the work is complete on 141, under way on 88", ["141", "88"]),
        ("declared on January 6, 14 of the provinces", ["January 6", "14"]),
        ("on July 15, 16 and 17, we meet", ["July 15", "16", "17"]),
    ],
)
def test_the_same_numeral_counts_where_another_could_stand(text: str, figures: list[str]) -> None:
    assert found_in(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "Ms. Marlow: (04:12)\nthank you",
        "谢谢大家。[15:42]",
        "00:14:03\n\nthank you",
        "在园幼儿[3],比上年多",
        "系统4.0发布",
        "与案512有关",
        "发布《2031年统计公报》",
        "Ａ型Ｈ３Ｎ２為多",
        "新村二期落成",
        "Station 3 responded",
        "Avery (00:06):\nfine",
        "[inaudible 00:00:16]",
        "Python 3 is what runs it",
        "Kubernetes 7 shipped in spring",
        "Tier 1 counties",
        "The 737 has been parked",
        "the 7 and the L trains",
        "the 4, 5 and 6 trains",
        "take the 101 or the 405",
        "go around on 695, and that is long",
        "at milepost 79.9 and between railcars 109 and 110",
        "at 123 West 45th Street",
        "Helpline: +44 1632 960 123",
        "And two, the banks",
        "One, we wait, two, we ask, and three, we go",
        "One question, if I may",
        "in one setting or another",
        "00:00:09,199 --> 00:00:38,497",
        "半年度经营情况和半年报",
    ],
)
def test_time_codes_footnotes_versions_and_file_numbers_are_no_figures(text: str) -> None:
    assert not [figure for figure in figures_in(text) if not figure.is_bare]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("水位降低0.3-0.6米", "0.3-0.6米"),
        ("規模6.0的地震", "6.0"),
        ("at (10:05) it rained", "10:05"),
        ("省市县三级联动", "三级"),
    ],
)
def test_numbers_like_names_are_figures(text: str, figure: str) -> None:
    assert [text[f.start : f.end] for f in figures_in(text) if not f.is_bare] == [figure]
