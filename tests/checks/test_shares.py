"""Parts, wholes and shares."""

import pytest

from tests.checks.reading import found_in, workings_of


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "全省共有二级以上公立医院420家。已有252家医院开设门诊，占二级以上公立医院的70%。",
            "conflict",
        ),
        ("全省共有等级民宿1500家。农民自营的有900家，占民宿总数的54%。", "conflict"),
        ("全省共有等级民宿1500家。农民自营的有900家，占民宿总数的60%。", "consistent"),
        ("停水方面，受影響2萬5千戶，已有1萬5千戶恢復供水，占75%。", "conflict"),
        ("中心有专职民警60名，其中女民警24名，占四成五。", "conflict"),
        ("中心有专职民警60名，其中女民警24名，占四成。", "consistent"),
        ("Of the 250 teachers we hired, 90 are our own graduates, or 46 percent.", "conflict"),
        (
            "We run 360 stations. We have renewed 144 of those stations, about 55 percent.",
            "conflict",
        ),
        ("24,000 runners started, and 22,800 of them finished, a rate of 91 percent.", "conflict"),
        ("Women hold 84 of our 280 senior positions, or 36 percent.", "conflict"),
        ("Women hold 84 of our 280 senior positions, or 30 percent.", "consistent"),
        ("乡镇卫生院有650所，山区的118所，占12%。", "conflict"),
        ("乡镇卫生院有650所，山区的118所，占18.2%。", "consistent"),
        (
            "Some 90,000 were unemployed, out of a workforce of 2.1 million, or 6 percent.",
            "conflict",
        ),
        ("We lost 340 acres, that's out of 850, so half of the farm is gone.", "conflict"),
        (
            "Sales were $2.4 billion. We earned $340 million, a margin of 18 percent on sales.",
            "conflict",
        ),
        ("自营店均价每斤21元，同期超市均价每斤30元，相当于超市价格的八成五。", "conflict"),
        ("自营店均价每斤21元，同期超市均价每斤30元，相当于超市价格的七成。", "consistent"),
        ("服务覆盖率达到82%。需要服务的有50万人，我们服务到的是35万人。", "conflict"),
        ("服务覆盖率达到70%。需要服务的有50万人，我们服务到的是35万人。", "consistent"),
        ("营业收入86亿元，利润9亿元。人手多了。海外收入30亿元，占比45%。", "conflict"),
        ("营业收入86亿元，利润9亿元。人手多了。海外收入30亿元，占比35%。", "consistent"),
        ("回收了4800份问卷，外地的有2640份，六成五，其余是本地的。", "conflict"),
        ("年产能1800万台，去年产量1260万台，利用率八成。", "conflict"),
        ("发现隐患2416处,已整改2368处,整改率98%,其余48处限期整改。", "consistent"),
        ("已开工41个,开工率82%,共50个,尚未开工的9个在办手续。", "consistent"),
        ("We are closing 38 stores. That's out of 312, about one in five.", "conflict"),
        ("We are closing 62 stores. That's out of 312, about one in five.", "consistent"),
        ("房贷余额是112亿元，其中首贷的余额是11亿元，占的比重14%。", "conflict"),
        (
            "The budget is $1.26 billion. Fares bring $315 million, which is 35 percent of it.",
            "conflict",
        ),
        (
            "The budget is $1.26 billion. Fares bring $315 million, which is 25% of it.",
            "consistent",
        ),
        ("40 stations are open, which is 75 percent of our 64 stations.", "conflict"),
    ],
)
def test_a_share_is_held_against_part_and_whole(text: str, verdict: str) -> None:
    assert [v for v, _texts in found_in(text, "share")] == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "Labour won 411 of 650 seats; turnout was just under 60 percent.",
        "老人182万,占人口728万的25%。养老机构326家,其中公办118家,床位6.4万张,入住率55%。",
        "参保465万人,享受待遇的3.8万人,待遇享受人员里失能老人占了九成。",
        "We have 3,100 nurses. We look for 220 nurses. Some 62 percent of our nurses are well.",
        "They are at 60. Roughly 80 percent of its 83 million people are under 40.",
        "新增贷款9.46万亿，其中房企白名单项目5349个，半数已获贷款。",
        "全区共有养老机构240家，其中公办机构60家，增长35%。",
    ],
)
def test_what_does_not_belong_together_is_no_conflict(text: str) -> None:
    assert "conflict" not in [v for v, _texts in found_in(text, "share")]


