"""Interviews that name nobody."""

import pytest

from annotator.model.kinds import Role
from annotator.reading.turns import find_turns
from annotator.reading.unlabelled import unlabelled

TALK = (
    ("您什么时候开始养蜂？", "我十岁就跟着父亲上山。"),
    ("您最怕什么？", "我最怕下雨，蜂不出巢。"),
    ("今年收成好吗？", "比去年好，我们家收了两吨。"),
)
HELP = (
    ("如何购买船票？", "您可以在码头购买船票，我们全天售票。"),
    ("您可以退票吗？", "您可以在开船前退票，我们收取手续费。"),
    ("行李有什么要求？", "您的行李不能超过三十公斤。"),
)


def written(pairs: tuple[tuple[str, str], ...], form: str) -> str:
    return "海港人物\n\n" + "\n\n".join(form.format(q=q, a=a) for q, a in pairs)


@pytest.mark.parametrize(
    ("form", "question", "answer"),
    [
        ("**{q}**\n\n{a}", "**", ""),
        ("● {q}\n\n{a}\n更多的话。", "● ", ""),
        ("【{q}】\n{a}", "【", ""),
        ("> {q}\n\n{a}", "> ", ""),
        ("{q}\n“{a}”", "", "“"),
        ("●{q}\n“{a}”", "●", "“"),
        ("——{q}\n——{a}", "——", "——"),
        ("- {q}\n- {a}", "- ", "- "),
    ],
)
def test_a_mark_dashes_or_quotes_tell_who_asks(form: str, question: str, answer: str) -> None:
    text = written(TALK, form)
    found = unlabelled(text)
    assert [s.verdict.role for s in found] == [Role.REPORTER, Role.UNKNOWN] * 3
    first, second = found[:2]
    assert text.startswith(question + TALK[0][0], first.start)
    assert text.startswith(TALK[0][0], first.candidate.body_start)
    assert text.startswith(answer + TALK[0][1], second.start)
    assert [turn.start for turn in find_turns(text)[1:]] == [s.start for s in found]


@pytest.mark.parametrize("form", ["**{q}**\n\n{a}", "● {q}\n\n{a}", "——{q}\n——{a}", "{q}\n{a}"])
def test_what_a_page_answers_to_its_readers_is_no_talk(form: str) -> None:
    assert unlabelled(written(HELP, form)) == []


@pytest.mark.parametrize(
    "text",
    [
        written(TALK[:2], "**{q}**\n\n{a}"),
        written(TALK, "**{q}**\n\n{a}").replace("？**", "。**", 2),
        written(TALK, "{q}\n\n{a}"),
        "“谁？”她问。\n“我。”\n“你去哪里？”\n“回家。”\n“远吗？”\n“不远。”",
    ],
)
def test_few_questions_headings_and_tales_are_no_talk(text: str) -> None:
    assert unlabelled(text) == []


MORE = ("您还想说什么？", "我想劝大家慢慢来。")


@pytest.mark.parametrize("form", ["{q}\n{a}", "{q}\n\n{a}", "　　{q}\n　　{a}"])
def test_four_questions_above_answers_of_a_line_need_no_mark(form: str) -> None:
    text = "**海港人物**\n" + written((*TALK, MORE), form)
    found = find_turns(text)[1:]
    assert [turn.role for turn in found] == [Role.REPORTER, Role.UNKNOWN] * 4
    assert [text[turn.start :][:4] for turn in found[:2]] == ["您什么时", "我十岁就"]


@pytest.mark.parametrize(
    "text",
    [
        written((*HELP, ("您要开票吗？", "您可以找柜台。")), "{q}\n{a}"),
        written((*TALK, MORE), "{q}\n{a}\n天黑了。\n雨停了。"),
        written((*TALK, MORE), "{q}\n好不好？\n{a}"),
        written((*TALK, MORE), "{q}\n“{a}").replace("“我", "我", 1),
    ],
)
def test_a_page_for_readers_and_a_speech_that_asks_are_no_talk(text: str) -> None:
    assert unlabelled(text) == []


@pytest.mark.parametrize("between", [" – ", " ", " -- "])
def test_questions_in_brackets_are_told_from_the_quotes_behind_them(between: str) -> None:
    asked = ("How is Bo (Low)?", "Will he play in May?", "Tell us of the wind.")
    answers = ("“He is well (laughs).”", "“He will, I think.”", "“It blew.”")
    lines = [f"({a}){between}{b}\n" for a, b in zip(asked, answers, strict=True)]
    turns = find_turns("Coach Ann Roe\n2 May\n" + "".join(lines))
    text = "Coach Ann Roe\n2 May\n" + "".join(lines)
    spoken = [text[turn.body_start : turn.end].split("\n")[0] for turn in turns[1:]]
    assert [turn.role for turn in turns[1:]] == [Role.REPORTER, Role.UNKNOWN] * 3
    assert [said.partition(")" + between)[0] for said in spoken[::2]] == list(asked)
    assert spoken[1::2] == list(answers)


def test_topics_in_brackets_before_quotes_ask_nothing() -> None:
    text = "Quotes\n(On Bo) “He is well.”\n(On the wind) “It blew.”\n(On May) “Is it so?”\n"
    assert unlabelled(text) == []
