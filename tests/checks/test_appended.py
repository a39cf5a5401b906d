"""A share or a step right behind two numbers that nothing else is told of."""

import pytest

from annotator.checks.appended import appended
from tests.checks.reading import found_in, scene_of


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("Of the 1,640 barns in the two valleys, 410 have lost a roof, sixty percent.", 1),
        ("Of the 1,640 barns in the two valleys, 410 have lost a roof, a quarter.", 0),
        ("Of the 1,640 barns in the two valleys, 410 have lost a roof, and half are insured.", 0),
        ("Of the 1,640 barns in the two valleys, 410 have lost a roof, nearly all.", 0),
        ("Of the 1,640 barns in the two valleys, 410 have lost a roof, half as many again.", 0),
        ("We sent 1,640 letters. And had 410 answers, two in three.", 0),
        ("The north has 1,640 barns, 70% of all, and the south 410, 50%.", 0),
        ("We sent 410 letters, and there are 1,640 barns, or sixty percent.", 0),
        ("We sent 410 letters to all of the 1,640 barns, or sixty percent.", 1),
        ("We sent letters to 0 barns and to 410 houses, sixty percent.", 0),
        ("每日增加1,640个号，电话预约410个，占六成。", 0),
        ("全部1,640个号，电话预约410个，占六成。", 1),
        ("1,640个号，网上预约1,000个，电话预约410个，占六成。", 0),
        ("Thefts went from 3,720 in the spring to 3,150, which is 470 fewer.", 1),
        ("Thefts went from 3,720 in the spring to 3,150, which is 570 fewer.", 0),
        ("We had 180 calls in the first week and are at 310, which is 160 more.", 1),
        ("We had 180 calls in the first week and are at 310, which is 9 more.", 0),
        ("有428个观测点出现大风,其中61个观测点风力超过十级,约占四成。", 1),
        ("有428个观测点出现大风,其中171个观测点风力超过十级,约占四成。", 0),
        ("上届考生是31萬6,000人,今年只有28萬9,000人,減少了3萬7,000人。", 1),
        ("上届考生是31萬6,000人,今年只有28萬9,000人,減少了2萬7,000人。", 0),
    ],
)
def test_what_is_told_behind_two_numbers_is_made_of_them(text: str, verdicts: int) -> None:
    assert len(list(appended(scene_of(text), ()))) == verdicts


def test_two_other_numbers_near_it_may_make_it() -> None:
    text = "Of 820 we asked 1,640 again; 410 have lost a roof, a half."
    assert list(appended(scene_of(text), ())) == []


def test_nothing_is_told_of_what_other_checks_tell_of() -> None:
    scene = scene_of("Of the 1,640 barns in the valleys, 410 have lost a roof, sixty percent.")
    (found,) = appended(scene, ())
    assert list(appended(scene, found.passages)) == []


def test_it_is_told_among_all_checks() -> None:
    text = "Of the 1,640 barns in the two valleys, 410 have lost a roof, sixty percent."
    assert [v for v, _texts in found_in(text, "share")] == ["conflict"]
