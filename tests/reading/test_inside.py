"""Labels inside a paragraph."""

import pytest

from annotator.reading.inside import inside
from annotator.reading.turns import find_turns


def names(line: str) -> list[str]:
    return [sighting.verdict.name for sighting in inside(line, 0, len(line))]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("问：好吗？答：好。有人问：为什么。**问：** 再来？", ["答", "问"]),
        ("Really? A: Yes. Q: Why?", ["A", "Q"]),
        ("All good. >> yes", [""]),
        ("It is. Ann Lee: (01:16) No.", ["Ann Lee"]),
        ("好。 王芳：好？", ["王芳"]),
        ("It is so. MR. LEE: No.", ["MR. LEE"]),
        ("It is so.MR. LEE: No.QUESTION: Why?MS. ROE: So.", ["MR. LEE", "QUESTION", "MS. ROE"]),
        ("It is so.ABOUT US: No. The U.S.REPORT: No. It is so.Roe: No.", []),
        ("so. >> lund: we go. >> good news: we go", ["lund", ""]),
        ("It is so. MAYOR LEE (THROUGH TRANSLATOR): No.", ["MAYOR LEE"]),
        ("It is so. Note: I am not asked.", []),
        ("It is so. MR. CHAIRMAN: No.", ["MR. CHAIRMAN"]),
        ("IT IS 50 SHIPS. MR. LEE: NO. J. ROE: YES.", ["MR. LEE"]),
        ("It is so. Q64 Chair: No.", ["Chair"]),
        ("Kelp; weeds; ANN ROE, HEAD OF PORTS: No.", ["ANN ROE"]),
        ("Kelp; weeds; REEF, WEEDS: No.", []),
        ("ratings 2700 6100 MAYOR LEE: No.", ["MAYOR LEE"]),
        ("[applause]>>THANK YOU ALL.", [""]),
        ("好吗? Reuters: Is it so?", ["Reuters"]),
        ("好。 Mayor Roe: It is so.", ["Mayor Roe"]),
        ("好。 Roe: It is so. Reuters: No.", []),
        ("write a >>b or int>>x", []),
        ("主持人：發言人王芳 ※ 發言人王芳引言： 好。 ※ 局長林大海致詞： 好", ["王芳", "林大海"]),
        ("为什么？  王芳  ：因为好。", ["王芳"]),
        ("指引[审判长]：现在开庭。It is.[审判长]：核对。[1]：注。", ["审判长", "审判长"]),
    ],
)
def test_labels_where_lines_were_joined(line: str, found: list[str]) -> None:
    assert names(line) == found


def speakers(text: str) -> list[str | None]:
    return [turn.speaker for turn in find_turns(text)]


HEARD = "MR. LEE: Yes.\nQ: Why?\nMR. LEE: So.\nQ: When?\nMR. LEE: Now.\nQ: And?\n"


def test_a_well_known_name_is_a_label_where_it_cuts_a_sentence() -> None:
    assert speakers(f"{HEARD}MR. LEE: It is a lot of Q: Oh MR. LEE: Money.")[-3:] == [
        "MR. LEE",
        "Q",
        "MR. LEE",
    ]


@pytest.mark.parametrize(
    "end", ["I told you, MR. LEE: Stop.", "I asked MR. LEE: why not?", "I met ANN ROE: Yes."]
)
def test_a_name_that_is_spoken_to_or_little_known_is_none(end: str) -> None:
    assert len(speakers(f"{HEARD}MR. LEE: {end}")) == len(speakers(HEARD)) + 1


def test_a_well_known_letter_may_stand_before_a_quote() -> None:
    assert speakers(f"AT 6 PM Q: “So?” Mr Lee: “No.” {HEARD}")[1] == "Q"


def test_an_office_before_a_well_known_name_stays_in_its_label() -> None:
    label = "President of the Republic Ivo Palin"
    heard = "Ivo Palin: Yes.\nQuestion: Why?\n" * 3
    assert speakers(f"{label}: Good day.\nQuestion: So?\n{heard}")[0] == label


