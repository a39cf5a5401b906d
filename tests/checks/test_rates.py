"""Amounts for each of a count."""

import pytest

from tests.checks.reading import found_in, workings_of


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("开展培训4.2万人次，发放补贴3360万元，人均800元。", "consistent"),
        ("开展培训4.2万人次，发放补贴3360万元，人均680元。", "conflict"),
        ("新购救护车5輛，每輛120萬元，合共600萬元。", "consistent"),
        ("新購救護車5輛，每輛120萬元，合共750萬元。", "conflict"),
        ("接待游客300万人次，增长8%；收入21亿元，增长9%，人均消费900元。", "conflict"),
        ("We bought 18 sites for $126 million, $7 million apiece on average.", "consistent"),
        (
            "Filters stand in 142 of our 190 schools: $6.4 million, or $45,000 a school.",
            "consistent",
        ),
        ("We bought 18 sites for $126 million, $9 million apiece on average.", "conflict"),
        ("Those five days cost us £38 million, or £9.5 million a day.", "conflict"),
        ("Those four days cost us £38 million, or £9.5 million a day.", "consistent"),
        ("20天揽收6.2亿件，日均3100万件。", "consistent"),
        ("举办展览720场，参加14.4万人次，平均每场250人。", "conflict"),
        ("20天揽收6.2亿件，日均3900万件。", "conflict"),
    ],
)
def test_an_amount_for_each_is_held_against_all(text: str, verdict: str) -> None:
    assert [v for v, _texts in found_in(text, "share")] == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "登记岗位6.9万个，求职人员5.3万人，也就是每10个求职者对应13个岗位。",
        "共有医生1200名，总收入3亿元，人均每年上涨5000元。",
        "日均客流58万人次，最高的一天达到97.2万人次。",
        "We have 40 buses. They cost $8 million. Drivers earn $30 an hour on average.",
        "They made 46 visits to the islands and vaccinated 3,870 people, whose average age was 71.",
        "走访46次，为3870人接种，平均年龄71。",
    ],
)
def test_other_numbers_beside_each_other_are_no_conflict(text: str) -> None:
    assert [v for v, _texts in found_in(text, "share") if v == "conflict"] == []


def test_the_working_tells_what_comes_to_each() -> None:
    text = "开展培训4.2万人次，发放补贴3360万元，人均680元。"
    assert workings_of(text, "share") == ["3360万元 for 4.2万人次 is 800元 each; stated is 680元."]


def test_what_is_done_so_often_each_week_is_done_exactly_so_often() -> None:
    text = "训练每期12周，每周2次，一共{}次课程。"
    assert found_in(text.format(28), "share") == [("conflict", ("12周", "28次", "2次"))]
    assert found_in(text.format(24), "share") == [("consistent", ("12周", "24次", "2次"))]
    mean = "训练每期12周，平均每周2次，一共28次课程。"
    assert found_in(mean, "share") == [("consistent", ("12周", "28次", "2次"))]


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("总经费1,442亿元，全长22.8公里，23座车站，平均每公里53亿元。", ["conflict"]),
        ("总经费1,442亿元，全长22.8公里，23座车站，平均每公里63亿元。", ["consistent"]),
        ("It costs £60,000 a person, so 1,500 drivers means £900 million.", ["conflict"]),
        ("It costs £60,000 a person, so 1,500 drivers means £90 million.", ["consistent"]),
        ("It costs £60,000 a person, and 1,500 drivers make £800 million.", []),
    ],
)
def test_prices_named_by_a_count_and_conclusions_are_multiplied_out(
    text: str, verdicts: list[str]
) -> None:
    assert [verdict for verdict, _texts in found_in(text, "share")] == verdicts


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        (
            (
                "We open two new sites in the valley today, each able to give 3,500 shots a week,"
                " so with a combined capacity of {} shots per week."
            ),
            "9,000",
            "7,000",
        ),
        ("年出栏500头的养殖场，一头亏300元，一年下来就要亏掉{}。", "150万元", "15万元"),
    ],
)
def test_what_one_makes_is_multiplied_out_whatever_time_both_are_told_for(
    text: str, wrong: str, right: str
) -> None:
    assert [v for v, _texts in found_in(text.format(wrong), "share")] == ["conflict"]
    assert [v for v, _texts in found_in(text.format(right), "share")] == ["consistent"]


