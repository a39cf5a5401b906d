"""What a whole transcript says of a line that looks like a label."""

import re

import pytest

from annotator.reading.evidence import Evidence
from tests.reading.sighted import sighted


def borne_out(text: str) -> list[str]:
    sightings = sighted(text)
    evidence = Evidence(text, sightings)
    return [s.candidate.name for s in sightings if evidence.bears_out(s)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("布林肯：谢谢。\n要点：谢谢。", ["布林肯"]),
        ("金鑫：谢谢。\n云梯：云梯很好。", ["金鑫"]),
        ("请金鑫先生讲。\n金鑫：谢谢。\n云梯：云梯很好。", ["金鑫"]),
        ("金鑫：谢谢。\n问：？\n金鑫：谢谢。", ["金鑫", "问", "金鑫"]),
        ("Ann Lee: Yes.\nGood Outlook: our outlook is good.", ["Ann Lee"]),
        (
            "Klein: Why?\nBrandt: So.\nKlein: And?\nBrandt: So.",
            ["Klein", "Brandt", "Klein", "Brandt"],
        ),
        ("Ann Price: Yes.\nThe price is right.", ["Ann Price"]),
        (
            "ann lee\nMayor of Lund Ann Lee: Hi.\nAnn Lee: Yes.\nBob Kay: bob and kay.",
            ["Mayor of Lund Ann Lee", "Ann Lee"],
        ),
        ("Klein: Why?\nMira Brandt: So.\nBrandt: So.", ["Mira Brandt", "Brandt"]),
        ("Q  Why?\nA  So.\nQ  And?", ["Q", "A", "Q"]),
        ("Q Why?\nA So.\nA few more.", ["Q", "A"]),
        ("Q 请谈谈出海。\n林大海：去了南湾。\n陆知远：船在修。", ["Q", "林大海", "陆知远"]),
        ("Q 版图书展开幕。\n林大海：去了南湾。\n陆知远：船在修。", ["林大海", "陆知远"]),
        ("Q.\n\nWhy?\n\nA.\n\nSo.\n\nQ.\n\nAnd?", ["Q", "A", "Q"]),
        ("A.\n\nAnchor\n\nB.\n\nBuoy\n\nQ.\n\nQuay\n\nR.", []),
        ("MR. LEE: Hi.\nMR. LEE: Oh.\nQ (Inaudible.)\nMR. LEE: So.", None),
        (
            "**Bo Low**\nSo.\n**Mo Roe, Reuters**\nWhy?\n**Bo Low**\nSo.\n**Cy Ash, Kelp**\nHm?",
            ["Bo Low", "Mo Roe, Reuters", "Bo Low", "Cy Ash, Kelp"],
        ),
        ("**Bo Low**\nSo.\n**Bo Low**\nSo.\n**Cy Ash, Kelp**\nHm?", ["Bo Low", "Bo Low"]),
        ("MIA SALES: Why?\nBO POE: So.\nMIA SALES: Oh.\nBO POE: No.\nMIA SALES: Hm.", None),
        ("A few more.\nA So.", []),
        ("CHAIR LEE. Yes.\nNICK POE. Why?\nU.S. NATO. An ally.", ["CHAIR LEE", "NICK POE"]),
        ("NATO. An ally.\nText.", []),
        ("【主持人】好。\n【重点】好。\n【掌声】", ["主持人"]),
        ("**重点：** 好\n**主持人** 好\n**智能照明**", ["主持人"]),
        ("- 主持人：好\n- 标准版：好\n- 标准版：好", ["主持人"]),
        ("Amer: (00:01)\nYes.\nhelper (00:09):\nNo.", ["Amer", "helper"]),
        ("helper (00:09):\nNo.", []),
        (">> yes\n>> no", ["", ""]),
        (">> yes", []),
        ("Ann Roe: Hi.\nQ.  So is it on?", ["Ann Roe", "Q"]),
        ("Ann Roe: Hi.\nQ.  So it is on.", ["Ann Roe"]),
        ("THE MODERATOR: Hi.\nQ. So it is on.", ["THE MODERATOR", "Q"]),
        ("I: Is it on?\nR: It is.\nI: And then?\nR: So.", ["I", "R", "I", "R"]),
        ("[晨报记者]好？\n[米兰]：\n好。\n[高清]好。", ["晨报记者", "米兰"]),
        ("Ann Roe and Bo Low met.\n\nAR Good day.\n\nBL Hi.\n\nUS Air is late.", ["AR", "BL"]),
        ("Ann Roe met us.\n\nAR Good day.\n\nBL Hi.", []),
        ("ROE spoke.\nQ: Why?\nROE: So.\nQ: When?\nROE: Now.", ["Q", "ROE", "Q", "ROE"]),
        (
            "• Ann Roe 0:00\nHi.\nBo Low 0:09\nOh.\nAnn Roe 0:20\nSo.",
            ["Ann Roe", "Bo Low", "Ann Roe"],
        ),
        ("South Sudan: bad.\nFighting in South Sudan goes on.\nAnn Lee: Yes.", ["Ann Lee"]),
        ("Ukraine: bad.\nUkraine: worse.\nWe spoke about Ukraine.\nAnn Lee: Yes.", ["Ann Lee"]),
        ("晓棠：好。\n记者：？\n晓棠：好。", ["晓棠", "记者", "晓棠"]),
        ("柯P：好。\n记者：？\n柯P：好。", None),
        ("柯P：好。\n记者：？", ["记者"]),
        ("记：修。\n柯：修。\n记：好。\n柯：好。\n柯大海在柯港、柯村", ["记", "柯", "记", "柯"]),
        ("柯：修。\n柯：好。\n柯大海在柯港、柯村", []),
        ("记者（以下简称记）：修吗？\n记：好。", ["记者（以下简称记）", "记"]),
        ("记者：修吗？\n记：好。", ["记者"]),
        ("柯大海答问\n记者：修吗？\n柯：修。", ["记者", "柯"]),
        ("记者：修吧。\n柯：修。", ["记者"]),
        ("防湿答问\n记者：修吗？\n湿：修。", ["记者"]),
        (
            "[米兰]大家好。\n[渔报记者]修吗？\n[林大海]修。\n[港报记者]何时？\n[高洁]嗯。",
            ["米兰", "渔报记者", "林大海", "港报记者"],
        ),
        ("[主持人]好。\n[网友 abc]修吗？\n[mild rain]好。", ["主持人", "网友 abc"]),
        (
            "（记者）好？\n（长官）好。\n（记者）好？\n（长官）好。\n（图）",
            ["记者", "长官", "记者", "长官"],
        ),
        ("（注）好。\n（长官）好。\n（长官）好。", []),
        ("记者\t好？\n卓远\t好。\n记者\t好？\n卓远\t好。", ["记者", "卓远", "记者", "卓远"]),
        ("卓远\t好。\n卓远\t好。", []),
        ("Lee – Yes.\nHost – So?\nLee – No.\nHost – Oh.", ["Lee", "Host", "Lee", "Host"]),
        ("Lee – Yes.\nNavy – 12 ships.", []),
        ("SOUNDBITE (English) Bo Lee: Yes.\nWide of port.", ["Bo Lee"]),
        ("LEE: So?\nA. Yes.\nQ. And?\nA. No.\nLEE: Oh.", ["LEE", "A", "Q", "A", "LEE"]),
        ("LEE: So.\nA. Yes.\nQ. And?\nA. No.\nLEE: Oh.", ["LEE", "Q", "A", "LEE"]),
        ("MIA LEE MP: So.\nQ: Why?\nLEE: Yes.", ["MIA LEE MP", "Q", "LEE"]),
        ("CHAIR —I welcome you.\nMr Roe —Yes.", ["CHAIR", "Mr Roe"]),
        ("CHAIR —I welcome you.", []),
        ("A. KELLER/J. Roe\nQ. Why?\nQ. When?", ["Q", "Q"]),
        ("Lee, Ann   0:03\nYes.\nPoe, Bo   0:09\nNo.", ["Lee, Ann", "Poe, Bo"]),
        (
            'The President. Yes.\n\nAnn "Dot" Lee. So.\n\nQ. A?\n\nQ. B?\n\nThe President. No.',
            ["The President", 'Ann "Dot" Lee', "Q", "Q", "The President"],
        ),
        (
            "The President. Yes.\n\nNew York. It is far.\n\nThe President. No.",
            ["The President", "The President"],
        ),
        ("乡村：好。\n记者：？\n乡村：好，乡村很美，乡村很大，乡村。", ["记者"]),
    ],
)
def test_labels_by_their_look_and_their_coming_back(text: str, names: list[str] | None) -> None:
    every = [re.split("[:(： ]*[:(：]", line)[0] for line in text.split("\n")]
    assert borne_out(text) == (every if names is None else names)


