"""Web pages: every paragraph of the main text, and nothing that stands around it."""

import pytest
from lxml.html import document_fromstring  # type: ignore[import-untyped]

from annotator.model.errors import UserError
from annotator.reading.html_lines import lines_of
from annotator.reading.html_main import main_text
from tests.reading.golden import FOLDER, expected, read_content, read_golden

AROUND = (
    "首页",
    "政务公开",
    "当前位置",
    "分享到",
    "相关新闻",
    "冬季疫苗接种工作",
    "版权所有",
    "脚本",
    "tracker",
)
AROUND_EN = (
    "Home",
    "Sport",
    "cookies",
    "Accept all",
    "Most read",
    "Ferry fares",
    "All rights",
    "@type",
)


def page(body: str, head: str = "") -> bytes:
    """Return a page with a body."""
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()


@pytest.mark.parametrize("name", ["briefing.html", "briefing-gb.html", "briefing.mhtml"])
def test_every_paragraph_of_a_briefing_is_kept_in_order(name: str) -> None:
    lines = read_golden(name).text.split("\n")
    wanted = expected("briefing")
    assert lines[-len(wanted) :] == wanted


@pytest.mark.parametrize("name", ["briefing.html", "briefing-gb.html", "briefing.mhtml"])
def test_what_stands_around_the_text_is_left_out(name: str) -> None:
    text = read_golden(name).text
    assert [words for words in AROUND if words in text] == []


def test_title_and_date_come_from_the_page() -> None:
    read = read_golden("briefing.html")
    assert (read.title, read.date) == ("市卫健委举行流感防治新闻发布会", "2025-11-06")
    read = read_golden("briefing-en.html")
    assert (read.title, read.date) == ("Press Briefing by the Bridge Authority", "2025-09-17")


def test_one_line_questions_and_repeated_answers_survive() -> None:
    read = read_golden("briefing-en.html")
    lines = read.text.split("\n")
    assert lines.count("Q Is it safe?") == 2
    assert lines.count("MR. DALE: Yes.") == 2
    assert lines[-2:] == ["END", "10:21 A.M."]
    assert [words for words in AROUND_EN if words in read.text] == []
    assert [turn.speaker for turn in read.turns].count("Q") == 3


@pytest.mark.parametrize(
    ("name", "encoding", "words"),
    [
        ("briefing-gb.html", "gb18030", "抗病毒药物52万人份"),
        ("briefing-big5.html", "big5hkscs", "請問疫苗什麼時候到？"),
        ("briefing-en.html", "windows-1252", "a cost of £3.4 million"),
        ("briefing.html", "utf-8", "抗病毒药物52万人份"),
    ],
)
def test_the_declared_encoding_is_read_as_browsers_do(name: str, encoding: str, words: str) -> None:
    read = read_golden(name)
    assert read.encoding == encoding
    assert words in read.text


def test_a_false_declaration_gives_way_to_the_bytes() -> None:
    data = (FOLDER / "briefing.html").read_bytes().replace(b'charset="utf-8"', b'charset="big5"')
    (read,) = read_content("a.html", data)
    assert read.encoding == "utf-8"
    assert "会停课吗" in read.text


def test_a_person_s_encoding_holds() -> None:
    data = page("<p>Caf\u00e9 and more of it in this paragraph.</p>")
    (read,) = read_content("a.html", data, "cp1252")
    assert "CafÃ©" in read.text


def test_speeches_in_blocks_of_their_own_are_all_kept() -> None:
    """Each speech is in its own section, of which a search for one article finds the longest."""
    speech = "We expect that the work will be finished in the second quarter of the year. " * 4
    blocks = [
        f"<section><div class='name'>SPEAKER {n}</div><p>{speech} Part {n}.</p></section>"
        for n in range(8)
    ]
    (read,) = read_content("a.html", page("".join(blocks)))
    assert [n for n in range(8) if f"Part {n}." not in read.text] == []
    assert [n for n in range(8) if f"SPEAKER {n}\n" not in read.text] == []


def test_a_search_that_finds_one_part_only_is_widened() -> None:
    first = "<div class='a'><p>The first part has a few sentences. It is short.</p></div>"
    rest = "".join(
        f"<div><p>Part {n} has more. It goes on for a while.</p></div>" for n in range(9)
    )
    root = document_fromstring(f"<html><body><div id='t'>{first}{rest}</div></body></html>")
    found = ["The first part has a few sentences. It is short."]
    lines = [line.text for line in main_text(lines_of(root), found, root)]
    assert len(lines) == 10


