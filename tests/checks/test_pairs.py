"""Two numbers of which one is told as what was before the other."""

import pytest

from annotator.checks.pairs import instead_of, is_raised_to, is_start, pairs_in, told_over
from tests.checks.reading import found_in, scene_of


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Fires rose from 48,000 to 50,400.", [("48,000", "50,400")]),
        ("We saw 118 fires, compared with 131 in the year before.", [("131", "118")]),
        ("The river is at 26 feet, down from 31 feet.", [("31 feet", "26 feet")]),
        ("去年發生8,430件，今年7,200件。", [("8,430件", "7,200件")]),
        ("平均輪候時間是5.3年，較高峰期的6.1年短。", [("6.1年", "5.3年")]),
        ("8月卖出68亿元，7月卖出85亿元。", [("85亿元", "68亿元")]),
        ("小学有8,430所，中学有7,200所。", []),
        ("较高的一组有8,430人，较低的有7,200人。", []),
    ],
)
def test_words_tell_which_number_was_before(text: str, pairs: list[tuple[str, str]]) -> None:
    scene = scene_of(text)
    found = [(pair.before.text, pair.after.text) for pair in pairs_in(scene, scene.statements)]
    assert found == pairs


def test_points_told_at_once_make_a_pair_of_shares_of_two_times() -> None:
    scene = scene_of("2012年大班占17.8%，去年只占0.5%，下降17.3个百分点。")
    [pair] = pairs_in(scene, scene.statements)
    assert (pair.before.text, pair.after.text) == ("17.8%", "0.5%")


@pytest.mark.parametrize(
    ("text", "is_it"),
    [("It fell from 31 hours to 26 hours.", True), ("It ran 31 hours and 26 hours.", False)],
)
def test_something_goes_from_a_start(text: str, *, is_it: bool) -> None:
    scene = scene_of(text)
    assert is_start(scene, *scene.statements) is is_it


@pytest.mark.parametrize(
    ("text", "is_it"),
    [
        ("票价是20元，调高到25元，涨了5元。", True),
        ("票价是20元，另一种是25元，涨了5元。", False),
        ("The fare was $20. We raise it to $25, an increase of $5.", True),
    ],
)
def test_a_level_is_raised_to_by_what_is_told_behind_it(text: str, *, is_it: bool) -> None:
    scene = scene_of(text)
    assert is_raised_to(scene, scene.statements[1]) is is_it


def test_a_change_may_stand_between_a_level_and_its_base() -> None:
    scene = scene_of("We have 330 buses, an increase of 10 percent over the 300 of last year.")
    [(pair, change)] = told_over(scene, scene.statements)
    assert (pair.before.text, pair.after.text, change.text) == ("300", "330", "10 percent")


def test_a_base_may_belong_to_what_stands_further_in_front() -> None:
    scene = scene_of("We saw 90 fires and 118 floods, compared with 131 in the year before.")
    here = scene.statements
    [pair] = pairs_in(scene, here)
    assert [p.after.text for p in instead_of(scene, here, pair)] == ["90"]


def test_what_it_stood_at_is_the_level_before() -> None:
    text = "There are 7,120 cases, an increase of {} since Sunday, when it stood at 6,890."
    assert [v for v, _texts in found_in(text.format("330"), "growth")] == ["conflict"]
    assert [v for v, _texts in found_in(text.format("230"), "growth")] == ["consistent"]


def test_what_there_was_and_what_is_now_are_before_and_after() -> None:
    text = "There were about 2,100 hostel beds; there are now 6,300 of them. So we have {} supply."
    assert found_in(text.format("more than quadrupled"), "growth") == [
        ("conflict", ("about 2,100", "6,300", "more than quadrupled"))
    ]
    assert found_in(text.format("tripled"), "growth")[0][0] == "consistent"
