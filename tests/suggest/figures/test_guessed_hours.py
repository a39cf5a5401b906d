"""Two hours in a row that somebody guesses between."""

import pytest

from tests.suggest.figures.test_spoken_chinese import told


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("早上七八點出門", "早上七八點=07:00/08:00"),
        ("早上八、九時倒油", "早上八、九時=08:00/09:00"),
        ("下午三四点钟", "下午三四点钟=15:00/16:00"),
        ("晚上十一二点才睡", "晚上十一二点=23:00/24:00"),
        ("中午十一、十二点", "中午十一、十二点=11:00/12:00"),
        ("凌晨一两点,早上8、9点", "凌晨一两点=01:00/02:00 早上8、9点=08:00/09:00"),
        ("两三点钟,晚上九、十点左右", "两三点钟=02:00/03:00 晚上九、十点左右=21:00/22:00~"),
    ],
)
def test_two_hours_in_a_row_are_one_time(text: str, figures: str) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("提了七八点意见", "七八点=7..8"),
        ("早上九点到十点", "早上九点到十点=09:00/10:00"),
        ("早上8、12点", "8=8 12点=12"),
    ],
)
def test_hours_apart_and_points_are_no_such_time(text: str, figures: str) -> None:
    assert told(text) == figures