def test_the_working_says_the_share() -> None:
    [working] = workings_of("全区共有养老机构240家，其中公办机构60家，占35%。", "share")
    assert working == "60家 of 240家 is 25.0%; stated is 35%."


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("计划加开列车312列，其中夜间高铁128列，占加开总数的51%。", "conflict"),
        (
            "外贸进出口总值6480亿元，其中出口4100亿元。\n机电产品出口2380亿元，占出口总值的58%。",
            "consistent",
        ),
        ("受害面积2万公顷。其中香蕉3000公顷，占15%，其次是花生2000公顷，占12%。", "conflict"),
    ],
)
def test_the_whole_of_a_share_is_the_one_that_is_named(text: str, verdict: str) -> None:
    assert verdict in [v for v, _texts in found_in(text, "share")]
    assert [v for v, _t in found_in(text, "share") if v == "conflict"] == (
        ["conflict"] if verdict == "conflict" else []
    )


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        (
            "We got $620 million. We spent $279 million of that so far, so we're 55 percent done.",
            ["conflict"],
        ),
        (
            "Twenty-nine people are hospitalized. Two-thirds of the hospitalized, 17, are young.",
            ["conflict"],
        ),
        ("新能源公交车占比达到92%，全市公交车5400辆，新能源的4428辆。", ["conflict"]),
        ("新能源公交车占比达到82%，全市公交车5400辆，新能源的4428辆。", ["consistent"]),
        ("原订102辆，已经交车68辆，剩下34辆年底完成，进度三分之二。", ["consistent"]),
        (
            "损失3亿6,240万元。蔬果最多。屏东1亿8,120万元，占全部的一半；台南9,060万元，占三成五。",
            ["consistent", "conflict"],
        ),
        ("债务6.75兆元，占GDP的26%。\n国防9,495亿元，占GDP3.32%。", []),
        ("减少到412个，占比降到0.27%，减少了2.1万个。", []),
        ("全省商业综合体216家，一半以上，也就是98家，开展夜间经营。", ["conflict"]),
        ("全省商业综合体216家，四成以上，也就是98家，开展夜间经营。", ["consistent"]),
        ("Of the 29 million households, nearly half, some 19 million, earn less.", ["conflict"]),
        ("The fund has £9 billion: a third of it, £4 billion, is for the north.", ["conflict"]),
        ("The fund has £9 billion: a third of it, £3 billion, is for the north.", ["consistent"]),
        (
            "耕地7285万亩。其中水田2914万亩，占四成；水浇地1821万亩，占25%；旱地2550万亩，占35%。",
            ["consistent", "consistent", "consistent"],
        ),
    ],
)
def test_shares_are_held_against_the_whole_they_are_said_to_be_of(
    text: str, verdicts: list[str]
) -> None:
    assert [v for v, _texts in found_in(text, "share")] == verdicts


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("专任教师2.36万人。本科以上学历的有1.65万人，占比80%。", "conflict"),
        ("专任教师2.36万人。本科以上学历的有1.65万人，占比70%。", "consistent"),
        (
            "Revenue was $3.84 billion. Subscriptions were $2.88 billion, 70 percent of the total.",
            "conflict",
        ),
        ("The budget is $14 million. We've already spent $9.1 million, 55 percent.", "conflict"),
        (
            "There is room for 5,600. Last night 3,920 came. So we're about 60 percent full.",
            "conflict",
        ),
        (
            "We have room for 5,600 people. 3,920 people came. So we're about 60 percent full.",
            "conflict",
        ),
    ],
)
def test_the_whole_of_a_named_share_stands_in_the_sentence_before(text: str, verdict: str) -> None:
    assert [v for v, _texts in found_in(text, "share")] == [verdict]


def test_a_bound_that_tells_which_ones_are_counted_is_no_share() -> None:
    text = "21座水库里面，蓄水率超过五成的有11座，三到五成的6座，不到三成的4座。"
    assert found_in(text, "share") == []


@pytest.mark.parametrize(("share", "verdict"), [("120%", "conflict"), ("110%", "consistent")])
def test_a_number_may_be_so_much_of_a_smaller_one(share: str, verdict: str) -> None:
    text = f"全省鸡存栏5500万只，相当于正常保有量5000万只的{share}。"
    assert found_in(text, "share") == [(verdict, ("5500万只", share, "5000万只"))]