def test_lines_that_were_all_joined_show_in_names_that_come_back() -> None:
    text = "Ann: Hi. Bob: No. Ann: Yes. Bob: I think we Ann: Stop. Bob: Fine. Ann: So."
    assert speakers(text) == ["Ann", "Bob", "Ann", "Bob", "Ann", "Bob", "Ann"]


def test_points_that_a_speech_makes_are_no_dialogue() -> None:
    text = "Mayor Lee: We have rules. Note: read them. Cost: low. My answer: no.\nReporter: Why?\n"
    assert speakers(text) == ["Mayor Lee", "Reporter"]


def test_chinese_lines_that_were_all_joined_show_in_who_asks() -> None:
    text = "主持人：大家好。江知远：谢谢。会议要求：抓紧。记者：好吗？江知远：好。主持人：再见。"
    assert speakers(text) == ["主持人", "江知远", "记者", "江知远", "主持人"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Operator: Good day. Ms. Ann Roe, the floor is yours. Ann Roe: Thank you all.",
            ["Operator", "Ann Roe"],
        ),
        ("Operator: Good day to you all. Ann Roe: Thank you all.", ["Operator"]),
        (
            "Speaker 1: (00:00) Why- Mr. Lee: (00:29) So. Speaker 1: (00:47) And?",
            ["Speaker 1", "Mr. Lee", "Speaker 1"],
        ),
        (
            "Ann Roe: (00:03) It is W-E- B-E-R. Ann Roe: (00:34) Yes.",
            ["Ann Roe", "Ann Roe"],
        ),
        (
            "MAN: Hip. (Music) ANN ROE: Hello all. BO POE (Mayor of Lund): It is so. ANN ROE: Oh.",
            ["MAN", "ANN ROE", "BO POE", "ANN ROE"],
        ),
        (
            "THE COURT: YES. MR. LEE: I SEE IT SO. THE COURT: NO. MR. LEE: SO. THE COURT: GO.",
            ["THE COURT", "MR. LEE", "THE COURT", "MR. LEE", "THE COURT"],
        ),
        (
            (
                "We met at noon. THE COURT: WHY? MR. LEE: IT IS SO. MR. ROE: NO. MR. LEE: OH. "
                "MR. ROE: NEVER. MR. LEE: EVER. MR. ROE: ONCE. THE COURT: GO. MR. LEE: SO."
            ),
            [None, "THE COURT", *["MR. LEE", "MR. ROE"] * 3, "THE COURT", "MR. LEE"],
        ),
        (
            "Ann: «Hi.» Bob: «No.» Ann: «Yes.» Bob: «I am.» Ann: «Stop.» Bob: «Fine.»",
            ["Ann", "Bob"] * 3,
        ),
        (
            "MR. CHAIR: (Noise) MR. LEE: Sir. (Noise) MR. CHAIR: No. (Noise) MR. LEE: So.",
            ["MR. CHAIR", "MR. LEE", "MR. CHAIR", "MR. LEE"],
        ),
        ("以下为聊天实录: 主持人:大家好。 王芳:好。", [None, "主持人", "王芳"]),
        ("以下为聊天实录: 重点:大家好。 重点:好。", [None]),
        (
            "MAN: Hip.\nWe go to Ann\nRoe. ANN ROE: Hello all. MAN: Hip. BO POE: Hi.",
            ["MAN", "ANN ROE", "MAN"],
        ),
        ("MAN: Hip, hip, hooray. NEW DEAL: It is on.", ["MAN"]),
        ("See. US: It is 50. EU: It is 60. US: More? EU: It is less. US: So.", [None]),
        (
            "CCTV: Is it so? Ann Roe: It is. Kelp TV: Why? Ann Roe: It has to be.",
            ["CCTV", "Ann Roe", "Kelp TV", "Ann Roe"],
        ),
    ],
)
def test_names_on_joined_lines(text: str, names: list[str]) -> None:
    assert speakers(text) == names


def test_a_family_name_in_capitals_speaks_inside_a_paragraph_of_another() -> None:
    text = "ANN ROE, HOST: Hello.\nBO LOW, MAYOR: Thanks, Ann. It is good. ROE: So it is."
    assert speakers(text) == ["ANN ROE", "BO LOW", "ROE"]
    assert speakers(text.replace("ROE: So", "POE: So")) == ["ANN ROE", "BO LOW"]


