"""Words that make two figures speak of different things."""

import pytest

from annotator.checks.qualifiers import (
    are_halves,
    differ_in_places,
    differ_in_qualifiers,
    is_hearsay,
    names_in,
    one_is_a_part,
)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("东湖区新开工项目|", "西山区新开工项目|"),
        ("城镇居民收入|", "农村居民收入|"),
        ("deliveries in China fell to |", "deliveries in India rose to |"),
        ("the men's team has | members", "the women's team has | members"),
        ("全市出口|", "全市进口|"),
        ("at an average of | patients", "at a maximum of | patients"),
    ],
)
def test_places_and_groups_tell_figures_apart(first: str, second: str) -> None:
    assert differ_in_qualifiers(first, second)
    assert not differ_in_qualifiers(first, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("全市新增就业|", "我市新增就业|"),
        ("the storm damaged | homes", "In all, the storm damaged | homes"),
        ("on Monday we treated | patients", "On Friday we treated | patients"),
    ],
)
def test_words_for_the_whole_do_not(first: str, second: str) -> None:
    assert not differ_in_qualifiers(first, second)


def test_names_are_places_and_words_in_capitals() -> None:
    assert names_in("we employ people in Poland and near 青山县") == {"Poland", "青山"}


def test_a_word_on_one_side_narrows() -> None:
    assert one_is_a_part("定期票每张|", "学生定期票每张|")
    assert one_is_a_part("net income was |", "adjusted net income was |")
    assert not one_is_a_part("學生定期票每張|", "學生定期票每張|")


def test_a_word_that_starts_like_a_place_names_none() -> None:
    assert names_in("去年省道照明和城乡市场、农村村民、高铁线上") == frozenset()
    assert names_in("去河北省和青山村") == {"河北", "青山"}


def test_names_of_letters_and_digits_tell_figures_apart() -> None:
    assert differ_in_qualifiers("PM2.5平均浓度为|", "PM10平均浓度为|")
    assert not differ_in_qualifiers("PM2.5平均浓度为|", "全年PM2.5浓度|")
    assert not differ_in_qualifiers("PM2.5平均浓度为|", "平均浓度|")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("城镇居民|", "农村居民|"),
        ("men on the team |", "women on the team |"),
        ("参加培训|", "没有参加培训|"),
        ("approved |", "not approved |"),
        ("| exports", "| imports"),
        ("| were approved", "| were denied"),
        ("已建成|座", "在建|座"),
    ],
)
def test_two_groups_may_make_a_whole(first: str, second: str) -> None:
    assert are_halves(first, second)
    assert are_halves(second, first)
    assert not are_halves(first, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("城镇居民|", "高校学生|"),
        ("城镇和农村居民|", "农村居民|"),
        ("没有参加培训|", "没有参加培训|"),
        ("没有参加培训|", "没有取得证书|"),
        ("", ""),
    ],
)
def test_what_names_both_groups_or_others_is_no_half(first: str, second: str) -> None:
    assert not are_halves(first, second)


def test_halves_are_two() -> None:
    assert not are_halves("男|")
    assert not are_halves("男|", "女|", "男|")


def test_titles_name_different_places_only_if_both_name_some() -> None:
    assert differ_in_places("东湖区交通局", "西山区交通局")
    assert differ_in_places("地铁红线", "地铁蓝线")
    assert not differ_in_places("东湖区交通局", "东湖区水务局")
    assert not differ_in_places("东湖区交通局", "交通局")
    assert not differ_in_places("全区交通局", "全市交通局")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("有网友称死亡人数是", True),
        ("网上有传言指死亡人数是", True),
        ("有网友称数字不对，事实上是", False),
        ("网友您好。据统计，数字是", False),
        ("critics say it is ", True),
        ("critics say it is a lot, but in fact it is ", False),
        ("the mayor says it is ", False),
    ],
)
def test_what_others_claim_is_hearsay_until_the_facts_are_told(
    words: str, *, expected: bool
) -> None:
    assert is_hearsay(words) is expected


@pytest.mark.parametrize(
    ("first", "second"), [("东部地区", "中部地区"), ("土地革命时期", "解放战争时期")]
)
def test_regions_and_eras_tell_quantities_apart(first: str, second: str) -> None:
    assert differ_in_qualifiers(f"编入{first}的文稿|", f"编入{second}的文稿|")
    assert not differ_in_qualifiers(f"编入{first}的文稿|", f"编入{first}的文稿|")
