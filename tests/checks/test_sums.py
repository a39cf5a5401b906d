"""Parts and totals."""

import pytest

from tests.checks.reading import found_in, workings_of


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "We run 84 schools: 52 elementary schools, 18 middle schools and 16 high schools.",
            "conflict",
        ),
        (
            "We run 86 schools: 52 elementary schools, 18 middle schools and 16 high schools.",
            "consistent",
        ),
        (
            "We spend $84 billion. It includes $51 billion for care and $22 billion for the rest.",
            "conflict",
        ),
        ("总经费412亿元，由中央负担226亿元、地方负担166亿元。", "conflict"),
        ("總經費412億元，由中央負擔246億元、地方負擔166億元。", "consistent"),
        ("落石共52處，其中省道19處、縣道33處，已搶通39處。", "consistent"),
        ("新增937例，分別為653例本土及284例移入，另新增48例死亡。", "consistent"),
        ("共有960起，其中盗窃案410起、诈骗案320起等。", "undetermined"),
        ("共有960起，包括：\n- 盗窃案410起\n- 诈骗案320起\n- 其他130起\n完毕。", "conflict"),
        (
            "全年接待1286万人，分季度看，一季度612万人，二季度498万人，三季度143万人，四季度19万人。",
            "conflict",
        ),
        ("查了11家，4家不合规，6家合规。", "conflict"),
        ("查了10家，4家不合规，6家合规。", "consistent"),
        (
            "We have 267 trucks on the road right now, 141 with water and 116 carrying meals.",
            "conflict",
        ),
        ("三年一共收回8700套住房。其中去年收回3200套，前年2800套，大前年2300套。", "conflict"),
        ("车位320个，汽车180个、机车120个。", "conflict"),
        ("We have 184 firefighters here. The day shift is 112, the night shift is 82.", "conflict"),
        ("护理员320名。白班180名，夜班120名。", "conflict"),
        ("外地醫生有320名，其中80名來自內地，160名來自英國，另外90名來自其他地方。", "conflict"),
        ("三年一共收回8300套住房。其中去年收回3200套，前年2800套，大前年2300套。", "consistent"),
        ("财政人均补助670元，个人缴费400元，两项合起来筹资标准达到每人1170元。", "conflict"),
        (
            (
                "We set aside $150 million. $90 million goes to hotels, forty million is"
                " for rent, and the last thirty million is for repairs."
            ),
            "conflict",
        ),
        ("There are 1,340: 820 pupils, 390 adults, and 150 babies.", "conflict"),
        ("全国700个县推进，大豆县200个，玉米县400个。", "conflict"),
        (
            "总产量14130亿斤，首次迈上1.4万亿斤台阶。其中，夏粮2996亿斤，早稻563亿斤，秋粮10751亿斤。",
            "conflict",
        ),
        ("新建320所，已经投用218所，在建的82所。", "conflict"),
        ("改造67个项目，省城28个，海东17个，其他6个市合计12个。", "conflict"),
        (
            "There were 46 people on the bus: 41 students, four teachers and the driver.",
            "undetermined",
        ),
        ("We had 960 cases:\n1. Theft: 410\n2. Fraud: 320\n3. Other: 230", "consistent"),
        ("We hired 120 teachers, 45 nurses and 35 drivers, a total of 210 people.", "conflict"),
        ("专职教师860名，兼职教师1240名，共计2300名。", "conflict"),
        (
            "We sold 12.4 million tickets and 3.1 million passes, that is 16.5 million in all.",
            "conflict",
        ),
        ("Of the $80 million, $50 million goes to roads, $40 million to rail.", "conflict"),
        ("总产量860万吨，日均2万吨，增长4%。其中小麦510万吨，增长2%；玉米420万吨。", "conflict"),
        ("去年种植面积由84万亩扩大到96万亩；其中水稻71万亩，油菜25万亩。", "consistent"),
        ("招聘的920名护士里，男护士86名，女护士734名。", "conflict"),
        ("今年开了三个班，分别有38人、41人、45人，一共124人。", "consistent"),
        ("从年龄看，未成年人占22%，成年人占63%，老年人占25%。", "conflict"),
        ("从年龄看，未成年人占22%，成年人占53%，老年人占25%。", "consistent"),
    ],
)
def test_parts_are_added_up(text: str, verdict: str) -> None:
    assert [v for v, _texts in found_in(text, "sum")] == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "We vaccinate at least 10% of people by June, at least 40% by July, and 70% later.",
        "累計15,702例死亡，其中15,683例本土，縣市分布為新北市9,053例、台北市8,716例。",
        "员工5,120人，其中女性3,200人，党员4,800人。",
        "共有36.8万人，其中医师13.6万人，护士16.7万人。",
    ],
)
def test_what_is_no_list_of_parts_is_no_conflict(text: str) -> None:
    assert "conflict" not in [v for v, _texts in found_in(text, "sum")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("总投资46.9亿元，其中道路20.5亿元、桥梁16.2亿元、其他12.1亿元。", "make 48.8亿元;"),
        (
            "It is $60 million: $25.1 million for roads, $20 million for rail, $12 million for us.",
            "make $57.1 million;",
        ),
    ],
)
def test_the_working_gives_the_sum_in_the_unit_of_the_total(text: str, said: str) -> None:
    [working] = workings_of(text, "sum")
    assert said in working


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("We own 486 units, 318 electric and 158 diesel.", ["conflict"]),
        ("We own 476 units, 318 electric and 158 diesel.", ["consistent"]),
        ("Crews carried out 1,318 rescues, 744 by boat and 474 by helicopter.", ["conflict"]),
        ("We have 312 teachers, 210 nurses and 95 drivers.", []),
        ("分品种看，稻谷52.3亿斤，玉米27.8亿斤，大豆8.4亿斤。", []),
        ("收购秋粮86.5亿斤。分品种看，稻谷52.3亿斤，玉米27.8亿斤，大豆8.4亿斤。", ["conflict"]),
        (
            "It costs $96 million, $16 million a year: $51 million for dams, $49 million for oil.",
            ["conflict"],
        ),
        ("发现隐患3412处，当场整改2905处，限期整改407处。", ["conflict"]),
        ("已完工85处，施工中97处，设计中78处。全部250处年底前完成。", ["conflict"]),
        ("教师总量将达7.4万人。另外，民办学校教师0.9万人，公办学校教师5.5万人。", []),
    ],
)
def test_parts_without_of_which(text: str, verdicts: list[str]) -> None:
    assert [v for v, _texts in found_in(text, "sum")] == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("共转移4.37万人，其中集中安置1.52万人，投亲靠友2.65万人。", ["conflict"]),
        ("使用人次9,820万，搭公车4,320万、捷运3,510万、台铁1,290万、自行车800万。", ["conflict"]),
        ("使用人次9,920万，搭公车4,320万、捷运3,510万、台铁1,290万、自行车800万。", ["consistent"]),
        ("We served 9.4 million meals, 5.8 million lunches and 3.1 million dinners.", []),
        (
            "We had 9.4 million meals, 5.8 million lunches, 3.1 million teas, 0.7 million suppers.",
            ["conflict"],
        ),
        ("装机21.59亿千瓦，其中水电4.4亿千瓦、风电5.73亿千瓦、太阳能11亿千瓦。", ["undetermined"]),
        (
            "Of the 60 that were planned, 45 got through, nine were delayed and six were denied.",
            ["consistent"],
        ),
        ("All 22 branches will open. Right now eight do, and 14 don't.", ["consistent"]),
        (
            "总计286.4万人次，平均每月23.9万人次，其中平日165.2万人次，假日131.2万人次。",
            ["conflict"],
        ),
    ],
)
def test_a_slip_in_one_digit_tells_that_parts_are_meant_to_make_a_total(
    text: str, verdicts: list[str]
) -> None:
    assert [v for v, _texts in found_in(text, "sum")] == verdicts


