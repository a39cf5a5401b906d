"""Answers without labels between questions, and numbered questions between answers."""

import pytest

from annotator.model.kinds import Role
from annotator.reading.turns import find_turns

ASKED = "Talk\n\nQ: Why so?\nBecause.\nIt is late.\n\nQ: Is it?\nWill it be?\n\nYes. Is it not?"


def speeches(text: str) -> list[tuple[str | None, str]]:
    return [(t.speaker, text[t.body_start : t.end]) for t in find_turns(text) if t.role]


def test_what_follows_a_question_is_nobody_s_known() -> None:
    assert speeches(f"{ASKED}\n\nIt is.") == [
        ("Q", "Why so?"),
        (None, "Because.\nIt is late.\n"),
        ("Q", "Is it?\nWill it be?\n\nYes. Is it not?\n"),
        (None, "It is."),
    ]
    chinese = "问：好吗？\n好。\n问：真的？\n  真的。很好。\n问：还有？"
    found = find_turns(chinese)
    assert [t.role for t in found] == [Role.REPORTER, Role.UNKNOWN] * 2 + [Role.REPORTER]
    assert [chinese[t.start :][:2] for t in found] == ["问：", "好。", "问：", "真的", "问："]


@pytest.mark.parametrize("asked", ["Please tell us of the visit.", "How long is it?"])
def test_who_asks_for_something_needs_no_question_mark(asked: str) -> None:
    text = f"Q: Why so?\nBecause.\n\nQ: {asked}\n\nWe build, please.\nSo it is.\n\nQ: Is it?\nYes."
    assert speeches(text)[2:4] == [("Q", f"{asked}\n"), (None, "We build, please.\nSo it is.\n")]


@pytest.mark.parametrize(
    "text",
    [
        "Q: Why so?\nBecause.\nA: It is late.\nQ: Is it?\nYes.",
        "Q: Why so?\nBecause.",
        "Q: Go on.\nIt is late.\n\nQ: And now.\nIt was.\n\nQ: Is it?\nYes.",
        "Q: Why so? It is late.\nQ: Is it? It is.",
    ],
)
def test_questions_stay_whole_where_answers_are_marked_or_cannot_be_told(text: str) -> None:
    assert None not in [turn.speaker for turn in find_turns(text)]


NUMBERED = "灯塔多高？\n6、北岸还是南岸？\n答：两岸都会有一座。\n7、谁来看守？\n答：由港务局看守。"


def test_numbered_questions_before_marked_answers_are_turns_of_who_asks() -> None:
    assert speeches(NUMBERED) == [
        (None, "北岸还是南岸？"),
        ("答", "两岸都会有一座。"),
        (None, "谁来看守？"),
        ("答", "由港务局看守。"),
    ]
    roles = [turn.role for turn in find_turns(NUMBERED)]
    assert roles == [None, *[Role.REPORTER, Role.SPEAKER] * 2]


@pytest.mark.parametrize(
    "text",
    [
        NUMBERED.replace("7、", ""),
        NUMBERED.replace("南岸？", "南岸。"),
        NUMBERED.replace("灯塔多高？", "记者：灯塔多高？"),
        NUMBERED.replace("看守？", "看守？\n另起一行。"),
    ],
)
def test_questions_with_no_number_or_beside_labels_of_who_asks_are_not_cut(text: str) -> None:
    assert (None, "北岸还是南岸？") not in speeches(text)


def test_a_text_may_start_with_a_numbered_question() -> None:
    found = find_turns(NUMBERED.partition("\n")[2])
    assert (found[0].start, found[0].body_start, found[0].role) == (0, 2, Role.REPORTER)


@pytest.mark.parametrize("mark", ["**", "## ", "● "])
def test_questions_behind_a_mark_are_turns_too(mark: str) -> None:
    text = f"港口的灯\n{mark}灯塔多高？\n林小禾：三十米。\n{mark}谁来看守？\n林小禾：我们来看守。"
    roles = [turn.role for turn in find_turns(text)]
    assert roles == [None, *[Role.REPORTER, Role.SPEAKER] * 2]
    assert text[find_turns(text)[1].start :].startswith(mark)


def test_the_outlet_of_who_asked_stands_behind_the_question() -> None:
    text = (
        "一、灯塔多高？（港湾时报吕小姐）\n答：九米。\n二、谁来看守？（公视李小姐）\n答：港务局。\n"
    )
    asked = [turn for turn in find_turns(text) if turn.role is Role.REPORTER]
    assert [turn.affiliation for turn in asked] == ["港湾时报", "公视"]


def test_numbered_questions_may_be_indented_below_who_answers() -> None:
    asked = "　　一、灯塔多高？\n　　答：九米。\n　　二、谁看守？\n　　答：港务局。\n"
    found = [(t.speaker, t.role) for t in find_turns(f"港务局发言人王小芳答询：\n{asked}")]
    assert found[1:] == [(None, Role.REPORTER), ("答", Role.SPEAKER)] * 2


def test_one_question_is_enough_where_who_asked_stands_behind_it() -> None:
    who = "港湾时报吕小芳小姐、海东通讯社林大江先生、渔港晚报陈小禾小姐"
    asked = f"一、灯塔多高？（{who}）\n\n答：九米。\n"
    text = f"港务局局长王小芳报告：\n灯塔快盖好了。\n港务局局长王小芳答询：\n{asked}"
    assert [t.role for t in find_turns(text)][-2:] == [Role.REPORTER, Role.SPEAKER]
    assert find_turns(text)[-2].affiliation == "港湾时报、海东通讯社、渔港晚报"
    bare = text.replace(f"（{who}）", "")
    assert Role.REPORTER not in [t.role for t in find_turns(bare)]


MINUTES = (
    "※港務局局長方芳答詢：\n一、渡輪何時復航？（潮汐報呂小姐）\n答：\n下月復航。\n\n"
    "二、票價漲不漲？（港灣電視台記者）\n答：\n不漲。"
)


def test_a_heading_of_questions_and_answers_belongs_to_what_stands_above_it() -> None:
    assert [t.role for t in find_turns(MINUTES)] == [None, *[Role.REPORTER, Role.SPEAKER] * 2]
    assert [t.speaker for t in find_turns(MINUTES)] == [None, *[None, "方芳"] * 2]
    headed = (
        "港務局記者會\n\n林禾：大家早。\n\n參、記者提問：\n\n潮汐報記者：何時復航？\n\n林禾：下月。"
    )
    assert speeches(headed) == [
        ("林禾", "大家早。\n\n參、記者提問：\n"),
        ("潮汐報記者", "何時復航？\n"),
        ("林禾", "下月。"),
    ]


def test_a_label_with_nothing_behind_is_a_turn_unless_it_is_such_a_heading() -> None:
    assert ("林禾", "") in speeches("记者：何时？\n林禾：\n记者：何时复航？\n林禾：下月。\n")


def test_who_chairs_does_not_keep_numbered_questions_from_being_cut() -> None:
    chaired = MINUTES.replace("※港務局", "主持人：各位早。\n\n※港務局")
    assert [t.role for t in find_turns(chaired)].count(Role.REPORTER) == 2


def test_the_paragraph_below_a_question_that_has_no_mark_answers_it() -> None:
    text = (
        "Talk\n\nQ. On the pier.\n\nIt is late.\n\nAnd dear.\n\nQ. Is it?\n\nYes.\n\nQ. Now?\n\nNo."
    )
    assert speeches(text)[:4] == [
        ("Q", "On the pier.\n"),
        (None, "It is late.\n\nAnd dear.\n"),
        ("Q", "Is it?\n"),
        (None, "Yes.\n"),
    ]