@pytest.mark.parametrize(("total", "verdict"), [("8000吨", "conflict"), ("800吨", "consistent")])
def test_trips_are_of_what_makes_them(total: str, verdict: str) -> None:
    text = f"每天出动160车次，一车平均装5吨，一天清运{total}。"
    assert found_in(text, "share") == [(verdict, ("160车次", total, "5吨"))]


@pytest.mark.parametrize(("places", "count"), [("39,500个", 0), ("41,500个", 1)])
def test_what_each_makes_may_be_told_in_another_unit(places: str, count: int) -> None:
    text = f"適齡人口49,600人，每班平均25人，1,580班可以提供{places}學額。"
    assert len([v for v, _texts in found_in(text, "share") if v == "conflict"]) == count


@pytest.mark.parametrize(("all_of_it", "verdict"), [("3.8", "conflict"), ("2.8", "consistent")])
def test_money_is_no_count_of_what_an_amount_is_told_for(all_of_it: str, verdict: str) -> None:
    text = (
        "We have 29,000 people in this branch, and at an average cost of $98,000 per employee"
        f" that is ${all_of_it} billion a year."
    )
    assert [v for v, _texts in found_in(text, "share")] == [verdict]


@pytest.mark.parametrize(("cost", "verdict"), [("16.3亿", "conflict"), ("13.6亿", "consistent")])
def test_what_one_of_some_costs_may_be_told_by_its_name(cost: str, verdict: str) -> None:
    text = f"一个孩子一年就是1000元，覆盖136万名学生，总共需要{cost}元。"
    assert found_in(text, "share") == [(verdict, ("136万名", f"{cost}元", "1000元"))]


def test_a_night_is_nothing_that_is_counted() -> None:
    text = (
        "We hosted 1,140 people last night. The Red Cross booked 820 rooms."
        " They pay $95 a night for each, which comes to about $78,000 every night."
    )
    assert "conflict" not in [v for v, _texts in found_in(text, "share")]


@pytest.mark.parametrize(
    ("each", "verdict"), [("$1.6 million", "conflict"), ("$1.3 million", "consistent")]
)
def test_years_and_their_amount_may_stand_apart(each: str, verdict: str) -> None:
    text = (
        "The lease is $6.4 million, it runs for five years, and it covers a thousand desks."
        f" That's {each} a year."
    )
    found = ("five years", "$6.4 million", each)
    assert found_in(text, "share") == [(verdict, found)]
    chinese = "五年完成投资64亿元，涉及12个县，年均{}亿元。"
    amount = {"conflict": "16", "consistent": "12.8"}[verdict]
    found = ("五年", "64亿元", f"{amount}亿元")
    assert found_in(chinese.format(amount), "share") == [(verdict, found)]


@pytest.mark.parametrize(("total", "verdict"), [("ninety-six", "conflict"), ("120", "consistent")])
def test_each_may_have_so_many_of_them(total: str, verdict: str) -> None:
    text = f"We hired {total} coaches. Each school got eight of them, and we serve fifteen schools."
    assert found_in(text, "share") == [(verdict, ("fifteen", total, "eight"))]


def test_what_an_amount_is_for_stands_behind_the_amount_before_it() -> None:
    text = "每生每天5元，按200天算，一个孩子一年就是1000元，覆盖136万名学生，总共需要{}亿元。"
    wrong = [v for v, _texts in found_in(text.format("16.3"), "share")]
    assert wrong == ["consistent", "conflict"]
    assert "conflict" not in [v for v, _texts in found_in(text.format("13.6"), "share")]


@pytest.mark.parametrize(
    ("total", "verdict"), [("一萬五千元", "conflict"), ("一萬二千元", "consistent")]
)
def test_one_of_some_may_stand_right_before_its_amount(total: str, verdict: str) -> None:
    text = f"大夜班一班一千元，一個月上十二班就可以多領{total}。"
    assert found_in(text, "share") == [(verdict, ("十二班", total, "一千元"))]


@pytest.mark.parametrize(("each", "verdict"), [("37人", "conflict"), ("27人", "consistent")])
def test_the_one_that_an_amount_is_told_for_is_no_count(each: str, verdict: str) -> None:
    text = f"成功预报296起，避免伤亡8088人，也就是说平均每预报一起就避免{each}伤亡。"
    assert found_in(text, "share") == [(verdict, ("296起", "8088人", each))]