def test_a_headline_in_a_row_of_several_is_no_label() -> None:
    row = "Ports Are Shut; NY Gov. Roe Speaks of Ports; Gov. Roe: {}\n\n"
    talk = "BO LOW: Good day to you.\n\nGOV. ROE: The ports are shut.\n\nBO LOW: For how long?\n"
    for said, labels in (("If It Holds We Are Past It. Aired 1p", 3), ("It may hold. We wait.", 4)):
        found = find_turns(row.format(said) + talk)
        assert len([turn for turn in found if turn.speaker]) == labels


def test_offices_surnames_and_times_stand_before_labels_on_joined_lines() -> None:
    record = "港务局发布会。 港务局副局长、发言人 王小芳: 大家好。 请提问。 渔港报记者: 船多吗？ "
    text = f"{record}港务局副局长、发言人 王小芳: 多。 去年也多。"
    assert speakers(text)[1:] == ["王小芳", "渔港报记者", "王小芳"]
    stamped = "主持人: 大家好。 2024-03-08 10:49:41 王小芳: 您好。 2024-03-08 10:50:02 主持人: 好。"
    assert speakers(stamped) == ["主持人", "王小芳", "主持人"]
    surnames = "以下为实录。 记者: 船多吗？ 柯: 多。 记者: 人呢？ 柯: 也多。 记者: 好的。"
    assert speakers(surnames)[1:] == ["记者", "柯"] * 2 + ["记者"]


def test_fields_behind_a_clock_are_no_labels_of_a_joined_line() -> None:
    head = "时间：2014年4月29日10:00 嘉宾：港务局局长 王小芳简介：24日，船多了。\n\n"
    talk = "记者：船多吗？\n王小芳：多。\n记者：人呢？\n王小芳：也多。\n"
    assert speakers(head + talk)[1:] == ["记者", "王小芳"] * 2


def test_english_names_stand_between_chinese_speeches_on_joined_lines() -> None:
    talk = "记者: 船多吗？ Roe: 多。 记者: 人呢？ Roe: 也多。 记者: 谢谢。 Roe: 不客气。"
    assert speakers(f"访谈实录。 {talk}")[1:] == ["记者", "Roe"] * 3
    assert "Roe" not in speakers(f"访谈实录。 {talk.replace(' Roe: 也', ' 也')}")


def test_who_writes_in_may_have_a_space_in_brackets_on_joined_lines() -> None:
    asked = "[主持人]大家好。[10:02] [网友 大海船长]船多吗？[10:03] [王小芳]多。[10:04] "
    text = f"{asked}[网友 Roe]人呢？[10:05] [王小芳]也多。[10:06]"
    assert speakers(text)[:5] == ["主持人", "网友 大海船长", "王小芳", "网友 Roe", "王小芳"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "首页 正文 Q1：船何时复航？\nA1：下月。\nQ2：票价呢？\nA2：不变。",
            ["Q", "A", "Q", "A"],
        ),
        ("首页 正文 Q：船何时复航？\nA：下月。\nQ：票价呢？\nA：不变。", ["Q", "A", "Q", "A"]),
        ("港口客流 Q1：三万人次。\n明年再看。", []),
    ],
)
def test_the_first_question_may_stand_behind_the_words_of_a_page(
    text: str, found: list[str]
) -> None:
    assert [name for name in speakers(text) if name] == found


def test_a_line_break_may_be_lost_before_who_has_labels_on_lines() -> None:
    lines = "书记员：肃静！\n审判长：请坐。\n书记员：都到了，报告完毕。审判长：开庭。\n"
    said = [turn.speaker for turn in find_turns(f"{lines}审判长：你的姓名？\n被告人：王大海。\n")]
    assert said == ["书记员", "审判长", "书记员", "审判长", "审判长", "被告人"]
    once = lines.replace("审判长：请坐。\n", "")
    assert [turn.speaker for turn in find_turns(once)].count("审判长") == 0