@pytest.mark.parametrize(("share", "verdict"), [("三成八", "conflict"), ("四成四", "consistent")])
def test_what_is_done_may_be_said_behind_the_part(share: str, verdict: str) -> None:
    text = f"困难家庭有313户，目前137户修缮完成，大概{share}。"
    assert found_in(text, "share") == [(verdict, ("137户", f"大概{share}", "313户"))]


@pytest.mark.parametrize(("share", "verdict"), [("七成五", "conflict"), ("八成五", "consistent")])
def test_the_part_of_one_share_is_the_whole_of_one_that_names_it(share: str, verdict: str) -> None:
    text = f"毕业生6400人，已经联系上6080人，联系率95%；其中就业的5168人，占联系上的{share}。"
    assert (verdict, ("5168人", share, "6080人")) in found_in(text, "share")


@pytest.mark.parametrize(("part", "verdict"), [("24", "conflict"), ("21.6", "consistent")])
def test_the_least_of_a_share_is_the_least_of_its_part(part: str, verdict: str) -> None:
    text = f"专项资金36亿元，用于产业的不低于六成，也就是{part}亿元以上。"
    assert found_in(text, "share") == [(verdict, (f"{part}亿元以上", "不低于六成", "36亿元"))]


@pytest.mark.parametrize(("share", "verdict"), [("七成", "conflict"), ("六成", "consistent")])
def test_a_weight_in_a_whole_is_a_share(share: str, verdict: str) -> None:
    text = f"县域生产总值3.2万亿元，占全省5.31万亿元的比重达到{share}。"
    assert found_in(text, "share") == [(verdict, ("3.2万亿元", share, "5.31万亿元"))]


def test_half_of_them_is_of_no_others_called_them() -> None:
    text = (
        "We added 1,300 guards. Four hundred of them are here.\n"
        "Out of 178 thefts, eighty-nine happened at home, so {} of them."
    )
    whole = ("eighty-nine", "half", "178")
    assert found_in(text.format("half"), "share") == [("consistent", whole)]
    whole = ("eighty-nine", "a third", "178")
    assert found_in(text.format("a third"), "share") == [("conflict", whole)]


@pytest.mark.parametrize(
    ("share", "verdict"), [("one in four", "conflict"), ("one in six", "consistent")]
)
def test_some_of_those_are_a_share_of_what_was_counted(share: str, verdict: str) -> None:
    text = (
        "We have 500 schools and 1.7 million students. In other words, 3,400 students in each."
        f" Today 290,000 of those students have a plan, so that's about {share} of our kids."
    )
    told = ("290,000", f"about {share}", "1.7 million")
    assert found_in(text, "share")[-1] == (verdict, told)


@pytest.mark.parametrize(("share", "verdict"), [("91%", "conflict"), ("81%", "consistent")])
def test_a_share_of_a_named_whole_may_have_been_raised(share: str, verdict: str) -> None:
    text = f"电动车55.4万辆，占公交车总数68.2万辆的比例，由2020年的66%提高到{share}。"
    assert found_in(text, "share") == [(verdict, ("55.4万辆", share, "68.2万辆"))]


def test_what_there_is_a_day_is_no_part_of_what_there_was_in_a_year() -> None:
    text = "全年人员流动量645亿人次。每天有1.3亿人次自驾出行，占人员流动量的七成。"
    assert found_in(text, "share") == []


@pytest.mark.parametrize(
    ("share", "verdict"), [("45 per cent", "conflict"), ("40 per cent", "consistent")]
)
def test_the_maths_may_be_left_to_others(share: str, verdict: str) -> None:
    text = (
        f"It's $32 billion, out of total spending of $80 billion. You do the maths, it's {share}."
    )
    assert found_in(text, "share") == [(verdict, ("$32 billion", share, "$80 billion"))]


def test_the_rate_of_what_is_cut_is_that_of_the_rest() -> None:
    text = "最大入库流量6.1万立方米，出库3.3万立方米，削峰率{}。"
    assert [v for v, _texts in found_in(text.format("46%"), "share")] == ["consistent"]
    assert [v for v, _texts in found_in(text.format("54%"), "share")] == ["conflict"]


