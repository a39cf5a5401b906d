"""Which lines of a page are kept when a search has found some of them."""

from lxml.html import document_fromstring  # type: ignore[import-untyped]

from annotator.reading.html_lines import lines_of
from annotator.reading.html_main import main_text

SPEECH = "We have opened eleven new parks this year."


def kept(body: str, *found: str) -> list[str]:
    root = document_fromstring(f"<html><body>{body}</body></html>")
    return [line.text for line in main_text(lines_of(root), found, root)]


def test_what_lies_among_the_lines_that_were_found_is_kept() -> None:
    body = f"<div><p>{SPEECH}</p><p>Yes.</p><p>{SPEECH} Twice.</p></div><p>Contact us.</p>"
    assert kept(body, SPEECH, f"{SPEECH} Twice.") == [SPEECH, "Yes.", f"{SPEECH} Twice."]


def test_lines_are_found_whatever_their_white_space() -> None:
    body = f"<div><p>{SPEECH}</p><p>It is so.</p></div><p>Contact us.</p>"
    assert kept(body, SPEECH.replace(" ", "  "), "It is  so.") == [SPEECH, "It is so."]


def test_lines_of_links_and_parts_named_after_their_use_are_left_out() -> None:
    body = (
        f"<div><p>{SPEECH}</p><p><a href='x'>Read the next page</a></p>"
        f"<div class='share-box'>Send it.</div><nav>Home.</nav><p>{SPEECH} Twice.</p></div>"
    )
    assert kept(body, SPEECH, f"{SPEECH} Twice.") == [SPEECH, f"{SPEECH} Twice."]


def test_a_part_that_was_found_is_kept_whatever_it_is_called() -> None:
    body = f"<div><p>{SPEECH}</p><div class='share'>{SPEECH} Twice.</div></div>"
    assert kept(body, SPEECH, f"{SPEECH} Twice.") == [SPEECH, f"{SPEECH} Twice."]


def test_more_running_text_around_what_was_found_is_taken_in() -> None:
    body = f"<main><div><p>{SPEECH}</p></div><div><p>{SPEECH} Twice.</p></div></main>"
    assert kept(body, SPEECH) == [SPEECH, f"{SPEECH} Twice."]


def test_all_but_links_is_kept_where_nothing_was_found() -> None:
    assert kept(f"<p>{SPEECH}</p><p><a href='x'>Read the next page</a></p>") == [SPEECH]
