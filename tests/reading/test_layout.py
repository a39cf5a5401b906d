"""Lines that nobody speaks."""

import re

import pytest

from annotator.reading.layout import (
    closing_start,
    is_stage_note,
    is_stage_word,
    is_trail,
    lines_of,
    page_lines,
    with_bars_as_colons,
    without_line_numbers,
    without_tags,
)
from annotator.reading.turns import find_turns


def test_lines_are_spans_without_their_newlines() -> None:
    assert list(lines_of("ab\n\nc")) == [(0, 2), (3, 3), (4, 5)]
    assert list(lines_of("ab\ncd", 3, 5)) == [(3, 5)]


@pytest.mark.parametrize(
    "foot", ["- 3 -", "Page 3 of 25", "第 3 页", "第3頁，共9頁", "3", "— 3 —", "3/9"]
)
def test_a_page_s_number_is_no_speech(foot: str) -> None:
    assert page_lines(f"text\n{foot}\nmore") == {5}


def test_heads_that_come_back_at_pages_edges_are_found_whatever_their_digits() -> None:
    text = "one\n- 1 -\nBriefing, page 1: Fed\ntwo\n- 2 -\nBriefing, page 2: Fed\nthree"
    heads = {text[start:].partition("\n")[0] for start in page_lines(text)}
    assert heads == {"- 1 -", "- 2 -", "Briefing, page 1: Fed", "Briefing, page 2: Fed"}


def test_lines_that_come_back_elsewhere_are_not_heads() -> None:
    assert page_lines("thank you all\nx\nthank you all\ny") == frozenset()


@pytest.mark.parametrize(
    "line", ["(Laughter.)", "【掌声】", "[APPLAUSE]", "（笑声）", "*Crosstalk*"]
)
def test_stage_notes(line: str) -> None:
    assert is_stage_note(line)


def test_a_label_or_a_remark_in_brackets_is_no_stage_note() -> None:
    assert not is_stage_note("【主持人】")
    assert not is_stage_note("(I said so.)")
    assert is_stage_word("笑")
    assert not is_stage_word("记者")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("首页 >> 新闻 >> 港务局局长就复航问题答记者问", True),
        ("  Home >> Press Office >> Briefing on the new piers", True),
        (">> Good day >> Good day", False),
        ("All good. >> Yes", False),
        ("so we go >> yes we go", False),
        ("船开了。 >> 好", False),
        ("Home > News > Piers", False),
    ],
)
def test_the_trail_to_a_page_has_headings_between_its_chevrons(
    line: str, *, expected: bool
) -> None:
    assert is_trail(line) is expected


def test_nobody_speaks_on_the_trail_to_a_page() -> None:
    text = "首页 >> 新闻 >> 港口 >> 局长答问\n\n港务局局长：船下月复航。票价不变。\n"
    assert [turn.speaker for turn in find_turns(text)] == [None, "港务局局长"]


@pytest.mark.parametrize(
    "closing",
    [
        "版权声明",
        "责任编辑：田某",
        "【打印本页】",
        "（完）",
        "完",
        "# # #",
        "END  2:31 P.M. EDT",
        "[ENDS]",
        "Ends/Tuesday, October 10, 2023",
        "(The briefing was concluded at 3:05 p.m.)",
        "Media contact: a@b.c",
        "© 2024 Example",
        "相关链接",
        "-30-",
        "3:58 P.M. EST",
        "DPB # 20",
        "Conclusion of the press conference",
        "(end of briefing)",
        "Back to all briefings",
        "热门文章",
        "Printer-friendly version",
        "散會（16時40分）",
        "Transcribe Your Own Content",
        "港湾网现场直播  图文：港湾网 王某",
        "※ 文章網址: https://example.org/1",
        "--\n※ 編輯: roe (10.0.0.1)",
    ],
)
def test_what_a_site_puts_below_starts_at_its_first_line(closing: str) -> None:
    text = f"主持人：再见。\n谢谢。\n{closing}\nmore"
    assert closing_start(text, 4, len(text)) == text.index(closing)


@pytest.mark.parametrize(
    "speech",
    [
        "Back to that, yes.",
        "Conclusion of the talks is near.",
        "编辑们都很辛苦。",
        "Related to that, yes.",
        "The end.",
        "打算如下。",
        "完了。",
    ],
)
def test_speech_is_no_closing(speech: str) -> None:
    text = f"主持人：再见。\n{speech}\n谢谢。"
    assert closing_start(text, 4, len(text)) is None


