"""The weekday that is told beside a day."""

import pytest

from annotator.checks.weekday_words import weekday_in
from tests.checks.reading import scene_of


@pytest.mark.parametrize(
    ("text", "number", "name"),
    [
        ("We met on Wednesday, the 13th of May.", 2, "Wednesday"),
        ("We met on Monday 4 May.", 0, "Monday"),
        ("5月13日（星期三）开会。", 2, "星期三"),
        ("5月17日，周日，开会。", 6, "周日"),
        ("5月17日星期天开会。", 6, "星期天"),
    ],
)
def test_the_weekday_beside_a_day_is_found_where_it_stands(
    text: str, number: int, name: str
) -> None:
    scene = scene_of(text)
    found = weekday_in(scene, scene.statements[0])
    assert found is not None
    assert (found.number, text[found.start : found.end]) == (number, name)


@pytest.mark.parametrize("text", ["We met on 13 May, a Wednesday.", "5月13日开会，周三再来。"])
def test_a_weekday_further_off_is_not_of_the_day(text: str) -> None:
    scene = scene_of(text)
    assert weekday_in(scene, scene.statements[0]) is None