def test_an_element_that_holds_most_words_is_never_left_out() -> None:
    long = "<p>Words that the search has not seen, and many of them.</p>" * 5
    root = document_fromstring(
        f"<html><body><p>Found here.</p><div class='sidebar'>{long}</div>"
        "<div class='footer'><p>Imprint.</p></div></body></html>"
    )
    lines = [line.text for line in main_text(lines_of(root), ["Found here."], root)]
    assert (len(lines), lines[-1]) == (6, "Words that the search has not seen, and many of them.")


def test_old_pages_laid_out_by_tables_are_read() -> None:
    menu = "<td class='menu'><a href='/'>Home</a></td>"
    cell = "<td><p>First paragraph, long enough.</p><p>Second.</p></td>"
    (read,) = read_content("a.htm", page(f"<table><tr>{menu}{cell}</tr></table>"))
    assert read.text == "First paragraph, long enough.\nSecond."


def test_line_breaks_part_lines_and_white_space_does_not() -> None:
    (read,) = read_content("a.html", page("<p>One\n   two<br>three <b>four</b>five</p>"))
    assert read.text == "One two\nthree fourfive"


def test_short_lines_beside_one_long_paragraph_survive() -> None:
    long = "The committee has met eleven times since the spring and looked at every bridge. " * 12
    lines = ["Q", "Why?", "MR. DALE", long.strip(), "Q", "When?", "MR. DALE", "Soon."]
    for tag in ("p", "div"):
        body = "".join(f"<{tag}>{line}</{tag}>" for line in lines)
        (read,) = read_content("a.html", page(f"<div id='x'><h1>Briefing</h1>{body}</div>"))
        assert read.text.split("\n")[-8:] == lines


def test_names_of_a_page_s_own_parts_do_not_hide_the_text() -> None:
    """A form around everything and a class that speaks of a sidebar are no sidebar."""
    speech = "<p>MODERATOR: We will now take questions from the floor.</p><p>Q</p><p>Why?</p>"
    body = (
        "<form id='aspnetForm'><div class='content has-sidebar share-enabled'>"
        f"<div class='side'><p>Elsewhere on this site.</p></div>{speech}</div></form>"
    )
    (read,) = read_content("a.html", page(body))
    lines = read.text.split("\n")
    assert lines[-3:] == ["MODERATOR: We will now take questions from the floor.", "Q", "Why?"]


def test_hidden_parts_are_no_text() -> None:
    body = "<p>Shown to everybody.</p><p style='display: none'>Secret</p><p hidden>Secret</p>"
    (read,) = read_content("a.html", page(body))
    assert "Secret" not in read.text


def test_a_page_beyond_all_measure_is_read_without_the_search() -> None:
    body = "<ul class='nav'><li>Home</li></ul>" + "<p>A sentence, said once more.</p>" * 12_000
    (read,) = read_content("a.html", page(body))
    assert read.text.count("\n") == 11_999


@pytest.mark.parametrize("data", [page(""), page("<script>x()</script>"), b"<html>"])
def test_a_page_without_text_is_refused(data: bytes) -> None:
    with pytest.raises(UserError, match=r"holds no text|damaged"):
        read_content("a.html", data)


def test_mhtml_without_a_page_is_refused() -> None:
    data = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n\nhi\n--x--\n"
    with pytest.raises(UserError, match="no web page"):
        read_content("a.mhtml", data)


def test_a_page_is_known_by_its_content_not_its_name() -> None:
    (read,) = read_content("page.txt", page("<p>Some words that are the text.</p>"))
    assert read.text == "Some words that are the text."
    (read,) = read_content("part.html", b"Fish &amp; chips <b>now</b>")
    assert read.text == "Fish & chips now"
    (read,) = read_content("shy.html", page("<p>pro&shy;gramme <ruby>汉<rt>hàn</rt></ruby></p>"))
    assert read.text == "programme 汉"
    (read,) = read_content("plain.html", b"Fish & chips < 5 euro")
    assert read.text == "Fish & chips < 5 euro"
