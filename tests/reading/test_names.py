"""What looks like a person's name."""

import pytest

from annotator.reading.names import (
    Likeness,
    chinese_likeness,
    english_likeness,
    family_name,
    without_honorific,
)


@pytest.mark.parametrize(
    "name",
    [
        "杨沁恩",
        "欧阳明华",
        "庹小芳",
        "樓大海",
        "安东尼奥·古特雷斯",
        "布林肯",
        "谭德塞",
        "歐陽娜娜",
        "王芳女士",
        "李 明先生",
    ],
)
def test_persons_in_chinese_script(name: str) -> None:
    assert chinese_likeness(name) is Likeness.NAME


@pytest.mark.parametrize("name", ["金鑫", "拜登", "老王", "王某", "赵总"])
def test_two_characters_are_less_sure(name: str) -> None:
    assert chinese_likeness(name) is Likeness.SHORT


@pytest.mark.parametrize("name", ["方案", "安徽", "我们说", "产业结构调整方向", "第一，", "毛利率"])
def test_nouns_and_phrases_are_no_persons(name: str) -> None:
    assert chinese_likeness(name) is Likeness.NO


def test_a_lone_surname_and_a_short_word_may_be_names() -> None:
    assert chinese_likeness("王") is Likeness.MAYBE
    assert chinese_likeness("滨江晚") is Likeness.MAYBE


@pytest.mark.parametrize(
    "name", ["Jane Doe", "Ursula von der Leyen", "CHRIS O'NEIL", "Tarik Jašarević", "Łukasz Żak"]
)
def test_english_persons(name: str) -> None:
    assert english_likeness(name) is Likeness.NAME


@pytest.mark.parametrize("name", ["", "the key word", "Phase 2b", "A B C D E F", "Total of"])
def test_english_phrases_are_no_persons(name: str) -> None:
    assert english_likeness(name) is Likeness.NO


def test_one_english_word_may_be_a_name() -> None:
    assert english_likeness("Klein") is Likeness.MAYBE


def test_a_family_name_in_capitals_may_come_first() -> None:
    assert [family_name(name) for name in ("SATO Ken", "Mr. SATO Ken")] == ["SATO", "SATO"]
    assert [family_name(name) for name in ("GEN Roe", "ANN ROE", "DPM Roe")] == [
        "Roe",
        "ROE",
        "Roe",
    ]


def test_a_family_name_has_no_letters_behind() -> None:
    assert family_name("Ann Lee MP") == family_name("Ann Lee, Ph.D.") == "Lee"
    assert [family_name(name) for name in ("Jo Yun MA", "Lee MP", "王芳")] == ["MA", "MP", "王芳"]


def test_courtesy_is_dropped() -> None:
    assert without_honorific("付凌晖先生") == "付凌晖"


@pytest.mark.parametrize(
    ("name", "likeness"),
    [
        ("陈道明", Likeness.SHORT),
        ("王有才", Likeness.SHORT),
        ("谢小军", Likeness.NAME),
        ("高在哪", Likeness.NO),
        ("都有谁", Likeness.NO),
    ],
)
def test_given_names_hold_some_characters_of_sentences(name: str, likeness: Likeness) -> None:
    assert chinese_likeness(name) is likeness


def test_a_name_of_letters_and_characters_is_one_if_it_comes_back() -> None:
    assert chinese_likeness("IT橘林") is Likeness.MAYBE
    assert chinese_likeness("IT是什么") is Likeness.NO
    assert chinese_likeness("AI产业") is Likeness.NO


@pytest.mark.parametrize(("word", "may_be"), [("高峰", True), ("唐诗", True), ("廣告", False)])
def test_a_noun_that_is_a_given_name_as_well_stays_a_name(word: str, *, may_be: bool) -> None:
    assert (chinese_likeness(word) is Likeness.SHORT) is may_be


def test_a_nickname_may_have_a_number_before_what_somebody_is() -> None:
    assert chinese_likeness("Harbour25教练") is Likeness.MAYBE
    assert chinese_likeness("H25教练的话") is Likeness.NO