@pytest.mark.parametrize(
    ("share", "verdict"), [("33 percent", "conflict"), ("23 percent", "consistent")]
)
def test_some_among_others_are_a_share_of_these(share: str, verdict: str) -> None:
    text = (
        "The county has 1.3 million residents.\n"
        "There were 301 deaths among the 1,290 residents,"
        f" so {share} of the residents who had it died."
    )
    assert found_in(text, "share") == [(verdict, ("301", share, "1,290"))]


def test_a_part_with_a_rate_of_its_own_is_no_whole_of_the_next() -> None:
    text = "不批捕12535人，不捕率为33.6%；不起诉9119人，不起诉率23.1%。"
    assert found_in(text, "share") == []


@pytest.mark.parametrize(("share", "verdict"), [("half", "conflict"), ("80 percent", "consistent")])
def test_some_out_of_the_many_of_a_place_need_no_name(share: str, verdict: str) -> None:
    text = (
        f"They shut in 1.12 million barrels out of the Gulf’s 1.4 million. That's {share} of oil."
    )
    assert [v for v, _ in found_in(text, "share")] == [verdict]


@pytest.mark.parametrize(("share", "verdict"), [("25%", "conflict"), ("15%", "consistent")])
def test_a_proportion_is_named_by_what_became_of_the_part(share: str, verdict: str) -> None:
    text = f"农田受淹320万亩，绝收48万亩，绝收比例{share}。"
    assert [v for v, _ in found_in(text, "share")] == [verdict]


@pytest.mark.parametrize(
    ("share", "verdict"), [("one in four", "conflict"), ("one in three", "consistent")]
)
def test_a_part_of_whom_a_share_is_told_is_of_all(share: str, verdict: str) -> None:
    text = f"So far 6,330 people have signed up in town, of whom 2,110, or {share}, needed a bed."
    assert [v for v, _texts in found_in(text, "share")] == [verdict]


@pytest.mark.parametrize(
    ("share", "verdict"), [("55 percent", "conflict"), ("65 percent", "consistent")]
)
def test_a_share_of_which_leads_to_its_part(share: str, verdict: str) -> None:
    text = f"The council gave 1.48 billion pesos, {share} of which, or 962 million pesos, was aid."
    assert [v for v, _texts in found_in(text, "share")] == [verdict]


def test_a_part_may_stand_further_in_front_of_what_it_is_out_of() -> None:
    text = (
        "We have 12,400 people on the home care list today, {} 19,100 active cases, or about half."
    )
    assert found_in(text.format("out of"), "share") == [
        ("conflict", ("12,400", "about half", "19,100"))
    ]
    assert found_in(text.format("and there are"), "share") == []


@pytest.mark.parametrize(("part", "verdict"), [("180", "consistent"), ("240", "conflict")])
def test_those_of_them_are_of_the_same_time(part: str, verdict: str) -> None:
    whole = "There were 400 calls yesterday that nobody took."
    text = f"{whole} {part} of them came at night, so that's 45 per cent."
    assert found_in(text, "share") == [(verdict, (part, "45 per cent", "400"))]
    assert found_in(f"{whole} {part} came at night, so that's 45 per cent.", "share") == []


@pytest.mark.parametrize(
    ("noun", "verdicts"), [("加開班次", ["conflict"]), ("停開班次", []), ("加開航班", [])]
)
def test_a_whole_may_be_named_by_its_measure(noun: str, verdicts: list[str]) -> None:
    text = f"暑假總共加開巴士350班次，其中夜間140班次，占全部{noun}的60%。"
    assert [verdict for verdict, _ in found_in(text, "share")] == verdicts


@pytest.mark.parametrize(
    ("near", "told"),
    [("8400人", ("consistent", "8400人")), ("7000人", ("conflict", "1.1万人"))],
)
def test_a_nearer_whole_that_fits_is_taken_for_one_far_away(
    near: str, told: tuple[str, str]
) -> None:
    between = "大家也去看过几个工业区，了解厂商的情况，并且请各地的就业中心持续协助大家。" * 6
    part = "从行业来看，以制造业居多，有7560人，占参保职工的90%。"
    text = f"今年参保职工是1.1万人。{between}目前通报的有359家、{near}。{part}"
    verdict, whole = told
    assert found_in(text, "share") == [(verdict, ("7560人", "90%", whole))]
