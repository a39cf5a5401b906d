"""Marks and turns are values."""

from dataclasses import FrozenInstanceError

import pytest

from annotator.gui.view.marks import Mark, TurnHeading
from annotator.model.kinds import LabelKind


def test_a_mark_is_the_first_part_of_an_annotation_made_by_hand_unless_said_otherwise() -> None:
    made = Mark("a", 3, 5, LabelKind.FIGURE, "Money", "#0072b2")
    assert made.part == 0
    assert not made.suggested


def test_marks_that_say_the_same_are_equal_and_hash_alike() -> None:
    one = Mark("a", 3, 5, LabelKind.FIGURE, "Money", "#0072b2")
    other = Mark("a", 3, 5, LabelKind.FIGURE, "Money", "#0072b2")
    assert one == other
    assert len({one, other}) == 1
    assert one != Mark("a", 3, 5, LabelKind.FIGURE, "Money", "#0072b2", part=1)


@pytest.mark.parametrize(
    "value",
    [Mark("a", 3, 5, LabelKind.CLAIM, "Claim", "red"), TurnHeading(3, 5, 9, "Lin", "speaker")],
)
def test_values_cannot_be_changed(value: Mark | TurnHeading) -> None:
    with pytest.raises(FrozenInstanceError):
        value.start = 0  # type: ignore[misc]
