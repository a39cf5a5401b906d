"""The lines of a page: where a browser breaks them, what it hides, and what is a link."""

import pytest
from lxml.html import document_fromstring  # type: ignore[import-untyped]

from annotator.reading.html_lines import Line, ancestors, lines_of


def lines(body: str) -> list[Line]:
    return lines_of(document_fromstring(f"<html><body>{body}</body></html>"))


def texts(body: str) -> list[str]:
    return [line.text for line in lines(body)]


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("<p>one</p><p>two</p>", ["one", "two"]),
        ("<p>one <b>two</b>\n  three</p>", ["one two three"]),
        ("one<p>two</p>three", ["one", "two", "three"]),
        ("<p>one<br>two</p>", ["one", "two"]),
        ("<pre>one\n  two</pre>", ["one", "  two"]),
        ("<p>\u3000\u3000一\u3000二</p>", ["一\u3000二"]),
        ("<p>a&nbsp;b</p><p>&nbsp;</p>", ["a b"]),
        ("<ul><li>one<li>two</ul>", ["one", "two"]),
        ("<p>one<!-- not this -->two</p>", ["onetwo"]),
    ],
)
def test_lines_end_where_a_browser_ends_them(body: str, shown: list[str]) -> None:
    assert texts(body) == [text.strip() for text in shown]


def test_cells_of_a_row_are_parted_by_tabs() -> None:
    assert texts("<table><tr><th>a</th><td>1</td></tr><tr><td>b</td></tr></table>") == ["a\t1", "b"]


def test_a_cell_that_holds_paragraphs_lays_out_a_page() -> None:
    assert texts("<table><tr><td><p>a</p><p>b</p></td><td><p>c</p></td></tr></table>") == [*"abc"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>x</script>",
        "<p hidden>x</p>",
        "<p style='color:red; DISPLAY : none'>x</p>",
        "<select><option>x</option></select>",
    ],
)
def test_what_is_not_seen_is_no_text_but_what_follows_is(hidden: str) -> None:
    assert texts(f"<p>before</p>{hidden}after") == ["before", "after"]


def test_characters_of_links_are_counted_without_blanks() -> None:
    [line] = lines("<p>see <a href='x'>this <b>page</b></a> now</p>")
    assert (line.text, line.links) == ("see this page now", len("thispage"))


def test_ancestors_go_up_to_the_top_which_is_left_out() -> None:
    [line] = lines("<div><ul><li>x</li></ul></div>")
    body = line.element.getroottree().getroot().find("body")
    assert [element.tag for element in ancestors(line.element, body)] == ["li", "ul", "div"]
