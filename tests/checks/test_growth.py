"""Numbers before and after, and the change between them."""

import pytest

from tests.checks.reading import found_in, workings_of


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("去年營收從前年的84億元成長到96.6億元，成長12%。", "conflict"),
        ("去年營收從前年的84億元成長到96.6億元，成長15%。", "consistent"),
        ("平均輪候時間是5.3年，較高峰期的6.1年縮短了0.6年。", "conflict"),
        ("平均輪候時間是5.3年，較高峰期的6.1年縮短了0.8年。", "consistent"),
        ("2012年大班额占17.8%，去年只占0.5%，下降18.3个百分点。", "conflict"),
        ("2012年大班额占17.8%，去年只占0.5%，下降17.3个百分点。", "consistent"),
        ("急症室收費由一百八十元調整至四百元，加了二百四十元。", "conflict"),
        ("急症室收費由一百八十元調整至四百元，加了二百二十元。", "consistent"),
        ("Enrollment rose from 48,000 to 50,400 students, an increase of 8 percent.", "conflict"),
        ("Enrollment rose from 48,000 to 50,400 students, an increase of 5 percent.", "consistent"),
        ("We saw 118 fires, compared with 131 in 2023, a decrease of 16 percent.", "conflict"),
        ("The number tripled, from 400,000 in 2021 to 1 million today.", "conflict"),
        ("产量由2.1万辆增至6.3万辆，是上年的2.5倍。", "conflict"),
        ("管理率从70.2%提高到76.8%，提高了8.6个百分点。", "conflict"),
        (
            "Fires fell to 118 last year, from 164 the year before. That's a drop of 38%.",
            "conflict",
        ),
        ("上周门诊11400人，前一周是10200人，上升了22%。", "conflict"),
        ("上周门诊11400人，前一周是10200人，上升了12%。", "consistent"),
        ("The river is at 27 feet, that's nine feet over the flood stage of 16 feet.", "conflict"),
        ("The river is at 27 feet, that's 11 feet over the flood stage of 16 feet.", "consistent"),
        ("震前游客有1210万人次，去年掉到484万人次，少了七成。", "conflict"),
        ("震前游客有1210万人次，去年掉到484万人次，少了六成。", "consistent"),
        ("外汇存底是5974亿美元。股票一共9011亿美元，相当于外汇存底的1.9倍。", "conflict"),
        ("外汇存底是5974亿美元。股票一共9011亿美元，相当于外汇存底的1.5倍。", "consistent"),
        ("招生7650人，去年是8500人，少了一成，主要是学校也减了，从31所减到27所。", "consistent"),
        ("We had 186,400 fish. That compares with 149,000 last year, up 15 percent.", "conflict"),
        ("We had 186,400 fish. That compares with 149,000 last year, up 25 percent.", "consistent"),
        (
            "It was 70.2 degrees, compared with 68.4 in a normal year, 2.8 degrees warmer.",
            "conflict",
        ),
        (
            "It was 70.2 degrees, compared with 68.4 in a normal year, 1.8 degrees warmer.",
            "consistent",
        ),
        ("The wait has come down from 31 hours to 26, eight hours faster.", "conflict"),
        ("The wait has come down from 31 hours to 26, five hours faster.", "consistent"),
        ("The wait was 31 weeks in May and now it's 23, 11 weeks less.", "conflict"),
        ("The wait was 31 weeks in May and now it's 23, eight weeks less.", "consistent"),
        ("利率从4.5%降到4.2%，下降20个基点。", "conflict"),
        ("利率从4.5%降到4.2%，下降30个基点。", "consistent"),
        ("Thefts fell by a third, from 900 to 450.", "conflict"),
        ("今年安排6.3亿元，比去年增加9000万元，增长26.7%。", "conflict"),
        ("共1,380件，比前一个月的920件增加460件，增加50%。", "consistent"),
        ("今天新增10,816例，較上周二的9,908例增加9.2%。", "consistent"),
        ("今天新增10,816例，較上周二的9,908例增加19.2%。", "conflict"),
        ("资金从5.4亿元增加到6.3亿元，增加了4000万元。", "conflict"),
    ],
)
def test_the_change_is_held_against_the_numbers(text: str, verdict: str) -> None:
    assert {v for v, _texts in found_in(text, "growth")} == {verdict}


@pytest.mark.parametrize(
    "text",
    [
        "5年期以上LPR下调25个基点至3.95%，首付比例不低于15%。",
        "夏糧產量12627萬噸，比上年增產312萬噸，增長2.5%。",
        "国内生产总值从53.9万亿元增长到114.4万亿元，占五分之一以上，由21.3%、19.6%提高。",
        "The share rose from 4 percent to 9 percent.",
    ],
)
def test_numbers_that_do_not_belong_together_are_no_conflict(text: str) -> None:
    assert "conflict" not in [v for v, _texts in found_in(text, "growth")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("资金从5.4亿元增加到6.3亿元，增加了4000万元。", "a rise of 9000万元;"),
        ("The rate rose from 4.5 percent to 6 percent, up 2.5 percentage points.", "1.5 per"),
        ("产量由2.1万辆增至6.3万辆，是上年的2.5倍。", "6.3万辆 is 3 times 2.1万辆;"),
        ("Thefts fell by a third, from 900 to 450.", "a fall of 50%;"),
        ("Thefts fell from 640 to 480, a drop of 35 percent.", "a fall of 25%;"),
    ],
)
def test_the_working_says_the_change_in_the_stated_unit(text: str, said: str) -> None:
    [working] = workings_of(text, "growth")
    assert said in working


