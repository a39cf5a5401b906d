"""Which meeting, talk, issue or road an ordinal tells of."""

import pytest

from annotator.suggest.figures.sessions import is_foremost, is_session, is_way
from annotator.suggest.figures.units import vocabulary


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("第2次电价审议会", "第2次"),
        ("外长第四次会晤", "第四次"),
        ("公报第111卷第71期", "第71期"),
        ("富善邨第5座", "第5座"),
        ("淡海轻轨第二期", "第二期"),
        ("第一期蓝线", "第一期"),
        ("第四次“绿色通道”工作座谈会", "第四次"),
    ],
)
def test_an_ordinal_names_a_meeting_a_talk_or_an_issue(text: str, said: str) -> None:
    start = text.index(said)
    assert is_session(text, start, start + len(said))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("第三次参加会议", "第三次"),
        ("双方第四次会晤", "第四次"),
        ("建成第5座大桥", "第5座"),
        ("科技园区第一期", "第一期"),
        ("第四次“绿色通道”检查", "第四次"),
        ("培训班第71期", "第71期"),
    ],
)
def test_an_ordinal_counts_how_often(text: str, said: str) -> None:
    start = text.index(said)
    assert not is_session(text, start, start + len(said))


def test_what_matters_most_is_no_place_in_a_row() -> None:
    assert is_foremost("安全是第一位的", 3, 6)
    assert not is_foremost("居第一位的", 1, 4)


def test_roads_are_counted_and_articles_are_not() -> None:
    assert is_way("第三条高速公路", 3, vocabulary())
    assert not is_way("第三条规定", 3, vocabulary())
