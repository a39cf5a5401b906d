"""Repeated phrases, with every place where they occur."""

import random
from collections.abc import Sequence
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.suggest.phrases import _apart, repeated_phrases, singular

TRIES = 4
"""How often a time is taken before it counts as too long: a busy machine may be slow once."""

CHINESE = (
    "去年改造老旧小区五十个。居民对老旧小区改造满意。我们走访老旧小区居民。他说老旧小区停车难。"
    "还有老旧小区要装电梯！老旧小区，是民生工程。"
)
ENGLISH = (
    "The air quality index improved. Our air quality station broke. Better air quality matters. "
    "They measure air quality daily; air quality, they say, is poor. Good air quality costs money."
)


def phrases(text: str) -> dict[str, int]:
    return {phrase.text: len(phrase.places) for phrase in repeated_phrases(text)}


def test_a_chinese_phrase_is_found_at_each_of_its_places() -> None:
    (found,) = (phrase for phrase in repeated_phrases(CHINESE) if phrase.text == "老旧小区")
    assert len(found.places) == CHINESE.count("老旧小区")
    assert {CHINESE[start:end] for start, end in found.places} == {"老旧小区"}


def test_a_part_of_a_phrase_is_not_a_phrase() -> None:
    assert not {"旧小区", "老旧小", "老旧"} & {*phrases(CHINESE)}


def test_traditional_text_gives_traditional_phrases() -> None:
    text = CHINESE.replace("老旧小区", "長期照顧")
    assert phrases(text)["長期照顧"] == 6


def test_words_in_english_are_found_across_lines_and_numbers_of_the_noun() -> None:
    assert phrases(ENGLISH)["air quality"] == 6
    varied = ENGLISH.replace("air quality", "nursing home", 3).replace(
        "air quality", "nursing\nhomes"
    )
    (found,) = (one for one in repeated_phrases(varied) if one.text.startswith("nursing"))
    assert len(found.places) == 6


def test_a_phrase_does_not_cross_a_sentence() -> None:
    assert "schools roads" not in phrases("We build schools. Roads are bad, schools. Roads! " * 9)


def around(phrase: str, befores: str, behinds: str) -> str:
    """Return the phrase once between each pair of characters."""
    return "".join(f"{one}{phrase}{other}，" for one, other in zip(befores, behinds, strict=True))


def test_speakers_names_are_left_out() -> None:
    text = "".join(f"张伟国：好{n}。{n}想张伟国{n}，\n" for n in "甲乙丙丁戊己")
    assert "张伟国" not in phrases(text)
    assert "张伟国" in phrases(text.replace("：", "，"))


@pytest.mark.parametrize(
    "phrase", ["新闻发布会", "闻发布", "老旧小区的", "的老旧小区", "家社区食堂", "何映秋女士"]
)
def test_phrases_of_course_and_idle_edges_are_left_out(phrase: str) -> None:
    text = around(phrase, "甲乙丙丁戊己", "子丑寅卯辰巳")
    assert phrase not in phrases(text)
    assert "民生实事" in phrases(text + around("民生实事", "甲乙丙丁戊己", "子丑寅卯辰巳"))


def test_what_always_follows_or_precedes_the_same_character_does_not_stand_alone() -> None:
    assert "民生实事" not in phrases(around("民生实事", "甲甲甲甲甲甲", "子丑寅卯辰巳"))
    assert "民生实事" not in phrases(around("民生实事", "子丑寅卯辰巳", "甲甲甲甲甲甲"))


def test_a_particle_stands_between_words() -> None:
    assert "民生实事" in phrases(around("民生实事", "的的的的的的", "是是是是是是"))


def test_a_short_text_asks_for_two_repeats_with_a_clear_end_on_each_side() -> None:
    assert "民生实事" in phrases("看民生实事。民生实事的账。")
    assert "民生实事" not in phrases("看民生实事多，想民生实事难，")


