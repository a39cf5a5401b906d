"""The outlets of Chinese reporters."""

import pytest

from annotator.model.kinds import Part, Role
from annotator.reading.outlets import with_outlets
from annotator.reading.turn_found import TurnFound
from annotator.reading.turns import find_turns


def outlet(label: str, said: str = "请问何时复航？", told: str | None = None) -> str | None:
    text = f"{label}：{said}"
    turn = TurnFound(label, Role.REPORTER, Part.SPEECH, told, 0, len(label) + 1, len(text))
    (found,) = with_outlets(text, [turn])
    return found.affiliation


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("新华社记者", "新华社"),
        ("《渔港日报》记者", "渔港日报"),
        ("《渔港》杂志记者", "《渔港》杂志"),
        ("海东《渔港晚报》记者", "海东《渔港晚报》"),
        ("渔港日報 記者 王小芳", "渔港日報"),
        ("渔港国际电视台（YGTN）记者", "渔港国际电视台（YGTN）"),
        ("渔港报、渔港网记者", "渔港报、渔港网"),
        ("中国渔港网记者", "中国渔港网"),
        ("渔港广视记者", "渔港广视"),
        ("渔港新闻", "渔港新闻"),
        ("渔港国家广播公司记者", "渔港国家广播公司"),
        ("渔港海洋与航运频道记者", "渔港海洋与航运频道"),
        ("渔港央视潮汐之间记者", "渔港央视潮汐之间"),
    ],
)
def test_a_reporter_s_label_tells_the_outlet(label: str, name: str) -> None:
    assert outlet(label) == name


@pytest.mark.parametrize(
    "label",
    [
        "记者",
        "几家公司记者",
        "本报记者",
        "电视台记者",
        "外国电视台记者",
        "一家报社记者",
        "外方记者",
    ],
)
def test_words_for_any_outlet_of_a_kind_name_none(label: str) -> None:
    assert outlet(label) is None


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("您好，我是渔港日报的记者，请问何时复航？", "渔港日报"),
        ("谢谢主持人，渔港日报记者。请问何时复航？", "渔港日报"),
        ("各位好，我是来自《渔港周刊》的。何时复航？", "渔港周刊"),
        ("据渔港日报报道，航线下月恢复。是吗？", None),
        ("渔港日报，渔港晚报都登了。是吗？", None),
        ("我是记者，请问何时复航？", None),
        ("请问何时复航？（渔港日报）", "渔港日报"),
        ("When will it sail?（Harbour Times）", "Harbour Times"),
        ("请问何时复航？（笑）", None),
    ],
)
def test_who_asks_may_say_for_which_outlet(said: str, name: str | None) -> None:
    assert outlet("记者", said) == name


def test_what_else_tells_of_a_reporter_stays() -> None:
    assert outlet("渔港日报记者", told="渔港新闻中心") == "渔港新闻中心"


def test_outlets_are_those_of_who_asks_alone() -> None:
    text = "记者：我是渔港日报的记者，何时复航？\n林大海：我是渔港日报的读者。下月。\n记者：好。\n"
    found = [(turn.speaker, turn.affiliation) for turn in find_turns(text)]
    assert found == [("记者", "渔港日报"), ("林大海", None), ("记者", None)]


@pytest.mark.parametrize(
    ("above", "name"),
    [
        ("【渔港日报】\n", "渔港日报"),
        ("[渔港日報]\n　　", "渔港日報"),
        ("【灯塔】\n", None),
        ("【渔港日报】\n\n", None),
        ("渔港日报\n", None),
    ],
)
def test_the_outlet_may_stand_in_brackets_on_the_line_above(above: str, name: str | None) -> None:
    text = f"船已复航。\n{above}记者：票价呢？"
    start = text.index("记者")
    turn = TurnFound("记者", Role.REPORTER, Part.SPEECH, None, start, start + 3, len(text))
    assert [t.affiliation for t in with_outlets(text, [turn])] == [name]


def test_a_label_that_stands_elsewhere_as_a_title_is_the_outlet() -> None:
    talk = "灯塔：何时复航？\n王小芳：下月。\n灯塔：票价呢？\n王小芳：不变。"
    found = find_turns(f"王小芳接受了《灯塔》记者的采访。\n{talk}")
    assert [t.affiliation for t in found[1:]] == ["灯塔", None] * 2
    assert all(t.affiliation is None for t in find_turns(f"王小芳接受了采访。\n{talk}"))
