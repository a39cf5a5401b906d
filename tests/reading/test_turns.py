"""Turns of transcripts in many styles, against marks made by hand, and of hostile texts."""

import json
import time
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.kinds import Part, Role
from annotator.reading.label_forms import INVISIBLE
from annotator.reading.turns import find_turns
from tests.reading.marked import Fixture, Marked, as_marked, fixtures, score_starts, total

FIXTURES = fixtures()
SHARED = Path(__file__).parents[3] / "shared" / "data"
PIECES = [
    *(
        "主持人：",
        "记者：",
        "【王芳】",
        "[Q]",
        "Q: ",
        "A. ",
        "Q  ",
        "MR. PRICE: ",
        "CHAIR LEE. ",
        ">> ",
    ),
    *(
        "**答：**",
        "# 记者\n",
        "10:03\n",
        "00:01",
        "\f",
        "- 3 -\n",
        "\n",
        "\n\n",
        "　　",
        "问：",
        "答：",
    ),
    *(
        "(Laughter.)\n",
        "（记者）",
        "<主持人>",
        "记者\t",
        "Mayor Lee – ",
        "word MR. PRICE: No",
        "|",
        "\u200b",
        "Ann: Hi. Bob: No. ",
        "版权声明\n",
        "###\n",
        "谢谢",
        "thank you",
        "欧阳明·史密斯：",
        "﹕",
        "∶",
        "𠮷",
    ),
    *(
        "Anna Lee -- Analyst\n",
        "Operator\n",
        "FC\t",
        "市长",
        "由",
        "主持",
        "\u00a0",
        "：",
        "**",
        "[",
        "。",
        "?",
    ),
]
texts = st.one_of(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.text())


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.name)
def test_turns_of_a_marked_transcript_start_where_a_person_says(fixture: Fixture) -> None:
    assert score_starts(fixture.turns, found_in(fixture.text)).f1 >= 0.97


@cache
def found_in(text: str) -> tuple[Marked, ...]:
    """Return the turns that are found in a text."""
    return as_marked(find_turns(text))


def test_nearly_all_turns_of_all_styles_are_found_and_hardly_any_invented() -> None:
    score = total(score_starts(fixture.turns, found_in(fixture.text)) for fixture in FIXTURES)
    assert score.marked > 500
    assert score.precision >= 0.99
    assert score.recall >= 0.99


def test_names_roles_offices_and_starts_of_speeches_agree_too() -> None:
    pairs = [
        (marked, found)
        for fixture in FIXTURES
        for marked in fixture.turns
        for found in found_in(fixture.text)
        if marked.start == found.start
    ]
    assert sum(marked == found for marked, found in pairs) / len(pairs) >= 0.97


def test_the_reference_transcript_is_met_exactly() -> None:
    if not (SHARED / "turns.jsonl").is_file():
        pytest.skip("the reference transcript is not beside this project")
    text = (SHARED / "transcript.txt").read_text(encoding="utf-8")
    lines = (SHARED / "turns.jsonl").read_text(encoding="utf-8").splitlines()
    expected = [json.loads(line) for line in lines]
    found = find_turns(text)
    assert [
        (t.speaker, (t.role or t.part).value, t.affiliation, t.start, t.body_start, t.end)
        for t in found
    ] == [
        tuple(e[key] for key in ("speaker", "role", "affiliation", "start", "body_start", "end"))
        for e in expected
    ]


def test_a_text_without_labels_is_one_turn_of_nobody_known() -> None:
    (turn,) = find_turns("今天天气很好。\n我们去公园。")
    assert (turn.speaker, turn.role, turn.start, turn.end) == (None, Role.UNKNOWN, 0, 14)
    assert find_turns("") == ()


@pytest.mark.parametrize(
    "line", ["女士们、先生们:", "有三点：", "as follows:", "Note:", "他说：", "总体要求："]
)
def test_a_line_that_only_ends_in_a_colon_starts_no_turn(line: str) -> None:
    text = f"主持人：大家好。\n{line}\n第一，谢谢。\n记者：请问？\n"
    assert [turn.speaker for turn in find_turns(text)] == ["主持人", "记者"]


def test_what_a_page_puts_between_belongs_to_the_turn_it_cuts() -> None:
    head = "\f省政府新闻办：发布会\n"
    text = f"记者：请问\n- 1 -\n{head}有什么措施？\n- 2 -\n{head}主持人：谢谢。"
    assert [turn.speaker for turn in find_turns(text)] == ["记者", "主持人"]