def test_what_is_part_of_a_more_frequent_pair_at_its_edge_is_no_phrase() -> None:
    text = "。".join(["托育"] * 5 + ["民生实事托育", "看民生实事托，", "民生实事托育"])
    assert "民生实事托" not in phrases(text)


def test_a_part_of_several_longer_phrases_is_a_phrase_of_its_own() -> None:
    text = "".join(f"看民生实事{end}，{end}。民生实事{end}的" for end in ("补贴", "评估", "清单"))
    assert {"民生实事", "民生实事补贴"} <= {*phrases(text)}


def test_an_acronym_counts_as_the_name_that_it_stands_for() -> None:
    text = "The Rapid Transit Authority (RTA) met. The RTA voted. We asked the RTA."
    (found,) = (one for one in repeated_phrases(text) if "Transit" in one.text)
    assert [text[start:end] for start, end in found.places] == [
        "Rapid Transit Authority",
        *["RTA"] * 3,
    ]
    assert "RTA" not in phrases(text)


def test_what_mostly_stands_in_a_longer_phrase_gives_way_to_it() -> None:
    longer = around("新建社区食堂", "甲乙丙丁戊己庚", "子丑寅卯辰巳午")
    assert {"新建社区食堂"} == {*phrases(longer + around("社区食堂", "壬癸申", "酉戌亥"))}
    assert {"新建社区食堂", "社区食堂"} == {
        *phrases(longer + around("社区食堂", "壬癸申辛庚", "酉戌亥子丑"))
    }


def test_places_that_overlap_count_once() -> None:
    assert _apart([0, 2, 5, 7, 8], 3) == [0, 5, 8]


def test_what_always_stands_in_the_same_words_is_found_whole() -> None:
    text = "".join(
        f"{before}城乡居民医保{after}，" for before, after in ("新的", "用户", "缴纳", "查询")
    )
    found = phrases(text.replace("，", "好，") + "看城乡居民医保吧")
    assert "城乡居民医保" in found
    assert "居民医保" not in found


def test_the_weightiest_comes_first() -> None:
    weights = [phrase.weight for phrase in repeated_phrases(CHINESE * 3)]
    assert weights == sorted(weights, reverse=True)


def test_a_longer_text_asks_for_more_repeats() -> None:
    rng = random.Random(1)  # noqa: S311
    filler = "".join(
        rng.choice("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥") for _ in range(60_000)
    )
    assert "老旧小区" not in phrases(filler[:30_000] + CHINESE + filler[30_000:])


@pytest.mark.parametrize(
    ("word", "one"),
    [
        ("hospitals", "hospital"),
        ("families", "family"),
        ("classes", "class"),
        ("boxes", "box"),
        ("virus", "virus"),
        ("mayor's", "mayor"),
        ("bus", "bus"),
        ("crisis", "crisis"),
    ],
)
def test_the_singular_of_a_word(word: str, one: str) -> None:
    assert singular(word) == one


@given(
    st.lists(
        st.sampled_from(["老", "旧", "小区", " ", "air", "quality", ".", "，", "𠮷", "Ａ", ":"])
    )
)
@settings(max_examples=100, deadline=None)
def test_places_are_in_order_apart_and_inside(pieces: Sequence[str]) -> None:
    text = "".join(pieces)
    for phrase in repeated_phrases(text):
        last = 0
        for start, end in phrase.places:
            assert last <= start < end <= len(text)
            last = end


@given(st.text())
@settings(max_examples=100, deadline=None)
def test_any_text_is_read(text: str) -> None:
    assert all(phrase.places for phrase in repeated_phrases(text * 4))


@pytest.mark.parametrize("piece", ["哈", "air ", "ab", "老旧小区", "张:", "a-"])
def test_the_time_is_linear_in_the_length(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        started = process_time()
        list(repeated_phrases(text))
        return process_time() - started

    seconds(1000)
    assert any(seconds(60_000) < 8 * max(seconds(15_000), 0.01) for _ in range(TRIES))
