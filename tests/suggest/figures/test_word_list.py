"""Words of the lists in the data files, found in a text."""

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.model.errors import UserError
from annotator.suggest.figures.quantity import figures_in
from annotator.suggest.figures.units import Vocabulary, read_vocabulary, vocabulary
from annotator.suggest.figures.word_list import WordList, words_before

LISTED = WordList(["on board", "sure", "奥运"])


def test_the_longest_word_at_a_place_is_found() -> None:
    found = WordList(["on", "on board"]).match("be on  board now", len("be "))
    assert found is not None
    assert found.group() == "on  board"


def test_a_latin_word_does_not_run_on() -> None:
    assert LISTED.match("surely", 0) is None
    assert LISTED.start("unsure ", len("unsure ")) is None


def test_a_word_in_front_is_found_behind_white_space_too() -> None:
    assert LISTED.start("be sure 5", len("be sure ")) == len("be ")
    assert LISTED.start("看奥运", len("看奥运")) == 1
    assert LISTED.start("", 0) is None


def test_only_whole_words_are_in_a_list() -> None:
    assert "sure" in LISTED
    assert "su" not in LISTED


def test_an_empty_list_finds_nothing() -> None:
    empty = WordList([])
    assert empty.match("sure", 0) is None
    assert empty.start("sure ", len("sure ")) is None


def test_a_word_is_found_that_starts_within_some_places() -> None:
    assert LISTED.within("看奥运", 0, 1)
    assert not LISTED.within("看奥运", 0, 0)
    assert not LISTED.within("看奥运", 2, 3)


def test_words_in_front_may_stand_behind_more_than_their_own_characters() -> None:
    colon = words_before("[: ]{0,2}", ["Room"], ":")
    assert colon.start("in room: 4", 0, len("in room: ")) == len("in ")
    assert words_before("[: ]{0,2}", ["room"]).start("room:4", 0, len("room:")) is None


def without(*names: str) -> Vocabulary:
    """Return the vocabulary with some lists empty."""
    lists = {**vocabulary().lists, **{name: WordList([]) for name in names}}
    return replace(vocabulary(), lists=lists)


@pytest.mark.parametrize(
    ("name", "text", "number"),
    [
        ("sure", "We are 100 percent certain.", "100 percent"),
        ("agreeing", "I agree 100 percent.", "100 percent"),
        ("events", "2026亞運代表團", "2026"),
        ("quoted_events", "發布“2027年港口安全法”", "2027年"),
        ("meeting_scopes", "出席2031年全国港口会议", "2031年"),
        ("meetings", "出席2031年全国港口会议", "2031年"),
        ("before_years", "港口愿景2035", "2035"),
        ("plans", "推出“百万偏远港口家庭长者共同支持计划”", "百万"),
        ("methods", "推行六专四室标准", "四室"),
        ("bodies", "推行一乡镇一特色", "一乡镇"),
        ("crowds", "千万学子盼着开学", "千万"),
        ("coded", "Send in the 990 form.", "990"),
        ("codes", "The replay code is 4410.", "4410"),
        ("of_guns", "We found .308 rounds.", ".308"),
        ("one_does", "Send in what the 990 form covers.", "990"),
    ],
)
def test_what_a_list_keeps_from_being_a_figure_is_one_without_it(
    name: str, text: str, number: str
) -> None:
    def shown(words: Vocabulary) -> list[str]:
        found = figures_in(text, words=words)
        return [text[one.start : one.end] for one in found if not one.is_bare]

    assert number not in shown(vocabulary())
    assert number in shown(without(name))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("counted_at", "In the region 40 schools closed."),
        ("acts", "You can pump 40 if it rains."),
        ("no_names", "They met and in May 40 came."),
        ("no_things", "We counted in total 40."),
        ("deeds", "They still need to win 40."),
    ],
)
def test_what_a_list_keeps_from_being_a_name_is_one_without_it(name: str, text: str) -> None:
    def is_found(words: Vocabulary) -> bool:
        found = figures_in(text, words=words)
        return any(text[one.start : one.end] == "40" and not one.is_bare for one in found)

    assert is_found(vocabulary())
    assert not is_found(without(name))


def test_a_users_own_file_adds_to_a_list(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('lists = {coded = ["placard"]}', "utf-8")
    assert "placard" in read_vocabulary(own).lists["coded"]


def test_what_happened_on_a_day_is_named_by_three_digits(tmp_path: Path) -> None:
    def is_found(text: str, words: Vocabulary) -> bool:
        return any(not one.is_bare for one in figures_in(text, words=words))

    own = tmp_path / "own.toml"
    own.write_text('lists = {happened = ["港灾"]}', "utf-8")
    assert not is_found("协助823水灾灾民", vocabulary())
    assert is_found("协助823港灾灾民", vocabulary())
    assert not is_found("协助823港灾灾民", read_vocabulary(own))
    assert is_found("协助23港灾灾民", read_vocabulary(own))


def test_a_list_that_the_program_does_not_know_is_refused(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('lists = {other = ["placard"]}', "utf-8")
    with pytest.raises(UserError, match=r"own\.toml"):
        read_vocabulary(own)


@pytest.mark.parametrize(
    ("name", "word", "text"),
    [("fates", "坠海", "昨夜一人坠海。"), ("reported", "撞见", "昨夜撞见一宗怪案。")],
)
def test_a_users_own_word_makes_one_a_count(
    name: str, word: str, text: str, tmp_path: Path
) -> None:
    def counted(words: Vocabulary) -> bool:
        return any(not one.is_bare for one in figures_in(text, words=words))

    own = tmp_path / "own.toml"
    own.write_text(f'lists = {{{name} = ["{word}"]}}', "utf-8")
    files = Path(__file__).parents[3] / "resources" / "units"
    assert not counted(vocabulary())
    assert counted(read_vocabulary(*files.glob("*.toml"), own))
