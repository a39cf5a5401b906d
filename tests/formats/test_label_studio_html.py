"""HTML that Label Studio marks: paths and UTF-16 offsets found in the text of a page."""

import pytest

from annotator.formats.label_studio_html import HtmlPage
from annotator.model.errors import UserError
from tests.counted_steps import steps_of

PAGE = """<div><!-- head --><h1>Mill\xa0Lane</h1>
<p>The <b>mayor</b> said <i>2.3 million</i> &amp; 😀 more.<br>Then left.</p>
<p>Second <!-- cut --> one.</p><script>var x = "<p>";</script></div>"""

PLACES = {
    "within one node": ("/div[1]/p[1]/b[1]/text()[1]", 1, "/div[1]/p[1]/b[1]/text()[1]", 3, "ay"),
    "across nodes": ("/div[1]/p[1]/text()[1]", 0, "/div[1]/p[1]/b[1]/text()[1]", 5, "The mayor"),
    "across lines": (
        "/div[1]/p[1]/i[1]/text()[1]", 4, "/div[1]/p[1]/text()[4]", 4,
        "million & 😀 more.\nThen",
    ),
    "behind an emoji": ("/div[1]/p[1]/text()[3]", 3, "/div[1]/p[1]/text()[3]", 10, "😀 more"),
    "behind a comment": ("/div[1]/p[2]/text()[2]", 1, "/div[1]/p[2]/text()[2]", 4, "one"),
    "without numbers": ("/div/p/b/text()", 0, "/div/p/b/text()", 5, "mayor"),
    "of an element": ("/div[1]/h1[1]", 0, "/div[1]/h1[1]", 9, "Mill\xa0Lane"),
    "of a document": (
        "/html[1]/body[1]/div[1]/h1[1]/text()[1]", 0, "/html[1]/body[1]/div[1]/h1[1]/text()[1]", 4,
        "Mill",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PLACES)
def test_a_path_and_an_offset_lead_to_their_place(name: str) -> None:
    first, start, last, end, words = PLACES[name]
    page = HtmlPage(PAGE)
    assert page.text[page.place(first, start) : page.place(last, end)] == words


def test_a_page_reads_as_a_person_sees_it() -> None:
    lines = [line.strip() for line in HtmlPage(PAGE).text.split("\n")]
    assert [line for line in lines if line] == [
        "Mill\xa0Lane",
        "The mayor said 2.3 million & 😀 more.",
        "Then left.",
        "Second  one.",
    ]


def test_a_whole_document_has_the_text_of_its_body() -> None:
    page = HtmlPage(f"<html><head><title>T</title></head><body>{PAGE}</body></html>")
    assert "T" not in page.text.split()
    assert page.text[page.place("/html/body/div/h1/text()", 0) :].startswith("Mill")


@pytest.mark.parametrize(
    ("path", "offset"),
    [
        ("/div[1]/p[9]/text()[1]", 0),
        ("/div[1]/p[1]/text()[7]", 0),
        ("/div[1]/*", 0),
        ("/div[1]/p[1]/b[1]/text()[1]", 6),
        ("/div[1]/p[1]/b[1]/text()[1]", -1),
        ("/div[1]/p[1]/b[1]/text()[1]", None),
        ("/div[0]", 0),
    ],
)
def test_a_path_or_an_offset_that_leads_nowhere_is_refused(path: str, offset: object) -> None:
    with pytest.raises(UserError):
        HtmlPage(PAGE).place(path, offset)


def test_a_place_among_many_is_found_as_fast_as_among_few() -> None:
    def steps(count: int) -> int:
        page = HtmlPage("<p>one</p>" * count)
        page.place("/p[1]/text()[1]", 0)
        return steps_of(lambda: page.place(f"/p[{count}]/text()[1]", 3))

    assert steps(20) == steps(99)


def test_a_node_is_measured_once() -> None:
    page = HtmlPage("<p>" + "😀one " * 500 + "</p>")
    first, again = (steps_of(lambda: page.place("/p[1]/text()[1]", 4)) for _ in range(2))
    assert again * 9 < first


@pytest.mark.parametrize("source", ["", "<", "plain", "<div>" * 3000, "<?xml encoding='x'?><p>a"])
def test_odd_pages_are_read_or_refused(source: str) -> None:
    try:
        text = HtmlPage(source).text
    except UserError:
        return
    assert isinstance(text, str)