def test_a_speech_that_a_page_s_head_parts_from_its_label_starts_behind_it() -> None:
    text = "记者：好？\n- 1 -\n\fBriefing of May\n主持人：\n- 2 -\n\fBriefing of May\n谢谢。"
    last = find_turns(text)[-1]
    assert text[last.body_start :] == "谢谢。"


def test_what_a_web_site_puts_below_is_boilerplate() -> None:
    *_, last = find_turns("记者：请问？\n主持人：再见。\n责任编辑：田某\n版权所有 不得转载")
    assert last.part is Part.BOILERPLATE
    assert last.speaker is None


@given(texts)
def test_turns_follow_each_other_and_hold_their_speeches(text: str) -> None:
    turns = find_turns(text)
    assert all(0 <= t.start <= t.body_start <= t.end <= len(text) for t in turns)
    assert all(a.end <= b.start for a, b in pairwise(turns))
    assert all(t.role is not None for t in turns if t.part is Part.SPEECH)


@given(texts)
def test_turns_leave_out_nothing_but_white_space(text: str) -> None:
    turns = find_turns(text)
    edges = [0, *(edge for t in turns for edge in (t.start, t.end)), len(text)]
    gaps = [text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
    assert not "".join(gaps).strip(f" \t\n\f\u3000\u00a0{INVISIBLE}*#|¦")


def test_a_full_stop_in_front_of_the_first_label_is_text() -> None:
    assert [(t.start, t.end) for t in find_turns("。主持人：大家好。")] == [(0, 1), (1, 9)]


HOSTILE = {
    "one line": "字" * 500_000,
    "one line of words": "a " * 225_000,
    "colons": "甲：" * 25_000,
    "white space": " \u3000" * 100_000,
    "marks": "**[【" * 100_000,
    "labels with no speech": "主持人：\n" * 2_500,
    "names": "\n".join(f"王{chr(0x4E00 + i)}：好" for i in range(250)),
    "questions in one line": "问：？答：。" * 5_000,
    "commas": "、" * 150_000,
    "joined lines": "好。 王芳：好？  [某某网]好。[某某网]" * 2_500,
    "joined lines in capitals": "Yes. MR. LEE: No. A B C D E F. " * 2_500,
    "broken clocks": "Yes. Ann Lee: (\n01:16) " * 2_500,
    "initials": "Speaker key:\n" + "AB Ann Lee\n" * 2_500 + "AB Yes\n" * 2_500,
    "stops": "Mr. Lee. Yes\n\n" * 2_500,
    "news sites": "【某某网】好。" * 5_000,
    "one page with no spaces": "主持人：好。记者：好。王小明：好。" * 2_500,
    "one dialogue": "Ann: Hi. Bob: No. " * 5_000,
    "cut short": "MR. LEE: a\n" * 4 + "word MR. LEE: No " * 5_000,
    "round brackets": "（记者）好？\n（答）好\n" * 2_500,
    "stray marks": "|王芳：好\n" * 5_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_take_no_longer_than_their_length(name: str) -> None:
    text = HOSTILE[name]
    find_turns(text[:100])
    started = time.process_time()
    find_turns(text)
    assert time.process_time() - started < 5


def test_a_clock_apart_from_the_label_below_closes_the_speech_above() -> None:
    times = ["2024-10-12 10:01:10", "2024-10-12 10:05:22", "2024-10-12 10:09:01"]
    names = ["主持人", "水务局局长 岑柏", "主持人", "记者"]
    speeches = [f"{name}：\n\n请大家看第{i}份材料。" for i, name in enumerate(names)]
    below = "".join(f"{s}\n\n{t}\n\n" for s, t in zip(speeches, [*times, ""], strict=True))
    assert [below[t.start :][:2] for t in find_turns(below)] == ["主持", "水务", "主持", "记者"]
    above = "".join(f"{t}\n{s}\n\n" for s, t in zip(speeches, ["10:00:00", *times], strict=True))
    assert [above[t.start :][:2] for t in find_turns(above)] == ["10", "20", "20", "20"]


def test_labels_that_say_nothing_keep_their_own_lines() -> None:
    assert [(t.start, t.body_start, t.end) for t in find_turns("A:\nA:")] == [(0, 2, 2), (3, 5, 5)]


def test_a_label_that_is_printed_twice_starts_with_the_first() -> None:
    text = "Harbor call\nOperator\nOperator\nWelcome, all. Please go ahead, Ann.\n"
    text += "Ann Roe - CEO\nAnn Roe - CEO\nThank you, operator. Sales rose.\n"
    assert [text[turn.start : turn.body_start] for turn in find_turns(text)[1:]] == [
        "Operator\nOperator\n",
        "Ann Roe - CEO\nAnn Roe - CEO\n",
    ]


def test_a_short_name_behind_its_office_above_speaks_though_but_once() -> None:
    text = (
        "到会：林向远董事长；财务总监 林秀\n\n林向远：好。\n记者：为何？\n林秀：涨价。\n林向远：对"
    )
    assert [t.speaker for t in find_turns(text)][1:] == ["林向远", "记者", "林秀", "林向远"]


def test_sound_bites_in_corner_quotes_are_turns() -> None:
    text = (
        "卸任前專訪\n\n市長林大海下月卸任，留下最後一次專訪。\n\n"
        "市長林大海：「這裡看得到整個港口。」\n\n鏡頭轉向窗外的碼頭。\n\n"
        "市長林大海：「船都回來了，真好。」\n\n林大海心情很好。"
    )
    assert [turn.speaker for turn in find_turns(text) if turn.speaker] == ["林大海", "林大海"]


def test_an_outlet_that_asks_in_its_own_interview_is_a_speaker() -> None:
    text = (
        "（8月7日，港口財經對林大海教授進行了專訪。經港口財經授權，由港口財經刊發。）\n增加航線之難\n"
        "港口財經：您說航線要增加，難在哪裡？\n\n林大海：難在泊位。\n\n"
        "港口財經：怎樣解決？\n\n林大海：靠擴建。"
    )
    asked = [(t.speaker, t.role) for t in find_turns(text) if t.speaker]
    assert asked == [("港口財經", Role.REPORTER), ("林大海", Role.SPEAKER)] * 2


def test_who_introduces_in_brackets_stands_beside_whom_they_introduce() -> None:
    text = (
        "实录\n\n[方小禾]各位记者朋友，大家上午好。今天请到港务局局长林大海等接受集体采访。"
        "首先请港务局局长林大海先生简单为大家介绍情况。\n\n[林大海]女士们，先生们：谢谢大家。"
    )
    asked = [(t.speaker, t.role) for t in find_turns(text) if t.speaker]
    assert asked == [("方小禾", Role.MODERATOR), ("林大海", Role.SPEAKER)]


def test_a_hyphen_that_breaks_no_line_is_one_in_a_name() -> None:
    text = "Q. Why?\n\nANN‑MAY LU: So it is.\n\nQ. When?\n\nANN‑MAY LU: In May, I think.\n"
    assert [turn.speaker for turn in find_turns(text)] == ["Q", "ANN-MAY LU", "Q", "ANN-MAY LU"]


def test_labels_with_a_long_office_start_turns() -> None:
    office = "Parliamentary Under-Secretary of State for Ports, Harbours and Inland Waterways"
    outlet = (
        "Chief Political Correspondent and Deputy Editor of the Harbour Evening Post and Courier"
    )
    text = (
        f"The Right Honourable Ann Roe MP, {office}: Good morning. We open the docks.\n\n"
        f"Bo Lund, {outlet}: And who pays?\n\n"
        f"The Right Honourable Ann Roe MP, {office}: We do.\n"
    )
    told = [(turn.speaker, turn.role, turn.affiliation) for turn in find_turns(text)]
    roe = ("The Right Honourable Ann Roe MP", Role.SPEAKER, office)
    assert told == [roe, ("Bo Lund", Role.REPORTER, outlet), roe]


def test_answers_behind_a_letter_and_a_stop_start_inside_a_paragraph() -> None:
    text = (
        "Q. When do the docks open? A. In May, says A. Lee. Q. Who pays? A. The city pays. "
        "Q. Will it do? A. I think so.\n"
    )
    said = [text[turn.body_start : turn.end].strip() for turn in find_turns(text)]
    assert said[1::2] == ["In May, says A. Lee.", "The city pays.", "I think so."]


def test_small_labels_may_have_blank_lines_between() -> None:
    pair = "reporter: who pays?\n\nmayor roe: the city does. so does the state.\n\n"
    text = f"mayor roe: good morning. we open the docks.\n\n{pair * 4}"
    assert [turn.speaker for turn in find_turns(text)] == [
        "mayor roe",
        *["reporter", "mayor roe"] * 4,
    ]