def test_a_day_stands_beside_no_speaker() -> None:
    text = "{} - Head of Ports\n\nGood day.\n\nBo Low - Mayor\n\nHello.\n\n{} - May 4, 2016\n"
    assert borne_out(text.format("Ann Roe", "Harbor Press")) == ["Ann Roe", "Bo Low"]


def test_a_title_alone_before_a_dash_is_the_head_of_a_page() -> None:
    assert borne_out("Official - Draft of Harbor Co.\nText.\nOfficial - Draft of Harbor Co.") == []


@pytest.mark.parametrize(
    ("text", "starts"),
    [(">>> print(1)\n1\n>>> print(2)\n2\n", 0), (">>> Good day.\n>> Why so?\n>> It is.\n", 3)],
)
def test_three_marks_alone_are_the_prompt_of_code(text: str, starts: int) -> None:
    assert len(borne_out(text)) == starts


def test_who_asks_alone_on_a_line_with_the_body_behind_a_comma_was_called_above() -> None:
    text = (
        "Operator\n\nWelcome. Here is Ann Roe.\n\nAnn Roe\n\nGood day.\n\nOperator\n\n"
        "Next is Rita Low of Kelp Bank.\n\nRita Low, Kelp Bank\n\nWhy so?\n\nAnn Roe\n\nIt is."
    )
    names = ["Operator", "Ann Roe", "Operator", "Rita Low", "Ann Roe"]
    assert borne_out(text) == names
    assert "Rita Low" not in borne_out(text.replace("Next is Rita Low", "Next is somebody"))
