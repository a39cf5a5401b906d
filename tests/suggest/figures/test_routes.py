"""Numbers of roads and lines that are told without a name."""

import pytest

from annotator.suggest.figures.routes import is_route


def is_of_road(text: str) -> bool:
    """Say whether the first number of a text is a road's or a line's."""
    start = next(i for i, character in enumerate(text) if character.isdigit())
    end = start
    while text[end : end + 1].isdigit():
        end += 1
    return is_route(text, text.lower(), start, end)


@pytest.mark.parametrize(
    "text",
    [
        "Take 95 north, then rest",
        "They drove 280 southbound to the bay",
        "the 4, 5 and 6 trains",
        "Take the 405, please",
        "Keep it from crossing 260.",
        "a crash on the 80 near the bridge",
    ],
)
def test_a_road_or_a_line_is_known_by_what_stands_around(text: str) -> None:
    assert is_of_road(text)


@pytest.mark.parametrize(
    "text", ["12 north of here", "We met 95 North Korean troops", "the 40 boats", "take 12 apples"]
)
def test_what_is_counted_is_no_road(text: str) -> None:
    assert not is_of_road(text)
