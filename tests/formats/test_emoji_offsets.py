"""Offsets in which emoji count twice, as QualCoder makes them when it codes by itself."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.anchoring import Anchors
from annotator.formats.emoji_offsets import EmojiRuler
from annotator.formats.placing import Placing
from annotator.model.errors import UserError

EMOJI = ("😀", "👩‍👩‍👧", "❤️", "🏳️‍🌈", "🎉", "👍🏽", "🇨🇳", "3️⃣", "☔", "🙋🏿‍♀️")
TEXTS = st.lists(st.tuples(st.text("ab 会,3\n→", max_size=6), st.sampled_from(EMOJI)), max_size=8)


def shifted(point: int, emoji: Sequence[tuple[int, int]]) -> int:
    """Return a place as QualCoder shifts it: past each emoji that ends before it, one by one."""
    for start, end in emoji:
        if end < point:
            point += end - start
    return point


def text_of(parts: Sequence[tuple[str, str]]) -> tuple[str, list[tuple[int, int]]]:
    """Return a text of words with an emoji behind each, and where the emoji are."""
    text, emoji = "", []
    for words, one in parts:
        text += words + " "
        emoji.append((len(text), len(text) + len(one)))
        text += one + "."
    return text, emoji


@given(TEXTS, st.integers(0, 99))
def test_a_shifted_place_leads_back(parts: list[tuple[str, str]], at: int) -> None:
    text, emoji = text_of(parts)
    point = at % (len(text) + 1)
    start = shifted(point, emoji)
    rest = len(text) - point
    assert EmojiRuler(text).to_range(start, start + rest) == (point, len(text))


@pytest.mark.parametrize("offset", [-1, 7])
def test_a_place_outside_is_refused(offset: int) -> None:
    with pytest.raises(UserError, match="outside"):
        EmojiRuler("a😀bcd").to_range(offset, offset)


def test_words_that_are_coded_by_hand_and_by_itself_are_told_apart() -> None:
    text, emoji = text_of([("谢谢大家", one) for one in EMOJI])
    places = [at for at in range(len(text)) if text.startswith("谢谢", at)]
    by_itself = [(shifted(at, emoji), shifted(at, emoji) + 2, "谢谢") for at in places]
    anchors = Anchors(text, by_itself, own=Placing(text, ruler=EmojiRuler(text)))
    assert [anchors.find(*quoted) for quoted in by_itself] == [(at, at + 2) for at in places]


def test_a_quote_is_looked_for_where_its_offset_leads_in_the_likeliest_unit() -> None:
    text = "😀" * 3000 + "one two one two"
    at = len(text) - len("one two")
    sound = [(6000 + 4, 6000 + 7, "two")]
    anchors = Anchors(text, [*sound, (6000 + 9, 6000 + 12, "one")])
    assert anchors.find(6000 + 9, 6000 + 12, "one") == (at, at + 3)


class _Asked(EmojiRuler):
    """Tells of each passage that it was asked for."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.passages: list[tuple[int, int]] = []

    def to_range(self, start: int, end: int) -> tuple[int, int]:
        """Return which passage is meant."""
        self.passages.append((start, end))
        return super().to_range(start, end)


@pytest.mark.parametrize(
    ("quote", "asked"), [("two", []), ("one", [(4, 7)])], ids=["others fit", "none fits"]
)
def test_each_quote_is_looked_at_once_at_most(quote: str, asked: list[tuple[int, int]]) -> None:
    ruler = _Asked("one two")
    anchors = Anchors("one two", [(4, 7, quote)], own=Placing("one two", ruler=ruler))
    assert anchors.find(4, 7) == (4, 7)
    assert ruler.passages == asked
