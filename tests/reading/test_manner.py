"""What the manner of writing names bears out."""

import pytest

from annotator.reading.manner import (
    alone,
    behind_clocks,
    below_spans,
    enclosed_lines,
    filling_lines,
    greeting,
    in_capitals,
    in_chamber,
    initials_of_names,
    named_above,
)
from annotator.reading.turns import find_turns
from tests.reading.sighted import found_by, sighted

SPEECH = "I think that we have done well this year, and I thank you for all of it."
ABOUT = "The harbour has grown well this year, and the town is glad of all of it now."


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            f"Transcript of a talk\n\nMira Klein\n\n{SPEECH}\n\nTom Brandt\n\n{SPEECH}",
            ["Mira Klein", "Tom Brandt"],
        ),
        (f"Q&A Session at the Harbour\nMira Klein\n{SPEECH}\nMayor Brandt\n{SPEECH}", None),
        (f"Our board\n\nMira Klein\n\n{SPEECH}\n\nTom Brandt\n\n{SPEECH}", []),
        (f"Transcript\n\nMira Klein\n\n{SPEECH}", ["Mira Klein"]),
        (f"Transcript below\n\nMira Klein\n\n{SPEECH}", []),
        (f"Interview\n\nMira Klein\n\n{ABOUT}\n\nTom Brandt\n\n{ABOUT}", []),
        (f"Interview\n\nMira Klein\n\nMira Klein says: {SPEECH}\n\nTom Brandt\n\n{ABOUT}", []),
        (f'Interview\n\nMira Klein\n\n"{SPEECH}" {ABOUT}\n\nTom Brandt\n\n"{SPEECH}"', []),
    ],
)
def test_names_alone_above_speech_speak_in_what_calls_itself_a_transcript(
    text: str, names: list[str] | None
) -> None:
    assert found_by(alone, text) == (["Mira Klein", "Mayor Brandt"] if names is None else names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "COOPER: Yes.\nROBERTS: Why?\nCOOPER: So.\nROBERTS: Oh.\nBREYER: And then?",
            ["COOPER", "ROBERTS", "COOPER", "ROBERTS", "BREYER"],
        ),
        ("Cooper: Yes.\nRoberts: Why?\nCooper: So.\nRoberts: Oh.\nBREYER: And then?", []),
        ("PRICES: Up.\nMARA VOSS: Yes.\nLEO KANT: No.\nROLF: Why?", ["ROLF"]),
        ("PRICES: Up.\nWAGES: Down.\nRENTS: Flat.", []),
        ("MR. LEE: Yes.\nMR. POE: No.\nTHE WITNESS: I saw it.\nTHE POINT: Go.", ["THE WITNESS"]),
        ("MR. LEE: Yes.\nTHE WITNESS: I saw it.", []),
    ],
)
def test_names_in_capitals_that_come_once(text: str, names: list[str]) -> None:
    assert found_by(in_capitals, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("市卫生局局长 王小芳\n\n各位记者朋友，大家好。", ["王小芳"]),
        ("市卫生局局长 王小芳\n\n医院已经开放。", []),
        ("王小芳\n\n各位记者朋友，大家好。", []),
        ("林大海 市渔业局局长\n市港务局局长 王小芳\n各位朋友，大家好。", ["王小芳"]),
        ("林大海 市渔业局局长\n　　市港务局局长 王小芳\n各位朋友，大家好。", ["王小芳"]),
        ("林大海 市渔业局局长\n王小芳 市港务局局长\n各位朋友，大家好。", []),
    ],
)
def test_a_name_with_an_office_above_a_greeting_speaks(text: str, names: list[str]) -> None:
    assert found_by(greeting, text) == names


def test_initials_stand_for_a_whole_name_above() -> None:
    text = "LK: No.\nLeo KANT: Yes.\nLK: No.\nMV: Yes.\nMara VOSS: Yes."
    assert initials_of_names(sighted(text)) == {"LK"}


@pytest.mark.parametrize(
    ("lead", "names"),
    [
        ("With Ann Lee and Gen. Bo J. Poe.", ["Lee", "Poe"]),
        ("With Ann Lee.", []),
        ("Here is a transcript of it:", ["Lee", "Poe"]),
        ("With Ann Lee, Bo Poe and Cy Roe.", ["Lee", "Poe", "Roe"]),
        ("The transcript was lost.", []),
    ],
)
def test_family_names_speak_where_the_text_above_names_people_in_full(
    lead: str, names: list[str]
) -> None:
    said = "Thank you, and good day to all of you who have come so far today."
    assert found_by(named_above, f"{lead}\n\nLee: {said}\n\nPoe: {said}\n\nRoe: No.") == names


