"""The ways a label is written at the start of a line."""

import pytest

from annotator.reading.candidates import Candidate, candidates_in
from annotator.reading.label_forms import clean


def first(line: str, form: str) -> Candidate:
    return next(c for c in candidates_in(line, 0, len(line)) if c.form == form)


def forms(line: str) -> list[str]:
    return [candidate.form for candidate in candidates_in(line, 0, len(line))]


@pytest.mark.parametrize(
    ("line", "name", "speech"),
    [
        ("主持人：大家好", "主持人", "大家好"),
        ("主持人︰大家好", "主持人", "大家好"),
        ("主持人∶ 大家好", "主持人", "大家好"),
        ("  **主持人：** 大家好", "主持人", "大家好"),
        ("**主持人**：大家好", "主持人", "大家好"),
        ("### 主持人：大家好", "主持人", "大家好"),
        ("[10:22] 记者：好吗", "记者", "好吗"),
        ("[12/03/2024, 10:15:02] Anna: so", "Anna", "so"),
        ("12/03/24, 10:15 - Anna: so", "Anna", "so"),
        ("2024-03-12 10:15:02 王芳：好吗", "王芳", "好吗"),
        (". . . Q: And?", "Q", "And?"),
        ("——被告人：没有", "被告人", "没有"),
        ("10:25:31 记者：好吗", "记者", "好吗"),
        ("2、问：好吗", "问", "好吗"),
        ("《环球时报》 记者：好吗", "《环球时报》 记者", "好吗"),
        ("MR. PRICE:  Good day", "MR. PRICE", "Good day"),
        ("Lorne Hook (AP: Brussels): Yes", "Lorne Hook (AP: Brussels)", "Yes"),
        ("Brian Jessop (00:02): Yes", "Brian Jessop", "Yes"),
        (">> REPORTER: how much", "REPORTER", "how much"),
        ("- >> REPORTER: how much", "REPORTER", "how much"),
        ("(Ann Roe:) So", "Ann Roe", "So"),
        ("(Ann Roe): So", "Ann Roe", "So"),
        ("{Ann Roe}: So", "Ann Roe", "So"),
        ("<Ann Roe:> So", "Ann Roe", "So"),
        ("[Ann Roe]: So", "Ann Roe", "So"),
        ("[Ann Roe:] So", "Ann Roe", "So"),
    ],
)
def test_a_name_with_a_colon(line: str, name: str, speech: str) -> None:
    found = first(line, "colon")
    assert (found.name, line[found.body_start :]) == (name, speech)


@pytest.mark.parametrize("line", ["[Roe]: https://example.org", "(Roe}: So", "[Roe] So"])
def test_a_link_and_brackets_that_are_no_pair_make_no_name_with_a_colon(line: str) -> None:
    assert "Roe" not in [c.name for c in candidates_in(line, 0, len(line)) if c.form == "colon"]


@pytest.mark.parametrize(
    "line", ["10:15至10:20之间", "https://example.org", "IO::Socket", "比例1:3"]
)
def test_a_colon_of_a_time_an_address_or_a_ratio_is_none(line: str) -> None:
    assert "colon" not in forms(line)


def test_a_label_starts_behind_its_indentation_and_with_its_clock() -> None:
    assert first("　　记者：好", "colon").start == 2
    assert first("\f记者：好", "colon").start == 1
    assert first("[10:22] 记者：好", "colon").start == 0


