"""Chinese labels on pages whose lines were joined."""

import pytest

from annotator.reading.flat_chinese import before_first, behind_colons, behind_stamps, in_turn
from annotator.reading.turns import find_turns


def speakers(text: str) -> list[str]:
    return [turn.speaker for turn in find_turns(text) if turn.speaker]


def test_a_known_name_behind_what_announces_it_is_found() -> None:
    text = "实录如下： 王小芳：大家好。 各位： 记者们，"
    assert [text[at : at + 3] for at in behind_colons(text, ["王小芳", "Ann", "记者"])] == [
        "王小芳"
    ]


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("秘書長 林大海 林秘書長大海：報告院會，人數已足。 ", "林秘書長大海"),
        ("秘書長 林大海 人數：已足。 ", None),
        ("議程 林秘書長大海：報告院會，人數已足，", None),
        ("", None),
    ],
)
def test_what_stands_before_the_first_label_of_a_line(head: str, place: str | None) -> None:
    at = before_first(f"{head}主席：開會。", len(head))
    assert (None if at is None else head[at:].partition("：")[0]) == place


def test_the_first_label_of_a_joined_page_needs_no_sentence_before_it() -> None:
    text = (
        "會議紀錄 主席 王院長小芳 秘書長 林大海 林秘書長大海：報告院會，出席98人，已足法定人數。 "
        "主席：現在開會。請問各位有無異議？ 主席：無異議，通過。"
    )
    assert speakers(text) == ["林秘書長大海", "主席", "主席"]


def test_an_announced_speaker_and_a_paper_with_a_number_in_its_name_are_found() -> None:
    text = (
        "6月5日，港务局举行发布会。 文字实录如下： 王小芳：各位朋友： 大家好。下面请提问。 "
        "21世纪港口报记者：请问航线何时恢复？ 王小芳：下月恢复。 谢谢。"
    )
    assert speakers(text) == ["王小芳", "21世纪港口报记者", "王小芳"]


def test_names_right_behind_times_start_turns_and_so_do_they_behind_a_sentence() -> None:
    text = (
        "欢迎来电。王小芳： 大家好。2018-10-29 15:30王小芳： 下面提问。"
        "2018-10-29 15:31王小芳： 再见。2018-10-29 15:32时间：完。"
    )
    assert [text[at : at + 3] for at in behind_stamps(text)] == ["王小芳"] * 3
    assert speakers(text) == ["王小芳"] * 3


def test_a_question_and_its_answer_may_be_glued_to_a_report() -> None:
    told = "港务局发言人王小芳答记者问。"
    asked = "记者：何时复航？请问有何评论？王小芳：下月复航，责任不在我们。"
    assert speakers(told + asked) == ["记者", "王小芳"]
    assert speakers(told + asked.replace("王小芳：", "注意：")) == ["记者"]


def test_who_chairs_may_be_glued_to_what_announces_the_record() -> None:
    assert speakers("以下为实录：主持人：各位好。\n林大海：谢谢。") == ["主持人", "林大海"]
    assert speakers("他说：主持人：各位好。\n林大海：谢谢。") == ["林大海"]


def test_a_whole_name_may_be_glued_once_where_who_chairs_is() -> None:
    talk = "港口论坛。主持人：请讲。林大海：好的。{}：我同意。林大海：谢谢。主持人：散会。"
    assert speakers(talk.format("王小芳"))[2] == "王小芳"
    assert speakers(talk.format("我的意见"))[2] == "林大海"


def test_an_answer_may_be_glued_to_a_question_with_a_mark_of_half_a_width() -> None:
    text = (
        "港务局发言人王小芳今日答问。记者:请问船坞是否漏水?王小芳:不漏。记者:那为何停用?"
        "王小芳:要涂漆。记者:多久?王小芳:一周。"
    )
    assert speakers(text) == ["记者", "王小芳"] * 3
    assert speakers("谁知道呢?听说:有船。真的吗!据说:有船。") == []


def test_who_is_named_with_an_office_inside_a_report_speaks_where_they_say_i() -> None:
    told = "今日港务局召开发布会，有记者就航线提问。港务局发言人 王小芳："
    assert speakers(f"{told}关于这个问题，我没有可以提供的信息。") == ["王小芳"]
    assert speakers(f"{told}航线下月恢复。") == []
    assert speakers("今日召开发布会。注意事项王小芳：我没有。") == []


ASKED = "渔港报报道，王小芳与林局长对谈。以下是实录："


def test_two_who_take_turns_on_a_line_need_no_word_for_who_asks() -> None:
    talk = "王小芳：船多吗？林局长：多 去年也多 王小芳：人呢？林局长：也多。"
    text = ASKED + talk
    starts = [text.index(talk), text.index("林局长：多"), text.index("王小芳：人"), len(text) - 7]
    assert in_turn(text) == starts
    assert speakers(f"来源：渔港报\n\n{text}") == ["王小芳", "林局长"] * 2


@pytest.mark.parametrize(
    "talk",
    [
        "王小芳：船多。林局长：多 去年也多 王小芳：人也多。林局长：也多。",
        "王小芳：船多吗？王小芳：人呢？林局长：也多。林局长：多 去年也多。",
        "王小芳：船多吗？林局长：多。人数：三？",
        "结论：船多吗？意见：多。结论：人呢？意见：也多。",
    ],
)
def test_what_does_not_ask_and_answer_in_turn_is_no_dialogue(talk: str) -> None:
    assert in_turn(ASKED + talk) == []
