"""Words compared."""

import pytest

from annotator.checks.words import (
    behind_label,
    is_onto,
    last_nouns,
    likeness,
    longest_run,
    same_end,
    shared_part,
    since_now,
    stem,
    takes_up,
    telling,
    without_times,
)


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
    assert not takes_up("农田", "农田")


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
