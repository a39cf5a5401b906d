"""Parts of the day before an hour, which a user may add to."""

from pathlib import Path

import pytest

from annotator.suggest.figures.day_parts import DayParts
from annotator.suggest.figures.quantity import figures_in
from annotator.suggest.figures.units import Vocabulary, read_vocabulary, vocabulary

PARTS = DayParts(["早上"], ["下午"], ["晚上", "午夜"])


@pytest.mark.parametrize(
    ("part", "hour", "minute", "told"),
    [
        ("早上", 8, 0, (8, 0)),
        ("下午", 3, 0, (3, 12)),
        ("下午", 12, 0, (12, 12)),
        ("晚上", 8, 30, (8, 12)),
        ("晚上", 12, 0, (24, 12)),
        ("晚上", 12, 20, (0, 0)),
        ("午夜", 12, 0, (0, 0)),
        ("晚上", 2, 0, (2, 0)),
        ("", 9, 0, (9, 0)),
        ("晚上", None, 0, (None, 0)),
    ],
)
def test_a_part_of_the_day_tells_its_half(
    part: str, hour: int | None, minute: int, told: tuple[int | None, int]
) -> None:
    assert PARTS.hour(hour, minute, part) == told


def test_the_words_of_all_lists_stand_before_an_hour() -> None:
    assert set(PARTS.words) == {"早上", "下午", "晚上", "午夜"}


@pytest.mark.parametrize(
    ("text", "value"), [("入暮8点开始", "20:00"), ("入暮七八点", "19:00/20:00")]
)
def test_a_users_own_part_of_the_day_is_one(text: str, value: str, tmp_path: Path) -> None:
    def values(words: Vocabulary) -> list[str]:
        found = figures_in(text, words=words)
        return [one.quantity.value for one in found if text[one.start : one.end].startswith("入暮")]

    own = tmp_path / "own.toml"
    own.write_text('lists = {nights = ["入暮"]}', "utf-8")
    files = Path(__file__).parents[3] / "resources" / "units"
    assert values(vocabulary()) == []
    assert values(read_vocabulary(*files.glob("*.toml"), own)) == [value]