def test_what_is_told_of_another_year_is_no_part() -> None:
    text = "We recovered 2,340 guns, including 312 rifles; in 2022 it was 2,105."
    assert found_in(text, "sum") == []


def test_what_two_parts_come_to_is_no_third_part() -> None:
    text = "全县行政村286个，已建成省级和美乡村42个、市级87个，合计{}个。"
    told = found_in(text.format(139), "sum")
    assert ("conflict", ("139个", "42个", "87个")) in told
    assert all("286个" not in texts for _verdict, texts in told)
    assert "conflict" not in [v for v, _t in found_in(text.format(129), "sum")]


@pytest.mark.parametrize(("total", "verdict"), [("48,000", "conflict"), ("44,000", "consistent")])
def test_counts_of_any_unit_behind_a_colon_are_parts_of_a_bare_total(
    total: str, verdict: str
) -> None:
    text = (
        f"There are {total} places for people to get a test: 30,000 pharmacies,"
        " 9,000 clinics and schools, and 5,000 mobile sites."
    )
    assert (verdict, (total, "30,000", "9,000", "5,000")) in found_in(text, "sum")


@pytest.mark.parametrize(("south", "verdict"), [("142班", "consistent"), ("132班", "conflict")])
def test_two_directions_make_a_total_whatever_follows_a_semicolon(south: str, verdict: str) -> None:
    text = f"客运总共加开285班，南下{south}、北上143班；渡轮加开282班。"
    assert found_in(text, "sum") == [(verdict, ("285班", south, "143班"))]