def test_one_family_name_speaks_where_somebody_surely_asks() -> None:
    text = "We met Ann Lee.\n\nLEE: Good morning.\n\nQUESTION: Thank you, Ann."
    assert found_by(named_above, text) == ["LEE"]


CHAMBER = "Mr. Bo Lind (Lund)\n\nWhy is it so?\n\nMadam Speaker\n\nOrder.\n\n"


def test_titled_names_alone_speak_where_who_presides_stands_so_too() -> None:
    listed = "Ms. Ada Roe (Kelp)\n\nMr. Ivo Low (Reef)\n\n"
    assert found_by(in_chamber, listed + CHAMBER) == ["Mr. Bo Lind"]
    assert not found_by(in_chamber, CHAMBER.replace("Madam Speaker", "Bo"))
    assert not found_by(in_chamber, CHAMBER.replace("(Lund)\n", "(Lund)"))


def test_names_right_below_spans_of_time_speak() -> None:
    spans = "00:00:03.120 --> 00:00:06.480\nAnn: Hi.\n\n00:00:07.000 --> 00:00:11.250\nBo: Yes."
    assert found_by(below_spans, spans) == ["Ann", "Bo"]
    assert found_by(below_spans, "10:15\nAnn: Hi.\n\n10:20\nBo: Yes.") == []


TALK = "Ann: Is it?\nBo: It is.\nAnn: Why?\nBo: It is so.\n"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"{TALK}Cara: Is that all?\n{TALK}", ["Cara"]),
        (f"{TALK}Cara: That is all.\n{TALK}", []),
        (f"{TALK}Tolls: What of them?\n{TALK}Ann: Tolls?\n", []),
        (f"{TALK}and so on,\nas we say.\nCara: Is it?\n{TALK}", []),
        ("Ann: Is it?\nNavy: It is.\nArmy: So?\nCara: No.\nDan: So?", []),
        (f"{TALK}Chaér: It is.\n{TALK}Chaér: So.", ["Chaér", "Chaér"]),
        (f"{TALK}Chaér: it is\n{TALK}Chaér: so", []),
    ],
)
def test_a_word_asks_once_or_comes_back_where_all_lines_are_of_names(
    text: str, names: list[str]
) -> None:
    found = found_by(filling_lines, text)
    assert [name for name in found if name not in {"Ann", "Bo"}] == names


CLOCKS = "[00:00] 主持人：好吗？\n[00:10] 嘉宾：好。\n[00:20] {}：好。\n"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (CLOCKS.format("李华"), ["李华"]),
        (CLOCKS.format("说得好"), []),
        (CLOCKS.format("李华").replace("[00:10] 嘉宾：好。\n", ""), []),
        ("09:00 陈辞：市长\n09:30 李华：港口\n", []),
        ("[00:00] Mira: It is so.\n[00:13] Bo: No.\n", ["Mira", "Bo"]),
        ("[00:00] Mira: weeds\n[00:13] Bo: ports\n", []),
        ("00:00 Mira: It is so.\n00:13 Bo: No.\n", []),
    ],
)
def test_short_names_speak_behind_clocks_where_others_surely_do(
    text: str, names: list[str]
) -> None:
    assert found_by(behind_clocks, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "(Father Roe)\nGood day.\n(Ann Low)\nHi.\n(Father Roe)\nSo.\n(Bo Ash – Kelp)\nWhy?\n",
            ["Father Roe", "Ann Low", "Father Roe", "Bo Ash"],
        ),
        ("(Father Roe)\nGood day.\n(Ann Low)\nThank you.\n(Bo Ash)\nIt is.\n", []),
        ("(Father Roe)\n(Ann Low)\n(Father Roe)\n(Bo Ash)\nIs it so?\n", []),
        ("(Father Roe) Good day.\n(Ann Low) Thanks.\n(Father Roe) We begin.\n", []),
    ],
)
def test_names_in_brackets_on_lines_above_sentences_speak(text: str, names: list[str]) -> None:
    assert found_by(enclosed_lines, text) == names


def test_a_translation_sets_off_who_speaks_in_brackets_on_lines() -> None:
    text = (
        "Talk on a plane\n\n(Father Roe)\n\nThank you for being here. We start.\n\n(Ann Low)\n\n"
        "I thank you.\n\n(Father Roe)\n\nBo Ash of Kelp asks first.\n\n(Bo Ash - Kelp)\n\nWhy so?\n"
    )
    found = [(turn.speaker, turn.affiliation) for turn in find_turns(text) if turn.speaker]
    assert [name for name, _ in found] == ["Father Roe", "Ann Low", "Father Roe", "Bo Ash"]
    assert found[-1] == ("Bo Ash", "Kelp")
