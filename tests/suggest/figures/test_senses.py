"""Words that limit a number in one of their senses only."""

import pytest

from tests.suggest.figures.test_spoken_chinese import told


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("连六季增长,连六天都没来", "连六季=6 六天=6"),
        ("已经快四年了,跑得也快4秒", "快四年=4<~ 4秒=4"),
        ("不止4公里,不止4公里以内", "不止4公里=4> 4公里以内=4<="),
        (
            "It burned close to 20 kV cables, and close to 40 kV of it was lost.",
            "20 kV=20 close to 40 kV=40<~",
        ),
        ("It lost close to 40 megawatts.", "close to 40 megawatts=40<~"),
    ],
)
def test_a_word_limits_a_number_only_in_that_sense(text: str, figures: str) -> None:
    assert told(text) == figures