@pytest.mark.parametrize(("place", "verdicts"), [("县城", ["conflict"]), ("平阳镇", [])])
def test_those_of_one_place_are_no_half_of_all(place: str, verdicts: list[str]) -> None:
    text = f"我们准备了87万份，已经预约75万份，{place}还有1.3万份未预约。"
    found = [v for v, _texts in found_in(text, "sum") if v == "conflict"]
    assert found == verdicts


def test_what_is_told_as_one_of_two_halves_is_not_their_total() -> None:
    text = "起诉侵害老年人犯罪5.7万人，依法附条件不起诉2.1万人；情节严重的，依法起诉3.9万人。"
    assert found_in(text, "sum") == []
    assert found_in(text.replace("起诉侵害老年人犯罪", "处理"), "sum") != []


@pytest.mark.parametrize(("second", "verdict"), [("23名", "conflict"), ("33名", "consistent")])
def test_two_kinds_whose_names_differ_in_one_character_make_all(second: str, verdict: str) -> None:
    text = f"今年减少76名教师，其中公立小学43名，公立中学{second}。"
    assert found_in(text, "sum") == [(verdict, ("76名", "43名", second))]


@pytest.mark.parametrize(("total", "verdict"), [("7,500", "conflict"), ("7,000", "consistent")])
def test_what_a_number_is_said_to_be_makes_it(total: str, verdict: str) -> None:
    text = f"We have {total} staff here today. That's 5,100 people on the line and 1,900 at desks."
    assert found_in(text, "sum") == [(verdict, (total, "5,100", "1,900"))]


@pytest.mark.parametrize(("year", "verdicts"), [("前年", []), ("三年来", ["conflict"])])
def test_what_is_told_of_a_year_is_no_total_of_other_years(year: str, verdicts: list[str]) -> None:
    text = f"{year}损失16亿元：去年损失9.8亿元，今年损失8.4亿元。"
    found = [v for v, _texts in found_in(text, "sum") if v == "conflict"]
    assert found == verdicts


@pytest.mark.parametrize(("total", "verdict"), [("4.2", "conflict"), ("4.4", "consistent")])
def test_what_is_made_better_is_a_part_and_no_change(total: str, verdict: str) -> None:
    text = f"大棚{total}万亩，其中新建2.6万亩、改造提升1.8万亩。"
    assert found_in(text, "sum") == [(verdict, (f"{total}万亩", "2.6万亩", "1.8万亩"))]


@pytest.mark.parametrize(("total", "verdict"), [("eighty-one", "conflict"), ("91", "consistent")])
def test_parts_behind_a_colon_may_follow_how_many_there_are(total: str, verdict: str) -> None:
    text = f"We lost {total} posts over three years: 22 in the first, 35 in the second, 34 in June."
    assert (verdict, (total, "22", "35", "34")) in found_in(text, "sum")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "It is {}. Within that is $52m for schools, $13m for ports, and $9m for buses.",
            {"$65m": "conflict", "$74m": "consistent"},
        ),
        (
            "全年收到投诉{}，从类型看，餐饮类投诉2.1万件，快递类投诉1.2万件，旅游类投诉0.3万件。",
            {"3.3万件": "conflict", "3.6万件": "consistent"},
        ),
        (
            "全年收到投诉{}，从类型看，餐饮类投诉2.1万件，快递类投诉1.2万件，立案侦办0.3万件。",
            {"3.3万件": "consistent"},
        ),
    ],
)
def test_no_part_that_is_told_like_the_others_is_left_out(text: str, told: dict[str, str]) -> None:
    for total, verdict in told.items():
        assert [found for found, _ in found_in(text.format(total), "sum")] == [verdict]


@pytest.mark.parametrize(("total", "verdict"), [("11次", "conflict"), ("12次", "consistent")])
def test_a_list_is_added_up_to_its_end(total: str, verdict: str) -> None:
    text = f"共发生{total}洪水，长江5次、黄河3次、珠江3次、太湖1次。"
    assert found_in(text, "sum") == [(verdict, (total, "5次", "3次", "3次", "1次"))]


@pytest.mark.parametrize(("away", "verdict"), [("三位", "conflict"), ("两位", "consistent")])
def test_who_is_there_and_who_is_not_are_all(away: str, verdict: str) -> None:
    text = f"委员十九位，出席十七位，请假{away}。"
    assert found_in(text, "sum") == [(verdict, ("十九位", "十七位", away))]


