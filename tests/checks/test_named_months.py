"""Months that are named without a day or a year."""

from annotator.checks.named_months import told_before
from tests.checks.reading import scene_of


def _told(text: str, back: int = 0) -> list[str]:
    scene = scene_of(text)
    return [s.figure.value for s in told_before(scene, scene.statements[-1], back)]


def test_a_named_month_stands_among_what_is_told() -> None:
    assert _told("Since mid-March we had 12 men, and since early June there are 15 men.") == [
        "--03",
        "",
        "--06",
    ]


def test_a_month_with_a_day_or_a_year_is_none_by_itself() -> None:
    assert "--03" not in _told("It opened on March 3 and in March 2021, that is 5 times.")


def test_a_word_that_is_a_month_too_needs_a_word_of_time_in_front() -> None:
    assert _told("They may march with 12 men.") == []


def test_the_sentence_before_is_read_too_but_no_other_paragraph() -> None:
    assert _told("It began in June. So it took 12 weeks.", 1) == ["--06"]
    assert _told("It began in June.\nSo it took 12 weeks.", 1) == []