def test_numbers_without_an_upper_bound_are_held_against_a_change_too() -> None:
    text = "人数从超过2300人增加到超过2600人，增加了300人。"
    assert {verdict for verdict, _texts in found_in(text, "growth")} <= {
        "consistent",
        "undetermined",
    }


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("锂电池出口151亿元，比去年同期的168亿元增长10%。", "conflict"),
        ("锂电池出口151亿元，比去年同期的168亿元下降10%。", "consistent"),
        ("Shootings fell to 340 from 425, down 30 percent.", "conflict"),
        ("We started 412 people on it, up 60 percent from 290 the year before.", "conflict"),
        ("文件由11项减为7项，少了五项。", "conflict"),
        ("文件由11项减为7项，少了四项。", "consistent"),
        ("罚款由3000元加至6000元，即加一倍。", "consistent"),
        ("Shootings fell to 340 from 425, down 20 percent.", "consistent"),
        ("充电桩1480个，其中快充1210个，较去年的925个增加60%。", "consistent"),
    ],
)
def test_what_the_base_belongs_to_and_the_direction_are_seen(text: str, verdict: str) -> None:
    assert [v for v, _texts in found_in(text, "growth")] == [verdict]


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("捷运日运量21.5万人次，上路前是17.2万人次，成长三成五。", ["conflict"]),
        ("捷运日运量21.5万人次，上路前是17.2万人次，成长二成五。", ["consistent"]),
        ("去年发放补贴4200万元，今年安排5460万元，比去年增加四成。", ["conflict"]),
        ("111年是63.9%，去年降到61.2%，降了2.7个百分点。", ["consistent"]),
        ("We received 91,600 complaints, down a fifth from 104,500.", ["conflict"]),
        ("The terminal will have 35 gates, 11 more than the 26 we have today.", ["conflict"]),
        ("The terminal will have 37 gates, 11 more than the 26 we have today.", ["consistent"]),
        ("The declared cargo was 340 tonnes; we think it was heavier.", []),
        (
            "They declared 340 tonnes, but it was 510 tonnes, which is 40 percent more than said.",
            ["conflict"],
        ),
        ("Absence fell from 31 percent to 24 percent, a gain of nine points.", []),
        ("Containment rose from 22 percent to 38 percent, a gain of 14 points.", ["conflict"]),
        ("Last year our 63 parks had 332 million visits, 2 percent more than before.", []),
        ("补助标准从4元提高到5元，提高了20%。", ["conflict"]),
        ("We raised the salary from $48,000 to $54,000, a 15 percent raise.", ["conflict"]),
    ],
)
def test_a_change_is_held_against_the_number_that_is_said_to_be_older(
    text: str, verdicts: list[str]
) -> None:
    assert [v for v, _texts in found_in(text, "growth")] == verdicts


def test_debt_that_was_paid_back_has_fallen() -> None:
    text = "上任时公共债务是2,489亿元，到去年底是2,270亿元，还了{}亿元。"
    assert [v for v, _t in found_in(text.format(179), "growth")] == ["conflict"]
    assert [v for v, _t in found_in(text.format(219), "growth")] == ["consistent"]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("停水户数从最高3,600户降到450户，减少{}户。", "2,150", "3,150"),
        ("The price peaked at $8.17 and is down to $3.27, a {} percent drop.", "50", "60"),
    ],
)
def test_a_peak_and_what_is_left_of_it_lie_so_far_apart(text: str, wrong: str, right: str) -> None:
    assert [v for v, _t in found_in(text.format(wrong), "growth")] == ["conflict"]
    assert [v for v, _t in found_in(text.format(right), "growth")] == ["consistent"]


def test_two_equal_numbers_are_no_before_and_after() -> None:
    text = "一月至十一月死亡人数为2584人，较去年的2584人减少190人。"
    assert found_in(text, "growth") == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("We have 1,592 patients, down {} from yesterday, when it was 1,650.", "98", "58"),
        ("贷款余额4150亿元，比年初增加{}，年初余额是3750亿元。", "350亿元", "400亿元"),
        ("补助从每人610元涨到640元，每人多补了{}。", "50元", "30元"),
        ("投资去年同期是二百四十亿元，今年完成三百亿元，增幅达到{}。", "三成五", "两成五"),
    ],
)
def test_what_there_was_may_be_told_behind_the_change(text: str, wrong: str, right: str) -> None:
    assert [v for v, _texts in found_in(text.format(wrong), "growth")] == ["conflict"]
    assert [v for v, _texts in found_in(text.format(right), "growth")] == ["consistent"]


