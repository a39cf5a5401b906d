"""Which sightings start turns."""

import pytest

from annotator.reading.turns import find_turns


def speakers(text: str) -> list[str]:
    return [turn.speaker for turn in find_turns(text) if turn.speaker]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "主持人：邢慧娜\n发言人：付凌晖、康义\n\n主持人：大家好。\n记者：好？",
            ["主持人", "记者"],
        ),
        (
            "Moderator: Jane Doe, Head of Press\n\nModerator: Good day.\nQuestion: Why?",
            ["Moderator", "Question"],
        ),
        (
            "Moderator:\nShri Jay Doe – Head, Kelp Bank\n\nJay Doe:\nWelcome.\n\nAnn Roe:\nHi all.",
            ["Jay Doe", "Ann Roe"],
        ),
        ("Speech - Weeds by the Minister\n\nHi.\n\nSpeech - Reefs by the Minister\n\nHello.", []),
        ("Ann Roe – 2020 Talk\n\nHi.\n\nBo Poe – 2021 Talk\n\nHello.", []),
        (
            "主持人：大家好。\n记者：好？\n主持人：再见。\n记者：王小明",
            ["主持人", "记者", "主持人"],
        ),
        (
            "Tom Keel -- CEO\n\nDana Ruiz -- CFO\n\nTom Keel -- CEO\nYes.\n\nDana Ruiz -- CFO\nHi.",
            ["Tom Keel", "Dana Ruiz"],
        ),
    ],
)
def test_lists_of_people_and_bylines_start_none(text: str, names: list[str]) -> None:
    assert speakers(text) == names


def test_a_label_alone_on_lines_is_one_where_it_has_a_colon_elsewhere() -> None:
    text = (
        "主席：現在開會。\n  • 主席\n  請林委員大海質詢。\n林委員大海：何時復航？\n"
        "  • 主席\n  請方局長小禾答復。\n方局長小禾：下月。"
    )
    names = ["主席", "主席", "林委員大海", "主席", "方局長小禾"]
    assert speakers(text) == names
    assert speakers(text.replace("質詢。", "質詢")) == ["主席", "林委員大海", "方局長小禾"]


def test_outlets_with_numbers_ask_where_others_have_numbers_too() -> None:
    text = (
        "1、議程：\n3日開幕。\n2、港口日報：航線最少？\n方小禾：明年增加。\n"
        "3、中央電臺：會停航嗎？\n方小禾：不會。\n4、NBC：如何確保安全？\n方小禾：按規定。"
    )
    assert speakers(text) == ["港口日報", "方小禾", "中央電臺", "方小禾", "NBC", "方小禾"]


GUESTS = (
    "嘉 宾：\n方小禾：港务研究院院长、研究员\n林大海： 渡轮委员会秘书长\n王芳：海事大学学生\n"
    "2月28日，嘉宾们各抒己见。\n"
)


def test_guests_that_a_line_each_lists_with_their_offices_start_none() -> None:
    text = f"{GUESTS}方小禾：留在港口需要理由。\n林大海：我来十年了。\n方小禾：我也是。"
    assert speakers(text) == ["方小禾", "林大海", "方小禾"]
    assert find_turns(text)[1].affiliation == "港务研究院院长、研究员"


def test_a_heading_with_the_name_of_who_speaks_below_starts_none() -> None:
    text = (
        "方小禾：码头新、航线多\n方小禾：其实我觉得航线很多。\n林大海：要规划\n林大海：我来十年了。"
    )
    spoken = [text.index("方小禾：其实"), text.index("林大海：我")]
    assert [turn.start for turn in find_turns(text) if turn.speaker] == spoken


def test_agencies_that_ask_once_between_answers_do() -> None:
    text = (
        "CCTV: What is your comment?\n\nLin Zhen: None.\n\nAFP: Will you appeal?\n\n"
        "Lin Zhen: Yes.\n\n"
        "Europe: what of it? It matters.\n\nLin Zhen: See above on Europe."
    )
    assert speakers(text) == ["CCTV", "Lin Zhen", "AFP", "Lin Zhen", "Europe", "Lin Zhen"]


def test_outlets_in_brackets_ask_between_answers() -> None:
    text = (
        "Roe: So.\n\n[Reuters] Why?\n\nMAYOR ROE: So.\n\n[inaudible 00:02] Why?\n\nMAYOR ROE: No.\n"
    )
    assert speakers(text) == ["Roe", "Reuters", "MAYOR ROE", "MAYOR ROE"]