@pytest.mark.parametrize(
    ("below", "is_cut"),
    [
        ("Topics: Trade\nMore of this kind", True),
        ("Call participants:\n\nAnn Roe -- Chair\n", True),
        ("Topics: Trade\nMore of this kind\nWe met.", False),
        ("Ann Roe: bye\nGood luck", False),
        ("Topics: Trade", False),
        ("Topics: Trade. Fish.\nGood luck", False),
    ],
)
def test_fields_below_are_no_speech_where_no_line_behind_ends_as_a_sentence(
    below: str, *, is_cut: bool
) -> None:
    speech = "A: Bye, all.\nThank you.\n\n"
    start = closing_start(speech + below, 3, len(speech + below))
    assert start == (len(speech) if is_cut else None)
    assert closing_start(speech[:-1] + below, 3, len(speech + below) - 1) is None


@pytest.mark.parametrize(
    "note", ["（本紀要係摘要，以錄音為準）", "▼港務局發布會現場。（圖／王某攝）"]
)
def test_a_note_or_a_caption_is_no_speech_as_the_last_line(note: str) -> None:
    text = f"主持人：再见。\n谢谢。\n\n{note}\n"
    assert closing_start(text, 4, len(text)) == text.index(note)
    text += "请继续。"
    assert closing_start(text, 4, len(text)) is None


def test_the_numbers_of_lines_become_spaces_and_those_of_a_list_stay() -> None:
    lines = [f"{n:2}   line" for n in [*range(1, 8), *range(1, 8)]]
    plain = without_line_numbers("\n".join(lines))
    assert plain == "\n".join("     line" for _ in lines)
    for other in ("\n".join(f"{n}. item" for n in range(20)), "\n".join(lines[:7] * 3)[:40]):
        assert without_line_numbers(other) == other
    scattered = "\n".join(f"{n * 7 % 23:2}   line" for n in range(1, 20))
    assert without_line_numbers(scattered) == scattered


def test_one_space_may_stand_behind_the_numbers_of_nearly_all_lines() -> None:
    page = "\n\n".join(f"{n} line" for n in range(1, 8))
    assert "1" not in without_line_numbers(f"{page}\n\nPage\n\n{page}")
    head = "\n".join(["NAMES"] * 6)
    assert "1" not in without_line_numbers(f"{head}\n{page}\n{page}")
    assert without_line_numbers(page) == page
    prose = "\n".join(["prose"] * 9)
    assert without_line_numbers(f"{page}\n{prose}\n{page}") == f"{page}\n{prose}\n{page}"


def test_the_numbers_of_rows_that_hold_a_name_and_its_words_become_spaces() -> None:
    rows = [f"{n} {'主席：請。' if n % 2 else '林委員大海：好。'}" for n in range(98, 108)]
    text = "\n".join(["會議", "地點 碼頭", *rows])
    assert without_line_numbers(text) == re.sub(r"(?m)^\d+", lambda m: " " * len(m[0]), text)
    open_rows = re.sub("(?m)：.*", "", text)
    assert without_line_numbers(open_rows) == open_rows


def test_tags_of_paragraphs_become_spaces() -> None:
    text = '<P class="w">  <B>问:何时？</B></P><br/>\n答：下月。'
    assert without_tags(text).split() == ["问:何时？", "答：下月。"]
    assert len(without_tags(text)) == len(text)
    assert without_tags("<pole>x</pole>") == "<pole>x</pole>"


def test_tags_for_bold_become_spaces() -> None:
    assert without_tags("<b>Mayor:</b> So.") == "   Mayor:     So."
    assert without_tags("a < b") == "a < b"


def test_wide_bars_behind_names_that_take_turns_are_colons() -> None:
    talk = "主持人｜林局长，船多吗｜人呢？\n林大海｜多。\n"
    assert with_bars_as_colons(talk * 2).startswith(
        "主持人：林局长，船多吗｜人呢？\n林大海：多。\n"
    )
    menu = "快讯｜船多了\n专访｜林大海\n" * 2
    for text in (talk, menu, "记者｜王小芳\n" * 2):
        assert with_bars_as_colons(text) == text


def test_who_speaks_stands_before_a_wide_bar() -> None:
    talk = "主持人 ｜ 船多吗？\n林大海 ｜ 多。\n" * 2
    found = [(t.speaker, talk[t.start : t.body_start]) for t in find_turns(talk)]
    assert found == [("主持人", "主持人 ｜ "), ("林大海", "林大海 ｜ ")] * 2
