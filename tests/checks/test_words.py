"""Words compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.checks.words import (
    MOST_LINES,
    behind_label,
    bullets,
    is_onto,
    last_nouns,
    likeness,
    longest_run,
    same_end,
    shared_part,
    shared_run,
    since_now,
    stem,
    takes_up,
    telling,
    units_of,
    without_times,
)

HAN_WORDS = st.text("农田水电学校", max_size=12)


def test_words_and_runs() -> None:
    assert [stem(w) for w in ("Studies", "houses", "bus", "council's")] == [
        "study",
        "hous",
        "bus",
        "council",
    ]
    assert likeness(frozenset("ab"), frozenset("ab"), {}) == 1
    assert likeness(frozenset(), frozenset("ab"), {}) == 0
    assert longest_run(["a", "b", "c"], ["x", "b", "c"]) == 2


def test_ends_and_nouns_taken_up() -> None:
    assert same_end("新建学校", "改建学校") == 3
    assert same_end("schools", "schools") == 0
    assert takes_up("高标准农田建设", "累计建成高标准农田")
    assert takes_up("累计建成高标准农田", "高标准农田建设")
    assert not takes_up("农田", "农田")
    assert not takes_up("高标准农田", "高标准粮田")


def test_the_shared_part_asks_for_enough_words() -> None:
    assert shared_part(frozenset({"学校"}), frozenset({"学校"})) == 0
    assert shared_part(frozenset({"bus", "stop", "new"}), frozenset({"bus", "stop"})) == 1


def test_times_say_nothing_of_what_is_counted() -> None:
    assert list(telling("今年新增学校")) == ["新增", "增学", "学校"]
    assert list(telling("We opened new schools")) == ["open", "new", "school"]
    assert without_times("日照中心的总数现在是") == "日照中心"


def test_what_is_said_since_now_is_of_no_time_before() -> None:
    assert since_now("去年开了不少,现在有") == "现在有"
    assert since_now("去年有") == "去年有"


def test_a_number_is_what_another_one_has_become() -> None:
    assert is_onto("机构从", "压减到")
    assert not is_onto("机构从", "压减")
    assert not is_onto("机构有", "增加到")


def test_the_last_nouns_are_told_with_the_shorter_one_first() -> None:
    assert last_nouns("其中,医护人员", "答:医护") == ("医护", "医护人员")
    assert last_nouns("staff of ", "医护") == ("", "医护")


def test_the_likeness_of_words_does_not_hang_on_their_order() -> None:
    weights = {"a": 0.1, "b": 0.2, "c": 0.3, "d": 0.4}
    exactly = 0.5 * (0.6 / 0.6) + 0.5 * (0.6 / 1.0)
    assert likeness(frozenset("abc"), frozenset("abcd"), weights) == exactly


@pytest.mark.parametrize(
    "label", ["Fire Chief: ", "GOV. SMITH: ", "Ned Lamont (02:10): ", "局长："]
)
def test_who_says_a_line_is_not_part_of_what_is_said(label: str) -> None:
    text = f"Good day.\n{label}We have 12."
    assert text[behind_label(text, len("Good day.\n")) :].strip() == "We have 12."


def test_a_name_in_a_line_is_part_of_what_is_said() -> None:
    text = "We met Fire Chief Jones: he told us. There were 12."
    assert behind_label(text, 8) == 8


@pytest.mark.parametrize("label", ["Fire Chief: ", "局长："])
def test_only_names_in_capitals_are_labels_within_a_line(label: str) -> None:
    assert behind_label(f"Good day. {label}We have 12.", 10) == 10
    assert behind_label("Good day. GOV. SMITH: We have 12.", 10) == len("Good day. GOV. SMITH:")
    assert behind_label(f"{label}We have 12.", 0) == len(label.rstrip())


@given(st.lists(HAN_WORDS.filter(bool), max_size=6), st.sampled_from(["- ", "• ", "3. ", "（二）"]))
def test_bullets_are_the_lines_behind_until_one_has_none(lines: list[str], mark: str) -> None:
    told = "说了几点：\n" + "".join(f"{mark}{line}\n" for line in lines) + "完了\n- 学校"
    assert [told[start:end] for start, end in bullets(told, 2)] == lines


def test_bullets_end_with_the_text_and_are_not_on_the_line_itself() -> None:
    assert list(bullets("- 学校\n- 农田", 0)) == [(7, 9)]
    assert list(bullets("- 学校", 0)) == []
    assert len(list(bullets("说\n" + "- 田\n" * (MOST_LINES + 5), 0))) == MOST_LINES


@given(HAN_WORDS, HAN_WORDS)
def test_the_longest_run_is_that_of_all_pieces_tried(first: str, second: str) -> None:
    pieces = (first[i:j] for i in range(len(first)) for j in range(i, len(first) + 1))
    expected = max((len(piece) for piece in pieces if piece in second), default=0)
    assert shared_run(first, second) == shared_run(second, first) == expected


@given(HAN_WORDS, HAN_WORDS, HAN_WORDS)
def test_a_run_from_the_start_is_what_both_begin_with(same: str, first: str, second: str) -> None:
    run = shared_run(f"{same}a{first}", f"{same}电站{second}", from_start=True)
    assert run == len(same)


def test_an_english_word_is_worth_two_characters_and_punctuation_nothing() -> None:
    assert shared_run("new school buses", "old school buses") == 4
    assert shared_run("学校，农田", "学校，农田") == 2
    assert shared_run("学校，农田", "学校，农田", from_start=True) == 2
    assert shared_run("the school", "the school", from_start=True) == 0
    assert shared_run("学校buses", "学校buses", from_start=True) == 4


def test_words_that_say_nothing_and_punctuation_equal_nothing_else() -> None:
    assert units_of("The 3 Schools，农田的") == ["#0", "#1", "schools", "#3", "农", "田", "#6"]


@given(HAN_WORDS, HAN_WORDS)
def test_two_texts_end_alike_as_far_as_one_adds_to_the_other(first: str, second: str) -> None:
    assert same_end(f"x{first}", f"y{first}") == len(first)
    assert same_end(first + second, second) == len(second)
    assert same_end(first, second) == same_end(second, first)
