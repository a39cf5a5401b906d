"""Where quotes stand in a text."""

import re

from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.quote_places import Occurrences, QuotePlaces
from annotator.model.text import Range

WORDS = st.text(alphabet="ab𠮷 \n\u3000", max_size=60)


class Watched(str):
    """A text that counts how often somebody goes through it."""

    __slots__ = ("times",)

    def find(self, *arguments: object) -> int:
        """Count a search and do it."""
        self.times = getattr(self, "times", 0) + 1
        return super().find(*arguments)  # type: ignore[arg-type]


def by_pattern(quote: str, text: str) -> list[Range]:
    """Return where a quote stands as a pattern finds it, first word for word."""
    found = [match.span() for match in re.finditer(re.escape(quote), text)] if quote else []
    loose = r"\s+".join(map(re.escape, quote.split()))
    return found or [match.span() for match in re.finditer(loose, text) if loose]


@given(WORDS, st.lists(st.text(alphabet="ab𠮷 \n", max_size=20), min_size=20), st.data())
def test_quotes_stand_where_a_pattern_finds_them(
    text: str, others: list[str], data: st.DataObject
) -> None:
    places = QuotePlaces(text)
    pieces = [
        text[slice(*sorted((data.draw(st.integers(0, 60)), data.draw(st.integers(0, 60)))))]
        for _ in range(20)
    ]
    for quote in [*others, *pieces, *(" ".join(piece.split()) for piece in pieces)]:
        assert places.of(quote) == by_pattern(quote, text)


def test_of_places_that_overlap_the_first_counts() -> None:
    places = Occurrences("abababab" * 4)
    assert [places.of("abababa") for _ in range(20)] == [[0, 8, 16, 24]] * 20


def test_a_quote_at_either_end_is_found_by_the_index() -> None:
    text = "first words, and then the last words"
    places = QuotePlaces(text)
    for _ in range(20):
        assert places.of("first words") == [(0, 11)]
    assert places.of("last words") == [(len(text) - 10, len(text))]
    assert places.of("wordsfirst") == places.of("words and") == []


def test_white_space_of_any_kind_and_length_stands_for_a_space() -> None:
    text = "The plan\n\n of the\u3000year"
    assert [text[slice(*place)] for place in QuotePlaces(text).of("plan of the year ")] == [
        "plan\n\n of the\u3000year"
    ]


def test_a_text_is_not_gone_through_again_for_each_quote() -> None:
    def searches(count: int) -> int:
        text = Watched(" ".join(f"word{at}" for at in range(count)))
        places = Occurrences(text)
        assert [places.of(f"word{at} ") for at in range(10, 90)]
        return text.times

    assert searches(100) == searches(1000) < 80