@pytest.mark.parametrize("words", ["加在一块儿", "合在一起", "加总", "凑到一起", "加起来"])
def test_numbers_are_taken_together_in_many_words(words: str) -> None:
    text = "民警3.9万名，辅警2.7万名，" + words + "{}。"
    assert [v for v, _ in found_in(text.format("七万六千名"), "sum")] == ["conflict"]
    assert [v for v, _ in found_in(text.format("六万六千名"), "sum")] == ["consistent"]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("第一个月省下1,350万吨，第二个月1,450万吨，两个月总共省了3,800万吨。", "conflict"),
        ("第一个月省下1,350万吨，第二个月1,450万吨，两个月总共省了2,800万吨。", "consistent"),
        ("第一个月省下1,350万吨，第二个月1,450万吨，五个月总共省了3,800万吨。", "undetermined"),
    ],
)
def test_as_many_parts_as_are_named_are_all(text: str, verdict: str) -> None:
    assert [v for v, _ in found_in(text, "sum")] == [verdict]


@pytest.mark.parametrize(("gone", "verdict"), [("47,000", "conflict"), ("37,000", "consistent")])
def test_some_of_them_and_others_are_all(gone: str, verdict: str) -> None:
    text = f"We saw 93,200 people. 56,200 of them are still in our care; {gone} have moved on."
    assert [v for v, _ in found_in(text, "sum")] == [verdict]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("撤离居民13.8万人，住宾馆5.6万人，住亲戚家7.2万人。", ("13.8万人", "5.6万人", "7.2万人")),
        (
            "The county moved 1,482 people, 864 went to hotels, 518 went to relatives.",
            ("1,482", "864", "518"),
        ),
    ],
)
def test_two_numbers_right_behind_one_that_they_make_but_for_a_digit_are_its_parts(
    text: str, numbers: tuple[str, ...]
) -> None:
    assert ("conflict", numbers) in found_in(text, "sum")


@pytest.mark.parametrize(
    "text",
    [
        "撤离居民13.8万人，住宾馆5.6万人，住亲戚家3.2万人。",
        "撤离居民13.8万人，动用车辆240辆，住宾馆5.6万人，住亲戚家7.2万人。",
        "撤离居民13万人，住宾馆5万人，住亲戚家7万人。",
        "全县有桥梁160座，隧道70座，渡口80座。",
    ],
)
def test_two_numbers_behind_one_that_are_far_from_it_or_further_off_are_no_parts(text: str) -> None:
    assert all(verdict != "conflict" for verdict, _texts in found_in(text, "sum"))


@pytest.mark.parametrize(("total", "verdict"), [("$740", "conflict"), ("$760", "consistent")])
def test_those_who_paid_have_paid_all_of_a_cost(total: str, verdict: str) -> None:
    text = (
        f"The bridge cost {total} million. The union paid $390 million, the region $210 million,"
        " and we borrowed $160 million."
    )
    parts = ("$390 million", "$210 million", "$160 million")
    assert (verdict, (f"{total} million", *parts)) in found_in(text, "sum")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We get $2.4 billion. Within that, $2.1 billion is for pay and $650 million for roads.",
            ("$2.4 billion", "$2.1 billion", "$650 million"),
        ),
        (
            "There are 14 cases here. Nine are tied to the ferry and seven are tied to the fair.",
            ("14", "Nine", "seven"),
        ),
        (
            "16 people drowned in our lakes in 2021: nine farmers, six workers and three children.",
            ("16", "nine", "six", "three"),
        ),
        (
            "上半年旅客有88.4万人次，其中甲地22.3万、乙地15.2万、丙地9.1万，这三个地方合共36.6万人次。",
            ("36.6万人次", "22.3万", "15.2万", "9.1万"),
        ),
    ],
)
def test_parts_are_found_by_words_that_lead_to_them_or_close_them(
    text: str, expected: tuple[str, ...]
) -> None:
    assert ("conflict", expected) in found_in(text, "sum")


def test_a_few_that_are_said_to_be_most_of_it_leave_some_out() -> None:
    text = "全市投入资金约400亿元。从来源看，中央约60亿元，地方债约90亿元，贷款约190亿元，{}。"
    told = [verdict for verdict, _texts in found_in(text.format("这几项占了大头"), "sum")]
    assert "conflict" not in told


def test_a_number_as_of_this_day_is_no_part_of_the_one_before_it() -> None:
    text = (
        "The capacity of our plants is 38,600 megawatts. Repairs {} this morning take 5,140 "
        "megawatts, and faults take 12,300 megawatts. Demand last night was 24,710 megawatts."
    )
    assert found_in(text.format("as of"), "sum") == []