def test_a_name_with_a_body_behind_a_comma_asks_between_answers() -> None:
    text = "Mayor Roe: So.\n\nHost: Jo.\n\nZoë Lów, Agence Kélp: {}\n\nMayor Roe: No.\n"
    assert "Zoë Lów" in speakers(text.format("Why?"))
    assert "Zoë Lów" not in speakers(text.format("It is so."))


def test_a_topic_inside_a_question_does_not() -> None:
    text = (
        "Sid: Any news?\n\nMinister Bagga: No.\n\nSid: Two things.\n\nTaiwan: what of it?\n\n"
        "Minister Bagga: On Taiwan, nothing."
    )
    assert speakers(text) == ["Sid", "Minister Bagga", "Sid", "Minister Bagga"]


TOLD = "\n\n李文博在会上谈到航线，李文博对此有信心。\n"
ONE = "李文博：渡轮下月复航"


@pytest.mark.parametrize(
    "text",
    [
        "王芳：“有人吗？”\n没有人。\n老人说：“没有。”\n王芳：“再见。”",
        f"{ONE}{TOLD}\n{ONE}{TOLD}",
        "Record No:\n5182a3ace",
        "【大家提问】少年与船长：最远到过哪里？",
        "媒体：某某网  作者：某某\n今天天气很好。",
        "Open GP: First Press Conference\nThe race is on Sunday.",
        "THE HARBOUR: THE FULL CONFERENCE\nThe town met on Sunday.",
        "Font Setting :\nPress the key to change it.",
        "本报记者 吕巍\n\n昨日，会议在市里举行。",
        "建议破冰 李文博：先去一趟\n\n委员李文博昨日说了话。",
        "片段：12 |\n片段：13 |\n今天天气很好。",
        "Paul Roe, head of the Harbour Union, said: ‘He was bound to fail.’ Others disagree.",
        "Primetime - Guest: Ann Lee. The programme airs on Fridays.",
        "辩论流程\n\n王芳女士 申论 (8:00) \n\n李明先生 回答 (2:30)",
        "首页\n使馆新闻\n大使简历\n联系我们\n发言人谈话\n更多",
        "Lee Could Skip Talks: Captain Ann Lee may be away.\nThe town is glad.",
        "船长：先靠岸\n\n船长：先靠岸\n今天天气很好。",
    ],
)
def test_quotes_headings_and_fields_start_none(text: str) -> None:
    assert speakers(text) == []


def test_a_wrapped_first_line_is_no_heading_and_a_short_answer_no_field() -> None:
    text = "MR LEE: Let me see it. QUESTION: Hi. MR LEE: Good to\nbe back.\nQUESTION: Yes?"
    assert speakers(text) == ["MR LEE", "QUESTION", "MR LEE", "QUESTION"]
    assert speakers("Q: How many?\nA: 12\nQ: Is it?\nA: So.") == ["Q", "A", "Q", "A"]
    assert speakers("访谈\n\n李文博：大家好\n我是李文博") == ["李文博"]


def test_a_heading_above_a_transcript_starts_none() -> None:
    text = "Group 1: Ann Lee (Red), Bo Poe (Blue)\n\nQ: Why?\nAnn LEE: So.\nQ: And?\nAL: No."
    assert speakers(text) == ["Q", "Ann LEE", "Q", "AL"]
    asked = "THE FULL TALK: ANN AND BO\nShould it be?\nAL: “It may.”\nMust it?\nAL: “No.”"
    assert speakers(f"{asked}\nAnna Lind met the press.") == ["AL", "AL"]


TIDES = (
    "Regular Tides: They come twice a day, as all who fish in the bay know well enough.\n"
    "High water: It is when boats of all kinds leave for the open sea, laden or not.\n"
    "Low water: It is when they lie on the sand, and nobody but a child goes near them.\n"
)
ITEMS = "- Layout: two tables face the hall, near to all.\n- {}: {}\n- Follow-ups: one each.\n"


