"""Statements of other times and groups, told by their clauses and by what leads to them."""

import pytest

from annotator.checks.distinct import (
    are_of_other_groups,
    are_of_other_times,
    may_be_of_one_year,
    one_is_past,
)
from annotator.checks.scene import Scene
from annotator.checks.statement import Statement
from tests.checks.reading import found_in, read, scene_of


def _ends(scene: Scene) -> tuple[Statement, Statement]:
    return scene.statements[0], scene.statements[-1]


def test_periods_are_compared_as_of_the_day_on_which_they_are_told() -> None:
    text = "今年新增学校12所。\n去年新增学校14所。"
    days = {0: "2023-12-01", 1: "2024-02-01"}
    scene = Scene(text, read(text).statements, lambda s: days[int(s.start > text.index("\n"))])
    assert not are_of_other_times(scene, *_ends(scene))
    plain = scene_of(text)
    assert are_of_other_times(plain, *_ends(plain))


@pytest.mark.parametrize(
    ("opening", "are_other"),
    [
        ("2024年，工作进展顺利。", False),
        ("去年，工作进展顺利。", False),
        ("今年，工作进展顺利。", True),
        ("2023年，工作进展顺利。", True),
        ("工作进展顺利。", True),
    ],
)
def test_a_year_that_a_speaker_starts_with_is_that_of_what_follows(
    opening: str, *, are_other: bool
) -> None:
    text = f"今天是2025年1月16日。去年新增就业7.1万人。\n\n赵立：{opening}\n新增就业7.6万人。"
    scene = scene_of(text)
    first, second = (s for s in scene.statements if s.text.endswith("万人"))
    assert are_of_other_times(scene, first, second) is are_other
    assert one_is_past(scene, first, second) is are_other


def test_a_number_without_a_year_in_the_same_paragraph_is_not_of_last_year() -> None:
    scene = scene_of("去年合格率99.4%；合格率97.5%。")
    assert are_of_other_times(scene, *_ends(scene))


def test_lines_of_other_colours_are_other_groups_wherever_their_sentence_names_them() -> None:
    scene = scene_of("蓝线全长24公里，有20座车站。\n绿线16座车站有出入口。")
    assert are_of_other_groups(scene, scene.statements[1], scene.statements[-1])


def test_one_year_told_by_its_number_and_as_last_year_is_one() -> None:
    text = (
        "主持人：今天是2025年1月16日。去年全市城镇新增就业7.1万人。\n\n"
        "赵立：2024年，我们做了不少工作。\n从数据看，全市城镇新增就业7.6万人。"
    )
    assert ("conflict", ("7.1万人", "7.6万人")) in found_in(text, "repeat")


def test_the_last_year_of_a_text_may_be_what_is_called_last_year() -> None:
    text = "2024年，我市空气质量优良天数达到318天。\n\n记者：天数呢？\n\n柏林：去年优良天数{}天。"
    scene = scene_of(text.format(308))
    assert may_be_of_one_year(scene, scene.statements[1], scene.statements[-1])
    assert ("conflict", ("318天", "308天")) in found_in(text.format(308), "repeat")
    assert all(verdict != "conflict" for verdict, _t in found_in(text.format(294), "repeat"))


def test_what_is_said_of_a_part_is_held_against_the_part() -> None:
    text = (
        "At this hour 41 of our 58 bus routes are running, and on rail all lines are open.\n"
        "REPORTER: On how many routes are you running buses now?\n"
        "COLLINS: 47 bus routes are running as we speak."
    )
    conflicts = [texts for verdict, texts in found_in(text, "repeat") if verdict == "conflict"]
    assert conflicts == [("41", "47")]
