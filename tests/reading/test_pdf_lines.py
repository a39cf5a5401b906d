"""Lines on pages become paragraphs."""

from annotator.reading.pdf_lines import PrintedLine, paragraphs, without_margins

FULL = "the quick brown fox jumps over the lazy dog again and so it goes"


def printed(texts: list[str], page: int = 0, x: float = 50.0) -> list[PrintedLine]:
    """Return lines one below the other, from the top of a page; empty ones leave a gap."""
    return [PrintedLine(text, x, 700.0 - 14 * row, page) for row, text in enumerate(texts) if text]


def test_the_same_words_at_the_same_height_on_all_pages_are_a_header() -> None:
    lines = [
        line
        for page in range(3)
        for line in printed(
            ["Office 2025", "", f"body {page} a", f"more {page * 7}x", "", f"{page + 1}"], page
        )
    ]
    kept = [line.text for line in without_margins(lines)]
    assert kept == [*("body 0 a", "more 0x", "body 1 a", "more 7x", "body 2 a", "more 14x")]


def test_words_that_repeat_inside_a_page_are_no_header() -> None:
    lines = [
        line
        for page in range(3)
        for line in printed([f"top {'abc'[page]}", "", "Thank you.", f"x{page}y"], page)
    ]
    assert [line.text for line in without_margins(lines)].count("Thank you.") == 3


def test_a_single_page_loses_its_page_number_only() -> None:
    lines = printed([FULL, FULL, "", "Page 1 of 1"])
    assert [line.text for line in without_margins(lines)] == [FULL, FULL]


def test_a_year_at_the_end_of_a_page_is_no_page_number() -> None:
    lines = printed([FULL, "in the year 2024"])
    assert [line.text for line in without_margins(lines)][-1] == "in the year 2024"


def test_chinese_lines_are_joined_without_a_space_and_english_with_one() -> None:
    wide = "今年全市新开工保障性住房同比增长全市新开工保障性住房同比增长"
    assert list(paragraphs(printed([wide, "12450套。"]))) == [f"{wide}12450套。"]
    assert list(paragraphs(printed([FULL, "and on."]))) == [f"{FULL} and on."]


def test_a_text_that_sets_latin_apart_keeps_the_space_at_a_wrap() -> None:
    wide = "我们 在 2024 年 使用 AI 技术 提高 了 40 个 城市 的 效率 和 使用"
    assert list(paragraphs(printed([wide, "Python 的 人数。"]))) == [f"{wide} Python 的 人数。"]


def test_a_gap_or_a_short_line_ends_a_paragraph() -> None:
    assert len(list(paragraphs(printed([FULL, FULL, FULL, "", FULL, FULL, FULL])))) == 2
    assert list(paragraphs(printed([FULL, "ends here.", FULL, "again."]))) == [
        f"{FULL} ends here.",
        f"{FULL} again.",
    ]


def test_nothing_gives_nothing() -> None:
    assert list(paragraphs([])) == []
    assert list(paragraphs(printed(["1"]))) == []
