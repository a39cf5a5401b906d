"""What is pasted: its text and turns, and what cannot be."""

import pytest

from annotator.model.errors import UserError
from annotator.reading.pasted import read_pasted


def test_pasted_html_and_pasted_text() -> None:
    pasted = read_pasted("<p>MODERATOR: Hello.</p><p>Q: Why?</p>", is_html=True)
    assert pasted.text == "MODERATOR: Hello.\nQ: Why?"
    assert [turn.speaker for turn in pasted.turns] == ["MODERATOR", "Q"]
    assert read_pasted("主持人：大家好。\r\n记者：请问？").text == "主持人：大家好。\n记者：请问？"


@pytest.mark.parametrize("is_html", [False, True])
@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "no text to paste"),
        (" \n\0\t", "no text to paste"),
        ("so\ud83d x", "half of a character, as character 3: copy it again"),
    ],
)
def test_what_cannot_be_pasted_is_told(content: str, told: str, *, is_html: bool) -> None:
    with pytest.raises(UserError, match=told):
        read_pasted(content, is_html=is_html)


def test_zeros_in_what_is_pasted_are_left_out() -> None:
    assert read_pasted("So\0 it is.\0").text == "So it is."
