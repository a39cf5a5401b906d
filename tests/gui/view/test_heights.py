"""Heights of paragraphs: sums, changes and the way back, against a plain list."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.gui.view.heights import Heights

HEIGHTS = st.lists(st.integers(1, 500), min_size=1, max_size=70)
CHANGES = st.lists(st.tuples(st.integers(0, 1000), st.integers(1, 500)), max_size=20)


def heights_of(heights: list[int], lead: int = 0) -> Heights:
    """Return heights in blocks of up to three."""
    blocks = [heights[at : at + 3] for at in range(0, len(heights), 3)]
    return Heights(list(map(len, blocks)), list(map(sum, blocks)), blocks.__getitem__, lead)


def naive_find(heights: list[int], y: int) -> tuple[int, int]:
    """Return the paragraph at ``y`` by going through all of them."""
    for k, height in enumerate(heights):
        if y < height:
            return k, y
        y -= height
    return len(heights) - 1, heights[-1]


@given(HEIGHTS)
def test_a_paragraph_starts_below_the_sum_of_all_above_it(heights: list[int]) -> None:
    kept = heights_of(heights)
    assert [kept.top(k) for k in range(len(heights) + 1)] == [
        sum(heights[:k]) for k in range(len(heights) + 1)
    ]
    assert kept.total == sum(heights)


@given(HEIGHTS, CHANGES)
def test_changed_heights_are_told_and_summed(
    heights: list[int], changes: list[tuple[int, int]]
) -> None:
    kept, plain = heights_of(heights), list(heights)
    for number, height in changes:
        k = number % len(plain)
        assert kept.set(k, height) == height - plain[k]
        plain[k] = height
    assert [kept[k] for k in range(len(plain))] == plain
    assert [kept.top(k) for k in range(len(plain) + 1)] == [
        sum(plain[:k]) for k in range(len(plain) + 1)
    ]
    assert kept.total == sum(plain)


@given(HEIGHTS, CHANGES, st.integers(-50, 40_000))
def test_the_paragraph_at_a_height_is_found(
    heights: list[int], changes: list[tuple[int, int]], y: int
) -> None:
    kept, plain = heights_of(heights), list(heights)
    for number, height in changes:
        kept.set(number % len(plain), height)
        plain[number % len(plain)] = height
    assert kept.find(y) == naive_find(plain, max(0, y))


def test_a_height_on_the_border_belongs_to_the_paragraph_below() -> None:
    kept = heights_of([10, 20, 30])
    assert kept.find(9) == (0, 9)
    assert kept.find(10) == (1, 0)
    assert kept.find(30) == (2, 0)


def test_above_and_below_everything_is_the_first_and_the_end_of_the_last() -> None:
    kept = heights_of([10, 20])
    assert kept.find(-5) == (0, 0)
    assert kept.find(30) == (1, 20)
    assert kept.find(10_000) == (1, 20)


def test_the_values_given_are_left_as_they_are() -> None:
    given_heights = [10, 20]
    heights_of(given_heights).set(0, 99)
    assert given_heights == [10, 20]


def test_what_is_free_above_the_first_belongs_to_it() -> None:
    kept = heights_of([10, 20], lead=12)
    assert (kept.top(0), kept.top(1), kept.total) == (12, 22, 42)
    assert (kept.find(0), kept.find(12), kept.find(22)) == ((0, -12), (0, 0), (1, 0))
    kept.set(0, 15)
    assert (kept.top(1), kept.total) == (27, 47)


def test_only_the_blocks_that_are_looked_at_are_asked_for() -> None:
    asked: list[int] = []

    def of_block(b: int) -> list[int]:
        asked.append(b)
        return [10, 30]

    kept = Heights([2] * 1000, [40] * 1000, of_block)
    assert kept.top(1000) == 20_000
    assert kept.find(20_015) == (1001, 5)
    assert kept[1001] == 30
    assert asked == [500]


@given(HEIGHTS, st.integers(1, 9000))
def test_a_block_that_was_estimated_otherwise_keeps_its_height(
    heights: list[int], estimated: int
) -> None:
    kept = Heights([len(heights), 1], [estimated, 7], lambda b: [7] if b else heights)
    found = [kept[k] for k in range(len(heights))]
    assert min(found) >= 0
    assert sum(found) == estimated == kept.top(len(heights))