@pytest.mark.parametrize(
    ("line", "form", "name", "speech"),
    [
        ("【主持人】大家好", "bracket", "主持人", "大家好"),
        ("[记者]：好吗", "bracket", "记者", "好吗"),
        ("[Ann Roe:] So", "bracket", "Ann Roe", "So"),
        ("【主持人：】大家好", "bracket", "主持人", "大家好"),
        ("Q    Thank you", "letter", "Q", "Thank you"),
        ("**A.** Two", "letter", "A", "Two"),
        ("Q Thank you", "bare letter", "Q", "Thank you"),
        ("CHAIR McCOY.  We", "stop", "CHAIR McCOY", "We"),
        ("Senator WARDEN. How", "stop", "Senator WARDEN", "How"),
        ("## 主持人", "heading", "主持人", ""),
        ("**主持人** 大家好", "bold", "主持人", "大家好"),
        ("FC          Good day", "initials", "FC", "Good day"),
        ("发言人 1  00:03", "timed", "发言人 1", ""),
        ("Dana Ruiz -- Chief Financial Officer", "dashed", "Dana Ruiz", ""),
        (">> good morning", "chevron", "", "good morning"),
        ("• >> good morning", "chevron", "", "good morning"),
        (">> ann roe: good morning", "chevron", "ann roe", "good morning"),
        ("10:03:22 From Ann Lee to Everyone: Hi", "chat", "Ann Lee", "Hi"),
        ("Q - Ann Lee: How", "named letter", "Ann Lee", "How"),
        ("A – Bo Poe", "named letter", "Bo Poe", ""),
        ("Q: (Ann Lee – Herald) How", "asking", "Ann Lee", "How"),
        ("Q (Bo Poe – Harbor FM): How", "asking", "Bo Poe", "How"),
        (
            "Photo of Ann LeeAnn Lee (Ports, Kelp) | Official source",
            "pictured",
            "Ann Lee",
            "",
        ),
        (
            "Photo of Ann Lee Ann Lee Minister (Ports) 2:00 pm, 3rd May 2022",
            "pictured",
            "Ann Lee",
            "",
        ),
        ("Q ; How", "letter", "Q", "How"),
        ("2. SOUNDBITE: (Thai) Ann Lee, mayor: ", "soundbite", "Ann Lee, mayor", ""),
        ("(SOUNDBITE) (English) MAYOR, ANN LEE, SAYING:", "soundbite", "MAYOR, ANN LEE", ""),
        ("Mr Roe —Yes", "dash", "Mr Roe", "Yes"),
        ("Senator ROE(7.46) —No", "dash", "Senator ROE", "No"),
        ("Ann Lee,  Harbor Inc. - CEO    [3]", "indexed", "Ann Lee", ""),
        ("Mr. Smith of New Jersey. I", "stop", "Mr. Smith of New Jersey", "I"),
        ("Operator", "plain", "Operator", ""),
        ("A4：817万是责任。", "colon", "A4", "817万是责任。"),
        ("Ann Lee, Harbour Bank", "plain", "Ann Lee", ""),
    ],
)
def test_other_forms(line: str, form: str, name: str, speech: str) -> None:
    found = first(line, form)
    assert (found.name, line[found.body_start :]) == (name, speech)


def test_a_quarter_is_no_numbered_question() -> None:
    assert "bare letter" not in forms("Q4 numbers come out")
    assert "letter" in forms("Q4. How many?")


def test_an_initial_is_no_letter_of_an_answer() -> None:
    assert "letter" not in forms("A. Roe: They did.")
    assert "letter" in forms("A. They did.")


def test_a_picture_s_line_is_taken_whole_though_long() -> None:
    offices = "Minister (" + "Ports and Piers, " * 12 + "Ferries)"
    found = first(f"Photo of Ann Lee Ann Lee {offices}", "pictured")
    assert found.aside == offices


def test_a_picture_s_line_tells_what_is_in_brackets() -> None:
    line = "Photo of Ann LeeAnn Lee (Ports, Kelp) | Official source"
    assert first(line, "pictured").aside == "Ports, Kelp"


def test_what_stands_around_a_name_is_told() -> None:
    assert first("- 标准版：28周", "colon").listed
    assert first("Brian Jessop: (00:02)", "colon").timed
    assert not first("Brian Jessop: (00:02) Yes", "colon").timed
    assert first("Ann Lee — Analyst", "dashed").aside == "Analyst"


@pytest.mark.parametrize("mark", ["|", "。", "\u200b", "、", "? "])
def test_a_stray_mark_before_a_label_is_no_part_of_it(mark: str) -> None:
    found = first(f"{mark}记者：请问？", "colon")
    assert (found.name, found.start) == ("记者", len(mark))


def test_what_opens_a_sentence_is_no_stray_mark() -> None:
    assert not first("$Total: 5", "colon").stray
    assert first(".Total: 5", "colon").stray


def test_a_name_loses_markup_and_spaces_but_not_itself() -> None:
    assert clean(" **国家统计局　 局长 康义** ") == "国家统计局 局长 康义"


def test_the_number_of_a_question_before_a_name_is_no_label_of_its_own() -> None:
    assert forms("Q61            Chair: Good morning.")[0] == "colon"
    assert forms("Q61            Good morning.")[0] == "letter"


def test_an_hour_behind_a_colon_is_no_time_of_a_speech() -> None:
    assert first("Ann Lee: (00:12)", "colon").timed
    assert not first("Doors open: 9:00", "colon").timed


def test_a_month_and_a_day_may_stand_before_the_clock_behind_brackets() -> None:
    line = "【王芳】1-19 14:02:00"
    assert first(line, "bracket").body_start == len(line)


@pytest.mark.parametrize(("line", "kind"), [("MINISTER BO LI", "plain"), ("LOW We go on", "keyed")])
def test_a_line_of_capitals_is_no_label_before_a_speech(line: str, kind: str) -> None:
    assert forms(line)[0] == kind


@pytest.mark.parametrize(
    "line", ["Lund, Scania", "Ann Lee, who came", "Ann Lee, Bo Low, Harbour Bank"]
)
def test_a_comma_alone_on_a_line_stands_behind_a_whole_name_only(line: str) -> None:
    assert "plain" not in forms(line)


@pytest.mark.parametrize(
    "line", ["ANN ROE AND BO LOW, :", "CY FAY, ET AL. : No. 5", "1:5 is it", "A4:5 is it"]
)
def test_no_name_stands_before_the_colon_of_a_case_s_caption_or_a_ratio(line: str) -> None:
    assert "colon" not in forms(line)
