"""What parts may make together."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.checks.adding import added
from annotator.checks.addition import (
    added_up,
    are_bare,
    are_counted_off,
    are_named_alike,
    are_the_ones,
    continues,
    is_closed,
    is_listed,
    is_made,
    is_mark,
    is_one_of,
    is_rate,
    is_total,
    lead,
    may_be_part,
    nearly_make,
)
from annotator.checks.rounding import counted
from annotator.checks.statement import Check
from tests.checks.reading import found_in, read, scene_of


def added_in(text: str, total: int = 0) -> Check:
    """Hold the figures of a text against one of them, given by its place among them."""
    scene = scene_of(text)
    parts = list(scene.statements)
    return added_up(scene, parts.pop(total), parts)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("共有160起。", "160", "160"),
        ("投资4.1亿元。", "405000000", "415000000"),
        ("投资4.1亿元、2.3亿元、1.9亿元、1.5亿元。", "968000000", "992000000"),
    ],
)
def test_many_numbers_are_not_all_rounded_to_one_side(text: str, low: str, high: str) -> None:
    made = added(read(text).statements)
    assert (made.low, made.high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("共转移437人，安置152人，投亲265人。", True), ("共有43人，男15人，女26人。", False)],
)
def test_few_digits_are_alike_by_chance(text: str, *, expected: bool) -> None:
    total, *parts = read(text).statements
    assert nearly_make(total, parts) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We served 94 meals, 58 lunches, 31 dinners and 7 suppers.", True),
        ("Of those, 40 are here, 31 are there, 25 elsewhere and 7 lost.", False),
        ("运量94万，公车58万、捷运31万、其他7万。", True),
        ("运量是94万，这是一个很大的数字，其中包括了58万、31万、7万。", False),
    ],
)
def test_parts_may_follow_a_total_at_once(text: str, *, expected: bool) -> None:
    scene = scene_of(text)
    total, *parts = scene.statements
    assert are_counted_off(scene, total, parts) is expected


def test_parts_that_are_more_than_their_total_by_one_digit_are_a_conflict() -> None:
    text = "週六2萬3,000人、週日3萬1,000人、週一1萬8,000人，三天一共{}人。"
    assert [v for v, _t in found_in(text.format("6萬2,000"), "sum")] == ["conflict"]
    assert [v for v, _t in found_in(text.format("7萬2,000"), "sum")] == ["consistent"]


@pytest.mark.parametrize(("last", "verdict"), [("不到240个", "consistent"), ("240个", "conflict")])
def test_what_is_under_a_number_may_be_any_such_number(last: str, verdict: str) -> None:
    text = f"全省有520个贫困村，前年出列35个，去年出列80个，今年出列176个，还剩下{last}。"
    assert verdict in [v for v, _texts in found_in(text, "sum")]


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=6))
def test_numbers_told_to_the_last_digit_make_what_they_add_up_to(numbers: list[int]) -> None:
    exactly = [number * 10 + 1 for number in numbers]
    made = added(read("、".join(f"第一类{number}件" for number in exactly)).statements)
    assert made.low == made.high == sum(exactly)


@given(st.lists(st.integers(11, 999), min_size=1, max_size=6))
def test_rounded_numbers_make_their_sum_and_no_more_than_all_of_them_may(tenths: list[int]) -> None:
    parts = read("、".join(f"一项{n // 10}.{n % 10}亿元" for n in tenths)).statements
    made, widest = added(parts), [counted(part) for part in parts]
    assert made.low <= sum(tenths) * Decimal(10) ** 7 <= made.high
    assert sum(i.low for i in widest if i) <= made.low
    assert made.high <= sum(i.high for i in widest if i)
    assert (made.high - made.low) <= len(tenths) * Decimal(10) ** 7


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("共查处960起，其中盗窃410起，诈骗320起，其他230起。", "consistent"),
        ("共查处960起，其中盗窃410起，诈骗320起，其他130起。", "conflict"),
        ("投资9.6亿元，其中中央出4.1亿元，省里出3.2亿元，市里出2.2亿元。", "consistent"),
        ("投资9.6亿元，其中公路4.1亿元，铁路3.2亿元，水运2.6亿元。", "conflict"),
        ("共480多人，其中工人200人，职员290人。", "consistent"),
    ],
)
def test_parts_make_their_total_or_are_a_conflict(text: str, verdict: str) -> None:
    assert added_in(text).verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("投资1000亿元，其中公路410亿元，铁路330亿元，水运262亿元。", "undetermined"),
        ("投资1001亿元，其中公路411亿元，铁路331亿元，水运264亿元。", "conflict"),
        ("共1001人，工人411人，职员331人，学生258人。", "conflict"),
    ],
)
def test_only_a_round_total_is_taken_loosely(text: str, verdict: str) -> None:
    assert added_in(text).verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("共查处960起，其中盗窃410起，诈骗320起。", "undetermined"),
        ("共查处960起，其中盗窃410起，其余320起。", "undetermined"),
        ("共查处960起，其中盗窃410起，诈骗220起，赌博230起。", "conflict"),
        ("共查处960起，盗窃410起，诈骗540起。", "undetermined"),
        ("共查处965起，盗窃413起，诈骗542起。", "conflict"),
        ("共查处960起，由盗窃410起，诈骗530起组成。", "conflict"),
    ],
)
def test_two_parts_are_some_of_a_total_unless_words_or_a_slip_make_them_all(
    text: str, verdict: str
) -> None:
    assert added_in(text).verdict == verdict


@pytest.mark.parametrize(
    ("last", "verdict"), [("剩下的诈骗530起", "conflict"), ("诈骗530起等", "undetermined")]
)
def test_a_rest_closes_a_list_and_so_on_leaves_it_open(last: str, verdict: str) -> None:
    assert added_in(f"共有960起，其中盗窃410起，{last}。").verdict == verdict


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("48 guests: 20 actors and 25 singers.", "conflict"),
        ("48 guests, such as 20 actors and 25 singers.", "undetermined"),
        ("48 guests, 20 actors, 25 singers and the mayor.", "undetermined"),
        ("48 guests: 20 actors and 25 singers, among others.", "undetermined"),
    ],
)
def test_guests_that_are_named_as_examples_are_not_all(told: str, verdict: str) -> None:
    assert added_in(f"There are {told}").verdict == verdict


@pytest.mark.parametrize(
    ("words", "verdict"), [("其中", "undetermined"), ("分别是", "conflict"), ("由", "conflict")]
)
def test_parts_far_above_a_total_are_a_conflict_only_where_it_is_split_up(
    words: str, verdict: str
) -> None:
    text = f"共查处960起，{words}盗窃610起，诈骗720起，赌博230起。"
    assert added_in(text).verdict == verdict


@pytest.mark.parametrize(
    ("parts", "verdict"),
    [("318 in town and 78 on farms", "conflict"), ("318 buses and 78 lorries", "undetermined")],
)
def test_parts_that_name_nothing_of_their_own_are_all_of_a_total(parts: str, verdict: str) -> None:
    assert added_in(f"We ran 486 diesel units, {parts}.").verdict == verdict


def test_women_and_men_are_all_of_a_staff_however_few_they_are() -> None:
    assert added_in("共有480人，其中男230人，女100人。").verdict == "conflict"
    assert added_in("共有480人，其中男230人，党员100人。").verdict == "undetermined"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("共960起，盗窃410起，诈骗320起，赌博230起，另外处罚120起。", 3),
        ("共960起，盗窃410起，诈骗320起，赌博130起，另外处罚120起。", 4),
        ("共480人，其中男230人，女100人，党员130人。", 2),
        ("共960起，盗窃410起，诈骗320起，赌博220起。说到去年的情况，当时处罚120起。", 3),
    ],
)
def test_the_first_parts_that_make_a_total_are_its_parts(text: str, parts: int) -> None:
    assert len(added_in(text).texts) == 1 + parts


def test_a_sum_tells_what_was_added_and_what_it_makes() -> None:
    check = added_in("共查处960起，其中盗窃410起，诈骗320起，其他130起。")
    assert check.texts == ("960起", "410起", "320起", "130起")
    assert str(check.working) == "410起 + 320起 + 130起 make 860起; the total is 960起."


@pytest.mark.parametrize(
    ("words", "verdict"),
    [("一共", "undetermined"), ("两者加起来", "conflict"), ("合计", "undetermined")],
)
def test_words_of_all_of_them_want_less_of_a_total(words: str, verdict: str) -> None:
    text = f"盗窃410起，诈骗340起，{words}960起。"
    assert added_in(text, total=2).verdict == verdict


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("共有63件，公安部督办15件，省级督办19件，市级督办29件。", True),
        ("共有63件，公安部督办15件，省级督办19件，去年的案子29件。", False),
        ("共有700个县，大豆县200个，玉米县400个。", True),
        ("共有700个，大豆县200个，玉米片区400个。", False),
        ("小学480所，官立小学200所，官立中学280所。", True),
    ],
)
def test_parts_whose_nouns_end_alike_are_of_one_kind(text: str, *, expected: bool) -> None:
    scene = scene_of(text)
    total, *parts = scene.statements
    assert are_named_alike(scene, total, parts) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("老电站67座，整改的31座，运转的36座。", True),
        ("老电站67座，整改的31座，运转36座。", False),
        ("关停的67座，整改的31座，运转的36座。", False),
        ("老电站67座。整改的31座，运转的36座。", False),
    ],
)
def test_words_may_tell_which_ones_each_part_is(text: str, *, expected: bool) -> None:
    scene = scene_of(text)
    total, *parts = scene.statements
    assert are_the_ones(scene, total, parts) is expected


def test_what_is_one_of_two_halves_is_not_their_total() -> None:
    for text, expected in (("起诉67人，不起诉31人。", True), ("审结67人，不起诉31人。", False)):
        scene = scene_of(text)
        assert is_one_of(scene, scene.statements[0], scene.statements[1:]) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("盗窃410起，其余550起。", True),
        ("盗窃410起，诈骗550起。", False),
        ("盗窃410起，诈骗550起，其他不详。", False),
        ("410 thefts and 550 others.", True),
        ("410 thefts, leaving 550.", True),
        ("410 thefts and 550 frauds, others said.", False),
    ],
)
def test_the_rest_of_a_whole_closes_a_list(text: str, *, expected: bool) -> None:
    scene = scene_of(text)
    assert is_closed(scene, scene.statements) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We ran 486 diesel units, 318 in town and 168 on farms.", True),
        ("We ran 486 diesel units, 318 in town, 168 on farms.", False),
        ("We ran 486 of them when 318 in town and 168 on farms failed.", False),
        ("We ran 486 diesel units, 318 buses and 168 lorries.", False),
    ],
)
def test_parts_may_name_nothing_of_their_own(text: str, *, expected: bool) -> None:
    scene = scene_of(text)
    total, *parts = scene.statements
    assert are_bare(scene, total, parts) is expected


def test_no_part_is_counted_off_or_bare_in_front_of_its_total() -> None:
    scene = scene_of("We served 58 lunches, 31 dinners, 7 suppers and 94 meals.")
    *parts, total = scene.statements
    assert not are_counted_off(scene, total, parts)
    assert not are_bare(scene, total, parts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("共有968起，城区413起，农村555起。", True),
        ("共有968起，城区413起，农村545起。", True),
        ("共有968起，城区413起，农村501起。", False),
    ],
)
def test_a_total_is_made_exactly_or_but_for_one_digit(text: str, *, expected: bool) -> None:
    total, *parts = read(text).statements
    assert is_made(total, parts) is expected


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("平均每天接待350人。", True),
        ("人均消费350元。", True),
        ("They pay $350 a day here.", True),
        ("一共接待350人。", False),
        ("They pay $350 and a day is over.", False),
    ],
)
def test_what_is_told_for_each_is_a_rate(text: str, *, rate: bool) -> None:
    scene = scene_of(text)
    assert is_rate(scene, scene.statements[-1]) is rate


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("总量首次突破1.4万亿元大关。", True),
        ("总量跨上1.4万亿元台阶。", True),
        ("Sales passed $300 million.", True),
        ("Sales are past the $300 million mark.", True),
        ("总量达到1.4万亿元。", False),
        ("Sales made $300 million.", False),
    ],
)
def test_a_number_that_is_passed_is_a_mark(text: str, *, mark: bool) -> None:
    scene = scene_of(text)
    assert is_mark(scene, scene.statements[-1]) is mark


def test_numbers_of_one_unit_between_enumeration_commas_are_listed() -> None:
    scene = scene_of("诈骗5.1万人、赌博1.9万人，追回赃款3万元、没收非法所得7万元和房产12套。")
    assert [is_listed(scene, s) for s in scene.statements] == [True, True, True, True, False]


def test_a_total_counts_weighs_or_costs_and_has_a_number() -> None:
    told = {
        s.text: is_total(s) for s in read("投资12%，3.5亿元，360人，数十件，历时90天。").statements
    }
    assert told == {"12%": False, "3.5亿元": True, "360人": True, "数十件": True, "90天": True}


@pytest.mark.parametrize(
    ("total", "part", "expected"),
    [
        ("一共12例。", "男性7人。", True),
        ("一共7人。", "死亡12例。", False),
        ("一共120元。", "路费70元。", True),
        ("一共120元。", "路费70美元。", False),
        ("一共120人。", "占了70%。", False),
        ("We have 486 units.", "It was 318.", True),
    ],
)
def test_parts_have_the_kind_and_unit_of_their_total(
    total: str, part: str, *, expected: bool
) -> None:
    whole, some = read(total).statements[-1], read(part).statements[-1]
    assert may_be_part(some, whole) is expected


@pytest.mark.parametrize(
    ("glue", "expected"),
    [
        ("，诈骗", True),
        (" and ", True),
        ("诈骗", False),
        ("，其中", False),
        ("，" + "长" * 59, True),
        ("，" + "长" * 60, False),
    ],
)
def test_a_list_goes_on_over_commas_for_so_far(glue: str, *, expected: bool) -> None:
    assert continues(glue) is expected


def test_the_lead_is_what_stands_closest_to_the_first_part() -> None:
    scene = scene_of("一共960起" + "，这是一个不小的数字" * 9 + "，盗窃410起。")
    total, first = scene.statements
    assert lead(scene, total, first) == scene.text[first.start - 60 : first.start]


@pytest.mark.parametrize(("clinics", "verdict"), [("3,950", "conflict"), ("3,520", "undetermined")])
def test_three_parts_that_miss_a_total_by_a_slip_are_all_that_it_includes(
    clinics: str, verdict: str
) -> None:
    text = f"全国合约院所4,800家，包括诊所{clinics}家、医院420家、药局330家。"
    assert [v for v, _texts in found_in(text, "sum")] == [verdict]