@pytest.mark.parametrize(
    "text",
    [
        ITEMS.format("Moderator", "keeps the time."),
        TIDES,
        "QUESTION: A short film\nANSWER: A sequel\n\nBoth are on from Friday.\n",
        "The mayor opened the bridge.\n\nMedia: photos are at kelp.example/photos\n",
        "Media: 800-857-9756\nAbroad: 1-212-287-1647\n\nMedia: Press *1 to ask a question.\n",
        "Kelp Harbour: New date\n\nWe write to you.\n\nKelp Harbour: New date\n\nWe do.\n",
        "- 主持人：控制时间，维持秩序。\n- 计时员：按铃。\n- 记者：遵守规定。\n",
    ],
)
def test_lines_of_a_list_start_no_turn_however_long(text: str) -> None:
    assert speakers(text) == []


def test_a_label_behind_the_fields_of_a_form_is_no_line_of_their_list() -> None:
    text = (
        "Station: Lund\nProgram: Noon\nGuest: ANN ROE Length 2700 6100 ANN ROE: Good day to all.\n"
    )
    assert speakers(text) == ["ANN ROE"]


def test_who_greets_behind_fields_is_no_line_of_their_list() -> None:
    text = "Date: May\nVenue: Lund\nTime: Noon\n\nAnn Roe: {}\n\nMAYOR LOW: We met you in May.\n"
    assert speakers(text.format("Thank you all.")) == ["Ann Roe", "MAYOR LOW"]
    assert speakers(text.format("2 votes")) == ["MAYOR LOW"]


def test_a_family_name_below_shows_that_a_name_beside_fields_speaks() -> None:
    text = "Station: Lund\nProgram: Noon\nAnn Roe: Good day to all.\nMAYOR LOW: Hi.\nRoe: So.\n"
    assert speakers(text) == ["Ann Roe", "MAYOR LOW", "Roe"]


def test_questions_show_that_names_take_turns_inside_a_paragraph() -> None:
    talk = "At noon. Ann: Is it so? Bo: It is. Ann: Why? Bo: It had to be. Ann: Good. Bo: So."
    assert speakers(talk) == ["Ann", "Bo"] * 3
    assert speakers(talk.replace("?", ".")) == []


def test_numbered_names_that_ask_between_the_answers_of_one_other_speak() -> None:
    talk = (
        "以下为采访全文\n1、Ann Roe：泊位何时开放？\n方大海：明年春天开放，我们已经做了检查。\n"
        "2、Ann Roe：费用由谁承担{}\n方大海：由市里承担一半，其余由公司承担。\n"
    )
    assert speakers(talk.format("？")) == ["Ann Roe", "方大海"] * 2
    assert speakers(talk.format("。").replace("？", "。")) == ["方大海"] * 2


def test_the_question_mark_of_an_address_asks_nothing() -> None:
    head = "渔港论坛\n\n楼主：某某（大海）2025-10-16 11:39:02\nhttps://harbour.example/{}LQ\n访谈\n"
    talk = "Ann Roe：我很好。\n记者：船多吗？\nRoe：多。\n记者：人呢？\nRoe：也多。\n"
    named = [turn.speaker for turn in find_turns(head.format("S-IK?si=") + talk)]
    assert named == [None, "Ann Roe", "记者", "Roe", "记者", "Roe"]


def test_who_asks_again_and_again_may_once_ask_nothing() -> None:
    talk = "球友：{}\n\n林大海：不会。\n\n"
    text = "".join(map(talk.format, ("船多吗？", "人呢？", "可以换一条船嘛。")))
    assert [turn.speaker for turn in find_turns(text)] == ["球友", "林大海"] * 3


@pytest.mark.parametrize(
    ("first", "is_title"),
    [
        ("港务局发言人：船下月复航\n\n", True),
        ("港务局局长：票价不变\n\n", True),
        ("港务局局长：票价绝对不变！\n\n", True),
        ("首页\n渔港网 王芳\n港务局局长：票价不变\n\n", True),
        ("今天开会。\n港务局局长：票价不变\n\n", False),
        ("港务局局长：票价不变\n", False),
        ("港务局局长：票价不变。\n\n", False),
        ("港务局局长：各位早上好\n\n", False),
        ("记者：船何时复航\n\n", False),
    ],
)
def test_a_title_says_in_short_what_somebody_says_below(first: str, *, is_title: bool) -> None:
    below = "问：船何时复航？\n\n答：船下月复航。\n\n问：票价呢？\n\n答：票价不变。\n"
    found = speakers(first + below)
    assert found[-4:] == ["问", "答", "问", "答"]
    assert (len(found) == 4) is is_title
