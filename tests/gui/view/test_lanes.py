"""Lanes: all marks that overlap are drawn apart from each other."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from annotator.gui.view.lanes import FILL, MAX_FILLS, MAX_LANES, lanes
from annotator.gui.view.marks import Mark
from annotator.model.kinds import LabelKind
from tests.gui.view.examples import DRAWN, mark, marks_in

FIGURE, TOPIC, CLAIM = LabelKind.FIGURE, LabelKind.TOPIC, LabelKind.CLAIM
NOTHING: frozenset[LabelKind] = frozenset()
KINDS = st.frozensets(st.sampled_from(DRAWN))


@given(marks_in(40), KINDS)
def test_marks_on_the_same_lane_never_overlap(
    marks: list[Mark], hidden: frozenset[LabelKind]
) -> None:
    for (a, lane_a), (b, lane_b) in combinations(lanes(marks, hidden), 2):
        if lane_a == lane_b and lane_a not in {FILL, None}:
            assert a.end <= b.start or b.end <= a.start


@given(marks_in(40), KINDS)
def test_every_mark_that_is_not_hidden_has_one_lane(
    marks: list[Mark], hidden: frozenset[LabelKind]
) -> None:
    placed = [placed_mark.id for placed_mark, _lane in lanes(marks, hidden)]
    assert sorted(placed) == sorted(m.id for m in marks if m.kind not in hidden)


@given(marks_in(40))
def test_claims_and_only_claims_are_fills(marks: list[Mark]) -> None:
    for placed, lane in lanes(marks, NOTHING):
        assert lane is None or (lane == FILL) == (placed.kind is CLAIM)


@given(marks_in(40))
def test_nothing_is_left_out_while_there_is_room(marks: list[Mark]) -> None:
    placed = list(lanes(marks, NOTHING))
    for number, (own, lane) in enumerate(placed):
        before = [
            other
            for other, taken in placed[:number]
            if taken is not None
            and (other.kind is CLAIM) == (own.kind is CLAIM)
            and other.start <= own.start < other.end
        ]
        room = MAX_FILLS if own.kind is CLAIM else MAX_LANES
        assert (lane is None) == (len(before) == room)


def test_a_thousand_marks_on_one_word_take_all_lanes_and_no_more() -> None:
    marks = [mark(0, 6, DRAWN[n % 3], f"m{n:04}") for n in range(1000)]
    found = [lane for _mark, lane in lanes(marks, NOTHING)]
    assert sorted(lane for lane in found if lane is not None) == [FILL] * MAX_FILLS + [0, 1, 2]
    assert found.count(None) == 1000 - MAX_FILLS - MAX_LANES


@given(marks_in(40), st.randoms())
def test_the_order_in_which_marks_were_made_does_not_matter(
    marks: list[Mark], random: st.DataObject
) -> None:
    other = list(marks)
    random.shuffle(other)  # type: ignore[attr-defined]
    assert list(lanes(marks, NOTHING)) == list(lanes(other, NOTHING))


def test_the_longer_of_two_that_start_together_is_nearer_to_the_text() -> None:
    short, long = mark(3, 5, FIGURE), mark(3, 9, TOPIC)
    assert list(lanes([short, long], NOTHING)) == [(long, 0), (short, 1)]


def test_neighbours_share_a_lane() -> None:
    left, right = mark(0, 4, FIGURE), mark(4, 8, FIGURE)
    assert list(lanes([left, right], NOTHING)) == [(left, 0), (right, 0)]


def test_what_is_hidden_leaves_its_lane_to_others() -> None:
    figure, topic = mark(0, 8, FIGURE), mark(2, 6, TOPIC)
    assert list(lanes([figure, topic], frozenset({FIGURE}))) == [(topic, 0)]
