"""One quantity stated twice."""

import pytest

from tests.checks.reading import found_in

GLUE = "\n记者：请您介绍一下有关情况。\n局长："


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("上半年全市城镇新增就业8.46万人，完成目标。", "上半年全市城镇新增就业8.64万人。"),
        ("去年共發生五分鐘以上延誤38件。", "去年共發生五分鐘以上延誤83件，要檢討。"),
        ("全縣預防性撤離居民3,460人。", "這次全縣共預防性撤離居民3,640人，其中多數。"),
        (
            "Waiting lists stood at 412,000 patients at the end of last year.",
            "Waiting lists stood at 421,000 patients at the end of last year, as I said.",
        ),
        ("We had 3,850 volunteers along the course.", "We had 3,580 volunteers along the course."),
    ],
)
def test_different_numbers_of_one_thing_are_a_conflict(first: str, second: str) -> None:
    verdicts = [v for v, _texts in found_in(first + GLUE + second, "repeat")]
    assert [verdict for verdict in verdicts if verdict != "consistent"] == ["conflict"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "全市共开设周末课程班1620期、参加15.2万人。",
            "全市共开设夜间课程班1350期，参加98万人次。",
        ),
        ("老年人健康管理率从68.5%提高到74.1%。", "高血压患者规范管理率从70.2%提高到76.8%。"),
        ("上半年GDP增长7.8%，其中一季度增长8.1%。", "其中，二季度增长7.6%。"),
        ("2011年第一产业增加值15700亿元。", "2012年第一产业增加值17471亿元。"),
        ("春节8天，全省接待游客3260万人次。", "国庆7天，全省接待游客4180万人次。"),
        ("定期票每張1,200元。", "學生定期票每張900元。"),
        ("今日病例中，為20例男性、28例女性。", "移入個案中，為202例男性、82例女性。"),
        ("Patients are down from 628 two weeks ago.", "Beds are down from 848 two weeks ago."),
        ("Income per share was $2.95 for the quarter.", "Adjusted income per share was $2.93."),
        ("We employ 12,200 people in Germany.", "We employ 14,300 people in Poland."),
        ("We hired 410 people last year.", "We plan to hire 500 people next year."),
        ("每户补贴不超过5000元。", "每户补贴4200元。"),
    ],
)
def test_different_things_are_no_conflict(first: str, second: str) -> None:
    assert "conflict" not in [v for v, _texts in found_in(first + GLUE + second, "repeat")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("全市累计造林12.6万亩。", "我们累计造林12.6万亩，超额完成。"),
        ("全国现行命案破案率保持在99.9%。", "全国现行命案破案率为99.94%。"),
        ("去年颁发人才卡7700多张。", "去年已颁发人才卡7765张。"),
        ("The storm damaged 1,840 homes.", "As I said, the storm damaged 1,840 homes."),
    ],
)
def test_one_number_twice_is_consistent(first: str, second: str) -> None:
    assert [v for v, _texts in found_in(first + GLUE + second, "repeat")] == ["consistent"]


def test_one_numeral_of_different_things_is_no_repeat() -> None:
    text = "全市有300个社区。" + GLUE + "我们培训了300名社工，发放补贴300万元。"
    assert found_in(text, "repeat") == []


def test_small_counts_that_are_called_alike_at_length_disagree() -> None:
    text = "入汛以来，我省先后出现八轮强降雨过程。\n入汛以来一共有六轮强降雨过程。"
    assert ("conflict", ("八轮", "六轮")) in found_in(text, "repeat")
    short = "我们走访了八个村。\n他们走访了六个村。"
    assert all(verdict != "conflict" for verdict, _texts in found_in(short, "repeat"))


def test_a_part_whose_share_is_told_beside_the_whole_is_no_other_number_for_it() -> None:
    text = (
        "海关查扣侵权货物1,420批次，寄递渠道占{}。\n记者：还有呢？\n寄递渠道查扣侵权货物1,278批次。"
    )
    assert "conflict" not in [v for v, _t in found_in(text.format("九成"), "repeat")]


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ("We have over 3,600 workers on site today.", "2,600 workers on site today.", ["conflict"]),
        ("We have over 3,600 workers on site today.", "3,650 workers on site today.", []),
        ("去年农业总产值突破4052亿元。", "去年农业总产值4502亿元。", ["conflict"]),
        ("去年农业总产值4000亿元以上。", "去年农业总产值4502亿元。", []),
    ],
)
def test_a_number_on_the_other_side_of_a_bound_disagrees(
    first: str, second: str, verdict: list[str]
) -> None:
    text = f"{first}\nReporter: 请讲。\n{second}"
    assert [v for v, _texts in found_in(text, "repeat")] == verdict


def test_one_phrase_with_another_digit_disagrees_whatever_leads_to_it() -> None:
    text = (
        "Last month we brought aid to all of the 27 districts facing severe drought.\n"
        "QUESTION: What is next?\nIn the 29 districts facing severe drought, we drill wells."
    )
    assert [v for v, _texts in found_in(text, "repeat")] == ["conflict"]


def test_an_average_is_called_so_or_not() -> None:
    text = "平均輪候時間為6.3年，略有縮短。\n記者：輪候時間呢？\n局長：輪候時間現時是6.1年。"
    assert [v for v, _texts in found_in(text, "repeat")] == ["conflict"]