@pytest.mark.parametrize(("each", "verdict"), [("160公噸", "conflict"), ("130公噸", "consistent")])
def test_within_so_many_days_is_in_so_many(each: str, verdict: str) -> None:
    text = f"我們在十二日內動用二百人，清走垃圾1,560公噸，即是每日{each}。"
    assert found_in(text, "share") == [(verdict, ("十二日內", "1,560公噸", each))]


@pytest.mark.parametrize(("total", "verdict"), [("3,800", "conflict"), ("2,832", "consistent")])
def test_how_many_there_are_for_each_may_be_a_count(total: str, verdict: str) -> None:
    text = (
        "We clean 472 stations twice a day, that makes 944 cleanings, and we need six workers"
        f" for each station, so it's a team of {total}."
    )
    assert (verdict, ("472", total, "six")) in found_in(text, "share")


@pytest.mark.parametrize(("total", "verdict"), [("25,000", "conflict"), ("35,000", "consistent")])
def test_one_trip_is_no_count(total: str, verdict: str) -> None:
    text = (
        f"We have 700 buses; each of them seats fifty, so in one lift we can move {total} people."
    )
    assert [v for v, _ in found_in(text, "share")] == [verdict]


def test_an_age_is_nothing_that_each_of_some_makes() -> None:
    assert found_in("两个女儿一个22岁，一个24岁。", "share") == []


@pytest.mark.parametrize(
    ("wage", "verdict"), [("四百元", "conflict"), ("四百五十元", "consistent")]
)
def test_a_wage_is_told_for_each_hour(wage: str, verdict: str) -> None:
    text = f"每人每节一千八百元，每节四小时，即时薪{wage}。"
    assert [v for v, _ in found_in(text, "share")] == [verdict]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            "We keep fifteen camps along the river, eighty beds per camp, so 1,400 beds.",
            ("fifteen", "1,400", "eighty"),
        ),
        (
            "Four halls are open, with 130 people in each, 620 people altogether.",
            ("Four", "620", "130"),
        ),
        ("设立服务站24处。每处服务站配医生6名，一共配备医生184名。", ("24处", "184名", "6名")),
    ],
)
def test_so_many_things_in_each_of_a_count_make_them_all(
    text: str, numbers: tuple[str, ...]
) -> None:
    assert ("conflict", numbers) in found_in(text, "share")


@pytest.mark.parametrize(
    "text",
    [
        "Four halls are open, with 130 people in each year, 620 people altogether.",
        "一年花了800多億，今年我們總共編了1200億左右。",
        "We keep fifteen camps along the river, eighty beds per camp, so 1,200 beds.",
    ],
)
def test_what_is_of_each_year_or_makes_them_all_is_no_conflict(text: str) -> None:
    assert all(verdict != "conflict" for verdict, _texts in found_in(text, "share"))


@pytest.mark.parametrize(("paid", "verdict"), [("$18", "conflict"), ("$14", "consistent")])
def test_an_amount_on_average_is_told_for_each(paid: str, verdict: str) -> None:
    text = f"We gave 800 farms $17,500 on average, so we've paid out {paid} million."
    assert (verdict, ("800", f"{paid} million", "$17,500")) in found_in(text, "share")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            "全国96万教师上网授课，1824万学生参加，平均每位教师面对的学生是29人左右。",
            ("96万", "1824万", "29人左右"),
        ),
        (
            "載客六十萬人次。車費收入四千二百萬元，平均每名乘客九十元。",
            ("六十萬人次", "四千二百萬元", "九十元"),
        ),
        (
            "安置8.4万人。设置安置点240个，平均每个安置点250人左右。",
            ("240个", "8.4万人", "250人左右"),
        ),
        ("办了8个班，每班3人，一共28人。", ("8个", "28人", "3人")),
    ],
)
def test_an_average_for_each_is_held_against_all(text: str, numbers: tuple[str, ...]) -> None:
    assert found_in(text, "share") == [("conflict", numbers)]


def test_an_average_of_others_is_held_against_nothing() -> None:
    text = "安置8.4万人。设置安置点240个，平均每辆车250人左右。"
    assert found_in(text, "share") == []
