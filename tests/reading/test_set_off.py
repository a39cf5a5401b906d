"""Labels that white space or a mark other than a colon sets off."""

import pytest

from annotator.model.kinds import Role
from annotator.reading.set_off import set_off
from annotator.reading.turns import find_turns

TALK = "主持人 大家好。\n王强 我们开始。\n记者 请问票价？\n王强 两元。\n"
ENGLISH = (
    ("Moderator", "Good morning."),
    ("Mayor Lee", "The ferry is back."),
    ("Reporter", "Since when?"),
    ("Mayor Lee", "Since noon."),
)
CHINESE = (("主持人", "大家好。"), ("王强", "复航了。"), ("记者", "票价呢？"), ("王强", "不变。"))

SMALL = (("ann", "is it in?"), ("bo", "it is in."), ("ann", "since when?"), ("bo", "at noon."))
TALL = (("HOST", "Is it in?"), ("GUEST", "It is in."), ("HOST", "When?"), ("GUEST", "At noon."))
ASIDE = tuple((f"{name} (Kelp)", words) for name, words in ENGLISH)
NICKNAMES = (("host", "Safe?"), ("mayor_lee", "Yes."), ("host", "How?"), ("mayor_lee", "So."))


def test_a_label_is_what_stands_before_the_white_space() -> None:
    found = set_off(TALK)
    assert [s.verdict.name for s in found] == ["主持人", "王强", "记者", "王强"]
    assert TALK[found[1].candidate.body_start :].startswith("我们")


def test_an_office_and_a_name_are_one_label() -> None:
    first = set_off("　市水务局局长　王强　各位好。\n" + TALK)[0]
    assert (first.start, first.verdict.name) == (1, "王强")
    assert first.verdict.affiliation == "市水务局局长"


def test_who_holds_several_offices_has_commas_between_them() -> None:
    first = set_off("市水务局副局长、主持人 王强 各位好。\n" + TALK)[0]
    assert (first.verdict.name, first.verdict.role) == ("王强", Role.MODERATOR)
    assert first.verdict.affiliation == "市水务局副局长"


def test_a_name_of_two_characters_may_be_set_as_wide_as_one_of_three() -> None:
    text = TALK.replace("王强 ", "王　强　").replace(" ", "　")
    second = set_off(text)[1]
    assert second.verdict.name == "王强"
    assert text[second.candidate.body_start :].startswith("我们")


@pytest.mark.parametrize(
    ("lead", "mark", "said"),
    [
        ("", " | ", ENGLISH),
        ("", " » ", ENGLISH),
        ("", "—", ENGLISH),
        ("", " → ", ENGLISH),
        ("", " // ", ENGLISH),
        ("", " > ", ASIDE),
        ("THE ", ", ", TALL),
        ("", " ", TALL),
        ("", " -- ", ENGLISH),
        ("", "=", CHINESE),
        ("-> ", ": ", ENGLISH),
        ("@", ": ", NICKNAMES),
        ("", ": ", SMALL),
        ("", "/", CHINESE),
        ("", "——", CHINESE),
        ("", "；", CHINESE),
        ("『", "』", CHINESE),
        ("", " 10:00:05 ", CHINESE),
    ],
)
def test_one_mark_sets_all_labels_off(
    lead: str, mark: str, said: tuple[tuple[str, str], ...]
) -> None:
    text = "\n".join(f"{lead}{name}{mark}{words}" for name, words in said) + "\n"
    turns = find_turns(text)
    assert [text[t.body_start : t.end].strip() for t in turns] == [words for _, words in said]
    assert all(turn.speaker for turn in turns)


def test_the_rows_of_a_table_are_speeches_but_for_its_head() -> None:
    rows = "| Ann Roe | Who pays? |\n| Bob Low | We do. |\n" * 2
    found = set_off(f"| Speaker | Text |\n| --- | --- |\n{rows}")
    assert [s.verdict.name for s in found] == ["Ann Roe", "Bob Low"] * 2


@pytest.mark.parametrize(
    "text",
    [
        TALK.replace("？", "。"),
        TALK.replace("。", ""),
        TALK.replace("记者", "票价").replace("主持人", "说明"),
        "主持人 王芳\n记者 李丽\n记者 赵敏\n摄影 陈伟？\n",
        "记者 请问票价？\n记者 请问班次？\n记者 何时开通？\n记者 多少钱？\n",
        "Quay | Red. | 12\nCastle | Blue. | 9\nQuay | Green? | 4\nCastle | Grey. | 1\n",
        "host: lund.\nport: eighty.\nhost: malmo.\nport: ninety.\nnote: why?\n",
        "Home | Who pays?\nNews | All of us.\nHome | It is late.\nNews | It was not.\n",
        "Ann Roe — Where is it?\nBob Low — A boat.\nCara Moss — A pier.\nDan Fox — A net.\n",
    ],
)
def test_lists_and_lines_of_one_who_asks_are_none(text: str) -> None:
    assert set_off(text) == []
