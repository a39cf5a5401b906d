"""Lengths of time that colons tell."""

import pytest

from tests.suggest.figures.test_spoken_chinese import told


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("They led with 2:31 left and 1:12 to play.", "2:31=151 1:12=72"),
        ("We were a goal down 5:30 into the match.", "5:30=330"),
        ("A winning time of 2:05:07 is fast.", "2:05:07=7507"),
        ("She clocked 4:02.", "4:02=242"),
        ("Hill scored at 1:21, and they tied it at 10:15.", "1:21=81 10:15=615"),
        ("The pace was 5:40 per mile.", "5:40=340"),
        ("They tied it at 34:07, after the whistle at 32:31.", "34:07=2047 32:31=1951"),
        ("Less than 0:45 remaining, they scored.", "Less than 0:45=45<"),
        ("He lapped in 1:09.95.", "1:09.95=69.95"),
        ("At the 3:15 mark we scored.", "3:15=195"),
        ("Halfway was at 60:05, the mark at 16:02.", "60:05=3605 16:02=962"),
        ("He was home in 28:21 and posted a time of 9:02.", "28:21=1701 9:02=542"),
        ("They ran split times of 15:53 and 15:46.", "15:53=953 15:46=946"),
        ("She was next. 2:31:52. Our champion's 2:05:06 stands.", "2:31:52=9112 2:05:06=7506"),
    ],
)
def test_words_around_a_colon_tell_a_length_of_time(text: str, figures: str) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Doors open at 5:30 to play golf.", "5:30=05:30"),
        ("The start time of 2:05 stands.", "2:05=02:05"),
        ("We meet at 10:15 p.m. left of the gate.", "10:15 p.m.=22:15"),
        ("A ratio of 25:31 it was.", "25:31=25..31"),
        ("The hour at 15:30 mattered.", "15:30=15:30"),
        ("At 2:05:06 it rose.", "2:05:06=02:05:06"),
        ("Sent 2010-04-21 4:53:10 to us.", "2010-04-21=2010-04-21 4:53:10=04:53:10"),
    ],
)
def test_a_time_of_the_day_and_a_ratio_are_no_length(text: str, figures: str) -> None:
    assert told(text) == figures
