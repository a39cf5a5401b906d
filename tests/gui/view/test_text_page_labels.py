"""How the labels of turns are set in the laid-out page."""

import pytest
from PySide6.QtGui import QPalette

from annotator.gui.view.colours import view_colours
from annotator.gui.view.marks import TurnHeading
from annotator.gui.view.text_page import TextPage
from tests.gui.view.pages import page_of
from tests.gui.view.test_text_page import SPEECH, TURNS

pytestmark = pytest.mark.usefixtures("qapp")


def formats(page: TextPage, k: int) -> list[tuple[int, int]]:
    """Return start and length, in UTF-16 units, of what looks different in a paragraph."""
    return [(part.start, part.length) for part in page.layout(k)[0].formats()]


def test_the_label_of_a_turn_is_set_apart() -> None:
    page = page_of(SPEECH, TURNS)
    assert formats(page, 0) == [(0, 4)]
    assert formats(page, 2) == [(0, 3)]
    [look] = page.layout(0)[0].formats()
    assert look.format.foreground().color() == view_colours(QPalette()).speaker


def test_the_label_behind_astral_characters_is_counted_in_units() -> None:
    text = "😀😀\n😀林：好"
    page = page_of(text, (TurnHeading(3, 6, 7, "林", "speaker"),))
    assert formats(page, 0) == []
    assert formats(page, 1) == [(0, 4)]


@pytest.mark.parametrize("role", ["lead", "boilerplate"])
def test_text_that_nobody_speaks_is_dim_throughout(role: str) -> None:
    page = page_of("市政府发布会\n国家", (TurnHeading(0, 0, 6, "", role),))
    assert formats(page, 0) == [(0, 6)]
    assert formats(page, 1) == []


def test_other_turns_are_taken_over() -> None:
    page = page_of(SPEECH, ())
    page.set_turns(TURNS)
    assert page.space_above(2) > 0
    assert formats(page, 2) == [(0, 3)]
