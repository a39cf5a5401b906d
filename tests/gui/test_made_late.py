"""Items that are made when somebody looks at them, and only then."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.gui.made_late import MadeLate

NUMBERS = st.none() | st.integers(-12, 12)


@given(st.integers(0, 9), NUMBERS, NUMBERS)
def test_it_is_like_the_list_of_its_items(count: int, start: int | None, stop: int | None) -> None:
    plain = [number * number for number in range(count)]
    late = MadeLate(count, lambda number: number * number)
    assert (list(late), len(late)) == (plain, count)
    assert late[start:stop] == plain[start:stop]
    if start is not None and -count <= start < count:
        assert late[start] == plain[start]


def test_only_what_is_looked_at_is_made() -> None:
    made: list[int] = []

    def make(number: int) -> int:
        made.append(number)
        return number

    late = MadeLate(1000, make)
    assert (late[7], late[-1], late[3:5]) == (7, 999, [3, 4])
    assert made == [7, 999, 3, 4]
    with pytest.raises(IndexError):
        late[1000]
