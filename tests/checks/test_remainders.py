"""What is said to be left of a whole."""

import pytest

from tests.checks.reading import found_in, workings_of


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("共接到投诉640件，已办结580件，其余60件正在办理。", "consistent"),
        ("修复需要资金24亿元，目前落实15.6亿元，占65%，还差9.4亿元。", "conflict"),
        ("共接到投诉640件，已办结580件，办结率90%，其余80件正在办理。", "conflict"),
        ("全港共有單位落成3.4萬個，當中2.6萬個已入伙，餘下0.5萬個明年入伙。", "conflict"),
        ("累计停电8,600户，已复电7,900户，700户待复电。", "consistent"),
        ("We're authorized for 940 nurses. Today we have 815, which leaves 135 posts.", "conflict"),
        (
            "We're authorized for 940 nurses. Today we have 815, which leaves 125 posts.",
            "consistent",
        ),
        ("We ordered 160. Eighty-eight have arrived. There are 82 to come.", "conflict"),
        ("We ordered 160. Eighty-eight have arrived. There are 72 to come.", "consistent"),
        ("抽验326件，检验完成298件，有38件还在检验。", "conflict"),
        ("We built 32,690 homes. The target was 33,450, so we were short by 1,260.", "conflict"),
        ("Of 62 bridges we have inspected 48, and 20 remain.", "conflict"),
        ("They gave $900 million. We got $438 million, we're still owed $562 million.", "conflict"),
    ],
)
def test_what_is_left_is_held_against_the_rest(text: str, verdict: str) -> None:
    assert [v for v, _texts in found_in(text, "sum")] == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "全市有小学120所，初中45所，还有幼儿园70所。",
        "The city has 120 schools. It has 45 libraries and left 3 of its parks as they were.",
        "其余60件正在办理。",
    ],
)
def test_things_beside_each_other_leave_nothing(text: str) -> None:
    assert [v for v, _texts in found_in(text, "sum") if v == "conflict"] == []


def test_the_working_tells_what_is_left() -> None:
    text = "共接到投诉640件，已办结580件，其余80件正在办理。"
    assert workings_of(text, "sum") == ["640件 less 580件 is 60件; stated is 80件."]


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        (
            "Revenue was £2.31 billion. Costs were £2.05 billion, a surplus of £360 million.",
            ["conflict"],
        ),
        (
            "Revenue was £2.31 billion. Costs were £2.05 billion, a surplus of £260 million.",
            ["consistent"],
        ),
        ("We're authorized for 620 and have 574. That's 56 short.", ["conflict"]),
        ("未来需要三十万八千套，已经有地建三十一万五千套，多出一万七千套。", ["conflict"]),
        ("未来需要三十万八千套，已经有地建三十一万五千套，多出七千套。", ["consistent"]),
        ("去年收入63亿元，比上年多8亿元，支出51亿元，结余29亿元。", []),
        ("We took in $63 million and spent $51 million, a surplus of $19 million.", ["conflict"]),
        ("月票999元，原本要2,400元，可以省1,501元。", ["conflict"]),
        ("经常使用的平均76.2分，较少使用的71.5分，差5.7分。", ["conflict"]),
        ("浓度76微克，去年68微克。在全省16个市里排第5位。", []),
        (
            "We had revenue of £9 billion and costs of £2 billion, a surplus of £5 billion.",
            ["conflict"],
        ),
        ("We had revenue of £9 billion and costs of £2 billion, a surplus of £1 billion.", []),
    ],
)
def test_a_gap_is_held_against_the_numbers_it_lies_between(text: str, verdicts: list[str]) -> None:
    assert [v for v, _texts in found_in(text, "sum")] == verdicts


def test_a_gap_is_not_between_numbers_whose_difference_is_told_itself() -> None:
    text = "新生21萬5,000人，比前一年的22萬8,000人減少1萬3,000人。大學部招生缺額8,530名。"
    assert found_in(text, "sum") == []


def test_what_is_being_built_is_what_is_left() -> None:
    text = "总共要完成240座，现在完工212座，还有{}座在施工。"
    assert [v for v, _t in found_in(text.format(38), "sum")] == ["conflict"]
    assert [v for v, _t in found_in(text.format(28), "sum")] == ["consistent"]


@pytest.mark.parametrize(("rest", "verdict"), [("70户", "conflict"), ("60户", "consistent")])
def test_what_is_left_may_be_told_in_one_word(rest: str, verdict: str) -> None:
    text = f"东区的需求是83户，扣掉23户不需要的，剩{rest}要估价。"
    assert found_in(text, "sum") == [(verdict, ("83户", "23户", rest))]


