"""The margin: tags stand beside each other, and nothing is left out without being counted."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont

from annotator.gui.view.margin import BETWEEN, Margin, Placed
from annotator.gui.view.measures import text_font
from annotator.gui.view.shapes import Tag
from annotator.model.kinds import LabelKind

pytestmark = pytest.mark.usefixtures("qapp")
NAMES = st.lists(st.text("abcM国 ", min_size=1, max_size=14), max_size=8, unique=True)


def tags(names: list[str], beyond: int = 0, count: int = 1) -> list[Tag]:
    found = [Tag(0, name, "#0072B2", LabelKind.FIGURE, count) for name in names]
    return [*found, Tag(0, "", "", None, beyond)] if beyond else found


def place(found: list[Tag], room: float) -> list[Placed]:
    return list(Margin(text_font(QFont(), "国", 1.0)).place(found, room))


@given(NAMES, st.integers(0, 2000), st.integers(1, 400), st.integers(90, 400))
def test_every_mark_has_a_tag_or_is_counted(
    names: list[str], beyond: int, count: int, room: int
) -> None:
    placed = place(tags(names, beyond, count), room)
    named = [one for one in placed if one.colour]
    numbers = [int(one.text[1:]) for one in placed if not one.colour]
    assert len(named) * count + sum(numbers) == len(names) * count + beyond
    assert len(numbers) <= 1


@given(NAMES, st.integers(0, 2000), st.integers(1, 400), st.integers(90, 400))
def test_tags_stand_side_by_side_within_the_margin(
    names: list[str], beyond: int, count: int, room: int
) -> None:
    placed = place(tags(names, beyond, count), room)
    for left, right in pairwise(placed):
        assert right.x == left.x + left.width + BETWEEN
    assert all(one.x + one.width <= room for one in placed)


def test_a_name_with_room_is_whole_and_one_without_is_cut() -> None:
    [whole] = place(tags(["Quantity"], count=3), 400)
    assert whole.text == "Quantity ×3"
    [cut] = place(tags(["Quantity of whatever it is"], count=3), 110)
    assert re.fullmatch("Quan.*… ×3", cut.text), "how many there are is not cut off"


def test_a_thousand_marks_are_counted_behind_the_names() -> None:
    placed = place(tags(["Quantity", "Share"], beyond=990, count=5), 300)
    assert [one.text for one in placed] == ["Quantity ×5", "Share ×5", "+990"]