@pytest.mark.parametrize(
    ("times", "verdict"), [("doubled", "conflict"), ("grown by half", "consistent")]
)
def test_more_than_a_number_is_not_far_more(times: str, verdict: str) -> None:
    text = f"It has more than 6,000 now; early on, we had 4,000, so it has {times} since then."
    assert verdict in [v for v, _texts in found_in(text, "growth")]


@pytest.mark.parametrize(("step", "verdict"), [("27", "conflict"), ("17", "consistent")])
def test_a_step_over_some_months_has_no_subject_of_its_own(step: str, verdict: str) -> None:
    text = f"现在的团队是112支，去年底是95支，这两个多月又增加了{step}支。"
    assert found_in(text, "growth") == [(verdict, ("95支", "112支", f"{step}支"))]


@pytest.mark.parametrize(
    ("part", "verdict"), [("three quarters", "conflict"), ("65 percent", "consistent")]
)
def test_a_number_that_is_cut_is_the_one_told_before(part: str, verdict: str) -> None:
    text = (
        "In March, 120,000 households had none. By May it was forty-two thousand,"
        f" and with the new posts, we have cut that number by {part}."
    )
    assert found_in(text, "growth") == [(verdict, ("120,000", "forty-two thousand", part))]


def test_a_mark_that_was_passed_is_no_base() -> None:
    text = (
        "快递业务量1750.8亿件，比上年的1320.7亿件增长21.5%。\n"
        "去年8月17日快递业务量突破一千亿件，比前年早。"
    )
    assert found_in(text, "growth") == [("conflict", ("1320.7亿件", "1750.8亿件", "21.5%"))]


@pytest.mark.parametrize(("step", "verdict"), [("15分钟", "conflict"), ("10分钟", "consistent")])
def test_what_comes_earlier_has_moved(step: str, verdict: str) -> None:
    text = f"预警时间平均提前了{step}，由38分钟提前到48分钟。"
    assert found_in(text, "growth") == [(verdict, ("38分钟", "48分钟", step))]


@pytest.mark.parametrize(("step", "verdict"), [("两成", "conflict"), ("一成", "consistent")])
def test_a_goal_that_is_cut_goes_down(step: str, verdict: str) -> None:
    text = f"原来的目标是1000万人次，后来下修到900万人次，等于砍了{step}。"
    assert found_in(text, "growth") == [(verdict, ("1000万人次", "900万人次", step))]


@pytest.mark.parametrize(("change", "verdict"), [("15%", "conflict"), ("9.4%", "consistent")])
def test_about_a_number_of_many_digits_is_near_it(change: str, verdict: str) -> None:
    text = f"旅客大约762万人次，去年是695万人次，成长{change}。"
    assert [v for v, _texts in found_in(text, "growth")] == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "不满16岁的从2018年4600人上升至2022年8700人，年均上升16.7%。",
        "It went from 4,600 to 8,700, an increase of 16.7 percent a year.",
        "燃气增加最多共9.57%，其余燃煤减少0.38%、燃油减少25.47%。",
        "2023年自有发电量为51.88亿度，2023年水力发电量为38.82亿度。民营发电量增加30亿度。",
    ],
)
def test_changes_of_each_year_or_of_others_are_none_between_two_numbers(text: str) -> None:
    assert "conflict" not in [v for v, _texts in found_in(text, "growth")]


@pytest.mark.parametrize(
    "text",
    [
        "税率从55%降至33%的同时，调高了其3个百分点的营业税税率。",
        "国库损失420亿美元；1995年的外债高达1700多亿美元，相当于当年出口总值的2倍。",
        "去年房地产投资105.5亿元，同比增长27%，全年实现增加值45.69亿元，同比增长7%。",
        "原本只需要250万元的加工费，提高了整整一倍，变成了502万元。",
    ],
)
def test_changes_of_something_else_are_of_no_two_levels(text: str) -> None:
    assert [v for v, _ in found_in(text, "growth") if v == "conflict"] == []


def test_points_behind_shares_of_no_two_times_are_of_neither() -> None:
    assert found_in("水稻占17.8%，油菜占0.5%，下降18.3个百分点。", "growth") == []


@pytest.mark.parametrize(("share", "verdict"), [("一半", "conflict"), ("三分之一", "consistent")])
def test_what_is_faster_has_changed(share: str, verdict: str) -> None:
    text = f"处理时间由12秒减至8秒，快了{share}。"
    assert [v for v, _ in found_in(text, "growth")] == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "去年有7,132个单位，收到10.6万份申请，超额接近十四倍。",
        "高峰期是15.6万宗，现在是11.2万宗，少了四分之一有多。",
    ],
)
def test_what_came_on_top_or_is_some_more_may_be_added(text: str) -> None:
    assert [v for v, _ in found_in(text, "growth")] == ["consistent"]
