"""Lists of people with their offices, and labels of several lines."""

import pytest

from annotator.reading.turns import find_turns
from tests.reading.marked import as_marked, unmarked

ANN = "Ann Lee\nVice President, Investor Relations\n"
BO = "Bo Poe\nAnalyst, Harbor Securities LLC            Q\n"
LIST = "Ann Lee - Chief Executive\nBo Poe - Harbor Bank\n\n"


def told(text: str) -> list[tuple[str | None, str | None, str | None]]:
    return [
        (turn.speaker, turn.role and turn.role.value, turn.affiliation)
        for turn in find_turns(text)
        if turn.speaker
    ]


def test_a_name_above_its_office_and_body_speaks() -> None:
    marked = (
        "⟪Ann Lee|speaker|Vice President, Investor Relations⟫" + ANN + "⟪⟫Good morning.\n\n"
        "⟪Bo Poe|reporter|Analyst, Harbor Securities LLC⟫" + BO + "⟪⟫How is it?\n\n"
        "⟪Ann Lee|speaker|Vice President, Investor Relations⟫" + ANN + "⟪⟫It is good, Bo.\n"
    )
    text, turns = unmarked(marked)
    assert as_marked(find_turns(text)) == turns


def test_an_office_may_stand_above_the_body_where_it_is_held() -> None:
    label = "Ann Lee\nChief Executive Officer\nHarbor Bank\n"
    text = f"{label}Good morning.\n\nBo Poe\nAnalyst\nWolfe Research\nHow is it?\n\n{label}Good.\n"
    assert told(text)[0] == ("Ann Lee", "speaker", "Chief Executive Officer, Harbor Bank")
    assert told(text)[1] == ("Bo Poe", "reporter", "Analyst, Wolfe Research")


@pytest.mark.parametrize(
    "text",
    [
        f"{ANN}Bo Poe\nAnalyst, Harbor Securities LLC\nCy Roe\nAnalyst, Harbor Bank\n",
        f"The prize went to two.\n\n{ANN}She has led the office for years.\n",
        "The team\n\nAnn Lee\nDirector\n\nBo Poe\nEditor\n\nWrite to us at the office.\n",
    ],
)
def test_a_list_of_people_and_offices_starts_no_turn(text: str) -> None:
    assert told(text) == []


def test_who_is_listed_with_a_body_keeps_it_where_the_name_stands_alone() -> None:
    text = (
        f"Earnings Conference Call\n\n{LIST}Operator\n\nGood day and welcome to all of you. "
        "The first question is from Bo Poe.\n\nBo Poe\n\nThank you. I would like to hear of the "
        "plan that you told us of. Is it done?\n\nAnn Lee\n\nIt is done, Bo, and we are proud of "
        "it, as I said in the release.\n\nOperator\n\nThat is all.\n"
    )
    assert told(text) == [
        ("Operator", "moderator", None),
        ("Bo Poe", "reporter", "Harbor Bank"),
        ("Ann Lee", "speaker", "Chief Executive"),
        ("Operator", "moderator", None),
    ]


def test_a_list_alone_starts_no_turn() -> None:
    assert told(f"People\n\n{LIST}The office is closed on Sunday.\n") == []


CHAIR = "主持人\n\n市港务局新闻发言人、办公室主任\n\n米兰\n\n各位媒体朋友：\n\n大家好。\n\n"
SPEAKER = "康义\n\n市渔业局局长\n\n党组书记\n\n渔获比去年多了一成。\n\n"


def test_offices_may_stand_apart_from_chinese_names_on_either_side() -> None:
    text = f"发布会实录\n\n{CHAIR}晨报记者\n\n渔获如何？\n\n{SPEAKER}"
    assert told(text) == [
        ("米兰", "moderator", "市港务局新闻发言人、办公室主任"),
        ("晨报记者", "reporter", None),
        ("康义", "speaker", "市渔业局局长、党组书记"),
    ]


def test_one_name_over_offices_speaks_where_the_speech_greets() -> None:
    below = "\n\n晨报记者：\n\n渔获如何？\n"
    who = "康义\n\n市渔业局发言人\n\n办公室副主任\n\n"
    assert told(f"发布会实录\n\n{who}各位媒体朋友，大家好。请提问。{below}")[:1] == [
        ("康义", "speaker", "市渔业局发言人、办公室副主任")
    ]
    assert told(f"发布会实录\n\n{who}渔获比去年多了一成。{below}") == [
        ("晨报记者", "reporter", None)
    ]


def test_a_word_for_who_chairs_over_an_office_alone_is_no_label_of_several_lines() -> None:
    assert told("主持人\n\n市港务局局长\n\n米兰到会并讲话，会议由他主持\n") == []


def test_who_chairs_may_be_named_between_the_word_and_a_greeting() -> None:
    text = "主持人：市港务局宣传处处长方大海 各位来宾，大家好！谢谢大家！"
    (turn,) = find_turns(text)
    assert told(text) == [("方大海", "moderator", "市港务局宣传处处长")]
    assert text[turn.body_start :].startswith("各位来宾")
    assert told("主持人：市港务局局长方大海\n一、宣读纪要。") == []


def test_who_chairs_may_be_named_on_a_line_below_the_word_and_greet_nobody() -> None:
    named = "渔港会议纪要\n\n主持人：\n\n市港务局宣传处处长方大海\n\n"
    text = f"{named}今年的渔获比去年多了一成，来的船也多了。\n"
    (_, turn) = find_turns(text)
    assert told(text) == [("方大海", "moderator", "市港务局宣传处处长")]
    assert text[turn.body_start :].startswith("今年的渔获")
    assert told(f"{named}地点\n\n渔港礼堂\n") == []


def test_names_over_offices_speak_where_all_of_them_greet() -> None:
    other = "康义\n\n市渔业局局长\n\n\n{}渔获比去年多了一成。\n"
    text = f"发布会实录\n\n方大海\n\n市港务局发言人\n\n\n各位朋友，上午好！请提问。\n\n\n{other}"
    assert told(text.format("女士们、先生们，大家好。")) == [
        ("方大海", "moderator", "市港务局发言人"),
        ("康义", "speaker", "市渔业局局长"),
    ]
    assert ("康义", "speaker", "市渔业局局长") not in told(text.format(""))
