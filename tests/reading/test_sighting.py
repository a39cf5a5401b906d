"""What looks like a label, with what its words say."""

import pytest

from annotator.model.kinds import Role
from annotator.reading.candidates import candidates_in
from annotator.reading.names import Likeness
from annotator.reading.sighting import (
    Sighting,
    best_sighting,
    by_name,
    coming_back,
    names_of,
    of_form,
    says_own_name,
    starts_of,
)
from annotator.reading.turns import find_turns
from tests.reading.sighted import sighted


def seen(line: str) -> Sighting | None:
    return best_sighting(list(candidates_in(line, 0, len(line))))


def test_the_first_form_whose_words_may_be_a_label_is_taken() -> None:
    sighting = seen("[王芳] 我们开始：第一项。")
    assert sighting is not None
    assert (sighting.candidate.form, sighting.verdict.name) == ("bracket", "王芳")


@pytest.mark.parametrize(
    ("line", "form", "name"),
    [
        ("MR. ROE   It is so.", "tabbed", "MR. ROE"),
        ("Dr. Ann M. Roe", "plain", "Dr. Ann M. Roe"),
        ("Ann Roe | Kelp Radio", "piped", "Ann Roe"),
        ("[Reuters] Why?", "bracket", "Reuters"),
        ("{Chief Roe} So.", "bracket", "Chief Roe"),
        ("SOUNDBITE (English) Ann Roe, who swims:", "soundbite", "Ann Roe"),
        ("SOUNDBITE (English) MAYOR, ANN ROE, SAYING:", "soundbite", "ANN ROE"),
    ],
)
def test_a_name_is_read_whole_in_its_form(line: str, form: str, name: str) -> None:
    sighting = seen(line)
    assert sighting is not None
    assert (sighting.candidate.form, sighting.verdict.name) == (form, name)


def test_a_sentence_is_no_sighting() -> None:
    assert seen("我们今天说的是这样：第一，谢谢。") is None
    assert seen("Ann Roe | Photos") is None


def test_a_clock_alone_makes_a_short_line_a_recorder_s_name() -> None:
    sighting = seen("风里的鱼：(10:02)")
    assert sighting is not None
    assert (sighting.verdict.likeness, sighting.verdict.role) == (Likeness.MAYBE, Role.UNKNOWN)


def test_a_recorder_may_put_the_family_name_first() -> None:
    sighting = seen("Lee, Ann M. 10:02")
    assert sighting is not None
    assert sighting.verdict.likeness is Likeness.NAME


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Mira: Mira from the Herald. Why?", True),
        ("Mira: Good morning, sir, Mira Kelp Times se.", True),
        ("Mira: Mira, Kelp Radio. Why?", True),
        ("Ukraine: Ukraine, Georgia and others met us.", False),
        ("Kelp: Kelp is a weed.", False),
    ],
)
def test_who_says_the_own_name_first(line: str, *, says: bool) -> None:
    sighting = seen(line)
    assert sighting is not None
    assert says_own_name(sighting) is says


def test_sightings_are_chosen_by_form_and_counted_by_name() -> None:
    lines = ("Lee: Yes.", "Poe: No.", "Lee: So.", "[Roe] Why?")
    found = [sighting for line in lines if (sighting := seen(line))]
    assert by_name(found) == {"Lee": 2, "Poe": 1, "Roe": 1}
    assert names_of(of_form(found, "colon")) == {"Lee", "Poe"}
    assert [s.verdict.name for s in coming_back(found)] == ["Lee", "Lee"]
    assert starts_of(found) == {0}, "each line is a text of its own here"


def test_a_title_cut_short_before_a_name_closes_no_label() -> None:
    said = (
        "Lund Governor Ann Roe: Transcript\n\nLund Gov. Ann Roe spoke on Monday of the harbour.\n\n"
    )
    talk = "Governor Roe: (00:00)\nGood day. All is open.\n\nChief Low: (00:54)\nIt is.\n"
    found = [turn.speaker for turn in find_turns(said + talk) if turn.speaker]
    assert found == ["Governor Roe", "Chief Low"]


def test_a_name_with_an_outlet_set_in_bold_or_as_a_heading_is_sure_to_ask() -> None:
    for label in ("**Ann Roe, Kelp News**\nWhy?", "### Ann Roe, Kelp News\nWhy?"):
        (sighting,) = sighted(label)[:1]
        assert (sighting.verdict.likeness, sighting.verdict.role) == (Likeness.SURE, Role.REPORTER)
    talk = (
        "**Bo Low**\nWe built piers.\n\n**Ann Roe, Kelp News**\nWhy so?\n\n**Bo Low**\nWe had to.\n"
    )
    found = [turn.speaker for turn in find_turns(talk) if turn.speaker]
    assert found == ["Bo Low", "Ann Roe", "Bo Low"]


def test_a_line_in_bold_of_who_wrote_an_article_starts_no_turn() -> None:
    for byline in ("**Ann Roe, Kelp News**", "### Ann Roe, Kelp News"):
        text = f"A new pier\n\n{byline}\n\nThe harbour has built a pier. It opens in May.\n"
        assert [turn.speaker for turn in find_turns(text)] == [None]


def test_a_nickname_behind_the_word_for_who_writes_in_may_be_any_word_in_brackets() -> None:
    sighting = seen("[网友山高水长]：好吗？")
    assert sighting is not None
    assert (sighting.verdict.likeness, sighting.verdict.role) == (Likeness.SURE, Role.REPORTER)
    told = seen("网友山高水长：好吗？")
    assert told is None or told.verdict.likeness < Likeness.SURE
