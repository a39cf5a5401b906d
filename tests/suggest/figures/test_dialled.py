"""Numbers to dial against the same numbers as amounts."""

import pytest

from annotator.suggest.figures.dialled import is_dialled
from annotator.suggest.figures.units import vocabulary


@pytest.mark.parametrize(
    ("text", "number", "is_one_to_dial"),
    [
        ("请拨打12345热线", "12345", True),
        ("please call 911 at once", "911", True),
        ("they had 911 patients", "911", False),
        ("遇险请打120", "120", True),
        ("累计治愈120", "120", False),
        ("it took 120 to do so", "120", False),
        ("一共1733", "1733", False),
        ("please press ‘*’ then ‘0’ now", "0", True),
        ("pressing “7” at once", "7", True),
        ("the vote was ‘0’ so far", "0", False),
        ("he pressed 7 men to go", "7", False),
    ],
)
def test_a_number_is_one_to_dial_by_what_stands_around_it(
    text: str, number: str, *, is_one_to_dial: bool
) -> None:
    start = text.index(number)
    assert is_dialled(text, start, start + len(number), vocabulary()) is is_one_to_dial