@pytest.mark.parametrize(("rest", "verdict"), [("29亿元", "conflict"), ("9亿元", "consistent")])
def test_the_others_of_a_part_that_is_called_one_are_what_is_left(rest: str, verdict: str) -> None:
    text = f"全部开支1005亿元，经常性开支占996亿元，其余{rest}是一次性的。"
    assert found_in(text, "sum") == [(verdict, ("1005亿元", "996亿元", rest))]


@pytest.mark.parametrize(("rest", "verdict"), [("23", "conflict"), ("13", "consistent")])
def test_what_there_is_besides_what_is_done_is_left(rest: str, verdict: str) -> None:
    text = f"申请84件，已经核定71件，还有{rest}件在审。"
    assert found_in(text, "sum") == [(verdict, ("84件", "71件", f"{rest}件"))]


@pytest.mark.parametrize(
    ("rest", "verdict"), [("seven hundred", "conflict"), ("900", "consistent")]
)
def test_the_rest_may_be_far_from_what_is_left(rest: str, verdict: str) -> None:
    text = f"We add 1,300 officers. Four hundred of them are guards and the rest, {rest}, patrol."
    assert found_in(text, "sum") == [(verdict, ("1,300", "Four hundred", rest))]


@pytest.mark.parametrize(("net", "verdict"), [("2,400人", "conflict"), ("1,400人", "consistent")])
def test_what_came_less_what_went_is_the_net(net: str, verdict: str) -> None:
    text = f"护士今年前八个月新增4,300人，离退2,900人，净增加{net}。"
    assert found_in(text, "sum") == [(verdict, ("4,300人", "2,900人", net))]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("We will have 137 clinics. 120 of those are open, so there are {} to come.", "27", "17"),
        ("受影響的路線有57條，已經恢復21條，其餘{}條要等通車。", "46", "36"),
    ],
)
def test_a_rest_may_be_off_by_a_digit(text: str, wrong: str, right: str) -> None:
    assert [v for v, _texts in found_in(text.format(wrong), "sum")] == ["conflict"]
    assert [v for v, _texts in found_in(text.format(right), "sum")] == ["consistent"]


def test_what_is_far_from_a_rest_is_of_something_else() -> None:
    text = "接種312.5萬劑，其中長者已接種128萬劑。庫存還有105萬劑。"
    assert found_in(text, "sum") == []


@pytest.mark.parametrize(("rest", "verdict"), [("thirty-five", "conflict"), ("45", "consistent")])
def test_the_others_of_an_order_are_the_rest(rest: str, verdict: str) -> None:
    text = f"The first fifteen buses have come, out of an order for 60. The other {rest} are due."
    assert found_in(text, "sum") == [(verdict, ("60", "fifteen", rest))]


@pytest.mark.parametrize(
    ("gap", "verdict"), [("34個百分點", "conflict"), ("24個百分點", "consistent")]
)
def test_shares_lie_so_many_points_apart(gap: str, verdict: str) -> None:
    text = f"平日住房率48%，假日72%，差了{gap}。"
    assert found_in(text, "sum") == [(verdict, ("72%", "48%", gap))]


@pytest.mark.parametrize(("rest", "verdict"), [("23座", "conflict"), ("13座", "consistent")])
def test_what_is_still_being_done_is_clearly_left(rest: str, verdict: str) -> None:
    text = f"超限的水库有54座，已有41座降了下来，还有{rest}正在泄洪。"
    assert found_in(text, "sum") == [(verdict, ("54座", "41座", rest))]


@pytest.mark.parametrize(("rest", "verdict"), [("62", "conflict"), ("52", "consistent")])
def test_what_is_called_finished_behind_a_part_leaves_a_rest(rest: str, verdict: str) -> None:
    text = f"The canal is 130 miles long; 78 miles are repaired, there are {rest} miles to go."
    assert found_in(text, "sum") == [(verdict, ("130 miles", "78 miles", f"{rest} miles"))]


def test_some_of_those_and_the_others_make_all() -> None:
    text = (
        "We gave 72,410 jabs yesterday. The army delivered 26,150 of those in its clinics. "
        "The councils gave the other 56,260."
    )
    assert [v for v, _texts in found_in(text, "sum")] == ["conflict"]
    assert [v for v, _texts in found_in(text.replace("56,260", "46,260"), "sum")] == ["consistent"]


def test_how_many_more_it_takes_is_held_against_now_and_then() -> None:
    text = (
        "We have 22 clinics open today and will have 39 of them by June, so another 27 will open."
    )
    assert found_in(text, "sum") == [("conflict", ("39", "22", "27"))]
    assert found_in(text.replace("27", "17"), "sum") == [("consistent", ("39", "22", "17"))]


def test_numbers_of_one_day_each_leave_nothing() -> None:
    text = "余震在减少：{}有301次，{}228次，{}只剩下64次。"
    assert found_in(text.format("第一天", "第二天", "昨天"), "sum") == []
    assert found_in(text.format("一共", "处理了", "现在"), "sum") != []
